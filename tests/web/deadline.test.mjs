// SPDX-License-Identifier: ISC
//
// Last days: what happens when that of filling in is over is the cycle's choice; a step ends later for whom
// more time was given, on every page; and holidays that nobody has entered are missed long before.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

let stack, city, id;
const people = {};
const FORM = { follow: false, form: 'main form[method=post]' };

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	for (const name of ['operator.satu', 'kepala.satu', 'operator.dua', 'operator.kabupaten', 'verifikator', 'verifikator.satu', 'admin.kota'])
		people[name] = await city.signIn(name);
});
after(() => stack?.stop());

const monday = (weeks) => city.monday(weeks);
const cycle = () => stack.sql("SELECT id FROM cycle WHERE region_id = 2 AND state = 'open'")[0].id;
const told = (name) => stack.sql(`SELECT m.kind, m.detail FROM message m JOIN account a ON a.id = m.account_id WHERE a.username = '${name}' ORDER BY m.id`);
const own = () => stack.sql(`SELECT until_4 FROM assessment WHERE id = ${id}`)[0].until_4;
const history = () => stack.sql(`SELECT from_value, to_value, reason FROM history WHERE assessment_id = ${id} AND subject = 'cycle' ORDER BY id`);

beforeEach(() => stack.sql(`DELETE FROM message; DELETE FROM time_request; DELETE FROM holiday; DELETE FROM history WHERE subject = 'cycle'; UPDATE account SET unread = 0;
	UPDATE cycle SET after_deadline = 'warn', early_filling = 1 WHERE id = ${cycle()};
	UPDATE cycle_step SET planned_from = '${monday(-4)}', planned_until = '${monday(-3)}' WHERE cycle_id = ${cycle()} AND step = 4;
	UPDATE cycle_step SET planned_from = '${monday(-3)}', planned_until = '${monday(-2)}' WHERE cycle_id = ${cycle()} AND step = 5;
	UPDATE assessment SET state = 'draft', until_4 = NULL, until_5 = NULL, until_6 = NULL, kept_open = 0, version = 1 WHERE id = ${id};
	UPDATE world_stamp SET number = number + 1`));
const choose = (what) => stack.sql(`UPDATE cycle SET after_deadline = '${what}' WHERE id = ${cycle()}; UPDATE world_stamp SET number = number + 1`);
const write = async () => {
	const who = people['operator.satu'];
	const { version } = stack.sql(`SELECT n.version FROM answer n JOIN variable v ON v.id = n.variable_id WHERE n.assessment_id = ${id} AND v.number = 2`)[0];
	return who.post(`/questionnaire/${id}/2`, { csrf: who.csrf(await who.get('/account/profile')), version, level: 1, explanation: `Uraian ${Math.random()}` });
};

describe('after the last day of filling in', () => {
	it('it is only said, where the cycle warns', async () => {
		assert.equal((await write()).status, 303);
		const page = await people['operator.satu'].get('/questionnaire/');
		assert.match(page.words('.matang-deadline'), /^Terlambat \d+ hari kerja dari batas waktu .* Masih dapat diselesaikan/);
		assert.match((await people['operator.satu'].get(`/questionnaire/${id}/2`)).words('main'), /dari \d+ · terlambat \d+ hari kerja/);
		assert.match((await people['operator.satu'].get(`/schedule/${id}/`)).words('main'), /4\. Pengisian.*?Belum selesai, terlambat \d+ hari kerja/);
	});

	for (const what of ['close', 'ask'])
		it(`it is closed, where the cycle says ${what}, on each page`, async () => {
			choose(what);
			const refused = await write();
			assert.equal(refused.status, 409);
			assert.match(refused.words(), what === 'ask' ? /meminta tambahan waktu/ : /Hubungi administrator daerah/);
			for (const place of ['', `${id}/`, `${id}/2`, `${id}/check`]) {
				const page = await people['operator.satu'].get(`/questionnaire/${place}`);
				assert.equal(page.status, 200);
				assert.match(page.words('main'), /[Pp]engisian (sudah )?ditutup/, place);
				assert.equal(page.one('form[data-autosave]'), null, place);
			}
			assert.match((await people['kepala.satu'].get('/questionnaire/')).words('main'), /sudah ditutup/);
			assert.equal((await people['operator.satu'].get(`/questionnaire/${id}/carry-over`)).status, 409);
		});

	it('a document is not offered to be moved or taken away, as the server refuses it', async () => {
		const document = stack.sql(`INSERT INTO document (agency_id, title, kind, created_at, created_by)
				SELECT agency_id, 'Dokumen contoh', 'laporan', UTC_TIMESTAMP(3), id FROM account WHERE username = 'operator.satu';
			INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT ${id}, MIN(i.id), LAST_INSERT_ID(), UTC_TIMESTAMP(3), MAX(d.created_by) FROM checklist_item i JOIN document d ON d.id = LAST_INSERT_ID();
			SELECT MAX(id) AS id FROM document`)[0].id;
		const offered = async () => (await people['operator.satu'].get(`/upload/document/${document}`)).one('main a[href$="/move"]') !== null;
		assert.ok(await offered(), 'while the cycle only warns');
		choose('close');
		assert.equal(await offered(), false);
		stack.sql(`DELETE FROM evidence_link WHERE document_id = ${document}; DELETE FROM document WHERE id = ${document}`);
	});

	it('what the team sent back, or opened again, is not closed', async () => {
		choose('close');
		stack.sql(`UPDATE assessment SET kept_open = 1 WHERE id = ${id}`);
		assert.equal((await write()).status, 303);
		stack.sql(`UPDATE assessment SET kept_open = 0, state = 'returned' WHERE id = ${id}; UPDATE answer SET needs_correction = 1 WHERE assessment_id = ${id}`);
		assert.equal((await write()).status, 303);
	});

	it('nothing is withdrawn that could not be sent again', async () => {
		const place = `/questionnaire/${id}/withdraw`, who = people['operator.satu'];
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id};
			INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, subject, subject_id, from_value, to_value)
			VALUES (UTC_TIMESTAMP(3), ${city.account('operator.satu')}, 2, 1, ${id}, 'state', ${id}, 'draft', 'submitted')`);
		choose('close');
		assert.equal((await who.get(`/questionnaire/${id}/sent`)).one('form[action$="/withdraw"]'), null);
		const answer = await who.post(place, { csrf: who.csrf(await who.get('/account/profile')) });
		assert.equal(answer.status, 409);
		assert.match(answer.words(), /sudah lewat, jadi kiriman tidak dapat ditarik/);
		choose('warn');
		assert.equal((await who.post(place, { csrf: who.csrf(await who.get('/account/profile')) })).status, 303);
	});

	it('is chosen with the cycle, and stands in its history', async () => {
		const admin = people['admin.kota'], place = `/cycle/cycles/${cycle()}/plan`;
		let page = await admin.submit(await admin.get(place), { after_deadline: 'ask', reason: 'Disepakati (contoh)' }, { form: 'main form[method=post]' });
		if (page.one('form[action$="/plan"]'))
			page = await admin.submit(page, { reason: 'Disepakati (contoh)' }, { form: 'main form[method=post]' });
		assert.equal(stack.sql(`SELECT after_deadline FROM cycle WHERE id = ${cycle()}`)[0].after_deadline, 'ask', page.words());
		assert.match(page.words('main'), /Bila batas waktu pengisian lewat ?Penilaian ditutup, dan tambahan waktu dapat diminta/);
		assert.equal((await admin.get('/cycle/cycles/new')).one('input[name=after_deadline][checked]').getAttribute('value'), 'warn');
	});
});

describe('a request for more time', () => {
	const ask = async (fields) => people['operator.satu'].submit(await people['operator.satu'].get(`/schedule/${id}/`),
		{ until: monday(1), reason: 'Dua dokumen belum ditandatangani', ...fields }, { ...FORM, form: 'form[action$="/request"]' });
	const answer = async (fields, who = people.verifikator) => who.submit(await who.get(`/schedule/${id}/`),
		fields, { ...FORM, form: 'form[action$="/answer"]' });

	it('is offered only where the cycle has it and filling in is closed', async () => {
		for (const [what, form] of [['warn', false], ['close', false], ['ask', true]]) {
			choose(what);
			assert.equal((await people['operator.satu'].get(`/schedule/${id}/`)).one('form[action$="/request"]') !== null, form, what);
			assert.equal((await people['kepala.satu'].get(`/schedule/${id}/`)).one('form[action$="/request"]'), null);
		}
		choose('close');
		const who = people['operator.satu'];
		assert.equal((await who.post(`/schedule/${id}/request`, { csrf: who.csrf(await who.get('/account/profile')), until: monday(1), reason: 'Dua dokumen belum ada' })).status, 409);
	});

	it('wants a working day that is to come and a reason, and keeps what was typed', async () => {
		choose('ask');
		for (const until of [monday(-1), stack.sql(`SELECT DATE('${monday(1)}') - INTERVAL 1 DAY AS day`)[0].day]) {
			const page = await ask({ until });
			assert.equal(page.status, 422);
			assert.match(page.words('.govuk-error-summary'), /Sampai tanggal/);
			assert.match(page.text, /Dua dokumen belum ditandatangani/);
		}
		assert.equal((await ask({ reason: '' })).status, 422);
	});

	it('reaches the team, which opens filling in again by a day', async () => {
		choose('ask');
		assert.equal((await ask()).status, 303);
		assert.equal((await people['operator.satu'].get(`/schedule/${id}/`)).one('form[action$="/request"]'), null, 'one at a time');
		assert.deepEqual(told('verifikator').map(({ kind }) => kind), ['time_asked']);
		assert.deepEqual(told('verifikator.satu'), [], 'who works in the agency does not answer it');
		assert.match((await people.verifikator.get('/schedule/')).words('main'), /Tambahan waktu yang diminta Dinas Contoh Satu/);
		assert.equal((await people['verifikator.satu'].get(`/schedule/${id}/`)).one('form[action$="/answer"]'), null);
		assert.equal((await answer({ decision: 'give', until: '' })).status, 422, 'a day is wanted');
		assert.equal((await answer({ decision: 'give', until: monday(2), answer: 'Baik' })).status, 303);
		assert.equal(own(), monday(2));
		assert.deepEqual(told('operator.satu').map(({ kind }) => kind), ['deadline_moved']);
		assert.match(told('kepala.satu')[0].detail, /^Pengisian sampai \d+ \S+ \d{4}$/);
		assert.equal((await write()).status, 303);
		assert.deepEqual(history().map(({ reason }) => reason), ['Dua dokumen belum ditandatangani', 'Baik']);
		assert.match((await people['operator.satu'].get(`/schedule/${id}/`)).words('main'), /Diberikan sampai/);
	});

	it('that is refused tells why, and another one may follow', async () => {
		choose('ask');
		await ask();
		assert.equal((await answer({ decision: 'refuse', answer: '' })).status, 422, 'a reason is wanted');
		assert.equal((await answer({ decision: 'refuse', answer: 'Sudah dua kali' })).status, 303);
		assert.equal(own(), null);
		assert.deepEqual(told('operator.satu').map(({ kind }) => kind), ['time_refused']);
		assert.match((await people['operator.satu'].get(`/schedule/${id}/`)).words('main'), /Tidak diberikan.*Sudah dua kali/);
		assert.equal((await write()).status, 409);
		assert.equal((await ask()).status, 303);
	});

	it('is answered once', async () => {
		choose('ask');
		await ask();
		const page = await people.verifikator.get(`/schedule/${id}/`);
		const both = await Promise.all(['give', 'refuse'].map((decision) => people.verifikator.submit(page,
			{ decision, until: decision === 'give' ? monday(2) : '', answer: 'Contoh' }, { ...FORM, form: 'form[action$="/answer"]' })));
		assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409]);
		assert.equal(told('operator.satu').length, 1);
	});
});

describe('more time', () => {
	const extend = async (fields) => people['admin.kota'].submit(await people['admin.kota'].get(`/cycle/cycles/${cycle()}/extend`),
		{ step: '4', until: monday(3), reason: 'Gangguan jaringan', ...fields }, FORM);

	it('is given to one agency, with its reason, and counts on every page', async () => {
		choose('close');
		assert.equal((await extend({ [`agency-${id}`]: '1' })).status, 303);
		assert.equal(own(), monday(3));
		assert.equal((await write()).status, 303);
		const spelled = history()[0].to_value.match(/sampai (.*)$/)[1];
		assert.match(history()[0].to_value, /^Dinas Contoh Satu: Pengisian sampai/);
		assert.equal(history()[0].reason, 'Gangguan jaringan');
		for (const [who, place] of [['operator.satu', '/questionnaire/'], ['kepala.satu', '/questionnaire/'], ['operator.satu', `/questionnaire/${id}/check`], ['operator.satu', `/schedule/${id}/`],
			['verifikator', `/schedule/${id}/`], ['operator.satu', '/schedule/'], ['admin.kota', `/cycle/cycles/${cycle()}`]])
			assert.ok((await people[who].get(place)).words('main').includes(spelled), `${who} ${place}`);
		assert.match((await people['operator.satu'].get('/questionnaire/')).words('.matang-deadline'), /^Sisa \d+ hari kerja/);
		const list = (await people.verifikator.get('/verify/')).rows('main table');
		const left = (name) => list.find(([agency]) => agency.startsWith(name)).find((cell) => /hari kerja|Hari terakhir/.test(cell));
		assert.match(left('Dinas Contoh Satu'), /^\d+ hari kerja$/);
		assert.match(left('Dinas Contoh Dua'), /^Terlambat \d+ hari kerja$/);
		assert.deepEqual(told('operator.satu').map(({ kind }) => kind), ['deadline_moved']);
		assert.deepEqual(told('operator.dua'), []);
		/* Another step may end that day. */
		const filling = (await people['operator.dua'].get('/schedule/')).rows('main table').find(([step]) => /Pengisian/.test(step));
		assert.ok(filling && !filling.includes(spelled), String(filling));
	});

	it('moves the same event in the calendar, with a higher sequence', async () => {
		const events = async () => new ICAL.Component(ICAL.parse((await people['operator.satu'].get('/schedule/calendar')).text)).getAllSubcomponents('vevent')
			.map((part) => [part.getFirstPropertyValue('uid'), part.getFirstPropertyValue('sequence'), new ICAL.Event(part).endDate.toString()]);
		const before = await events();
		await extend({ [`agency-${id}`]: '1' });
		const now = await events();
		assert.deepEqual(now.map(([uid]) => uid), before.map(([uid]) => uid));
		assert.ok(now.every(([, sequence], at) => sequence > before[at][1]));
		assert.deepEqual(now.filter(([,, end], at) => end !== before[at][2]).length, 1);
		assert.equal(now[3][2], new Date(Date.parse(monday(3)) + 86_400_000).toISOString().slice(0, 10));
	});

	it('is given to all', async () => {
		assert.equal((await extend({ all: '1', step: '5' })).status, 303);
		assert.deepEqual(stack.sql(`SELECT DISTINCT until_5 FROM assessment WHERE cycle_id = ${cycle()} AND left_at IS NULL`).map((row) => row.until_5), [monday(3)]);
		assert.equal(told('operator.dua').length, 1);
		stack.sql(`UPDATE assessment SET until_5 = NULL WHERE cycle_id = ${cycle()}`);
	});

	it('wants somebody to give it to, a reason, and a later working day', async () => {
		for (const [fields, words] of [[{}, /paling sedikit satu/], [{ all: '1', reason: '' }, /Alasan/], [{ all: '1', until: monday(-3) }, /Pilih tanggal sesudahnya/],
			[{ all: '1', until: stack.sql(`SELECT DATE('${monday(3)}') + INTERVAL 5 DAY AS day`)[0].day }, /hari libur/]]) {
			const page = await extend(fields);
			assert.equal(page.status, 422);
			assert.match(page.words('.govuk-error-summary'), words);
		}
		assert.equal(own(), null);
	});

	it('is over when the plan itself goes further', async () => {
		await extend({ [`agency-${id}`]: '1' });
		stack.sql(`UPDATE cycle_step SET planned_until = '${monday(6)}' WHERE cycle_id = ${cycle()} AND step = 4; UPDATE world_stamp SET number = number + 1`);
		assert.doesNotMatch((await people['operator.satu'].get(`/schedule/${id}/`)).words('main table'), /diperpanjang dari/);
	});
});

describe('holidays that nobody has entered', () => {
	const home = async () => (await people['admin.kota'].get('/cycle/')).words('main');

	it('are missed at once where a plan has dates in that year', async () => {
		stack.sql(`UPDATE cycle_step SET planned_until = '2031-03-03' WHERE cycle_id = ${cycle()} AND step = 7; UPDATE world_stamp SET number = number + 1`);
		for (let year = new Date().getFullYear(); year < 2031; year++)
			stack.sql(`INSERT IGNORE INTO holiday (day, kind, name) VALUES ('${year}-01-01', 'libur', 'Contoh'); UPDATE world_stamp SET number = number + 1`);
		for (const words of [await home(), (await people['admin.kota'].get(`/cycle/cycles/${cycle()}`)).words('main')])
			assert.match(words, /Hari libur tahun 2031 belum ada/);
		stack.sql("INSERT INTO holiday (day, kind, name) VALUES ('2031-01-01', 'libur', 'Contoh'); UPDATE world_stamp SET number = number + 1");
		assert.doesNotMatch(await home(), /Hari libur tahun 2031 belum ada/);
	});
});
