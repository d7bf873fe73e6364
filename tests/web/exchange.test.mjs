// SPDX-License-Identifier: ISC
//
// What other programs read: instruments and assessments as files, and the interface with keys.
import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import { after, before, describe, test } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

describe('exchange', () => {
	let stack, world, admin, id, keys;
	const other = 5;				/* assessment of the other region */
	const call = (path, key, headers = {}) => stack.client().get(`/exchange/api${path}`,
		{ headers: { ...key === undefined ? {} : { authorization: `Bearer ${key}` }, ...headers } });
	const json = (page) => JSON.parse(page.body.toString());
	const make = async (purpose, values = {}) => {
		const page = await admin.submit(await admin.get('/exchange/?region=2'), { label: `Dasbor ${purpose}`, purpose,
			expires_on: '2099-12-31', ...values }, { form: 'form[action$="/tokens"]', follow: false });
		return page;
	};

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
		world.finish(id, { self: 3, said: 4 });
		admin = await world.as('admin');
		keys = {};
		for (const purpose of ['instrument', 'figures', 'assessments'])
			keys[purpose] = (await make(purpose)).words('#made-token');
	});
	after(() => stack?.stop());

	test('a key is shown once, and only its hash is kept', async () => {
		assert.match(keys.figures, /^[0-9A-HJKMNP-TV-Z]{26}$/);
		assert.doesNotMatch((await admin.get('/exchange/?region=2')).words(), new RegExp(keys.figures));
		assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM api_token WHERE token_hash = UNHEX(SHA2('${keys.figures}', 256))`)[0].n, '1');
		const row = (await admin.get('/exchange/?region=2')).rows('.govuk-table').find(([label]) => label === 'Dasbor figures');
		assert.deepEqual(row.slice(1, 4), ['Angka hasil', '31 Desember 2099', 'belum pernah']);
	});

	test('what is missing for a key is said beside the field', async () => {
		for (const [values, words] of [[{ label: '' }, /Dipakai oleh/], 
			[{ expires_on: '2020-01-01' }, /hari ini atau sesudahnya/], [{ expires_on: '' }, /Berlaku sampai/]]) {
			const page = await make('figures', values);
			assert.equal(page.status, 422);
			assert.match(page.errors.join(' '), words);
		}
	});

	test('without a key, or with a wrong one, nothing is told', async () => {
		for (const page of [await call('/cycles'), await call('/cycles', 'SALAH')]) {
			assert.equal(page.status, 401);
			assert.match(page.headers['www-authenticate'], /^Bearer/);
			assert.equal(json(page).error, 401);
		}
		assert.equal((await call('/cycles', keys.instrument)).status, 403);
		assert.equal((await call('/instruments', keys.figures)).status, 403);
		assert.equal((await call(`/assessments/${id}`, keys.figures)).status, 403);
	});

	test('the key may come in a header of its own', async () => {
		assert.equal((await call('/cycles', undefined, { 'x-matang-token': keys.figures })).status, 200);
	});

	test('figures of the own region, as the public data have them', async () => {
		const cycles = json(await call('/cycles', keys.figures));
		assert.deepEqual(cycles.map(({ year, state }) => [year, state]), [[2026, 'open']]);
		const figures = json(await call(`/cycles/${cycles[0].id}`, keys.figures));
		assert.equal(figures.region, '64.71');
		assert.equal(figures.agencies.find((agency) => /^Dinas Koperasi/.test(agency.name)).final, 44);
		assert.equal((await call('/cycles/2', keys.figures)).status, 404);
	});

	test('an assessment is as its schema says, without what a tier has not told', async () => {
		const check = new Ajv().compile(json(await stack.client().get('/exchange/schema/assessment.json')));
		const list = json(await call('/cycles/1/assessments', keys.assessments));
		assert.ok(list.length > 1);
		for (const { id: key } of list) {
			const one = json(await call(`/assessments/${key}`, keys.assessments));
			assert.ok(check(one), JSON.stringify(check.errors));
		}
		const one = json(await call(`/assessments/${id}`, keys.assessments));
		assert.deepEqual([one.answers[0].self.level, one.answers[0].city.level, one.answers[0].province.level], [3, 4, 4]);
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		const early = json(await call(`/assessments/${id}`, keys.assessments));
		stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
		assert.deepEqual([early.answers[0].city, early.answers[0].province], [{}, {}]);
		assert.equal((await call(`/assessments/${world.assessment('Dinkutim')}`, keys.assessments)).status, 404);
	});

	test('a person takes an assessment out as a file, but not a foreign one', async () => {
		const verifier = await world.as('verifikator');
		const file = await verifier.get(`/exchange/assessment/${id}/json`);
		assert.match(file.headers['content-disposition'], /^attachment/);
		assert.equal(json(file).agency, 'Dinas Koperasi, UMKM dan Perindustrian');
		assert.equal((await (await world.as('verifikator.kutim')).get(`/exchange/assessment/${id}/json`)).status, 404);
	});

	test('an instrument is as its schema says', async () => {
		const check = new Ajv().compile(json(await stack.client().get('/exchange/schema/instrument.json')));
		const [first] = json(await call('/instruments', keys.instrument));
		const instrument = json(await call(`/instruments/${first.id}`, keys.instrument));
		assert.ok(check(instrument), JSON.stringify(check.errors));
		assert.equal(instrument.variables.length, 11);
		assert.deepEqual(instrument.variables.map((variable) => variable.levels.length), Array(11).fill(5));
	});

	test('a workbook of it, read in again, is the same instrument', async () => {
		const [{ id: from }] = stack.sql('SELECT MIN(id) AS id FROM instrument');
		const book = await admin.get(`/exchange/instrument/${from}/xlsx`);
		assert.equal(book.status, 200);
		const preview = await admin.submit(await admin.get('/cycle/instruments/new'), { name: 'Salinan contoh',
			workbook: { filename: 'instrumen.xlsx', type: book.headers['content-type'], content: book.body } },
		{ form: 'form[enctype]' });
		assert.equal(preview.status, 200, preview.words());
		const stored = await admin.submit(preview, {}, { form: 'form:has([name="content"])' });
		assert.equal(stored.status, 200, stored.words());
		const [{ id: to }] = stack.sql(`SELECT id FROM instrument WHERE name = 'Salinan contoh'`);
		const content = (key) => admin.get(`/exchange/instrument/${key}/json`).then(json);
		const [before, after] = [await content(from), await content(to)];
		assert.deepEqual(after.variables, before.variables);
		assert.deepEqual(after.categories, before.categories);
	});

	test('every address of the description answers, and needs a key', async () => {
		const description = json(await stack.client().get('/exchange/api/openapi.json'));
		assert.match(description.openapi, /^3\.1/);
		for (const path of Object.keys(description.paths)) {
			const page = await call(path.replace('{id}', '1'));
			assert.equal(page.status, 401, path);
		}
	});

	test('too many requests in a minute are told to wait', async () => {
		stack.sql(`UPDATE setting SET value = '10' WHERE name = 'api_requests_per_minute'`);
		const statuses = [];
		for (let at = 0; at < 25; at++) {
			const page = await call('/cycles', keys.figures);
			statuses.push(page.status);
			if (page.status === 429)
				assert.ok(Number(page.headers['retry-after']) >= 1);
		}
		/* A minute may end in between, which begins the count anew. */
		assert.ok(statuses.includes(429), statuses.join());
		assert.ok((await call('/instruments', keys.instrument)).status !== 429 || statuses.includes(200));
		stack.sql(`UPDATE setting SET value = '60' WHERE name = 'api_requests_per_minute'`);
	});

	test('a key that was taken back, or is over, opens nothing', async () => {
		stack.sql(`UPDATE api_token SET expires_on = '2020-01-01' WHERE purpose = 'assessments'`);
		assert.equal((await call('/cycles/1/assessments', keys.assessments)).status, 401);
		const [{ id: key }] = stack.sql(`SELECT id FROM api_token WHERE purpose = 'figures'`);
		await admin.submit(await admin.get('/exchange/?region=2'), {}, { form: `form[action$="/${key}/end"]` });
		assert.equal((await call('/cycles', keys.figures)).status, 401);
		assert.match((await admin.get('/exchange/?region=2')).words(), /Dicabut/);
	});

	test('keys of another region do not exist', async () => {
		stack.sql('UPDATE api_token SET region_id = 3');
		const [{ id: key }] = stack.sql(`SELECT MIN(id) AS id FROM api_token WHERE ended_at IS NULL`);
		const local = await world.as('admin.bpp');
		assert.equal((await local.get('/exchange/?region=3')).status, 404);
		const csrf = local.csrf(await local.get('/exchange/'));
		assert.equal((await local.post(`/exchange/tokens/${key}/end`, { csrf })).status, 404);
	});
});
