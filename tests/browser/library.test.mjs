// SPDX-License-Identifier: ISC
//
// The library in a real browser: searching in files, filters, several documents under several criteria,
// twins and revisions, in both widths, with and without scripts.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { docx, pdf } from '../web/files.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, id, chromium;
const keys = {};

async function stored(title, content, fields = {}) {
	const operator = await city.signIn('operator.satu');
	let page = await operator.submit(await operator.get('/upload/new'), { kind: 'laporan', title, ...fields,
		file: { filename: `${title}.bin`, content } });
	if (page.one('input[name=same]'))
		page = await operator.submit(page, {}, { form: 'form:has(input[name=same])' });
	assert.equal(page.status, 200, page.errors.join());
	return Number(/\/upload\/document\/(\d+)/.exec(page.url)[1]);
}

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	city.setState(id, 'draft');
	keys.report = await stored('Laporan survei', pdf('Hasil survei kepuasan masyarakat triwulan II'),
		{ number: '12/LAP/2026', dated: `${city.year}-06-30` });
	keys.old = await stored('SK tim lama', pdf('Keputusan tentang tim'), { kind: 'keputusan',
		period_from: '2020-01-01', period_until: '2021-12-31' });
	keys.plan = await stored('Rencana aksi', docx('Bab satu</w:t></w:r></w:p><w:p><w:r><w:t>Target kepuasan 82'));
	const operator = await city.signIn('operator.satu');
	await operator.submit(await operator.get(`/upload/document/${keys.plan}`), { file: { filename: 'rencana.docx',
		content: docx('Bab satu</w:t></w:r></w:p><w:p><w:r><w:t>Target kepuasan 85') } },
	{ form: 'form:has(input[type=file])' });
	assert.equal(stack.matang(['work', 'text']).status, 0);
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

let running = 0;

for (const how of WINDOWS)
	describe(how.name, () => {
		let window, page;
		const look = async (name) => {
			await window.checks();
			await window.picture(`library-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
		};
		const open = async (username) => {
			window = await chromium.window({ base: stack.base, ...how });
			await window.signIn(username, PASSWORD);
			page = window.page;
		};
		after(() => window?.close());

		it('words inside files are found, and filters stay in the address', async () => {
			await open('operator.satu');
			await window.go('/upload/');
			await page.getByLabel('Cari', { exact: true }).fill('kepuasan');
			await page.getByRole('button', { name: 'Cari', exact: true }).click();
			assert.equal(await page.locator('tbody mark').first().textContent(), 'kepuasan');
			await look('found');
			await page.getByText('Saring menurut jenis').click();
			await page.getByLabel('Status').selectOption({ label: 'Perlu diperhatikan' });
			await page.getByLabel('Cari', { exact: true }).fill('');
			await page.getByRole('button', { name: 'Saring', exact: true }).click();
			assert.match(page.url(), /show=flagged/);
			assert.match(await page.textContent('tbody'), /SK tim lama.*Masa berlaku berakhir/s);
			await look('flagged');
			await page.getByRole('link', { name: 'Hapus saringan' }).click();
			await page.getByLabel('Cari', { exact: true }).fill('tidak-ada-di-mana-pun');
			await page.keyboard.press('Enter');
			await page.getByText('Tidak ada yang cocok').waitFor();
			await look('nothing');
		});

		it('several documents go under criteria of several variables', async () => {
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
			await window.go('/upload/');
			await page.getByLabel('Pilih Laporan survei').check();
			await page.getByLabel('Pilih Rencana aksi').check();
			await look('picked');
			await page.getByRole('button', { name: 'Tautkan yang dipilih ke kriteria' }).click();
			assert.match(await page.textContent('main'), /2 dokumen/);
			await page.getByText(/^1\. /).click();
			await page.getByText(/^9\. /).click();
			await page.locator(`#item-${city.items(1)[0].id}`).check();
			await page.locator(`#item-${city.items(9)[0].id}`).check();
			await look('bulk-attach');
			await page.getByRole('button', { name: 'Tautkan' }).click();
			await page.waitForURL(/\/upload\/\?done=linked/);
			assert.match(await page.textContent('tbody'), new RegExp(`${city.year}: variabel 1, 9`));
			await look('linked');
		});

		it('twins become one', async () => {
			const text = `kembar ${++running} ${how.name}`;
			await stored(`Asli ${running}`, pdf(text));
			await stored(`Salinan ${running}`, pdf(text));
			await window.go('/upload/?show=twin');
			await look('twins');
			await page.getByRole('link', { name: new RegExp(`^Satukan dengan kembarannya.*Asli ${running}$`) }).click();
			await look('merge');
			await page.getByLabel(`Asli ${running}`).check();
			await page.getByRole('button', { name: 'Satukan' }).click();
			await page.waitForURL(/done=merged/);
			assert.match(await page.textContent('.matang-notice--success'), /sudah disatukan/);
		});

		it('revisions stand side by side', async () => {
			await window.go(`/upload/document/${keys.plan}`);
			await look('document');
			await page.getByRole('link', { name: 'Bandingkan dua revisi' }).click();
			assert.match(await page.textContent('.matang-diff'), /Target kepuasan 82.*Target kepuasan 85/s);
			await look('compare');
		});

		it('a team looks through all libraries that it may see', async () => {
			await window.close();
			await open('verifikator');
			await window.go('/upload/');
			await look('team');
			await page.getByLabel('Cari', { exact: true }).fill('kepuasan');
			await page.getByRole('button', { name: 'Cari', exact: true }).click();
			assert.match(await page.textContent('tbody'), /Dinas Contoh Satu/);
			await look('team-found');
			await page.getByLabel('Perangkat daerah', { exact: true }).selectOption({ label: 'Dinas Contoh Satu' });
			await page.getByRole('button', { name: 'Cari', exact: true }).click();
			assert.match(await page.textContent('h1'), /Dokumen data dukung/);
			await look('team-agency');
		});
	});
