// SPDX-License-Identifier: ISC
//
// The background run and the look into files: what comes of an inspector that crashes, hangs or is
// not there, of two runs at once and of one that is killed.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { settle } from '../web/city.mjs';
import { pdf } from '../web/files.mjs';
import { ROOT, startStack } from '../web/harness.mjs';
import { locked, pdfWith, signed } from '../web/hostile.mjs';

const REAL = path.join(path.resolve(process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build')), 'bin/inspect');

describe('matang work', () => {
	let stack, scratch, inspector, city, operator, team;
	const again_for_team = [];
	let running = 0;
	const fresh = () => `contoh ${++running}`;
	const one = (query) => stack.sql(query)[0];
	const revision = (document) => one(`SELECT * FROM revision WHERE document_id = ${document} ORDER BY number DESC LIMIT 1`);
	const again = () => stack.sql('UPDATE revision SET inspect_after = NULL WHERE inspected_at IS NULL');

	/* What stands where the configuration says that the inspector is. */
	function stand(what) {
		rmSync(inspector, { force: true });
		if (what === 'real')
			symlinkSync(REAL, inspector);
		else if (what !== 'nothing')
			writeFileSync(inspector, `#!/bin/sh\n${what}\n`, { mode: 0o755 });
	}
	async function upload(content) {
		const page = await operator.submit(await operator.get('/upload/new'), { kind: 'laporan',
			file: { filename: 'laporan contoh.pdf', content } });
		assert.equal(page.status, 200, page.errors.join());
		return Number(/\/upload\/document\/(\d+)/.exec(page.url)[1]);
	}
	function work(status, ...words) {
		const run = stack.matang(['work', ...words]);
		assert.equal(run.stderr, '');
		assert.equal(run.status, status, run.stdout);
		return run.stdout;
	}
	const start = (...words) => spawn(path.join(stack.build, 'bin/matang'), ['work', ...words],
		{ env: { ...process.env, MATANG_CONFIG: stack.config }, stdio: ['ignore', 'pipe', 'inherit'] });

	before(async () => {
		scratch = mkdtempSync(path.join(tmpdir(), 'matang-work-'));
		inspector = path.join(scratch, 'inspect');
		stand('real');
		stack = await startStack({ env: { MATANG_INSPECTOR: inspector, MATANG_CLAMD: '',
			MATANG_SETTINGS: 'examine_seconds 2' } });
		city = settle(stack);
		operator = await city.signIn('operator.satu');
		team = await city.signIn('verifikator');
	});
	after(async () => {
		await stack?.stop();
		rmSync(scratch, { recursive: true, force: true });
	});

	it('looks while somebody waits', async () => {
		const row = revision(await upload(pdf(fresh())));
		assert.notEqual(row.inspected_at, null);
		assert.deepEqual([row.pages, row.signatures, row.findings], ['1', '0', '']);
		assert.equal(revision(await upload(signed())).signatures, '1');
		assert.equal(revision(await upload(pdfWith('/OpenAction<</S/JavaScript/JS(1)>>'))).findings, 'javascript');
	});

	describe('an inspector that', () => {
		it('is not there: the file comes in, not looked into, and is kept from nobody', async () => {
			stand('nothing');
			const document = await upload(pdf(fresh())), row = revision(document);
			stand('real');
			assert.deepEqual([row.inspected_at, row.held], [null, 'no']);
			assert.match((await operator.get(`/upload/document/${document}`)).words(), /isi belum diperiksa/);
			assert.equal((await team.get(`/upload/file/${row.id}`)).status, 200);
		});

		const ways = {
			'crashes': 'echo pages 3; kill -SEGV $$',
			'fails': 'exit 3',
			'says what nobody understands': 'echo pages 3; echo rm -rf; echo end',
			'stops in the middle': 'echo pages 3; echo finding javascript',
			'talks without end': 'yes "finding javascript"',
			'hangs': 'exec sleep 60',
			'never stops computing': 'while :; do :; done',
		};
		const slow = ['talks without end', 'hangs', 'never stops computing'];
		for (const [name, what] of Object.entries(ways))
			it(`${name}: the file comes in, and is kept from the team`, async () => {
				stand(what);
				const begun = Date.now();
				const document = await upload(pdf(fresh()));
				const row = revision(document);
				stand('real');
				assert.ok(Date.now() - begun < 15_000);
				assert.deepEqual([row.inspected_at, row.pages, row.findings], [null, null, '']);
				assert.equal(row.held, slow.includes(name) ? 'time' : 'broke');
				const words = slow.includes(name) ? /dilanjutkan di latar belakang/ : /terhenti pada berkas ini/;
				assert.match((await operator.get(`/upload/document/${document}`)).words(), words);
				assert.equal((await operator.get(`/upload/file/${row.id}`)).status, 200);
				for (const place of ['file', 'view', 'frame']) {
					const kept = await team.get(`/upload/${place}/${row.id}`);
					assert.equal(kept.status, 403, place);
					assert.match(kept.words(), words);
				}
			});

		it('works again: the background run makes up for all of it', () => {
			assert.match(work(0, 'inspect'), new RegExp(`looked into ${Object.keys(ways).length + 1} files`));
			assert.equal(one('SELECT COUNT(*) AS n FROM revision WHERE inspected_at IS NULL').n, '0');
			assert.match(work(0, 'inspect'), /^inspect: nothing to do\n$/);
			for (const { id } of stack.sql("SELECT id FROM revision WHERE held <> 'no'"))
				again_for_team.push(id);
			assert.equal(work(0, 'inspect', '--quiet'), '');
		});

		it('… and the team has all of them', async () => {
			assert.equal(again_for_team.length, Object.keys(ways).length);
			for (const id of again_for_team)
				assert.equal((await team.get(`/upload/file/${id}`)).status, 200);
		});

		it('is given nothing of ours: no environment, no descriptors, no file to write', async () => {
			/* what it sees it tells as counts; sh itself keeps 10 for its script */
			const written = path.join(scratch, 'written');
			stand(`pages=$(env | grep -cvE '^(PWD|OLDPWD|SHLVL|_)=')
				others=0
				for n in 3 4 5 6 7 8 9 11 12 13 14 15; do [ ! -e /proc/$$/fd/$n ] || others=$((others + 1)); done
				(echo x >${written}) 2>/dev/null && echo finding launch
				echo pages $pages; echo signatures $others; echo end`);
			const row = revision(await upload(pdf(fresh())));
			stand('real');
			assert.notEqual(row.inspected_at, null);
			assert.deepEqual([row.pages, row.signatures, row.findings], ['0', '0', '']);
			assert.ok(!existsSync(written) || readFileSync(written).length === 0);
		});
	});

	it('puts off what cannot be looked into, longer each time, and says so once a try', async () => {
		stand('kill -SEGV $$');
		const document = await upload(pdf(fresh()));
		assert.match(work(1, 'inspect'), /revision \d+ of document \d+ is not looked into: .*signal 11/);
		assert.match(work(0, 'inspect'), /nothing to do/);
		assert.equal(revision(document).inspect_tries, '1');
		again();
		work(1, 'inspect');
		assert.equal(one(`SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(3), inspect_after) >= 238 AS later FROM revision
			WHERE document_id = ${document}`).later, '1');
		stand('nothing');
		again();
		assert.match(work(1, 'inspect'), /cannot start/);
		assert.equal(revision(document).inspect_tries, '2');
		stand('real');
		work(0, 'inspect');
	});

	describe('a file at which the inspector breaks off', () => {
		let document, row, assessment, link;
		const REASON = 'Aslinya sudah dicocokkan dengan dokumen fisik.';

		before(async () => {
			assessment = city.assessment('Dinas Contoh Satu');
			stand('kill -SEGV $$');
			document = await upload(pdf(fresh()));
			row = revision(document);
			link = Number(stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				VALUES (${assessment}, ${city.items(1)[0].id}, ${document}, UTC_TIMESTAMP(3), ${city.account('operator.satu')});
				SELECT LAST_INSERT_ID() AS id`)[0].id);
			city.setState(assessment, 'submitted');
		});
		after(() => stand('real'));

		const decide = async (name, word) => {
			const who = await city.signIn(name), page = await who.get(`/verify/${assessment}/1`);
			return who.submit(page, { [`decision-${link}`]: word }, { form: '#decide', button: 'Simpan' });
		};

		it('cannot be accepted, is not shown, and not packed', async () => {
			const page = await team.get(`/verify/${assessment}/1`);
			assert.match(page.words(), /Ditahan\. Pemeriksa isi berkas terhenti/);
			assert.equal(page.all(`a[href$="/upload/file/${row.id}"], a[href*="/upload/view/${row.id}"]`).length, 0);
			const refused = await decide('verifikator', 'accepted');
			assert.equal(refused.status, 422);
			assert.match(refused.errors.join(), /isinya belum diketahui.*Buka dahulu di halaman dokumennya/);
			const all = await team.submit(page, {}, { form: '#decide', button: 'Terima semua yang belum diputuskan' });
			assert.equal(all.status, 200);
			assert.match(all.words(), /Tersimpan\. Dokumen yang berkasnya ditahan atau masih diperiksa tidak ikut diterima\./);
			assert.equal(one(`SELECT city_decision FROM evidence_link WHERE id = ${link}`).city_decision, null);
			const zip = await team.get(`/upload/zip/${assessment}/1`);
			assert.ok(!zip.body.includes('%PDF-'), 'its bytes are not in the ZIP');
		});

		it('stays kept when the background breaks off at it too', async () => {
			assert.match(work(1, 'inspect'), /ended by signal 11/);
			assert.equal(revision(document).held, 'broke');
			assert.equal((await team.get(`/upload/file/${row.id}`)).status, 403);
		});

		it('is taken by the team knowingly, with a reason, and by nobody else', async () => {
			const page = await team.get(`/upload/document/${document}`);
			for (const name of ['operator.satu', 'auditor', 'verifikator.kabupaten', 'verifikator.satu', 'admin']) {
				const who = await city.signIn(name);
				const answer = await who.post(`/upload/file/${row.id}/take`, { csrf: who.csrf(await who.get('/account/profile')), reason: REASON });
				assert.ok([403, 404].includes(answer.status), `${name} ${answer.status}`);
			}
			const empty = await team.submit(page, { reason: 'ya' }, { form: 'form[action$="/take"]' });
			assert.equal(empty.status, 422);
			assert.match(empty.errors.join(), /Alasan/);
			const taken = await team.submit(page, { reason: REASON }, { form: 'form[action$="/take"]' });
			assert.equal(taken.status, 200);
			assert.match(taken.words(), /dibuka untuk tim” Alasan: Aslinya sudah dicocokkan/);
			assert.equal((await team.get(`/upload/file/${row.id}`)).status, 200);
			const twice = await team.post(`/upload/file/${row.id}/take`, { csrf: team.csrf(page), reason: REASON });
			assert.equal(twice.status, 404);
			assert.equal((await decide('verifikator', 'accepted')).status, 200);
			assert.equal(one(`SELECT city_decision FROM evidence_link WHERE id = ${link}`).city_decision, 'accepted');
		});

		it('may be replaced by the agency instead', async () => {
			city.setState(assessment, 'draft');
			stand('real');
			const page = await operator.submit(await operator.get(`/upload/document/${document}`),
				{ file: { filename: 'baik.pdf', content: pdf(fresh()) } }, { form: 'form[enctype="multipart/form-data"]' });
			assert.equal(page.status, 200, page.errors.join());
			assert.equal((await team.get(`/upload/file/${revision(document).id}`)).status, 200);
			city.setState(assessment, 'not_started');
		});
	});

	it('tells of a file that nobody can open, which came while nobody looked', async () => {
		stand('exit 3');
		const document = await upload(locked(pdf(fresh())));
		stand('real');
		assert.match(work(0, 'inspect'), new RegExp(`document ${document}: locked`));
		assert.match((await operator.get(`/upload/document/${document}`)).words(), /meminta kata sandi/);
	});

	it('runs once at a time on a host, and shares the work between hosts', async () => {
		stand('exit 3');
		const documents = [];
		for (let at = 0; at < 6; at++)
			documents.push(await upload(pdf(fresh())));
		stand(`sleep 0.2; exec ${REAL} "$1"`);
		const first = start('inspect');
		await sleep(200);
		assert.match(work(0, 'inspect'), /another run is at work/);
		assert.equal(work(0, 'inspect', '--quiet'), '');
		await once(first, 'close');

		/* another host has the same files under another folder */
		stack.sql('UPDATE revision SET inspected_at = NULL, pages = NULL, signatures = NULL, findings = \'\', inspect_after = NULL');
		const count = Number(one('SELECT COUNT(*) AS n FROM revision').n);
		const elsewhere = path.join(scratch, 'files');
		mkdirSync(elsewhere);
		cpSync(stack.files, elsewhere, { recursive: true });
		rmSync(path.join(elsewhere, '.work.lock'));
		const config = path.join(scratch, 'other.conf');
		writeFileSync(config, readFileSync(stack.config, 'utf8').replace(/^files_dir .*$/m, `files_dir ${elsewhere}`));
		const words = await Promise.all([stack.config, config].map(async (of) => {
			const child = spawn(path.join(stack.build, 'bin/matang'), ['work', 'inspect'],
				{ env: { ...process.env, MATANG_CONFIG: of }, stdio: ['ignore', 'pipe', 'inherit'] });
			let said = '';
			child.stdout.on('data', (chunk) => { said += chunk; });
			await once(child, 'close');
			return said;
		}));
		const shares = words.map((said) => Number(/looked into (\d+)/.exec(said)?.[1] ?? 0));
		assert.equal(shares[0] + shares[1], count, words.join());
		assert.ok(shares[0] > 0 && shares[1] > 0, words.join());
		stand('real');
	});

	it('that was killed leaves nothing that is not taken up again', async () => {
		const document = await upload(pdf(fresh()));
		stack.sql(`UPDATE revision SET inspected_at = NULL, pages = NULL, signatures = NULL WHERE document_id = ${document}`);
		stand('exec sleep 30');
		const child = start('inspect');
		for (let tries = 0; tries < 100 && revision(document).inspect_tries === '0'; tries++)
			await sleep(50);
		child.kill('SIGKILL');
		await once(child, 'close');
		stand('real');
		/* the inspector went with it, and the lock: the next run begins at once */
		assert.match(work(0, 'inspect'), /nothing to do/);
		again();
		assert.match(work(0, 'inspect'), /looked into 1 files/);
	});

	it('stops beginning anything new when its time is over', async () => {
		stack.sql('UPDATE revision SET inspected_at = NULL, pages = NULL, signatures = NULL, findings = \'\', inspect_after = NULL');
		stand(`sleep 0.4; exec ${REAL} "$1"`);
		const begun = Date.now(), run = stack.matang(['work', 'inspect', '--seconds', '1']);
		/* the one it was at when the second ended is looked into, or given up for want of time: by the load of the machine */
		assert.ok([0, 1].includes(run.status) && run.stderr === '', run.stdout + run.stderr);
		assert.ok(Date.now() - begun < 60_000);
		assert.notEqual(one('SELECT COUNT(*) AS n FROM revision WHERE inspected_at IS NULL').n, '0');
		stand('real');
		again();
		work(0, 'inspect');
		assert.equal(one('SELECT COUNT(*) AS n FROM revision WHERE inspected_at IS NULL').n, '0');
	});

	it('with a file that hangs keeps to its time, and gives the other jobs theirs', async () => {
		stand('nothing');
		const hanging = await upload(pdf(fresh())), other = await upload(pdf(`${fresh()} dengan teks`));
		stack.sql(`UPDATE revision SET text_state = 'none', text_after = NULL WHERE document_id = ${other}`);
		stand('exec sleep 120');
		const begun = Date.now(), said = work(1, '--seconds', '12');
		assert.ok(Date.now() - begun < 60_000, `${Date.now() - begun} ms`);
		assert.match(said, /is not looked into: the inspector took more seconds than/);
		assert.match(said, /^text: [1-9]\d* searchable/m);
		/* it was stopped for want of time, and not for being what it is */
		assert.equal(revision(hanging).held, 'no');
		stand('real');
		again();
		assert.match(work(0, 'inspect'), /looked into 2 files, 0/);
	});

	/* Its minute is spent once, and not with each clock. */
	it('gives a file that hangs behind others its whole time, and then holds it', { skip: !!process.env.FAKETIME }, async () => {
		stand('nothing');
		const slow = await upload(pdf('lambat')), hanging = await upload(pdf(fresh())), last = await upload(pdf('lambat juga'));
		stand('if grep -q lambat; then sleep 3; echo pages 1; echo signatures 0; echo end; else exec sleep 300; fi');
		assert.match(work(1, 'inspect', '--seconds', '100'), /looked into 2 files, 1 could not be looked into/);
		assert.deepEqual([slow, hanging, last].map((document) => revision(document).held), ['no', 'broke', 'no']);
		stand('real');
		again();
		work(0, 'inspect');
		assert.notEqual(revision(hanging).inspected_at, null);
	});

	it('with a text that hangs keeps to its time too', async () => {
		const tools = path.join(scratch, 'tools'), document = await upload(pdf(fresh()));
		mkdirSync(tools);
		writeFileSync(path.join(tools, 'pdftotext'), '#!/bin/sh\nexec sleep 120\n', { mode: 0o755 });
		stack.sql(`UPDATE revision SET text_state = 'none', text_after = NULL WHERE document_id = ${document}`);
		const begun = Date.now();
		const run = stack.matang(['work', 'text', '--seconds', '2'], { env: { PATH: `${tools}:${process.env.PATH}` } });
		assert.equal(run.status, 0, run.stdout + run.stderr);
		assert.ok(Date.now() - begun < 60_000, `${Date.now() - begun} ms`);
		assert.equal(revision(document).text_state, 'none');
	});

	it('reads a scan again from its beginning that its time did not suffice for', async () => {
		const tools = path.join(scratch, 'reading'), documents = [await upload(pdf(fresh())), await upload(pdf(fresh()))];
		const [quick, long] = documents, env = { PATH: `${tools}:${process.env.PATH}` };
		const said = (document) => stack.sql(`SELECT t.body, t.cut FROM file_text t JOIN revision r ON r.sha256 = t.sha256
			WHERE r.document_id = ${document}`)[0];
		const read = (seconds) => {
			const run = stack.matang(['work', 'read', '--seconds', String(seconds)], { env });
			assert.equal(run.status, 0, run.stdout + run.stderr);
		};
		mkdirSync(tools);
		writeFileSync(path.join(tools, 'pdftoppm'), '#!/bin/sh\necho "halaman ke-$6"\n', { mode: 0o755 });
		writeFileSync(path.join(tools, 'tesseract'), `#!/bin/sh\n[ "$1" = --list-langs ] && { echo List; echo ind; exit; }\npage=$(cat)\n[ -e ${tools}/slow ] && [ "$page" = "halaman ke-3" ] && exec sleep 120\necho "$page"\n`, { mode: 0o755 });
		stack.sql(`DELETE t FROM file_text t JOIN revision r ON r.sha256 = t.sha256 WHERE r.document_id IN (${documents});
			UPDATE revision SET text_state = 'blank' WHERE text_state = 'empty';
			UPDATE revision SET text_state = 'empty', text_after = NULL, pages = IF(document_id = ${long}, 4, 1) WHERE document_id IN (${documents})`);

		writeFileSync(path.join(tools, 'slow'), '');
		read(4);
		assert.equal(revision(quick).text_state, 'taken');
		assert.equal(revision(long).text_state, 'empty', 'some of its pages were taken for all');
		assert.equal(said(long), undefined);
		stack.sql(`UPDATE revision SET text_after = NULL WHERE document_id = ${long}`);
		rmSync(path.join(tools, 'slow'));
		read(60);
		assert.deepEqual(said(long), { body: [1, 2, 3, 4].map((page) => `halaman ke-${page}`).join('\n'), cut: '0' });

		/* What no run has the time for is found by its first pages, and says that there are more. */
		stack.sql(`DELETE t FROM file_text t JOIN revision r ON r.sha256 = t.sha256 WHERE r.document_id = ${long};
			UPDATE revision SET text_state = 'empty', text_after = NULL WHERE document_id = ${long}`);
		writeFileSync(path.join(tools, 'slow'), '');
		read(4);
		assert.equal(revision(long).text_state, 'taken');
		assert.deepEqual(said(long), { body: 'halaman ke-1\nhalaman ke-2', cut: '1' });
	});

	it('lets what reads a text see that file and nothing else, and write nothing', async (t) => {
		const tools = path.join(scratch, 'spying'), written = path.join(scratch, 'written-by-tool');
		const document = await upload(pdf(fresh())), other = path.join(scratch, 'secret');
		if (!/Landlock [1-9]/.test(stack.matang(['check']).stdout))
			return t.skip('this kernel knows no Landlock');
		writeFileSync(other, 'rahasia');
		mkdirSync(tools);
		writeFileSync(path.join(tools, 'pdftotext'), `#!/bin/sh
			for word; do case $word in /*) file=$word;; esac; done
			head -c 4 "$file"; cat ${other} ${stack.config}; ls ${scratch}; echo x >${written}; echo >>"$file"; echo selesai\n`, { mode: 0o755 });
		stack.sql(`UPDATE revision SET text_state = 'none', text_after = NULL WHERE document_id = ${document}`);
		const run = stack.matang(['work', 'text'], { env: { PATH: `${tools}:${process.env.PATH}` } });
		assert.equal(run.status, 0, run.stdout + run.stderr);
		const { body } = one(`SELECT t.body FROM file_text t JOIN revision r ON r.sha256 = t.sha256 WHERE r.document_id = ${document}`);
		assert.equal(body, '%PDFselesai');
		assert.ok(!existsSync(written));
	});

	it('goes on with the other jobs when a file is gone, and leaves that to verify', async () => {
		const document = await upload(pdf(fresh())), { stored_name: name } = revision(document);
		stack.sql(`UPDATE revision SET inspected_at = NULL, pages = NULL, signatures = NULL WHERE document_id = ${document}`);
		renameSync(path.join(stack.files, name), path.join(scratch, 'gone'));
		assert.match(work(1), /its file cannot be opened[^]*\n/);
		renameSync(path.join(scratch, 'gone'), path.join(stack.files, name));
		again();
		assert.match(work(0, 'inspect'), /looked into 1 files, 0/);
	});

	it('is used rightly, or says how', () => {
		const bad = (words, pattern) => {
			const run = stack.matang(['work', ...words]);
			assert.equal(run.status, 2);
			assert.match(run.stderr, pattern);
		};
		bad(['nothing'], /there is no job 'nothing'/);
		bad(['--seconds', '0'], /--seconds wants/);
		bad(['--seconds', 'x'], /--seconds wants/);
		bad(['scan', 'inspect'], /'inspect' is too much/);
		assert.match(work(0, 'scan'), /no antivirus is configured/);
		assert.match(stack.matang(['work', '--help']).stdout, /^ {2}scan +\w[^]*^ {2}inspect +\w/m);
	});

	it('says with 3 that the database is away', async () => {
		await stack.withoutDatabase(() => {
			const run = stack.matang(['work']);
			assert.equal(run.status, 3, run.stdout);
			assert.match(run.stderr, /cannot be reached/);
		});
	});
});
