// SPDX-License-Identifier: ISC
//
// The province's administrator looks at a file of a city's and takes it over: both widths, with and
// without scripts.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { exported, keyOf, startCity, startProvince, trust, walk } from '../web/transfer.mjs';
import { PASSWORD } from '../web/world.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

describe('a cycle from elsewhere', () => {
	let city, province, chromium;

	before(async () => {
		[city, province, chromium] = [await startCity(), await startProvince(), await startChromium()];
		trust(province.stack, keyOf(city.stack).public, ['64.71']);
	});
	after(async () => {
		await chromium?.close();
		await city?.stack.stop();
		await province?.stack.stop();
	});

	WINDOWS.forEach((how, turn) =>
		it(`a file is looked at and taken over, ${how.name}`, async () => {
			const [agency, state] = [[3, 'draft'], [3, 'submitted'], [3, 'verified'], [4, 'submitted']][turn];
			const window = await chromium.window({ base: province.stack.base, ...how });
			const { page } = window;

			walk(city.stack, city.world, agency, state);
			await window.signIn('admin.kaltim', PASSWORD);
			for (const place of ['/exchange/', '/exchange/peers', '/exchange/cycles', '/exchange/import']) {
				await window.go(place);
				await window.checks();
			}
			await page.setInputFiles('input[type=file]', { name: 'matang-64.71-2026.json', mimeType: 'application/json',
				buffer: Buffer.from(exported(city.stack)) });
			await page.click('main form[enctype] button[type=submit]');
			await page.getByRole('button', { name: 'Ambil alih' }).waitFor();
			await window.checks();
			await window.picture(`import-preview-${how.width}`);
			await page.getByRole('button', { name: 'Ambil alih' }).click();
			await page.getByText('sudah diambil alih').first().waitFor();
			await window.checks();
			assert.equal(province.stack.sql(`SELECT a.state FROM assessment a JOIN imported_agency o ON o.agency_id = a.agency_id
				WHERE o.origin_id = ${agency}`)[0].state, state);
			await window.close();
		}));
});
