// SPDX-License-Identifier: ISC
//
// Evidence as offices send it, by many producers: taken in for what it is, or refused with a
// sentence that is true.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { pdf } from './files.mjs';
import { ROOT, startStack } from './harness.mjs';
import { keyless, usageRights } from './hostile.mjs';

const input = (name) => readFileSync(path.join(ROOT, 'tests/inputs', name));

let stack, city, operator;
before(async () => {
	stack = await startStack();
	city = settle(stack);
	operator = await city.signIn('operator.satu');
});
after(() => stack?.stop());

async function upload(filename, content, fields = {}) {
	return operator.submit(await operator.get('/upload/new'),
		{ kind: 'laporan', title: `Contoh ${filename}`, file: { filename, content }, ...fields });
}

describe('office files of other producers', () => {
	for (const name of ['sheetjs.xlsx', 'sheetjs.ods', 'exceljs.xlsx', 'gnumeric.xlsx', 'gnumeric.ods',
		'libreoffice.ods', 'docx.docx', 'html-to-docx.docx', 'pandoc.odt', 'abiword.odt'])
		it(`${name} is taken in and can be had again`, async () => {
			const bytes = input(name);
			const page = await upload(name, bytes);
			assert.equal(page.status, 200, page.errors.join());
			const key = /\/document\/(\d+)/.exec(page.url)[1];
			const { id } = stack.sql(`SELECT id FROM revision WHERE document_id = ${key}`)[0];
			assert.deepEqual((await operator.get(`/upload/file/${id}`)).body, bytes);
		});
});

describe('a PDF as readers take it', () => {
	const notice = '<br />\n<b>Notice</b>:  Undefined index: id in <b>/var/www/cetak.php</b> on line <b>12</b><br />\n';
	for (const [name, make, words] of [
		['with line ends before its head', () => Buffer.concat([Buffer.from('\r\n\r\n'), pdf()]), /Pemeriksaan: 1 halaman/],
		['with the notice of a program before its head', () => Buffer.concat([Buffer.from(notice), pdf()]), /Pemeriksaan: 1 halaman/],
		['with zeros behind its end', () => Buffer.concat([pdf(), Buffer.alloc(4096)]), /Pemeriksaan: 1 halaman/],
		['with rights for a reader of Acrobat', usageRights, /Pemeriksaan: 1 halaman · belum/],
	])
		it(`${name} is taken in`, async () => {
			const page = await upload('laporan.pdf', make());
			assert.equal(page.status, 200, page.errors.join());
			assert.match(page.words(), words);
			assert.doesNotMatch(page.words(), /Periksa apakah semua halamannya ada/);
		});

	it('is refused when a signature threw its key away, and told why', async () => {
		const page = await upload('bertanda.pdf', keyless());
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /tanda tangan membuang kuncinya.*Cetak ulang PDF aslinya/);
	});
});

describe('text that was pasted', () => {
	it('from slides or old systems is saved, with line breaks in their place', async () => {
		const id = city.assessment('Dinas Contoh Satu');
		const page = await operator.submit(await operator.get(`/questionnaire/${id}/1`), { level: 2,
			explanation: 'Baris satu\vbaris dua\fbaris\x1etiga \u0093kutip\u0094\x01' });
		assert.ok([200, 303].includes(page.status), `${page.status} ${page.words()}`);
		assert.equal(stack.sql(`SELECT a.explanation AS e FROM answer a JOIN variable v ON v.id = a.variable_id
			WHERE a.assessment_id = ${id} AND v.number = 1`)[0].e, 'Baris satu\nbaris dua\nbaris-tiga “kutip”');
		const upload = await operator.submit(await operator.get('/upload/new'), { kind: 'laporan', title: 'Judul\vdua\x02 baris',
			number: '12\x1eA', file: { filename: 'a.pdf', content: pdf() } });
		assert.equal(upload.status, 200, upload.errors.join());
		assert.deepEqual(stack.sql('SELECT title, number FROM document ORDER BY id DESC LIMIT 1'), [{ title: 'Judul dua baris', number: '12-A' }]);
	});
});
