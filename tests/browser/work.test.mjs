// SPDX-License-Identifier: ISC
//
// Work shared, as people see it: the division of variables, one person in two agencies, the first tour,
// and guides that are one sheet of paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { startChromium } from './browser.mjs';

let stack, chromium, id;

before(async () => {
	stack = await startStack({ data: true });
	chromium = await startChromium();
	[{ id }] = stack.sql(`SELECT a.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id JOIN agency g ON g.id = a.agency_id
		WHERE g.name = 'Dinas Contoh Perhubungan' ORDER BY c.year DESC LIMIT 1`);
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

const signIn = async (who, options = {}) => {
	const window = await chromium.window({ base: stack.base, ...options });
	await window.signIn(who, stack.account(who).password);
	return window;
};

describe('without scripts, on a telephone', () => {
	it('variables are divided, and stand first for whose they are', async () => {
		const window = await signIn('operator.dishub', { scripts: false, width: 360 });
		const { page } = window;
		await window.go(`/questionnaire/${id}/duties`);
		const name = await page.locator('.matang-header__person-name').first().textContent();
		await page.selectOption('#duty-3', { label: name.trim() });
		await page.selectOption('#duty-8', { label: name.trim() });
		await page.click('main button[type=submit]');
		await page.waitForLoadState();
		assert.match(await page.textContent('main'), /dari 2 lengkap/);
		await window.checks();
		await window.go(`/questionnaire/${id}/`);
		assert.deepEqual(await page.$$eval('ul[aria-labelledby=mine] a', (links) => links.map((link) => parseInt(link.textContent, 10))), [3, 8]);
		await window.checks();
		await page.click('a[href$="?mine=1"]');
		await page.waitForLoadState();
		assert.equal(await page.locator('.govuk-task-list__link').count(), 2);
		await window.close();
	});

	it('one person changes between two agencies', async () => {
		stack.sql(`INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
			SELECT a.id, g.id, g.region_id, 'operator', UTC_TIMESTAMP(3), a.id FROM account a JOIN agency g ON g.region_id = a.region_id AND g.short_name = 'DKUMKMP'
			WHERE a.username = 'operator.dishub';
			UPDATE account SET serves = 1 WHERE username = 'operator.dishub'; UPDATE world_stamp SET number = number + 1`);
		const window = await signIn('operator.dishub', { scripts: false, width: 360 });
		const { page } = window;
		await window.go('/account/agencies');
		await window.checks();
		await page.click('main form button');
		await page.waitForLoadState();
		assert.match(page.url(), /\/questionnaire\/$/);
		assert.match(await page.textContent('.matang-header__place'), /Koperasi/);
		await window.checks();
		await window.go('/account/agencies');
		await page.click('main form button');
		await page.waitForLoadState();
		assert.match(await page.textContent('.matang-header__place'), /Perhubungan/);
		await window.close();
	});

	it('the first tour goes from page to page, is stopped, and goes on from help', async () => {
		const window = await signIn('operator.dishub', { scripts: false, width: 360 });
		const { page } = window;
		await window.go('/portal/help');
		await page.click('main form[action$="/account/tour"] button');
		await page.waitForLoadState();
		await window.checks();
		await page.click('.matang-tour button[value=next]');
		await page.waitForLoadState();
		assert.match(page.url(), /\/upload\/$/);
		await window.checks();
		await page.click('.matang-tour button[value=stop]');
		await page.waitForLoadState();
		assert.equal(await page.locator('.matang-tour').count(), 0);
		await window.go('/portal/help');
		await window.checks();
		await page.click('main form[action$="/account/tour"] button');
		await page.waitForLoadState();
		assert.match(await page.textContent('.matang-tour'), /Langkah 2 dari 5/);
		await page.click('.matang-tour button[value=stop]');
		await window.close();
	});
});

describe('the number of unread messages on a telephone', () => {
	for (const [scripts, button] of [[false, '.matang-menu'], [true, '.govuk-service-navigation__toggle']])
		it(`stands apart from its word, scripts ${scripts ? 'on' : 'off'}`, async () => {
			const window = await signIn('operator.dishub', { scripts, width: 360 });
			await window.go('/message/');
			const mark = await window.page.locator(`${button} .matang-unread`).boundingBox();
			/* The word is the text before the mark, which has no box of its own. */
			const { page } = scripts ? window : { page: await chromium.copyOf(window.page) };
			const word = await page.evaluate((menu) => {
				const range = document.createRange();
				range.selectNode(document.querySelector(menu).firstChild);
				return range.getBoundingClientRect().right;
			}, button);
			assert.ok(mark.x - word >= 4, `${mark.x - word} px between them`);
			await window.close();
		});
});

describe('a guide', () => {
	for (const role of ['operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant'])
		it(`for ${role} is one sheet of A4`, async () => {
			const window = await chromium.window({ base: stack.base });
			await window.go(`/portal/help/${role}`);
			await window.checks();
			const pdf = (await window.page.pdf({ format: 'A4' })).toString('latin1');
			assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
			await window.close();
		});
});
