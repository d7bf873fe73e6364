// SPDX-License-Identifier: ISC
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { after, before, describe, test } from 'node:test';
import { csvRows, startStack } from './harness.mjs';
import { sheets } from './books.mjs';
import { openWorld } from './world.mjs';

describe('report and portal', () => {
	let stack, world, verifier, cycle, id;

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		verifier = await world.as('verifikator');
		id = world.assessment('DKUMKMP');
		[{ id: cycle }] = stack.sql('SELECT id FROM cycle WHERE region_id = 2');
	});
	after(() => stack?.stop());

	test('nothing is public before the report is issued', async () => {
		world.finish(id, { self: 3, said: 4, state: 'received' });
		const anyone = stack.client();
		for (const path of ['/portal/data/64.71/2026.json', '/portal/data/64.71/2026.csv', '/portal/region/64.71/2026'])
			assert.equal((await anyone.get(path)).status, 404, path);
		assert.doesNotMatch((await anyone.get('/portal/')).words(), /Balikpapan/);
	});

	test('the agency report tells three scores, change, category and staged level', async () => {
		const page = await verifier.get(`/report/agency/${id}`);
		assert.deepEqual(page.rows('main table').at(-1), ['Jumlah skor', '33', '55', '44', '44', '+11']);
		assert.match(page.words(), /33 \(Sedang\) → 44 \(Tinggi\)/);
		assert.match(page.words(), /Tingkat bertahap \(variabel terendah\) ?IV/);
		assert.match(page.words(), /Lengkapi notulen/);
	});

	test('an agency learns what the city said only when the city has finished', async () => {
		const other = world.assessment('Dishub');
		world.finish(other, { self: 2, said: 1, state: 'submitted' });
		const own = await (await world.as('operator.dishub')).get(`/report/agency/${other}`);
		assert.deepEqual(own.rows('main table').at(-1).slice(0, 3), ['Jumlah skor', '22', '–']);
		assert.deepEqual(own.rows('main table')[1].slice(1, 3), ['II', '–']);
		assert.doesNotMatch(own.words(), /Data dukung dibaca/);
	});

	test('both averages stand apart, categories are counted', async () => {
		const page = await verifier.get(`/report/region/${cycle}`);
		assert.match(page.words('.matang-scores'), /Rata-rata yang dinilai ?44,0/);
		assert.match(page.words('.matang-scores'), /Rata-rata semua perangkat daerah ?11,0/);
		assert.match(page.words(), /1 dari 4 perangkat daerah sudah dinilai/);
		const json = (await verifier.get(`/report/region/${cycle}/data.json`)).json;
		assert.deepEqual(json.average, { assessed: 44, all: 11, category: 'Tinggi' });
		assert.deepEqual(json.counts, { agencies: 4, assessed: 1 });
	});

	test('the same columns are on the page, in the workbook, in CSV and in JSON', async () => {
		const [head, ...rows] = (await verifier.get(`/report/region/${cycle}`)).rows('main table');
		const book = await verifier.get(`/report/region/${cycle}/data.xlsx`);
		assert.equal(book.headers['content-type'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
		assert.match(book.headers['content-disposition'], /filename="64\.71-2026\.xlsx"/);
		const [agencies, levels, variables, categories] = sheets(book.body);
		assert.deepEqual(agencies.name, 'Perangkat daerah');
		assert.deepEqual(agencies.rows[0], head);
		const at = rows.findIndex(([name]) => name.includes('UMKM'));
		assert.deepEqual(agencies.rows[at + 1].slice(2, 7), [33, 55, 44, 44, 11], 'numbers as numbers');
		assert.equal(rows[at][6], '+11');
		assert.deepEqual(agencies.rows[at + 1].slice(7), rows[at].slice(7));
		assert.deepEqual(levels.rows[at + 1].slice(1), Array(11).fill(4));
		assert.equal(variables.rows.length, 12);
		assert.deepEqual(categories.rows.find(([name]) => name === 'Tinggi'), ['Tinggi', 37.1, 46, 1]);
		const names = ['name', 'self', 'city', 'province', 'final', 'change', 'self_category', 'category', 'staged'];
		const csv = await verifier.get(`/report/region/${cycle}/data.csv`), json = (await verifier.get(`/report/region/${cycle}/data.json`)).json;
		assert.equal(csv.body.toString().split('\r\n')[0], names.join());
		assert.deepEqual(Object.keys(json.agencies[0]), names);
		const marked = await verifier.get(`/report/region/${cycle}/data.csv?bom=1`);
		assert.ok(marked.body.equals(Buffer.concat([Buffer.from('\ufeff'), csv.body])));
		assert.equal((await verifier.get(`/report/region/${cycle}/data.ods`)).status, 404);
	});

	test('how far the team agreed goes out as a table, too', async () => {
		const page = await verifier.get(`/report/region/${cycle}/accuracy`);
		const [head, ...rows] = sheets((await verifier.get(`/report/region/${cycle}/accuracy/table.xlsx`)).body)[0].rows;
		assert.deepEqual(head, ['Perangkat daerah', 'Kesesuaian (%)', 'Dibandingkan', 'Sama', 'Terlalu tinggi', 'Terlalu rendah']);
		assert.match(page.words(), new RegExp(rows[0][0]));
		assert.deepEqual(rows[0].slice(2), [11, 0, 0, 11], 'said 3, found 5');
		assert.match((await verifier.get(`/report/region/${cycle}/accuracy/table.csv`)).body.toString(), /"11","0","0","11"/);
		assert.equal((await verifier.get(`/report/region/${cycle}/accuracy/table.pdf`)).status, 404);
	});

	test('the table names the variables that hold an agency where it is', async () => {
		const set = (level) => stack.sql(`UPDATE answer a JOIN variable v ON v.id = a.variable_id
			SET a.province_level = ${level} WHERE a.assessment_id = ${id} AND v.number IN (2, 7)`);
		const lowest = async (who, address) => {
			const [head, ...rows] = (await who.get(address)).rows('main table');
			return rows.map((row) => row[head.indexOf('Variabel terendah')]);
		};

		assert.deepEqual((await lowest(verifier, `/report/region/${cycle}`)).sort(), ['semua', '–', '–', '–']);
		set(3);
		assert.deepEqual((await lowest(verifier, `/report/region/${cycle}`)).sort(), ['2 dan 7', '–', '–', '–']);
		set(4);
	});

	test('the cycle before stands beside: its average, the score of each agency and what has changed', async () => {
		stack.sql(`INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date, state, opened_at)
			SELECT region_id, instrument_id, 2025, 0, '2025-09-01', 'open', UTC_TIMESTAMP(3) FROM cycle WHERE id = ${cycle};
			SET @before = LAST_INSERT_ID();
			INSERT INTO assessment (cycle_id, agency_id, state) SELECT @before, agency_id, 'verified'
			FROM assessment WHERE id = ${id};
			SET @then = LAST_INSERT_ID();
			INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_recommendation)
			SELECT @then, variable_id, 3, 3, 'Lanjutkan' FROM answer WHERE assessment_id = ${id};`);
		const page = await verifier.get(`/report/region/${cycle}`);
		assert.match(page.words(), /Periode sebelumnya \(2025\): rata-rata 33,0, Sedang/);
		const row = page.rows('main table').find(([name]) => name.includes('UMKM'));
		assert.equal(row.at(-1), '33 (+11)');
	});

	test('issuing asks to be sure, tells who stays out, and can be done once', async () => {
		const page = await verifier.get(`/report/region/${cycle}/publish`);
		assert.match(page.words(), /1 dari 4 perangkat daerah sudah mempunyai tanda terima/);
		const unsure = await verifier.submit(page, {}, { follow: false });
		assert.equal(unsure.status, 422);
		const done = await verifier.submit(page, { sure: '1' });
		assert.equal(done.status, 200);
		assert.equal(world.state(id), 'reported');
		const again = await verifier.post(`/report/region/${cycle}/publish`, { csrf: verifier.csrf(done), sure: '1' });
		assert.equal(again.status, 409);
	});

	test('the data addresses keep their contract', async () => {
		const anyone = stack.client();
		const answer = await anyone.get('/portal/data/64.71/2026.json');
		assert.equal(answer.status, 200);
		assert.match(answer.headers['content-type'], /^application\/json/);
		const { json } = answer;
		assert.equal(json.region, '64.71');
		assert.equal(json.year, 2026);
		const agency = json.agencies.find((one) => one.name.includes('UMKM'));
		assert.deepEqual(agency, { name: 'Dinas Koperasi, UMKM dan Perindustrian', self: 33, city: 55, province: 44,
			final: 44, change: 11, self_category: 'Sedang', category: 'Tinggi', staged: 4 });
		const none = json.agencies.find((one) => one.name.includes('Bappeda') || one.name.includes('Perencanaan'));
		assert.deepEqual([none.self, none.city, none.province, none.final, none.change, none.category, none.staged],
			[null, null, null, null, null, null, null]);
		const csv = await anyone.get('/portal/data/64.71/2026.csv');
		assert.match(csv.headers['content-type'], /^text\/csv/);
		const cell = (value) => value === null ? '' : String(value);
		assert.deepEqual(csvRows(csv.text), json.agencies.map((one) =>
			Object.fromEntries(Object.entries(one).map(([name, value]) => [name, cell(value)]))));
		for (const path of ['/portal/data/64.71/2026.xml', '/portal/data/64.71/2025.json', '/portal/data/99/2026.json',
			'/portal/data/64.71/20x6.json'])
			assert.equal((await anyone.get(path)).status, 404, path);
		assert.equal((await anyone.post('/portal/data/64.71/2026.json')).status, 405);
	});

	const PUBLISHED = ['/portal/region/64.71/2026', '/portal/data/64.71/2026.json', '/portal/data/64.71/2026.csv'];
	/* As all processes say it. */
	const published = async (path) => {
		const answers = await Promise.all(Array.from({ length: 12 }, () => stack.client().get(path)));
		assert.deepEqual([...new Set(answers.map((one) => one.status))], [200], path);
		const [text, ...others] = new Set(answers.map((one) => one.text));
		assert.deepEqual(others, [], `${path}: the processes say different things`);
		return text;
	};

	test('what is published is kept as it is sent, and nothing of it once it changed', async () => {
		const admin = await world.as('admin.bpp'), [{ id: agency, name }] = stack.sql("SELECT id, name FROM agency WHERE short_name = 'DKUMKMP'");
		const rename = async (to) => {
			const page = await admin.submit(await admin.get(`/cycle/agencies/${agency}/edit`), { name: to });
			assert.equal(page.status, 200, page.words());
		};
		for (const path of PUBLISHED)
			assert.ok((await published(path)).includes(name), path);
		/* What is out keeps the name of its year; a correction of that name is seen at once. */
		await rename('Dinas Yang Berganti Nama');
		const kept = stack.sql(`SELECT a.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id AND c.year = 2026 WHERE a.agency_id = ${agency} AND a.agency_name IS NOT NULL`)[0].id;
		for (const path of PUBLISHED)
			assert.ok((await published(path)).includes(name), path);
		stack.sql(`UPDATE assessment SET agency_name = 'Dinas Yang Dibetulkan' WHERE id = ${kept}; UPDATE world_stamp SET number = number + 1`);
		for (const path of PUBLISHED) {
			const text = await published(path);
			assert.ok(text.includes('Dinas Yang Dibetulkan'), path);
			assert.ok(!text.includes(name), `${path}: ${text.slice(Math.max(0, text.indexOf(name) - 300), text.indexOf(name) + 100)}`);
		}
		stack.sql(`UPDATE assessment SET agency_name = '${name}' WHERE id = ${kept}; UPDATE world_stamp SET number = number + 1`);
		await rename(name);
		for (const path of PUBLISHED)
			assert.ok((await published(path)).includes(name), path);
	});

	test('the same bytes packed and plain, and none for who has them', async () => {
		for (const path of PUBLISHED) {
			const plain = await published(path);
			const ask = (headers) => stack.client().get(path, { headers });
			const packed = await ask({ 'Accept-Encoding': 'br;q=1, gzip' });
			assert.equal(packed.headers['content-encoding'], 'gzip');
			assert.match(packed.headers.vary, /Accept-Encoding/i);
			assert.equal(gunzipSync(packed.body).toString(), plain);
			assert.equal((await ask({ 'Accept-Encoding': 'gzip;q=0' })).headers['content-encoding'], undefined);
			const known = await ask({ 'If-None-Match': packed.headers.etag });
			assert.equal(known.status, 304);
			assert.equal(known.body.length, 0);
			assert.equal((await ask({ 'If-None-Match': 'W/"0123"' })).status, 200);
		}
	});

	test('who is signed in has the page with their own menu, before and after', async () => {
		const [address] = PUBLISHED;
		await published(address);
		const own = await verifier.get(address);
		assert.ok(own.one('form[action$="/account/sign-out"]'));
		assert.match(own.headers['cache-control'], /no-store/);
		assert.doesNotMatch(await published(address), /sign-out/);
	});

	test('an agency whose name begins like a formula is harmless in a spreadsheet', async () => {
		stack.sql(`UPDATE agency SET name = '=SUM(A1) Dinas "Contoh"' WHERE short_name = 'Dishub'`);
		const csv = (await stack.client().get('/portal/data/64.71/2026.csv')).text;
		assert.match(csv, /^"'=SUM\(A1\) Dinas ""Contoh"""/m);
	});

	test('the portal lists the report, the standard and its channels', async () => {
		const anyone = stack.client();
		assert.match((await anyone.get('/portal/')).words(), /Kota Balikpapan 2026/);
		assert.match((await anyone.get('/portal/region/64.71/2026')).words(), /44,0/);
		const service = await anyone.get('/portal/service');
		for (const words of [/19 hari kerja/, /tidak dipungut biaya/, /SP4N-LAPOR/, /Persyaratan/, /Pengaduan/])
			assert.match(service.words(), words);
		assert.equal((await anyone.get('/portal/check?code=AAAAAAAAAAAAAAAAAAAAAAAAAA')).status, 404);
		assert.equal((await anyone.get('/portal/check?kode=A')).status, 400);
	});

	test('the portal lists what was published last first, a page at a time, and finds a region', async () => {
		const anyone = stack.client();
		const names = (page) => page.all('tbody th').map((cell) => cell.words);
		assert.equal((await anyone.get('/portal/')).one('form[role=search]'), null, 'one page needs no search');
		const [{ id: instrument }] = stack.sql('SELECT MIN(id) AS id FROM instrument');
		stack.sql(`INSERT INTO region (id, parent_id, code, name, kind, timezone)
				SELECT 600 + seq, 1, CONCAT('64.', LPAD(seq, 2, '0')), CONCAT('Kabupaten 50% Uji ', seq), 'regency', 'WITA' FROM seq_10_to_34;
			INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
				SELECT 600 + seq, ${instrument}, 2020, 0, '2020-11-02', 'reported', '2020-11-05', '2020-12-01' + INTERVAL seq MINUTE FROM seq_10_to_34`);
		const first = await anyone.get('/portal/');
		assert.equal(names(first)[0], 'Kota Balikpapan 2026');
		assert.deepEqual(names(first).slice(1, 3), ['Kabupaten 50% Uji 34 2020', 'Kabupaten 50% Uji 33 2020']);
		assert.equal(names(first).length, 20);
		const second = await anyone.get(first.one('a[rel=next]').getAttribute('href'));
		assert.deepEqual(names(second), [15, 14, 13, 12, 11, 10].map((n) => `Kabupaten 50% Uji ${n} 2020`));
		assert.equal(second.one('a[rel=next]'), null);
		const found = await anyone.submit(first, { q: '50% uji' }, { form: 'form[role=search]' });
		assert.equal(names(found).length, 20);
		assert.equal(names(found)[0], 'Kabupaten 50% Uji 10 2020');
		assert.equal(names(await anyone.get(found.one('a[rel=next]').getAttribute('href'))).length, 5, 'what is sought stays sought');
		assert.match((await anyone.get('/portal/?q=50_')).words(), /Tidak ada daerah yang cocok/);
		assert.equal((await anyone.get('/portal/?page=x')).status, 400);
		stack.sql('DELETE FROM cycle WHERE region_id BETWEEN 610 AND 634; DELETE FROM region WHERE id BETWEEN 610 AND 634');
	});

	test('codes cannot be tried without end', async () => {
		const anyone = stack.client();
		let last;
		for (let tries = 0; tries < 70; tries++)
			last = await anyone.get(`/portal/check?code=TRY${tries}`);
		assert.equal(last.status, 429);
	});

	test('history is told to those concerned: who, when, from, to', async () => {
		const told = await (await world.as('auditor')).get(`/report/history/${id}`);
		assert.match(told.words(), /Verifikator Contoh.*mengubah status penilaian: Diterima → Dilaporkan/);
		assert.equal((await (await world.as('operator.dkumkmp')).get(`/report/history/${id}`)).status, 200);
		assert.match((await (await world.as('auditor')).get('/report/history')).words(), /mengubah periode/);
		assert.doesNotMatch((await (await world.as('operator.dkumkmp')).get('/report/history')).words('main table'), /mengubah periode/);
	});

	test('who may not: strangers, other regions, other roles', async () => {
		for (const path of [`/report/agency/${id}`, `/report/history/${id}`]) {
			assert.equal((await stack.client().get(path)).status, 303, path);
			for (const stranger of ['operator.dishub', 'verifikator.kutim', 'operator.kutim'])
				assert.equal((await (await world.as(stranger)).get(path)).status, 404, `${stranger} ${path}`);
			assert.equal((await (await world.as('admin')).get(path)).status, 403, path);
		}
		assert.equal((await (await world.as('verifikator.kutim')).get(`/report/region/${cycle}`)).status, 404);
		assert.equal((await (await world.as('operator.dkumkmp')).get(`/report/region/${cycle}`)).status, 403);
		assert.equal((await (await world.as('validator')).get(`/report/region/${cycle}`)).status, 200);
		assert.equal((await (await world.as('auditor')).get(`/report/region/${cycle}/publish`)).status, 403);
	});

	test('after the report nothing moves any more', async () => {
		const own = await world.as('operator.dkumkmp');
		const page = await own.get('/account/profile');
		const refused = await own.post(`/signoff/${id}/form`, { csrf: own.csrf(page) });
		assert.equal(refused.status, 409);
	});
});

describe('the region’s leader', () => {
	let stack, world, leader, cycle, id;

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
		[{ id: cycle }] = stack.sql('SELECT id FROM cycle WHERE region_id = 2');
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
			SELECT 'sekda', password_hash, 'leader', 2, 'Contoh Sekretaris Daerah', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
			FROM account WHERE username = 'auditor'`);
		leader = await world.as('sekda');
	});
	after(() => stack?.stop());

	test('begins where nothing was assessed yet, and is told so', async () => {
		assert.equal((await leader.get('/account/start')).location, '/matang/report/overview');
		const page = await leader.get('/report/overview');
		assert.match(page.words(), /Belum ada perangkat daerah yang selesai dinilai/);
		assert.equal(page.one('.matang-headline'), null);
	});

	test('sees average, category, spread, and who lags, the lowest first', async () => {
		world.finish(id, { self: 3, said: 5, state: 'received' });
		world.finish(world.assessment('Dishub'), { self: 2, said: 2, state: 'received' });
		world.finish(world.assessment('Bappeda'), { self: 3, said: 3, state: 'received' });
		const page = await leader.get('/report/overview');
		/* (55 + 22 + 33) / 3 = 36,7 */
		assert.match(page.words('.matang-headline'), /^Rata-rata 2026 36,7 dari 55 Sedang 3 dari 4 perangkat daerah sudah dinilai: 1 Sangat Tinggi, 1 Sedang, 1 Rendah\.$/);
		assert.deepEqual(page.rows('main table').slice(1).map((row) => row.slice(1, 3)), [['22', 'Rendah'], ['33', 'Sedang']]);
		assert.match(page.words(), /3 dari 4 perangkat daerah selesai dinilai/);
		assert.ok(page.one('#distribution'));
	});

	test('is told of every year that is open, what is due first before', async () => {
		stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
				SELECT 77, region_id, instrument_id, year + 1, 1, start_date + INTERVAL 1 YEAR, 'open', opened_at FROM cycle WHERE id = ${cycle};
			INSERT INTO assessment (id, cycle_id, agency_id) SELECT 770 + agency_id, 77, agency_id FROM assessment WHERE cycle_id = ${cycle}`);
		const page = await leader.get('/report/overview');
		assert.deepEqual(page.all('main h2').map((one) => one.words).filter((one) => one.startsWith('Penilaian')), ['Penilaian 2026', 'Penilaian 2027']);
		stack.sql('DELETE FROM assessment WHERE cycle_id = 77; DELETE FROM cycle WHERE id = 77');
	});

	test('reads reports and papers of the region, and nothing else', async () => {
		for (const path of ['/report/', `/report/region/${cycle}`, `/report/region/${cycle}/gaps`, `/report/region/${cycle}/compare`,
			`/report/agency/${id}`, '/paper/', `/paper/cycle/${cycle}`, `/paper/agency/${id}`])
			assert.ok([200, 303].includes((await leader.get(path)).status), path);
		for (const path of ['/report/history', `/report/history/${id}`, `/paper/cycle/${cycle}/draft/recap`, `/paper/agency/${id}/blank`, '/upload/',
			`/upload/zip/${id}`, `/verify/${id}/`, `/questionnaire/${id}/`, `/signoff/${id}/`, '/cycle/', '/schedule/'])
			assert.equal((await leader.get(path)).status, 403, path);
		/* No page of his leads where he may not go. */
		for (const path of ['/report/', `/report/agency/${id}`, `/report/region/${cycle}`, `/paper/agency/${id}`, `/paper/cycle/${cycle}`])
			for (const link of (await leader.get(path)).all('main a[href^="/matang/"]')) {
				const there = await leader.get(link.getAttribute('href').replace(/^\/matang/, ''));
				assert.ok([200, 303].includes(there.status), `${path} leads to ${link.getAttribute('href')}: ${there.status}`);
			}
		const csrf = leader.csrf(await leader.get('/report/'));
		assert.equal((await leader.post(`/paper/cycle/${cycle}/issue`, { csrf, kind: 'recap' })).status, 403);
		assert.equal((await leader.post(`/report/region/${cycle}/publish`, { csrf, sure: 1 })).status, 403);
	});

	test('a head begins with the result, one sentence and one thing to do', async () => {
		const head = await world.as('kepala.dkumkmp');
		const actions = (page) => page.all('main .govuk-button').map((one) => one.words);
		const page = await head.get('/questionnaire/');
		assert.equal(page.words('.matang-headline'), 'Skor 2026 55 dari 55 Sangat Tinggi Semua 11 variabel ada di Tingkat V.');
		assert.deepEqual(actions(page), ['Lihat hasil lengkap']);
		stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${id};
			UPDATE answer a JOIN variable v ON v.id = a.variable_id SET a.province_level = 2 WHERE a.assessment_id = ${id} AND v.number IN (4, 8)`);
		const signing = await head.get('/questionnaire/');
		assert.match(signing.words('.matang-headline'), /^Skor 2026 49 dari 55 .* Dari 11 variabel, 9 sudah Tingkat V; yang paling rendah “Standar operasional prosedur[^”]*” dan “Manajemen risiko[^”]*” \(Tingkat II\)\.$/);
		assert.deepEqual(actions(signing), ['Baca dan tanda tangani']);
		/* What is not told yet is no result. */
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		assert.equal((await head.get('/questionnaire/')).one('.matang-headline'), null);
		stack.sql(`UPDATE assessment SET state = 'received' WHERE id = ${id}`);
	});

	test('has no part in another region', async () => {
		stack.sql("UPDATE account SET region_id = 3 WHERE username = 'sekda'");
		for (const path of [`/report/region/${cycle}`, `/report/agency/${id}`, `/paper/cycle/${cycle}`, `/paper/agency/${id}`])
			assert.equal((await leader.get(path)).status, 404, path);
		assert.doesNotMatch((await leader.get('/report/overview')).words(), /36,7/);
	});
});
