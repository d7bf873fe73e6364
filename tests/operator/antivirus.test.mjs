// SPDX-License-Identifier: ISC
//
// The antivirus of the host, a real clamd that knows one harmless text: at once, later, and again.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settle } from '../web/city.mjs';
import { docx, pdf } from '../web/files.mjs';
import { freePort, startStack } from '../web/harness.mjs';
import { INFECTION, NAME, prepare } from './clamd.mjs';

describe('antivirus', () => {
	let stack, scratch, clamd, city, operator, assessment;
	let running = 0;
	const fresh = () => `contoh ${++running}`;
	const one = (query) => stack.sql(query)[0];
	const revision = (document) => one(`SELECT * FROM revision WHERE document_id = ${document} ORDER BY number DESC LIMIT 1`);
	const infected = (text = '') => pdf(`${INFECTION} ${text}`);

	async function upload(content, filename = 'laporan contoh.pdf') {
		const page = await operator.submit(await operator.get('/upload/new'), { kind: 'laporan', file: { filename, content } });
		assert.equal(page.status, 200, page.errors.join());
		return Number(/\/upload\/document\/(\d+)/.exec(page.url)[1]);
	}
	/* The background run: what it says, and its exit status. */
	function work(status = 0, ...more) {
		const run = stack.matang(['work', 'scan', ...more]);
		assert.equal(run.stderr, '');
		assert.equal(run.status, status, run.stdout);
		return run.stdout;
	}

	before(async () => {
		scratch = mkdtempSync(path.join(tmpdir(), 'matang-clamd-'));
		clamd = prepare(scratch);
		await clamd.start();
		stack = await startStack({ env: { MATANG_CLAMD: clamd.socket } });
		city = settle(stack);
		operator = await city.signIn('operator.satu');
		assessment = city.assessment('Dinas Contoh Satu');
	});
	after(async () => {
		await stack?.stop();
		await clamd?.stop();
		rmSync(scratch, { recursive: true, force: true });
	});

	it('finds a clean file clean, at once', async () => {
		const document = await upload(pdf(fresh()));
		const row = revision(document);
		assert.deepEqual([row.scan, row.scan_finding], ['clean', '']);
		assert.match(row.scan_signatures, /^ClamAV /);
		assert.match((await operator.get(`/upload/document/${document}`)).words(), /Pemeriksaan: .*antivirus: bersih \(.*pukul/);
	});

	describe('an infected file', () => {
		let document, row;
		before(async () => {
			document = await upload(infected());
			row = revision(document);
		});

		it('comes in, and is known for what it is', () => {
			assert.deepEqual([row.scan, row.scan_finding], ['infected', NAME]);
			assert.ok(existsSync(path.join(stack.files, row.stored_name)));
			assert.deepEqual(stack.sql(`SELECT to_value FROM history WHERE subject = 'document' AND subject_id = ${document}
				AND to_value LIKE 'Antivirus%'`), [{ to_value: `Antivirus: terinfeksi (${NAME})` }]);
		});

		it('is given to nobody, and its page says why', async () => {
			for (const who of ['operator.satu', 'kepala.satu', 'verifikator', 'validator', 'auditor']) {
				const page = await (await city.signIn(who)).get(`/upload/file/${row.id}`);
				assert.equal(page.status, 403, who);
				assert.match(page.words(), /antivirus menemukan virus di dalamnya \(Matang\.Contoh/);
				assert.ok(!page.body.includes(INFECTION));
			}
			const page = await operator.get(`/upload/document/${document}`);
			assert.match(page.words(), /Revisi 1 \(ditahan\)/);
			assert.match(page.words(), /Terinfeksi virus \(Matang\.Contoh/);
			assert.ok(!page.body.includes(`/upload/file/${row.id}`));
			assert.match((await operator.get('/upload/')).words(), /Terinfeksi virus/);
		});

		it('is not to be had by saving it once more', async () => {
			const fields = { csrf: await operator.csrf(await operator.get('/upload/new')), kind: 'laporan' };
			assert.equal((await operator.post('/upload/new', { ...fields, same: row.id })).status, 404);
		});

		it('does not count, for the agency and for the verifier', async () => {
			const item = one(`SELECT i.id, v.number, l.number AS level FROM checklist_item i JOIN level l ON l.id = i.level_id
				JOIN variable v ON v.id = l.variable_id WHERE v.number = 1 AND i.compulsory ORDER BY l.number, i.position LIMIT 1`);
			const put = (key) => stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT ${assessment}, ${item.id}, ${key}, UTC_TIMESTAMP(3), MIN(id) FROM account`);
			put(document);
			const page = await operator.get(`/questionnaire/${assessment}/1`);
			assert.match(page.words(), /Terinfeksi virus/);
			const wanting = page.all('.matang-checklist__item--missing').length;
			put(await upload(pdf(fresh())));
			const better = await operator.get(`/questionnaire/${assessment}/1`);
			assert.equal(better.all('.matang-checklist__item--missing').length, wanting - 1);
			const looked = await (await city.signIn('verifikator')).get(`/verify/${assessment}/1`);
			if (looked.status === 200)
				assert.ok(!looked.body.includes(`/upload/file/${row.id}"`));
		});

		it('is believed again when newer signatures find nothing', async () => {
			/* as if it had been a false alarm of older signatures, a week ago */
			const other = await upload(pdf(fresh()));
			stack.sql(`UPDATE revision SET scan = 'infected', scan_finding = 'Keliru.Contoh', scan_signatures = 'ClamAV 0.1/1',
				scanned_at = UTC_TIMESTAMP(3) - INTERVAL 8 DAY WHERE document_id = ${other}`);
			assert.match(work(), /1 files scanned, 0 infected/);
			assert.equal(revision(other).scan, 'clean');
			assert.equal((await operator.get(`/upload/file/${revision(other).id}`)).status, 200);
			const page = await operator.get(`/upload/document/${other}`);
			assert.match(page.words(), /“Antivirus: terinfeksi \(Keliru\.Contoh\)” menjadi “Antivirus: bersih”/);
		});
	});

	it('finds what only newer signatures know, and tells the operator', async () => {
		const document = await upload(infected(fresh()));
		stack.sql(`UPDATE revision SET scan = 'clean', scan_finding = '', scan_signatures = 'ClamAV 0.1/1',
			scanned_at = UTC_TIMESTAMP(3) - INTERVAL 8 DAY WHERE document_id = ${document}`);
		assert.equal((await operator.get(`/upload/file/${revision(document).id}`)).status, 200);
		assert.match(work(1), new RegExp(`revision \\d+ of document ${document} \\(Dinas Contoh Satu\\) is infected with ${NAME}`));
		assert.equal((await operator.get(`/upload/file/${revision(document).id}`)).status, 403);
		assert.match(work(), /nothing to do/);
	});

	it('leaves what it does not take, and says so', async () => {
		/* 2 MiB, where this clamd takes 1 */
		const document = await upload(docx('contoh', [{ name: 'word/media/a.png', stored: true,
			content: Buffer.alloc(2 << 20, 'contoh ini tidak dimampatkan ') }]), 'besar.docx');
		assert.equal(revision(document).scan, 'none');
		assert.match((await operator.get(`/upload/document/${document}`)).words(), /belum dipindai antivirus/);
		assert.match(work(), /larger than clamd takes: raise its StreamMaxLength[^]*1 too large/);
		assert.match(work(), /nothing to do/);
	});

	it('is accepted by no verifier, alone or with the others', async () => {
		const document = await upload(infected(fresh()));
		stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${assessment};
			INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			SELECT ${assessment}, MIN(i.id), ${document}, UTC_TIMESTAMP(3), 1 FROM checklist_item i JOIN level l ON l.id = i.level_id
			JOIN variable v ON v.id = l.variable_id WHERE v.number = 1;
			UPDATE assessment SET state = 'submitted' WHERE id = ${assessment}`);
		const verifier = await city.signIn('verifikator');
		const link = one(`SELECT id FROM evidence_link WHERE assessment_id = ${assessment}`).id;
		const decision = () => one(`SELECT city_decision FROM evidence_link WHERE id = ${link}`).city_decision;
		const address = `/verify/${assessment}/1`;
		await verifier.submit(await verifier.get(address), {}, { button: 'accept' });
		assert.equal(decision(), null);
		const page = await verifier.submit(await verifier.get(address), { [`decision-${link}`]: 'accepted' }, { button: 'save' });
		assert.match(page.errors.join(), /ditahan karena virus/);
		assert.equal(decision(), null);
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${assessment}`);
	});

	it('that is away delays nobody, and looks when it is back', async () => {
		await clamd.stop();
		const clean = await upload(pdf(fresh())), bad = await upload(infected(fresh()));
		assert.deepEqual([revision(clean).scan, revision(bad).scan], ['none', 'none']);
		assert.match((await operator.get(`/upload/document/${bad}`)).words(), /belum dipindai antivirus/);
		assert.match(work(1), /^scan: clamd: /);

		await clamd.start();
		assert.match(work(1), /2 files scanned, 1 infected/);
		assert.deepEqual([revision(clean).scan, revision(bad).scan], ['clean', 'infected']);
		assert.equal(one(`SELECT COUNT(*) AS n FROM history WHERE subject = 'document' AND subject_id = ${bad}
			AND account_id IS NULL AND to_value LIKE 'Antivirus: terinfeksi%'`).n, '1');
	});

	it('sees each of many files once, by two runs at once', async () => {
		await clamd.stop();
		const documents = [];
		for (let at = 0; at < 12; at++)
			documents.push(await upload(pdf(fresh())));
		await clamd.start();
		/* the lock of one host keeps the second out; two hosts have two folders for it */
		const both = await Promise.all([1, 2].map(() => new Promise((resolve) => {
			const child = spawn(path.join(stack.build, 'bin/matang'), ['work', 'scan'],
				{ env: { ...process.env, MATANG_CONFIG: stack.config } });
			let words = '';
			child.stdout.on('data', (chunk) => { words += chunk; });
			child.on('close', () => resolve(words));
		})));
		assert.equal(both.filter((words) => /another run is at work/.test(words)).length <= 1, true, both.join());
		assert.match(both.join('\n'), /12 files scanned/);
		for (const document of documents)
			assert.equal(revision(document).scan, 'clean');
	});

	it('is reached by TCP as well; what hangs or is no clamd is away', async () => {
		const port = await freePort();
		const config = path.join(scratch, 'tcp.conf');
		writeFileSync(config, readFileSync(stack.config, 'utf8').replace(/^clamd_socket .*$/m, `clamd_host 127.0.0.1\nclamd_port ${port}\nexamine_seconds 2`));
		const byTcp = () => new Promise((resolve) => {
			const child = spawn(path.join(stack.build, 'bin/matang'), ['work', 'scan'],
				{ env: { ...process.env, MATANG_CONFIG: config }, stdio: ['ignore', 'pipe', 'inherit'] });
			let words = '';
			child.stdout.on('data', (chunk) => { words += chunk; });
			child.on('close', (status) => resolve(`${status} ${words}`));
		});
		await clamd.stop();
		const document = await upload(pdf(fresh()));
		assert.match(await byTcp(), /^1 scan: clamd: Connection refused/);

		const answers = { 'HTTP/1.1 400 Bad Request\0': /not a clamd: HTTP/, '': /did not answer in time/ };
		for (const [answer, said] of Object.entries(answers)) {
			const server = net.createServer((connection) => {
				connection.on('error', () => {});
				if (answer)
					connection.end(answer);
			}).listen(port, '127.0.0.1');
			await once(server, 'listening');
			assert.match(await byTcp(), said);
			server.close();
		}
		const second = prepare(path.join(scratch, 'tcp'), { port });
		await second.start();
		assert.match(await byTcp(), /1 files scanned, 0 infected/);
		await second.stop();
		assert.equal(revision(document).scan, 'clean');
		await clamd.start();
	});

	it('verify still finds every byte where it was', () => {
		const run = stack.matang(['verify']);
		assert.doesNotMatch(run.stdout, /^revision/m);
	});
});
