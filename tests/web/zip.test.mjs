// SPDX-License-Identifier: ISC
//
// All evidence out again, as one ZIP: opened by Info-ZIP and by Python, which are not ours; its list
// read as Excel would; names that Windows takes; what is missing said and not hidden.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { docx, pdf, png } from './files.mjs';
import { startStack } from './harness.mjs';
import { store } from './stored.mjs';

const EVIL = '=HYPERLINK("http://contoh.invalid";"buka")';
let stack, city, id, team, folder;
const kept = {};

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	folder = mkdtempSync(path.join(tmpdir(), 'matang-zip-'));
	const [first, second] = city.items(1), other = city.items(3).at(-1);
	const put = (name, item, title, bytes, type) => {
		const made = city.link(id, item.id, { title });
		kept[name] = { ...made, bytes, ...store(stack, made.revision, bytes, type) };
	};

	put('plain', first, 'Rencana kerja', pdf('satu'), 'application/pdf');
	put('large', first, 'Laporan besar', Buffer.concat([pdf('besar'), randomBytes(3 << 20)]), 'application/pdf');
	put('evil', second, '..\\..\\CON: é "aneh"\u202efdp. ', png('dua'), 'image/png');
	put('formula', second, EVIL, docx('tiga'),
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
	put('same', second, EVIL.toLowerCase(), pdf('empat'), 'application/pdf');
	put('other', other, 'Rencana kerja', pdf('lima'), 'application/pdf');
	put('gone', other, 'Hilang', pdf('enam'), 'application/pdf');
	put('held', other, 'Terjangkit', pdf('tujuh'), 'application/pdf');
	put('changed', other, 'Diubah', pdf('delapan'), 'application/pdf');
	city.link(id, other.id, { title: 'Alamat', outside: 'https://contoh.invalid/f' });
	/* one document under two criteria of a variable, and under another variable */
	for (const item of [second, other])
		stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			VALUES (${id}, ${item.id}, ${kept.plain.document}, UTC_TIMESTAMP(3), 1)`);
	rmSync(path.join(stack.files, kept.gone.name));
	const changed = path.join(stack.files, kept.changed.name), { uid, gid } = statSync(changed);
	kept.changed.bytes = Buffer.from(kept.changed.bytes.map((byte) => byte ^ 1));
	writeFileSync(changed, kept.changed.bytes);
	chownSync(changed, uid, gid);
	stack.sql(`UPDATE revision SET scan = 'infected', scanned_at = UTC_TIMESTAMP(3), scan_finding = 'Contoh'
		WHERE id = ${kept.held.id};
		UPDATE evidence_link SET city_decision = 'rejected', city_reason = '-2+3|cmd', city_revision_id = ${kept.plain.id},
		province_decision = 'accepted', province_reason = '@provinsi', province_revision_id = ${kept.plain.id}
		WHERE id = ${kept.plain.link}`);
	city.setState(id, 'submitted');
	team = await city.signIn('verifikator');
});
after(async () => {
	rmSync(folder, { recursive: true, force: true });
	await stack?.stop();
});

/* What Python's zipfile and csv make of it: [{ name, sha256, bytes, mode }], rows of the list. */
const READ = `
import csv, hashlib, io, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
files = [{'name': i.filename, 'sha256': hashlib.sha256(z.read(i)).hexdigest(), 'bytes': i.file_size,
    'utf8': bool(i.flag_bits & 0x800), 'stored': i.compress_type == 0, 'mode': i.external_attr >> 16} for i in z.infolist()]
text = z.read('00-daftar-dokumen.csv').decode('utf-8')
assert text[0] == '\\ufeff'
print(json.dumps({'files': files, 'rows': list(csv.DictReader(io.StringIO(text[1:]), delimiter=';'))}))`;
import { needs } from './needs.mjs';

needs('unzip', 'python3');

function unpack(page) {
	const file = path.join(folder, `${randomBytes(4).toString('hex')}.zip`);

	assert.equal(page.status, 200);
	assert.equal(page.headers['content-type'], 'application/zip');
	assert.equal(page.headers['content-length'], String(page.body.length), 'the length was said beforehand');
	writeFileSync(file, page.body);
	const tested = spawnSync('unzip', ['-tq', file], { encoding: 'utf8' });
	assert.equal(tested.status, 0, tested.stdout + tested.stderr);
	const read = spawnSync('python3', ['-c', READ, file], { encoding: 'utf8' });
	assert.equal(read.status, 0, read.stderr);
	return JSON.parse(read.stdout);
}

describe('the evidence of an agency', () => {
	let archive, page;

	before(async () => {
		page = await team.get(`/upload/zip/${id}`);
		archive = unpack(page);
	});

	it('is there, byte for byte', () => {
		const hashes = archive.files.map((one) => one.sha256);
		for (const name of ['plain', 'large', 'evil', 'formula', 'same', 'other', 'changed'])
			assert.ok(hashes.includes(createHash('sha256').update(kept[name].bytes).digest('hex')), name);
		assert.ok(!hashes.includes(kept.held.sha256), 'nothing infected goes out');
		assert.match(page.headers['content-disposition'], /^attachment; filename\*=UTF-8''Data%20dukung%20Dinas%20Contoh%20Satu%20\d{4}\.zip$/);
	});

	it('under names that any system takes, each once', () => {
		const names = archive.files.map((one) => one.name);
		assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
		for (const { name, utf8, stored, mode } of archive.files) {
			assert.ok(utf8 && stored && mode === 0o100644, name);
			assert.ok(name === '00-daftar-dokumen.csv' ||
				/^(\d\d)-[^/]+\/\1-[1-5]-\d{3}-[^/]+\.(pdf|png|docx)$/.test(name), name);
			assert.doesNotMatch(name, /[\\:*?"<>|\x00-\x1f\u202a-\u202e]|\.\.\/|(^|\/)[. ]|[. ](\/|$)/, name);
			assert.ok(name.length < 200);
		}
		assert.ok(names.some((name) => name.endsWith('-..-CON- é -aneh-fdp.png') || name.endsWith('-CON- é -aneh-fdp.png')), names.join());
		/* twice in variable 1, once in its folder; and once in the other's */
		assert.equal(names.filter((name) => name.endsWith('Rencana kerja.pdf')).length, 3);
	});

	it('with a list of all that was put there, and of what became of it', () => {
		const row = (title, variable = '') => archive.rows.find((one) => one.Judul === title &&
			(!variable || one.Variabel === variable));
		assert.equal(archive.rows.length, 12);
		assert.equal(row('Laporan besar').Pemeriksaan, 'cocok');
		assert.equal(row('Laporan besar')['SHA-256'].toLowerCase(), kept.large.sha256);
		assert.equal(row('Laporan besar')['Ukuran (byte)'], String(kept.large.bytes.length));
		assert.ok(archive.files.some((one) => one.name === row('Laporan besar').Berkas));
		assert.equal(row('Diubah').Pemeriksaan, 'beda!');
		assert.deepEqual([row('Hilang').Pemeriksaan, row('Hilang').Berkas], ['hilang dari penyimpanan', '']);
		assert.deepEqual([row('Terjangkit').Pemeriksaan, row('Terjangkit').Berkas], ['ditahan antivirus', '']);
		assert.deepEqual([row('Alamat').Pemeriksaan, row('Alamat')['Alamat luar']], ['hanya alamat luar', 'https://contoh.invalid/f']);
		assert.equal(archive.rows.filter((one) => one.Variabel === '1' && one.Judul === 'Rencana kerja')
			.map((one) => one.Berkas).filter((name, i, all) => name === all[0]).length, 2);
		assert.deepEqual(['Verifikasi', 'Alasan verifikasi', 'Validasi', 'Alasan validasi'].map((name) => row('Rencana kerja', '1')[name]),
			['Ditolak', "'-2+3|cmd", 'Diterima', "'@provinsi"]);
	});

	it('in which nothing is a formula', () => {
		for (const one of archive.rows)
			for (const cell of Object.values(one))
				assert.doesNotMatch(cell, /^\s*[=+\-@|]/);
		assert.ok(archive.rows.some((one) => one.Judul === `'${EVIL}`));
		assert.ok(archive.rows.some((one) => one['Alasan verifikasi'] === "'-2+3|cmd"));
	});
});

it('one variable alone', async () => {
	const { files, rows } = unpack(await team.get(`/upload/zip/${id}/3`));
	assert.deepEqual(files.map((one) => one.name.slice(0, 3)).sort(), ['00-', '03-', '03-', '03-']);
	assert.ok(rows.every((one) => one.Variabel === '3'));
	assert.equal(unpack(await team.get(`/upload/zip/${id}/7`)).rows.length, 0);
});

it('goes to those who may read it, and exists for nobody else', async () => {
	for (const name of ['operator.satu', 'kepala.satu', 'validator', 'auditor']) {
		const page = await (await city.signIn(name)).get(`/upload/zip/${id}/3`);
		assert.equal(page.status, 200, name);
	}
	for (const name of ['operator.dua', 'verifikator.kabupaten', 'auditor.kabupaten'])
		assert.equal((await (await city.signIn(name)).get(`/upload/zip/${id}`)).status, 404, name);
	assert.equal((await (await city.signIn('admin.kota')).get(`/upload/zip/${id}`)).status, 403);
	for (const bad of [`${id}/99`, '999999', `${id}/x`])
		assert.equal((await team.get(`/upload/zip/${bad}`)).status, 404, bad);
});

it('tells the agency nothing that the team has not finished', async () => {
	const operator = await city.signIn('operator.satu');
	const told = async () => unpack(await operator.get(`/upload/zip/${id}/1`)).rows.map((one) => one.Verifikasi).join('');
	assert.equal(await told(), '');
	city.setState(id, 'verified');
	assert.equal(await told(), 'Ditolak');
	city.setState(id, 'submitted');
});

it('its head alone tells the length', async () => {
	const head = await team.head(`/upload/zip/${id}`);
	assert.equal(head.status, 200);
	assert.equal(head.headers['content-length'], String((await team.get(`/upload/zip/${id}`)).body.length));
});

it('a line that is cut harms nothing', async () => {
	const cookie = [...team.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	await new Promise((resolve, reject) => {
		const request = http.get(`${stack.base}/upload/zip/${id}`, { headers: { cookie } }, (answer) => {
			answer.once('data', () => { request.destroy(); resolve(); });
		});
		request.on('error', () => resolve());
		request.setTimeout(20_000, () => reject(new Error('no answer')));
	});
	unpack(await team.get(`/upload/zip/${id}`));
});

it('a file that was cut meanwhile is missing, and the archive whole', async () => {
	truncateSync(path.join(stack.files, kept.other.name), 10);
	const { rows } = unpack(await team.get(`/upload/zip/${id}/3`));
	assert.equal(rows.filter((one) => one.Pemeriksaan === 'hilang dari penyimpanan').length, 2);
});
