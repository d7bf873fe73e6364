// SPDX-License-Identifier: ISC
//
// Changes of the structure (SOTK): what an agency was called stays in the years in which it was called so,
// everywhere; what is merged, split or dissolved hands its open work on, or leaves the cycle and both
// averages; people and documents come along; a list that lacks somebody says so.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld, PDF } from './world.mjs';

const NEW = 'Dinas Koperasi dan Perdagangan';
let stack, world, admin;
const one = (query) => stack.sql(query)[0];
const agency = (short) => one(`SELECT id, name FROM agency WHERE short_name = '${short}'`);
const change = async (id, fields) => admin.submit(await admin.get(`/cycle/agencies/${id}/restructure`),
	{ effective: '2026-11-01', basis: 'Perda Nomor 3 Tahun 2026', ...fields }, { follow: false, form: 'main form[method=post]' });

/* The newest message of a person, as it is opened. */
async function toldTo(username) {
	const person = await world.as(username);
	return (await person.submit(await person.get('/message/'), {}, { form: 'main form:has(table)' })).words('main');
}

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	admin = await world.as('admin');
});
after(() => stack?.stop());

describe('another name', () => {
	let id, was;

	before(async () => {
		({ id, name: was } = agency('DKUMKMP'));
		/* The year before, reported; and this one, which is open. */
		stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
			SELECT 50, 2, instrument_id, 2025, 0, '2025-11-03', 'reported', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM cycle WHERE id = 1;
			INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until) SELECT 50, seq, 1, '2025-11-03', '2025-11-04' FROM seq_1_to_7;
			INSERT INTO assessment (id, cycle_id, agency_id, state) VALUES (500, 50, ${id}, 'reported');
			INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation)
				SELECT 500, v.id, 3, 3, 'Alasan', 'Saran' FROM variable v JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 50;
			UPDATE agency SET head_name = 'Kepala Lama', head_title = CONCAT('Kepala ', name) WHERE id = ${id};
			INSERT INTO history (at, region_id, agency_id, assessment_id, subject, subject_id, from_value, to_value) VALUES (UTC_TIMESTAMP(3), 2, ${id}, 500, 'state', 500, 'received', 'reported');
			UPDATE world_stamp SET number = number + 1`);
	});

	const everywhere = async () => {
		const auditor = await world.as('auditor'), operator = await world.as('operator.dkumkmp'), public_ = stack.client();
		const places = [[public_, '/portal/region/64.71/2025'], [public_, '/portal/data/64.71/2025.json'], [public_, '/portal/data/64.71/2025.csv'],
			[auditor, '/report/region/50'], [auditor, '/report/region/50/data.csv'], [auditor, '/report/agency/500'], [auditor, '/report/history/500'],
			[auditor, '/report/region/50/gaps'], [auditor, '/exchange/assessment/500/json'], [auditor, '/exchange/cycles/50/package'],
			[operator, '/report/agency/500'], [auditor, '/paper/agency/500']];
		return Promise.all(places.map(async ([who, place]) => {
			const page = await who.get(place);
			assert.equal(page.status, 200, place);
			if (place.endsWith('/package'))
				return [place, Buffer.from(JSON.parse(page.text).payload, 'base64url').toString()];
			/* Not what chooses among the agencies of today. */
			return [place, page.text.replace(/<header.*?<\/header>|<select.*?<\/select>/gs, '')];
		}));
	};

	it('is another from its day on, and stays the old one in the years before: pages, figures, papers, exchange', async () => {
		for (const [place, text] of await everywhere())
			assert.ok(text.includes(was), place);
		const done = await change(id, { kind: 'rename', name: NEW });
		assert.equal(done.status, 303, done.errors?.join());
		await admin.submit(await admin.get(`/cycle/agencies/${id}/edit`), { head_name: 'Kepala Baru' }, { follow: false, form: 'main form[method=post]' });
		for (const [place, text] of await everywhere()) {
			assert.ok(text.includes(was), `${place} has the old name`);
			assert.ok(!text.includes(NEW), `${place} has not the new one`);
		}
		assert.deepEqual(one('SELECT head_name FROM assessment WHERE id = 500'), { head_name: 'Kepala Lama' });
		const team = await world.as('verifikator');
		assert.match((await team.get('/report/region/1')).text, new RegExp(NEW));
		assert.match((await team.get('/verify/')).text, new RegExp(NEW));
	});

	it('of the unit that runs the assessment stays the old one on papers of the years before', async () => {
		const team = await world.as('verifikator');
		const head = async (cycle) => (await team.get(`/paper/cycle/${cycle}/draft/recap`)).words('main');
		assert.match(await head(50), /Bagian Organisasi Setda/);
		await admin.submit(await admin.get('/cycle/regions/2/edit'), { bureau: 'Bagian Tata Laksana Setda' }, { follow: false, form: 'main form[method=post]' });
		assert.match(await head(50), /Bagian Organisasi Setda/);
		assert.doesNotMatch(await head(50), /Bagian Tata Laksana/);
		assert.match(await head(1), /Bagian Tata Laksana Setda/);
		await admin.submit(await admin.get('/cycle/regions/2/edit'), { bureau: 'Bagian Ketiga Setda' }, { follow: false, form: 'main form[method=post]' });
		assert.match(await head(50), /Bagian Organisasi Setda/);
	});

	it('stands with date, legal base and history at the agency', async () => {
		const page = await admin.get(`/cycle/agencies/${id}`);
		assert.match(page.words(), /Berganti nama sejak 1 November 2026 \(Perda Nomor 3 Tahun 2026\); sebelumnya Dinas Koperasi/);
		assert.deepEqual(one(`SELECT from_value, to_value FROM history WHERE subject = 'agency' AND reason LIKE '%Perda Nomor 3%' ORDER BY id DESC LIMIT 1`),
			{ from_value: was, to_value: NEW });
	});

	it('is told to its people', async () => {
		assert.match(await toldTo('operator.dkumkmp'), new RegExp(`${was} berganti nama menjadi ${NEW} sejak 1 November 2026`));
	});

	it('is that of the head\u2019s office, too, which is printed over his signature', () => {
		assert.equal(one(`SELECT head_title FROM agency WHERE id = ${id}`).head_title, `Kepala ${NEW}`);
	});

	it('stays the old one where the receipt has it, until that is cancelled', async () => {
		const team = await world.as('verifikator'), { id: other, name: then } = agency('Dishub');
		const assessment = world.assessment('Dishub');
		world.finish(assessment, { self: 3, said: 3, state: 'received' });
		stack.sql(`UPDATE agency SET head_name = 'Kepala Lama' WHERE id = ${other}; UPDATE world_stamp SET number = number + 1`);
		assert.equal((await change(other, { kind: 'rename', name: 'Dinas Lalu Lintas' })).status, 303);
		await admin.submit(await admin.get(`/cycle/agencies/${other}/edit`), { head_name: 'Kepala Baru' }, { follow: false, form: 'main form[method=post]' });
		for (const place of ['/report/region/1', '/verify/', `/report/agency/${assessment}`, `/signoff/${assessment}/`]) {
			const page = (await team.get(place)).words('main');
			assert.ok(page.includes(then), place);
			assert.ok(!page.includes('Dinas Lalu Lintas'), place);
		}
		assert.deepEqual(one(`SELECT agency_name, head_name FROM assessment WHERE id = ${assessment}`), { agency_name: then, head_name: 'Kepala Lama' });
		/* Its form is made anew then, by what holds now. */
		await team.submit(await team.get(`/signoff/${assessment}/reopen`), { reason: 'Dicatat dengan nama lama.' });
		assert.deepEqual(one(`SELECT state, agency_name, head_name FROM assessment WHERE id = ${assessment}`), { state: 'draft', agency_name: null, head_name: null });
		assert.match((await team.get('/verify/')).words('main'), /Dinas Lalu Lintas/);
	});

	it('is asked for, as are date and base', async () => {
		for (const [fields, error] of [[{ kind: 'rename' }, /nama yang baru/], [{ kind: 'merge' }, /menerima penggabungan/],
			[{ kind: 'split', heir: 2 }, /paling sedikit dua/], [{ kind: 'dissolve', basis: '' }, /Dasar hukum/], [{ kind: 'dissolve', effective: '' }, /Berlaku sejak/]]) {
			const page = await change(id, fields);
			assert.equal(page.status, 422);
			assert.match(page.errors.join(), error);
		}
		assert.equal((await change(5, { kind: 'rename', name: 'X' })).status, 303, 'of every region for the administrator of all');
		const own = await world.as('admin.bpp');
		assert.equal((await own.get('/cycle/agencies/5/restructure')).status, 404);
	});
});

describe('who stands in for a head', () => {
	const add = async (id, fields) => admin.submit(await admin.get(`/cycle/agencies/${id}`), { acting_kind: 'plt', acting_name: 'Pejabat Contoh, S.Sos.',
		acting_nip: '198001012005011001', acting_from: '2026-01-01', acting_basis: 'SP 800/1/2026 (contoh)', ...fields }, { form: 'form[action$="/acting"]', follow: false });

	it('is on the papers of his days, before and after them the head', async () => {
		const { id } = agency('Bagor');
		stack.sql(`UPDATE agency SET head_title = 'Kepala Bagian Organisasi', head_name = 'Kepala Tetap' WHERE id = ${id}`);
		const mine = one(`SELECT id FROM assessment WHERE agency_id = ${id} AND cycle_id = 1`).id;
		const team = await world.as('verifikator2');
		const paper = async () => (await team.get(`/plan/${mine}/paper`)).words('.matang-paper');
		assert.match(await paper(), /Kepala Bagian Organisasi.*Kepala Tetap/s);
		assert.equal((await add(id, { acting_until: '2026-02-01' })).status, 303);
		assert.match(await paper(), /Kepala Tetap/, 'his days are over');
		assert.equal((await add(id, { acting_from: '2026-02-02' })).status, 303);
		assert.match(await paper(), /Plt\. Kepala Bagian Organisasi.*Pejabat Contoh, S\.Sos\..*198001012005011001/s);
		const page = await admin.get(`/cycle/agencies/${id}`);
		assert.match(page.words(), /Plt\. Pejabat Contoh, S\.Sos\. ?sejak 2 Februari 2026/);
		await admin.post(`/cycle/agencies/${id}/acting/remove`, { csrf: admin.csrf(page), acting: one('SELECT MAX(id) AS id FROM acting_head').id });
		assert.match(await paper(), /Kepala Tetap/);
		assert.ok(one(`SELECT 1 AS one FROM history WHERE subject = 'agency' AND subject_id = ${id} AND from_value LIKE 'Plt. Pejabat Contoh%' AND to_value = ''`));
	});

	it('is one at a time, on days in their order, of an agency in care', async () => {
		const { id } = agency('Bagor');
		const taken = await add(id, { acting_kind: 'plh', acting_from: '2026-01-15', acting_until: '2026-01-20' });
		assert.equal(taken.status, 422);
		assert.match(taken.errors.join(), /sudah tercatat Plt\. atau Plh\. lain/);
		assert.equal(taken.one('#acting_name').getAttribute('value'), 'Pejabat Contoh, S.Sos.');
		assert.match((await add(id, { acting_from: '2026-03-02', acting_until: '2026-03-01' })).errors.join(), /mendahului/);
		const own = await world.as('admin.bpp');
		assert.equal((await own.post('/cycle/agencies/5/acting', { csrf: own.csrf(await own.get('/account/profile')), acting_kind: 'plt', acting_name: 'Contoh',
			acting_from: '2026-03-02', acting_basis: 'SP' })).status, 404);
	});
});

describe('a merger', () => {
	it('of one into another that has an assessment: it leaves the cycle, and both averages', async () => {
		const from = agency('Dishub'), to = agency('DKUMKMP');
		const mine = one(`SELECT id FROM assessment WHERE agency_id = ${from.id} AND cycle_id = 1`).id;
		const before = JSON.parse((await (await world.as('auditor')).get('/report/region/1/data.json')).text);
		assert.equal((await change(from.id, { kind: 'merge', heir: to.id, take: 1 })).status, 303);
		const figures = JSON.parse((await (await world.as('auditor')).get('/report/region/1/data.json')).text);
		assert.equal(figures.counts.agencies, before.counts.agencies - 1);
		assert.ok(figures.agencies.every((each) => each.name !== from.name));

		const page = await (await world.as('auditor')).get('/report/region/1');
		assert.match(page.words(), new RegExp(`tidak dihitung dalam rata-rata mana pun:\\s*${from.name}: Digabung ke perangkat daerah lain: ${NEW} sejak 1 November 2026`));
		const team = await world.as('verifikator');
		for (const place of ['/verify/', '/signoff/', '/verify/checklist', '/cycle/notice/1'])
			assert.doesNotMatch((await team.get(place)).words('main'), new RegExp(from.name), place);
		assert.equal((await team.get(`/report/agency/${mine}`)).status, 200, 'what was done can be read');
	});

	it('takes people and documents along, with history', async () => {
		const to = agency('DKUMKMP');
		assert.equal(one("SELECT agency_id FROM account WHERE username = 'operator.dishub'").agency_id, to.id);
		const operator = await world.as('operator.dishub');
		assert.equal((await operator.get(`/questionnaire/${one(`SELECT id FROM assessment WHERE agency_id = ${to.id} AND cycle_id = 1`).id}/`)).status, 200);
		assert.ok(one(`SELECT 1 AS one FROM history WHERE subject = 'right' AND to_value = '${NEW}' AND reason LIKE '%Perda%'`));
		assert.equal(one("SELECT active FROM agency WHERE short_name = 'Dishub'").active, '0');
		for (const who of ['operator.dishub', 'operator.dkumkmp'])
			assert.match(await toldTo(who), new RegExp(`Dinas Lalu Lintas digabung ke ${NEW} sejak 1 November 2026`), who);
	});
});

describe('a split', () => {
	it('goes on with the open assessment, its documents and people in one of the successors', async () => {
		const from = agency('DKUMKMP');
		const mine = one(`SELECT id FROM assessment WHERE agency_id = ${from.id} AND cycle_id = 1`).id;
		const operator = await world.as('operator.dkumkmp');
		await operator.submit(await operator.get('/upload/new'), { title: 'SK Tim', kind: 'keputusan',
			file: { filename: 'sk.pdf', type: 'application/pdf', content: PDF } }, { form: 'main form[enctype]' });
		await operator.post(`/questionnaire/${mine}/3`, { csrf: operator.csrf(await operator.get('/account/profile')), version: 1, level: 3, explanation: 'Uraian contoh' });
		for (const name of ['Dinas Koperasi Baru', 'Dinas Perdagangan Baru'])
			await admin.submit(await admin.get('/cycle/agencies/new'), { region_id: 2, name }, { follow: false, form: 'main form[method=post]' });
		const [first, second] = stack.sql("SELECT id FROM agency WHERE name LIKE '% Baru' ORDER BY id").map(({ id }) => id);
		assert.equal((await change(from.id, { kind: 'split', heir: first, [`to-${second}`]: 1 })).status, 303);

		assert.equal(one(`SELECT agency_id FROM assessment WHERE id = ${mine}`).agency_id, first);
		assert.equal(one("SELECT agency_id FROM document WHERE title = 'SK Tim'").agency_id, first);
		assert.match((await operator.get(`/questionnaire/${mine}/`)).words(), /Dinas Koperasi Baru/);
		assert.match(await toldTo('operator.dkumkmp'), /dipecah dan penilaiannya diteruskan Dinas Koperasi Baru sejak 1 November 2026/);
		assert.match((await operator.get('/upload/')).words(), /SK Tim/);
		/* What happened before stands in its history still. */
		const told = await (await world.as('verifikator')).get(`/report/history/${mine}`);
		assert.match(told.words(), /tingkat penilaian mandiri: \(kosong\) → III/);
		assert.match(told.words(), /Dipecah: Dinas Koperasi Baru sejak/);
		/* The year before is still its own, by its old name. */
		assert.match((await stack.client().get('/portal/region/64.71/2025')).text, /Dinas Koperasi, UMKM dan Perindustrian/);
		assert.match((await admin.get(`/cycle/agencies/${from.id}`)).words(), /diteruskan Dinas Koperasi Baru, Dinas Perdagangan Baru/);
	});
});

describe('an agency that is dissolved', () => {
	it('leaves the cycle: nothing of it is changed any more, and it is said why', async () => {
		const from = agency('Bagor');
		const member = one("SELECT id FROM account WHERE username = 'operator.dkumkmp'").id;
		stack.sql(`INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
				SELECT ${member}, id, region_id, 'operator', UTC_TIMESTAMP(3), ${member} FROM agency WHERE id = ${from.id};
			UPDATE account SET serves = 1 WHERE id = ${member}`);
		const mine = one(`SELECT id FROM assessment WHERE agency_id = ${from.id} AND cycle_id = 1`).id;
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${mine}`);
		assert.equal((await change(from.id, { kind: 'dissolve' })).status, 303);
		assert.equal(one(`SELECT COUNT(*) AS n FROM membership WHERE agency_id = ${from.id}`).n, '0', 'nobody serves it any more');
		assert.equal(one(`SELECT serves FROM account WHERE id = ${member}`).serves, '0');
		const team = await world.as('verifikator2');
		const refused = await team.get(`/verify/${mine}/return`);
		assert.equal(refused.status, 409);
		assert.match(refused.words(), /keluar dari periode 2026: Dihapus sejak 1 November 2026 \(Perda Nomor 3 Tahun 2026\)/);
		assert.match((await team.get(`/verify/${mine}/`)).words(), /keluar dari periode: Dihapus sejak/);
		assert.equal((await change(from.id, { kind: 'dissolve' })).status, 409);
	});
});

describe('who has left a cycle', () => {
	const left = () => stack.sql('SELECT id, agency_id FROM assessment WHERE cycle_id = 1 AND left_at IS NOT NULL ORDER BY id');
	const stay = () => Number(one('SELECT COUNT(*) AS n FROM assessment WHERE cycle_id = 1 AND left_at IS NULL').n);

	it('is counted nowhere, and what goes to others is whole without it', async () => {
		const auditor = await world.as('auditor'), team = await world.as('verifikator');
		assert.ok(left().length > 0);
		const payload = JSON.parse(Buffer.from(JSON.parse((await auditor.get('/exchange/cycles/1/package')).text).payload, 'base64url'));
		assert.equal(payload.agencies.length, stay());
		for (const each of payload.agencies)
			assert.equal(each.answers.length, 11, each.agency?.name ?? each.name);
		assert.match((await team.get('/verify/')).words(), new RegExp(`Semua ${stay()}\\b`));
		assert.match((await admin.get('/cycle/cycles/1')).words(), new RegExp(`${stay()} perangkat daerah`));
	});

	it('writes nothing any more', async () => {
		const [{ id }] = left();
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id};
			UPDATE account SET agency_id = (SELECT agency_id FROM assessment WHERE id = ${id}) WHERE username = 'operator.dishub'`);
		const operator = await world.as('operator.dishub');
		const page = await operator.get(`/questionnaire/${id}/3`);
		assert.equal(page.status, 200);
		assert.equal(page.all('main form [name=level]').length, 0);
		const before = one(`SELECT COUNT(self_level) AS n FROM answer WHERE assessment_id = ${id}`).n;
		const refused = await operator.post(`/questionnaire/${id}/3`, { csrf: operator.csrf(await operator.get('/account/profile')), version: 1, level: 2, explanation: 'Uraian contoh' });
		assert.equal(refused.status, 409);
		assert.equal(one(`SELECT COUNT(self_level) AS n FROM answer WHERE assessment_id = ${id}`).n, before);
		for (const place of ['/questionnaire/', `/questionnaire/${id}/`, `/questionnaire/${id}/3`, `/questionnaire/${id}/check`, `/signoff/${id}/`,
			`/report/agency/${id}`, `/paper/agency/${id}`]) {
			const words = (await operator.get(place)).words('main');
			assert.match(words, /keluar dari periode 2026: (Digabung|Dipecah|Dihapus)[^.]* sejak 1 November 2026 \(Perda Nomor 3 Tahun 2026\)\./, place);
			assert.doesNotMatch(words, /masih dikerjakan operator|Lanjutkan mengisi|Mulai mengisi|kesempatan terakhir|Sisa \d+ hari/, place);
		}
	});

	it('sees the years in which it takes part before the one that it left', async () => {
		const [{ agency_id: from }] = left();
		stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
			SELECT 51, 2, instrument_id, 2027, 0, start_date, 'open', UTC_TIMESTAMP(3) FROM cycle WHERE id = 1;
			INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
				SELECT 51, step, working_days, planned_from + INTERVAL 1 DAY, planned_until + INTERVAL 60 DAY FROM cycle_step WHERE cycle_id = 1;
			UPDATE cycle SET early_filling = 1 WHERE id = 51;
			INSERT INTO assessment (id, cycle_id, agency_id) VALUES (510, 51, ${from});
			INSERT INTO answer (assessment_id, variable_id) SELECT 510, v.id FROM variable v JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 51;
			UPDATE world_stamp SET number = number + 1`);
		const page = await (await world.as('operator.dishub')).get('/questionnaire/');
		assert.equal(page.heading, 'Penilaian kematangan organisasi 2027');
		assert.doesNotMatch(page.words('main'), /keluar dari periode 2026/);
		assert.match(page.words('section[aria-labelledby=open-beside]'), /Penilaian 2026.*Keluar dari periode ini: Digabung/);
	});
});

describe('a list of the new structure', () => {
	it('names who is there and not in it', async () => {
		const page = await admin.submit(await admin.get('/cycle/agencies/import?region=2'), { file: { filename: 'sotk.csv', type: 'text/csv',
			content: Buffer.from('nama\nDinas Contoh Kesehatan\nDinas Perdagangan Baru\n') } }, { form: 'main form[enctype]' });
		assert.equal(page.status, 200);
		const missing = page.words('.matang-notice');
		assert.match(missing, /Ada di daftar, tidak ada di berkas ini/);
		assert.match(missing, /Dinas Koperasi Baru/);
		assert.doesNotMatch(missing, /Dinas Perdagangan Baru|Dishub|Dinas Perhubungan/);
	});
});

describe('an agency that is not active any more', () => {
	it('takes no part in a cycle that was withdrawn and is opened again, until it is active again', async () => {
		stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state)
				SELECT 70, 3, instrument_id, 2029, 0, '2029-11-05', 'draft' FROM cycle WHERE id = 2;
			INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until) SELECT 70, seq, 1, '2029-11-05', '2029-11-06' FROM seq_1_to_7;
			INSERT INTO agency (id, region_id, name) VALUES (700, 3, 'Dinas Contoh Lain')`);
		const open = async () => admin.submit(await admin.get('/cycle/cycles/70/open'), { sure: '1' }, { follow: false, form: 'main form[method=post]' });
		const withdraw = async () => admin.submit(await admin.get('/cycle/cycles/70'), { reason: 'Contoh' }, { follow: false, form: 'form[action$="/withdraw"]' });
		const taking = () => stack.sql('SELECT agency_id FROM assessment WHERE cycle_id = 70 AND left_at IS NULL ORDER BY agency_id').map(({ agency_id }) => agency_id);
		assert.equal((await open()).status, 303);
		assert.deepEqual(taking(), ['5', '700']);
		assert.equal((await withdraw()).status, 303);
		stack.sql('UPDATE agency SET active = 0 WHERE id = 700');
		assert.equal((await open()).status, 303);
		assert.deepEqual(taking(), ['5']);
		assert.match((await admin.get('/cycle/cycles/70')).words(), /1 perangkat daerah dinilai/);
		assert.equal((await withdraw()).status, 303);
		stack.sql('UPDATE agency SET active = 1 WHERE id = 700');
		assert.equal((await open()).status, 303);
		assert.deepEqual(taking(), ['5', '700']);
	});
});
