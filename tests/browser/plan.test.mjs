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

	it('leaves the row that was reached where it is, and the link that has the focus, though rows above it go; and names the year of its figures', async () => {
		const cycle = one('SELECT n.id, n.year FROM cycle n JOIN cycle k ON k.id = 1 AND k.region_id = n.region_id ORDER BY n.year DESC LIMIT 1');
		stack.sql(`INSERT INTO agency (region_id, name, short_name) SELECT region_id, CONCAT('Papan Contoh ', LPAD(seq, 2, '0')), CONCAT('papan-', seq)
				FROM seq_1_to_9 JOIN cycle WHERE cycle.id = 1;
			INSERT INTO assessment (cycle_id, agency_id) SELECT ${cycle.id}, id FROM agency WHERE short_name LIKE 'papan-%';
			INSERT INTO answer (assessment_id, variable_id) SELECT a.id, v.id FROM assessment a JOIN agency g ON g.id = a.agency_id
				JOIN cycle c ON c.id = 1 JOIN variable v ON v.instrument_id = c.instrument_id WHERE g.short_name LIKE 'papan-%';
			UPDATE cycle_step SET planned_until = UTC_DATE() + INTERVAL 1 DAY WHERE cycle_id = ${cycle.id} AND step = 4;
			UPDATE world_stamp SET number = number + 1`);
		const window = await open('verifikator', { width: 360 });
		const { page } = window;
		const rows = page.locator('#wall tbody th a');
		await page.clock.install();
		await window.go('/plan/wall');
		const first = await rows.first().getAttribute('href');
		const [read, later] = await Promise.all([5, 6].map((at) => rows.nth(at).textContent()));
		await page.evaluate(() => {
			const row = document.querySelectorAll('#wall tbody th a')[5];
			row.focus();
			scrollBy(0, row.getBoundingClientRect().top + 5);
		});
		const top = () => page.evaluate((name) => Math.round([...document.querySelectorAll('#wall tbody th a')]
			.find((one) => one.textContent === name).getBoundingClientRect().top), read);
		const before = await top();
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${first.match(/\d+$/)[0]}`);
		await page.clock.fastForward(61_000);
		await page.waitForFunction((href) => !document.querySelector(`#wall a[href="${href}"]`), first);
		assert.equal(await top(), before);
		assert.equal(await page.evaluate(() => document.activeElement.textContent), read);
		assert.ok(await page.locator('#wall tbody th a', { hasText: later }).count());
		const year = Number(cycle.year) + 1;
		stack.sql(`INSERT INTO cycle (region_id, instrument_id, year, province_tier, early_filling, start_date, state, opened_at)
				SELECT region_id, instrument_id, ${year}, province_tier, 1, start_date, 'open', opened_at FROM cycle WHERE id = 1;
			INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
				SELECT (SELECT MAX(id) FROM cycle), step, working_days, planned_from, planned_until FROM cycle_step WHERE cycle_id = 1;
			UPDATE world_stamp SET number = number + 1`);
		await page.clock.fastForward(61_000);
		await page.waitForFunction((text) => document.querySelector('#wall .govuk-caption-l')?.textContent.includes(text), String(year));
		await window.close();
	});
});
