// SPDX-License-Identifier: ISC
//
// Papers in a real browser: the pages around them and their print pages, in both widths, with and
// without scripts.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, world, id, cycle, chromium;

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	world.finish(id, { self: 3, said: 4 });
	[{ cycle_id: cycle }] = stack.sql(`SELECT cycle_id FROM assessment WHERE id = ${id}`);
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

describe('papers', () => {
	for (const how of WINDOWS)
		it(`are issued and shown, ${how.name}`, async () => {
			const window = await chromium.window({ base: stack.base, ...how });
			const { page } = window;
			await window.signIn('verifikator', PASSWORD);
			for (const place of [`/paper/cycle/${cycle}`, `/paper/agency/${id}`, `/paper/cycle/${cycle}/report`,
				`/paper/agency/${id}/blank`, '/portal/check']) {
				await window.go(place);
				await window.checks();
			}
			for (const [place, kind] of [[`cycle/${cycle}`, 'report'], [`agency/${id}`, 'score']]) {
				await window.go(`/paper/${place}`);
				await page.locator(`form:has(input[value=${kind}]) button`).click();
				await page.waitForURL(/\/paper\/\d+\?done=issued/);
				assert.match(await page.textContent('main'), /Lembar sudah diterbitkan/);
				await window.checks();
			}
			await window.close();
		});

	for (const how of WINDOWS)
		it(`have a letterhead, ${how.name}`, async () => {
			const window = await chromium.window({ base: stack.base, ...how });
			await window.signIn('admin.bpp', PASSWORD);
			await window.go('/paper/letterhead/2');
			await window.checks();
			/* The example is a letter, whose lines beside the date must not widen the page of a telephone. */
			await window.page.locator('button[name=act][value=look]').click();
			await window.page.locator('#contoh').waitFor();
			await window.checks();
			await window.close();
		});
});
