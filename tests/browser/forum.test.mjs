// SPDX-License-Identifier: ISC
//
// A public consultation in a real browser: drafted, asked about and opened by an official; answered and supported on a
// telephone by people without an account, with scripts and without; looked at, decided, published.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { answerGuest } from '../web/guest.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, chromium;
before(async () => {
	stack = await startStack();
	city = settle(stack);
	city.setState(city.assessment('Dinas Contoh Satu'), 'draft');
	stack.sql("INSERT INTO district (id, region_id, name) VALUES (1, 2, 'Contoh Utara'); INSERT INTO village (district_id, name) VALUES (1, 'Melati'), (1, 'Kenanga')");
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

const day = (offset = 0) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

for (const how of WINDOWS)
	describe(how.name, () => {
		let window, page, phone, id;
		const look = async (name, at = window) => {
			await at.checks();
			await at.picture(`forum-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
		};
		/* What a person without a script reads and answers; with one it is done already. */
		const prove = async () => {
			if (how.scripts)
				return;
			const words = await phone.page.locator('label[for=guest_answer]').textContent();
			await phone.page.locator('#guest_answer').fill(answerGuest({ words: () => words }).guest_answer);
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

		it('is drafted with a question, and opened', async () => {
			await window.go('/forum/desk/new');
			await look('new');
			await page.getByLabel('Topik').fill(`Jam layanan puskesmas ${how.width}`);
			await page.getByLabel('Penjelasan').fill('Jam layanan akan diubah.\nPilihannya pagi atau sore.');
			await page.getByLabel('Tanggal dibuka').fill(day());
			await page.getByLabel('Tanggal terakhir').fill(day(7));
			await page.getByRole('button', { name: 'Simpan' }).click();
			await page.waitForURL(/\/forum\/desk\/\d+\?done=created/);
			id = /desk\/(\d+)/.exec(page.url())[1];
			await look('draft');
			await page.getByText('Tambah pertanyaan').click();
			await page.getByLabel('Pertanyaan', { exact: true }).fill('Pagi atau sore?');
			await page.getByLabel('Cara menjawab').selectOption('choice');
			await page.getByLabel('Pilihan jawaban').fill('Pagi\nSore');
			await page.getByRole('button', { name: 'Tambah', exact: true }).click();
			await page.waitForURL(/done=saved/);
			await page.getByRole('link', { name: /Ubah tempat/ }).click();
			await look('area');
			await page.goBack();
			await page.getByRole('button', { name: 'Buka untuk warga' }).click();
			await page.waitForURL(/done=open/);
			await look('open');
			await window.go(`/forum/desk/${id}/poster`);
			await look('posters');
		});

		it('is answered on a telephone without an account', async () => {
			await phone.go('/forum/');
			await look('public-list', phone);
			await phone.go(`/forum/${id}`);
			await look('public-empty', phone);
			await phone.page.getByRole('button', { name: 'Sampaikan pendapat' }).or(phone.page.getByRole('link', { name: 'Sampaikan pendapat' })).click();
			await look('say', phone);
			await phone.page.getByLabel('Pendapat Anda').fill('singkat');
			await prove();
			await phone.page.getByRole('button', { name: 'Kirim pendapat' }).click();
			await phone.page.getByText('Ada yang perlu diperbaiki').waitFor();
			await look('say-wrong', phone);
			await phone.page.getByLabel('Pendapat Anda').fill('Sebaiknya buka sampai sore,\nkarena saya bekerja.');
			await phone.page.getByLabel('Pagi atau sore?').selectOption({ label: 'Sore' });
			await phone.page.getByLabel(/Kelurahan Anda/).selectOption({ label: 'Melati' });
			await prove();
			await phone.page.getByRole('button', { name: 'Kirim pendapat' }).click();
			await phone.page.waitForURL(/done=said/);
			await look('said', phone);
			assert.doesNotMatch(await phone.page.textContent('main'), /karena saya bekerja/);
		});

		it('is looked at, and supported', async () => {
			await window.go(`/forum/desk/${id}/opinions`);
			await look('opinions');
			await page.getByLabel(/Pilih pendapat nomor/).check();
			await page.getByRole('button', { name: 'Rilis', exact: true }).click();
			await page.waitForURL(/done=saved/);
			await phone.go(`/forum/${id}`);
			await look('public', phone);
			await phone.page.getByRole('link', { name: /^Dukung/ }).click();
			await look('support', phone);
			/* A slow telephone: it still works for the token when the button is pressed. */
			if (how.scripts)
				await phone.page.addInitScript(() => {
					if (!location.pathname.includes('/support/'))
						return;
					const now = setTimeout, held = [];
					globalThis.setTimeout = (what, wait, ...rest) => wait === 0 ? held.push(what) : now(what, wait, ...rest);
					globalThis.goOn = () => {
						globalThis.setTimeout = now;
						held.forEach((what) => what());
					};
				});
			await phone.page.reload();
			await prove();
			await phone.page.getByRole('button', { name: 'Dukung' }).click();
			/* One in sixteen finds it in its first steps, and is on the next page by now. */
			if (how.scripts)
				await phone.page.evaluate(() => globalThis.goOn?.()).catch(() => {});
			await phone.page.waitForURL(/done=supported/);
		});

		it('is decided and published', async () => {
			await window.go(`/forum/desk/${id}/opinions`);
			await page.getByLabel(/Pilih pendapat nomor/).check();
			await page.getByLabel('Tanggapan', { exact: true }).last().selectOption({ label: 'Diakomodasi sebagian' });
			await page.getByLabel('Jawaban atau alasan').fill('Sore hanya hari kerja.');
			await page.getByRole('button', { name: 'Simpan tanggapan' }).click();
			await page.waitForURL(/done=saved/);
			await window.go(`/forum/desk/${id}`);
			await page.getByRole('button', { name: 'Tutup konsultasi' }).click();
			await page.waitForURL(/done=closed/);
			await look('closed');
			await window.go(`/forum/desk/${id}/publish`);
			await look('publish');
			await page.getByLabel('Keputusan').fill('Jam layanan menjadi pukul 08.00 sampai 17.00, karena banyak yang bekerja.');
			await page.getByRole('button', { name: 'Terbitkan hasil' }).click();
			await page.waitForURL(/done=published/);
			await phone.go(`/forum/${id}`);
			await look('result', phone);
			await window.go(`/forum/desk/${id}/report`);
			await look('report');
			await window.go(`/forum/desk/${id}/evidence`);
			await look('evidence');
			await window.go('/forum/desk/');
			await look('list');
		});
	});
