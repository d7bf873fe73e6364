// SPDX-License-Identifier: ISC
//
// A service in a real browser, as officer, as signatory and as applicant on a
// phone: written and put into force, an application typed in from
// paper, returned and brought back, decided, its letter at hand; with scripts and without.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { pdf, png } from '../web/files.mjs';
import { sumAsked } from '../web/guest.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';
import { photographs } from './photographs.mjs';

const PHOTO = (name) => ({ name: `${name}.png`, mimeType: 'image/png', buffer: png(name) });

let stack, chromium, large;
before(async () => {
	stack = await startStack();
	settle(stack);
	chromium = await startChromium();
	[large] = await photographs(chromium, stack, 1);
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

for (const how of WINDOWS)
	describe(how.name, () => {
		let officer, signer, phone, page, application, version;
		const look = async (name, at = officer) => {
			await at.checks();
			await at.picture(`service-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
		};
		before(async () => {
			officer = await chromium.window({ base: stack.base, ...how });
			signer = await chromium.window({ base: stack.base, ...how });
			phone = await chromium.window({ base: stack.base, width: 360, scripts: how.scripts, touch: how.scripts });
			await officer.signIn('operator.satu', PASSWORD);
			await signer.signIn('kepala.satu', PASSWORD);
			page = officer.page;
		});
		after(async () => {
			await officer?.close();
			await signer?.close();
			await phone?.close();
		});

		it('a service is written, corrected and put into force', async () => {
			await officer.go('/service/services/new');
			await look('define');
			await page.getByLabel('Nama layanan').fill(`Surat contoh ${how.width}`);
			await page.getByLabel('Kode jenis surat').fill('SK');
			await page.getByLabel('Persyaratan').fill('KTP pemilik');
			await page.getByLabel('Langkah').fill('Pemeriksaan; petugas; 1\nKeputusan; kepala; 2');
			await page.getByLabel(/^Data tambahan/).fill('Tujuan; pilihan; wajib; kredit, bantuan');
			await page.getByLabel('Biaya').fill('Tanpa biaya');
			await page.getByLabel('Produk layanan').fill('Surat keterangan');
			await page.getByLabel('Saluran pengaduan').fill('Dinas (contoh)');
			await page.getByLabel('Isi surat').fill('Menerangkan bahwa:\n{data}\nDemikian surat ini.');
			await page.getByLabel(/^Masa berlaku surat/).fill('12');
			await page.getByRole('button', { name: 'Simpan draf' }).click();
			await page.getByText('Ada yang perlu diperbaiki').waitFor();
			await look('define-wrong');
			await page.getByLabel('Persyaratan').fill('KTP pemilik; wajib; berkas\nNPWP; bila ada');
			await page.getByRole('button', { name: 'Simpan draf' }).click();
			await page.waitForURL(/\/service\/services\/\d+\?done=created/);
			await page.getByRole('button', { name: 'Berlakukan versi ini' }).click();
			await page.waitForURL(/done=saved/);
			version = /services\/(\d+)/.exec(page.url())[1];
			await look('in-force');
			await officer.go(`/service/standard/${version}`);
			await look('standard');
		});

		it('an application is typed in, returned and brought back', async () => {
			await officer.go(`/service/new/${version}`);
			await page.getByRole('button', { name: 'Simpan permohonan' }).click();
			await page.getByText('Ada yang perlu diperbaiki').waitFor();
			await look('apply-wrong');
			await page.getByLabel('Nama pemohon').fill('Contoh Fajar');
			await page.getByLabel('Bentuk usaha').selectOption('micro');
			await page.getByLabel('Nama usaha').fill(`Warung contoh ${how.width} ${how.scripts}`);
			await page.getByLabel('Nama pemilik').fill('Contoh Fajar');
			await page.getByLabel('Alamat usaha').fill('Jalan Contoh 1');
			await page.getByLabel('Kelurahan atau desa').fill('Kelurahan Contoh');
			await page.getByLabel('Produk atau jasa').fill('Keripik');
			await page.getByLabel('Tujuan').selectOption('kredit');
			await page.getByRole('button', { name: 'Simpan permohonan' }).click();
			await page.waitForURL(/\/service\/\d+\?done=created/);
			application = /service\/(\d+)/.exec(page.url())[1];
			await look('application');
			await page.getByRole('group', { name: 'KTP pemilik' }).getByLabel('Kurang').check();
			await page.getByLabel('Catatan: KTP pemilik').fill('Belum dibawa');
			await page.getByLabel('Kembalikan kepada pemohon').check();
			await page.getByLabel(/^Alasan pengembalian/).fill('KTP belum ada');
			await page.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click();
			await page.waitForURL(/done=given-back/);
			await look('returned');
			await page.getByRole('checkbox', { name: 'KTP pemilik' }).check();
			await page.getByLabel('Berkas: KTP pemilik').setInputFiles(PHOTO('ktp'));
			await page.getByRole('button', { name: 'Catat yang dibawa' }).click();
			await page.waitForURL(/done=saved/);
			await look('with-file');
			assert.equal(await page.getByRole('link', { name: 'ktp.png' }).count(), 1);
			await page.getByRole('group', { name: 'KTP pemilik' }).getByLabel('Sesuai').check();
			await page.getByLabel('Lengkap, teruskan untuk keputusan').check();
			await page.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click();
			await page.waitForURL(/done=checked/);
			await officer.go('/service/?state=checked');
			await look('queue');
		});

		it('the head decides, and the letter is there', async () => {
			await signer.go(`/service/${application}`);
			await look('deciding', signer);
			await signer.page.getByLabel('Dikabulkan').check();
			await signer.page.getByRole('button', { name: 'Putuskan' }).click();
			await signer.page.waitForURL(/done=approved/);
			await look('approved', signer);
			await officer.go(`/service/${application}`);
			await page.getByRole('link', { name: 'Ketik jawaban survei' }).click();
			await look('survey');
			await page.getByRole('button', { name: 'Simpan survei' }).click();
			await page.getByText('Ada yang perlu diperbaiki').waitFor();
			await look('survey-missing');
			for (const choice of await page.getByLabel('Baik', { exact: true }).all())
				await choice.check();
			await page.getByRole('button', { name: 'Simpan survei' }).click();
			await page.waitForURL(/done=surveyed/);
			await page.getByRole('link', { name: 'Perpanjang' }).click();
			await look('renew');
			for (const [name, place] of [['letters', '/service/letters'], ['enterprises', '/service/enterprises'], ['report', '/service/report'], ['services', '/service/services'],
				['standards', '/service/standards']]) {
				await officer.go(place);
				await look(name);
			}
			await officer.go('/service/enterprises');
			await page.getByRole('link', { name: 'Muat dari berkas Excel' }).click();
			await look('import');
			const list = (name) => ({ name: 'usaha.csv', mimeType: 'text/csv', buffer: Buffer.from(`usaha;pemilik;alamat;kelurahan atau desa;produk\n${name};Contoh Hana;Jalan Contoh 2;Kelurahan Contoh;Roti\n`) });
			await page.getByLabel('Berkas').setInputFiles(list(''));
			await page.getByRole('button', { name: 'Periksa berkas' }).click();
			await page.getByText('Berkas perlu diperbaiki').first().waitFor();
			await look('import-wrong');
			await page.getByRole('button', { name: 'Pilih berkas yang sudah diperbaiki' }).click();
			await page.getByLabel('Berkas').setInputFiles(list(`Kedai berkas ${how.width}`));
			await page.getByRole('button', { name: 'Periksa berkas' }).click();
			await page.getByText('usaha akan ditambahkan').waitFor();
			await look('import-seen');
			await page.getByRole('button', { name: 'Simpan ke data usaha' }).click();
			await page.waitForURL(/done=imported/);
			await officer.go('/service/report');
			assert.match(await page.textContent('main'), /Survei kepuasan: \d jawaban/);
			await page.getByRole('button', { name: 'Jadikan data dukung' }).click();
			await page.getByText('Variabel tentang layanan').waitFor();
			await look('evidence');
			await officer.go('/service/enterprises');
			await page.getByRole('link', { name: `Warung contoh ${how.width} ${how.scripts}` }).click();
			await look('enterprise');
			assert.match(await page.textContent('main'), /LYN-/);
		});

		it('somebody applies by phone and follows it', async () => {
			const own = phone.page;
			await phone.go(`/service/standard/${version}`);
			await own.getByRole('button', { name: 'Ajukan permohonan' }).click();
			await look('apply-phone', phone);
			await own.getByLabel('Nama pemohon').fill('Contoh Gita');
			await own.getByLabel('Bentuk usaha').selectOption('micro');
			await own.getByLabel('Nama usaha').fill(`Warung ponsel ${how.width} ${how.scripts}`);
			await own.getByLabel('Nama pemilik').fill('Contoh Gita');
			await own.getByLabel('Alamat usaha').fill('Jalan Contoh 1');
			await own.getByLabel('Kelurahan atau desa').fill('Kelurahan Contoh');
			await own.getByLabel('Produk atau jasa').fill('Keripik');
			const proven = async () => how.scripts ?
				own.waitForFunction(() => document.querySelector('[name=guest_work]').value !== '') :
				own.locator('#guest_answer').fill(sumAsked(await own.textContent('label[for=guest_answer]')));
			const chosen = own.getByLabel('KTP pemilik', { exact: true });
			await chosen.setInputFiles([PHOTO('depan'), PHOTO('belakang')]);
			if (how.scripts)
				await own.getByText('2 foto menjadi satu PDF').waitFor();
			await proven();
			/* What was forgotten is asked for, and what the browser does not keep. */
			await own.getByRole('button', { name: 'Kirim permohonan' }).click();
			await own.getByText('Ada yang perlu diperbaiki').waitFor();
			await own.getByText('Pilih lagi berkasnya').last().waitFor();
			assert.equal(await own.getByLabel('Nama usaha').inputValue(), `Warung ponsel ${how.width} ${how.scripts}`);
			await look('apply-again', phone);
			await own.getByLabel('Tujuan').selectOption('kredit');
			await chosen.setInputFiles([large]);
			if (how.scripts) {
				await own.getByText('Foto diperkecil').waitFor();
				assert.ok(await chosen.evaluate((input) => input.files[0].size) < large.buffer.length * 0.8);
			}
			await proven();
			await own.getByRole('button', { name: 'Kirim permohonan' }).click();
			await own.waitForURL(/\/service\/receipt/);
			await look('receipt', phone);
			await own.getByRole('link', { name: 'Lihat permohonan' }).click();
			await own.waitForURL(/\/service\/mine/);
			await look('mine', phone);
			assert.match(await own.textContent('main'), /Menunggu pemeriksaan/);
			assert.match(await own.textContent('main'), /IMG_\w+\.jpg, dikirim/);
			await own.getByLabel('Berkas: KTP pemilik').setInputFiles(PHOTO('ponsel'));
			if (!how.scripts)
				await own.locator('#guest_answer').fill(sumAsked(await own.textContent('label[for=guest_answer]')));
			else
				await own.waitForFunction(() => document.querySelector('[name=guest_work]').value !== '');
			await own.getByRole('button', { name: 'Kirim berkas' }).click();
			await own.waitForURL(/done=sent/);
			await look('mine-sent', phone);
			assert.match(await own.textContent('main'), /ponsel\.png, dikirim/);
			await phone.go('/service/status');
			await look('status', phone);
		});

		it('its letter comes back signed, and he downloads it', async () => {
			const [{ id }] = stack.sql('SELECT MAX(id) AS id FROM service_application');
			await officer.go(`/service/${id}`);
			await page.getByRole('group', { name: 'KTP pemilik' }).getByLabel('Sesuai').check();
			await page.getByLabel('Lengkap, teruskan').check();
			await page.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click();
			await page.waitForURL(/done=checked/);
			await signer.go(`/service/${id}`);
			await signer.page.getByLabel('Dikabulkan').check();
			await signer.page.getByRole('button', { name: 'Putuskan' }).click();
			await signer.page.waitForURL(/done=approved/);
			const [{ code }] = stack.sql(`SELECT code FROM service_letter WHERE application_id = ${id}`);
			await officer.go(`/service/${id}`);
			await page.locator('summary', { hasText: 'Unggah surat yang sudah ditandatangani' }).click();
			await look('letter-upload');
			await page.getByLabel('Surat yang sudah ditandatangani', { exact: true }).setInputFiles({ name: 'lain.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan PDF') });
			await page.getByRole('button', { name: 'Simpan salinan' }).click();
			await page.getByText('Ada yang perlu diperbaiki').waitFor();
			await look('letter-wrong');
			await page.getByLabel('Surat yang sudah ditandatangani', { exact: true }).setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: pdf(`Kode: ${code}`) });
			await page.getByRole('button', { name: 'Simpan salinan' }).click();
			await page.waitForURL(/done=letter-signed/);
			await look('letter-signed');
			const own = phone.page;
			await phone.go('/service/mine');
			await look('mine-letter', phone);
			const [download] = await Promise.all([own.waitForEvent('download'), own.getByRole('link', { name: 'Unduh surat bertanda tangan' }).click()]);
			assert.match(download.suggestedFilename(), /^surat-\w+-ditandatangani\.pdf$/);
			await own.getByRole('link', { name: 'Isi yang tercatat' }).click();
			await own.getByText('Surat bertanda tangan telah disimpan').waitFor();
			await look('letter-checked', phone);
			stack.sql(`UPDATE service_letter SET valid_until = UTC_DATE() + INTERVAL 20 DAY WHERE application_id = ${id}`);
			await officer.go('/service/letters/ending');
			await page.getByRole('link', { name: 'Perpanjang' }).first().waitFor();
			await look('ending');
		});
	});
