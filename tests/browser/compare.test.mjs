// SPDX-License-Identifier: ISC
//
// Pictures as a browser draws them with its own letters: on a telephone, on a large screen, without
// scripts, and on paper without colour; nothing outside its picture, no text on another, the table one click away.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { startChromium, WIDTHS } from './browser.mjs';

let stack, world, id, chromium;

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	/* Seventeen more agencies and a year before, so that pictures are as full as they get. */
	stack.sql(`INSERT INTO agency (region_id, name, short_name) SELECT 2, CONCAT('Dinas Contoh ',
			IF(seq MOD 2, 'Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman ', ''), seq), CONCAT('C', seq)
			FROM seq_1_to_17;
		INSERT INTO assessment (cycle_id, agency_id) SELECT 1, id FROM agency WHERE region_id = 2 AND id > 5;
		INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
			SELECT 2, instrument_id, 2025, 1, '2025-09-01', 'reported', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM cycle WHERE id = 1;
		SET @before = LAST_INSERT_ID();
		INSERT INTO assessment (cycle_id, agency_id) SELECT @before, id FROM agency WHERE region_id = 2;
		INSERT IGNORE INTO answer (assessment_id, variable_id) SELECT a.id, v.id FROM assessment a
			JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id;
		UPDATE answer n JOIN variable v ON v.id = n.variable_id JOIN assessment a ON a.id = n.assessment_id
			JOIN cycle c ON c.id = a.cycle_id SET a.state = IF(c.year = 2025, 'reported', 'validated'),
			n.self_level = 1 + (a.id * 7 + v.number * 3) MOD 5, n.explanation = 'Uraian contoh',
			n.city_level = 1 + (a.id * 5 + v.number * 2 + a.id * v.number) MOD 5, n.city_reason = 'Dibaca',
			n.city_recommendation = 'Lengkapi', n.province_level = 1 + (a.id * 5 + v.number * 2) MOD 5,
			n.province_reason = 'Dibaca', n.province_recommendation = 'Lengkapi' WHERE c.region_id = 2;
		UPDATE cycle_step SET planned_from = CURRENT_DATE - INTERVAL 6 - step DAY,
			planned_until = CURRENT_DATE - INTERVAL 6 - step DAY + INTERVAL 2 DAY WHERE cycle_id = 1 AND step <= 6;`);
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

async function open(username, how) {
	const window = await chromium.window({ base: stack.base, ...how });
	if (username)
		await window.signIn(username, PASSWORD);
	return window;
}

/* Runs in the page: what is wrong with the pictures that are shown. */
function faults() {
	const found = [];
	for (const drawing of document.querySelectorAll('figure.matang-picture svg')) {
		const frame = drawing.getBoundingClientRect();
		if (frame.width === 0)
			continue;
		const name = drawing.getAttribute('aria-labelledby');
		/* Letters that have a place each are looked at one by one. */
		const placed = (one) => [...one.textContent].map((letter, at) => {
			const range = document.createRange();
			range.setStart(one.firstChild, at);
			range.setEnd(one.firstChild, at + 1);
			return [letter, range.getBoundingClientRect()];
		});
		const texts = [...drawing.querySelectorAll('text')].flatMap((one) =>
			one.getAttribute('x').includes(' ') ? placed(one) : [[one.textContent, one.getBoundingClientRect()]]);
		for (const [at, [text, box]] of texts.entries()) {
			if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
				found.push(`${name}: "${text}" hangs out`);
			for (const [other, place] of texts.slice(0, at))
				if (box.left < place.right - 1 && place.left < box.right - 1 &&
					box.top + box.height * 0.2 < place.bottom - place.height * 0.2 &&
					place.top + place.height * 0.2 < box.bottom - box.height * 0.2)
					found.push(`${name}: "${text}" stands on "${other}"`);
		}
	}
	return found;
}

const shown = (page) => page.evaluate(() => [...document.querySelectorAll('figure.matang-picture')].map((one) =>
	[one.id, [...one.querySelectorAll('svg')].filter((drawing) => drawing.getBoundingClientRect().width > 0).length]));

const PAGES = () => [['agency', `/report/agency/${id}`, 3], ['agency-compare', `/report/agency/${id}/compare`, 4],
	['region', '/report/region/1', 5], ['region-compare', '/report/region/1/compare', 1],
	['accuracy', '/report/region/1/accuracy', 0], ['gaps', '/report/region/1/gaps', 0],
	['why', `/report/agency/${id}/why`, 0], ['lift', `/report/agency/${id}/lift`, 0], ['region-lift', '/report/region/1/lift', 0]];

for (const width of WIDTHS)
	it(`reports and comparisons are whole at ${width} px`, async () => {
		const window = await open('verifikator', { width });
		for (const [name, address, count] of PAGES()) {
			await window.go(address);
			await window.picture(`compare-${name}-${width}`);
			const figures = await shown(window.page);
			assert.equal(figures.length, count, name);
			assert.ok(figures.every(([, drawings]) => drawings === 1), `${name}: ${figures}`);
			assert.deepEqual(await window.page.evaluate(faults), [], name);
			/* The same elements stand at both widths: the long look is taken at one. */
			if (width === 360 || name === 'agency-compare')
				await window.checks();
		}
		await window.close();
	});

it('pictures need no scripts', async () => {
	const window = await open('verifikator', { width: 360, scripts: false });
	await window.go(`/report/agency/${id}`);
	assert.equal(await window.page.locator('.matang-picture svg').count(), 3);
	await window.page.locator('#radar summary').click();
	assert.equal(await window.page.locator('#radar table').isVisible(), true);
	await window.close();
});

it('the homes of the operator and the administrator, and the public page', async () => {
	for (const [name, address, count] of [['operator.dkumkmp', '/questionnaire/', 1], ['admin.bpp', '/cycle/', 1],
		[null, '/portal/region/64.71/2025', 1]])
		for (const width of WIDTHS) {
			const window = await open(name, { width });
			await window.go(address);
			await window.picture(`compare-${name ?? 'public'}-${width}`);
			assert.equal((await shown(window.page)).length, count, address);
			assert.deepEqual(await window.page.evaluate(faults), [], address);
			if (width === 360)
				await window.checks();
			await window.close();
		}
});

it('the table is one click away', async () => {
	const window = await open('verifikator', { width: 360 });
	const { page } = window;
	await window.go(`/report/agency/${id}`);
	const table = page.locator('#waterfall table');
	assert.equal(await table.isVisible(), false);
	await page.locator('#waterfall summary').click();
	assert.equal(await table.isVisible(), true);
	await window.checks();
	await window.close();
});

it('on paper the drawing stands, without colour, without the folded table', async () => {
	const window = await open('verifikator', { width: 360 });
	const { page } = window;
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
	for (const [name, address] of PAGES().slice(0, 4)) {
		await window.go(address);
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 680, height: 960 });
		await window.picture(`compare-${name}-paper`);
		assert.deepEqual(await page.evaluate(faults), [], name);
		for (const figure of await page.locator('figure.matang-picture').all()) {
			assert.equal(await figure.locator('svg').isVisible(), true);
			assert.equal(await figure.locator('details').isVisible(), false);
			assert.ok((await figure.boundingBox()).height <= 960, `${await figure.getAttribute('id')} fits a page`);
		}
		await page.emulateMedia({ media: 'screen' });
	}
	await window.close();
});
