// SPDX-License-Identifier: ISC
//
// Holidays and instruments have an owner: the instance, a province, a region. An administrator changes
// the own; what is above stands beside it, for everybody below, and is another's to change.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld, PASSWORD } from './world.mjs';

let stack, world, everywhere, city, province, other;
const token = async (who) => who.csrf(await who.get('/account/profile'));
const send = async (who, place, fields) => who.post(place, { csrf: await token(who), ...fields });
const one = (query) => stack.sql(query)[0];
const list = async (who, year = 2031) => (await who.get(`/cycle/holidays?year=${year}`)).all('main tbody tr').map((row) => row.words);

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	stack.sql(`INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
		SELECT CONCAT('admin.', r.id), a.password_hash, 'admin', r.id, 'Admin', a.created_at, a.created_at
		FROM account a JOIN region r ON r.id IN (1, 3) WHERE a.username = 'admin'`);
	everywhere = await world.as('admin');
	city = await world.as('admin.bpp');
	province = await stack.signedIn({ username: 'admin.1', password: PASSWORD });
	other = await stack.signedIn({ username: 'admin.3', password: PASSWORD });
	await send(everywhere, '/cycle/holidays', { day: '2031-03-03', kind: 'libur', name: 'Hari semua' });
	await send(province, '/cycle/holidays', { day: '2031-03-04', kind: 'libur', name: 'Hari provinsi' });
	await send(city, '/cycle/holidays', { day: '2031-03-05', kind: 'libur', name: 'Hari kota' });
});
after(() => stack?.stop());

describe('a holiday', () => {
	it('holds where its owner is, and below', async () => {
		assert.deepEqual((await list(city)).map((row) => /Hari (semua|provinsi|kota)/.exec(row)[0]), ['Hari semua', 'Hari provinsi', 'Hari kota']);
		assert.deepEqual((await list(other)).map((row) => /Hari (semua|provinsi|kota)/.exec(row)[0]), ['Hari semua', 'Hari provinsi']);
		assert.deepEqual((await list(province)).map((row) => /Hari (semua|provinsi|kota)/.exec(row)[0]), ['Hari semua', 'Hari provinsi']);
		assert.match((await list(city))[2], /Kota Balikpapan/);
		assert.match((await list(city))[0], /Semua daerah/);
	});

	it('is changed by its owner alone', async () => {
		for (const [who, day] of [[city, '2031-03-03'], [city, '2031-03-04'], [other, '2031-03-05'], [province, '2031-03-03'], [everywhere, '2031-03-05']]) {
			assert.equal((await who.get(`/cycle/holidays/${day}/edit`)).status, 404, day);
			assert.equal((await send(who, `/cycle/holidays/${day}/remove`, {})).status, 404, day);
			assert.equal((await send(who, `/cycle/holidays/${day}/edit`, { day, kind: 'libur', name: 'Lain' })).status, 404, day);
		}
		assert.equal((await city.get('/cycle/holidays/2031-03-05/edit')).status, 200);
		assert.equal((await city.get('/cycle/holidays?year=2031')).all('main tbody a').length, 1);
	});

	it('of a region stands beside the same day of all, also where it is imported', async () => {
		const file = { filename: 'libur.csv', type: 'text/csv', content: Buffer.from('tanggal,nama\n2031-03-03,Hari kota juga\n') };
		const preview = await city.submit(await city.get('/cycle/holidays/import'), { file }, { form: 'main form[enctype]' });
		await city.submit(preview, {}, { form: 'main form[action$=store]' });
		assert.equal(one("SELECT COUNT(*) AS n FROM holiday WHERE day = '2031-03-03'").n, '2');
		assert.equal(one("SELECT name FROM holiday WHERE day = '2031-03-03' AND region_id IS NULL").name, 'Hari semua');
		await send(city, '/cycle/holidays/2031-03-03/remove', {});
		assert.equal(one("SELECT COUNT(*) AS n FROM holiday WHERE day = '2031-03-03'").n, '1');
	});

	it('moves the plans of its own region and of no other', async () => {
		const planned = async (who, region) => {
			const days = Object.fromEntries([3, 1, 1, 5, 3, 1, 5].map((n, at) => [`days-${at + 1}`, n]));
			const page = await who.submit(await who.get('/cycle/cycles/new'), { region_id: region, year: 2031, start_date: '2031-03-03', province_tier: 0, ...days },
				{ form: 'main form[method=post]' });
			const made = await who.submit(page, {}, { follow: false, form: 'main form[method=post]' });
			assert.equal(made.status, 303, made.errors?.join());
			return one(`SELECT DATE_FORMAT(s.planned_until, '%Y-%m-%d') AS until FROM cycle_step s JOIN cycle c ON c.id = s.cycle_id
				WHERE c.region_id = ${region} AND c.year = 2031 AND s.step = 1`).until;
		};
		assert.equal(await planned(city, 2), '2031-03-10', 'three days are free');
		assert.equal(await planned(other, 3), '2031-03-07', 'two are');
	});

	it('stands in the history of who has it', async () => {
		assert.equal(one("SELECT region_id FROM history WHERE subject = 'holiday' AND to_value LIKE '%Hari kota (%' LIMIT 1").region_id, '2');
		assert.equal(one("SELECT region_id FROM history WHERE subject = 'holiday' AND to_value LIKE '%Hari semua%' LIMIT 1").region_id, null);
	});
});

describe('an instrument', () => {
	const copied = async (who, name) => {
		const done = await who.submit(await who.get('/cycle/instruments/1'), { name }, { follow: false, form: 'form[action$="/copy"]' });
		return Number(/instruments\/(\d+)/.exec(done.location)[1]);
	};
	const options = async (who) => (await who.get('/cycle/cycles/new')).all('select[name=instrument_id] option').map((option) => option.words);

	it('of all is copied by a region and not changed there', async () => {
		const draft = await copied(everywhere, 'Draf semua');
		for (const place of ['edit', 'publish', '1/1'])
			assert.equal((await city.get(`/cycle/instruments/${draft}/${place}`)).status, 403, place);
		assert.equal((await send(city, `/cycle/instruments/${draft}/edit`, { name: 'X', version: 1 })).status, 403);
		const page = await city.get(`/cycle/instruments/${draft}`);
		assert.match(page.words(), /Milik ?Semua daerah/);
		assert.equal(page.all('a[href$="/publish"]').length, 0);
	});

	it('of a region is its own and nobody else’s, and a province’s holds below', async () => {
		const own = await copied(city, 'Instrumen kota'), above = await copied(province, 'Instrumen provinsi');
		assert.equal((await city.get(`/cycle/instruments/${own}/edit`)).status, 200);
		assert.equal((await province.get(`/cycle/instruments/${own}/edit`)).status, 200, 'in the care of the province');
		assert.equal((await other.get(`/cycle/instruments/${own}`)).status, 404);
		assert.equal((await other.get(`/cycle/instruments/${above}`)).status, 200);
		assert.equal((await other.get(`/cycle/instruments/${above}/edit`)).status, 403);
		for (const id of [own, above])
			await (id === own ? city : province).submit(await (id === own ? city : province).get(`/cycle/instruments/${id}/publish`), {}, { follow: false, form: 'main form[method=post]' });
		assert.ok((await options(city)).includes('Instrumen kota'));
		assert.ok((await options(other)).includes('Instrumen provinsi'));
		assert.ok(!(await options(other)).includes('Instrumen kota'));
		const days = Object.fromEntries([3, 1, 1, 5, 3, 1, 5].map((n, at) => [`days-${at + 1}`, n]));
		const refused = await send(other, '/cycle/cycles/new', { region_id: 3, year: 2032, instrument_id: own, start_date: '2032-03-01', province_tier: 0, ...days });
		assert.equal(refused.status, 422);
		assert.match(refused.errors.join(), /Instrumen: pilih versi/);
	});

	it('is read by its number only where it is seen, by people and by programs', async () => {
		const id = (name) => Number(one(`SELECT id FROM instrument WHERE name = '${name}'`).id);
		const own = id('Instrumen kota'), above = id('Instrumen provinsi');
		const key = async (who, region) => {
			const page = await who.submit(await who.get(`/exchange/?region=${region}`), { purpose: 'instrument', label: `Bacaan ${region}`,
				expires_on: '2099-12-31' }, { form: 'form[action$="/tokens"]', follow: false });
			return page.words('#new-key');
		};
		const keys = { [own]: [await key(city, 2), 200, await key(other, 3), 404], [above]: [await key(city, 2), 200, await key(other, 3), 200] };
		const people = { [own]: [[city, 200], [province, 200], [everywhere, 200], [other, 404], [await world.as('verifikator'), 200]],
			[above]: [[city, 200], [province, 200], [everywhere, 200], [other, 200]] };
		for (const number of [own, above]) {
			for (const kind of ['json', 'xlsx', 'variabel', 'tingkat', 'kategori'])
				for (const [who, status] of people[number])
					assert.equal((await who.get(`/exchange/instrument/${number}/${kind}`)).status, status, `${number} ${kind}`);
			for (let at = 0; at < keys[number].length; at += 2) {
				const headers = { authorization: `Bearer ${keys[number][at]}` };
				const expected = keys[number][at + 1];
				assert.equal((await everywhere.get(`/exchange/api/instruments/${number}`, { headers })).status, expected);
				const listed = JSON.parse((await everywhere.get('/exchange/api/instruments', { headers })).body.toString());
				assert.equal(listed.some((instrument) => instrument.id === number), expected === 200);
			}
		}
		for (const place of [`${own}`, `${own}/1`, `${own}/1/1`, `${own}/edit`, `${own}/publish`])
			assert.equal((await other.get(`/cycle/instruments/${place}`)).status, 404, place);
		for (const [place, fields] of [['edit', { name: 'X', version: 1 }], ['publish', { version: 1 }], ['copy', { name: 'Salinan' }], ['1/1', { indicator: 'X', version: 1 }]])
			assert.equal((await send(other, `/cycle/instruments/${own}/${place}`, fields)).status, 404, place);
	});

	it('and a holiday count on the first page where they hold', async () => {
		const first = async (who) => (await who.get('/cycle/')).words();
		const published = async (who) => Number(/(\d+) versi terbit/.exec(await first(who))[1]);
		const days = async (who) => Number(/(\d+) hari libur/.exec(await first(who))[1]);
		assert.equal(await published(other), await published(city) - 1);
		const before = [await days(city), await days(other)];
		await send(city, '/cycle/holidays', { day: `${new Date().getUTCFullYear()}-06-17`, kind: 'libur', name: 'Hari kota ini saja' });
		assert.deepEqual([await days(city), await days(other)], [before[0] + 1, before[1]]);
	});
});
