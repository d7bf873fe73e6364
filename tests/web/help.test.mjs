// SPDX-License-Identifier: ISC
//
// What the help and the guides name is there: every button, label and page that a step speaks of, or that its
// picture shows, stands in these words on a page of that role, as links lead to it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { walk } from './walk.mjs';

/* What can be pressed or is written beside what is filled in; and what is named in a sentence. */
const SHOWN = '.govuk-button:not([data-print]), button:not([data-print]), label, summary, legend, thead th, .govuk-tag, .matang-named, ' +
	'.govuk-task-list__name-and-hint > :first-child';
const ON_PAGES = 'a, button, label, summary, legend, h1, h2, h3, th, .govuk-tag, .govuk-task-list__name-and-hint > :first-child';

/* Whose pages are walked, and what else is looked at: what no agency of the demo happens to wait for. */
const PEOPLE = {
	operator: ['operator.dishub', ['operator.dkumkmp', ({ DKUMKMP }) => `/questionnaire/${DKUMKMP}/check`],
		['operator.dispusip', ({ Dispusip }) => `/signoff/${Dispusip}/`], ['operator.satpolpp', (ids) => `/signoff/${ids['Satpol PP']}/`]],
	head: ['kepala.dkumkmp', ['kepala.dispusip', () => '/questionnaire/']],
	verifier: ['verifikator', ['verifikator', ({ Dinkes }) => `/verify/${Dinkes}/`], ['verifikator', undecided]],
	validator: ['validator', ['validator', ({ Bappeda }) => `/verify/${Bappeda}/`], ['validator', decidedByCity]],
	leader: ['sekda'],
	assistant: ['pendamping.dkumkmp'],
	auditor: ['auditor'],
	admin: ['admin.balikpapan', ['admin.balikpapan', withoutOperator]],
};

let stack, help, ids;

before(async () => {
	stack = await startStack({ data: true });
	help = await stack.client().get('/portal/help');
	ids = Object.fromEntries(stack.sql(`SELECT g.short_name, s.id FROM assessment s JOIN agency g ON g.id = s.agency_id
		JOIN cycle c ON c.id = s.cycle_id WHERE c.year = 2026`).map((row) => [row.short_name, row.id]));
	prepare();
});
after(() => stack?.stop());

/* The words that are seen; a number is any number. */
function seen(element) {
	const text = (node) => node.type === 'text' ? node.data : node.name === 'small' ||
		/govuk-visually-hidden|matang-unread/.test(node.attribs?.class ?? '') ? '' : (node.children ?? []).map(text).join('');
	return text(element.node).replace(/\s+/g, ' ').trim().replace(/\d+/g, 'N');
}

/* One that can be sent, one to be signed, one that each tier can finish, one that the assistant entered. */
function prepare() {
	const decided = (tier) => `${tier}_level = 3, ${tier}_reason = 'Contoh.', ${tier}_recommendation = 'Contoh.'`;

	stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${ids.DKUMKMP};
		UPDATE answer SET self_level = 1, explanation = 'Contoh.' WHERE assessment_id = ${ids.DKUMKMP};
		UPDATE assessment SET state = 'validated' WHERE id = ${ids.Dispusip};
		UPDATE answer SET ${decided('city')}, ${decided('province')} WHERE assessment_id = ${ids.Dispusip};
		DELETE FROM evidence_link WHERE assessment_id IN (${ids.Dinkes}, ${ids.Bappeda});
		UPDATE answer SET ${decided('city')} WHERE assessment_id = ${ids.Dinkes};
		UPDATE answer SET self_level = 3, ${decided('city')}, ${decided('province')} WHERE assessment_id = ${ids.Bappeda};
		UPDATE assessment SET state = 'verified' WHERE id = ${ids.Bappeda};
		UPDATE service_application SET channel = 'assistant', consent = 'Contoh.', consent_by = 'Contoh', consent_on = received_on,
			entered_by = (SELECT id FROM account WHERE username = 'pendamping.dkumkmp') ORDER BY id LIMIT 1`);
}

/* Each is made when it is looked at, since it takes the place of another one: a document that nobody decided, ... */
function undecided({ Dishub }) {
	const [{ number }] = stack.sql(`SELECT MIN(v.number) AS number FROM evidence_link k JOIN checklist_item i ON i.id = k.checklist_item_id
		JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id
		WHERE k.assessment_id = ${Dishub} AND k.removed_at IS NULL`);

	stack.sql(`UPDATE evidence_link SET city_decision = NULL, city_revision_id = NULL, city_reason = '' WHERE assessment_id = ${Dishub};
		UPDATE assessment SET state = 'submitted' WHERE id = ${Dishub}`);
	return `/verify/${Dishub}/${number}`;
}

/* ... what the city alone has decided, ... */
function decidedByCity({ Bappeda }) {
	stack.sql(`UPDATE answer SET province_level = NULL, province_reason = '', province_recommendation = '' WHERE assessment_id = ${Bappeda}`);
	return `/verify/${Bappeda}/`;
}

/* ... an agency for which nobody fills in. */
function withoutOperator() {
	stack.sql("INSERT INTO agency (region_id, name, short_name) SELECT id, 'Dinas Contoh Baru', 'Baru' FROM region WHERE code = '64.71'");
	return '/cycle/';
}

/** What stands on the pages of a person of this role. */
async function wordsOf([walker, ...others]) {
	const { pages } = await walk(await stack.signedIn(stack.account(walker)));
	const words = new Set();

	for (const [who, address] of others)
		pages.push({ page: await (await stack.signedIn(stack.account(who))).get(address(ids)) });
	for (const { page } of pages.filter((one) => !/\/portal\/help/.test(one.page.url)))
		for (const one of page.all(ON_PAGES))
			words.add(seen(one));
	return words;
}

describe('what the help names', () => {
	for (const role of Object.keys(PEOPLE))
		it(`stands on a page of ${role}`, { timeout: 300_000 }, async () => {
			const steps = help.one(`#help-${role}`);
			const guide = await stack.client().get(`/portal/help/${role}`);
			const named = [...steps.querySelectorAll('.matang-mini').flatMap((one) => one.querySelectorAll(SHOWN)),
				...steps.querySelectorAll('.matang-named'), ...guide.all('.matang-named')].map(seen);
			const words = await wordsOf(PEOPLE[role]);

			assert.ok(named.length > 1, `${named}`);
			assert.deepEqual([...new Set(named)].filter((one) => one && !words.has(one)), []);
		});

	it('is shown by pictures that nobody can press and no reader reads out', () => {
		const pictures = help.all('.matang-mini');

		assert.ok(pictures.length > 15);
		for (const one of pictures) {
			assert.ok(one.hasAttribute('inert') && one.getAttribute('aria-hidden') === 'true');
			assert.equal(one.querySelectorAll('a[href]').length, 0);
		}
	});
});
