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
});
