// SPDX-License-Identifier: ISC
//
// What a region lets everybody know: names and scores of single agencies as it chooses, and without
// them figures over all only where enough were assessed. Each page, picture, file and address for
// programs is asked.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sheets } from './books.mjs';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const NAMES = /Dinas Koperasi, UMKM|Dinas Contoh Perhubungan|Badan Contoh Perencanaan|Bagian Organisasi \(contoh\)/;
const PAGE = '/portal/region/64.71/2026', DATA = '/portal/data/64.71/2026';

let stack, world, admin, key;

const region = (names, threshold) => stack.sql(`UPDATE region SET publish_names = ${names}, publish_threshold = ${threshold} WHERE id = 2;
	UPDATE world_stamp SET number = number + 1`);
const installation = (threshold) => stack.sql(`INSERT INTO setting (name, value) VALUES ('anonymity_threshold', '${threshold}')
	ON DUPLICATE KEY UPDATE value = VALUES(value); UPDATE world_stamp SET number = number + 1`);

/* Everything that is published of the year: pages as a stranger and a member see them, files, the interface. */
async function published() {
	const stranger = stack.client();
	const pages = await Promise.all([stranger, await world.as('operator.kutim')].map((who) => who.get(PAGE)));
	const json = JSON.parse((await stranger.get(`${DATA}.json`)).text);
	const csv = (await stranger.get(`${DATA}.csv`)).text.trim().split('\r\n');
	const api = JSON.parse((await stranger.get('/exchange/api/cycles/1', { headers: { authorization: `Bearer ${key}` } })).text);
	const xlsx = await stranger.get(`${DATA}.xlsx`);
	assert.match(xlsx.headers['content-disposition'], /hasil-64\.71-2026\.xlsx$/);
	return { pages, json, csv, api, book: sheets(xlsx.body) };
}

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	admin = await world.as('admin');
	for (const short of ['DKUMKMP', 'Dishub', 'Bappeda'])
		world.finish(world.assessment(short), { self: 3, said: 4 });
	/* The year before: two of them, at another level. */
	stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
			SELECT 60, 2, instrument_id, 2025, 0, '2025-11-03', 'reported', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM cycle WHERE id = 1;
		INSERT INTO assessment (id, cycle_id, agency_id, state) VALUES (600, 60, 1, 'reported'), (601, 60, 2, 'reported');
		INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation) SELECT a.id, v.id, 2, 2, 'Alasan', 'Saran' FROM assessment a
			JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id WHERE a.cycle_id = 60;
		UPDATE assessment SET state = 'reported' WHERE cycle_id = 1 AND agency_id < 4;
		UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1`);
	key = (await admin.submit(await admin.get('/exchange/?region=2'), { label: 'Dasbor', purpose: 'results', expires_on: '2099-12-31' },
		{ form: 'form[action$="/tokens"]', follow: false })).words('#new-key');
});
after(() => stack?.stop());

describe('what a region publishes', () => {
	it('is the score of each agency by its name, unless it chose otherwise', async () => {
		const { pages, json, csv, api, book } = await published();
		assert.deepEqual(book.map((sheet) => sheet.name), ['Skor', 'Variabel', 'Kategori', 'Keterangan']);
		assert.deepEqual(book[0].rows.slice(1).map((row) => row[0]).sort(), json.agencies.map(({ name }) => name).sort());
		assert.equal(book[0].rows[0].join(), 'Perangkat daerah,Mandiri,Verifikasi,Validasi,Akhir,Perubahan,Kategori,Tingkat bertahap,Variabel terendah');
		/* The average stands once, and beside it what becomes of it with those that are not assessed. */
		assert.deepEqual(pages[0].words('main').match(/44,0|33,0/g)?.slice(0, 2), ['44,0', '33,0']);
		assert.equal(pages[0].all('.matang-scores').length, 0);
		for (const page of pages)
			assert.match(page.words('main'), /Dinas Koperasi, UMKM.*44/s);
		for (const data of [json, api]) {
			assert.deepEqual(data.agencies.map(({ final }) => final).sort(), [44, 44, 44, null]);
			assert.deepEqual(data.average, { assessed: 44, all: 33, category: 'Tinggi' });
		}
		assert.equal(csv.length, 5);
	});

	it('is a page of each agency with its years, beside the region, and a card to share', async () => {
		const stranger = stack.client();
		const page = await stranger.get(PAGE);
		assert.match(page.words('.matang-headline'), /^Rata-rata 2026 44,0 dari 55 Tinggi Naik 22,0 dari 2025 \(22,0\) 3 dari 4 perangkat daerah sudah dinilai: 3 Tinggi\.$/);
		const meta = (name) => page.one(`meta[${name}]`)?.getAttribute('content');
		assert.equal(meta('name="description"'), 'Kematangan organisasi Kota Balikpapan 2026: rata-rata 44,0 dari 55, Tinggi.');
		assert.match(meta('property="og:image"'), /^http.*\/matang\/paper\/card\/64\.71\/2026\.png$/);
		for (const who of [stranger, await world.as('operator.kutim')]) {
			const own = await who.get('/portal/agency/1');
			assert.match(own.words('.matang-headline'), /^Skor 2026 44 dari 55 Tinggi Naik 22 dari 2025 \(22\) Rata-rata Kota Balikpapan 44,0; variabel yang paling rendah: semua \(Tingkat IV\)\.$/);
			assert.deepEqual(own.rows('main table').slice(1, 3).map((row) => row.slice(0, 4)),
				[['Tahun 2026', '33', '44', 'Tinggi'], ['Tahun 2025', '22', '22', 'Rendah']]);
			assert.equal(own.one('html').getAttribute('lang'), 'id');
		}
		const card = await stranger.get('/paper/card/64.71/2026.png');
		assert.deepEqual([card.status, card.headers['content-type'], card.body.readUInt32BE(16), card.body.readUInt32BE(20)], [200, 'image/png', 1200, 630]);
		assert.equal((await stranger.get('/paper/card/64.71/2026.png', { headers: { 'if-none-match': card.headers.etag } })).status, 304);
		/* What is not published is not there: another region's agency, a year that is open, nonsense. */
		for (const path of ['/portal/agency/5', '/portal/agency/999999', '/paper/card/64.08/2026.png', '/paper/card/64.71/2024.png',
			'/paper/card/64.71/2026', '/paper/card/0123456789/2026.png'])
			assert.equal((await stranger.get(path)).status, 404, path);
	});

	it('says on each public page what it is, for who searches or shares', async () => {
		const stranger = stack.client();
		const told = new Set();

		for (const path of ['/portal/', '/portal/help', '/portal/glossary', '/portal/service', '/portal/check', '/portal/agency/1', PAGE, '/account/']) {
			const page = await stranger.get(path);
			const text = page.one('meta[name="description"]')?.getAttribute('content') ?? '';
			assert.ok(text.length > 40 && !told.has(text), `${path}: ${text}`);
			assert.equal(page.one('html').getAttribute('lang'), 'id', path);
			assert.ok(page.one('meta[property="og:url"]').getAttribute('content').endsWith(`/matang${path}`), path);
			told.add(text);
		}
	});

	it('stands beside what other regions of the province published', async () => {
		const stranger = stack.client();
		assert.equal((await stranger.get(PAGE)).words('main').includes('Daerah lain'), false);
		const other = (state, at) => stack.sql(`UPDATE assessment a JOIN cycle c ON c.id = a.cycle_id SET a.state = '${state === 'open' ? 'draft' : state}' WHERE c.region_id = 3;
			UPDATE cycle SET state = '${state}', reported_at = ${at} WHERE region_id = 3; UPDATE world_stamp SET number = number + 1`);
		stack.sql(`DELETE w FROM answer w JOIN assessment a ON a.id = w.assessment_id JOIN cycle c ON c.id = a.cycle_id WHERE c.region_id = 3;
			INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation) SELECT a.id, v.id, 5, 5, 'Alasan', ''
				FROM assessment a JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id WHERE c.region_id = 3`);
		other('reported', 'UTC_TIMESTAMP(3)');
		const beside = () => stranger.get(PAGE).then((page) => page.all('main table').find((one) => one.words.includes('Daerah lain'))?.words ?? '');
		assert.match(await beside(), /Kutai Timur ?55,0 ?Sangat Tinggi.*Kota Balikpapan ?44,0 ?Tinggi/);
		/* One that publishes no names, of too few, is not beside either. */
		stack.sql('UPDATE region SET publish_names = 0, publish_threshold = 3 WHERE id = 3; UPDATE world_stamp SET number = number + 1');
		assert.equal(await beside(), '');
		stack.sql('UPDATE region SET publish_names = 1, publish_threshold = NULL WHERE id = 3');
		other('open', 'NULL');
	});

	it('are figures over all, without a name, where enough were assessed', async () => {
		region(0, 3);
		assert.equal((await stack.client().get('/portal/agency/1')).status, 404, 'no page of an agency');
		const { pages, json, csv, api } = await published();
		for (const page of pages) {
			assert.doesNotMatch(page.words('main'), NAMES);
			assert.match(page.words('main'), /menerbitkan angka gabungan, tanpa nama dan skor tiap perangkat daerah/);
			assert.match(page.words('main'), /44,0 dari 55 ?Tinggi.*33,0/);
			assert.doesNotMatch(page.words('main'), /Sebaran kategori/, 'all three are in one category');
		}
		for (const data of [json, api]) {
			assert.deepEqual(data.agencies, []);
			assert.deepEqual(data.average, { assessed: 44, all: 33, category: 'Tinggi' });
			assert.deepEqual(data.counts, { agencies: 4, assessed: 3 });
		}
		assert.deepEqual(csv, ['name,self,city,province,final,change,self_category,category,staged']);
		/* The year before had two of them only: nothing of it is in the picture of the years either. */
		assert.doesNotMatch(pages[0].words('main'), /22,0/);
	});

	it('are counts alone where too few were, by its own threshold or the one of the installation', async () => {
		for (const set of [() => region(0, 4), () => { region(0, 'NULL'); installation(5); }]) {
			set();
			const { pages, json, csv, api } = await published();
			for (const page of pages) {
				assert.doesNotMatch(page.words('main'), NAMES);
				assert.doesNotMatch(page.words('main'), /44|33,0|22,0/);
				assert.doesNotMatch(page.words('main'), /menerbitkan angka gabungan/, 'not both');
				assert.match(page.words('main'), /Angka gabungan tidak diterbitkan, karena kurang dari [45] perangkat daerah sudah dinilai/);
				assert.equal(page.all('main svg').length, 0);
			}
			for (const data of [json, api]) {
				assert.deepEqual(data.agencies, []);
				assert.deepEqual(data.average, { assessed: null, all: null, category: null });
				assert.deepEqual(data.counts, { agencies: 4, assessed: 3 });
			}
			assert.equal(csv.length, 1);
		}
		installation(3);
		assert.equal((await published()).json.average.assessed, 44, 'the region follows the installation');
	});

	it('are not what each has: an average at an end, a category with one, all in one', async () => {
		region(0, 3);
		const levels = (sql) => stack.sql(`UPDATE answer n JOIN assessment a ON a.id = n.assessment_id JOIN variable v ON v.id = n.variable_id
			SET n.city_level = ${sql}, n.city_reason = 'Alasan', n.city_recommendation = 'Saran', n.province_level = ${sql},
				n.province_reason = 'Alasan', n.province_recommendation = 'Saran' WHERE a.cycle_id = 1 AND a.agency_id < 4;
			UPDATE world_stamp SET number = number + 1`);
		const averages = (page) => {
			const table = page.all('main table').find((one) => /Rata-rata tiap variabel/.test(one.words));
			return table && [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].at(-1).textContent.trim());
		};
		try {
			/* all have everything */
			levels(5);
			let { pages, json, api, book } = await published();
			assert.deepEqual(book.slice(0, 2).map((sheet) => sheet.rows.length), [1, 1], 'heads alone');
			for (const page of pages) {
				assert.doesNotMatch(page.words('main'), /55,0|5,0/);
				assert.equal(page.all('main svg').length, 0);
				assert.equal(averages(page), undefined);
				assert.match(page.words('main'), /Sebagian angka tidak ditampilkan atau digabung/);
			}
			for (const data of [json, api])
				assert.deepEqual(data.average, { assessed: null, all: null, category: null });
			/* one variable at the end: it and another one are kept back, since the average of the scores would tell it */
			levels('IF(v.number = 3, 5, IF(v.number = 4, 3, 4))');
			({ pages, json } = await published());
			assert.equal(json.average.assessed, 44);
			assert.deepEqual(averages(pages[0]).map((text, at) => [at + 1, text]).filter(([, text]) => text === '–').map(([number]) => number), [3, 4]);
			assert.equal(averages(pages[0])[0], '4,0');
			assert.doesNotMatch(pages[0].words('main'), /Sebaran kategori/, 'all are in one category');
			assert.equal(pages[0].all('main svg').filter((picture) => /Sebaran/.test(picture.words)).length, 0);
		} finally {
			levels(4);
		}
	});

	it('is chosen at the region, with history', async () => {
		const own = await world.as('admin.bpp');
		const page = await own.submit(await own.get('/cycle/regions/2/edit'), { publish_names: '1', publish_threshold: '7' }, { form: 'main form[method=post]' });
		assert.match(page.words('main'), /Diterbitkan ?Nama dan skor tiap perangkat daerah/);
		assert.match(page.words('main'), /Angka gabungan paling sedikit dari ?7 perangkat daerah/);
		assert.equal((await own.submit(await own.get('/cycle/regions/2/edit'), { publish_threshold: '2' }, { form: 'main form[method=post]' })).status, 422);
		assert.match(stack.sql("SELECT to_value FROM history WHERE subject = 'region' ORDER BY id DESC LIMIT 1")[0].to_value, /terlihat publik: ya; .*7/);
		assert.equal((await own.get('/cycle/regions/3/edit')).status, 404);
	});

	it('reaches the comparison that an agency sees of the others', async () => {
		const operator = await world.as('operator.dkumkmp');
		const id = world.assessment('DKUMKMP');
		installation(5);
		for (const [threshold, hidden] of [[3, true], ['NULL', true]]) {
			region(1, threshold);
			assert.equal(/belum ditunjukkan/.test((await operator.get(`/report/agency/${id}/compare`)).words('main')), hidden, String(threshold));
		}
		stack.sql(`UPDATE assessment SET state = 'reported' WHERE cycle_id = 1`);
		world.finish(world.assessment('Bagor'), { self: 3, said: 4, state: 'reported' });
		region(1, 3);
		assert.doesNotMatch((await operator.get(`/report/agency/${id}/compare`)).words('main'), /belum ditunjukkan/, 'three others are enough for this region');
		region(1, 'NULL');
		assert.match((await operator.get(`/report/agency/${id}/compare`)).words('main'), /belum ditunjukkan/);
	});

	it('says in the data who left the cycle, where names are published', async () => {
		stack.sql("UPDATE assessment SET left_at = UTC_TIMESTAMP(3), left_why = 'Dihapus sejak 1 November 2026 (Perda)' WHERE cycle_id = 1 AND agency_id = 4");
		region(1, 'NULL');
		let { json, csv } = await published();
		assert.deepEqual(json.left, [{ name: 'Bagian Organisasi (contoh)', why: 'Dihapus sejak 1 November 2026 (Perda)' }]);
		assert.deepEqual(json.counts, { agencies: 3, assessed: 3 });
		assert.equal(csv.length, 4);
		region(0, 3);
		({ json } = await published());
		assert.deepEqual(json.left, []);
	});
});
