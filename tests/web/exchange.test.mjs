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
		for (const purpose of ['instrument', 'results', 'assessments'])
			keys[purpose] = (await make(purpose)).words('#new-key');
	});
	after(() => stack?.stop());

	test('a key is shown once, and only its hash is kept', async () => {
		assert.match(keys.results, /^[0-9A-HJKMNP-TV-Z]{26}$/);
		assert.doesNotMatch((await admin.get('/exchange/?region=2')).words(), new RegExp(keys.results));
		assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM api_token WHERE token_hash = UNHEX(SHA2('${keys.results}', 256))`)[0].n, '1');
		const row = (await admin.get('/exchange/?region=2')).rows('.govuk-table').find(([label]) => label === 'Dasbor results');
		assert.deepEqual(row.slice(1, 4), ['Angka hasil', '31 Desember 2099', 'belum pernah']);
	});

	test('what is missing for a key is said beside the field', async () => {
		for (const [values, words] of [[{ label: '' }, /Dipakai oleh/], 
			[{ expires_on: '2020-01-01' }, /hari ini atau sesudahnya/], [{ expires_on: '' }, /Berlaku sampai/]]) {
			const page = await make('results', values);
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
		assert.equal((await call('/instruments', keys.results)).status, 403);
		assert.equal((await call(`/assessments/${id}`, keys.results)).status, 403);
	});

	test('every refusal is problem details, whoever asks', async () => {
		const key = { authorization: `Bearer ${keys.results}` };
		const { components: { schemas: { Problem } } } = json(await stack.client().get('/exchange/api/openapi.json'));
		const check = new Ajv().compile(Problem);
		for (const [method, address, headers, status] of [['GET', '/exchange/api/cycles', {}, 401], ['GET', '/exchange/api/instruments', key, 403],
			['GET', '/exchange/api/cycles/999', key, 404], ['GET', '/exchange/api/nothing', {}, 404], ['GET', '/exchange/api', {}, 404], ['GET', '/exchange/api/cycles/x', {}, 404],
			['POST', '/exchange/api/cycles', key, 405], ['GET', '/exchange/api/cycles?x=1', key, 400],
			['GET', '/exchange/', { accept: 'application/json' }, 401]]) {
			const answer = await stack.client().request(method, address, { headers });
			assert.equal(answer.status, status, `${method} ${address}`);
			assert.equal(answer.headers['content-type'], 'application/problem+json', address);
			const problem = JSON.parse(answer.body);
			assert.ok(check(problem), JSON.stringify(check.errors));
			assert.deepEqual([problem.type, problem.status, problem.error], ['about:blank', status, status]);
			assert.ok(problem.title.length > 3);
		}
	});

	test('the key may come in a header of its own', async () => {
		assert.equal((await call('/cycles', undefined, { 'x-matang-token': keys.results })).status, 200);
	});

	test('figures of the own region, as the public data have them', async () => {
		const cycles = json(await call('/cycles', keys.results));
		assert.deepEqual(cycles.map(({ year, state }) => [year, state]), [[2026, 'open']]);
		const figures = json(await call(`/cycles/${cycles[0].id}`, keys.results));
		assert.equal(figures.region, '64.71');
		assert.equal(figures.agencies.find((agency) => /^Dinas Koperasi/.test(agency.name)).final, 44);
		assert.equal((await call('/cycles/2', keys.results)).status, 404);
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
		assert.deepEqual([one.answers[0].self.level, one.answers[0].city.level, one.answers[0].province.level], [3, 5, 4]);
		stack.sql(`INSERT INTO document (id, agency_id, title, kind, created_at, created_by) SELECT 77, 1, 'SK', 'sop', UTC_TIMESTAMP(3), MIN(id) FROM account;
			INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by, city_decision, city_reason,
			province_decision, province_reason) SELECT ${id}, MIN(i.id), 77, UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account), 'accepted', 'Kata kota',
			'rejected', 'Kata provinsi' FROM checklist_item i`);
		const [judged] = json(await call(`/assessments/${id}`, keys.assessments)).documents;
		assert.deepEqual([judged.city_decision, judged.city_reason, judged.province_decision, judged.province_reason],
			['accepted', 'Kata kota', 'rejected', 'Kata provinsi']);
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

	describe('an instrument comes back as it went out', () => {
		let from, original;
		const content = (key) => admin.get(`/exchange/instrument/${key}/json`).then(json);
		const draft = (values) => admin.get('/cycle/instruments/new').then((page) =>
			admin.submit(page, values, { form: 'form[enctype]' }));
		const file = (name, page) => ({ filename: name, type: page.headers['content-type'], content: page.body });
		const spoilt = async (change, values = {}) => {
			const copy = structuredClone(original);
			return draft({ name: 'Rusak', workbook: { filename: 'a.json', content: JSON.stringify(change(copy) ?? copy) }, ...values });
		};
		const problems = (page) => page.all('.govuk-error-summary li').map((one) => one.words).join('\n');

		/* With everything that a cell of a table cannot say plainly. */
		before(async () => {
			const page = await admin.submit(await admin.get('/cycle/instruments/1'), { name: 'Asal contoh' });
			assert.equal(page.status, 200);
			[{ id: from }] = stack.sql(`SELECT id FROM instrument WHERE name = 'Asal contoh'`);
			const items = (level, what) => stack.sql(`UPDATE checklist_item k JOIN level l ON l.id = k.level_id
				JOIN variable v ON v.id = l.variable_id SET ${what}
				WHERE v.instrument_id = ${from} AND v.number = 2 AND l.number = ${level} AND k.position = 1`);
			items(2, `k.compulsory = 0`);
			items(3, `k.title = 'e-office; surat tugas (ttd).', k.needs_signature = 1`);
			items(4, `k.title = '+ lampiran dll.', k.needs_signature = 1, k.compulsory = 1`);
			items(5, `k.title = '(wajib)', k.compulsory = 0`);
			stack.sql(`UPDATE level l JOIN variable v ON v.id = l.variable_id
				SET l.guidance = '- lihat SK\n- lihat "lampiran"; baris kedua', l.indicator = '=SUM(A1) & <b>'
				WHERE v.instrument_id = ${from} AND v.number = 1 AND l.number = 1`);
			stack.sql(`UPDATE instrument SET basis = 'Dasar "contoh"' WHERE id = ${from}`);
			original = await content(from);
			assert.deepEqual(original.variables[1].levels[2].items[0],
				{ title: 'e-office; surat tugas (ttd).', compulsory: true, needs_signature: true });
		});

		for (const kind of ['JSON', 'a workbook', 'three CSV']) {
			test(`by ${kind}`, async () => {
				const get = (word) => admin.get(`/exchange/instrument/${from}/${word}`);
				const name = `Salinan lewat ${kind}`;
				const preview = await draft({ name, basis: original.basis, ...kind === 'JSON' ? { workbook: file('a.json', await get('json')) } :
					kind === 'a workbook' ? { workbook: file('a.xlsx', await get('xlsx')) } :
						{ variables: file('v.csv', await get('variabel')), levels: file('l.csv', await get('tingkat')),
							categories: file('c.csv', await get('kategori')) } });
				assert.equal(preview.status, 200, preview.words());
				assert.match(preview.words(), /11 variabel.*Belum ada yang tersimpan/);
				const count = () => stack.sql(`SELECT COUNT(*) AS n FROM instrument WHERE name = '${name}'`)[0].n;
				assert.equal(count(), '0');
				const stored = await admin.submit(preview, {}, { form: 'form:has([name="content"])' });
				assert.equal(stored.heading, name);
				const [{ id: to, state }] = stack.sql(`SELECT id, state FROM instrument WHERE name = '${name}'`);
				assert.equal(state, 'draft');
				assert.deepEqual(await content(to), { ...original, name });
				assert.equal((await admin.submit(preview, {}, { form: 'form:has([name="content"])' })).status, 409);
			});
		}

		test('JSON brings its own name, which has to be free', async () => {
			const taken = await spoilt(() => {}, { name: '' });
			assert.equal(taken.status, 422);
			assert.match(taken.errors.join(), /Sudah ada instrumen dengan nama itu/);
			assert.equal(taken.one('#name').getAttribute('value'), 'Asal contoh');
			const again = await admin.submit(taken, { name: 'Permendagri 99/2018' }, { form: 'form:has([name="content"])' });
			assert.equal(again.status, 409);
			assert.match(again.errors.join(), /Sudah ada instrumen dengan nama itu/);
			assert.match((await admin.submit(again, { name: '' }, { form: 'form:has([name="content"])' })).errors.join(), /wajib diisi/);
			const mended = await admin.submit(again, { name: 'Nama yang diperbaiki', basis: '' }, { form: 'form:has([name="content"])' });
			assert.equal(mended.heading, 'Nama yang diperbaiki');
			assert.equal(stack.sql(`SELECT id, basis FROM instrument WHERE name = 'Nama yang diperbaiki'`)[0].basis, '');
			const free = await spoilt((one) => { one.name = 'Nama dari berkas'; }, { name: '', basis: 'Dasar yang diketik' });
			assert.equal(free.heading, 'Periksa sebelum disimpan');
			const page = await admin.submit(free, {}, { form: 'form:has([name="content"])' });
			assert.equal(page.heading, 'Nama dari berkas');
			assert.match(page.words(), /Dasar yang diketik/);
		});

		test('what is wrong in JSON is said by its place, and nothing is stored', async () => {
			const page = await spoilt((one) => {
				one.catatan = 'x';
				one.variables[3].levels[1].items[0].compulsory = 'ya';
				one.variables[3].levels[2].indicator = ' ';
				one.variables[4].number = 7;
				one.variables[5].levels.pop();
				delete one.variables[6].name;
				one.categories[2].min_tenths = 30.5;
			});
			assert.equal(page.status, 422);
			for (const wanted of [/^catatan: Nama ini tidak dikenal/m, /variables\[3\]\.levels\[1\]\.items\[0\]\.compulsory: Harus true atau false/,
				/variables\[3\]\.levels\[2\]\.indicator: Kosong/, /variables\[4\]\.number: Disusun berurutan dari 1: di sini harus 5/,
				/variables\[5\]\.levels: Harus 5 isi, di sini 4/, /variables\[6\]: “name” wajib ada/,
				/categories\[2\]\.min_tenths: Harus bilangan bulat/])
				assert.match(problems(page), wanted);
			assert.match(page.words(), /dihitung dari nol/);
			assert.match(problems(await spoilt((one) => { one.categories[2].min_tenths += 1; })), /^categories\[2\]: .*terlewat/);
			assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM instrument WHERE name = 'Rusak'`)[0].n, '0');
		});

		test('a wrong file is called what it is', async () => {
			const told = async (body, filename = 'a.json') => problems(await draft({ name: 'Rusak',
				workbook: { filename, content: body } }));
			assert.match(await told((await call(`/assessments/${id}`, keys.assessments)).body), /isi penilaian satu perangkat daerah, bukan instrumen/);
			const [{ id: cycle }] = json(await call('/cycles', keys.results));
			assert.match(await told((await call(`/cycles/${cycle}`, keys.results)).body), /angka hasil penilaian suatu daerah, bukan instrumen/);
			assert.match(await told((await stack.client().get('/exchange/schema/instrument.json')).body), /skema, yaitu aturan isi berkas/);
			assert.match(await told((await stack.client().get('/exchange/api/openapi.json')).body), /antarmuka program, bukan instrumen/);
			assert.match(await told((await call('/instruments', keys.instrument)).body), /Harus objek/);
			assert.match(await told('{"format": "matang-instrument/2"}'), /lebih baru/);
			assert.match(await told('{"a": 1,\n"a": 2}'), /baris 2, karakter ke-\d+: Satu nama ada dua kali/);
			assert.match(await told(JSON.stringify(original).slice(0, 900), 'a.txt'), /terpotong/);
			assert.match(await told(Buffer.from('{"name": "\xff"}', 'latin1')), /UTF-8/);
			assert.match(await told('bukan JSON'), /baris 1, .*bukan JSON yang benar/);
			assert.match(await told('['.repeat(5000)), /lebih dalam bertingkat/);
			const beside = await draft({ name: 'Rusak', variables: { filename: 'a.json', content: '{}' } });
			assert.match(beside.errors.join(), /Ini berkas JSON\. Pilih di bagian “Satu berkas”/);
		});

		test('what comes back with the form is read once more', async () => {
			const csrf = admin.csrf(await admin.get('/cycle/instruments/new'));
			const post = (text) => admin.post('/cycle/instruments/store', { csrf, name: 'Rusak', content: text });
			assert.equal((await post('{}')).status, 422);
			assert.equal((await post('')).status, 400);
			assert.equal((await post(JSON.stringify({ ...original, variables: [] }))).status, 422);
		});

		test('one that no form could carry is refused before it is shown', async () => {
			const page = await spoilt((one) => {
				for (const level of one.variables.flatMap((variable) => variable.levels))
					level.guidance = 'petunjuk '.repeat(400);
			});
			assert.equal(page.status, 422);
			assert.match(problems(page), /terlalu panjang untuk sekali muat/);
		});
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
			const page = await call('/cycles', keys.results);
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
		const [{ id: key }] = stack.sql(`SELECT id FROM api_token WHERE purpose = 'results'`);
		await admin.submit(await admin.get('/exchange/?region=2'), {}, { form: `form[action$="/${key}/end"]` });
		assert.equal((await call('/cycles', keys.results)).status, 401);
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
