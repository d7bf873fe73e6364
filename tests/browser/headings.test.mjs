// SPDX-License-Identifier: ISC
//
// One page of every address that answers with a page, as each role that comes there, on a telephone of
// 360 × 740: one heading of the first rank can be seen, and it begins in the first third; nothing stands upon
// another thing, goes beyond the edge or is cut off; who is to be asked is said; the title tells the page from
// all others. Most pages are those that links lead to; the others are named below. MATANG_POSITIONS=yes prints
// where each heading stands.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, startStack } from '../web/harness.mjs';
import { walk } from '../web/walk.mjs';
import { PHONE, startChromium } from './browser.mjs';

const ROLES = ['public', 'operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant'];

/* What an address answers with that is no page of its own: a file, what programs read, a part of another page. */
const NO_PAGES = new RegExp(`^/(${[
	'account/confirm', 'complaint/#/file/#', 'cycle/(agencies|accounts)/import/example', 'exchange/(api|schema)/.*', 'forum/#/document/#',
	'paper/crest/\\*', 'paper/card/.*', 'portal/(data/\\*/\\*|catalog.jsonld|feed.atom|openapi.json|fragment/.*|embed/.*)',
	'schedule/(calendar|feed)', 'service/(#/file|letters/#/signed|mine/letter|assist/#/letter)(/#)?', 'signoff/#/scan/#(/view|/frame)?', 'upload/(file|frame)/#', 'verify/#/(next|undecided)',
].join('|')})$`);

/* The routes that answer with pages, as tests/golden/routes.txt has them. */
const routes = readFileSync(path.join(ROOT, 'tests/golden/routes.txt'), 'utf8').split('\n')
	.map((line) => line.split(' '))
	.filter(([method, , , flags]) => method === 'GET' && !/MOVED|EXPORTS|PAPERS|PACKS/.test(flags))
	.map(([, pattern]) => ({ pattern, is: new RegExp(`^${pattern.replace(/[.+]/g, '\\$&').replace(/\*/g, '[^/]+')
		.replace(/#/g, '[1-9]\\d*')}$`) }));
const routeOf = (place) => routes.find(({ is }) => is.test(place))?.pattern;
const placeOf = (name) => name.replace(/^\/matang/, '').replace(/\?.*/s, '');

/* What no link leads to in the demo, but its state does: who comes there, and the address, made of a row. */
const OF_AGENCY = 'JOIN account p ON p.agency_id = ';
const LINK = `FROM evidence_link k JOIN assessment a ON a.id = k.assessment_id ${OF_AGENCY}a.agency_id WHERE p.username = 'operator.dishub'
	AND a.state = 'draft' LIMIT 1`;
const ELSEWHERE = [
	['operator.dishub', () => '/account/second-factor/set-up'],
	['operator.dishub', ({ a, number }) => `/consultation/new/${a}/${number}`, `SELECT a.id AS a, 3 AS number FROM assessment a
		${OF_AGENCY}a.agency_id WHERE p.username = 'operator.dishub' AND a.state = 'draft'`],
	['operator.dishub', ({ a, item }) => `/upload/attach/${a}/${item}`, `SELECT a.id AS a, k.checklist_item_id AS item ${LINK}`],
	['operator.dishub', ({ a, item }) => `/upload/pending/${a}/${item}`, `SELECT a.id AS a, k.checklist_item_id AS item ${LINK}`],
	['operator.dishub', ({ id }) => `/upload/link/${id}/move`, `SELECT k.id ${LINK}`],
	['verifikator', ({ id }) => `/upload/document/${id}/compare`, 'SELECT document_id AS id FROM revision WHERE number = 2 LIMIT 1'],
	['operator.dkumkmp', ({ id }) => `/forum/desk/${id}/area`, 'SELECT MIN(id) AS id FROM hearing'],
	['admin', () => '/cycle/accounts/bulk'],
	['admin', () => '/message/mail'],
	['admin', ({ id }) => `/cycle/accounts/${id}/second-factor`, 'SELECT id FROM account WHERE totp_confirmed = 1 LIMIT 1'],
];

/* What comes after something is done: the browser tests that do it look at these by checks(), which measures the same. */
const AFTERWARDS = new Set(['/account/site', '/account/agencies', '/account/recovery', '/account/second-factor/codes', '/account/second-factor/off',
	'/activity/#/screen/*', '/activity/at/*', '/complaint/receipt', '/complaint/ticket', '/cycle/accounts/cards/#', '/consultation/rulings/#', '/consultation/#',
	'/cycle/instruments/#/edit', '/cycle/instruments/#/publish', '/cycle/instruments/#/#/#', '/cycle/cycles/#/edit', '/cycle/cycles/#/open',
	'/esign/#/', '/esign/letter/#/', '/exchange/import/#', '/forum/desk/#/edit', '/forum/desk/#/evidence', '/forum/desk/#/publish', '/message/#', '/service/receipt', '/service/assist/#', '/service/mine', '/service/mine/survey', '/service/#/survey',
	'/service/mine/renew', '/service/#/renew', '/service/assist/#/renew',
	'/upload/document/#/merge', '/upload/view/#']);

let stack, chromium;

before(async () => {
	stack = await startStack({ data: true });
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

/* In the page: where the headings of the first rank stand that can be seen. */
const HEADINGS = () => [...document.querySelectorAll('h1')]
	.filter((one) => one.checkVisibility({ checkVisibilityCSS: true }) && one.offsetHeight > 1)
	.map((one) => Math.round(one.getBoundingClientRect().top + scrollY));

/* In the page: words that stand upon other words.  What is clipped away is not there. */
const OVERLAPS = () => {
	const seenOf = (one, { left, right, top, bottom }) => {
		for (let at = one; at; at = at.parentElement) {
			const style = getComputedStyle(at), box = at.getBoundingClientRect();
			if (style.clipPath !== 'none')
				return null;
			if (style.overflowX === 'visible')
				continue;
			[left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
			[top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
		}
		return right - left > 2 && bottom - top > 8 ? { left, right, top: top + 4, bottom: bottom - 4 } : null;
	};
	const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
	const lines = [], found = new Set();

	for (let text; (text = walker.nextNode());) {
		const one = text.parentElement;
		if (!text.data.trim() || one.closest('svg, .govuk-visually-hidden, option, textarea, script, noscript') ||
			!one.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true }))
			continue;
		const range = document.createRange();
		range.selectNodeContents(text);
		for (const rect of range.getClientRects()) {
			const seen = seenOf(one, rect);
			if (seen)
				lines.push({ ...seen, words: text.data.trim().slice(0, 30) });
		}
	}
	lines.sort((a, b) => a.top - b.top);
	for (const [at, a] of lines.entries())
		for (let next = at + 1; next < lines.length && lines[next].top < a.bottom; next++) {
			const b = lines[next];
			if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 && Math.min(a.bottom, b.bottom) - b.top > 3 &&
				a.words !== b.words)
				found.add(`“${a.words}” upon “${b.words}”`);
		}
	return [...found].slice(0, 5);
};

/* In the page: what makes it go sideways, and words that end in dots. A list of filters is pushed by the finger, and what
 * is said of a variable in two lines stands whole on its page. */
const CUT = () => {
	const found = new Set(), wide = document.documentElement.scrollWidth;

	if (wide > innerWidth)
		found.add(`${wide} px wide in ${innerWidth}`);
	for (const one of document.querySelectorAll('body *:not(.matang-remark, textarea, input, select, svg, svg *)')) {
		const style = getComputedStyle(one);
		const dots = style.textOverflow === 'ellipsis' && one.scrollWidth > one.clientWidth + 1;
		const clamped = style.webkitLineClamp !== 'none' && one.scrollHeight > one.clientHeight + 1;

		if ((dots || clamped) && one.clientWidth > 1 && one.checkVisibility({ checkVisibilityCSS: true }))
			found.add(`“${one.textContent.trim().slice(0, 60)}” is cut`);
	}
	return [...found].slice(0, 5);
};

/* In the page: that it sends people to the administrator, and does not say who that is. */
const UNSAID = () => {
	const says = (document.querySelector('main') ?? document.body).textContent.replace(/\s+/g, ' ')
		.match(/\b(hubungi (?!perangkat)|(minta(lah)?|kepada|tanyakan|sampaikan|diatur oleh) administrator).{0,40}/i);
	return says && !document.querySelector('.matang-contact, #kontak') ? [`“${says[0]}” without a contact`] : [];
};

/* Of each route the first page that the walk came to. */
async function pagesOf(role) {
	const client = role === 'public' ? stack.client() : await stack.signedIn({ role });
	const found = new Map();

	for (const { name, page } of (await walk(client)).pages) {
		const route = routeOf(placeOf(name));
		if (route && !NO_PAGES.test(route) && !found.has(route) && !(page.headers['content-security-policy'] ?? '').startsWith('sandbox'))
			found.set(route, name);
	}
	return { client, found };
}

describe('the heading', () => {
	const seen = new Map();		/* route: ['role top'] */
	const titles = new Map();	/* 'role title': the route that has it */

	/* What is wrong with it on this page, or nothing. */
	async function wrongWith(window, who, name) {
		const answer = await window.page.goto(new URL(name, stack.base).href);
		const tops = await window.page.evaluate(HEADINGS);
		const route = routeOf(placeOf(name));

		assert.equal(answer.status(), 200, name);
		seen.set(route, [...seen.get(route) ?? [], `${who} ${tops}`]);
		/* What leads on to another page has the title of that one. */
		const title = `${who}: ${await window.page.title()}`, leads = routeOf(new URL(window.page.url()).pathname.replace(/^\/matang/, ''));
		const other = leads === route ? titles.get(title) ?? route : route;
		if (leads === route)
			titles.set(title, other);
		return [...tops.length === 1 && tops[0] <= await window.firstThird() ? [] : [`${name}: ${tops}`],
			...other === route ? [] : [`${name}: has the title of ${other}, “${title}”`],
			...[...await window.page.evaluate(OVERLAPS), ...await window.page.evaluate(CUT), ...await window.page.evaluate(UNSAID)]
				.map((one) => `${name}: ${one}`)];
	}

	for (const role of ROLES)
		it(`stands alone, in the first third of a telephone, on every page of ${role}`, { timeout: 300_000 }, async () => {
			const { client, found } = await pagesOf(role);
			const window = await chromium.window({ base: stack.base, ...PHONE });
			const wrong = [];

			await window.carries(client);
			for (const name of found.values())
				wrong.push(...await wrongWith(window, role, name));
			await window.close();
			assert.deepEqual(wrong, []);
		});

	it('does so on the pages that no link leads to', async () => {
		const wrong = [];

		for (const [who, address, query] of ELSEWHERE) {
			const window = await chromium.window({ base: stack.base, ...PHONE });
			const [row] = query ? stack.sql(query) : [{}];

			if (who !== 'public')
				await window.carries(await stack.signedIn(stack.account(who)));
			wrong.push(...await wrongWith(window, who, `/matang${address(row)}`));
			await window.close();
		}
		assert.deepEqual(wrong, []);
	});

	it('was seen on every page', () => {
		if (process.env.MATANG_POSITIONS)
			for (const [route, tops] of [...seen].sort())
				console.log(`${route}\t${tops.join(', ')}`);
		assert.deepEqual(routes.map((one) => one.pattern)
			.filter((one) => !seen.has(one) && !NO_PAGES.test(one) && !AFTERWARDS.has(one)), []);
		assert.deepEqual([...AFTERWARDS].filter((one) => !routes.some(({ pattern }) => pattern === one)), []);
	});
});
