// SPDX-License-Identifier: ISC
//
// Work shared: the variables of an agency divided among its people, and one person who serves several
// agencies and changes between them without signing in again.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

let stack, city, id, other;
const people = {};
const FORM = { follow: false, form: 'main form[method=post]' };

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	other = city.assessment('Dinas Contoh Dua');
	for (const name of ['operator.satu', 'operator2.satu', 'kepala.satu', 'operator.dua', 'verifikator', 'admin'])
		people[name] = await city.signIn(name);
});
after(() => stack?.stop());

const one = (query) => stack.sql(query)[0];
const keyOf = (name) => Number(one(`SELECT id FROM account WHERE username = '${name}'`).id);
const agencyOf = (name) => Number(one(`SELECT id FROM agency WHERE name = '${name}'`).id);
const send = (who, place, fields) => who.get('/account/profile').then((page) => who.post(place, { csrf: who.csrf(page), ...fields }));
const duties = () => stack.sql('SELECT d.variable_number AS number, a.username FROM variable_duty d JOIN account a ON a.id = d.account_id ORDER BY 1')
	.map(({ number, username }) => `${number} ${username}`);
const divide = async (name, fields) => {
	const who = people[name];
	return who.submit(await who.get(`/questionnaire/${id}/duties`), fields, FORM);
};

describe('variables', () => {
	it('are divided by whoever of the agency, all at once, with history', async () => {
		const done = await divide('kepala.satu', { 'duty-3': keyOf('operator2.satu'), 'duty-7': keyOf('operator2.satu'), 'duty-1': keyOf('operator.satu') });
		assert.equal(done.status, 303, done.errors?.join());
		assert.deepEqual(duties(), ['1 operator.satu', '3 operator2.satu', '7 operator2.satu']);
		const rows = stack.sql(`SELECT variable_number AS number, from_value, to_value, role FROM history WHERE subject = 'agency' AND variable_number IS NOT NULL ORDER BY id`);
		assert.deepEqual(rows.map((row) => Number(row.number)), [1, 3, 7]);
		assert.ok(rows.every((row) => row.from_value === '' && row.to_value !== '' && row.role === 'head'));
		assert.match((await people['operator.satu'].get(`/report/history/${id}`)).words(), /mengubah pembagian tugas/);
	});

	it('are what each sees first as his, and can see alone', async () => {
		const page = await people['operator2.satu'].get(`/questionnaire/${id}/`);
		assert.deepEqual(page.all('ul[aria-labelledby=mine] a').map((link) => link.words.replace(/\..*/, '')), ['3', '7']);
		assert.equal(page.all('ul[aria-labelledby=others] a').length, 9);
		const only = await people['operator2.satu'].get(`/questionnaire/${id}/?mine=1`);
		assert.equal(only.all('.govuk-task-list__link').length, 2);
		const chief = await people['kepala.satu'].get(`/questionnaire/${id}/`);
		assert.equal(chief.one('#mine'), null);
		assert.match((await people['kepala.satu'].get(`/questionnaire/${id}/?mine=1`)).words(), /Belum ada bagian Anda/);
		assert.match((await people['kepala.satu'].get(`/questionnaire/${id}/duties`)).words(), /0 dari 2 lengkap/);
	});

	it('stay with whom a colleague has chosen meanwhile', async () => {
		const page = await people['operator.satu'].get(`/questionnaire/${id}/duties`);
		await divide('kepala.satu', { 'duty-3': keyOf('operator.satu') });
		await people['operator.satu'].submit(page, { 'duty-7': '0' }, FORM);
		assert.deepEqual(duties(), ['1 operator.satu', '3 operator.satu']);
		await divide('kepala.satu', { 'duty-3': keyOf('operator2.satu') });
	});

	it('go to nobody of another agency, and are not seen there', async () => {
		const stranger = keyOf('operator.dua');
		const refused = await send(people['operator.satu'], `/questionnaire/${id}/duties`, { 'duty-5': stranger });
		assert.equal(refused.status, 422);
		assert.match(refused.words(), /tidak bertugas di perangkat daerah ini/);
		assert.equal((await people['operator.dua'].get(`/questionnaire/${id}/duties`)).status, 404);
		assert.equal((await send(people['operator.dua'], `/questionnaire/${id}/duties`, { 'duty-5': stranger })).status, 404);
		assert.equal((await people.verifikator.get(`/questionnaire/${id}/duties`)).status, 403);
	});

	it('are the same people’s in the next year, until one leaves', async () => {
		stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
			SELECT 77, region_id, instrument_id, year + 1, province_tier, start_date, 'open', opened_at FROM cycle WHERE id = 1;
			INSERT INTO assessment (id, cycle_id, agency_id, state) SELECT 7700, 77, agency_id, 'draft' FROM assessment WHERE id = ${id};
			INSERT INTO answer (assessment_id, variable_id) SELECT 7700, variable_id FROM answer WHERE assessment_id = ${id}`);
		const next = await people['operator2.satu'].get('/questionnaire/7700/');
		assert.deepEqual(next.all('ul[aria-labelledby=mine] a').map((link) => link.words.replace(/\..*/, '')), ['3']);
		const ended = await people.admin.submit(await people.admin.get(`/cycle/accounts/${keyOf('operator2.satu')}/end`), { reason: 'Mutasi' }, FORM);
		assert.equal(ended.status, 303);
		assert.deepEqual(duties(), ['1 operator.satu']);
	});

	it('go to the successor of whom they were', async () => {
		const done = await people.admin.submit(await people.admin.get(`/cycle/accounts/${keyOf('operator.satu')}/hand-over`),
			{ full_name: 'Pengganti', username: 'pengganti.satu', reason: 'Mutasi' }, FORM);
		assert.equal(done.status, 200);
		assert.deepEqual(duties(), ['1 pengganti.satu']);
	});
});

describe('one person in two agencies', () => {
	const two = () => people['operator.dua'];

	it('is given the second one by the administrator, in the same region alone', async () => {
		const place = `/cycle/accounts/${keyOf('operator.dua')}/agencies`;
		const done = await people.admin.submit(await people.admin.get(place), { agency_id: agencyOf('Dinas Contoh Satu'), role: 'head' }, { follow: false, form: 'form[action$="/agencies"]' });
		assert.equal(done.status, 303, done.errors?.join());
		const again = await send(people.admin, place, { agency_id: agencyOf('Dinas Contoh Satu'), role: 'operator' });
		assert.equal(again.status, 422);
		assert.match(again.words(), /sudah dilayani/);
		stack.sql("INSERT INTO agency (id, region_id, name) SELECT 9900, MAX(id), 'Dinas Jauh' FROM region");
		assert.equal((await send(people.admin, place, { agency_id: 9900, role: 'head' })).status, 404);
		assert.equal((await send(people.admin, place, { agency_id: agencyOf('Dinas Contoh Dua'), role: 'head' })).status, 404, 'the own one');
	});

	it('changes without signing in, and has the rights of where he is', async () => {
		assert.equal((await two().get(`/questionnaire/${id}/`)).status, 404);
		const page = await two().get('/account/agencies');
		assert.match(page.words(), /Dinas Contoh Dua .*Sedang dipakai.*Dinas Contoh Satu/);
		assert.match(page.words('header'), /Ganti perangkat daerah/);
		assert.equal((await two().submit(page, {}, { follow: false, form: 'main form' })).location, '/matang/questionnaire/');
		const there = await two().get(`/questionnaire/${id}/`);
		assert.equal(there.status, 200);
		assert.match(there.words('header'), /Dinas Contoh Satu/);
		assert.match(there.words('header'), /Kepala/);
		assert.equal((await two().get(`/questionnaire/${other}/`)).status, 404, 'what is the other agency’s is not there');
		assert.equal((await send(two(), `/questionnaire/${id}/3`, { version: 1, level: 2 })).status, 403, 'a head fills in nothing');
		assert.match((await two().get('/account/devices')).words(), /sedang bekerja untuk Dinas Contoh Satu/);
	});

	it('and history says as what', async () => {
		assert.equal((await send(two(), `/questionnaire/${id}/duties`, { 'duty-9': keyOf('operator.dua') })).status, 303);
		assert.deepEqual(duties(), ['1 pengganti.satu', '9 operator.dua']);
		const row = one('SELECT role, agency_id FROM history ORDER BY id DESC LIMIT 1');
		assert.equal(row.role, 'head');
		assert.equal(Number(row.agency_id), agencyOf('Dinas Contoh Satu'));
	});

	it('goes nowhere that he does not serve', async () => {
		assert.equal((await send(two(), '/account/agencies', { agency: 9900 })).status, 404);
		assert.equal((await send(people['kepala.satu'], '/account/agencies', { agency: agencyOf('Dinas Contoh Dua') })).status, 404);
		assert.equal((await two().get(`/questionnaire/${id}/`)).status, 200, 'and stays where he was');
	});

	it('is told of what concerns both', async () => {
		await send(people.verifikator, '/cycle/notice/1/notified', { [`notified-${id}`]: '1', how: 'Rapat', detail: '' });
		const told = stack.sql(`SELECT agency_id FROM message WHERE account_id = ${keyOf('operator.dua')}`);
		assert.deepEqual(told.map((row) => Number(row.agency_id)), [agencyOf('Dinas Contoh Satu')]);
		assert.equal(Number(one(`SELECT unread FROM account WHERE id = ${keyOf('operator.dua')}`).unread), 1);
	});

	it('is back at the own one when the second is taken away, in the middle of a session', async () => {
		const place = `/cycle/accounts/${keyOf('operator.dua')}/agencies`;
		await people.admin.submit(await people.admin.get(place), {}, { follow: false, form: 'form[action*="/agencies/"]' });
		assert.equal((await two().get(`/questionnaire/${id}/`)).status, 404);
		assert.equal((await two().get(`/questionnaire/${other}/`)).status, 200);
		assert.deepEqual(duties(), ['1 pengganti.satu']);
		assert.match((await two().get('/account/agencies')).words(), /melayani satu perangkat daerah/);
	});

	it('judges none that he serves, and is at the one as what he was given', async () => {
		const place = `/cycle/accounts/${keyOf('verifikator')}/agencies`;
		city.setState(id, 'submitted');
		assert.equal((await people.verifikator.get(`/verify/${id}/return`)).status, 200);
		await send(people.admin, place, { agency_id: agencyOf('Dinas Contoh Satu'), role: 'operator' });
		assert.equal((await people.verifikator.get(`/verify/${id}/return`)).status, 403);
		assert.match((await people.verifikator.get(`/verify/${id}/`)).words(), /Anda bekerja di perangkat daerah ini/);
		await send(people.verifikator, '/account/agencies', { agency: agencyOf('Dinas Contoh Satu') });
		assert.equal((await people.verifikator.get('/verify/')).status, 403);
		assert.equal((await people.verifikator.get(`/questionnaire/${id}/`)).status, 200);
		assert.equal((await send(people.verifikator, '/account/hand-over', { username: 'x.y.z', full_name: 'X', reason: 'Coba', password: 'x', agreed: '1' })).status, 403);
		await send(people.verifikator, '/account/agencies', { agency: 0 });
		assert.equal((await people.verifikator.get('/verify/')).status, 200);
	});
});

describe('the first tour', () => {
	const tour = () => Number(one("SELECT tour FROM account WHERE username = 'kepala.satu'").tour);
	const press = async (to) => {
		const who = people['kepala.satu'];
		return who.submit(await who.get('/account/profile'), {}, { follow: false, form: 'form[action$="/account/tour"]', button: to });
	};

	it('begins where help is, and shows each stop above its page', async () => {
		const who = people['kepala.satu'];
		const page = await who.submit(await who.get('/portal/help'), {}, { form: 'main form[action$="/account/tour"]' });
		assert.match(page.words('aside'), /^Langkah 1 dari 4: Penilaian/);
		assert.equal((await press('next')).location, '/matang/signoff/');
		assert.match((await who.get('/schedule/')).words('aside'), /^Langkah 2 dari 4: Pengesahan/, 'on every page');
	});

	it('goes on once, however often a page is sent', async () => {
		assert.equal((await send(people['kepala.satu'], '/account/tour', { to: 'next', at: 1 })).location, '/matang/signoff/');
		assert.equal(tour(), 2);
	});

	it('is stopped, and resumed in another browser from help', async () => {
		await press('stop');
		assert.equal(tour(), -2);
		const other = await city.signIn('kepala.satu');
		assert.equal((await other.get('/schedule/')).one('.matang-tour'), null);
		const help = await other.get('/portal/help');
		assert.match(help.words(), /berhenti di langkah 2 dari 4/);
		assert.match((await other.submit(help, {}, { form: 'main form[action$="/account/tour"]' })).words('aside'), /^Langkah 2 dari 4/);
	});

	it('is done behind its last stop', async () => {
		await press('next');
		await press('next');
		assert.equal(tour(), 4);
		assert.equal((await press('next')).location, '/matang/questionnaire/');
		assert.equal(tour(), 0);
	});
});

describe('what changed since the last visit', () => {
	it('is told on the first page, of others alone, and until the next visit', async () => {
		stack.sql("UPDATE account SET visited_at = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR WHERE username IN ('kepala.satu', 'pengganti.satu')");
		assert.match((await people['kepala.satu'].get('/questionnaire/')).words('[aria-labelledby=since]'), /pembagian tugas/);
		stack.sql("UPDATE account SET visited_at = UTC_TIMESTAMP(3) WHERE username = 'kepala.satu'");
		assert.equal((await people['kepala.satu'].get('/questionnaire/')).one('#since'), null);
	});

	it('is the sign-in before this one, not that of a moment ago', async () => {
		const visited = () => one("SELECT visited_at IS NULL AS none FROM account WHERE username = 'operator.dua'").none;
		stack.sql("UPDATE account SET visited_at = NULL WHERE username = 'operator.dua'");
		await city.signIn('operator.dua');
		assert.equal(Number(visited()), 1);
		stack.sql("UPDATE account SET signed_in_at = UTC_TIMESTAMP(3) - INTERVAL 1 DAY WHERE username = 'operator.dua'");
		await city.signIn('operator.dua');
		assert.equal(Number(visited()), 0);
	});
});

describe('help at a criterion', () => {
	it('is data of the instrument: folded where it is given, nowhere else', async () => {
		city.setState(id, 'draft');
		const bare = await people['kepala.satu'].get(`/questionnaire/${id}/3`);
		assert.equal(bare.all('.matang-criterion-help').length, 0);
		stack.sql(`UPDATE checklist_item i JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id
			SET i.counts = 'SK yang sudah bernomor', i.example = 'SK Tim 2026' WHERE v.number = 3 AND l.number = 2 AND i.position = 1;
			UPDATE world_stamp SET number = number + 1`);
		const page = await people['kepala.satu'].get(`/questionnaire/${id}/3`);
		assert.equal(page.all('.matang-criterion-help').length, 1);
		assert.match(page.words('.matang-criterion-help'), /Praktik setempat, bukan ketentuan peraturan\..*Dihitung ?SK yang sudah bernomor ?Contoh ?SK Tim 2026/);
		const desk = await people.admin.get('/cycle/instruments/1/3');
		assert.equal(desk.status, 200);
	});
});
