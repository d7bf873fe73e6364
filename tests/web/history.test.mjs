// SPDX-License-Identifier: ISC
//
// Each action leaves exactly these rows of history: one walk over what people can do, and behind each
// action what it wrote, compared with tests/golden/history.txt, which somebody has read and accepted.
// MATANG_GOLDEN=update accepts what comes out now: look at the difference.
//
// Every address that changes something is walked here, or named in ELSEWHERE with the file that does.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, startStack } from './harness.mjs';
import { day, PATTERNS, patternOf, walkOfChanges, whatIsSent } from './changes.mjs';
import { openWorld } from './world.mjs';

const GOLDEN = path.join(ROOT, 'tests/golden/history.txt');
const HEAD = `# What each action leaves in the history: who (role), about whom, what[thing] (variable), from → to: reason.
# Made by \`MATANG_GOLDEN=update node --test tests/web/history.test.mjs\`, which compares it else.
`;

/* Which file walks an address that is not walked here. */
const ELSEWHERE = {
	'site.test.mjs': [/^\/account\/site$/],
	'account.test.mjs': [/^\/account\/($|sign-out|second-factor|recovery|devices|confirm)/],
	'import.test.mjs': [/^\/cycle\/accounts\/cards\/#$/],
	'answers.test.mjs': [/^\/questionnaire\/#\/import/],
	'cycle.test.mjs': [/^\/cycle\/(agencies|accounts|holidays)\/import/, /^\/cycle\/instruments\/(new|new\/columns|store)$/, /^\/cycle\/accounts\/#\/second-factor$/],
	'complaint.test.mjs': [/^\/complaint\/(to|follow|ticket)\b/],
	'place.test.mjs': [/^\/cycle\/regions\/#\/places\/import/],
	'pdf_signature.test.mjs': [/^\/cycle\/regions\/#\/trust-anchors/],
	'restructure.test.mjs': [/^\/cycle\/agencies\/#\/restructure$/],
	'esign.test.mjs': [/^\/esign\//, /^\/signoff\/#\/scan\/check$/],
	'exchange.test.mjs, transfer.test.mjs': [/^\/exchange\//],
	'paper.test.mjs, which compares a file and keeps nothing': [/^\/paper\/check$/],
	'operator/work.test.mjs': [/^\/upload\/file\/#\/take$/],
	'tus.test.mjs': [/^\/upload\/(files|upload-limit)/],
};

let stack, world, last, summed = 0;
const told = [], walked = new Set();
/* How people read a day. */
const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
const inWords = (date) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/* Things are numbered in the order in which they first come up: their keys are the database's affair. */
const things = new Map();
function thing(subject, key) {
	if (key === null)
		return '';
	const name = `${subject} ${key}`;
	if (!things.has(name))
		things.set(name, [...things.keys()].filter((each) => each.startsWith(`${subject} `)).length + 1);
	return `[${things.get(name)}]`;
}

function written() {
	const rows = stack.sql(`SELECT h.*, u.username, u.role, r.name AS region, g.short_name AS agency, a.agency_id AS assessed
		FROM history h LEFT JOIN account u ON u.id = h.account_id LEFT JOIN region r ON r.id = h.region_id
		LEFT JOIN agency g ON g.id = h.agency_id LEFT JOIN assessment a ON a.id = h.assessment_id
		WHERE h.id > ${last} ORDER BY h.id`);

	last = rows.at(-1)?.id ?? last;
	return rows.map((row) => {
		if (row.assessed !== null)
			assert.equal(row.assessed, row.agency_id, 'an assessment of the agency that is named');
		const words = [row.from_value, row.to_value, row.reason].map((text) => (text ?? '').replaceAll('\n', ' / ').replace(/[0-9A-HJKMNP-TV-Z]{26}/, 'CODE')
			.replaceAll(inWords(day(20)), 'DUE').replaceAll(inWords(day(40)), 'LATER').replaceAll(day(20), 'DUE').replaceAll(day(40), 'LATER')
			.replace(/((?:standar-pelayanan|laporan-layanan|laporan-konsultasi-publik)-\d+\.pdf, SHA-256) [0-9a-f]{64}/, '$1 DRAWN')
			.replace(/-\d{4}-\d\d-\d\d-(\d+\.pdf, SHA-256) [0-9a-f]{64}/, '-TODAY-$1 DRAWN')
			.replace(/\b\d{4}-\d\d-\d\d\b/g, 'DATE').replace(/\/[IVX]+\/20\d\d\b/g, '/MONTH/YEAR').replace(/(\/CONTOH)\/20\d\d\b/, '$1/YEAR'));
		return `    ${row.username ?? 'nobody'} (${row.role ?? '–'}), ${[row.region, row.agency, row.assessment_id && 'penilaian'].filter(Boolean).join(', ') || 'semua'}: ` +
			`${row.subject}${thing(row.subject, row.subject_id)}${row.variable_number ? ` (${row.variable_number})` : ''} ` +
			`“${words[0]}” → “${words[1]}”${words[2] ? `: ${words[2]}` : ''}`;
	});
}

/* The sums that are kept for the wall (store/sums.h), and what they would be if they were made now. */
function sums() {
	const kept = stack.sql(`SELECT cycle_id, state, assessments, incomplete, assessed, score, plans, steps, done FROM cycle_sum WHERE assessments > 0
		ORDER BY cycle_id, state`);
	const made = stack.sql(`SELECT o.cycle_id, o.state, COUNT(*) AS assessments, SUM(o.missing > 0) AS incomplete, SUM(o.told) AS assessed,
			SUM(IF(o.told, o.score, 0)) AS score, SUM(o.steps > 0) AS plans, SUM(o.steps) AS steps, SUM(o.done) AS done
		FROM (SELECT a.cycle_id, a.state, a.state IN ('validated', 'signed', 'received', 'reported') OR (c.province_tier = 0 AND a.state = 'verified') AS told,
				(SELECT COUNT(*) FROM answer n WHERE n.assessment_id = a.id AND n.self_level IS NULL) AS missing,
				(SELECT COALESCE(SUM(IF(c.province_tier = 1, n.province_level, n.city_level)), 0) FROM answer n WHERE n.assessment_id = a.id) AS score,
				(SELECT COUNT(*) FROM plan_step s WHERE s.assessment_id = a.id AND s.state <> 'dropped') AS steps,
				(SELECT COUNT(*) FROM plan_step s WHERE s.assessment_id = a.id AND s.state = 'done') AS done
			FROM assessment a JOIN cycle c ON c.id = a.cycle_id WHERE a.left_at IS NULL) AS o
		WHERE o.cycle_id IN (SELECT cycle_id FROM cycle_sum) GROUP BY o.cycle_id, o.state ORDER BY o.cycle_id, o.state`);
	return { kept, made };
}

/* What one action has written; `go` gives the answer to a form that was sent. */
async function act(what, who, go) {
	await (await world.as('verifikator')).get('/plan/wall');
	const { page, sent } = await whatIsSent(await world.as(who), go);
	const { kept, made } = sums();

	assert.deepEqual(kept, made, `${what}: the sums that are kept`);
	summed += kept.length > 0;
	assert.ok([200, 303].includes(page.status), `${what}: ${page.status} ${page.errors?.join()} ${page.words?.('main').slice(0, 300)}`);
	sent.forEach((place) => walked.add(patternOf(place)));
	const rows = written();
	told.push(`${what}`, ...(rows.length ? rows : ['    nothing']));
}

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	last = stack.sql('SELECT MAX(id) AS id FROM history')[0].id ?? 0;
});
after(() => stack?.stop());

describe('the history', () => {
	walkOfChanges(() => world, act);

	it('was walked with sums that are kept', () => assert.ok(summed > 100, `behind ${summed} actions`));

	it('is what was accepted', () => {
		const text = `${HEAD}\n${told.join('\n')}\n`;
		if (process.env.MATANG_GOLDEN === 'update')
			writeFileSync(GOLDEN, text);
		assert.deepEqual(text.split('\n'), readFileSync(GOLDEN, 'utf8').split('\n'));
	});

	it('was asked of everything that can be changed', () => {
		const elsewhere = Object.values(ELSEWHERE).flat();
		const missing = PATTERNS.filter((pattern) => !walked.has(pattern) && !elsewhere.some((one) => one.test(pattern)));
		assert.deepEqual(missing, []);
		for (const [file, patterns] of Object.entries(ELSEWHERE))
			for (const pattern of patterns)
				assert.ok(PATTERNS.some((place) => pattern.test(place)), `${file}: ${pattern} is no address`);
	});
});
