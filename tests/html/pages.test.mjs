// SPDX-License-Identifier: ISC
//
// Goes wherever a link leads, as each role of the demo and as the public: no link is dead, and each
// page is valid HTML and keeps the house's rules. Of pages that differ only in a number or a name
// (one variable, one agency) a few are enough.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { walk } from '../web/walk.mjs';
import { htmlProblems } from './nu.mjs';

const ROLES = ['public', 'operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant'];

let stack, problems;
const walks = new Map();	/* role: { pages, dead } */
before(async () => {
	stack = await startStack({ data: true });
	for (const role of ROLES)
		walks.set(role, await walk(role === 'public' ? stack.client() : await stack.signedIn({ role })));
	/* One run for all: Java takes longer to start than to read. */
	problems = htmlProblems([...walks].flatMap(([role, { pages }]) => pages.map(({ name, text }) => ({ name: `${role} ${name}`, text }))));
});
after(() => stack?.stop());

/* What the checker does not know: the rules of this house. */
function* breaches({ page }) {
	const titles = page.all('head > title');	/* pictures have titles too */

	if (page.one('html')?.getAttribute('lang') !== 'id')
		yield 'the language is not said';
	if (titles.length !== 1 || !titles[0].words)
		yield 'no title';
	/* What stands in a frame of a page is a part of that page. */
	const framed = (page.headers['content-security-policy'] ?? '').startsWith('sandbox');
	if (!framed && page.all('h1').length !== 1)
		yield `${page.all('h1').length} headings of the first rank`;
	if (!framed && page.all('main').length !== 1)
		yield 'no main part';
	if (page.one('style, [style], script:not([src]):not([type="application/json"])'))
		yield 'style or script inside the page';
	yield* arabicLevels(page);
	for (const form of page.all('form')) {
		const action = form.getAttribute('action') ?? '(here)';
		const post = (form.getAttribute('method') ?? 'get').toLowerCase() === 'post';
		const first = form.querySelector('input, select, textarea, button')?.getAttribute('name');
		if (post && first !== 'csrf')
			yield `the form to ${action} does not begin with its token`;
		if (!post && form.querySelector('[name=csrf]'))
			yield `the form to ${action} puts its token into the address`;
	}
	for (const link of page.all('a[href], form[action]')) {
		const address = link.getAttribute('href') ?? link.getAttribute('action');
		if (/^\s*(javascript|data|vbscript):/i.test(address))
			yield `an address that runs: ${address}`;
	}
}

/* Levels are Roman and scores are Arabic, on every page: in sentences, and in the columns of a table of
 * variables. An average of levels has its decimal, and a sum stands in the foot. */
function* arabicLevels(page) {
	const said = /\b[Tt]ingkat\s+[0-5]\b/.exec(page.one('main')?.words ?? '');
	if (said)
		yield `a level in Arabic figures: ${said[0]}`;
	for (const table of page.all('table')) {
		if (table.querySelector('thead th')?.words !== 'Variabel')
			continue;
		for (const cell of table.querySelectorAll('tbody td[data-label]'))
			if (/^(Mandiri|Verifikasi|Validasi|Akhir|Didukung|Diterima)$/.test(cell.getAttribute('data-label')) &&
			    /^[0-5]\b(?!,)/.test(cell.words))
				yield `a level in Arabic figures: ${cell.getAttribute('data-label')} ${cell.words}`;
	}
}

for (const role of ROLES)
	describe(role, () => {
		it('comes to more than a page', () => {
			const { pages } = walks.get(role);
			assert.ok(pages.length > 1, pages.map((one) => one.name).join(' '));
		});
		it('finds no dead link', () => assert.deepEqual(walks.get(role).dead, []));
		it('reads valid HTML', () => assert.deepEqual(problems.filter((one) => one.name.startsWith(`${role} `))
			.map((one) => `${one.name}:${one.line} ${one.message} ${one.extract ?? ''}`), []));
		it('meets the rules of the house', () => assert.deepEqual(walks.get(role).pages.flatMap((one) =>
			[...breaches(one)].map((what) => `${one.name}: ${what}`)), []));
	});
