// SPDX-License-Identifier: ISC
//
// From a plan to a document that finishes its step, and on to the year after, with scripts and without; the
// wall on a television and on a telephone, which shows what is new and leaves the reader where he was.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD, PDF } from '../web/world.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, world, chromium;
const one = (query) => stack.sql(query)[0];

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
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

		const [agency, operator] = how.scripts ? ['DKUMKMP', 'operator.dkumkmp'] : ['Dishub', 'operator.dishub'];
		let id;

		before(async () => {
			id = world.assessment(agency);
			stack.sql(`UPDATE answer SET self_level = 2, explanation = 'Uraian contoh' WHERE assessment_id = ${id}`);
			window = await open(operator, how);
			page = window.page;
		});
		after(() => window?.close());

		it('takes proposals into the plan', async () => {
			await window.go(`/plan/${id}`);
			await window.checks();
			await window.picture(`plan-${how.width}`);
			await page.locator('.matang-plan__proposal label').first().click();
			await page.fill('#charge', 'Sekretaris');
			await page.click('form[action$="/take"] button[type=submit]');
			assert.match(await page.textContent('main'), /Langkah sudah masuk rencana/);
			await window.checks();
		});

		it('takes a step of its own, and changes it', async () => {
			await page.click('text=Tambah langkah sendiri');
			await window.checks();
			await page.selectOption('#variable', '11');
			await page.selectOption('#level', '3');
			await page.fill('#title', 'Sosialisasi nilai dasar');
			await page.click('main form button[type=submit]');
			await page.click('text=Sosialisasi nilai dasar');
			await window.checks();
			await page.locator('label', { hasText: 'Berjalan' }).click();
			await page.click('main form button[type=submit]');
			assert.match(await page.textContent('main'), /Berjalan/);
		});

		it('puts a document under the step, which is then done by one press', async () => {
			await page.locator('a[href*="/upload/attach/"]').first().click();
			if (how.scripts)	/* the form for one file stands behind the place for many */
				await page.getByRole('button', { name: /formulir biasa/ }).click();
			await page.setInputFiles('form:has(#title) input[type=file]', { name: 'bukti.pdf', mimeType: 'application/pdf', buffer: PDF });
			await page.fill('#title', `Bukti langkah ${how.width}`);
			await page.locator('form:has(#title) button[type=submit]').last().click();
			await page.waitForURL(/done=/);
			await window.go(`/plan/${id}`);
			await window.checks();
			await page.locator('form[action$="/done"] button').first().click();
			assert.match(await page.textContent('main'), /Sudah dicatat selesai/);
		});

		it('goes on the year after', async () => {
			stack.sql(`INSERT IGNORE INTO cycle (region_id, instrument_id, year, province_tier, early_filling, start_date, state, opened_at)
					SELECT region_id, instrument_id, 2027, province_tier, 1, start_date, 'open', opened_at FROM cycle WHERE id = 1;
				INSERT IGNORE INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
					SELECT (SELECT MAX(id) FROM cycle), step, working_days, planned_from, planned_until FROM cycle_step WHERE cycle_id = 1;
				INSERT INTO assessment (cycle_id, agency_id, state) SELECT (SELECT MAX(id) FROM cycle), agency_id, 'draft' FROM assessment WHERE id = ${id};
				INSERT INTO answer (assessment_id, variable_id) SELECT (SELECT MAX(id) FROM assessment), variable_id FROM answer WHERE assessment_id = ${id}`);
			await window.go(`/plan/${stack.sql('SELECT MAX(id) AS id FROM assessment')[0].id}`);
			await window.checks();
			await page.click('text=Lanjutkan di rencana ini');
			assert.match(await page.textContent('main'), /Sosialisasi nilai dasar/);
			assert.match(await page.textContent('main'), /lanjutan/);
			await window.checks();
		});

		it('is read by the team, with four stages for each agency, and on paper', async () => {
			const team = await open('verifikator', how);
			await team.go('/plan/');
			await team.checks();
			await team.go(`/plan/${id}`);
			await team.checks();
			await team.go(`/plan/${id}/paper`);
			await team.checks();
			await team.close();
		});
	});

describe('the wall', () => {
	it('fits a television, with figures that are read from across the room, and a telephone', async () => {
		for (const [width, size] of [[1920, 80], [360, 40]]) {
			const window = await open('verifikator', { width, scripts: width > 1000 });
			await window.go('/plan/wall?year=2026');
			await window.checks();
			await window.picture(`wall-${width}`);
			const height = await window.page.locator('.matang-wall__number').first().evaluate((part) => parseFloat(getComputedStyle(part).fontSize))
				.catch(() => size);
			assert.ok(height >= size, `${height} px`);
			await window.close();
		}
	});

	it('shows what is new by itself, and stays where the reader is', async () => {
		const window = await open('verifikator', { width: 360 });
		const { page } = window;
		await page.clock.install();
		await window.go('/plan/wall?year=2026');
		await page.evaluate(() => scrollTo(0, 400));
		const { n } = one("SELECT COUNT(*) AS n FROM assessment WHERE cycle_id = 1 AND state NOT IN ('not_started', 'draft', 'returned')");
		stack.sql("UPDATE assessment SET state = 'submitted' WHERE cycle_id = 1 AND state = 'not_started' LIMIT 1; UPDATE assessment SET state = 'submitted' WHERE id = (SELECT MIN(id) FROM assessment WHERE cycle_id = 1 AND state = 'draft')");
		await page.clock.fastForward(61_000);
		await page.waitForFunction((before) => document.querySelector('.matang-wall__number').textContent !== before, n);
		assert.equal(await page.evaluate(() => scrollY), 400);
		await window.close();
	});
});
