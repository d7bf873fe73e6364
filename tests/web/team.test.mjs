// SPDX-License-Identifier: ISC
//
// The list of a team: in which order, whose work, and who is at it; the agencies divided among its members;
// the city's decisions followed in one press and taken back; the papers of all agencies in one press and as
// one ZIP.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { needs } from './needs.mjs';
import { openWorld } from './world.mjs';

needs('unzip');

let stack, world, team, other, province, id;

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	[team, other, province] = await Promise.all(['verifikator', 'verifikator2', 'validator'].map((who) => world.as(who)));
});
after(() => stack?.stop());

const one = (query) => stack.sql(query)[0];
const person = (username) => Number(one(`SELECT id FROM account WHERE username = '${username}'`).id);
const names = (page) => page.all('.matang-agencies tbody .govuk-link').map((link) => link.words);
const csvNames = (file) => file.text.trim().split('\r\n').slice(1).map((line) => /^"([^"]*)"/.exec(line)[1]);
const listed = (of) => names(of).slice().sort();
const judged = (assessment, tier = 'city') => stack.sql(`SELECT account_id FROM review_assignment
	WHERE assessment_id = ${assessment} AND tier = '${tier}'`)[0]?.account_id ?? null;
const give = (who, assessment, member) => who.get('/verify/division').then((page) =>
	who.submit(page, { [`agency-${assessment}`]: '1', member }, { button: 'give' }));
const answers = (assessment) => stack.sql(`SELECT v.number, w.province_level AS level, w.province_recommendation AS words, w.province_followed AS followed
	FROM answer w JOIN variable v ON v.id = w.variable_id WHERE w.assessment_id = ${assessment} ORDER BY v.number`);

describe('the list of a team', () => {
	const ORDERS = ['name', 'waiting', 'score', 'documents'];

	it('comes in another order, as a page and as a file, and keeps it over its filters', async () => {
		stack.sql(`UPDATE answer SET self_level = 5 WHERE assessment_id = ${id}; UPDATE assessment SET state = 'submitted' WHERE id = ${id};
			UPDATE answer SET self_level = 1 WHERE assessment_id = ${world.assessment('Dishub')}`);
		const usual = await team.get('/verify/');
		for (const sort of ORDERS) {
			const page = await team.get(`/verify/?sort=${sort}`);
			assert.deepEqual(listed(page), listed(usual), sort);
			assert.deepEqual(csvNames(await team.get(`/verify/table.csv?sort=${sort}`)), names(page), sort);
			assert.equal(page.one('#sort option[selected]').getAttribute('value'), sort);
			for (const link of page.all('.matang-filter__link'))
				assert.match(link.getAttribute('href'), new RegExp(`sort=${sort}`));
			assert.match(page.link('CSV'), new RegExp(`sort=${sort}`));
			const back = await team.get(`/verify/?sort=${sort}-desc`);
			assert.deepEqual(names(back), names(page).toReversed(), `${sort} the other way round`);
			assert.equal(back.one('#sort option[selected]').getAttribute('value'), `${sort}-desc`);
		}
		assert.deepEqual(names(await team.get('/verify/?sort=name')), listed(usual));
		const score = names(await team.get('/verify/?sort=score'));
		const name = (short) => one(`SELECT name FROM agency WHERE short_name = '${short}'`).name;
		assert.ok(score.indexOf(name('Dishub')) < score.indexOf(name('DKUMKMP')), 'the lowest first');
		assert.equal(names(usual)[0], name('DKUMKMP'), 'whose turn it is');
	});

	it('says who is at an agency, for a while, and not oneself', async () => {
		const page = await other.get(`/verify/${id}/2`);
		await other.post(`/verify/${id}/2`, { csrf: other.csrf(page), version: 1, act: 'draft', reason: 'Sedang dibaca' });
		const at = (who) => who.get('/verify/').then((list) => list.words('.matang-agencies'));
		const [{ full_name }] = stack.sql("SELECT full_name FROM account WHERE username = 'verifikator2'");
		assert.match(await at(team), new RegExp(`${full_name} sedang memeriksa`));
		assert.doesNotMatch(await at(other), /sedang memeriksa/);
		stack.sql('UPDATE review_presence SET seen_at = UTC_TIMESTAMP(3) - INTERVAL 16 MINUTE');
		assert.doesNotMatch(await at(team), /sedang memeriksa/);
	});
});

describe('the division of the work', () => {
	it('gives one agency or many to a member, who has them before all others', async () => {
		const page = await give(team, id, person('verifikator2'));
		assert.equal(page.status, 200, page.errors?.join());
		assert.equal(Number(judged(id)), person('verifikator2'));
		const mine = await other.get('/verify/');
		assert.match(mine.all('.matang-filter__link')[0].words, /^Milik saya ?1$/);
		const list = await other.get(mine.all('.matang-filter__link')[0].getAttribute('href').replace('/matang', ''));
		assert.equal(names(list).length, 1);
		assert.match(list.words(), /Bagian Anda: ?0 dari 1/);
		const file = await other.get(list.link('CSV'));
		assert.deepEqual(csvNames(file), names(list), `${list.link('CSV')}: ${file.text}`);
		assert.doesNotMatch((await team.get('/verify/')).words('.matang-filter'), /Milik saya/);
		assert.match((await team.get('/verify/')).words('.matang-agencies'), /Pemeriksa: Contoh|Pemeriksa: \w/);
		assert.match((await team.get(`/verify/${id}/`)).words('.matang-history'), /pembagian tugas/);
	});

	it('is even where nobody has said anything, and leaves what somebody has', async () => {
		const page = await team.get('/verify/division');
		await team.submit(page, {}, { button: 'share' });
		const rows = stack.sql(`SELECT x.account_id AS who, COUNT(*) AS n FROM review_assignment x JOIN assessment a ON a.id = x.assessment_id
			WHERE x.tier = 'city' AND a.cycle_id = 1 GROUP BY x.account_id`).map((row) => Number(row.n));
		assert.ok(Math.max(...rows) - Math.min(...rows) <= 1, rows.join());
		assert.equal(Number(judged(id)), person('verifikator2'));
		/* An own agency is never one's own to judge. */
		assert.deepEqual(stack.sql(`SELECT x.assessment_id FROM review_assignment x JOIN assessment a ON a.id = x.assessment_id
			JOIN account u ON u.id = x.account_id WHERE u.agency_id = a.agency_id`), []);
		assert.equal((await team.get('/verify/division')).one('[value=share]'), null);
	});

	it('wants a tick, a member of the team, and nobody at home in the agency', async () => {
		const page = await team.get('/verify/division');
		assert.match((await team.submit(page, { member: person('verifikator2') }, { button: 'give' })).errors.join(), /Centang dahulu/);
		assert.match((await team.submit(page, { [`agency-${id}`]: '1' }, { button: 'give' })).errors.join(), /Pilih anggota/);
		const stranger = await team.post('/verify/division', { csrf: team.csrf(page), year: 2026, way: 'give', member: person('validator'), [`agency-${id}`]: '1' });
		assert.equal(stranger.status, 422);
		assert.match(stranger.errors.join(), /Pilih anggota/);
		assert.ok(stranger.one(`#agency-${id}`).hasAttribute('checked'), 'what was ticked stays');
		const [home] = stack.sql(`SELECT a.id, u.id AS who FROM assessment a JOIN account u ON u.agency_id = a.agency_id AND u.role = 'verifier'
			WHERE a.cycle_id = 1 LIMIT 1`);
		if (home)
			assert.match((await give(team, home.id, home.who)).errors.join(), /bekerja di/);
		const foreign = world.assessment('Dinkutim');
		assert.equal((await team.post('/verify/division', { csrf: team.csrf(page), year: 2026, way: 'give', member: 0, [`agency-${foreign}`]: '1' })).status, 404);
	});

	it('ticks all, or those that are nobody’s, also without scripts, and takes back', async () => {
		const ticked = async (which) => (await team.get(`/verify/division?chosen=${which}`)).all('input[name^=agency-][checked]').length;
		const all = (await team.get('/verify/division')).all('input[name^=agency-]').length;
		assert.deepEqual([await ticked('all'), await ticked('none'), await ticked('free')], [all, 0, 0]);
		await give(team, id, '0');
		assert.equal(judged(id), null);
		assert.equal(await ticked('free'), 1);
	});

	it('is each tier’s own', async () => {
		const page = await province.get('/verify/division');
		assert.equal(page.status, 200);
		await province.submit(page, { [`agency-${id}`]: '1', member: person('validator') }, { button: 'give' });
		assert.deepEqual([judged(id), Number(judged(id, 'province'))], [null, person('validator')]);
		assert.equal((await (await world.as('operator.dkumkmp')).get('/verify/division')).status, 403);
	});
});

describe('what the city decided', () => {
	before(() => {
		world.finish(id, { state: 'verified' });
		stack.sql(`UPDATE answer SET province_level = NULL, province_reason = '', province_recommendation = '' WHERE assessment_id = ${id}`);
	});

	it('is followed in one press, said so at each variable, and in the history', async () => {
		await province.submit(await province.get(`/verify/${id}/`), {}, { form: 'form[action$="/clear"]' });
		const after = answers(id);
		assert.ok(after.every(({ level, followed }) => level !== null && followed === '1'), JSON.stringify(after));
		const page = await province.get(`/verify/${id}/`);
		assert.match(page.words('.matang-dense--scores'), /mengikuti kota/);
		assert.match((await province.get(`/verify/${id}/4`)).words('#verdict'), /Mengikuti keputusan kota/);
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM history WHERE assessment_id = ${id} AND subject = 'province_level' AND to_value <> ''`).n), after.length);
		assert.match(one(`SELECT GROUP_CONCAT(reason) AS words FROM history WHERE assessment_id = ${id} AND subject = 'province_level'`).words, /Mengikuti verifikasi/);
	});

	it('is taken back before the end, but for what was judged since', async () => {
		const page = await province.get(`/verify/${id}/2`);
		await province.submit(page, { level: '5', reason: 'Uji petik', recommendation: '' }, { button: 'save', follow: false });
		assert.equal(answers(id)[1].followed, '0');
		const old = await province.get(`/verify/${id}/`);
		const done = await province.submit(old, {}, { form: 'form[action$="/unfollow"]' });
		assert.equal(done.status, 200, done.errors?.join());
		const after = answers(id);
		assert.equal(after[1].level, '5', 'judged by hand');
		assert.ok(after.every(({ number, level, words }) => number === '2' || (level === null && words === '')), JSON.stringify(after));
		assert.equal(done.one('form[action$="/unfollow"]'), null);
		assert.equal((await province.submit(old, {}, { form: 'form[action$="/unfollow"]' })).status, 409, 'an old page');
		assert.equal((await team.post(`/verify/${id}/unfollow`, { csrf: team.csrf(done), version: 1 })).status, 403);
	});
});

describe('the papers of all agencies', () => {
	const cycle = 1;
	const valid = () => stack.sql(`SELECT p.id, p.assessment_id, p.kind FROM issued_document p
		WHERE p.cycle_id = ${cycle} AND p.assessment_id IS NOT NULL AND p.ended IS NULL ORDER BY p.id`);

	it('are issued where they are missing, and nothing else', async () => {
		stack.sql(`DELETE FROM issued_file; DELETE FROM signature; DELETE FROM issued_document WHERE cycle_id = ${cycle}`);
		world.finish(id, { state: 'verified' });
		const page = await team.get(`/paper/cycle/${cycle}`);
		const done = await team.submit(page, {}, { form: 'form[action$="/issue-agencies"]' });
		assert.match(done.words(), /sudah terbit/);
		const papers = valid();
		assert.deepEqual([...new Set(papers.filter((one) => Number(one.assessment_id) === id).map(({ kind }) => kind))].sort(), ['minutes', 'score']);
		const again = await team.submit(await team.get(`/paper/cycle/${cycle}`), {}, { form: 'form[action$="/issue-agencies"]' });
		assert.match(again.words(), /semua sudah ada/);
		assert.deepEqual(valid(), papers);
	});

	it('are one ZIP of PDF files, of which each is its paper', async () => {
		const answer = await team.get(`/paper/cycle/${cycle}/zip`);
		assert.equal(answer.status, 200);
		assert.equal(answer.headers['content-type'], 'application/zip');
		const folder = mkdtempSync(path.join(tmpdir(), 'matang-papers-'));
		try {
			const file = path.join(folder, 'lembar.zip');
			writeFileSync(file, answer.body);
			const tested = spawnSync('unzip', ['-tq', file], { encoding: 'utf8' });
			assert.equal(tested.status, 0, tested.stdout);
			const inside = spawnSync('unzip', ['-Z1', file], { encoding: 'utf8' }).stdout.trim().split('\n');
			assert.equal(inside.length, valid().length);
			assert.ok(inside.every((name) => /^\d{3}-[^/]+\/[\w.-]+\.pdf$/.test(name)), inside.join());
			const [paper] = valid();
			const alone = await team.get(`/paper/${paper.id}/pdf`);
			const bytes = inside.map((name) => spawnSync('unzip', ['-p', file, name], { maxBuffer: 1 << 26 }).stdout);
			assert.ok(bytes.some((one) => one.equals(alone.body)));
		} finally {
			rmSync(folder, { recursive: true });
		}
		assert.equal((await province.get(`/paper/cycle/${cycle}/zip`)).status, 200);
		assert.equal((await (await world.as('verifikator.kutim')).get(`/paper/cycle/${cycle}/zip`)).status, 404);
	});
});

describe('what changed since the last visit', () => {
	const tell = (subject, agency, by) => stack.sql(`INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, subject)
		SELECT UTC_TIMESTAMP(3), ${by}, g.region_id, g.id, (SELECT MAX(x.id) FROM assessment x WHERE x.agency_id = g.id), '${subject}'
		FROM agency g WHERE g.short_name = '${agency}'`);
	const visited = (ago) => stack.sql(`UPDATE account SET visited_at = UTC_TIMESTAMP(3) - INTERVAL ${ago} MINUTE
		WHERE username IN ('verifikator', 'validator', 'auditor', 'sekda', 'admin.bpp')`);

	it('stands above the list: at which agencies, by others, with what the agency keeps to itself left out', async () => {
		const me = person('verifikator'), colleague = person('verifikator2'), auditor = await world.as('auditor');
		stack.sql('UPDATE history SET at = at - INTERVAL 1 DAY');
		visited(5);
		assert.equal((await team.get('/verify/')).one('#since'), null, 'nothing changed');
		tell('document', 'DKUMKMP', colleague);
		tell('link', 'DKUMKMP', colleague);
		tell('comment', 'DKUMKMP', colleague);
		tell('self_level', 'Dishub', colleague);
		tell('document', 'Dishub', me);
		const page = await team.get('/verify/');
		assert.match(page.words('#since summary'), /: 1 perangkat daerah/);
		assert.equal(page.all('#since li').length, 1);
		assert.match(page.words('#since li'), /Dokumen/);
		assert.match(page.words('#since li'), /Tautan dokumen ke kriteria/);
		assert.doesNotMatch(page.words('#since li'), /rekan|mandiri/);
		assert.equal(page.all('#since li a')[0].getAttribute('href'), `/matang/verify/${id}/`);
		for (const part of ['?sort=name', '?show=filling', '?q=dinas'])
			assert.equal((await team.get(`/verify/${part}`)).one('#since'), null, part);
		tell('state', 'Dishub', colleague);
		assert.match((await team.get('/verify/')).words('#since li'), /Status penilaian/, 'the newest comes first');
		for (const [name, who] of Object.entries({ province, auditor }))
			assert.equal((await who.get('/verify/')).all('#since li').length, 2, name);
		visited(0);
		assert.equal((await team.get('/verify/')).one('#since'), null, 'until the next visit');
	});

	it('stands on the first pages of who looks at many agencies: the auditor, the leader, the administrator', async () => {
		const colleague = person('verifikator2'), agency = one("SELECT id FROM agency WHERE short_name = 'DKUMKMP'").id;
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
			SELECT 'sekda', password_hash, 'leader', region_id, 'Sekda Contoh', password_changed_at, created_at FROM account WHERE username = 'auditor'`);
		stack.sql('UPDATE history SET at = at - INTERVAL 1 DAY');
		for (const [name, home, told, path] of [['auditor', '/report/', /Dokumen; Status penilaian|Status penilaian; Dokumen/, `/matang/report/agency/${id}`],
			['sekda', '/report/overview', /: Status penilaian; terakhir/, `/matang/report/agency/${id}`],
			['admin.bpp', '/cycle/', /: Status penilaian; terakhir/, `/matang/cycle/agencies/${agency}`]]) {
			const who = await world.as(name);
			visited(0);
			assert.equal((await who.get(home)).one('#since'), null, `${name}: nothing changed`);
			visited(5);
			tell('document', 'DKUMKMP', colleague);
			tell('state', 'DKUMKMP', colleague);
			tell('comment', 'DKUMKMP', colleague);
			const page = await who.get(home);
			assert.match(page.words('#since li'), told, name);
			assert.doesNotMatch(page.words('#since li'), name === 'auditor' ? /rekan/ : /rekan|Dokumen/, name);
			assert.equal(page.all('#since li a')[0].getAttribute('href'), path);
			assert.equal((await who.get(path.slice('/matang'.length))).status, 200, name);
			stack.sql("UPDATE history SET at = at - INTERVAL 1 DAY");
		}
		visited(5);
		const auditor = await world.as('auditor');
		tell('state', 'DKUMKMP', colleague);
		assert.equal((await auditor.get('/report/?page=2')).one('#since'), null, 'on the first page alone');
	});

	it('says nothing of the agency that the person works in', async () => {
		visited(5);
		tell('state', 'Bagor', person('verifikator2'));
		assert.equal(one("SELECT g.short_name AS name FROM account a JOIN agency g ON g.id = a.agency_id WHERE a.username = 'verifikator'").name, 'Bagor');
		assert.doesNotMatch((await team.get('/verify/')).words('#since'), /Bagian Organisasi/);
		assert.match((await province.get('/verify/')).words('#since'), /Bagian Organisasi/);
	});
});
