// SPDX-License-Identifier: ISC
//
// Uploads that come in pieces, by tus 1.0: what the protocol asks, byte by byte and with a client
// that others wrote; what is refused; and that nothing which was acknowledged is lost, whatever
// stops in between.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Upload } from 'tus-js-client';
import { PASSWORD, settle } from './city.mjs';
import { FcgiRequest } from './fcgi.mjs';
import { LIARS, pdf } from './files.mjs';
import { behindOne, pause, startStack, until } from './harness.mjs';
import { traced } from './trace.mjs';

const KIB = 1 << 10, MIB = 1 << 20;
const STREAMED = 10 * MIB;	/* from 10,000,000 bytes on a body comes straight through nginx */

let stack, city, operator, csrf;
const people = new Map();

before(async () => {
	stack = await startStack({ env: { MATANG_SETTINGS: 'reserve_mib 0' } });	/* a disk of 1 MB is to be filled */
	city = settle(stack);
	operator = await as('operator.satu');
	csrf = await tokenOf(operator);
});
after(() => stack?.stop());

const as = async (name) => people.get(name) ?? people.set(name, await city.signIn(name)).get(name);
const tokenOf = async (who) => who.csrf(await who.get('/account/profile'));

/* ---- means ---------------------------------------------------------------------------------------- */

let running = 0;
const fresh = () => `contoh tus ${++running}`;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const base64 = (text) => Buffer.from(text).toString('base64');
const one = (query) => stack.sql(query)[0];
const setting = (name, value) => stack.sql(`UPDATE setting SET value = '${value}' WHERE name = '${name}'`);
const metadata = (fields) => Object.entries(fields).map(([key, value]) => `${key} ${base64(String(value))}`).join(',');

/** A PDF of so many bytes that nobody has seen before. */
function document(size) {
	const head = pdf(fresh());
	return Buffer.concat([head, randomBytes(Math.max(0, size - head.length))]);
}

const version = { 'tus-resumable': '1.0.0' };
async function tus(method, where, { headers = {}, body, who = operator, token } = {}) {
	return who.request(method, where, { body, headers: {
		...version, 'x-csrf-token': token ?? (who === operator ? csrf : await tokenOf(who)), ...headers } });
}

/** A new upload session; its address. */
async function begin(length, fields = {}, options = {}) {
	const page = await tus('POST', '/upload/files', { ...options, headers: { 'upload-length': length,
		'upload-metadata': metadata({ filename: 'laporan contoh.pdf', ...fields }), ...options.headers } });
	assert.equal(page.status, 201, page.text);
	return page.location;
}

const patch = (where, offset, body, { headers, ...options } = {}) => tus('PATCH', where, { ...options, body,
	headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': offset, ...headers } });
const offsetOf = async (where) => Number((await tus('HEAD', where)).headers['upload-offset']);
const idOf = (where) => Number(/(\d+)$/.exec(where)[1]);
const documentOf = (page) => Number(/\/upload\/document\/(\d+)$/.exec(page.headers['matang-document'])?.[1]);

/** The stored bytes of the newest revision are these. */
function assertStored(id, bytes) {
	const row = one(`SELECT stored_name, bytes, LOWER(HEX(sha256)) AS sum FROM revision
		WHERE document_id = ${id} ORDER BY number DESC LIMIT 1`);
	assert.equal(row.sum, sha256(bytes));
	assert.equal(Number(row.bytes), bytes.length);
	assert.deepEqual(readFileSync(path.join(stack.files, row.stored_name)), bytes);
}

/* Everything that lies below files_dir, but for the lock of the background run. */
const onDisk = () => readdirSync(stack.files, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
	.map((entry) => path.relative(stack.files, path.join(entry.parentPath ?? entry.path, entry.name))).sort();
const named = () => stack.sql('SELECT stored_name AS name FROM revision').map((row) => row.name);
const living = () => stack.sql('SELECT stored_name AS name FROM upload_session WHERE ended IS NULL')
	.map((row) => `arriving/${row.name.slice(3)}`);
/** No file that nothing names, and none named that is not there. */
const assertTidy = () => assert.deepEqual(onDisk(), [...named(), ...living()].sort());
const sessionOf = (where) => one(`SELECT * FROM upload_session WHERE id = ${idOf(where)}`);
const fileOf = (where) => path.join(stack.files, 'arriving', sessionOf(where).stored_name.slice(3));
const documents = () => Number(one('SELECT COUNT(*) AS n FROM document').n);

/** A whole file by one PATCH: the answer. */
async function send(bytes, fields, options) {
	const where = await begin(bytes.length, fields, options);
	return { where, page: await patch(where, 0, bytes, options) };
}

/** A sentence for the person, in plain text. */
function assertTold(page, status, words) {
	assert.equal(page.status, status, page.text);
	assert.match(page.headers['content-type'], /^text\/plain; charset=utf-8/);
	assert.match(page.text, words);
	assert.equal(page.headers['tus-resumable'], '1.0.0');
	assert.doesNotMatch(page.text, /mysql|errno|\.c:\d|SELECT/i);
}

/* ---- the protocol ------------------------------------------------------------------------------------ */

describe('the protocol', () => {
	it('says what it can', async () => {
		for (const where of ['/upload/files', '/upload/files/1']) {
			const page = await stack.client().request('OPTIONS', where);
			assert.equal(page.status, 204);
			assert.equal(page.headers['tus-version'], '1.0.0');
			assert.equal(page.headers['tus-resumable'], '1.0.0');
			assert.deepEqual(new Set(page.headers['tus-extension'].split(',')),
				new Set(['creation', 'creation-with-upload', 'termination', 'checksum', 'expiration']));
			assert.deepEqual(page.headers['tus-checksum-algorithm'].split(','), ['sha1', 'sha256']);
			assert.equal(Number(page.headers['tus-max-size']), 50 * MIB);
		}
	});

	it('takes a file in pieces', async () => {
		const bytes = document(300 * KIB);
		const where = await begin(bytes.length, { title: 'Laporan berpotong', kind: 'laporan' });
		const head = await tus('HEAD', where);
		assert.equal(head.status, 200);
		assert.equal(head.headers['upload-offset'], '0');
		assert.equal(Number(head.headers['upload-length']), bytes.length);
		assert.equal(head.headers['cache-control'], 'no-store');
		assert.match(head.headers['upload-metadata'], /^filename /);
		assert.ok(Date.parse(head.headers['upload-expires']) > Date.now() + 167 * 3600_000);
		for (let at = 0; at < bytes.length; at += 100 * KIB) {
			const piece = bytes.subarray(at, at + 100 * KIB);
			const page = await patch(where, at, piece);
			assert.equal(page.status, 204, page.text);
			assert.equal(Number(page.headers['upload-offset']), at + piece.length);
			assert.equal(page.headers['tus-resumable'], '1.0.0');
		}
		const done = await tus('HEAD', where);
		assert.equal(Number(done.headers['upload-offset']), bytes.length);
		assertStored(documentOf(done), bytes);
		assert.equal(one(`SELECT title FROM document WHERE id = ${documentOf(done)}`).title, 'Laporan berpotong');
	});

	it('takes a file with its creation', async () => {
		const bytes = document(20 * KIB);
		const page = await tus('POST', '/upload/files', { body: bytes, headers: { 'upload-length': bytes.length,
			'upload-metadata': metadata({ filename: 'Notulen_rapat 2026.pdf', kind: 'notulen' }),
			'content-type': 'application/offset+octet-stream' } });
		assert.equal(page.status, 201, page.text);
		assert.match(page.location, /^\/matang\/upload\/files\/\d+$/);
		assert.equal(Number(page.headers['upload-offset']), bytes.length);
		assertStored(documentOf(page), bytes);
		const row = one(`SELECT d.title, d.kind, r.client_name FROM document d JOIN revision r ON r.document_id = d.id
			WHERE d.id = ${documentOf(page)}`);
		assert.deepEqual({ ...row }, { title: 'Notulen rapat 2026', kind: 'notulen', client_name: 'Notulen_rapat 2026.pdf' });
	});

	it('takes the first piece with its creation, and a body whose length nobody said', async () => {
		const bytes = document(90 * KIB), half = 40 * KIB;
		async function* pieces(part) {
			for (let at = 0; at < part.length; at += 7000)
				yield part.subarray(at, at + 7000);
		}
		const streamed = (part) => ({ parts: [{ stream: pieces(part) }] });
		const first = await tus('POST', '/upload/files', { body: streamed(bytes.subarray(0, half)), headers: {
			'upload-length': bytes.length, 'upload-metadata': metadata({ filename: 'a.pdf' }),
			'content-type': 'application/offset+octet-stream', 'transfer-encoding': 'chunked' } });
		assert.equal(first.status, 201, first.text);
		assert.equal(Number(first.headers['upload-offset']), half);
		const second = await patch(first.location, half, streamed(bytes.subarray(half)),
			{ headers: { 'transfer-encoding': 'chunked' } });
		assert.equal(second.status, 204, second.text);
		assertStored(documentOf(second), bytes);
	});

	it('takes a POST that means PATCH or DELETE', async () => {
		const bytes = document(5 * KIB);
		const where = await begin(bytes.length);
		const page = await tus('POST', where, { body: bytes, headers: { 'upload-offset': 0,
			'content-type': 'application/offset+octet-stream', 'x-http-method-override': 'PATCH' } });
		assert.equal(page.status, 204, page.text);
		assertStored(documentOf(page), bytes);
		const other = await begin(100);
		assert.equal((await tus('POST', other, { headers: { 'x-http-method-override': 'DELETE' } })).status, 204);
		assert.equal((await tus('HEAD', other)).status, 410);
		assert.equal((await tus('POST', where)).status, 405);
		assert.equal((await tus('POST', where, { headers: { 'x-http-method-override': 'GET' } })).status, 405);
	});

	it('checks a piece that has a checksum, and counts it as a whole or not at all', async () => {
		const bytes = document(60 * KIB);
		const where = await begin(bytes.length);
		const sum = (kind, part) => ({ 'upload-checksum':
			`${kind} ${createHash(kind).update(part).digest('base64')}` });
		const first = bytes.subarray(0, 20 * KIB), rest = bytes.subarray(20 * KIB);

		const bad = await patch(where, 0, first, { headers: sum('sha1', rest) });
		assertTold(bad, 460, /Kirim lagi/);
		assert.equal(await offsetOf(where), 0);
		assert.equal((await patch(where, 0, first, { headers: sum('sha1', first) })).status, 204);
		assertTold(await patch(where, first.length, rest, { headers: sum('sha256', first) }), 460, /Kirim lagi/);
		assert.equal(await offsetOf(where), first.length);
		for (const header of ['md5 1B2M2Y8AsgTpgAmY7PhCfg==', 'sha1 xyz', 'sha1'])
			assertTold(await patch(where, first.length, rest, { headers: { 'upload-checksum': header } }), 400, /Checksum/);
		const done = await patch(where, first.length, rest, { headers: sum('sha256', rest) });
		assert.equal(done.status, 204, done.text);
		assertStored(documentOf(done), bytes);
		assertTidy();
	});

	it('tells another version which one it speaks', async () => {
		const where = await begin(100);
		for (const [method, path_] of [['POST', '/upload/files'], ['HEAD', where], ['PATCH', where], ['DELETE', where]])
			for (const wrong of [null, '0.2.2', '1.0']) {
				const page = await tus(method, path_, { headers: { 'tus-resumable': wrong } });
				assert.equal(page.status, 412, `${method} ${wrong}`);
				assert.equal(page.headers['tus-version'], '1.0.0');
			}
		assert.equal(await offsetOf(where), 0);
		await tus('DELETE', where);
	});

	it('keeps a title that was pasted from slides, with blanks in place of their breaks', async () => {
		const { page } = await send(document(900), { title: 'Peta\u000bjabatan\u0007 dan\u000cevaluasi' });
		assert.equal(page.status, 204, page.text);
		assert.equal(one(`SELECT title FROM document WHERE id = ${documentOf(page)}`).title, 'Peta jabatan dan evaluasi');
	});

	it('goes on only where it stopped', async () => {
		const bytes = document(10 * KIB);
		const where = await begin(bytes.length);
		await patch(where, 0, bytes.subarray(0, 1000));
		for (const wrong of [0, 999, 1001, bytes.length]) {
			const page = await patch(where, wrong, bytes.subarray(1000, 2000));
			assertTold(page, 409, /1000/);
			assert.equal(page.headers['upload-offset'], '1000');
		}
		for (const wrong of [null, '', '-1', '01000', '1e3', 'x'])
			assert.equal((await patch(where, wrong, bytes.subarray(1000, 2000))).status, 400, wrong);
		for (const type of [null, 'application/octet-stream', 'text/plain'])
			assert.equal((await patch(where, 1000, bytes.subarray(1000, 2000), { headers: { 'content-type': type } })).status, 415);
		assertTold(await patch(where, 1000, Buffer.alloc(bytes.length)), 413, /lebih panjang/);
		assert.equal(await offsetOf(where), 1000);
		assert.equal((await patch(where, 1000, Buffer.alloc(0))).status, 204, 'nothing at all may be sent');
		const done = await patch(where, 1000, bytes.subarray(1000));
		assertStored(documentOf(done), bytes);
	});

	it('gives a last answer that was lost once more, and makes nothing twice', async () => {
		const bytes = document(10 * KIB);
		const { where, page } = await send(bytes);
		const before = documents();
		const again = await patch(where, bytes.length, Buffer.alloc(0));
		assert.equal(again.status, 204);
		const late = await patch(where, 0, bytes);
		assert.equal(late.status, 409);
		assert.equal(Number(late.headers['upload-offset']), bytes.length);
		const head = await tus('HEAD', where);
		for (const one_ of [again, late, head])
			assert.equal(one_.headers['matang-document'], page.headers['matang-document']);
		assert.equal(documents(), before);
		assertTold(await tus('DELETE', where), 409, /sudah menjadi dokumen/);
		assertStored(documentOf(head), bytes);
	});

	it('gives up what the client gives up', async () => {
		const where = await begin(100 * KIB);
		await patch(where, 0, document(30 * KIB));
		assert.ok(existsSync(fileOf(where)));
		assert.equal((await tus('DELETE', where)).status, 204);
		assert.ok(!existsSync(fileOf(where)));
		assert.equal((await tus('HEAD', where)).status, 410);
		assert.equal((await patch(where, 30 * KIB, Buffer.alloc(10))).status, 410);
		assert.equal((await tus('DELETE', where)).status, 410);
		assert.equal(sessionOf(where).ended, 'terminated');
		assertTidy();
	});

	it('finds out how much the line lets through at once', async () => {
		for (const size of [0, 1000, 2 * MIB])
			assert.equal((await tus('POST', '/upload/upload-limit', { body: Buffer.alloc(size) })).status, 204);
		assert.equal((await tus('POST', '/upload/upload-limit', { token: 'x', body: Buffer.alloc(10) })).status, 403);
	});
});

/* ---- what becomes of it --------------------------------------------------------------------------------- */

describe('what is said about a file', behindOne, () => {
	const id = () => city.assessment('Dinas Contoh Satu');

	it('is what its form would say', async () => {
		const { page } = await send(document(9 * KIB), { filename: 'C:\\Users\\contoh\\SK.pdf', title: ' SK <Tim> & "Rekan" ',
			kind: 'keputusan', number: '800/12/2026', dated: '2026-02-28', period_from: '2026-01-01',
			period_until: '2026-12-31', relativePath: 'null', type: 'application/pdf' });
		const row = one(`SELECT d.*, r.client_name, r.type FROM document d JOIN revision r ON r.document_id = d.id
			WHERE d.id = ${documentOf(page)}`);
		assert.deepEqual([row.title, row.kind, row.number, row.dated, row.period_from, row.period_until, row.agency_id,
			row.client_name, row.type], ['SK <Tim> & "Rekan"', 'keputusan', '800/12/2026', '2026-02-28', '2026-01-01',
			'2026-12-31', '1', 'SK.pdf', 'application/pdf']);
		assert.match(one(`SELECT to_value FROM history WHERE subject = 'document' AND subject_id = ${row.id}`).to_value,
			/^Revisi 1: SK\.pdf, SHA-256 [0-9a-f]{64}$/);
	});

	it('is a document of no kind when it says nothing', async () => {
		const { page } = await send(document(9 * KIB), { filename: 'tanpa rincian.pdf' });
		const row = one(`SELECT title, kind FROM document WHERE id = ${documentOf(page)}`);
		assert.deepEqual({ ...row }, { title: 'tanpa rincian', kind: 'lainnya' });
	});

	it('puts it under a criterion', async () => {
		const [item] = city.items(3);
		const { page } = await send(document(9 * KIB), { kind: 'sop', assessment: id(), item: item.id });
		const link = one(`SELECT * FROM evidence_link WHERE document_id = ${documentOf(page)}`);
		assert.deepEqual([Number(link.assessment_id), Number(link.checklist_item_id), link.removed_at], [id(), item.id, null]);
		assert.equal(one(`SELECT state FROM assessment WHERE id = ${id()}`).state, 'draft');
		assert.equal(page.headers['matang-unplaced'], undefined);
	});

	it('keeps it in the library when the criterion closed meanwhile', async () => {
		const bytes = document(9 * KIB), [item] = city.items(4);
		const where = await begin(bytes.length, { assessment: id(), item: item.id });
		city.setState(id(), 'submitted');
		const page = await patch(where, 0, bytes);
		city.setState(id(), 'draft');
		assert.equal(page.status, 204);
		assert.equal(page.headers['matang-unplaced'], '1');
		assertStored(documentOf(page), bytes);
		assert.deepEqual(stack.sql(`SELECT id FROM evidence_link WHERE document_id = ${documentOf(page)}`), []);
	});

	it('makes it a revision', async () => {
		const first = document(9 * KIB), second = document(11 * KIB);
		const key = documentOf((await send(first)).page);
		const version_ = one(`SELECT version FROM document WHERE id = ${key}`).version;
		const { page } = await send(second, { document: key, version: version_ });
		assert.equal(documentOf(page), key);
		assert.deepEqual(stack.sql(`SELECT number FROM revision WHERE document_id = ${key} ORDER BY number`)
			.map((row) => row.number), ['1', '2']);
		assertStored(key, second);

		const same = await begin(second.length, { document: key });
		assertTold(await patch(same, 0, second), 422, /sama persis/);
		assert.equal((await tus('HEAD', same)).status, 410);
		const stale = await tus('POST', '/upload/files', { headers: { 'upload-length': 10,
			'upload-metadata': metadata({ filename: 'a.pdf', document: key, version: Number(version_) + 7 }) } });
		assertTold(stale, 409, /berubah sejak halaman ini ditampilkan/);
		assertTidy();
	});

	it('is refused before a byte is sent where it is wrong', async () => {
		const before = [onDisk().length, documents()];
		const refused = async (status, words, fields, headers) => assertTold(await tus('POST', '/upload/files',
			{ headers: { 'upload-length': 1000, 'upload-metadata': metadata({ filename: 'a.pdf', ...fields }), ...headers } }),
		status, words);

		await refused(422, /Jenis dokumen/, { kind: 'novel' });
		await refused(422, /tanggal yang ada/, { dated: '2026-02-30' });
		await refused(422, /Akhir masa berlaku/, { period_from: '2026-12-31', period_until: '2026-01-01' });
		await refused(422, /200 karakter/, { title: 'a'.repeat(201) });
		await refused(422, /angka bulat/, { document: 'x' });
		await refused(422, /Nama berkas wajib/, {}, { 'upload-metadata': metadata({ title: 'a' }) });
		await refused(422, /Nama berkas wajib/, {}, { 'upload-metadata': null });
		await refused(400, /Metadata/, {}, { 'upload-metadata': 'filename !' });
		await refused(400, /Metadata/, {}, { 'upload-metadata': `filename ${Buffer.from([0xff, 0xfe]).toString('base64')}` });
		await refused(400, /Metadata/, {}, { 'upload-metadata': 'filename YQ==,filename YQ==' });
		await refused(400, /Metadata/, {}, { 'upload-metadata': `filename YQ==,x ${'A'.repeat(6400)}` });
		await refused(400, /Length/, {}, { 'upload-length': null });
		await refused(400, /Length/, {}, { 'upload-length': null, 'upload-defer-length': '1' });
		await refused(400, /Length/, {}, { 'upload-length': '-5' });
		await refused(422, /kosong/, {}, { 'upload-length': 0 });
		await refused(413, /paling besar 50 MB/, {}, { 'upload-length': 50 * MIB + 1 });
		assert.equal((await tus('POST', '/upload/files', { body: Buffer.alloc(10), headers: { 'upload-length': 10,
			'upload-metadata': metadata({ filename: 'a.pdf' }), 'content-type': 'text/plain' } })).status, 415);
		await refused(404, /./, { document: 999999 });
		await refused(404, /./, { assessment: city.assessment('Dinas Contoh Dua'), item: city.items(3)[0].id });
		await refused(404, /./, { assessment: id(), item: 999999 });
		assert.deepEqual([onDisk().length, documents()], before);
	});

	for (const [filename, content, word] of LIARS)
		it(`is not believed: ${filename}, ${word}`, async () => {
			const bytes = Buffer.from(content), before = documents();
			const { where, page } = await send(bytes, { filename });
			assertTold(page, 422, /./);
			assert.equal((await tus('HEAD', where)).status, 410);
			assertTold(await patch(where, bytes.length, Buffer.alloc(0)), 410, /./);
			assert.equal(documents(), before);
			assert.ok(!existsSync(fileOf(where)));
			assertTidy();
		});
});

/* ---- whose it is ---------------------------------------------------------------------------------------- */

describe('who may', behindOne, () => {
	it('nobody but the one who began it', async () => {
		const bytes = document(9 * KIB);
		const where = await begin(bytes.length);
		for (const name of ['operator2.satu', 'operator.dua', 'operator.kabupaten']) {
			const who = await as(name);
			for (const page of [await tus('HEAD', where, { who }), await patch(where, 0, bytes, { who }),
				await tus('DELETE', where, { who })])
				assert.equal(page.status, 404, name);
		}
		for (const name of ['kepala.satu', 'verifikator', 'auditor', 'admin'])
			assert.equal((await patch(where, 0, bytes, { who: await as(name) })).status, 403, name);
		const nobody = stack.client();
		for (const [method, at] of [['POST', '/upload/files'], ['HEAD', where], ['PATCH', where], ['DELETE', where],
			['POST', '/upload/upload-limit']]) {
			const page = await nobody.request(method, at, { headers: version });
			assert.equal(page.status, 401, method);
			if (method !== 'HEAD')
				assertTold(page, 401, /Masuk lagi/);
		}
		assert.equal(await offsetOf(where), 0);
		await tus('DELETE', where);
	});

	it('no page of another site', async () => {
		const where = await begin(100);
		for (const token of ['', 'x', await tokenOf(await as('operator2.satu'))]) {
			assert.equal((await tus('POST', '/upload/files', { token, headers: { 'upload-length': 5 } })).status, 403);
			assert.equal((await patch(where, 0, Buffer.alloc(5), { token })).status, 403);
			assert.equal((await tus('DELETE', where, { token })).status, 403);
		}
		assert.equal(await offsetOf(where), 0);
		await tus('DELETE', where);
	});

	it('the same person after signing in again, with the new token', async () => {
		const bytes = document(20 * KIB);
		const again = await city.signIn('operator.satu');
		const token = await tokenOf(again);
		const where = await begin(bytes.length, {}, { who: again, token });
		assert.equal((await patch(where, 0, bytes.subarray(0, 5000), { who: again, token })).status, 204);
		await again.post('/account/sign-out', { csrf: token });
		assert.equal((await patch(where, 5000, bytes.subarray(5000), { who: again, token })).status, 401);
		await again.signIn({ username: 'operator.satu', password: PASSWORD });
		assert.equal((await patch(where, 5000, bytes.subarray(5000), { who: again, token })).status, 403, 'the old token');
		const page = await patch(where, 5000, bytes.subarray(5000), { who: again, token: await tokenOf(again) });
		assert.equal(page.status, 204);
		assertStored(documentOf(page), bytes);
	});
});

/* ---- a client that others wrote --------------------------------------------------------------------------- */

describe('tus-js-client', () => {
	const headers = () => ({ cookie: `matang=${operator.cookie('matang')}`, 'x-csrf-token': csrf });

	/** An upload to its end; the client and the answers that it got. */
	function upload(bytes, options = {}) {
		return new Promise((resolve, reject) => {
			const answers = [];
			const client = new Upload(bytes, { endpoint: `${stack.base}/upload/files`, headers: headers(), retryDelays: null,
				metadata: { filename: 'dari klien.pdf', kind: 'laporan' },
				onAfterResponse: (request, response) => answers.push([request.getMethod(), response.getStatus(),
					response.getHeader('Matang-Document')]),
				onError: (error) => reject(Object.assign(error, { answers, client })),
				onSuccess: () => resolve({ client, answers }), ...options });
			client.start();
		});
	}
	const idOfAnswers = (answers) => Number(/(\d+)$/.exec(answers.at(-1)[2])[1]);

	for (const [what, options] of Object.entries({
		'in one request': {},
		'in pieces': { chunkSize: 64 * KIB },
		'with its creation': { uploadDataDuringCreation: true },
		'in pieces with its creation': { uploadDataDuringCreation: true, chunkSize: 50_000 },
		'where PATCH does not pass': { overridePatchMethod: true, chunkSize: 100_000 },
	}))
		it(`sends a file ${what}`, async () => {
			const bytes = document(200 * KIB);
			const { answers } = await upload(bytes, options);
			assertStored(idOfAnswers(answers), bytes);
		});

	it('goes on with what it began, and is told that it was done', async () => {
		const bytes = document(300 * KIB);
		const { url } = await new Promise((resolve, reject) => {
			const client = new Upload(bytes, { endpoint: `${stack.base}/upload/files`, headers: headers(), chunkSize: 100 * KIB,
				retryDelays: null, metadata: { filename: 'putus.pdf' }, onError: reject,
				onChunkComplete: () => { client.abort(); resolve(client); } });
			client.start();
		});
		const went = await upload(bytes, { uploadUrl: url, chunkSize: 100 * KIB });
		assert.deepEqual(went.answers.map(([method]) => method), ['HEAD', 'PATCH', 'PATCH']);
		assertStored(idOfAnswers(went.answers), bytes);
		const again = await upload(bytes, { uploadUrl: url });
		assert.deepEqual(again.answers.map(([method]) => method), ['HEAD']);
		assert.equal(idOfAnswers(again.answers), idOfAnswers(went.answers));
	});

	it('gives up, and is heard', async () => {
		const { url } = await new Promise((resolve, reject) => {
			const client = new Upload(document(300 * KIB), { endpoint: `${stack.base}/upload/files`, headers: headers(),
				chunkSize: 100 * KIB, retryDelays: null, metadata: { filename: 'batal.pdf' }, onError: reject,
				onChunkComplete: () => resolve(client.abort(true).then(() => client)) });
			client.start();
		});
		assert.equal((await tus('HEAD', url.replace(stack.origin, ''))).status, 410);
		assertTidy();
	});

	it('is told what is wrong with a file', async () => {
		const error = await upload(Buffer.from('bukan dokumen')).then(() => assert.fail(), (one_) => one_);
		assert.equal(error.originalResponse.getStatus(), 422);
		assert.match(error.originalResponse.getBody(), /^[A-Z].*\.\n$/);
	});
});

/* ---- two at once -------------------------------------------------------------------------------------------- */

describe('two at once', () => {
	it('for the same upload: one writes, the other is told to wait', async () => {
		const bytes = document(STREAMED);
		const where = await begin(bytes.length);
		let go;
		const gate = new Promise((done) => { go = done; });
		async function* slow() {
			yield bytes.subarray(0, 200 * KIB);
			await gate;
			yield bytes.subarray(200 * KIB);
		}
		const first = patch(where, 0, { parts: [{ stream: slow(), size: bytes.length }] });
		await until('the first one writes', () => statSync(fileOf(where)).size > 0);
		assertTold(await patch(where, 0, bytes), 423, /Coba lagi/);
		assert.equal((await tus('HEAD', where)).status, 423);
		assertTold(await tus('DELETE', where), 423, /Coba lagi/);
		go();
		const page = await first;
		assert.equal(page.status, 204);
		assertStored(documentOf(page), bytes);
	});

	it('the same bytes of the same upload many times over: one document', async () => {
		const bytes = document(50 * KIB), before = documents();
		const where = await begin(bytes.length);
		const pages = await Promise.all(Array.from({ length: 6 }, () => patch(where, 0, bytes)));
		const statuses = pages.map((page) => page.status);
		assert.equal(statuses.filter((status) => status === 204).length, 1, statuses.join(' '));
		assert.ok(statuses.every((status) => [204, 409, 423].includes(status)), statuses.join(' '));
		assert.equal(documents(), before + 1);
		assertStored(documentOf(await tus('HEAD', where)), bytes);
	});

	it('the same file by two people: both have it', async () => {
		const bytes = document(60 * KIB);
		const who = await as('operator2.satu'), token = await tokenOf(who);
		const [one_, other] = await Promise.all([send(bytes), send(bytes, {}, { who, token })]);
		assert.deepEqual([one_.page.status, other.page.status], [204, 204]);
		assert.notEqual(documentOf(one_.page), documentOf(other.page));
		assertStored(documentOf(one_.page), bytes);
		assertStored(documentOf(other.page), bytes);
		assertTidy();
	});
});

/* ---- room and time -------------------------------------------------------------------------------------------- */

describe('room', behindOne, () => {
	after(() => setting('agency_quota_mib', 2048));
	const used = () => Number(one(`SELECT SUM(r.bytes) AS n FROM revision r JOIN document d ON d.id = r.document_id
		WHERE d.agency_id = 1`).n);

	it('that is not there is said before the first byte', async () => {
		setting('agency_quota_mib', Math.ceil(used() / MIB));
		const left = Math.ceil(used() / MIB) * MIB - used();
		const page = await tus('POST', '/upload/files', { headers: { 'upload-length': left + 1,
			'upload-metadata': metadata({ filename: 'a.pdf' }) } });
		assertTold(page, 413, /Ruang simpan .* tinggal/);
	});

	it('is taken to the last byte, by one, by all, and with those that are under way', async () => {
		const tried = async (length) => {
			const page = await tus('POST', '/upload/files', { headers: { 'upload-length': length, 'upload-metadata': metadata({ filename: 'a.pdf' }) } });
			if (page.status === 201)
				assert.equal((await tus('DELETE', page.location)).status, 204);
			return page.status;
		};
		setting('agency_quota_mib', 2048);
		setting('file_max_mib', 1);
		assert.deepEqual([await tried(MIB), await tried(MIB + 1)], [201, 413]);
		setting('file_max_mib', 50);
		const limit = Math.ceil(2 * used() / MIB) + 1, left = limit * MIB - used();
		setting('agency_quota_mib', limit);
		assert.deepEqual([await tried(left), await tried(left + 1)], [201, 413]);
		/* The whole of the agency's room may be under way, and not a byte more. */
		const where = await begin(left);
		assert.deepEqual([await tried(limit * MIB - left), await tried(limit * MIB - left + 1)], [201, 413]);
		assert.equal((await tus('DELETE', where)).status, 204);
		setting('agency_quota_mib', 2048);
		assertTidy();
	});

	it('that was taken meanwhile: nothing is lost, and it goes on when there is more', async () => {
		setting('agency_quota_mib', 2048);
		const bytes = document(2 * MIB), before = documents();
		const where = await begin(bytes.length);
		setting('agency_quota_mib', Math.ceil(used() / MIB));
		assertTold(await patch(where, 0, bytes), 413, /Ruang simpan .* tinggal/);
		assert.equal((await tus('HEAD', where)).status, 413);
		assert.equal(documents(), before);
		setting('agency_quota_mib', 2048);
		const head = await tus('HEAD', where);
		assert.equal(head.status, 200);
		assertStored(documentOf(head), bytes);
		assertTidy();
	});

	it('is not for ever more beginnings', async () => {
		setting('agency_quota_mib', Math.ceil(used() / MIB) + 30);
		const begun = [];
		let page;
		do {
			page = await tus('POST', '/upload/files', { headers: { 'upload-length': 30 * MIB,
				'upload-metadata': metadata({ filename: 'a.pdf' }) } });
			begun.push(page);
		} while (page.status === 201 && begun.length < 20);
		assertTold(page, 413, /belum selesai/);
		for (const one_ of begun.slice(0, -1))
			assert.equal((await tus('DELETE', one_.location)).status, 204);
		setting('agency_quota_mib', 2048);
	});
});

describe('an upload that nobody went on with', behindOne, () => {
	const old = (where) => stack.sql(`UPDATE upload_session SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ${idOf(where)}`);

	it('ends after its time, and its bytes with it; others stay', async () => {
		const bytes = document(30 * KIB);
		const [over, alive] = [await begin(bytes.length), await begin(bytes.length)];
		for (const where of [over, alive])
			await patch(where, 0, bytes.subarray(0, 10 * KIB));
		old(over);
		assert.equal((await tus('HEAD', over)).status, 410);
		assertTold(await patch(over, 10 * KIB, bytes.subarray(10 * KIB)), 410, /dari awal/);
		const said = stack.matang(['work', 'upload-sessions']);
		assert.equal(said.status, 0, said.stderr);
		assert.match(said.stdout, /^upload-sessions: gave up 1 upload that nobody went on with \(10240 bytes\)/m);
		assert.equal(sessionOf(over).ended, 'expired');
		assert.match(stack.matang(['work', 'upload-sessions']).stdout, /nothing to do/);
		assertTidy();
		const page = await patch(alive, 10 * KIB, bytes.subarray(10 * KIB));
		assertStored(documentOf(page), bytes);
	});

	it('gets more time with each piece', async () => {
		const where = await begin(1000);
		stack.sql(`UPDATE upload_session SET expires_at = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR WHERE id = ${idOf(where)}`);
		await patch(where, 0, Buffer.alloc(10));
		assert.ok(Date.parse((await tus('HEAD', where)).headers['upload-expires']) > Date.now() + 160 * 3600_000);
		await tus('DELETE', where);
	});

	it('is left alone by the sweep while it lives, and looked at by the check', async () => {
		const bytes = document(30 * KIB);
		const where = await begin(bytes.length);
		await patch(where, 0, bytes.subarray(0, 10 * KIB));
		const longAgo = new Date(Date.now() - 100 * 3600_000);
		utimesSync(fileOf(where), longAgo, longAgo);
		const swept = stack.matang(['sweep', '--remove']);
		assert.equal(swept.status, 0, swept.stderr);
		assert.ok(existsSync(fileOf(where)), swept.stdout);
		assert.doesNotMatch(stack.matang(['verify']).stdout, /upload session/);

		/* One whose row is gone, as after a stop between file and row. */
		const orphan = path.join(stack.files, 'arriving', 'ab'.repeat(16));
		writeFileSync(orphan, 'x');
		utimesSync(orphan, longAgo, longAgo);
		assert.match(stack.matang(['sweep', '--remove']).stdout, /arriving\/(ab){16}: 1 bytes, no row/);
		assert.ok(!existsSync(orphan));
		/* Of one that ended long ago the row goes too, of one that lives never. */
		const ended = await begin(1000);
		await tus('DELETE', ended);
		stack.sql(`UPDATE upload_session SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 91 DAY WHERE id = ${idOf(ended)}`);
		assert.match(stack.matang(['sweep']).stdout, /, 1 uploads that ended long ago, /);
		stack.matang(['sweep', '--remove']);
		assert.deepEqual(stack.sql(`SELECT id FROM upload_session WHERE id = ${idOf(ended)}`), []);
		assert.equal((await tus('HEAD', ended)).status, 404);
		const page = await patch(where, 10 * KIB, bytes.subarray(10 * KIB));
		assertStored(documentOf(page), bytes);
	});

	it('whose file is gone says so, and the person begins anew', async () => {
		const where = await begin(1000);
		const file = fileOf(where);
		rmSync(file);
		const checked = stack.matang(['verify']);
		assert.match(checked.stdout, new RegExp(`upload session ${idOf(where)}: file \\S+ is missing`));
		assertTold(await patch(where, 0, Buffer.alloc(10)), 410, /dari awal/);
		assert.equal(sessionOf(where).ended, 'lost');
		assert.equal((await tus('HEAD', where)).status, 410);
		assert.doesNotMatch(stack.matang(['verify']).stdout, /upload session/);
	});
});

/* ---- what stops in between --------------------------------------------------------------------------------------- */

describe('the database away', () => {
	it('while the last piece comes in: it is kept, and becomes a document with the next question', async () => {
		const bytes = document(STREAMED), before = documents();
		const where = await begin(bytes.length);
		let go;
		const gate = new Promise((done) => { go = done; });
		async function* slow() {
			yield bytes.subarray(0, 200 * KIB);
			await gate;
			yield bytes.subarray(200 * KIB);
		}
		const answer = patch(where, 0, { parts: [{ stream: slow(), size: bytes.length }] });
		await until('it comes in', () => statSync(fileOf(where)).size > 0);
		await stack.withoutDatabase(async () => {
			go();
			assertTold(await answer, 503, /tetap tersimpan/);
			assertTold(await tus('PATCH', where), 503, /tetap tersimpan/);
		});
		assert.equal(documents(), before);
		const head = await tus('HEAD', where);
		assert.equal(head.status, 200);
		assert.equal(Number(head.headers['upload-offset']), bytes.length);
		assertStored(documentOf(head), bytes);
		assert.equal(documents(), before + 1);
		assertTidy();
	});

	it('cut off while a long piece comes in is not noticed', async () => {
		const bytes = document(STREAMED);
		const where = await begin(bytes.length);
		async function* slow() {
			yield bytes.subarray(0, 200 * KIB);
			await until('it comes in', () => statSync(fileOf(where)).size > 0);
			stack.cutConnections();
			yield bytes.subarray(200 * KIB);
		}
		const page = await patch(where, 0, { parts: [{ stream: slow(), size: bytes.length }] });
		assert.equal(page.status, 204, page.text);
		assertStored(documentOf(page), bytes);
	});
});

describe('a line that breaks', () => {
	it('again and again: what came before counts, and the rest follows', async () => {
		const bytes = document(STREAMED);
		const where = await begin(bytes.length), url = new URL(where, stack.origin);
		let offset = 0;

		for (let times = 0; times < 3; times++) {
			const request = http.request(url, { method: 'PATCH', agent: false, headers: { ...version, 'x-csrf-token': csrf,
				cookie: `matang=${operator.cookie('matang')}`, 'content-type': 'application/offset+octet-stream',
				'upload-offset': offset, 'content-length': bytes.length - offset } });
			const broken = new Promise((done) => request.on('close', done));
			request.on('error', () => {});
			request.write(bytes.subarray(offset, offset + 150 * KIB));
			await until('something came', () => statSync(fileOf(where)).size > offset);
			request.destroy();
			await broken;
			const before = offset;
			offset = await until('it can be asked', async () => {
				const head = await tus('HEAD', where);
				return head.status === 200 && Number(head.headers['upload-offset']);
			});
			assert.ok(offset > before && offset <= before + 150 * KIB, `${before} ${offset}`);
		}
		const page = await patch(where, offset, bytes.subarray(offset));
		assert.equal(page.status, 204, page.text);
		assertStored(documentOf(page), bytes);
	});
});

/* Behind Apache each upload has a process of its own. */
describe('slow lines', { skip: process.env.MATANG_TEST_SERVER?.startsWith('apache') }, () => {
	/* A part of a body, and no more until it is cut. */
	function slow(where, length, who = operator, token = csrf) {
		const request = http.request(new URL(where, stack.origin), { method: 'PATCH', agent: false, headers: { ...version,
			'x-csrf-token': token, cookie: `matang=${who.cookie('matang')}`, 'content-type': 'application/offset+octet-stream',
			'upload-offset': 0, 'content-length': length } });
		const answer = new Promise((done) => {
			request.on('response', (message) => done(message.resume().statusCode));
			request.on('error', () => done(null));
		});
		request.write(Buffer.alloc(100 * KIB));
		return { answer, cut: () => request.destroy() };
	}

	it('as many as they are keep nobody from a page, nor each other from coming in', async () => {
		const lines = await Promise.all(Array.from({ length: 30 }, async () => slow(await begin(150 * KIB), 150 * KIB)));
		await pause(300);
		for (let round = 0; round < 10; round++)
			assert.equal((await operator.get('/upload/')).status, 200);
		const bytes = document(150 * KIB);
		assertStored(documentOf((await send(bytes)).page), bytes);
		lines.forEach((line) => line.cut());
	});

	it('with files in one piece hold half of the workers at most, and one account half of those', async () => {
		const other = await as('operator.dua'), token = await tokenOf(other), third = await as('operator.kabupaten');
		const sessions = [];
		for (const [who, key] of [[operator, csrf], [operator, csrf], [other, token], [third, await tokenOf(third)]])
			sessions.push([await begin(STREAMED, {}, { who, token: key }), who, key]);
		const [first, again, second, late] = sessions;
		const lines = [slow(first[0], STREAMED)];
		await until('it comes in', () => statSync(fileOf(first[0])).size > 0);
		assert.equal(await slow(again[0], STREAMED).answer, 429);
		lines.push(slow(second[0], STREAMED, second[1], second[2]));
		await until('so does another', () => statSync(fileOf(second[0])).size > 0);
		assert.equal(await slow(late[0], STREAMED, late[1], late[2]).answer, 503);
		for (let round = 0; round < 10; round++)
			assert.equal((await operator.get('/upload/')).status, 200);
		lines.forEach((line) => line.cut());
		const bytes = document(STREAMED);
		await until('there is room for another', async () => {
			const page = await patch(again[0], 0, bytes);
			return page.status === 204 && page;
		});
		for (const [where, who, key] of [first, second, late])
			await until('it can be given up', async () => (await tus('DELETE', where, { who, token: key })).status === 204);
	});
});

describe('everything stopped and started again', () => {
	it('goes on where it was', async () => {
		const bytes = document(100 * KIB);
		const where = await begin(bytes.length);
		await patch(where, 0, bytes.subarray(0, 70 * KIB));
		await stack.down();
		await stack.up();
		assert.equal(await offsetOf(where), 70 * KIB);
		const page = await patch(where, 70 * KIB, bytes.subarray(70 * KIB));
		assert.equal(page.status, 204, page.text);
		assertStored(documentOf(page), bytes);
	});
});

/* Behind nginx they are ours to kill; Apache starts its programs itself. */
const workers = () => stack.workers('upload');

/* What the kernel was asked for, by whoever is told that it is done. */
describe('what is acknowledged is on disk', behindOne, () => {
	const name = '[0-9a-f]{32}';
	const synced = (place) => new RegExp(`^f(data)?sync\\(\\d+<\\S*/files${place}>\\)`);
	const written = (place) => new RegExp(`^writev?\\(\\d+<\\S*/files/${place}>`);
	const renamed = (from) => new RegExp(`^rename\\("\\S*/files/${from}/${name}", "\\S*/files/../${name}"\\)`);
	const committed = /^sendto\(.*COMMIT/, answered = (status) => new RegExp(`^writev?\\(.*Status: ${status}`);
	const moved = (from, status) => [renamed(from), synced('/[0-9a-f]{2}'), synced(''), committed, answered(status)];

	/** These calls come in this order, by one process; what comes between does not matter. */
	async function inOrder(t, wanted, act) {
		const trace = await traced(workers(), act);
		if (trace === null)
			return t.skip('nobody may look at processes here');
		const by = trace.calls.find(({ name: call, words }) => wanted.at(-1).test(call + words))?.pid;
		const calls = trace.calls.filter(({ pid }) => pid === by).map(({ name: call, words }) => call + words);
		let at = -1;
		for (const one_ of wanted) {
			const next = calls.findIndex((call, place) => place > at && one_.test(call));
			assert.ok(next > at, `${one_} does not come after call ${at}:\n${calls.join('\n')}`);
			at = next;
		}
		return trace.result;
	}

	it('when a form brought it', async (t) => {
		const page = await operator.get('/upload/new');
		await inOrder(t, [written(`staged/${name}`), synced(`/staged/${name}`), ...moved('staged', 303)],
			() => operator.submit(page, { title: fresh(), kind: 'laporan', file: { filename: 'a.pdf', content: pdf(fresh()) } }, { follow: false }));
	});

	it('when it comes in pieces: its beginning, each of them, and the last', async (t) => {
		const bytes = document(60 * KIB);
		const begun = await inOrder(t, [synced('/arriving'), /^sendto\(/, answered(201)],
			() => tus('POST', '/upload/files', { headers: { 'upload-length': bytes.length, 'upload-metadata': metadata({ filename: 'a.pdf' }) } }));
		if (!begun)
			return;
		const arriving = `arriving/${name}`;
		await inOrder(t, [written(arriving), synced(`/${arriving}`), answered(204)], () => patch(begun.location, 0, bytes.subarray(0, 20 * KIB)));
		const piece = bytes.subarray(20 * KIB, 40 * KIB);
		/* With a checksum: a mark says from where on the piece may be bad, until it has proved good. */
		await inOrder(t, [written(`${arriving}\\.from`), synced(`/${arriving}\\.from`), synced('/arriving'), written(arriving),
			synced(`/${arriving}`), /^unlink\(.*\.from"/, synced('/arriving'), answered(204)],
		() => patch(begun.location, 20 * KIB, piece, { headers: { 'upload-checksum': `sha1 ${createHash('sha1').update(piece).digest('base64')}` } }));
		const page = await inOrder(t, [written(arriving), synced(`/${arriving}`), ...moved('arriving', 204)],
			() => patch(begun.location, 40 * KIB, bytes.subarray(40 * KIB)));
		assertStored(documentOf(page), bytes);
		assertTidy();
	});
});

describe('the program', behindOne, () => {
	/** A PATCH by hand to the program itself: it can stop at any byte. */
	const byHand = (where, offset, length, headers = {}) => new FcgiRequest(`${stack.run}/upload.sock`, {
		REQUEST_METHOD: 'PATCH', PATH_INFO: where.replace('/matang/upload', ''), QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1',
		HTTP_HOST: new URL(stack.base).host, REMOTE_ADDR: '127.0.0.1', HTTP_COOKIE: `matang=${operator.cookie('matang')}`,
		HTTP_X_CSRF_TOKEN: csrf, HTTP_TUS_RESUMABLE: '1.0.0', HTTP_UPLOAD_OFFSET: offset, CONTENT_LENGTH: length,
		CONTENT_TYPE: 'application/offset+octet-stream', ...headers });
	/* Whoever has the file open is the one that writes to it. */
	const writer = (file) => workers().find((pid) => readdirSync(`/proc/${pid}/fd`).some((fd) => {
		try {
			return readlinkSync(`/proc/${pid}/fd/${fd}`) === file;
		} catch {
			return false;
		}
	}));
	const size = (file) => existsSync(file) ? statSync(file).size : 0;

	for (const signal of ['SIGKILL', 'SIGTERM'])
		it(`ended by ${signal} in the middle of a piece: what is on disk counts`, async () => {
			const bytes = document(400 * KIB);
			const where = await begin(bytes.length), file = fileOf(where);
			await patch(where, 0, bytes.subarray(0, 50 * KIB));
			const request = byHand(where, 50 * KIB, bytes.length - 50 * KIB).body(bytes.subarray(50 * KIB, 300 * KIB));
			await until('some of it is written', () => size(file) > 100 * KIB);
			process.kill(writer(file), signal);
			if (signal === 'SIGTERM')
				request.cut();
			const offset = await until('it answers again', async () => {
				const head = await tus('HEAD', where);
				return head.status === 200 && Number(head.headers['upload-offset']);
			});
			assert.ok(offset >= 50 * KIB && offset <= 300 * KIB, String(offset));
			assert.equal(size(file), offset);
			assert.deepEqual(readFileSync(file), bytes.subarray(0, offset));
			const page = await patch(where, offset, bytes.subarray(offset));
			assert.equal(page.status, 204, page.text);
			assertStored(documentOf(page), bytes);
			assertTidy();
		});

	it('killed in the middle of a piece with a checksum: none of the piece counts', async () => {
		const bytes = document(400 * KIB);
		const where = await begin(bytes.length), file = fileOf(where);
		await patch(where, 0, bytes.subarray(0, 50 * KIB));
		const rest = bytes.subarray(50 * KIB);
		const sum = createHash('sha1').update(rest).digest('base64');
		byHand(where, 50 * KIB, rest.length, { HTTP_UPLOAD_CHECKSUM: `sha1 ${sum}` }).body(rest.subarray(0, 250 * KIB));
		await until('some of it is written', () => size(file) > 100 * KIB);
		assert.ok(existsSync(`${file}.from`));
		process.kill(writer(file), 'SIGKILL');
		assert.equal(await until('it answers again', async () => {
			const head = await tus('HEAD', where);
			return head.status === 200 && Number(head.headers['upload-offset']);
		}), 50 * KIB);
		assert.ok(!existsSync(`${file}.from`));
		const page = await patch(where, 50 * KIB, rest, { headers: { 'upload-checksum': `sha1 ${sum}` } });
		assert.equal(page.status, 204, page.text);
		assertStored(documentOf(page), bytes);
		assertTidy();
	});

	it('hears that the line broke, and keeps what came', async () => {
		const bytes = document(400 * KIB);
		const where = await begin(bytes.length);
		for (let at = 0; at < 300 * KIB; at += 100 * KIB) {
			const request = byHand(where, at, bytes.length - at).body(bytes.subarray(at, at + 100 * KIB));
			await pause(20);
			request.cut();
			/* Of a machine that is busy the program may not have begun yet. */
			await until('what came is kept', async () => {
				const head = await tus('HEAD', where);
				return head.status === 200 && Number(head.headers['upload-offset']) === at + 100 * KIB;
			});
		}
		const page = await patch(where, 300 * KIB, bytes.subarray(300 * KIB));
		assertStored(documentOf(page), bytes);
	});

	it('ended while a finished file waits for its rows: it becomes one document', async (t) => {
		const bytes = document(100 * KIB), before = documents();
		const where = await begin(bytes.length);
		/* Somebody holds the agency's row; the file lies in its place already. */
		const rival = spawn('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`,
			'--batch', '--unbuffered', 'matang'], { stdio: ['pipe', 'pipe', 'inherit'] });
		t.after(() => rival.kill());	/* else everybody after this one waits for the row */
		rival.stdin.write('START TRANSACTION; SELECT id FROM agency WHERE id = 1 FOR UPDATE;\n');
		await once(rival.stdout, 'data');
		const answer = patch(where, 0, bytes).catch(() => null);
		const place = path.join(stack.files, sessionOf(where).stored_name);
		await until('the file is in its place', () => existsSync(place));
		await until('it waits', () => Number(one(`SELECT COUNT(*) AS n FROM information_schema.innodb_trx
			WHERE trx_state = 'LOCK WAIT'`).n));
		process.kill(writer(place), 'SIGKILL');
		rival.stdin.end('ROLLBACK;\n');
		await once(rival, 'close');
		assert.equal((await answer).status, 502);
		assert.equal(documents(), before);
		const longAgo = new Date(Date.now() - 100 * 3600_000);
		utimesSync(place, longAgo, longAgo);
		stack.matang(['sweep', '--remove']);
		const head = await until('it answers again', async () => {
			const page = await tus('HEAD', where);
			return page.status === 200 && page;
		});
		assertStored(documentOf(head), bytes);
		assert.equal(documents(), before + 1);
		assertTidy();
	});

	it('takes a large file without growing', async () => {
		const size_ = 48 * MIB, head = pdf(fresh()), piece = randomBytes(MIB);
		async function* pieces() {
			yield head;
			for (let sent = head.length; sent < size_; sent += piece.length)
				yield piece.subarray(0, Math.min(piece.length, size_ - sent));
		}
		const where = await begin(size_);
		const page = await patch(where, 0, { parts: [{ stream: pieces(), size: size_ }] });
		assert.equal(page.status, 204, page.text);
		if (!stack.build.includes('sanitized'))
			for (const pid of workers()) {
				const grown = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * KIB;
				assert.ok(grown < 16 * MIB, `${grown / MIB} MiB`);
			}
	});
});

/* ---- the disk -------------------------------------------------------------------------------------------------------- */

describe('a full disk', { skip: process.getuid() !== 0 && 'a small disk to fill takes root' }, () => {
	before(() => stack.mountFiles('1m'));
	after(() => stack.umountFiles());

	it('keeps what it could take, and goes on when there is room', async () => {
		const bytes = document(3 * MIB);
		const where = await begin(bytes.length);
		assertTold(await patch(where, 0, bytes), 507, /penuh\..*tetap tersimpan.*rujukan/s);
		const offset = await offsetOf(where);
		assert.ok(offset > 0 && offset <= MIB, String(offset));
		assert.deepEqual(readFileSync(fileOf(where)), bytes.subarray(0, offset));
		const sum = createHash('sha1').update(bytes.subarray(offset)).digest('base64');
		assertTold(await patch(where, offset, bytes.subarray(offset), { headers: { 'upload-checksum': `sha1 ${sum}` } }),
			507, /penuh/);
		assert.equal(await offsetOf(where), offset, 'a piece with a checksum counts as a whole');
		assert.equal(spawnSync('mount', ['-o', 'remount,size=8m', stack.files]).status, 0);
		const page = await patch(where, offset, bytes.subarray(offset));
		assert.equal(page.status, 204, page.text);
		assertStored(documentOf(page), bytes);
	});
});
