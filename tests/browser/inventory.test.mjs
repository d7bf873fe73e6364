// SPDX-License-Identifier: ISC
//
// The register of applications and sites walked with scripts and without, on a desk and on a telephone: one
// is entered, counted and looked at; a list comes in; the walls and the command page on a television.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, chromium;

before(async () => {
	stack = await startStack();
	openWorld(stack);
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

for (const how of WINDOWS)
	describe(how.name, () => {
		let window, page;
		before(async () => {
			window = await open(how.scripts ? 'operator.dkumkmp' : 'operator.dishub', how);
			page = window.page;
		});
		after(() => window?.close());

		it('enters an application, with what is wrong said at its field', async () => {
			await window.go('/inventory/');
			await window.checks();
			await page.click('text=Tambah aplikasi atau situs');
			await window.checks();
			await page.fill('#name', `Aplikasi ${how.width}`);
			await page.fill('#address', 'http://localhost/');
			await page.fill('#audience_count', '6283');
			await page.click('main form button[type=submit]');
			assert.match(await page.textContent('#address-error'), /jaringan sendiri/);
			await window.checks();
			await page.fill('#address', 'https://aplikasi.contoh.go.id/');
			await page.click('main form button[type=submit]');
			await page.waitForURL(/done=saved/);
			await window.checks();
		});

		it('counts its users and says that its link is dead', async () => {
			await page.fill('#counted_on', how.width > 1000 ? '2026-01-31' : '2026-02-28');
			await page.locator('label', { hasText: 'Unduhan' }).click();
			await page.fill('#number', '100');
			await page.click('form[action$="/count"] button[type=submit]');
			assert.match(await page.textContent('main'), /1,59 %/);
			await window.checks();
			await page.click('text=Catat status tautan sendiri');
			await page.selectOption('#state', 'dead');
			await page.click('form[action$="/told"] button');
			assert.match(await page.textContent('main'), /menurut yang membukanya/);
			await window.checks();
		});

		it('brings a list in', async () => {
			await window.go('/inventory/');
			await page.click('text=Impor dari Excel');
			await window.checks();
			await page.setInputFiles('input[type=file]', { name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(`nama,jenis\nSitus ${how.width},situs\nSalah,entah\n`) });
			await page.click('main form button[type=submit]');
			assert.match(await page.textContent('main'), /Tulis aplikasi atau situs/);
			await window.checks();
			await page.click('text=Pilih berkas yang sudah diperbaiki');
			await page.setInputFiles('input[type=file]', { name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(`nama,jenis\nSitus ${how.width},situs\n`) });
			await page.click('main form button[type=submit]');
			await window.checks();
			await page.click('form[action$="/store"] button');
			assert.match(await page.textContent('main'), /sudah masuk daftar/);
			await window.checks();
		});

		it('is read by the team and its administrator', async () => {
			const team = await open('admin', how);
			const region = stack.sql("SELECT id FROM region WHERE name = 'Kota Balikpapan'")[0].id;
			for (const place of ['', 'wall', 'command', 'report', 'budget', 'new', 'import']) {
				await team.go(`/inventory/${place}?region=${region}`);
				await team.checks();
			}
			await team.close();
		});
	});

describe('on a television and a telephone', () => {
	for (const [width, size] of [[1920, 80], [360, 40]])
		it(`figures are read from afar at ${width}`, async () => {
			const window = await open('verifikator', { width, scripts: width > 1000 });
			stack.sql("UPDATE assessment SET state = 'submitted' WHERE state = 'not_started' LIMIT 1");
			for (const place of ['wall', 'command']) {
				await window.go(`/inventory/${place}`);
				await window.checks();
				await window.picture(`inventory-${place}-${width}`);
				const height = await window.page.locator('.matang-wall__number').first().evaluate((part) => parseFloat(getComputedStyle(part).fontSize));
				assert.ok(height >= size, `${height} px`);
			}
			await window.close();
		});
});
