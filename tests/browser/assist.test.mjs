// SPDX-License-Identifier: ISC
//
// A field assistant on a telephone, with a line that breaks: what was sent waits on the telephone, goes once when
// there is a network again, also where the answer got lost; and without scripts the form is any form.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium } from './browser.mjs';
import { photographs } from './photographs.mjs';

let stack, chromium, large;
before(async () => {
	stack = await startStack();
	settle(stack);
	stack.sql(`
		INSERT INTO service (id, agency_id, created_at, created_by) SELECT 1, 1, UTC_TIMESTAMP(3), MIN(id) FROM account;
		INSERT INTO service_version (id, service_id, number, state, name, letter_code, legal_base, cost, product, complaint, letter, days, published_at, published_by)
			SELECT 1, 1, 1, 'published', 'Surat contoh', 'SK', '', 'Tanpa biaya', 'Surat', 'Dinas (contoh)', '{data}', 3, UTC_TIMESTAMP(3), MIN(id) FROM account;
		INSERT INTO service_requirement (version_id, position, name, compulsory, wants_file) VALUES (1, 1, 'KTP pemilik', 1, 1);
		INSERT INTO service_step (version_id, position, name, role, days) VALUES (1, 1, 'Pemeriksaan', 'officer', 3)`);
	chromium = await startChromium();
	[large] = await photographs(chromium, stack, 1);
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

const entered = (name) => Number(stack.sql(`SELECT COUNT(*) AS n FROM service_application a JOIN enterprise e ON e.id = a.enterprise_id WHERE e.name = '${name}'`)[0].n);

async function write(page, name) {
	await page.getByLabel('Nama pemohon').fill('Contoh Nenek Ida');
	await page.getByLabel('Bentuk usaha').selectOption('micro');
	await page.getByLabel('Nama usaha').fill(name);
	await page.getByLabel('Nama pemilik').fill('Contoh Nenek Ida');
	await page.getByLabel('Alamat usaha').fill('Jalan Contoh 1');
	await page.getByLabel('Kelurahan atau desa').fill('Kelurahan Contoh');
	await page.getByLabel('Produk atau jasa').fill('Keripik');
	await page.getByLabel('Pemohon sudah mendengarnya dan setuju').check();
	await page.getByLabel('Nama yang menyetujui').fill('Contoh Nenek Ida');
}

for (const scripts of [true, false])
	describe(`a field assistant ${scripts ? 'with' : 'without'} scripts`, () => {
		let phone, page;
		const look = async (name) => {
			await phone.checks();
			await phone.picture(`assist-${name}-360${scripts ? '' : '-plain'}`);
		};
		before(async () => {
			phone = await chromium.window({ base: stack.base, width: 360, scripts, touch: scripts });
			page = phone.page;
			await phone.signIn('pendamping.satu', PASSWORD);
		});
		after(() => phone?.close());

		it('writes an application in, is told what is missing, and hands over number and secret', async () => {
			await phone.go('/service/assist');
			await look('empty');
			await page.getByRole('link', { name: 'Surat contoh' }).click();
			await look('form');
			await page.getByRole('button', { name: 'Kirim permohonan' }).click();
			await page.getByText('hanya dikirim bila pemohon setuju').last().waitFor();
			await look('wrong');
			await write(page, `Warung biasa ${scripts}`);
			await page.getByLabel('KTP pemilik', { exact: true }).setInputFiles([large]);
			if (scripts)
				await page.getByText('Foto diperkecil').waitFor();
			await page.getByRole('button', { name: 'Kirim permohonan' }).click();
			await page.waitForURL(/\/service\/receipt/);
			await look('receipt');
			assert.equal(entered(`Warung biasa ${scripts}`), 1);
			await page.getByRole('link', { name: 'Permohonan yang saya bantu' }).last().click();
			await look('list');
			await page.getByRole('link', { name: /LYN-/ }).first().click();
			await look('one');
			assert.match(await page.textContent('main'), /\.jpg, dikirim/);
		});

		if (scripts) {
			it('works on without network: two people wait on the telephone, and go once', async () => {
				await phone.go('/service/assist/new/1');
				await page.context().setOffline(true);
				for (const name of ['Warung jauh satu', 'Warung jauh dua']) {
					await write(page, name);
					await page.getByLabel('KTP pemilik', { exact: true }).setInputFiles([large]);
					await page.getByText('Foto diperkecil').waitFor();
					await page.getByRole('button', { name: 'Kirim permohonan' }).click();
					await page.getByText(`Formulir ${name} tersimpan di ponsel ini`).waitFor();
					assert.equal(await page.getByLabel('Nama usaha').inputValue(), '', 'free for the next person');
				}
				await look('kept');
				assert.equal(entered('Warung jauh satu'), 0);
				await page.context().setOffline(false);
				await page.getByText('Warung jauh satu sudah masuk').waitFor();
				await page.getByText('Warung jauh dua sudah masuk').waitFor();
				await look('sent');
				assert.equal(await page.getByText(/Nomor LYN-\w{8}, kode rahasia (\w{4}-){3}\w{4}/).count(), 2);
				assert.deepEqual([entered('Warung jauh satu'), entered('Warung jauh dua')], [1, 1]);
				assert.equal(Number(stack.sql("SELECT COUNT(*) AS n FROM service_file f JOIN service_application a ON a.id = f.application_id JOIN enterprise e ON e.id = a.enterprise_id WHERE e.name LIKE 'Warung jauh%'")[0].n), 2);
				for (const name of ['Warung jauh satu', 'Warung jauh dua'])
					await page.getByRole('button', { name: `Sudah disalin ${name}` }).click();
				await page.locator('[data-assist-kept]').waitFor({ state: 'hidden' });
			});

			it('sends again where the answer got lost, and it is one with the same secret', async () => {
				await phone.go('/service/assist/new/1');
				await write(page, 'Warung jawaban hilang');
				/* The server has it; the telephone does not hear of it. */
				let lost = 0;
				await page.route('**/service/assist/new/1', async (route) => {
					if (route.request().method() !== 'POST' || lost > 0)
						return route.continue();
					lost++;
					await route.fetch({ maxRedirects: 0 });
					return route.abort('connectionreset');
				});
				await page.getByRole('button', { name: 'Kirim permohonan' }).click();
				await page.getByText('tersimpan di ponsel ini dan dikirim').waitFor();
				assert.equal(entered('Warung jawaban hilang'), 1);
				await phone.go('/service/assist');
				await page.getByText('Warung jawaban hilang sudah masuk').waitFor();
				assert.equal(entered('Warung jawaban hilang'), 1);
				const [, number, secret] = /Nomor (LYN-\w{8}), kode rahasia ((?:\w{4}-){3}\w{4})/.exec(await page.textContent('[data-assist-list]'));
				const person = await chromium.window({ base: stack.base, width: 360 });
				await person.go('/service/status');
				await person.page.getByLabel('Nomor permohonan').fill(number);
				await person.page.getByLabel('Kode rahasia').fill(secret);
				await person.page.getByRole('button', { name: 'Buka' }).click();
				await person.page.getByText('Menunggu pemeriksaan').waitFor();
				await person.close();
			});

			it('says whom to ask where the answer sends to the administrator', async () => {
				await phone.go('/service/assist/new/1');
				await write(page, 'Warung ditolak');
				await page.route('**/service/assist/new/1', (route) => route.request().method() !== 'POST' ? route.continue() :
					route.fulfill({ status: 422, contentType: 'text/html; charset=utf-8',
						body: '<ul class="govuk-error-summary"><li>Sampaikan nomor rujukan X kepada administrator.</li></ul>' }));
				await page.getByRole('button', { name: 'Kirim permohonan' }).click();
				await page.getByText('Belum terkirim. Sampaikan nomor rujukan X').waitFor();
				for (const place of ['[data-assist-told]', '[data-assist-list]'])
					assert.equal(await page.locator(`${place} a[href$="/portal/help#kontak"]`).count(), 1, place);
				await page.unroute('**/service/assist/new/1');
				page.once('dialog', (dialog) => dialog.accept());
				await page.getByRole('button', { name: 'Hapus Warung ditolak' }).click();
				await page.getByRole('button', { name: 'Hapus Warung ditolak' }).waitFor({ state: 'hidden' });
			});

			it('mends what waited and does not fit, and leaves nothing to the next who signs in', async () => {
				await phone.go('/service/assist/new/1');
				await page.context().setOffline(true);
				await write(page, 'Warung salah isi');
				await page.getByLabel('NIK').fill('123');
				await page.getByRole('button', { name: 'Kirim permohonan' }).click();
				await page.getByText('tersimpan di ponsel ini dan dikirim').waitFor();
				await page.context().setOffline(false);
				await page.getByText('Warung salah isi: perlu diperbaiki').waitFor();
				await page.getByRole('button', { name: 'Buka lagi Warung salah isi' }).click();
				assert.equal(await page.getByLabel('Nama usaha').inputValue(), 'Warung salah isi');
				await look('mend');
				assert.equal(entered('Warung salah isi'), 0);
				await phone.go('/account/profile');
				await page.locator('form[action$="/account/sign-out"] button').first().evaluate((button) => button.form.requestSubmit(button));
				await page.waitForURL(/signed-out/);
				await phone.signIn('pendamping.satu', PASSWORD);
				await phone.go('/service/assist');
				await page.waitForTimeout(500);
				assert.equal(await page.getByText('Warung salah isi').count(), 0);
			});
		}
	});
