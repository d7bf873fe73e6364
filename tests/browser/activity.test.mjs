// SPDX-License-Identifier: ISC
//
// An activity in a real browser: entered, its list opened, signed by other browsers that have no account (with a
// finger, and typed where there are no scripts), closed, and its papers made evidence.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, chromium;
before(async () => {
	stack = await startStack();
	city = settle(stack);
	city.setState(city.assessment('Dinas Contoh Satu'), 'draft');
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

const day = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

for (const how of WINDOWS)
	describe(how.name, () => {
		let window, page, phone, id, code;
		const look = async (name, at = window) => {
			await at.checks();
			await at.picture(`activity-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
		};
		before(async () => {
			window = await chromium.window({ base: stack.base, ...how });
			await window.signIn('operator.satu', PASSWORD);
			page = window.page;
			phone = await chromium.window({ base: stack.base, width: 360, scripts: how.scripts, touch: how.scripts });
		});
		after(async () => {
			await window?.close();
			await phone?.close();
		});

		it('an activity is entered', async () => {
			await window.go('/activity/new');
			await look('new');
			await page.getByLabel('Jenis kegiatan').selectOption('pelatihan');
			await page.getByLabel('Nama kegiatan').fill(`Pelatihan contoh ${how.width}`);
			await page.getByLabel('Tanggal mulai').fill(day());
			await page.getByLabel('Jam mulai').fill('00.00');
			await page.getByLabel('Jam selesai').fill('23.59');
			await page.getByLabel('Tempat').fill('Aula');
			await page.getByLabel(/^Notulen/).fill('Disepakati.\nDilaksanakan.');
			await page.getByRole('button', { name: 'Simpan' }).click();
			await page.waitForURL(/\/activity\/\d+\?done=created/);
			id = /activity\/(\d+)/.exec(page.url())[1];
			await look('activity');
		});

		it('its list is opened, and signed by others', async () => {
			await page.getByRole('button', { name: 'Buka daftar hadir lewat ponsel' }).click();
			await page.waitForURL(/\/screen\//);
			await look('screen');
			code = /activity\/at\/([\dA-Z-]+)/.exec(await page.textContent('main'))[1];
			await phone.go(`/activity/at/${code}`);
			await look('attend', phone);
			await phone.page.getByLabel('Nama lengkap').fill('Contoh Fajar');
			await phone.page.getByRole('button', { name: 'Saya hadir' }).click();
			await phone.page.getByText('Ada yang perlu diperbaiki').waitFor();
			await look('attend-wrong', phone);
			await phone.page.getByLabel('Perangkat daerah atau instansi').fill('Bagian Umum');
			if (how.scripts) {
				await phone.page.locator('canvas').scrollIntoViewIfNeeded();
				const box = await phone.page.locator('canvas').boundingBox();
				const below = await phone.page.getByRole('button', { name: 'Saya hadir' }).boundingBox();
				assert.ok(box.x >= below.x && box.x + box.width <= below.x + below.width + 1, 'no wider than what is below it');
				await phone.page.mouse.move(box.x + 20, box.y + 20);
				await phone.page.mouse.down();
				for (const [x, y] of [[60, 60], [90, 25], [130, 70], [180, 40]])
					await phone.page.mouse.move(box.x + x, box.y + y, { steps: 3 });
				await phone.page.mouse.up();
			} else {
				assert.equal(await phone.page.locator('canvas').isVisible(), false);
				await phone.page.getByLabel('Ketik nama sebagai tanda tangan').fill('Fajar');
			}
			await phone.page.getByRole('button', { name: 'Saya hadir' }).click();
			await phone.page.getByText('Terima kasih, Anda sudah tercatat hadir.').waitFor();
			await look('attended', phone);
			await window.go(`/activity/${id}/participants`);
			assert.match(await page.textContent('tbody'), how.scripts ? /Contoh Fajar/ : /Fajar \(diketik\)/);
			assert.equal(await page.locator('.matang-ink').count(), how.scripts ? 1 : 0);
			await look('participants');
			if (how.width > 641)	/* a name stands below its head, also beside a number */
				assert.equal(...await page.evaluate(() => ['thead th:nth-child(2)', 'tbody th'].map((cell) => {
					const range = document.createRange();
					range.selectNodeContents(document.querySelector(`.matang-table ${cell}`));
					return Math.round(range.getBoundingClientRect().left);
				})));
		});

		it('its papers are read, certificates are issued, and one paper becomes evidence', async () => {
			for (const paper of ['attendance', 'report', 'recap']) {
				await window.go(`/activity/${id}/paper/${paper}`);
				await look(paper);
				/* Of its tables nothing is beside the paper, and no word of a head in pieces. */
				assert.equal(await page.evaluate(() => [...document.querySelectorAll('.matang-paper table')].filter((table) =>
					table.scrollWidth > table.closest('.matang-paper').clientWidth || table.getBoundingClientRect().right > innerWidth).length), 0);
				assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.matang-paper table:not(.matang-paper__stacked) thead th')].flatMap((head) => {
					const text = head.firstChild, range = document.createRange();
					return [...text.data.matchAll(/[\p{L}.]+/gu)].filter(({ 0: word, index }) => {
						range.setStart(text, index);
						range.setEnd(text, index + word.length);
						return range.getClientRects().length > 1;
					}).map(([word]) => word);
				})), []);
			}
			await window.go(`/activity/${id}/certificates`);
			await page.getByRole('button', { name: 'Terbitkan untuk 1 peserta' }).click();
			await page.getByText('Sertifikat sudah terbit.').waitFor();
			await look('certificates');
			await window.go(`/activity/${id}/evidence/attendance`);
			await look('evidence');
			await page.locator('main button[name=item]').first().click();
			await page.waitForURL(/\/questionnaire\/\d+\/\d+\?done=linked/);
		});

		it('its list is closed, and says so to who comes late', async () => {
			await window.go(`/activity/${id}`);
			await page.getByRole('button', { name: 'Tutup daftar hadir' }).click();
			await page.getByText('Daftar hadir sudah ditutup.').waitFor();
			await phone.go(`/activity/at/${code}`);
			assert.match(await phone.page.textContent('main'), /Sampaikan kepada penyelenggara/);
			await look('over', phone);
			await window.go('/activity/');
			await look('list');
		});
	});
