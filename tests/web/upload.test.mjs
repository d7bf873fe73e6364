// SPDX-License-Identifier: ISC
//
// Evidence, as a browser without a screen sees it: what comes in and what is refused, revisions,
// re-use, links to criteria and their moves, who may have what, and that disk and rows agree.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, readFileSync, readdirSync, renameSync, rmSync, statSync, truncateSync,
	utimesSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { KINDS, LIARS, pdf, png } from './files.mjs';
import { behindOne, startStack, until } from './harness.mjs';

const MIB = 1 << 20;
const READERS = ['operator.satu', 'kepala.satu', 'verifikator', 'validator', 'auditor'];
const STRANGERS = ['operator.dua', 'operator.kabupaten', 'verifikator.kabupaten', 'auditor.kabupaten'];

let stack, city, id, other;
const people = new Map();
let operator;

const as = async (name) => people.get(name) ??
	people.set(name, await city.signIn(name)).get(name);

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	other = city.assessment('Dinas Contoh Dua');
	operator = await as('operator.satu');
});
after(() => stack?.stop());

let running = 0;
const fresh = () => `contoh ${++running}`;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const setting = (name, value) => stack.sql(`UPDATE setting SET value = '${value}' WHERE name = '${name}'`);
const one = (query) => stack.sql(query)[0];
const documentOf = (page) => Number(/\/upload\/document\/(\d+)/.exec(page.url)?.[1]);
const pathOf = (page) => page.location?.replace('/matang', '');
const history = (subject, key) => stack.sql(`SELECT h.from_value AS \`from\`, h.to_value AS \`to\`, h.reason,
	h.variable_number AS variable, a.username AS who FROM history h LEFT JOIN account a ON a.id = h.account_id
	WHERE h.subject = '${subject}' AND h.subject_id = ${key} ORDER BY h.id`);
const link = (key) => one(`SELECT k.*, k.removed_at IS NULL AS live FROM evidence_link k WHERE k.id = ${key}`);
const liveLinks = (assessment = id) => stack.sql(`SELECT k.id, k.checklist_item_id AS item, k.document_id AS document
	FROM evidence_link k WHERE k.assessment_id = ${assessment} AND k.removed_at IS NULL ORDER BY k.id`)
	.map((row) => ({ id: Number(row.id), item: Number(row.item), document: Number(row.document) }));

/** Uploads through the page, as an operator does. */
async function upload(fields = {}, { who = operator, query = '', ...options } = {}) {
	const page = await who.get(`/upload/new${query}`);
	return who.submit(page, { kind: 'laporan',
		file: { filename: 'laporan contoh.pdf', content: pdf(fresh()) }, ...fields }, options);
}

/** A document with its file, by what a person would do; its key. */
async function stored(fields, options) {
	const page = await upload(fields, options);
	assert.equal(page.status, 200, page.errors.join());
	return documentOf(page);
}

const revisionOf = (document) => Number(one(`SELECT id FROM revision WHERE document_id = ${document}
	ORDER BY number DESC LIMIT 1`).id);

/* Where the program speaks to: a file of its own, or the web server's. */
const logged = () => stack.log('upload') + stack.log('apache');

function filesOnDisk() {
	return readdirSync(stack.files, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(stack.files, path.join(entry.parentPath ?? entry.path, entry.name)))
		.sort();
}

/** Nothing on disk that no row names, and nothing named that is not there whole. */
function diskAgrees() {
	const rows = stack.sql(`SELECT stored_name AS name, bytes, LOWER(HEX(sha256)) AS sum FROM revision
		WHERE type NOT LIKE 'x/%' ORDER BY stored_name`);
	assert.deepEqual(filesOnDisk(), rows.map((row) => row.name).sort());
	for (const { name, bytes, sum } of rows) {
		const content = readFileSync(path.join(stack.files, name));
		assert.equal(content.length, Number(bytes));
		assert.equal(sha256(content), sum);
	}
}

/* ---- coming in ------------------------------------------------------------------------------------ */

describe('what is taken in', () => {
	for (const [extension, media, make] of KINDS)
		it(`${extension}, also under another name`, async () => {
			const bytes = make(fresh()), name = `Berkas_contoh ${extension}`;
			const document = await stored({ file: { filename: `${name}.bin`, content: bytes } });
			const row = one(`SELECT r.*, LOWER(HEX(r.sha256)) AS sum, d.title FROM revision r
				JOIN document d ON d.id = r.document_id WHERE d.id = ${document}`);
			assert.equal(row.type, media);
			assert.equal(row.sum, sha256(bytes));
			assert.equal(Number(row.bytes), bytes.length);
			assert.equal(row.client_name, `${name}.bin`);
			assert.equal(row.title, `Berkas contoh ${extension}`);
			assert.match(row.stored_name, /^([0-9a-f]{2})\/\1[0-9a-f]{30}$/);

			const got = await operator.get(`/upload/file/${row.id}`);
			assert.equal(got.headers['content-type'], media);
			assert.ok(got.headers['content-disposition'].endsWith(`.${extension}`));
			assert.deepEqual(got.body, bytes);
			diskAgrees();
		});

	it('a title with blanks of no width, as copied out of a letter, and in any script', async () => {
		for (const title of ['SK\u200b Tim', 'ꦱꦏ Contoh', 'Ṣād — “kutip”'])
			await stored({ title });
	});

	it('a name of a file that is shown as another, without what turns it', async () => {
		const document = await stored({ file: { filename: 'laporan\u202efdp.exe.pdf', content: pdf(fresh()) } });
		const row = one(`SELECT r.client_name, d.title FROM revision r JOIN document d ON d.id = r.document_id WHERE d.id = ${document}`);
		assert.deepEqual([row.client_name, row.title], ['laporanfdp.exe.pdf', 'laporanfdp.exe']);
	});

	it('a file whose kind nobody chose: its name says it, else it is another', async () => {
		const page = await operator.get('/upload/new');
		for (const [filename, kind] of [['SK_Tim-2026.pdf', 'keputusan'], ['Notulen rapat renja.pdf', 'notulen'], ['undangan-BA.pdf', 'surat'],
			['Berita Acara forum.pdf', 'berita_acara'], ['asik.pdf', 'lainnya'], ['C:\\data\\Peta Jalan.2026.pdf', 'rencana']]) {
			const answer = await operator.postMultipart('/upload/new', [['csrf', operator.csrf(page)], ['kind', ''], ['title', ''],
				['file', { filename, content: pdf(fresh()) }]]);
			assert.equal(answer.status, 303, answer.errors?.join());
			assert.equal(stack.sql('SELECT kind FROM document ORDER BY id DESC LIMIT 1')[0].kind, kind, filename);
		}
	});

	it('all that is said about it', async () => {
		const document = await stored({ title: '  SK <Tim> & "Rekan" ', kind: 'keputusan', number: '800/12/2026',
			dated: '2026-02-28', period_from: '2026-01-01', period_until: '2026-12-31' });
		const row = one(`SELECT * FROM document WHERE id = ${document}`);
		assert.deepEqual([row.title, row.kind, row.number, row.dated, row.period_from, row.period_until, row.agency_id],
			['SK <Tim> & "Rekan"', 'keputusan', '800/12/2026', '2026-02-28', '2026-01-01', '2026-12-31', '1']);
		const page = await operator.get(`/upload/document/${document}`);
		assert.equal(page.heading, 'SK <Tim> & "Rekan"');
		assert.match(page.words(), /28 Februari 2026/);
		assert.match(page.words(), /1 Januari 2026 s\.d\. 31 Desember 2026/);
	});

	it('a name is text and never a path', async () => {
		const names = {
			'../../etc/passwd.pdf': 'passwd.pdf',
			'C:\\Users\\contoh\\Laporan akhir.pdf': 'Laporan akhir.pdf',
			'<script>alert(1)</script>.pdf': 'script>.pdf',
			[`${'panjang'.repeat(40)}.pdf`]: 'panjang'.repeat(40).slice(0, 255),
		};
		for (const [sent, kept] of Object.entries(names)) {
			const document = await stored({ file: { filename: sent, content: pdf(fresh()) } });
			assert.equal(one(`SELECT client_name FROM revision WHERE document_id = ${document}`).client_name, kept);
			assert.equal((await operator.get(`/upload/document/${document}`)).status, 200);
		}
		diskAgrees();
	});

	it('a file of some mebibytes, without growing', async () => {
		const size = 40 * MIB;
		const head = pdf(fresh());
		const piece = randomBytes(MIB);
		async function* pieces() {
			yield head;
			for (let sent = head.length; sent < size; sent += piece.length)
				yield piece.subarray(0, Math.min(piece.length, size - sent));
		}
		const page = await operator.get('/upload/new');
		const answer = await operator.postMultipart('/upload/new', [['csrf', operator.csrf(page)],
			['kind', 'laporan'], ['file', { filename: 'besar.pdf', content: pieces(), size }]]);
		assert.equal(answer.status, 303);
		assert.equal(Number(one(`SELECT MAX(bytes) AS bytes FROM revision`).bytes), size);
		const most = workers().map((pid) =>
			Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024);
		if (!stack.build.includes('sanitized'))
			assert.ok(Math.max(...most) < 16 * MIB, `${Math.max(...most) / MIB} MiB`);
		diskAgrees();
	});
});

/* The processes that answer for upload; none where the web server starts one for each request. */
function workers() {
	const program = path.join(stack.build, 'bin/upload');
	if (stack.server === 'nginx')
		return stack.workers('upload');
	return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
		try {
			return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] === program &&
				readFileSync(`/proc/${pid}/environ`, 'utf8').includes(stack.config);
		} catch {
			return false;
		}
	});
}

describe('what is refused', () => {
	const typed = { title: 'Judul contoh', kind: 'sop', number: '12/2026', dated: '2026-03-04' };
	let before;

	beforeEach(() => {
		before = [filesOnDisk().length, one('SELECT COUNT(*) AS n FROM document').n];
	});
	afterEach(() => {
		setting('file_max_mib', 50);
		setting('agency_quota_mib', 2048);
		assert.deepEqual([filesOnDisk().length, one('SELECT COUNT(*) AS n FROM document').n], before);
		diskAgrees();
	});

	/* Everything that was typed is in the page again. */
	function keeps(page) {
		const form = Object.fromEntries(page.form('form[enctype]').untouched());
		for (const [name, value] of Object.entries(typed))
			assert.equal(form[name], value, name);
	}

	for (const [filename, content, word] of LIARS)
		it(`${filename}: ${word}`, async () => {
			const page = await upload({ ...typed, file: { filename, content, type: 'application/pdf' } });
			assert.equal(page.status, 422);
			assert.equal(page.errors.length, 1);
			assert.ok(page.errors[0].includes(word), page.errors[0]);
			keeps(page);
		});

	it('an empty file, no file, two files', async () => {
		for (const [file, words] of [[{ filename: 'kosong.pdf', content: '' }, 'Berkas kosong'],
			[{ filename: '', content: '' }, 'Pilih berkas'],
			[[{ filename: 'a.pdf', content: pdf('a') }, { filename: 'b.pdf', content: pdf('b') }], 'satu berkas']]) {
			const page = await upload({ ...typed, file });
			assert.equal(page.status, 422);
			assert.ok(page.errors[0].includes(words), page.errors[0]);
			keeps(page);
		}
	});

	it('a file over the limit: 413, with what was typed', async () => {
		setting('file_max_mib', 1);
		const page = await upload({ ...typed, file: { filename: 'a.pdf', content: Buffer.concat([pdf(), Buffer.alloc(MIB)]) } });
		assert.equal(page.status, 413);
		assert.match(page.errors[0], /paling besar 1 MB/);
		keeps(page);
	});

	it('a file over what the agency has left: 413, with what was typed', async () => {
		const bytes = Number(one(`SELECT SUM(bytes) AS n FROM revision`).n);
		setting('agency_quota_mib', Math.floor(bytes / MIB) + 1);
		const page = await upload({ ...typed, file: { filename: 'a.pdf', content: Buffer.concat([pdf(), Buffer.alloc(MIB)]) } });
		assert.equal(page.status, 413);
		assert.match(page.errors[0], /Ruang simpan perangkat daerah Anda tinggal/);
		keeps(page);
		assert.match((await operator.get('/upload/')).words('.matang-quota'), /hampir habis/);
	});

	it('a storage that does not take it, with what was typed', async () => {
		const staged = path.join(stack.files, 'staged');
		renameSync(staged, `${staged}.away`);
		writeFileSync(staged, '');
		try {
			const page = await upload(typed);
			assert.equal(page.status, 500);
			const [, reference] = /tidak dapat disimpan di server\. Sampaikan nomor rujukan (\w{8})/.exec(page.errors[0]);
			keeps(page);
			assert.match(logged(), new RegExp(`${reference}: .*create .*staged`));
		} finally {
			rmSync(staged);
			renameSync(`${staged}.away`, staged);
		}
	});

	it('a full disk: 507, with what was typed', async (t) => {
		const staged = path.join(stack.files, 'staged');
		const { uid, gid } = statSync(staged);
		if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=64k,mode=0700,uid=${uid},gid=${gid}`, 'matang-test', staged]).status !== 0)
			return t.skip('mounting a small disk is not allowed here');
		try {
			const page = await upload({ ...typed, file: { filename: 'a.pdf', content: Buffer.concat([pdf(), Buffer.alloc(MIB)]) } });
			assert.equal(page.status, 507);
			assert.match(page.errors[0], /Penyimpanan di server penuh/);
			keeps(page);
			assert.deepEqual(readdirSync(staged), []);
		} finally {
			spawnSync('umount', [staged]);
		}
	});

	it('a kind that does not exist, a day that does not exist, a period backwards', async () => {
		const page = await operator.get('/upload/new');
		const send = (fields) => operator.postMultipart('/upload/new', [['csrf', operator.csrf(page)],
			...Object.entries({ ...typed, ...fields }), ['file', { filename: 'a.pdf', content: pdf(fresh()) }]]);
		for (const [fields, words] of [[{ kind: 'rahasia' }, 'Jenis dokumen'],
			[{ dated: '2026-02-30' }, 'Tanggal dokumen'], [{ title: 'x'.repeat(201) }, 'Judul paling panjang'],
			[{ period_from: '2026-05-01', period_until: '2026-04-30' }, 'Akhir masa berlaku']]) {
			const answer = await send(fields);
			assert.equal(answer.status, 422);
			assert.ok(answer.errors.some((error) => error.includes(words)), answer.errors.join());
			assert.ok(answer.errors.some((error) => error.includes('Pilih lagi berkasnya')), answer.errors.join());
		}
	});

	it('a title that nobody can see, or that turns the writing around, wherever it is typed', async () => {
		const page = await operator.get('/upload/new');
		const send = (title) => operator.postMultipart('/upload/new', [['csrf', operator.csrf(page)],
			...Object.entries({ ...typed, title }), ['file', { filename: 'a.pdf', content: pdf(fresh()) }]]);
		for (const title of ['\u200b\u200c\u200d', '\u3164', '\u2800\u00ad', '\ufe0f'])
			assert.match((await send(title)).errors.join(), /Judul hanya berisi tanda yang tidak terlihat/, JSON.stringify(title));
		for (const title of ['SK \u202egnatnet', 'SK \u2067x\u2069', '\u200fSK'])
			assert.match((await send(title)).errors.join(), /membalik arah tulisan/, JSON.stringify(title));
	});

	it('a form without its token, or with the token behind the file', async () => {
		const token = operator.csrf(await operator.get('/upload/new'));
		const file = ['file', { filename: 'a.pdf', content: pdf(fresh()) }];
		for (const fields of [[['kind', 'sop'], file], [['csrf', 'x'], ['kind', 'sop'], file],
			[['kind', 'sop'], file, ['csrf', token]]])
			assert.equal((await operator.postMultipart('/upload/new', fields)).status, 403);
	});

	it('fields that the form does not have, or twice; a file where none belongs', async () => {
		const token = operator.csrf(await operator.get('/upload/new'));
		const file = ['file', { filename: 'a.pdf', content: pdf(fresh()) }];
		for (const fields of [[['csrf', token], ['agency', '2'], file],
			[['csrf', token], ['title', 'a'], ['title', 'b'], file],
			[['csrf', token], ['title', { filename: 'a.pdf', content: 'x' }], file],
			[['csrf', token], ['file', 'text'], file]])
			assert.equal((await operator.postMultipart('/upload/new', fields)).status, 400);
		assert.equal((await operator.get('/upload/new?agency=2')).status, 400);
	});

	it('a body that breaks off', async () => {
		const token = operator.csrf(await operator.get('/upload/new'));
		const type = 'multipart/form-data; boundary=batas';
		const body = `--batas\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${token}\r\n` +
			'--batas\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n';
		const page = await operator.request('POST', '/upload/new', { body, headers: { 'content-type': type } });
		assert.equal(page.status, 400);
	});

	it('who is not signed in; what was typed is shown', async () => {
		const nobody = stack.client();
		const page = await nobody.postMultipart('/upload/new', [['title', 'Judul contoh'], ['kind', 'sop'],
			['file', { filename: 'a.pdf', content: pdf(fresh()) }]]);
		assert.equal(page.status, 401);
		assert.match(page.text, /Judul contoh/);
		assert.equal(pathOf(await nobody.get(`/upload/new?assessment=${id}&item=1`)),
			`/account/?next=/upload/new%3Fassessment%3D${id}%26item%3D1`);
	});

	it('a database that is away', async () => {
		const page = await operator.get('/upload/new');
		const answer = await stack.withoutDatabase(() => operator.submit(page, { ...typed,
			file: { filename: 'a.pdf', content: pdf(fresh()) } }));
		assert.equal(answer.status, 503);
		assert.match(answer.text, /Judul contoh/);
	});
});

describe('room', () => {
	after(() => {
		setting('agency_quota_mib', 2048);
		setting('file_max_mib', 50);
	});
	const sized = (bytes) => upload({ file: { filename: 'a.pdf', content: Buffer.concat([pdf(fresh()), Buffer.alloc(bytes)]).subarray(0, bytes) } });

	it('is taken by one file to its last byte', async () => {
		setting('file_max_mib', 1);
		assert.equal((await sized(MIB + 1)).status, 413);
		assert.equal((await sized(MIB)).status, 200);
		setting('file_max_mib', 50);
		diskAgrees();
	});

	it('is taken by all files of an agency to its last byte', async () => {
		const used = Number(one(`SELECT SUM(r.bytes) AS n FROM revision r
			JOIN document d ON d.id = r.document_id WHERE d.agency_id = 1`).n);
		const limit = Math.ceil(used / MIB) + 1;
		setting('agency_quota_mib', limit);
		assert.equal((await sized(limit * MIB - used + 1)).status, 413);
		assert.equal((await sized(limit * MIB - used)).status, 200);
		assert.equal((await sized(1000)).status, 413);
		diskAgrees();
	});
});

describe('the quota at the commit', () => {
	after(() => setting('agency_quota_mib', 2048));

	it('lets one of two in that fit alone', async () => {
		const used = Number(one(`SELECT SUM(r.bytes) AS n FROM revision r
			JOIN document d ON d.id = r.document_id WHERE d.agency_id = 1`).n);
		setting('agency_quota_mib', Math.ceil(used / MIB) + 2);
		const second = await as('operator2.satu');
		const big = () => ({ file: { filename: 'a.pdf', content: Buffer.concat([pdf(fresh()), Buffer.alloc(1.4 * MIB)]) } });
		const pages = await Promise.all([upload(big()), upload(big(), { who: second }), upload(big()),
			upload(big(), { who: second })]);
		const won = pages.filter((page) => page.status === 200);
		assert.ok(won.length >= 1 && won.length <= 2, String(won.length));
		pages.filter((page) => page.status !== 200).forEach((page) => {
			assert.equal(page.status, 413);
			assert.match(page.errors[0], /Ruang simpan/);
		});
		const now = Number(one(`SELECT SUM(r.bytes) AS n FROM revision r
			JOIN document d ON d.id = r.document_id WHERE d.agency_id = 1`).n);
		assert.ok(now <= (Math.ceil(used / MIB) + 2) * MIB);
		diskAgrees();
	});
});

describe('a process that is killed', () => {
	/* While another connection holds the agency's row, an upload waits between its file and its row. */
	const hold = () => spawn('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`,
		'matang', '-e', 'START TRANSACTION; SELECT id FROM agency WHERE id = 1 FOR UPDATE; DO SLEEP(3)']);

	it('leaves nothing that is seen; the file is swept and the person goes on', async (t) => {
		if (!workers().length)
			return t.skip('no process outlives its request here');
		const before = filesOnDisk(), rows = one('SELECT COUNT(*) AS n FROM document').n;
		const held = hold();
		const [answer] = await Promise.all([upload({ title: 'Terputus' }).catch((error) => error), (async () => {
			while (filesOnDisk().filter((name) => !name.startsWith('staged')).length === before.length)
				await new Promise((done) => setTimeout(done, 20));
			await new Promise((done) => setTimeout(done, 200));
			workers().forEach((pid) => process.kill(Number(pid), 'SIGKILL'));
		})()]);
		if (held.exitCode === null)
			await once(held, 'exit');
		assert.ok(answer instanceof Error || answer.status >= 500, String(answer.status));

		const [left] = filesOnDisk().filter((name) => !before.includes(name));
		assert.equal(filesOnDisk().length, before.length + 1);
		assert.equal(one('SELECT COUNT(*) AS n FROM document').n, rows);
		assert.equal((await operator.get('/upload/?q=Terputus')).all('tbody tr').length, 0);
		const old = new Date(Date.now() - 3 * 3600 * 1000);
		utimesSync(path.join(stack.files, left), old, old);
		assert.match(stack.matang(['sweep', '--older-than', '1', '--remove']).stdout, new RegExp(left));
		diskAgrees();
		await stored({ title: 'Terputus, lalu lagi' });
		diskAgrees();
	});
});

describe('the same file once more', behindOne, () => {
	it('is offered from the library, and may be kept without sending it again', async () => {
		const content = pdf(fresh());
		const first = await stored({ title: 'Yang pertama', file: { filename: 'satu.pdf', content } });
		const files = filesOnDisk().length;
		const asked = await upload({ title: 'Yang kedua', kind: 'surat', number: '7', dated: '2026-01-02',
			file: { filename: 'dua.pdf', content } });
		assert.equal(asked.status, 409);
		assert.match(asked.heading, /sudah ada/);
		assert.match(asked.words(), /Yang pertama/);
		assert.ok(asked.link('Pakai dokumen yang sudah ada').endsWith(`/upload/document/${first}`));
		assert.equal(filesOnDisk().length, files);

		const page = await operator.submit(asked);
		assert.equal(page.status, 200);
		const second = documentOf(page);
		assert.notEqual(second, first);
		const row = one(`SELECT d.title, d.kind, d.number, d.dated, LOWER(HEX(r.sha256)) AS sum FROM document d
			JOIN revision r ON r.document_id = d.id WHERE d.id = ${second}`);
		assert.deepEqual(Object.values(row), ['Yang kedua', 'surat', '7', '2026-01-02', sha256(content)]);
		assert.match(page.words(), /Berkas yang sama persis juga tersimpan sebagai Yang pertama/);
		diskAgrees();
	});

	it('sent by two presses at once, is one document', async (t) => {
		const file = { filename: 'ditekan.pdf', content: pdf(fresh()) };
		/* Both have looked for the same content before one of them is stored. */
		const rival = spawn('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`,
			'--batch', '--unbuffered', 'matang'], { stdio: ['pipe', 'pipe', 'inherit'] });
		t.after(() => rival.kill());
		rival.stdin.write('START TRANSACTION; SELECT number FROM agency_stamp WHERE agency_id = 1 FOR UPDATE;\n');
		await once(rival.stdout, 'data');
		const sent = [1, 2].map(() => upload({ title: 'Ditekan berkali-kali', file }));
		await until('both wait', () => Number(one(`SELECT COUNT(*) AS n FROM information_schema.innodb_trx
			WHERE trx_state = 'LOCK WAIT'`).n) === 2);
		rival.stdin.end('ROLLBACK;\n');
		const pages = await Promise.all(sent);
		assert.deepEqual(pages.map((page) => page.status).sort(), [200, 409]);
		const made = documentOf(pages.find((page) => page.status === 200));
		for (const page of pages.filter((one) => one.status === 409))
			assert.ok(page.link('Pakai dokumen yang sudah ada').endsWith(`/upload/document/${made}`));
		assert.equal(Number(one("SELECT COUNT(*) AS n FROM document WHERE title = 'Ditekan berkali-kali'").n), 1);
		diskAgrees();
	});

	it('under a criterion, is one press', async () => {
		const content = pdf(fresh());
		const [item] = city.items(4);
		const first = await stored({ file: { filename: 'satu.pdf', content } });
		const asked = await upload({ file: { filename: 'satu.pdf', content } },
			{ query: `?assessment=${id}&item=${item.id}` });
		assert.equal(asked.status, 409);
		const page = await operator.submit(asked, {}, { form: 'form[action*=attach]', follow: false });
		assert.match(pathOf(page), /^\/questionnaire\/\d+\/4\?done=linked&level=\d#documents-\d$/);
		assert.ok(liveLinks().some((one) => one.item === item.id && one.document === first));
	});

	it('is not taken from another agency, nor from a file that was damaged', async () => {
		const theirs = revisionOf(await stored({}, { who: await as('operator.dua') }));
		const token = operator.csrf(await operator.get('/upload/new'));
		const fields = { csrf: token, kind: 'sop', title: 'Contoh' };
		assert.equal((await operator.post('/upload/new', { ...fields, same: theirs })).status, 404);
		assert.equal((await operator.post('/upload/new', { ...fields, same: 999999 })).status, 404);

		const own = await stored();
		const { stored_name: name } = one(`SELECT stored_name FROM revision WHERE document_id = ${own}`);
		const place = path.join(stack.files, name), kept = readFileSync(place);
		writeFileSync(place, Buffer.concat([kept, Buffer.from('x')]));
		const page = await operator.post('/upload/new', { ...fields, same: revisionOf(own) });
		writeFileSync(place, kept);
		assert.equal(page.status, 422);
		assert.match(page.errors[0], /Pilih berkasnya sekali lagi/);
		diskAgrees();
	});

	it('is not found in another agency, nor in the archive', async () => {
		const content = pdf(fresh());
		const first = await stored({ file: { filename: 'a.pdf', content } });
		await stored({ file: { filename: 'a.pdf', content } }, { who: await as('operator.dua') });
		const page = await operator.get(`/upload/document/${first}`);
		await operator.submit(page, {}, { form: 'form[action$=archive]' });
		await stored({ file: { filename: 'a.pdf', content } });
	});
});

describe('an address elsewhere', behindOne, () => {
	const note = async (fields, options) => operator.submit(await operator.get('/upload/new/address'),
		{ title: 'Folder contoh', kind: 'foto', outside_address: 'https://contoh.example/a?b=1&c=2#d', ...fields }, options);

	it('is kept, flagged, and counts for nothing', async () => {
		const page = await note();
		assert.equal(page.status, 200);
		assert.match(page.words(), /hanya berupa alamat luar: tidak disimpan, tidak dihitung/);
		assert.equal(page.link('https://contoh.example/a?b=1&c=2#d'), 'https://contoh.example/a?b=1&c=2#d');
		const list = await operator.get('/upload/?show=outside');
		assert.ok(list.words().includes('Folder contoh') && list.words().includes('Alamat luar'));
	});

	it('must lead where it says', async () => {
		for (const bad of ['http://contoh.example/', 'javascript:alert(1)', 'https://', 'https://localhost/',
			'https://bank.example@lain.example/', 'https://bank.example:x@lain.example/', 'https://bank.example:1@lain.example/',
			'https://.example/', 'https://contoh.example./', 'https://contoh.example/a b', 'https://contoh.example/"><script>',
			'//contoh.example/', 'ftp://contoh.example/', 'HTTPS//contoh', 'https://contoh.example\\@lain.example/']) {
			const page = await note({ outside_address: bad });
			assert.equal(page.status, 422, bad);
			assert.equal(page.one('#outside_address').getAttribute('value'), bad);
		}
		assert.equal((await note({ outside_address: '' })).status, 422);
		assert.equal((await note({ title: '' })).status, 422);
		assert.equal((await note({ outside_address: 'https://contoh.example:8443/x' })).status, 200);
	});

	it('gets its file later', async () => {
		const page = await note();
		const after = await operator.submit(page, { file: { filename: 'a.pdf', content: pdf(fresh()) } },
			{ form: 'form[action$=revision]' });
		assert.equal(after.status, 200);
		assert.match(after.words(), /Unduh revisi 1/);
		assert.doesNotMatch(after.words(), /hanya berupa alamat luar/);
	});
});

/* ---- the document ------------------------------------------------------------------------------------ */

describe('a document', behindOne, () => {
	let document, page;

	beforeEach(async () => {
		document = await stored({ title: 'Laporan contoh' });
		page = await operator.get(`/upload/document/${document}`);
	});

	const revise = (content, from = page) => operator.submit(from, { file: { filename: 'revisi.pdf', content } },
		{ form: 'form[action$=revision]' });

	it('is read by its agency and the teams of its region, and exists for nobody else', async () => {
		for (const name of READERS) {
			const seen = await (await as(name)).get(`/upload/document/${document}`);
			assert.equal(seen.status, 200, name);
			assert.equal(seen.all('main form').length > 0, name === 'operator.satu', name);
		}
		for (const name of STRANGERS)
			assert.equal((await (await as(name)).get(`/upload/document/${document}`)).status, 404, name);
		assert.equal((await (await as('admin.kota')).get(`/upload/document/${document}`)).status, 403);
		assert.equal((await operator.get('/upload/document/999999')).status, 404);
		assert.equal((await operator.get('/upload/document/x')).status, 404);
	});

	it('is changed by its operators alone', async () => {
		const token = (client) => client.get('/account/profile').then((one) => client.csrf(one));
		const fields = { title: 'Lain', kind: 'sop', number: '', dated: '', period_from: '', period_until: '',
			outside_address: '', version: 1 };
		for (const name of [...READERS.slice(1), ...STRANGERS]) {
			const client = await as(name), csrf = await token(client);
			const status = name.startsWith('operator') ? 404 : 403;
			assert.equal((await client.post(`/upload/document/${document}/edit`, { csrf, ...fields })).status, status, name);
			for (const what of ['archive', 'restore'])
				assert.equal((await client.post(`/upload/document/${document}/${what}`, { csrf, version: 1 })).status,
					status, name);
			assert.equal((await client.postMultipart(`/upload/document/${document}/revision`,
				[['csrf', csrf], ['file', { filename: 'a.pdf', content: pdf(fresh()) }]])).status, status, name);
			assert.equal((await client.get(`/upload/document/${document}/edit`)).status, status, name);
			assert.equal((await client.get(`/upload/document/${document}/criteria`)).status, status, name);
		}
		diskAgrees();
	});

	it('refuses the wrong method, the missing token, the unknown field', async () => {
		for (const what of ['edit', 'revision', 'archive', 'restore', 'criteria'])
			assert.equal((await operator.request('DELETE', `/upload/document/${document}/${what}`)).status, 405);
		assert.equal((await operator.get(`/upload/document/${document}/archive`)).status, 405);
		assert.equal((await operator.post(`/upload/document/${document}`)).status, 405);
		for (const what of ['edit', 'archive', 'restore', 'criteria'])
			assert.equal((await operator.post(`/upload/document/${document}/${what}`, { version: 1 })).status,
				what === 'criteria' ? 400 : 403, what);
		const csrf = operator.csrf(page);
		assert.equal((await operator.post(`/upload/document/${document}/edit`, { csrf, agency_id: 2 })).status, 400);
		assert.equal((await operator.get(`/upload/document/${document}?x=1`)).status, 400);
	});

	it('is described anew, and what changed is history', async () => {
		const form = await operator.get(`/upload/document/${document}/edit`);
		const saved = await operator.submit(form, { title: 'Laporan akhir', number: '9', period_from: '2026-01-01' });
		assert.match(saved.words(), /Perubahan sudah tersimpan/);
		assert.equal(saved.heading, 'Laporan akhir');
		const rows = history('document', document);
		assert.deepEqual(rows.at(-1), { from: 'Judul: Laporan contoh; Nomor: ; Awal masa berlaku: ',
			to: 'Judul: Laporan akhir; Nomor: 9; Awal masa berlaku: 2026-01-01', reason: '', variable: null,
			who: 'operator.satu' });
		assert.match(saved.words('.matang-history'), /mengubah “Judul: Laporan contoh/);

		/* nothing changed: nothing to tell */
		await operator.submit(await operator.get(`/upload/document/${document}/edit`));
		assert.equal(history('document', document).length, rows.length);
	});

	it('is not described by two at once', async () => {
		const second = await as('operator2.satu');
		const mine = await operator.get(`/upload/document/${document}/edit`);
		const theirs = await second.get(`/upload/document/${document}/edit`);
		await operator.submit(mine, { title: 'Judul saya' });
		const late = await second.submit(theirs, { title: 'Judul rekan' });
		assert.equal(late.status, 409);
		assert.match(late.text, /Judul rekan/);
		assert.equal(one(`SELECT title FROM document WHERE id = ${document}`).title, 'Judul saya');
	});

	it('keeps what was typed when it cannot be taken', async () => {
		const form = await operator.get(`/upload/document/${document}/edit`);
		const answer = await operator.submit(form, { title: '', number: '77/contoh' });
		assert.equal(answer.status, 422);
		assert.match(answer.errors[0], /Judul wajib diisi/);
		assert.equal(answer.one('#number').getAttribute('value'), '77/contoh');
	});

	it('gets revisions, and every one stays', async () => {
		const bytes = [pdf(fresh()), png(fresh())];
		const second = await revise(bytes[0]);
		assert.match(second.words(), /Revisi baru sudah tersimpan/);
		const third = await revise(bytes[1], second);
		assert.equal(third.all('.matang-documents').at(0).querySelectorAll('li').length, 3);
		const rows = stack.sql(`SELECT number, type FROM revision WHERE document_id = ${document} ORDER BY number`);
		assert.deepEqual(rows.map((row) => row.number), ['1', '2', '3']);
		assert.equal(rows[2].type, 'image/png');
		for (const sum of bytes.map(sha256))
			assert.ok(third.words().includes(sum));
		assert.deepEqual(history('document', document).map((row) => [row.from, row.to.slice(0, 8)]),
			[['', 'Revisi 1'], ['Revisi 1', 'Revisi 2'], ['Revisi 2', 'Revisi 3']]);
		diskAgrees();
	});

	it('does not get the same revision twice', async () => {
		const content = readFileSync(path.join(stack.files,
			one(`SELECT stored_name FROM revision WHERE document_id = ${document}`).stored_name));
		const again = await revise(content);
		assert.equal(again.status, 422);
		assert.match(again.errors[0], /sama persis dengan revisi 1/);
		assert.equal((await revise(LIARS[0][1])).status, 422);
		assert.equal(again.heading, 'Laporan contoh');
		diskAgrees();
	});

	it('gets two revisions that come at once', async () => {
		const [first, second] = await Promise.all([revise(pdf(fresh())),
			(async () => {
				const who = await as('operator2.satu');
				return who.submit(await who.get(`/upload/document/${document}`),
					{ file: { filename: 'b.pdf', content: pdf(fresh()) } }, { form: 'form[action$=revision]' });
			})()]);
		assert.deepEqual([first.status, second.status], [200, 200]);
		assert.deepEqual(stack.sql(`SELECT number FROM revision WHERE document_id = ${document} ORDER BY number`)
			.map((row) => row.number), ['1', '2', '3']);
		diskAgrees();
	});

	it('goes to the archive and comes back; nothing is deleted', async () => {
		const [item] = city.items(5);
		await attach(item.id, [document]);
		page = await operator.get(`/upload/document/${document}`);
		const stale = operator.csrf(page);
		const archived = await operator.submit(page, {}, { form: 'form[action$=archive]' });
		assert.match(archived.words(), /diarsipkan/);
		assert.equal(archived.all('a[href$="/edit"]').length, 0);
		assert.ok(liveLinks().some((one) => one.document === document));
		assert.ok(!(await operator.get('/upload/?q=Laporan+contoh')).all('tbody a')
			.some((a) => a.getAttribute('href').endsWith(`/${document}`)));
		assert.ok((await operator.get('/upload/?show=archived')).all('tbody a')
			.some((a) => a.getAttribute('href').endsWith(`/${document}`)));
		assert.equal((await operator.get(`/upload/file/${revisionOf(document)}`)).status, 200);

		/* while it is there */
		assert.equal((await operator.get(`/upload/document/${document}/edit`)).status, 409);
		assert.equal((await operator.get(`/upload/document/${document}/criteria`)).status, 409);
		assert.equal((await operator.postMultipart(`/upload/document/${document}/revision`, [['csrf', stale],
			['file', { filename: 'a.pdf', content: pdf(fresh()) }]])).status, 409);
		assert.equal((await operator.post(`/upload/document/${document}/archive`, { csrf: stale, version: 1 })).status, 409);

		const back = await operator.submit(archived, {}, { form: 'form[action$=restore]' });
		assert.match(back.words(), /kembali ke pustaka/);
		assert.deepEqual(history('document', document).slice(-2).map((row) => [row.from, row.to]),
			[['Di pustaka', 'Diarsipkan'], ['Diarsipkan', 'Di pustaka']]);
		diskAgrees();
	});
});

/* ---- the library --------------------------------------------------------------------------------------- */

describe('the library', behindOne, () => {
	const titles = (page) => page.all('tbody th a').map((a) => a.words);
	let who;

	before(async () => {
		who = await as('operator.kabupaten');
		for (let i = 1; i <= 23; i++)
			await stored({ title: `Contoh ke-${i}`, kind: i % 2 ? 'sop' : 'surat', number: i === 7 ? '100%_x' : '' }, { who });
	});

	it('lists the newest first, by pages', async () => {
		const first = await who.get('/upload/');
		assert.match(first.words(), /23 dokumen/);
		assert.equal(titles(first).length, 20);
		assert.equal(titles(first)[0], 'Contoh ke-23');
		const second = await who.get(first.link('Berikutnya'));
		assert.deepEqual(titles(second), ['Contoh ke-3', 'Contoh ke-2', 'Contoh ke-1']);
		assert.equal(pathOf(await who.get('/upload/?page=9')), '/upload/');
		for (const bad of ['page=0', 'page=x', 'kind=x', 'show=all'])
			assert.equal((await who.get(`/upload/?${bad}`)).status, 404, bad);
		assert.equal((await who.get('/upload/?sort=title')).status, 400);
	});

	it('is searched by title, number, kind and use', async () => {
		assert.deepEqual(titles(await who.get('/upload/?q=ke-2&kind=surat&show=')), ['Contoh ke-22', 'Contoh ke-20', 'Contoh ke-2']);
		assert.deepEqual(titles(await who.get('/upload/?q=contoh+13')), ['Contoh ke-13']);
		assert.deepEqual(titles(await who.get(`/upload/?q=${encodeURIComponent('0%_')}`)), ['Contoh ke-7']);
		assert.deepEqual(titles(await who.get(`/upload/?q=${encodeURIComponent('_%')}`)), []);
		assert.deepEqual(titles(await who.get(`/upload/?q=${encodeURIComponent("'; DROP")}`)), []);
		assert.match((await who.get('/upload/?q=tidak-ada')).words(), /Tidak ada yang cocok/);
		const page = await who.get('/upload/?kind=sop&q=ke');
		assert.equal(page.one('#q').getAttribute('value'), 'ke');
		assert.equal(page.one('#kind option[selected]').getAttribute('value'), 'sop');
	});

	it('says where each is used, and which is not used', async () => {
		const assessment = city.assessment('Dinas Contoh Kabupaten');
		const [item] = city.items(3), [another] = city.items(9);
		const [newest] = (await who.get('/upload/')).all('tbody th a').map((a) => a.getAttribute('href').split('/').at(-1));
		for (const of of [item, another])
			await who.submit(await who.get(`/upload/attach/${assessment}/${of.id}`), { [`document-${newest}`]: '1' },
				{ form: 'form:has(.matang-choices)' });
		assert.match((await who.get('/upload/')).rows()[1].join(' '), new RegExp(`${city.year}: variabel 3, 9`));
		assert.ok(!titles(await who.get('/upload/?show=unused')).includes('Contoh ke-23'));
		assert.ok(titles(await who.get('/upload/?show=unused')).includes('Contoh ke-22'));
	});

	it('is read by the head, and written by no other role', async () => {
		const page = await (await as('kepala.satu')).get('/upload/');
		assert.equal(page.status, 200);
		assert.equal(page.all('a[href$="/upload/new"]').length, 0);
		assert.equal((await (await as('kepala.satu')).get('/upload/new')).status, 403);
		assert.equal((await (await as('admin.kota')).get('/upload/')).status, 403);
		assert.equal((await stack.client().get('/upload/')).status, 303);
		assert.equal((await operator.post('/upload/')).status, 405);
	});

	it('says how much room is used', async () => {
		const bytes = one(`SELECT SUM(r.bytes) AS n FROM revision r JOIN document d ON d.id = r.document_id
			WHERE d.agency_id = 4`).n;
		assert.match((await who.get('/upload/')).words('.matang-quota'), /^\d[\d,]* kB dari 2 GB ruang simpan terpakai$/);
		assert.ok(Number(bytes) > 1024);
	});
});

/* ---- links ------------------------------------------------------------------------------------------------ */

async function attach(item, documents, { who = operator, assessment = id } = {}) {
	const page = await who.get(`/upload/attach/${assessment}/${item}`);
	return who.submit(page, Object.fromEntries(documents.map((key) => [`document-${key}`, '1'])),
		{ form: 'form:has(.matang-choices)', follow: false });
}

const linkAt = (item, document) => liveLinks().find((one) => one.item === item && one.document === document);

describe('documents under criteria', behindOne, () => {
	let item, third;

	beforeEach(() => {
		stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}; DELETE FROM history WHERE assessment_id = ${id};
			UPDATE assessment SET state = 'draft' WHERE id = ${id};
			UPDATE answer SET needs_correction = 0, corrected = 0 WHERE assessment_id = ${id};`);
		third = city.items(3);
		item = third.find((one) => one.level === 3);
	});

	it('several at once, from the library; the first makes the assessment a draft', async () => {
		city.setState(id, 'not_started');
		const documents = [await stored(), await stored()];
		const answer = await attach(item.id, documents);
		assert.match(pathOf(answer), /^\/questionnaire\/\d+\/3\?done=linked&level=\d#documents-\d$/);
		assert.deepEqual(liveLinks().map((one) => one.document), documents);
		assert.equal(one(`SELECT state FROM assessment WHERE id = ${id}`).state, 'draft');
		assert.deepEqual(history('state', id).map((row) => [row.from, row.to]), [['not_started', 'draft']]);
		for (const { id: key } of liveLinks())
			assert.deepEqual(history('link', key), [{ from: '', to: `3/III/${item.position}`, reason: '',
				variable: '3', who: 'operator.satu' }]);

		/* there already: nothing happens twice */
		const page = await operator.get(`/upload/attach/${id}/${item.id}`);
		assert.ok(page.one(`#document-${documents[0]}`).hasAttribute('disabled'));
		await operator.post(`/upload/attach/${id}/${item.id}`, { csrf: operator.csrf(page), [`document-${documents[0]}`]: 1 });
		assert.equal(liveLinks().length, 2);
		assert.equal(history('link', liveLinks()[0].id).length, 1);
	});

	it('a new one, in one go, by file or by address', async () => {
		const page = await operator.get(`/upload/attach/${id}/${item.id}`);
		const answer = await operator.submit(page, { kind: 'sop', title: 'Baru', file: { filename: 'a.pdf', content: pdf(fresh()) } },
			{ form: 'form[enctype]', follow: false });
		assert.match(pathOf(answer), /^\/questionnaire\/\d+\/3\?done=linked&level=\d#documents-\d$/);
		const address = await operator.get(page.link('Catat alamatnya'));
		assert.match(pathOf(await operator.submit(address, { kind: 'foto', title: 'Folder', outside_address: 'https://contoh.example/' },
			{ follow: false })), /\/3\?done=linked&level=\d#documents-\d$/);
		assert.deepEqual(liveLinks().map((one) => one.item), [item.id, item.id]);
		assert.equal((await operator.follow(answer)).status, 200);
	});

	it('a new one that is refused comes back with its criterion', async () => {
		const page = await operator.get(`/upload/attach/${id}/${item.id}`);
		const answer = await operator.submit(page, { kind: 'sop', file: { filename: 'a.pdf', content: LIARS[0][1] } },
			{ form: 'form[enctype]' });
		assert.equal(answer.status, 422);
		assert.ok(answer.words().includes(item.title));
		const again = await operator.submit(answer, { file: { filename: 'a.pdf', content: pdf(fresh()) } }, { follow: false });
		assert.match(pathOf(again), /^\/questionnaire\/\d+\/3\?done=linked&level=\d#documents-\d$/);
	});

	it('offered are first those of this criterion in another year, then those that are called alike', async () => {
		const wanted = city.items(3).find(({ title }) => /Standar Pelayanan/.test(title));
		const old = await stored({ title: 'Berkas tahun lalu' }), alike = await stored({ title: 'Maklumat standar pelayanan' });
		await stored({ title: 'Yang terbaru' });
		const before = Number(stack.sql(`SELECT a.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id
			WHERE c.year = ${city.year - 1} AND a.agency_id = (SELECT agency_id FROM assessment WHERE id = ${id})`)[0].id);
		stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			SELECT ${before}, ${wanted.id}, ${old}, UTC_TIMESTAMP(3), created_by FROM document WHERE id = ${old}`);
		const { id: key } = one(`SELECT MAX(id) AS id FROM evidence_link`);
		const page = await operator.get(`/upload/attach/${id}/${wanted.id}`);
		const offered = page.all('.matang-choices input').map((input) => Number(input.getAttribute('name').split('-')[1]));
		assert.deepEqual(offered.slice(0, 2), [old, alike]);
		assert.match(page.words(`#document-${old}-hint`), /^Tahun lain di kriteria ini/);
		assert.doesNotMatch(page.words(`#document-${alike}-hint`), /Tahun lain/);
		stack.sql(`DELETE FROM evidence_link WHERE id = ${key}`);
	});

	it('found by searching', async () => {
		await stored({ title: 'Jarum contoh', number: 'J-1' });
		const page = await operator.get(`/upload/attach/${id}/${item.id}?q=jarum`);
		assert.equal(page.all('.matang-choices input').length, 1);
		assert.match((await operator.get(`/upload/attach/${id}/${item.id}?q=jerami-x`)).words(), /Tidak ada dokumen/);
		const none = await operator.submit(page, {}, { form: 'form:has(.matang-choices)' });
		assert.equal(none.status, 422);
		assert.match(none.errors[0], /Pilih paling sedikit satu dokumen/);
	});

	it('many criteria for one document, from its page', async () => {
		const document = await stored();
		const chosen = [third[0], third.at(-1)];
		const variables = await operator.get(`/upload/document/${document}/criteria`);
		assert.equal(variables.all('.govuk-task-list__link').length, 11);
		const page = await operator.get(variables.link('3. '));
		const answer = await operator.submit(page, Object.fromEntries(chosen.map((one) => [`item-${one.id}`, '1'])));
		assert.match(answer.words(), /Dokumen sudah ditautkan/);
		assert.deepEqual(liveLinks().map((one) => one.item), chosen.map((one) => one.id));
		const again = await operator.get(`/upload/document/${document}/criteria?variable=3`);
		assert.ok(again.one(`#item-${chosen[0].id}`).hasAttribute('disabled'));
		assert.equal((await operator.submit(again)).status, 422);
		for (const bad of ['variable=99', 'variable=0', 'variable=x'])
			assert.equal((await operator.get(`/upload/document/${document}/criteria?${bad}`)).status, 404, bad);
		assert.equal((await operator.get(`/upload/document/${document}/criteria?variable=12`)).status, 404);
		const csrf = operator.csrf(again);
		assert.equal((await operator.post(`/upload/document/${document}/criteria`, { csrf, variable: 3, 'item-999999': 1 })).status, 404);
	});

	it('only documents and criteria of the own agency', async () => {
		const dua = await as('operator.dua');
		const theirs = await stored({}, { who: dua }), own = await stored();
		const csrf = operator.csrf(await operator.get(`/upload/attach/${id}/${item.id}`));
		const post = (place, fields) => operator.post(`/upload/attach/${place}`, { csrf, ...fields });
		assert.equal((await post(`${id}/${item.id}`, { [`document-${theirs}`]: 1 })).status, 404);
		assert.equal((await post(`${id}/${item.id}`, { [`document-${own}`]: 1, [`document-${theirs}`]: 1 })).status, 404);
		assert.equal((await post(`${other}/${item.id}`, { [`document-${own}`]: 1 })).status, 404);
		assert.equal((await post(`${id}/999999`, { [`document-${own}`]: 1 })).status, 404);
		assert.equal((await operator.get(`/upload/attach/${other}/${item.id}`)).status, 404);
		assert.equal((await operator.get(`/upload/new?assessment=${other}&item=${item.id}`)).status, 404);
		assert.equal((await operator.get(`/upload/new?item=${item.id}`)).status, 404);
		assert.equal((await upload({}, { query: '' })).status, 200);
		assert.deepEqual(liveLinks(), []);
		stack.sql(`UPDATE document SET archived_at = UTC_TIMESTAMP(3) WHERE id = ${own}`);
		assert.equal((await post(`${id}/${item.id}`, { [`document-${own}`]: 1 })).status, 404);
		for (const fields of [{ [`document-${own}`]: 2 }, {}])
			assert.equal((await post(`${id}/${item.id}`, fields)).status, 422);
		assert.equal((await post(`${id}/${item.id}`, { 'document-x': 1 })).status, 400);
	});

	it('by the operator alone', async () => {
		for (const name of ['kepala.satu', 'verifikator', 'validator', 'auditor', 'admin.kota']) {
			const client = await as(name);
			assert.equal((await client.get(`/upload/attach/${id}/${item.id}`)).status, 403, name);
			assert.equal((await client.get('/upload/new')).status, 403, name);
		}
	});

	for (const state of ['submitted', 'verified', 'validated', 'signed', 'received', 'reported'])
		it(`not while ${state}: neither put, nor taken away, nor moved`, async () => {
			const document = await stored();
			await attach(item.id, [document]);
			const key = linkAt(item.id, document).id;
			const page = await operator.get(`/upload/document/${document}`);
			city.setState(id, state);
			assert.equal((await operator.get(`/upload/attach/${id}/${third[0].id}`)).status, 409);
			assert.equal((await operator.post(`/upload/attach/${id}/${third[0].id}`,
				{ csrf: operator.csrf(page), [`document-${document}`]: 1 })).status, 409);
			assert.equal((await operator.post(`/upload/link/${key}/remove`, { csrf: operator.csrf(page) })).status, 409);
			assert.equal((await operator.get(`/upload/link/${key}/move`)).status, 409);
			assert.equal((await operator.get(`/upload/document/${document}/criteria`)).status, 409);
			assert.equal((await upload({}, { query: '' })).status, 200, 'the library stays open');
			const now = await operator.get(`/upload/document/${document}`);
			assert.deepEqual(now.all('form[action*=link], a[href$=criteria], a[href$=move]'), []);
			assert.equal(liveLinks().length, 1);
		});

	it('in a return, only under the variables named', async () => {
		const document = await stored();
		await attach(item.id, [document]);
		city.setState(id, 'returned');
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.needs_correction = 1
			WHERE n.assessment_id = ${id} AND v.number = 4`);
		const [fourth] = city.items(4);
		assert.equal((await operator.get(`/upload/attach/${id}/${item.id}`)).status, 409);
		assert.equal((await operator.get(`/upload/link/${linkAt(item.id, document).id}/move`)).status, 409);
		assert.equal((await attach(fourth.id, [document])).status, 303);

		const page = await operator.get(`/upload/document/${document}/criteria`);
		assert.deepEqual(page.all('.govuk-task-list__link').map((a) => a.words.slice(0, 2)), ['4.']);
		const csrf = operator.csrf(await operator.get(`/upload/document/${document}/criteria?variable=4`));
		assert.equal((await operator.post(`/upload/document/${document}/criteria`,
			{ csrf, variable: 3, [`item-${third[0].id}`]: 1 })).status, 409);
		const key = linkAt(fourth.id, document).id;
		assert.equal((await operator.post(`/upload/link/${key}/move`, { csrf, variable: 3, version: 1, item: third[0].id,
			reason: 'Alasan contoh.' })).status, 409);
		assert.equal(liveLinks().length, 2);
	});

	it('not in a cycle that is closed', async () => {
		stack.sql(`UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1`);
		try {
			assert.equal((await operator.get(`/upload/attach/${id}/${item.id}`)).status, 409);
		} finally {
			stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1`);
		}
	});

	it('taken away, and put back as new', async () => {
		const document = await stored();
		await attach(item.id, [document]);
		const key = linkAt(item.id, document).id;
		stack.sql(`UPDATE evidence_link SET city_decision = 'rejected', city_reason = 'Belum ditandatangani',
			city_revision_id = ${revisionOf(document)} WHERE id = ${key}`);
		const page = await operator.get(`/upload/document/${document}`);
		const answer = await operator.submit(page, {}, { form: `form[action$="link/${key}/remove"]` });
		assert.match(answer.words(), /Tautan dokumen sudah dilepas/);
		assert.equal(answer.heading, page.heading);
		assert.deepEqual([link(key).live, link(key).city_decision], ['0', 'rejected']);
		assert.equal((await operator.post(`/upload/link/${key}/remove`, { csrf: operator.csrf(page) })).status, 404);

		await attach(item.id, [document]);
		assert.equal(linkAt(item.id, document).id, key);
		assert.deepEqual([link(key).city_decision, link(key).city_reason, link(key).city_revision_id], [null, '', null]);
		assert.deepEqual(history('link', key).map((row) => [row.from, row.to]),
			[['', `3/III/${item.position}`], [`3/III/${item.position}`, ''], ['', `3/III/${item.position}`]]);
		const from = await operator.post(`/upload/link/${key}/remove`, { csrf: operator.csrf(page) });
		assert.equal(pathOf(from), `/questionnaire/${id}/3?done=unlinked`);
	});

	it('taken away by its own operators alone', async () => {
		const document = await stored();
		await attach(item.id, [document]);
		const key = linkAt(item.id, document).id;
		for (const [name, status] of [['operator.dua', 404], ['operator.kabupaten', 404], ['kepala.satu', 403],
			['verifikator', 403], ['auditor', 403]]) {
			const client = await as(name);
			const csrf = client.csrf(await client.get('/account/profile'));
			assert.equal((await client.post(`/upload/link/${key}/remove`, { csrf })).status, status, name);
		}
		assert.equal((await operator.post(`/upload/link/${key}/remove`, {})).status, 403);
		assert.equal((await operator.get(`/upload/link/${key}/remove`)).status, 405);
	});
});

describe('a link moves', behindOne, () => {
	let document, key, item, target;

	beforeEach(async () => {
		stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}; DELETE FROM history WHERE assessment_id = ${id};
			UPDATE assessment SET state = 'draft' WHERE id = ${id};`);
		item = city.items(3).find((one) => one.level === 3);
		target = city.items(5).find((one) => one.level === 2);
		document = await stored({ title: 'Dokumen pindah' });
		await attach(item.id, [document]);
		key = linkAt(item.id, document).id;
		stack.sql(`UPDATE evidence_link SET city_decision = 'accepted', city_revision_id = ${revisionOf(document)},
			province_decision = 'accepted', province_revision_id = ${revisionOf(document)} WHERE id = ${key}`);
	});

	async function move(who, fields = {}, options = { follow: false }) {
		const first = await who.get(`/upload/link/${key}/move`);
		assert.equal(first.status, 200, first.words());
		const page = await who.get(first.link('5. '));
		return who.submit(page, { item: target.id, reason: 'Dialihkan ke indikator 5.', ...fields }, options);
	}

	for (const [name, state, back] of [['operator.satu', 'draft', 'questionnaire'], ['verifikator', 'submitted', 'verify'],
		['validator', 'verified', 'verify']])
		it(`by ${name} while ${state}: decisions stay behind, and the reason is kept`, async () => {
			city.setState(id, state);
			const who = await as(name);
			const answer = await move(who);
			assert.equal(pathOf(answer), `/${back}/${id}/3?done=moved`);
			assert.deepEqual([link(key).live, link(key).city_decision], ['0', 'accepted']);
			const moved = linkAt(target.id, document);
			assert.deepEqual([link(moved.id).city_decision, link(moved.id).province_decision], [null, null]);
			assert.deepEqual(history('link', moved.id).at(-1), { from: `3/III/${item.position}`,
				to: `5/II/${target.position}`, reason: 'Dialihkan ke indikator 5.', variable: '3', who: name });
			assert.equal(one(`SELECT state FROM assessment WHERE id = ${id}`).state, state);
			assert.match((await who.get(`/upload/document/${document}`)).words('.matang-history'),
				/memindahkan dari 3\/III\/\d+ ke 5\/II\/\d+ Alasan: Dialihkan ke indikator 5/);
			assert.equal((await who.follow(answer)).status, 200);
		});

	it('back again, to the link that it was', async () => {
		await move(operator);
		const moved = linkAt(target.id, document).id;
		const page = await operator.get(`/upload/link/${moved}/move?variable=3`);
		await operator.submit(page, { item: item.id, reason: 'Keliru, kembali.' });
		assert.deepEqual(liveLinks().map((one) => one.id), [key]);
		assert.equal(link(key).city_decision, null);
	});

	it('not by others, nor at other times', async () => {
		for (const [name, state, status] of [['verifikator', 'draft', 409], ['verifikator', 'verified', 409],
			['verifikator', 'returned', 409], ['validator', 'submitted', 409], ['validator', 'validated', 409],
			['verifikator.satu', 'submitted', 403], ['verifikator.kabupaten', 'submitted', 404],
			['operator.dua', 'draft', 404], ['kepala.satu', 'draft', 403], ['auditor', 'submitted', 403],
			['admin.kota', 'submitted', 403]]) {
			city.setState(id, state);
			const client = await as(name);
			assert.equal((await client.get(`/upload/link/${key}/move`)).status, status, `${name} ${state}`);
			const csrf = client.csrf(await client.get('/account/profile'));
			assert.equal((await client.post(`/upload/link/${key}/move`, { csrf, variable: 5, version: 1, item: target.id,
				reason: 'Alasan contoh.' })).status, status, `${name} ${state}`);
		}
		assert.deepEqual(liveLinks().map((one) => one.id), [key]);
	});

	it('not by a province that has no tier in the cycle', async () => {
		city.setState(id, 'verified');
		stack.sql('UPDATE cycle SET province_tier = 0 WHERE id = 1');
		try {
			assert.equal((await (await as('validator')).get(`/upload/link/${key}/move`)).status, 409);
		} finally {
			stack.sql('UPDATE cycle SET province_tier = 1 WHERE id = 1');
		}
	});

	it('not without a reason or a target, and what was typed stays', async () => {
		const page = await operator.get(`/upload/link/${key}/move?variable=5`);
		const nothing = await operator.submit(page);
		assert.equal(nothing.status, 422);
		assert.equal(nothing.errors.length, 2);
		const half = await operator.submit(page, { item: target.id, reason: 'abc' });
		assert.equal(half.status, 422);
		assert.equal(half.one('#reason').textContent.trim(), 'abc');
		assert.ok(half.one(`#item-${target.id}`).hasAttribute('checked'));
		const csrf = operator.csrf(page);
		const post = (fields) => operator.post(`/upload/link/${key}/move`, { csrf, variable: 5, version: 1,
			item: target.id, reason: 'Alasan contoh.', ...fields });
		assert.equal((await post({ variable: 4 })).status, 400);
		assert.equal((await post({ item: 999999 })).status, 404);
		assert.equal((await post({ variable: 3, item: item.id })).status, 422);
		assert.equal((await post({ csrf: '' })).status, 403);
		assert.equal((await post({ x: 1 })).status, 400);
		assert.equal((await operator.get(`/upload/link/${key}/move?variable=61`)).status, 404);
		assert.equal((await operator.get('/upload/link/999999/move')).status, 404);
		assert.equal((await operator.request('PATCH', `/upload/link/${key}/move`)).status, 405);
	});

	it('not over a change of somebody else, nor onto itself', async () => {
		const page = await operator.get(`/upload/link/${key}/move?variable=5`);
		stack.sql(`UPDATE evidence_link SET version = version + 1 WHERE id = ${key}`);
		const late = await operator.submit(page, { item: target.id, reason: 'Alasan contoh.' });
		assert.equal(late.status, 409);
		assert.match(late.text, /Alasan contoh\./);

		await attach(target.id, [document]);
		const again = await operator.get(`/upload/link/${key}/move?variable=5`);
		assert.ok(again.one(`#item-${target.id}`).hasAttribute('disabled'));
		assert.equal((await operator.post(`/upload/link/${key}/move`, { csrf: operator.csrf(again), variable: 5, version: 2,
			item: target.id, reason: 'Alasan contoh.' })).status, 409);
		assert.equal(liveLinks().length, 2);
	});

	it('not while somebody submits', async () => {
		/* the state changes between the page and the press */
		const page = await operator.get(`/upload/link/${key}/move?variable=5`);
		city.setState(id, 'submitted');
		assert.equal((await operator.submit(page, { item: target.id, reason: 'Alasan contoh.' })).status, 409);
		assert.deepEqual(liveLinks().map((one) => one.id), [key]);
	});

	it('and a decision about an earlier revision is shown as such', async () => {
		city.setState(id, 'validated');
		const page = await operator.get(`/upload/document/${document}`);
		assert.doesNotMatch(page.words(), /Berkas diganti setelah diputuskan/);
		await operator.submit(page, { file: { filename: 'b.pdf', content: pdf(fresh()) } }, { form: 'form[action$=revision]' });
		for (const name of ['operator.satu', 'verifikator', 'validator'])
			assert.match((await (await as(name)).get(`/upload/document/${document}`)).words(),
				/Penilaian ini tetap menghitung revisi 1, yang diperiksa waktu itu\./, name);
		city.setState(id, 'returned');
		for (const name of ['operator.satu', 'verifikator', 'validator'])
			assert.match((await (await as(name)).get(`/upload/document/${document}`)).words(),
				/Berkas diganti setelah diputuskan/, name);
		assert.match((await (await as('verifikator')).get(`/verify/${id}/3`)).words(), /Berkas diganti setelah diputuskan/);
	});

	it('an agency is not told what a team has not finished', async () => {
		const told = async (name) => (await (await as(name)).get(`/upload/document/${document}`)).words();
		city.setState(id, 'submitted');
		assert.doesNotMatch(await told('operator.satu'), /oleh tim verifikasi|oleh provinsi/);
		assert.match(await told('verifikator'), /oleh tim verifikasi/);
		city.setState(id, 'verified');
		assert.match(await told('kepala.satu'), /oleh tim verifikasi/);
		assert.doesNotMatch(await told('kepala.satu'), /oleh provinsi/);
		city.setState(id, 'validated');
		assert.match(await told('operator.satu'), /oleh provinsi/);
	});
});

/* ---- going out ----------------------------------------------------------------------------------------------- */

describe('a file goes out', () => {
	let document, revision, bytes;

	before(async () => {
		bytes = Buffer.concat([pdf(fresh()), randomBytes(3 * MIB)]);
		document = await stored({ title: '..\\Laporan: "akhir" é/fdp', file: { filename: 'a.exe', content: bytes } });
		/* as it was taken before such marks were refused */
		stack.sql(`UPDATE document SET title = REPLACE(title, 'fdp', '\u202efdp') WHERE id = ${document}`);
		revision = revisionOf(document);
	});

	it('to those who may read it, and exists for nobody else', async () => {
		for (const name of READERS)
			assert.deepEqual((await (await as(name)).get(`/upload/file/${revision}`)).body, bytes, name);
		for (const name of STRANGERS)
			assert.equal((await (await as(name)).get(`/upload/file/${revision}`)).status, 404, name);
		assert.equal((await (await as('admin.kota')).get(`/upload/file/${revision}`)).status, 403);
		assert.equal((await stack.client().get(`/upload/file/${revision}`)).status, 303);
		for (const bad of ['0', '999999', 'x', '0x1', '1/'])
			assert.equal((await operator.get(`/upload/file/${bad}`)).status, 404, bad);
		assert.equal((await operator.post(`/upload/file/${revision}`)).status, 405);
	});

	it('as an attachment under a name of ours, and nothing in it may run', async () => {
		const { headers } = await operator.get(`/upload/file/${revision}`);
		assert.equal(headers['content-disposition'],
			"attachment; filename*=UTF-8''-Laporan-%20-akhir-%20%C3%A9-fdp%20%28revisi%201%29.pdf");
		assert.equal(headers['content-type'], 'application/pdf');
		assert.equal(headers['content-length'], String(bytes.length));
		assert.equal(headers['x-content-type-options'], 'nosniff');
		assert.match(headers['content-security-policy'], /(^|, )sandbox; default-src 'none'/);
		assert.match(headers['cache-control'], /no-store/);
		assert.equal(headers.etag, `"${sha256(bytes)}"`);
	});

	it('not again to a browser that has it', async () => {
		const etag = `"${sha256(bytes)}"`;
		for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
			const page = await operator.get(`/upload/file/${revision}`, { headers: { 'if-none-match': known } });
			assert.equal(page.status, 304, known);
			assert.equal(page.body.length, 0);
			assert.equal(page.headers.etag, etag);
		}
		assert.equal((await operator.get(`/upload/file/${revision}`, { headers: { 'if-none-match': '"x"' } })).status, 200);
		/* but who may not have it is not told that it is there */
		assert.equal((await (await as('operator.dua')).get(`/upload/file/${revision}`,
			{ headers: { 'if-none-match': '*' } })).status, 404);
	});

	it('its head alone, when asked', async () => {
		const page = await operator.head(`/upload/file/${revision}`);
		assert.equal(page.status, 200);
		assert.equal(page.headers['content-length'], String(bytes.length));
		assert.equal(page.body.length, 0);
	});

	it('not when it was cut, or is gone', async () => {
		const place = path.join(stack.files, one(`SELECT stored_name FROM revision WHERE id = ${revision}`).stored_name);
		truncateSync(place, bytes.length - 1);
		for (const name of ['operator.satu', 'verifikator'])
			assert.equal((await (await as(name)).get(`/upload/file/${revision}`)).status, 500);
		assert.match((await operator.get(`/upload/file/${revision}`)).words(), /hilang atau rusak di penyimpanan/);
		renameSync(place, `${place}.away`);
		const page = await operator.get(`/upload/file/${revision}`);
		assert.equal(page.status, 500);
		assert.equal(page.headers.etag, undefined);
		assert.match(logged(), /not of its length/);
		const { uid, gid } = statSync(`${place}.away`);
		writeFileSync(`${place}.away`, bytes);
		chownSync(`${place}.away`, uid, gid);
		renameSync(`${place}.away`, place);
		assert.equal((await operator.get(`/upload/file/${revision}`)).status, 200);
	});
});

describe('at the end', () => {
	it('every link and document has its history, and disk and rows agree', () => {
		assert.deepEqual(stack.sql(`SELECT d.id FROM document d WHERE d.agency_id = 4 AND NOT EXISTS
			(SELECT 1 FROM history h WHERE h.subject = 'document' AND h.subject_id = d.id
			AND h.agency_id = 4 AND h.region_id = 3 AND h.account_id = d.created_by)`), []);
		assert.deepEqual(stack.sql(`SELECT k.id FROM evidence_link k WHERE k.removed_at IS NULL AND NOT EXISTS
			(SELECT 1 FROM history h WHERE h.subject = 'link' AND h.subject_id = k.id
			AND h.assessment_id = k.assessment_id)`), []);
		diskAgrees();
		assert.equal(statSync(path.join(stack.files, 'staged')).mode & 0o777, 0o700);
	});

	it('nobody but the server reads the folder of evidence', () => {
		for (const name of readdirSync(stack.files))
			assert.equal(statSync(path.join(stack.files, name)).mode & 0o077, 0, name);
		for (const name of filesOnDisk())
			assert.equal(statSync(path.join(stack.files, name)).mode & 0o177, 0, name);
	});
});
