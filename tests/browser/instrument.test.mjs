// SPDX-License-Identifier: ISC
//
// An instrument of another kind in a real browser: brought in, assessed by, and its gaps written down.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { ROOT, startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

const STUDY = readFileSync(path.join(ROOT, 'sql/reference/smart-governance-2018.csv'), 'utf8');
const file = (text) => ({ name: 'kajian.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

let stack, chromium;
before(async () => {
	stack = await startStack();
	settle(stack);
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

for (const how of WINDOWS)
	describe(how.name, () => {
		const open = async (who) => {
			const window = await chromium.window({ base: stack.base, ...how });
			await window.signIn(who, PASSWORD);
			return window;
		};
		const look = async (window, name) => {
			await window.checks();
			await window.picture(`instrument-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
		};
		const name = `Kajian ${how.width}`;

		it('comes in, is looked at and published', async () => {
			const window = await open('admin.kota'), { page } = window;
			await window.go('/cycle/instruments');
			await page.getByRole('button', { name: 'Muat instrumen lain' }).click();
			await look(window, 'import');
			await page.setInputFiles('#file', file(STUDY.replace('tanpa nilai', 'median')));
			await page.getByRole('button', { name: 'Periksa berkas' }).click();
			assert.match(await page.textContent('main'), /bukan cara hitung/);
			await look(window, 'wrong');
			await window.go('/cycle/instruments/any');
			await page.setInputFiles('#file', file(STUDY));
			await page.getByRole('button', { name: 'Periksa berkas' }).click();
			await look(window, 'preview');
			await page.fill('#name', name);
			await page.getByRole('button', { name: 'Simpan sebagai draf' }).click();
			await look(window, 'instrument');
			await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
			await look(window, 'publish');
			await page.locator('main form button[type=submit]').last().click();
			await page.waitForURL(/done=published/);
			await window.close();
		});

		it('is answered, and its gaps are written down', async () => {
			const window = await open('verifikator'), { page } = window;
			await window.go('/questionnaire/other');
			await look(window, 'list');
			await page.selectOption('#instrument', { label: name });
			await page.fill('#subject', `Kota ${how.width}`);
			await page.fill('#year', '2026');
			await page.getByRole('button', { name: 'Mulai' }).click();
			await page.waitForURL(/\/other\/\d+\?done=created/);
			await look(window, 'begun');
			await page.getByRole('link', { name: 'Isi atau ubah' }).first().click();
			await look(window, 'answers');
			await page.locator('#level-1').getByText('Rendah').click();
			await page.fill('#note-1', 'Forum belum ada.');
			await page.getByRole('button', { name: 'Simpan dan lanjutkan' }).click();
			await page.waitForURL(/\/2\?done=saved/);
			await page.getByRole('button', { name: 'Simpan', exact: true }).click();
			await page.getByRole('link', { name: 'Analisis kesenjangan' }).click();
			await look(window, 'no-gaps');
			await page.getByText('Tambah dari yang lain').click();
			await page.getByRole('link', { name: /^1\. Tingkat partisipasi/ }).click();
			await look(window, 'gap');
			await page.fill('#expected', 'Meningkat');
			await page.fill('#recommendation', 'Fasilitasi forum\nSosialisasi dua arah');
			await page.selectOption('#priority', 'tinggi');
			await page.fill('#plan', 'Diskominfo');
			await page.getByRole('button', { name: 'Simpan' }).click();
			await look(window, 'gaps');
			assert.match(await page.textContent('tbody'), /Rendah\s*Meningkat/);
			await window.go(`${/\/questionnaire\/other\/\d+/.exec(page.url())[0]}/paper`);
			await look(window, 'paper');
			assert.match(await page.textContent('article'), /Sosialisasi dua arah/);
			await window.close();
		});

		it('is read by those who do not write', async () => {
			const window = await open('auditor'), { page } = window;
			const id = stack.sql('SELECT MAX(id) AS id FROM appraisal')[0].id;
			await window.go(`/questionnaire/other/${id}/1`);
			assert.equal(await page.locator('main form').count(), 0);
			await look(window, 'read');
			await window.close();
		});
	});
