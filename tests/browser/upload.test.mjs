// SPDX-License-Identifier: ISC
//
// Evidence, in a real browser: every page in both widths, with and without scripts, with the files
// that people have and those that they should not have.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { docx, jpeg, LIARS, pdf } from '../web/files.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, id, chromium;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});
/* The documents stay: titles are new each time. */
beforeEach(() => stack.sql(`
	DELETE FROM evidence_link WHERE assessment_id = ${id};
	UPDATE assessment SET state = 'draft' WHERE id = ${id};`));

let running = 0;
const file = (name, buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/* Where scripts run, the form for one file stands behind the place for many. */
async function plainForm({ page, scripts }) {
	if (scripts)
		await page.getByRole('button', { name: /formulir biasa/ }).click();
}

async function open(username, how = {}) {
	const window = await chromium.window({ base: stack.base, ...how });
	await window.signIn(username, PASSWORD);
	return window;
}

for (const how of WINDOWS)
	describe(how.name, () => {
		const looker = (window) => async (name) => {
			await window.checks();
			await window.picture(`upload-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
		};

		it('a document comes in, is refused first, gets a revision and serves many criteria', async () => {
			const number = ++running;
			const window = await open('operator.satu', how);
			const { page } = window;
			const look = looker(window);

			await window.go('/upload/');
			await look('library-first');
			await page.getByRole('link', { name: 'Unggah dokumen', exact: true }).or(
				page.getByRole('button', { name: 'Unggah dokumen', exact: true })).click();
			await look('new');
			await plainForm(window);
			await page.getByLabel('Judul').fill(`SOP pelayanan ${number}`);
			await page.getByLabel('Jenis dokumen').selectOption({ label: 'SOP' });
			await page.getByText('Nomor, tanggal dan masa berlaku').click();
			await page.getByLabel('Nomor', { exact: true }).fill(`800/${number}/2026`);
			await page.getByLabel('Tanggal dokumen').fill('2026-02-28');
			const [name, bytes] = LIARS[0];
			await page.getByLabel('Berkas', { exact: true }).setInputFiles(file(name, bytes));
			await page.getByRole('button', { name: 'Unggah', exact: true }).click();
			assert.match(await page.textContent('.govuk-error-summary'), /halaman web \(HTML\)/);
			await look('new-refused');

			/* what was typed is still there, the part with the number open */
			assert.equal(await page.getByLabel('Judul').inputValue(), `SOP pelayanan ${number}`);
			assert.equal(await page.getByLabel('Tanggal dokumen').inputValue(), '2026-02-28');
			assert.equal(await page.getByLabel('Nomor', { exact: true }).isVisible(), true);
			await page.getByLabel('Berkas', { exact: true }).setInputFiles(file('SOP.docx', docx(`contoh ${number}`)));
			await page.getByRole('button', { name: 'Unggah', exact: true }).click();
			await page.waitForURL(/done=uploaded/);
			await look('document');

			await plainForm(window);
			await page.getByLabel('Ganti dengan revisi baru').setInputFiles(file('SOP.pdf', pdf(`contoh ${number}`)));
			await page.getByRole('button', { name: 'Unggah revisi' }).click();
			await page.waitForURL(/done=revised/);
			assert.equal(await page.getByRole('link', { name: /^Unduh revisi/ }).count(), 2);

			await page.getByRole('button', { name: 'Pakai untuk kriteria lain' }).click();
			await look('criteria-variables');
			await page.getByRole('link', { name: /^3\. / }).click();
			await look('criteria');
			const boxes = page.getByRole('checkbox');
			await boxes.nth(0).check();
			await boxes.nth(2).check();
			await page.getByRole('button', { name: 'Tautkan' }).click();
			await page.waitForURL(/done=linked/);
			assert.equal(await page.getByRole('link', { name: /^Pindahkan/ }).count(), 2);
			await look('document-used');

			const [download] = await Promise.all([page.waitForEvent('download'),
				page.getByRole('link', { name: 'Unduh revisi 2' }).click()]);
			assert.equal(download.suggestedFilename(), `SOP pelayanan ${number} (revisi 2).pdf`);
			assert.deepEqual(await readFile(await download.path()), pdf(`contoh ${number}`));

			await page.getByRole('link', { name: 'Ubah keterangan' }).click();
			await look('edit');
			await page.getByLabel('Judul').fill(`SOP pelayanan terpadu ${number}`);
			await page.getByRole('button', { name: 'Simpan' }).click();
			await page.waitForURL(/done=saved/);
			assert.equal((await page.textContent('h1')).trim(), `SOP pelayanan terpadu ${number}`);

			await page.getByRole('button', { name: /^Lepas dari variabel 3/ }).first().click();
			await page.waitForURL(/done=unlinked/);
			assert.equal(await page.getByRole('link', { name: /^Pindahkan/ }).count(), 1);

			await window.go('/upload/');
			await page.getByLabel('Cari', { exact: true }).fill(`terpadu ${number}`);
			await page.getByRole('button', { name: 'Cari' }).click();
			assert.equal(await page.locator('tbody tr').count(), 1);
			await look('library-found');
			await page.getByRole('link', { name: `SOP pelayanan terpadu ${number}` }).click();
			await page.getByText('Tidak diperlukan lagi?').click();
			await look('document-archive');
			await page.getByRole('button', { name: 'Arsipkan' }).click();
			await page.waitForURL(/done=archived/);
			await look('document-archived');
			await page.getByRole('button', { name: 'Keluarkan dari arsip' }).click();
			await page.waitForURL(/done=restored/);
			await window.close();
		});

		it('documents are put under a criterion from the questionnaire', async () => {
			const number = ++running;
			const window = await open('operator.satu', how);
			const { page } = window;
			const look = looker(window);
			const item = city.items(4).find((one) => one.level === 2);

			for (const title of ['Notulen rapat', 'Surat tugas']) {
				await window.go('/upload/new');
				await plainForm(window);
				await page.getByLabel('Judul').fill(`${title} ${number}`);
				await page.getByLabel('Jenis dokumen').selectOption({ index: 5 });
				await page.getByLabel('Berkas', { exact: true }).setInputFiles(file('a.jpg', jpeg(`${title} ${number}`)));
				await page.getByRole('button', { name: 'Unggah', exact: true }).click();
				await page.waitForURL(/done=uploaded/);
			}
			await window.go(`/questionnaire/${id}/4?level=2`);
			await page.getByRole('button', { name: `Tambah dokumen untuk ${item.title}` }).first().click();
			await page.waitForURL(/\/upload\/attach\//);
			await look('attach');
			await page.getByLabel(`Notulen rapat ${number}`).check();
			await page.getByLabel(`Surat tugas ${number}`).check();
			await page.getByRole('button', { name: 'Tautkan yang dipilih' }).click();
			await page.waitForURL(/\/questionnaire\/\d+\/4\?done=linked/);

			/* a new one on the same page; its content is in the library already */
			await window.go(`/upload/attach/${id}/${city.items(5)[0].id}`);
			await plainForm(window);
			await page.getByLabel('Jenis dokumen').selectOption({ index: 3 });
			await page.getByLabel('Berkas', { exact: true }).setInputFiles(file('b.jpg', jpeg(`Surat tugas ${number}`)));
			await page.getByRole('button', { name: 'Unggah dan tautkan' }).click();
			assert.match(await page.textContent('h1'), /sudah ada di pustaka/);
			await look('twin');
			await page.getByRole('button', { name: 'Pakai dokumen yang sudah ada' }).click();
			await page.waitForURL(/\/questionnaire\/\d+\/5\?done=linked/);

			await window.go(`/upload/attach/${id}/${city.items(5)[1].id}`);
			await page.getByRole('link', { name: 'Catat alamatnya' }).click();
			await look('address');
			await page.getByLabel('Judul').fill(`Folder ${number}`);
			await page.getByLabel('Jenis dokumen').selectOption({ label: 'Foto' });
			await page.getByLabel('Alamat', { exact: true }).fill('http://contoh.example/');
			await page.getByRole('button', { name: 'Catat alamat' }).click();
			assert.match(await page.textContent('.govuk-error-summary'), /https/);
			await look('address-error');
			await page.getByLabel('Alamat', { exact: true }).fill('https://contoh.example/folder');
			await page.getByRole('button', { name: 'Catat alamat' }).click();
			await page.waitForURL(/\/questionnaire\/\d+\/5\?done=linked/);
			await window.go('/upload/?show=outside');
			await look('library-outside');
			await window.close();
		});

		it('a team moves a document to where it counts', async () => {
			const number = ++running;
			const item = city.items(3).find((one) => one.level === 3);
			const { document } = city.link(id, item.id, { title: `Sertifikat mutu ${number}` });
			city.setState(id, 'submitted');
			const window = await open('verifikator', how);
			const { page } = window;
			const look = looker(window);

			await window.go(`/verify/${id}/3`);
			await page.getByRole('button', { name: new RegExp(`Pindahkan ke variabel lain.*${number}`) }).click();
			await look('move-variables');
			await page.getByRole('link', { name: /^5\. / }).click();
			await look('move');
			await page.getByRole('button', { name: 'Pindahkan' }).click();
			assert.match(await page.textContent('.govuk-error-summary'), /Kriteria tujuan wajib/);
			await look('move-error');
			await page.getByRole('radio').nth(1).check();
			await page.getByLabel('Alasan').fill('Dialihkan ke variabel 5.');
			await page.getByRole('button', { name: 'Pindahkan' }).click();
			await page.waitForURL(/\/verify\/\d+\/3\?done=moved/);
			await window.go(`/upload/document/${document}`);
			assert.match(await page.textContent('.matang-history'), /memindahkan dari 3\/III\/\d+ ke 5\/I+\/\d+/);
			await look('document-team');
			await window.close();
		});
	});

describe('with scripts', () => {
	it('an error summary takes the person to the field', async () => {
		const window = await open('operator.satu');
		const { page } = window;
		await window.go('/upload/new');
		await plainForm(window);
		await page.getByRole('button', { name: 'Unggah', exact: true }).click();
		await page.getByRole('link', { name: 'Pilih berkas yang akan diunggah.' }).click();
		assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), 'file');
		await window.go('/upload/new/address');
		await page.getByRole('button', { name: 'Catat alamat' }).click();
		await page.getByRole('link', { name: 'Jenis dokumen wajib dipilih.' }).click();
		assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), 'kind');
		await window.close();
	});

	it('a button pressed twice uploads once', async () => {
		const window = await open('operator.satu');
		const { page } = window;
		const before = stack.sql('SELECT COUNT(*) AS n FROM document')[0].n;
		await window.go('/upload/new');
		await plainForm(window);
		await page.getByLabel('Jenis dokumen').selectOption({ index: 2 });
		await page.getByLabel('Berkas', { exact: true }).setInputFiles(file('dua kali.pdf', pdf('dua kali')));
		await page.getByRole('button', { name: 'Unggah', exact: true }).dblclick();
		await page.waitForURL(/done=uploaded/);
		assert.equal(Number(stack.sql('SELECT COUNT(*) AS n FROM document')[0].n), Number(before) + 1);
		await window.close();
	});
});
