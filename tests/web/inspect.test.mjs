// SPDX-License-Identifier: ISC
//
// Hostile and broken files as they come in through the page: what is refused and with which words,
// what is let in and flagged, and that both are told to everybody who looks at the document.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { docx, pdf } from './files.mjs';
import { startStack } from './harness.mjs';
import { IMAGES, PACKAGES, PDFS, locked, mendable, pdfWith, pngOf, restricted, signed } from './hostile.mjs';

describe('the look into files', () => {
	let stack, city, operator, assessment;
	before(async () => {
		stack = await startStack();
		city = settle(stack);
		operator = await city.signIn('operator.satu');
		assessment = city.assessment('Dinas Contoh Satu');
	});
	after(() => stack?.stop());

	const named = (list, name) => list.find((one) => one.includes(name)).find((part) => typeof part === 'function')();
	const upload = async (filename, content) => operator.submit(await operator.get('/upload/new'),
		{ kind: 'laporan', title: `Contoh ${filename}`, file: { filename, content } });
	const documents = () => Number(stack.sql('SELECT COUNT(*) AS n FROM document')[0].n);

	const REFUSED = [
		['terkunci.pdf', () => locked(), /meminta kata sandi.*tanpa kata sandi/],
		['rusak.pdf', () => named(PDFS, 'nothing but its head'), /PDF ini rusak.*pindai atau simpan ulang/],
		['kosong.pdf', () => named(PDFS, 'no pages'), /PDF ini rusak/],
		['raksasa.png', () => pngOf(60_000, 60_000), /terlalu besar untuk dibuka.*Kecilkan/],
		['rusak.jpg', () => named(IMAGES, 'no frame'), /rusak/],
		['bom.docx', () => named(PACKAGES, 'a bomb by ratio'), /jauh lebih besar daripada yang wajar/],
		['banyak.docx', () => named(PACKAGES, 'a bomb by entries'), /rusak|jauh lebih besar/],
		['keluar.docx', () => named(PACKAGES, 'a name that leads out'), /rusak atau tidak lengkap/],
		['makro-dalam.docx', () => named(PACKAGES, 'an embedded workbook with macros'), /berisi makro/],
		['terkunci.docx', () => named(PACKAGES, 'a locked part'), /terkunci kata sandi.*Hapus kata sandinya/],
	];
	for (const [name, make, words] of REFUSED)
		it(`refuses ${name}, says what to do, and keeps what was typed`, async () => {
			const before = documents();
			const page = await upload(name, make());
			assert.equal(page.status, 422);
			assert.match(page.errors.join(' '), words);
			assert.ok(page.body.includes(`Contoh ${name}`));
			assert.equal(documents(), before);
		});

	const FLAGGED = [
		['aktif.pdf', () => pdfWith('/OpenAction<</S/JavaScript/JS(1)>>'), /berisi program/],
		['perintah.pdf', () => named(PDFS, 'a launch action'), /dapat menjalankan program lain/],
		['lampiran.pdf', () => named(PDFS, 'an embedded file'), /berisi lampiran/],
		['kirim.pdf', () => named(PDFS, 'a form that is sent elsewhere'), /menghubungi alamat luar/],
		['dibatasi.pdf', () => restricted(), /dibatasi/],
		['terpotong.pdf', () => mendable(), /Periksa apakah semua halamannya ada/],
		['objek.docx', () => named(PACKAGES, 'an embedded program'), /berisi lampiran/],
		['bertanda.pdf', () => signed(), /1 halaman · 1 tanda tangan elektronik/],
		['biasa.pdf', () => pdf('contoh biasa'), /Pemeriksaan: 1 halaman · belum dipindai antivirus/],
	];
	for (const [name, make, words] of FLAGGED)
		it(`takes in ${name}, and tells of it`, async () => {
			const page = await upload(name, make());
			assert.equal(page.status, 200, page.errors.join());
			assert.match(page.words(), words);
		});

	it('tells the verifier too, beside the criterion', async () => {
		const key = stack.sql("SELECT id FROM document WHERE title = 'Contoh aktif.pdf'")[0].id;
		stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			SELECT ${assessment}, MIN(i.id), ${key}, UTC_TIMESTAMP(3), 1 FROM checklist_item i JOIN level l ON l.id = i.level_id
			JOIN variable v ON v.id = l.variable_id WHERE v.number = 1`);
		assert.match((await operator.get(`/questionnaire/${assessment}/1`)).words(), /berisi program/);
		assert.match((await operator.get('/upload/')).words(), /berisi program/);
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${assessment}`);
		const page = await (await city.signIn('verifikator')).get(`/verify/${assessment}/1`);
		assert.equal(page.status, 200);
		assert.match(page.words(), /berisi program.*Jangan izinkan program itu berjalan/);
	});

	it('does so for a revision and for the pieces of a resumable upload', async () => {
		const key = stack.sql("SELECT id FROM document WHERE title = 'Contoh biasa.pdf'")[0].id;
		const page = await operator.submit(await operator.get(`/upload/document/${key}`),
			{ file: { filename: 'terkunci.pdf', content: locked() } }, { form: 'form[enctype="multipart/form-data"]' });
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /meminta kata sandi/);

		const csrf = operator.csrf(await operator.get('/upload/new'));
		const content = locked();
		const answer = await operator.request('POST', '/upload/files', { body: content, headers: { 'tus-resumable': '1.0.0',
			'x-csrf-token': csrf, 'upload-length': String(content.length), 'content-type': 'application/offset+octet-stream',
			'upload-metadata': `filename ${Buffer.from('terkunci.pdf').toString('base64')}` } });
		assert.equal(answer.status, 422);
		assert.match(answer.text, /meminta kata sandi/);
	});

	it('stores a macro-free document as it came', async () => {
		const bytes = docx('contoh utuh');
		const page = await upload('utuh.docx', bytes);
		const key = /\/document\/(\d+)/.exec(page.url)[1];
		const { id } = stack.sql(`SELECT id FROM revision WHERE document_id = ${key}`)[0];
		assert.deepEqual((await operator.get(`/upload/file/${id}`)).body, bytes);
	});
});
