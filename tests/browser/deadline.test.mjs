// SPDX-License-Identifier: ISC
//
// Last days in a real browser, in both widths: filling in is closed, the operator asks for more time, the team
// gives it; the administrator gives it to several; and a person makes the address of a calendar.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, chromium, id, cycle;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	cycle = stack.sql(`SELECT cycle_id AS id FROM assessment WHERE id = ${id}`)[0].id;
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

async function open(username, how) {
	const window = await chromium.window({ base: stack.base, ...how });
	await window.signIn(username, PASSWORD);
	return window;
}
const press = (page, words) => Promise.all([page.waitForNavigation(), page.click(`main button:has-text("${words}")`)]);
const monday = (weeks) => city.monday(weeks);

for (const { name, ...how } of WINDOWS)
	describe(`last days, ${name}`, () => {
		before(() => stack.sql(`DELETE FROM holiday; DELETE FROM time_request; UPDATE cycle SET after_deadline = 'ask', early_filling = 1 WHERE id = ${cycle};
			UPDATE cycle_step SET planned_from = '${monday(-4)}', planned_until = '${monday(-3)}' WHERE cycle_id = ${cycle} AND step = 4;
			UPDATE assessment SET state = 'draft', until_4 = NULL, until_5 = NULL, kept_open = 0 WHERE cycle_id = ${cycle};
			UPDATE world_stamp SET number = number + 1`));

		it('an agency asks for more time, and the team gives it', async () => {
			const operator = await open('operator.satu', how), { page } = operator;
			await operator.go('/questionnaire/');
			await operator.checks();
			await page.click('main >> text=Minta tambahan waktu');
			await page.fill('#until', monday(1));
			await press(page, 'Kirim permintaan');
			assert.match(await page.textContent('.govuk-error-summary'), /Alasan/);
			assert.equal(await page.inputValue('#until'), monday(1), 'what was typed stays');
			await operator.checks();
			await page.fill('#reason', 'Dua dokumen belum ditandatangani');
			await press(page, 'Kirim permintaan');
			assert.match(await page.textContent('main'), /Menunggu jawaban tim verifikasi/);
			await operator.checks();

			const team = await open('verifikator', how);
			await team.go('/schedule/');
			await team.checks();
			await team.page.click('main >> text=Dinas Contoh Satu');
			await team.checks();
			await team.page.check('#decision-give');
			await team.page.fill('#until', monday(2));
			await press(team.page, 'Kirim jawaban');
			assert.match(await team.page.textContent('main'), /Diberikan sampai/);
			await team.checks();

			await operator.go('/questionnaire/');
			assert.match(await page.textContent('.matang-deadline'), /Sisa \d+ hari kerja/);
			await Promise.all([operator.close(), team.close()]);
		});

		it('an administrator gives more time to several', async () => {
			const admin = await open('admin.kota', how), { page } = admin;
			await admin.go(`/cycle/cycles/${cycle}`);
			await page.click('main >> text=Perpanjang batas waktu');
			await admin.checks();
			await page.selectOption('#step', '5');
			await page.fill('#until', monday(9));
			await page.fill('#reason', 'Gangguan jaringan');
			await press(page, 'Perpanjang');
			assert.match(await page.textContent('.govuk-error-summary'), /paling sedikit satu/);
			await admin.checks();
			await page.check('#all');
			await press(page, 'Perpanjang');
			assert.match(await page.textContent('main'), /sudah diperpanjang/);
			await admin.checks();
			await admin.close();
		});

		it('a person makes the address of a calendar, and withdraws it', async () => {
			const head = await open('kepala.satu', how), { page } = head;
			await head.go('/schedule/');
			await page.click('main >> text=alamat kalender Anda sendiri');
			await head.checks();
			await press(page, 'Buat alamat kalender');
			assert.match(await page.textContent('main code'), /\/schedule\/feed\?key=\w{26}$/);
			await head.checks();
			await press(page, 'Cabut alamat');
			assert.match(await page.textContent('main'), /sudah dicabut/);
			await head.close();
		});
	});
