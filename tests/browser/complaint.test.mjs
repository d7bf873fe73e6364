// SPDX-License-Identifier: ISC
//
// A complaint in a real browser: written on a telephone without scripts, and on a screen with them, where the browser
// works instead of the person; kept, followed, handled by officials, replied to, and what stands beside it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { sumAsked } from '../web/guest.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, chromium, code;
before(async () => {
	stack = await startStack();
	city = settle(stack);
	code = stack.sql('SELECT code FROM region WHERE id = 2')[0].code;
	stack.sql(`INSERT INTO complaint_rule (region_id, open) VALUES (2, 1);
		INSERT INTO district (id, region_id, name) VALUES (1, 2, 'Contoh Utara'); INSERT INTO village (district_id, name) VALUES (1, 'Contoh Melati');
		UPDATE world_stamp SET number = number + 1`);
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

for (const how of WINDOWS)
	describe(how.name, () => {
		let citizen, official, agency, secret, number;
		const look = async (name, at = citizen) => {
			await at.checks();
			await at.picture(`complaint-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
		};
		const answerSum = async (page) => page.fill('#guest_answer', sumAsked(await page.textContent('label[for=guest_answer]')));
		/* The script works for the form, or the person answers. */
		const prove = async (page) => how.scripts ? page.waitForFunction(() => document.querySelector('[name=guest_work]').value !== '') : answerSum(page);
		before(async () => {
			citizen = await chromium.window({ base: stack.base, ...how });
			official = await chromium.window({ base: stack.base, ...how });
			await official.signIn('verifikator', PASSWORD);
			agency = await chromium.window({ base: stack.base, ...how });
			await agency.signIn('operator.satu', PASSWORD);
		});
		after(async () => {
			for (const window of [citizen, official, agency])
				await window?.close();
		});

		it('is written without account', async () => {
			const { page } = citizen;
			await citizen.go('/complaint/new');
			await look('regions');
			await citizen.go(`/complaint/to/${code}`);
			await look('write');
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await page.getByText('Ada yang perlu diperbaiki').waitFor();
			await look('write-wrong');
			await page.getByLabel('Tentang').selectOption('service');
			await page.getByLabel('Judul').fill(`Loket tutup ${how.width}`);
			await page.getByLabel('Uraian').fill('Loket tutup sejak pagi.\nTidak ada pengumuman: https://contoh.invalid/x');
			await page.getByLabel('Lokasi').selectOption({ label: 'Contoh Melati' });
			await prove(page);
			assert.equal(await page.locator('#guest_answer').isVisible(), !how.scripts);
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await page.waitForURL(/\/complaint\/receipt/);
			await look('receipt');
			[number, secret] = await page.locator('.matang-ticket dd').allTextContents();
		});

		it('is followed by number and secret, which a QR code fills in', async () => {
			const { page } = citizen;
			await citizen.go(`/complaint/follow#${number}.${secret}`);
			await look('follow');
			if (!how.scripts) {
				await page.getByLabel('Nomor pengaduan').fill(number);
				await page.getByLabel('Kode rahasia').fill(secret);
			}
			await page.getByRole('button', { name: 'Buka' }).click();
			await page.waitForURL(/\/complaint\/ticket/);
			assert.equal(await page.locator('main a[href*="contoh.invalid"]').count(), 0, 'links are text');
			await look('ticket');
		});

		it('is forwarded and answered by officials', async () => {
			await official.go('/complaint/');
			await look('list', official);
			await official.page.getByRole('link', { name: `Loket tutup ${how.width}` }).click();
			await official.page.waitForURL(/\/complaint\/\d+$/);
			await look('one', official);
			const id = /complaint\/(\d+)/.exec(official.page.url())[1];
			await official.page.locator('summary', { hasText: 'Teruskan' }).click();
			await official.page.getByLabel('Kepada').selectOption({ label: 'Dinas Contoh Satu' });
			await official.page.getByRole('button', { name: 'Teruskan' }).click();
			await official.page.getByText('Pengaduan sudah diteruskan').waitFor();
			await agency.go(`/complaint/${id}`);
			await agency.page.locator('summary', { hasText: 'Jawab' }).first().click();
			await agency.page.getByLabel('Jawaban', { exact: true }).fill('Loket sudah dibuka kembali.');
			await agency.page.getByRole('button', { name: 'Kirim jawaban' }).click();
			await agency.page.getByText('Jawaban sudah dikirim').waitFor();
			await look('answered', agency);
			for (const [name, place] of [['rule', 'rule'], ['templates', 'templates'], ['report', 'report']]) {
				await official.go(`/complaint/${place}`);
				await look(name, official);
			}
		});

		it('is replied to and rated by the person', async () => {
			const { page } = citizen;
			await citizen.go('/complaint/ticket');
			await page.getByText('Loket sudah dibuka kembali.').waitFor();
			await look('ticket-answered');
			await page.getByLabel('Puas', { exact: true }).check();
			await page.getByRole('button', { name: 'Simpan penilaian' }).click();
			await page.getByText('Terima kasih atas penilaian').waitFor();
			await page.getByLabel('Balasan').fill('Terima kasih, sudah saya lihat.');
			await prove(page);
			await page.getByRole('button', { name: 'Kirim balasan' }).click();
			await page.getByText('Balasan Anda sudah dikirim').waitFor();
			await page.getByRole('button', { name: 'Selesai melihat' }).click();
			await page.waitForURL(/\/complaint\/follow/);
		});
	});
