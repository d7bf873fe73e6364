// SPDX-License-Identifier: ISC
//
// Nobody fills in before the filling step of the plan begins, unless the cycle says so; and the bar of
// the seven steps is the cycle's: the same for everybody and on each of its pages.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld, PDF } from './world.mjs';

const REFUSED = /Pengisian periode 2026 dimulai \d+ \S+ \d{4}\. Sampai saat itu penilaiannya dapat dibaca, dan dokumen sudah dapat diunggah\./;

let stack, world, id, item, operator, head, city;

/* Moves the whole plan so that step 4 begins so many days from today, in the zone of the region. */
const fillingIn = (days) => stack.sql(`UPDATE cycle_step s JOIN cycle_step f ON f.cycle_id = s.cycle_id AND f.step = 4
	JOIN (SELECT DATEDIFF(DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR) + INTERVAL ${days} DAY, planned_from) AS moved
		FROM cycle_step WHERE cycle_id = 1 AND step = 4) m
	SET s.planned_from = s.planned_from + INTERVAL m.moved DAY, s.planned_until = s.planned_until + INTERVAL m.moved DAY
	WHERE s.cycle_id = 1`);
const early = (value) => stack.sql(`UPDATE cycle SET early_filling = ${value} WHERE id = 1`);
const send = async (who, place, fields) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	item = stack.sql(`SELECT k.id FROM checklist_item k JOIN level l ON l.id = k.level_id JOIN variable v ON v.id = l.variable_id
		JOIN cycle c ON c.instrument_id = v.instrument_id WHERE c.id = 1 AND v.number = 1 AND l.number = 2 LIMIT 1`)[0].id;
	[operator, head, city] = await Promise.all(['operator.dkumkmp', 'kepala.dkumkmp', 'verifikator'].map((name) => world.as(name)));
	stack.sql(`INSERT INTO document (agency_id, title, kind, created_at, created_by) VALUES (1, 'Dokumen contoh', 'laporan', UTC_TIMESTAMP(3), 3)`);
});
after(() => stack?.stop());

describe('before the filling step', () => {
	const document = () => stack.sql('SELECT MIN(id) AS id FROM document WHERE agency_id = 1')[0].id;
	const writes = [
		['an answer', () => send(operator, `/questionnaire/${id}/1`, { version: 1, level: 1, explanation: 'Uraian contoh' })],
		['sending', () => send(operator, `/questionnaire/${id}/check`, { statement: 1 })],
		['last year’s documents', () => operator.get(`/questionnaire/${id}/carry-over`)],
		['a document under a criterion', () => send(operator, `/upload/attach/${id}/${item}`, { [`document-${document()}`]: 1 })],
	];

	before(() => { fillingIn(3); early(0); });

	for (const [what, act] of writes)
		it(`${what} is refused with the day`, async () => {
			const page = await act();
			assert.equal(page.status, 409);
			assert.match(page.words(), REFUSED);
			assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM evidence_link WHERE assessment_id = ${id}`)[0].n, '0');
			assert.equal(world.state(id), 'not_started');
		});

	it('the questionnaire is read, and says from when it is filled in', async () => {
		for (const who of [operator, head]) {
			const home = await who.get('/questionnaire/');
			assert.match(home.words('.matang-next'), /^Pengisian( \d{4})? dimulai \d+ \S+ \d{4}/);
			assert.match(home.words('.matang-deadline'), /^Diisi mulai \d+ \S+ \d{4}, sampai \d+ \S+ \d{4}$/);
			assert.doesNotMatch(home.words(), /Sisa \d+ hari kerja/);
			const check = (await who.get(`/questionnaire/${id}/check`)).words('main');
			assert.doesNotMatch(check, /Harus dilengkapi dulu|Sisa \d+ hari kerja/, 'nothing is missing yet');
			assert.match(check, /^.{0,120}Pengisian dimulai/, 'before anything else');
			for (const place of [`/questionnaire/${id}/`, `/questionnaire/${id}/1`, `/questionnaire/${id}/check`]) {
				const page = await who.get(place);
				assert.equal(page.status, 200, place);
				assert.match(page.words(), /Pengisian dimulai \d+ \S+ \d{4}\. Penilaiannya sudah dapat dibaca/, place);
				assert.equal(page.one('form[data-autosave]'), null, place);
				assert.doesNotMatch(page.words(), /terkunci|masih dikerjakan operator|Operator masih mengisi/, place);
			}
		}
	});

	it('documents are uploaded', async () => {
		const page = await operator.submit(await operator.get('/upload/new'), { title: 'SK Tim', kind: 'keputusan',
			file: { filename: 'sk.pdf', type: 'application/pdf', content: PDF } }, { form: 'main form[enctype]' });
		assert.equal(page.status, 200, page.words());
		assert.equal(stack.sql("SELECT COUNT(*) AS n FROM document WHERE title = 'SK Tim'")[0].n, '1');
	});

	it('and from its first day, or where the cycle says so, they are put under criteria and answers written', async () => {
		for (const [days, value] of [[0, 0], [3, 1]]) {
			fillingIn(days);
			early(value);
			const page = await operator.get(`/questionnaire/${id}/1`);
			assert.ok(page.one('form[data-autosave]'), `${days} ${value}`);
			assert.doesNotMatch(page.words(), /Pengisian dimulai/);
			const sent = await operator.submit(page, { level: 1, explanation: `Uraian ${days}` }, { form: 'form[data-autosave]', follow: false });
			assert.equal(sent.status, 303, sent.words());
		}
		assert.equal(world.state(id), 'draft');
		fillingIn(3);
		early(0);
		assert.equal((await writes[0][1]()).status, 409, 'a plan that was moved holds for who had begun, too');
	});

	it('is a choice of the cycle, also of one that runs, and stands in its history', async () => {
		const admin = await world.as('admin.bpp');
		const chosen = () => stack.sql('SELECT early_filling FROM cycle WHERE id = 1')[0].early_filling;
		assert.match((await admin.get('/cycle/cycles/1')).words(), /Pengisian ?Sejak langkahnya dimulai/);
		let page = await admin.submit(await admin.get('/cycle/cycles/1/plan'), { early_filling: '1', reason: 'Supaya cukup waktu' }, { form: 'main form[method=post]' });
		if (page.one('form[action$="/plan"]'))
			page = await admin.submit(page, {}, { form: 'main form[method=post]' });
		assert.equal(chosen(), '1', page.words());
		assert.match((await admin.get('/cycle/cycles/1')).words(), /Pengisian ?Boleh sebelum langkahnya dimulai/);
		assert.match(stack.sql("SELECT to_value FROM history WHERE subject = 'cycle' ORDER BY id DESC LIMIT 1")[0].to_value, /pengisian sebelum langkahnya: ya/);
		assert.equal((await admin.get('/cycle/cycles/new')).one('input[name=early_filling][checked]').getAttribute('value'), '0');
	});
});

describe('the bar of the steps', () => {
	const bar = (page) => page.all('.matang-steps__seven li').map((step) => step.words);
	const stage = (page) => page.words('.matang-steps__item--now');

	before(() => { fillingIn(-9); early(0); });

	it('is the same for everybody of a cycle, on each of its pages', async () => {
		const [validator, auditor, admin] = await Promise.all(['validator', 'auditor', 'admin.bpp'].map((name) => world.as(name)));
		const other = world.assessment('Dishub');
		world.finish(other);
		const pages = [
			[operator, ['/questionnaire/', `/questionnaire/${id}/`, `/questionnaire/${id}/1`, `/questionnaire/${id}/check`, '/upload/',
				`/upload/attach/${id}/${item}`, `/signoff/${id}/`, `/report/agency/${id}`, `/report/history/${id}`, `/paper/agency/${id}`]],
			[await world.as('operator.dishub'), ['/questionnaire/', `/questionnaire/${other}/`, `/questionnaire/${other}/1`, `/signoff/${other}/`, `/report/agency/${other}`]],
			[head, ['/questionnaire/', `/questionnaire/${id}/`]],
			[city, ['/verify/', `/verify/${id}/`, `/verify/${other}/`, `/verify/${other}/1`, '/verify/checklist', `/signoff/${other}/`, '/report/region/1',
				'/report/region/1/gaps', '/report/region/1/accuracy', '/report/region/1/compare', '/report/region/1/publish', '/cycle/notice/1',
				'/paper/cycle/1', '/paper/cycle/1/draft/notified', '/paper/cycle/1/report']],
			[validator, ['/verify/', `/verify/${other}/`, '/report/region/1']],
			[auditor, ['/report/region/1', `/questionnaire/${id}/`, `/verify/${id}/`]],
			[admin, ['/cycle/cycles/1', '/cycle/notice/1']],
		];
		const expected = bar(await operator.get('/questionnaire/'));
		assert.equal(expected.length, 7);
		assert.match(expected[4], /Verifikasi.*\(menurut jadwal, sekarang\)/, 'the ninth day after filling in began');
		for (const [who, places] of pages)
			for (const place of places) {
				const page = await who.get(place);
				assert.equal(page.status, 200, place);
				assert.deepEqual(bar(page), expected, place);
				/* The stage is that of the assessment, else that of the plan. */
				const of = /^\/(?:questionnaire|signoff|verify|upload\/attach|(?:report|paper)\/(?:agency|history))\/(\d+)/.exec(place)?.[1];
				assert.match(stage(page), Number(of) === other ? /^4 Ditandatangani/ : Number(of) === id ||
					who === operator ? /^1 Isi/ : /^\d/, place);
			}
	});

	it('has all seven done when the report is out', async () => {
		stack.sql("UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1");
		for (const place of ['/report/region/1', `/report/agency/${id}`])
			assert.ok((await city.get(place)).all('.matang-steps__item').every((step) => /, selesai/.test(step.words)), place);
		stack.sql("UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1");
	});
});
