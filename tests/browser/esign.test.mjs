// SPDX-License-Identifier: ISC
//
// The head signs in a real browser, by way of a service: in both widths, with and without scripts.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startEsign } from '../web/esign-service.mjs';
import { startStack } from '../web/harness.mjs';
import { pdf, signingRoom } from '../web/sign.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

const NIK = '3271999900001111', PASSPHRASE = 'Rahasia#Kepala-7';

let stack, world, id, service, chromium, dir;

before(async () => {
	dir = mkdtempSync(path.join(tmpdir(), 'matang-esign-'));
	service = await startEsign({ signer: signingRoom(dir).authority('Otoritas Contoh').signer('Kepala Contoh'), pdf });
	service.people = [{ nik: NIK, passphrase: PASSPHRASE, status: 'ISSUE' }];
	writeFileSync(path.join(dir, 'esign.conf'), service.settings(2));
	stack = await startStack({ env: { MATANG_ESIGN: path.join(dir, 'esign.conf') } });
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
	await service?.stop();
	rmSync(dir, { recursive: true, force: true });
});

describe('the head signs electronically', () => {
	for (const how of WINDOWS)
		it(how.name, async () => {
			const window = await chromium.window({ base: stack.base, ...how });
			const { page } = window;
			/* The rules of accessibility where a page is another one: they take their time. */
			const look = async (name) => {
				if (how.scripts || ['desk', 'wrong'].includes(name))
					await window.checks();
				await window.picture(`esign-${name}-${how.width}-${how.scripts ? 'js' : 'plain'}`);
			};
			world.finish(id);
			await window.signIn('kepala.dkumkmp', PASSWORD);
			await window.go(`/signoff/${id}/`);
			await page.locator('form[action$="/form"] button').click();
			await window.go(`/signoff/${id}/`);
			await look('signoff');
			await page.getByRole('button', { name: 'Tanda tangani secara elektronik' }).or(
				page.getByRole('link', { name: 'Tanda tangani secara elektronik' })).click();
			await page.waitForURL(/\/esign\/\d+\/$/);
			await look('desk');

			await page.fill('#identity', NIK);
			await page.getByRole('button', { name: 'Periksa sertifikat saya' }).click();
			await page.getByText('Sertifikat elektronik Anda aktif').waitFor();
			assert.equal(await page.inputValue('#identity'), NIK);
			await window.picture(`esign-status-${how.width}`);

			await page.fill('#passphrase', 'Rahasia#Salah');
			await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
			await page.locator('.govuk-error-summary').waitFor();
			assert.equal(await page.inputValue('#passphrase'), '');
			await look('wrong');

			await page.locator('summary', { hasText: 'kode sekali pakai' }).click();
			await page.getByRole('button', { name: 'Minta kode' }).click();
			await page.getByText('Kode sekali pakai sudah diminta').waitFor();
			await look('code');
			await page.fill('#totp', service.people[0].totp);
			await page.keyboard.press('Enter');
			await page.waitForURL(/done=esigned/);
			assert.equal(world.state(id), 'signed');
			await window.picture(`esign-done-${how.width}`);

			service.trouble = 'failed';
			await window.go(`/esign/${id}/`);
			await page.fill('#identity', NIK);
			await page.fill('#passphrase', PASSPHRASE);
			await page.keyboard.press('Enter');
			await page.locator('.govuk-error-summary').waitFor();
			service.trouble = null;
			await look('trouble');
			stack.sql('DELETE FROM throttle');
			await window.close();
		});

	/* As the agency's people make one, up to the head's decision. */
	async function application(name) {
		const operator = await world.as('operator.dkumkmp'), one = (query) => stack.sql(query)[0], FORM = { form: 'main form[method=post]' };
		await operator.submit(await operator.get('/service/services/new'), { name, mark: 'SE', requirements: 'KTP; wajib', steps: 'Pemeriksaan; petugas; 1\nKeputusan; kepala; 1',
			cost: 'Tanpa biaya', product: 'Surat', complaint: 'Telepon (contoh)', letter: 'Menerangkan:\n{data}', valid_months: '12' }, FORM);
		const version = one('SELECT MAX(id) AS id FROM service_version').id;
		await operator.submit(await operator.get(`/service/services/${version}`), {}, { form: 'form[action$="/publish"]' });
		await operator.submit(await operator.get(`/service/new/${version}`), { applicant: 'Contoh Ayu', kind: 'micro', name: 'Usaha Contoh', owner: 'Contoh Ayu', address: 'Jalan Contoh 1',
			village: 'Kelurahan Contoh', products: 'Keripik' }, FORM);
		const made = one('SELECT MAX(id) AS id FROM service_application').id;
		await operator.submit(await operator.get(`/service/${made}`), { way: 'pass', [`verdict-${one('SELECT MAX(id) AS id FROM service_requirement').id}`]: 'accepted' },
			{ form: 'form[action$="/check"]' });
		return made;
	}

	for (const how of WINDOWS)
		it(`and the letter of a service: ${how.name}`, async () => {
			const made = await application(`Surat elektronik ${how.width} (contoh)`);
			const window = await chromium.window({ base: stack.base, ...how });
			const { page } = window;
			const look = async (name) => {
				await window.checks();
				await window.picture(`esign-letter-${name}-${how.width}-${how.scripts ? 'js' : 'plain'}`);
			};
			await window.signIn('kepala.dkumkmp', PASSWORD);
			await window.go(`/service/${made}`);
			await page.getByLabel('Dikabulkan').check();
			await page.getByRole('button', { name: 'Putuskan' }).click();
			await page.waitForURL(/done=approved/);
			await look('letter');
			await page.getByRole('button', { name: 'Tanda tangani secara elektronik' }).or(
				page.getByRole('link', { name: 'Tanda tangani secara elektronik' })).click();
			await page.waitForURL(/\/esign\/letter\/\d+\/$/);
			await look('desk');
			await page.fill('#identity', NIK);
			await page.fill('#passphrase', 'Rahasia#Salah');
			await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
			await page.locator('.govuk-error-summary').waitFor();
			await look('wrong');
			await page.fill('#passphrase', PASSPHRASE);
			await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
			await page.waitForURL(/done=letter-esigned/);
			await look('done');
			const [{ code }] = stack.sql(`SELECT code FROM service_letter WHERE application_id = ${made}`);
			await window.go(`/portal/check?code=${code}`);
			await page.getByText('Ditandatangani secara elektronik').waitFor();
			await look('checked');
			stack.sql('DELETE FROM throttle');
			await window.close();
		});
});
