// SPDX-License-Identifier: ISC
//
// Questions to the team: asked at a variable, answered, closed, opened again; what the team rules, and where
// it is read, this year and the next; notes that stay among colleagues.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDF, openWorld } from './world.mjs';
import { startStack } from './harness.mjs';

let stack, world, id, operator, team, head, auditor;
const TITLE = 'Apakah HCDP memenuhi rencana usulan pengembangan kompetensi?';
const RULED = 'Dokumen HCDP memenuhi rencana usulan pengembangan kompetensi';

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	[operator, team, head, auditor] = await Promise.all(['operator.dkumkmp', 'verifikator', 'kepala.dkumkmp', 'auditor'].map((who) => world.as(who)));
});
after(() => stack?.stop());

const one = (query) => stack.sql(query)[0];
const newest = (table) => Number(one(`SELECT MAX(id) AS id FROM ${table}`).id);
const state = (question) => one(`SELECT state FROM consultation WHERE id = ${question}`).state;
async function ask(title = TITLE, fields = {}) {
	const answer = await operator.submit(await operator.get(`/consultation/new/${id}/5`), { title, ...fields }, { form: 'main form[method=post]' });
	assert.equal(answer.status, 200, answer.errors?.join());
	return newest('consultation');
}
const move = (who, question, action, fields = {}) => who.get(`/consultation/${question}`)
	.then((page) => who.submit(page, fields, { form: `form[action$="/${action}"]` }));
/* The newest message of a person, as it is opened. */
const toldTo = async (who) => (await who.submit(await who.get('/message/'), {}, { form: 'main form:has(table)' })).words('main');
const forced = async (who, place, fields = {}) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });

describe('a question', () => {
	it('is asked from the page of its variable, with its documents, and goes to the field of that variable', async () => {
		const variable = await operator.get(`/questionnaire/${id}/5`);
		assert.ok(variable.one('button[name=then][value=ask]'), 'a way there');
		await operator.submit(await operator.get('/upload/new'), { title: 'HCDP 2026', kind: 'rencana',
			file: { filename: 'hcdp.pdf', type: 'application/pdf', content: PDF } }, { form: 'form[enctype]' });
		const document = newest('document');
		stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			SELECT ${id}, MIN(i.id), ${document}, UTC_TIMESTAMP(3), (SELECT id FROM account WHERE username = 'operator.dkumkmp')
			FROM checklist_item i JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id
			JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 1 WHERE v.number = 5`);
		const question = await ask(TITLE, { body: 'Dokumennya sudah ditandatangani.', level: 5, [`document-${document}`]: '1' });
		const page = await team.get(`/consultation/${question}`);
		assert.equal(page.heading, TITLE);
		assert.match(page.words(), /Variabel 5, Tingkat V/);
		assert.match(page.words(), /Unsur Kepegawaian/);
		assert.ok(page.one(`a[href$="/upload/document/${document}"]`));
		assert.match((await team.get('/consultation/?state=open&field=kepegawaian')).words(), new RegExp(TITLE.replace('?', '\\?')));
		assert.doesNotMatch((await team.get('/consultation/?field=keuangan')).words(), /HCDP/);
	});

	it('wants words, and keeps what was typed', async () => {
		const page = await operator.submit(await operator.get(`/consultation/new/${id}/5`), { title: 'a', body: 'Yang sudah ditulis' },
			{ form: 'main form[method=post]' });
		assert.equal(page.status, 422);
		assert.equal(page.one('#body').words, 'Yang sudah ditulis');
	});

	it('takes no document of another agency', async () => {
		const foreign = Number(one(`INSERT INTO document (agency_id, title, kind, created_at, created_by)
			SELECT MAX(g.id), 'Milik lain', 'laporan', UTC_TIMESTAMP(3), MAX(u.id) FROM agency g, account u; SELECT LAST_INSERT_ID() AS id`).id);
		const question = await ask('Dokumen siapa ini?', { [`document-${foreign}`]: '1' }).catch(() => newest('consultation'));
		assert.equal(one(`SELECT COUNT(*) AS n FROM consultation_document WHERE consultation_id = ${question} AND document_id = ${foreign}`).n, '0');
	});

	it('is answered, opened again, answered again and closed, each with its row of history', async () => {
		const question = await ask();
		assert.equal((await move(team, question, 'answer', { answer: 'Ya, memenuhi.' })).status, 200);
		assert.equal(state(question), 'answered');
		assert.match((await operator.get(`/consultation/${question}`)).words(), /Ya, memenuhi\./);
		await move(operator, question, 'reopen', { again: 'Juga bila belum ditandatangani?' });
		assert.equal(state(question), 'open');
		await move(team, question, 'answer', { answer: 'Belum.' });
		await move(operator, question, 'close');
		assert.equal(state(question), 'closed');
		assert.equal((await forced(team, `/consultation/${question}/answer`, { answer: 'Terlambat', version: 9 })).status, 409);
		assert.deepEqual(stack.sql(`SELECT from_value AS f, to_value AS t FROM history WHERE subject = 'consultation' AND subject_id = ${question} ORDER BY id`)
			.map(({ f, t }) => `${f}>${t}`), ['>open', 'open>answered', 'answered>open', 'open>answered', 'answered>closed']);
	});

	it('is told to whoever has to answer, and its answer to whoever asked', async () => {
		const told = (who, kind) => Number(one(`SELECT COUNT(*) AS n FROM message m JOIN account u ON u.id = m.account_id
			WHERE u.username = '${who}' AND m.kind = '${kind}'`).n);
		const [before, answered] = [told('verifikator', 'question_asked'), told('operator.dkumkmp', 'question_answered')];
		const question = await ask('Siapa yang diberi tahu?');
		assert.equal(told('verifikator', 'question_asked'), before + 1);
		await move(team, question, 'answer', { answer: 'Yang bertanya.' });
		assert.equal(told('operator.dkumkmp', 'question_answered'), answered + 1);
		assert.equal(told('operator.dishub', 'question_answered'), 0);
		assert.match((await operator.get('/message/')).words(), /Tim verifikasi menjawab pertanyaan/);
	});

	it('is answered by one of two who answer at once; what the other wrote stays', async () => {
		const question = await ask('Pertanyaan berdua');
		const [page, again] = [await team.get(`/consultation/${question}`), await team.get(`/consultation/${question}`)];
		await team.submit(page, { answer: 'Yang pertama' }, { form: 'form[action$="/answer"]' });
		const late = await team.submit(again, { answer: 'Yang kedua' }, { form: 'form[action$="/answer"]' });
		assert.equal(late.status, 409);
		assert.match(late.words(), /Yang kedua/);
	});

	it('is not closed once somebody has answered meanwhile, and no words are promised where none were written', async () => {
		const question = await ask('Ditutup bersamaan');
		const page = await operator.get(`/consultation/${question}`);
		await move(team, question, 'answer', { answer: 'Baru saja.' });
		const late = await operator.submit(page, {}, { form: 'form[action$="/close"]' });
		assert.equal(late.status, 409);
		assert.match(late.words(), /Muat ulang halamannya\./);
		assert.doesNotMatch(late.words(), /Anda tulis/);
		assert.equal(state(question), 'answered');
	});

	it('is seen by its agency and its team, and by nobody else', async () => {
		const question = await ask('Hanya untuk tim');
		const other = await world.as('operator.dishub');
		assert.equal((await other.get(`/consultation/${question}`)).status, 404);
		assert.equal((await forced(other, `/consultation/${question}/close`, { version: 1 })).status, 404);
		assert.equal((await head.get(`/consultation/${question}`)).status, 200);
		assert.equal((await auditor.get(`/consultation/${question}`)).status, 200);
		assert.equal((await (await world.as('validator')).get(`/consultation/${question}`)).status, 403);
	});

	it('says how many working days it has waited', async () => {
		const question = await ask('Yang lama menunggu');
		stack.sql(`UPDATE consultation SET waiting_since = UTC_TIMESTAMP(3) - INTERVAL 14 DAY WHERE id = ${question}`);
		assert.match((await team.get(`/consultation/${question}`)).words(), /sejak \d+ hari kerja/);
	});

	it('goes into a file as it is listed', async () => {
		const csv = await team.get('/consultation/table.csv');
		assert.match(csv.text, /^"Tahun","Perangkat daerah"/);
		assert.match(csv.text, /Terjawab/);
	});
});

describe('a ruling', () => {
	let question, ruling;

	it('comes of an answer, and is told to all agencies at that variable', async () => {
		question = await ask();
		await move(team, question, 'answer', { answer: 'Ya.' });
		const page = await move(team, question, 'ruling', { title: RULED, body: 'Selama ditandatangani kepala.' });
		assert.equal(page.status, 200, page.errors?.join());
		ruling = newest('ruling');
		const other = await world.as('operator.dishub');
		assert.match((await other.get(`/questionnaire/${world.assessment('Dishub')}/5`)).words(), new RegExp(RULED));
		assert.match((await team.get(`/verify/${id}/5`)).words(), new RegExp(RULED));
		assert.doesNotMatch((await operator.get(`/questionnaire/${id}/6`)).words(), new RegExp(RULED));
		assert.match((await other.get('/consultation/rulings?q=kompetensi')).words(), new RegExp(RULED));
		assert.match(await toldTo(other), /Ketetapan baru tim verifikasi [^]* kriteria variabel 5, sama/);
	});

	it('does not come of a question that still waits for its answer', async () => {
		const open = await ask('Belum dijawab');
		const count = () => Number(one('SELECT COUNT(*) AS n FROM ruling').n);
		const before = count();
		assert.equal((await team.get(`/consultation/${open}`)).one('form[action$="/ruling"]'), null);
		const refused = await forced(team, `/consultation/${open}/ruling`, { title: RULED, body: 'Tanpa jawaban.' });
		assert.equal(refused.status, 409);
		assert.match(refused.words(), /Jawab dulu/);
		assert.match(refused.words(), /Tanpa jawaban\./);
		/* Asked again after the page with the form was opened. */
		await move(team, open, 'answer', { answer: 'Ya.' });
		const page = await team.get(`/consultation/${open}`);
		await move(operator, open, 'reopen', { again: 'Juga untuk UPTD?' });
		assert.equal((await team.submit(page, { title: RULED, body: 'Terlalu cepat.' }, { form: 'form[action$="/ruling"]' })).status, 409);
		assert.equal(count(), before);
	});

	it('is read next year at the same variable', async () => {
		stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
			SELECT 60, region_id, instrument_id, year + 1, 1, start_date, 'open', opened_at FROM cycle WHERE id = 1;
			INSERT INTO assessment (id, cycle_id, agency_id, state) SELECT 600, 60, agency_id, 'draft' FROM assessment WHERE id = ${id};
			INSERT INTO answer (assessment_id, variable_id) SELECT 600, v.id FROM variable v JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 60;
			UPDATE world_stamp SET number = number + 1`);
		assert.match((await operator.get('/questionnaire/600/5')).words(), new RegExp(RULED));
	});

	it('is not read after its last day', async () => {
		stack.sql(`UPDATE ruling SET valid_from = '2020-01-01', valid_until = '2020-12-31' WHERE id = ${ruling}; UPDATE world_stamp SET number = number + 1`);
		assert.doesNotMatch((await operator.get(`/questionnaire/${id}/5`)).words(), new RegExp(RULED));
		stack.sql(`UPDATE ruling SET valid_until = NULL WHERE id = ${ruling}; UPDATE world_stamp SET number = number + 1`);
	});

	it('is withdrawn with a reason that stays to be read', async () => {
		const page = await team.submit(await team.get(`/consultation/rulings/${ruling}`), { why: 'Peraturannya berubah' }, { form: 'form[action$="/withdraw"]' });
		assert.match(page.words(), /Dicabut oleh[^]*Peraturannya berubah/);
		assert.doesNotMatch((await operator.get(`/questionnaire/${id}/5`)).words(), new RegExp(RULED));
		assert.match((await operator.get(`/consultation/rulings/${ruling}`)).words(), /Peraturannya berubah/);
		for (const who of ['operator.dishub', 'kepala.dkumkmp'])
			assert.match(await toldTo(await world.as(who)), /Ketetapan tim verifikasi [^]* dicabut[^]* variabel 5 /);
		assert.doesNotMatch((await (await world.as('operator.kutim')).get('/message/')).words('main'), /Ketetapan/);
		assert.equal((await forced(team, `/consultation/rulings/${ruling}/withdraw`, { why: 'Sekali lagi', version: 1 })).status, 409);
	});

	it('is not read in another region', async () => {
		const far = await world.as('verifikator.kutim');
		assert.equal((await far.get(`/consultation/rulings/${ruling}`)).status, 404);
		assert.equal((await forced(far, `/consultation/rulings/${ruling}/withdraw`, { why: 'Bukan daerahnya', version: 1 })).status, 404);
		assert.doesNotMatch((await far.get('/consultation/rulings')).words(), new RegExp(RULED));
	});
});

describe('the fields of a team', () => {
	it('are of members and of variables, and questions go by them', async () => {
		const page = await team.get('/consultation/team');
		const me = one("SELECT id FROM account WHERE username = 'verifikator'").id;
		await team.submit(page, { 'variable-6': 'pengawasan', [`member-${me}`]: 'pengawasan' }, { form: 'main form[method=post]' });
		await operator.submit(await operator.get(`/consultation/new/${id}/6`), { title: 'Untuk pengawasan' }, { form: 'main form[method=post]' });
		assert.equal(one(`SELECT field FROM consultation WHERE id = ${newest('consultation')}`).field, 'pengawasan');
		assert.match((await team.get('/consultation/')).words(), /Unsur Anda: Pengawasan/);
	});

	it('that a colleague has changed meanwhile stay so, where nobody chose otherwise', async () => {
		const [mine, old] = [await team.get('/consultation/team'), await team.get('/consultation/team')];
		const field = (variable) => one(`SELECT field FROM variable_field WHERE region_id = 2 AND variable_number = ${variable}`)?.field;
		await team.submit(mine, { 'variable-7': 'pengawasan' }, { form: 'main form[method=post]' });
		await team.submit(old, { 'variable-8': 'pengawasan' }, { form: 'main form[method=post]' });
		assert.deepEqual([field(7), field(8)], ['pengawasan', 'pengawasan']);
	});
});

describe('a note among colleagues', () => {
	const said = async (who) => [`/questionnaire/${id}/5`, `/questionnaire/${id}/`].reduce(async (found, page) =>
		[...await found, ...(await who.get(page)).words('main').match(/Catatan antarrekan \(\d+\)|\d+ catatan rekan/g) ?? []], []);

	it('is read inside the agency alone, and taken back by whoever wrote it', async () => {
		assert.deepEqual(await said(head), []);
		await operator.submit(await operator.get(`/consultation/comments/${id}/5`), { body: 'Sertifikatnya ada pada Bu Contoh.', level: '3' },
			{ form: 'main form[method=post]' });
		assert.match((await head.get(`/consultation/comments/${id}/5`)).words(), /Tingkat III.*Bu Contoh/);
		assert.deepEqual(await said(head), ['Catatan antarrekan (1)', '1 catatan rekan']);
		assert.deepEqual(await said(auditor), []);
		for (const who of [team, auditor])
			assert.equal((await who.get(`/consultation/comments/${id}/5`)).status, 403);
		assert.equal((await (await world.as('operator.dishub')).get(`/consultation/comments/${id}/5`)).status, 404);
		const comment = newest('criterion_comment');
		assert.equal((await forced(head, `/consultation/comment/${comment}/remove`)).status, 403);
		assert.equal((await forced(await world.as('operator.dishub'), `/consultation/comment/${comment}/remove`)).status, 404);
		await operator.submit(await operator.get(`/consultation/comments/${id}/5`), {}, { form: 'form[action$="/remove"]' });
		assert.doesNotMatch((await head.get(`/consultation/comments/${id}/5`)).words(), /Bu Contoh/);
		assert.deepEqual(await said(head), []);
		assert.ok(!stack.sql("SELECT * FROM history WHERE subject = 'comment'").some((row) => /Bu Contoh/.test(JSON.stringify(row))));
	});
});
