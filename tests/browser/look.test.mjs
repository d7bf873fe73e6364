// SPDX-License-Identifier: ISC
//
// How pages look, whoever they are for: the typeface that we serve, and the one grid.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, startStack } from '../web/harness.mjs';
import { AXE, startChromium } from './browser.mjs';

let stack, chromium;

before(async () => {
	stack = await startStack({ data: true });
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

describe('the typeface', () => {
	it('is one file of at most 60 kB, kept for ever, that all weights come from', async () => {
		const window = await chromium.window({ base: stack.base });
		const fonts = [];

		window.page.on('response', (answer) => /\.woff2$/.test(answer.url()) && fonts.push(answer));
		await window.go('/portal/');
		assert.deepEqual(await window.page.evaluate(async () => {
			await document.fonts.ready;
			return [400, 600, 700].map((weight) => document.fonts.check(`${weight} 16px Inter`, 'Ĺ–’…→✓'));
		}), [true, true, true]);
		assert.equal(fonts.length, 1);
		const [font] = fonts;
		assert.equal(font.status(), 200);
		assert.match(font.url(), /\/assets\/inter-[0-9a-f]{12}\.woff2$/);
		assert.match(font.headers()['cache-control'], /immutable/);
		assert.ok((await font.body()).length <= 60_000);
		await window.close();
	});

	it('makes no line jump when it comes late', async () => {
		const window = await chromium.window({ base: stack.base });
		const lines = () => window.page.evaluate(() => [...document.querySelectorAll('main :is(h1, h2, p, li)')]
			.filter((one) => one.offsetWidth)
			.map((one) => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect().height]));
		let come;

		const held = new Promise((resolve) => { come = resolve; });
		await window.page.route('**/*.woff2', async (route) => { await held; await route.continue(); });
		await window.page.goto(`${stack.base}/portal/service`, { waitUntil: 'domcontentloaded' });
		await window.page.waitForFunction(() => [...document.fonts].some((one) => one.status === 'loading'));
		const without = await lines();
		come();
		await window.page.waitForFunction(() => document.fonts.check('16px Inter'));
		assert.ok(without.length > 5);
		assert.deepEqual(await lines(), without);
		await window.close();
	});

	it('sets figures of a table below each other', async () => {
		const window = await chromium.window({ base: stack.base });

		await window.go('/portal/');
		assert.equal(await window.page.evaluate(async () => {
			await document.fonts.ready;
			const cell = document.createElement('td');
			cell.className = 'govuk-table__cell--numeric';
			document.querySelector('main table tbody tr').append(cell);
			const width = (text) => {
				cell.innerHTML = `<span>${text}</span>`;
				return cell.firstChild.getBoundingClientRect().width;
			};
			return width('1111') - width('0000');
		}), 0);
		/* A hyphen as wide as a figure is for figures: "rata-rata" is one word. */
		assert.deepEqual(await window.page.evaluate(() => [...document.querySelectorAll('caption, td:not([class*="numeric"])')]
			.map((one) => getComputedStyle(one).fontVariantNumeric).filter((one) => one !== 'normal')), []);
		await window.close();
	});
});

/* In the page, of each table of stacked rows: what stands at an edge of its own, a word in two pieces. */
const STACKED = () => {
	const seen = (one) => one.checkVisibility({ checkVisibilityCSS: true });
	const found = [];

	for (const table of [...document.querySelectorAll('.matang-table')].filter(seen)) {
		const cells = [...table.querySelectorAll('td[data-label]:not([data-label=""])')]
			.filter((one) => seen(one) && one.textContent.trim() && getComputedStyle(one).display === 'flow-root' &&
				getComputedStyle(one).position !== 'absolute' && getComputedStyle(one, '::before').float === 'left');
		const edges = cells.map((one) => {
			const range = document.createRange();
			range.selectNodeContents(one);
			return Math.round(Math.min(...[...range.getClientRects()].filter(({ width }) => width > 1).map(({ left }) => left)));
		}).filter((edge) => Number.isFinite(edge));
		if (new Set(edges).size > 1)
			found.push(`${table.caption?.textContent}: ${[...new Set(edges)]}`);
		for (const row of table.querySelectorAll('tr:not(:has(:not(.govuk-table__cell--numeric, th)))')) {
			const lines = new Set([...row.querySelectorAll('td')].filter(seen).map((one) => one.offsetTop));
			if (lines.size > 2)
				found.push(`${row.textContent.trim()}: figures in ${lines.size} lines`);
		}
	}
	for (const cell of document.querySelectorAll('.matang-table :is(td, th)')) {
		const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);

		for (let text; seen(cell) && (text = walker.nextNode());)
			for (const word of text.parentElement.closest('code, .matang-digest') ? [] : text.data.matchAll(/[^\s/–—@.,:_-]{3,}/g)) {
				const range = document.createRange();
				range.setStart(text, word.index);
				range.setEnd(text, word.index + word[0].length);
				if (new Set([...range.getClientRects()].filter(({ width }) => width).map(({ top }) => Math.round(top))).size > 1)
					found.push(`${word[0]} in two pieces`);
			}
	}
	return found;
};

describe('a table', () => {
	it('keeps words whole, and on a telephone has one edge for names, one for what they hold, and its figures side by side', async () => {
		const window = await chromium.window({ base: stack.base });
		const [{ reported, cycle }] = stack.sql(`SELECT a.id AS reported, a.cycle_id AS cycle
			FROM assessment a JOIN agency g ON g.id = a.agency_id WHERE g.short_name = 'DKUMKMP' AND a.state = 'reported' LIMIT 1`);
		const [{ activity }] = stack.sql('SELECT id AS activity FROM activity ORDER BY id LIMIT 1');

		for (const [who, pages] of Object.entries({
			'operator.dkumkmp': ['/questionnaire/', '/upload/', '/service/', '/activity/', `/activity/${activity}/participants`,
				'/inventory/', '/complaint/'],
			verifikator: [`/report/agency/${reported}`, `/report/region/${cycle}`, '/verify/division', '/verify/checklist', '/cycle/notice'],
			'admin.balikpapan': ['/cycle/accounts', '/cycle/agencies', '/cycle/holidays'],
			sekda: ['/report/overview', '/complaint/report', '/plan/wall'],
		})) {
			await window.page.context().clearCookies();
			await window.signIn(who, stack.account(who).password);
			for (const page of pages) {
				for (const width of [1280, 360]) {
					await window.page.setViewportSize({ width, height: 800 });
					if (width === 1280)
						await window.go(page);
					assert.equal(await window.page.locator('.matang-error').count(), 0, page);
					assert.deepEqual(await window.page.evaluate(STACKED), [], `${page} at ${width} px`);
				}
				await window.picture(`table${page.replaceAll('/', '-')}`);
			}
		}
		await window.close();
	});
});

describe('the history and the desk', () => {
	it('give most room to what was changed, and cut no name', async () => {
		const window = await chromium.window({ base: stack.base });
		const [{ id }] = stack.sql(`SELECT id FROM assessment WHERE state = 'submitted' ORDER BY id LIMIT 1`);
		await window.signIn('verifikator', stack.account('verifikator').password);

		for (const page of ['/report/history', `/report/history/${id}`]) {
			await window.go(page);
			const widths = await window.page.locator('.matang-log thead th').evaluateAll((all) => all.map((one) => one.offsetWidth));
			assert.equal(widths.length, 4);
			assert.ok(widths.slice(0, 3).every((one) => one < widths[3]), `${page}: ${widths}`);
		}
		await window.page.setViewportSize({ width: 360, height: 740 });
		await window.go(`/verify/${id}/`);
		const names = window.page.locator('.matang-clear__variable > .govuk-link');
		assert.ok(await names.count() > 0);
		assert.deepEqual(await names.evaluateAll((all) => all
			.filter((one) => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflow === 'hidden')
			.map((one) => one.textContent)), []);
		await window.close();
	});
});

describe('the grid', () => {
	it('gives header, menu, steps, page and foot the same edges at any width', async () => {
		const window = await chromium.window({ base: stack.base });
		await window.signIn('verifikator', stack.account('verifikator').password);

		await window.go('/verify/');
		for (const width of [360, 640, 900, 1120, 1280, 1700]) {
			await window.page.setViewportSize({ width, height: 800 });
			for (const desk of [false, true]) {
				const edges = await window.page.evaluate((on) => {
					document.querySelector('#main').classList.toggle('matang-desk', on);
					return [...document.querySelectorAll('.govuk-width-container')]
						.map((one) => one.getBoundingClientRect())
						.map(({ left, right }) => `${left} ${right}`);
				}, desk);
				assert.ok(edges.length >= 4);
				assert.equal(new Set(edges).size, 1, `${width} px${desk ? ' as a desk' : ''}: ${edges}`);
			}
		}
		await window.close();
	});
});

/* A page of each kind, by whom it is for. */
const PAGES = {
	'-': ['/portal/', '/portal/service', '/portal/help', '/portal/glossary', '/portal/check', '/portal/data'],
	'operator.dishub': ['/questionnaire/', '/questionnaire/A', '/questionnaire/A/1', '/upload/', '/upload/new', '/account/profile'],
	verifikator: ['/verify/', '/verify/A', '/verify/A/1', '/verify/S/2', '/signoff/'],
	'admin.balikpapan': ['/cycle/', '/cycle/cycles', '/cycle/notices'],
	auditor: ['/report/', '/report/region/C'],
	'kepala.dkumkmp': ['/questionnaire/', '/plan/'],
	'operator.dkumkmp': ['/service/'],
	validator: ['/verify/', '/report/'],
	sekda: ['/report/overview', '/plan/wall', '/complaint/report'],
	'pendamping.dkumkmp': ['/service/assist', '/service/assist/new/1'],
};

describe('the dark theme', () => {
	it('reads as well as the light one, pictures too', async () => {
		const window = await chromium.window({ base: stack.base });
		const [{ assessment, cycle }] = stack.sql(`SELECT a.id AS assessment, a.cycle_id AS cycle
			FROM assessment a JOIN cycle c ON c.id = a.cycle_id JOIN agency g ON g.id = a.agency_id
			WHERE g.name = 'Dinas Contoh Perhubungan' ORDER BY c.year DESC LIMIT 1`);

		const [{ submitted }] = stack.sql(`SELECT id AS submitted FROM assessment WHERE state = 'submitted' ORDER BY id LIMIT 1`);

		await window.page.emulateMedia({ colorScheme: 'dark' });
		for (const [who, pages] of Object.entries(PAGES)) {
			await window.page.context().clearCookies();
			if (who !== '-')
				await window.signIn(who, stack.account(who).password);
			for (const page of pages) {
				await window.go(page.replace('/A', `/${assessment}`).replace('/S', `/${submitted}`).replace('/C', `/${cycle}`));
				assert.equal(await window.page.locator('.matang-error').count(), 0, page);
				assert.equal(await window.page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(18, 22, 30)');
				await window.checks();
				await window.picture(`dark${page.replaceAll('/', '-')}`);
			}
		}
		await window.close();
	});
});

describe('the pages that the web server sends itself', () => {
	it('read as well in the dark', async () => {
		const folder = path.join(ROOT, 'deploy/errors');
		const window = await chromium.window({ base: '' });

		for (const name of readdirSync(folder))
			for (const [colorScheme, ground] of [['light', 'rgb(255, 255, 255)'], ['dark', 'rgb(18, 22, 30)']]) {
				await window.page.emulateMedia({ colorScheme });
				await window.go(`file://${folder}/${name}`);
				assert.equal(await window.page.evaluate(() => getComputedStyle(document.body).backgroundColor), ground, name);
				await window.page.evaluate(AXE);
				assert.deepEqual(await window.page.evaluate(() => globalThis.axe.run({ runOnly: ['color-contrast'] })
					.then((found) => found.violations.map((one) => one.nodes.length))), [], `${name} ${colorScheme}`);
			}
		await window.close();
	});
});

describe('what a fill says on a screen', () => {
	const style = (window, selector, ...names) => window.page.locator(selector).first().evaluate((one, wanted) =>
		wanted.map((name) => getComputedStyle(one)[name]).join(' '), names);
	let window, assessment;

	before(async () => {
		window = await chromium.window({ base: stack.base });
		await window.signIn('operator.dishub', stack.account('operator.dishub').password);
		[{ assessment }] = stack.sql(`SELECT a.id AS assessment FROM assessment a JOIN cycle c ON c.id = a.cycle_id
			JOIN agency g ON g.id = a.agency_id WHERE g.name = 'Dinas Contoh Perhubungan' ORDER BY c.year DESC LIMIT 1`);
	});
	after(() => window?.close());

	it('is still said where colours are the system’s: the current step, how far one is', async () => {
		await window.page.emulateMedia({ forcedColors: 'active' });
		await window.go('/questionnaire/');
		const [now, next, bar] = [
			await style(window, '.matang-steps__item--now > :first-child', 'backgroundColor'),
			await style(window, '.matang-steps__item:last-child > :first-child', 'backgroundColor'),
			await style(window, '.matang-progress__bar', 'borderTopStyle', 'borderTopWidth', 'forcedColorAdjust'),
		];
		assert.notEqual(now, next);
		assert.equal(bar, 'solid 1px none');
		/* The level that is chosen has a bar at its side, and no other. */
		await window.go(`/questionnaire/${assessment}/1`);
		const others = '.matang-rung:not(.matang-rung--chosen)';
		assert.notEqual(await style(window, '.matang-rung--chosen', 'borderLeftColor'), await style(window, others, 'borderLeftColor'));
		assert.equal(await style(window, others, 'borderLeftColor'), await style(window, 'body', 'backgroundColor'));
		await window.page.emulateMedia({ forcedColors: 'none' });
	});

	it('is still said on paper: the level that was chosen, and not in white on nothing', async () => {
		await window.page.emulateMedia({ media: 'print' });
		await window.go(`/questionnaire/${assessment}/1`);
		assert.equal(await window.page.locator('.matang-rung--chosen').count(), 1);
		assert.match(await style(window, '.matang-rung--chosen', 'outlineStyle', 'outlineColor'), /^solid rgb\(0, 0, 0\)/);
		assert.equal(await style(window, '.matang-rung--chosen > .matang-rung__label', 'color', 'backgroundColor'),
			'rgb(0, 0, 0) rgba(0, 0, 0, 0)');
		for (const other of await window.page.locator('.matang-rung:not(.matang-rung--chosen)').all())
			assert.equal(await other.evaluate((one) => getComputedStyle(one).borderLeftColor), 'rgba(0, 0, 0, 0)');
		await window.page.emulateMedia({ media: 'screen' });
	});
});
