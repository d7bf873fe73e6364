// SPDX-License-Identifier: ISC
//
// Open data: each published dataset as files and described as DCAT 3, the catalogue, the feed, what other
// sites show of it, and the description of all these addresses. Nothing is there before it is published,
// and nothing that the region's page would not show.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import jsonld from 'jsonld';
import RssParser from 'rss-parser';
import { sheets } from './books.mjs';
import { FcgiRequest } from './fcgi.mjs';
import { dcatFaults } from './dcat_shapes.mjs';
import { behindOne, startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const NAMES = /Dinas Koperasi, UMKM|Dinas Contoh Perhubungan|Badan Contoh Perencanaan|Bagian Organisasi \(contoh\)/;
const DATA = '/portal/data/64.71/2026';
const EACH = [`${DATA}.json`, `${DATA}.csv`, `${DATA}.csv-metadata.json`, `${DATA}.jsonld`, '/portal/data/64.71/years.json', '/portal/data/64.71/years.csv-metadata.json', '/portal/data/64/regions-2026.csv-metadata.json', '/portal/data/64.71/years.csv',
	'/portal/data/64.71/years.jsonld', '/portal/data/64/regions-2026.json', '/portal/data/64/regions-2026.csv', '/portal/data/64/regions-2026.jsonld',
	'/portal/catalog.jsonld', '/portal/feed.atom', '/portal/data', '/portal/fragment/64.71/2026', '/portal/fragment/64.71/latest',
	'/portal/embed/64.71/2026', '/portal/embed/64.71/latest'];

let stack, world, stranger, admin;

const raise = 'UPDATE world_stamp SET number = number + 1';
const region = (names, threshold) => stack.sql(`UPDATE region SET publish_names = ${names}, publish_threshold = ${threshold} WHERE id = 2; ${raise}`);
const setting = (name, value) => stack.sql(`INSERT INTO setting (name, value) VALUES ('${name}', '${value}') ON DUPLICATE KEY UPDATE value = VALUES(value); ${raise}`);
const json = async (path) => JSON.parse((await stranger.get(path)).text);
const publish = (year) => stack.sql(`UPDATE assessment a JOIN cycle c ON c.id = a.cycle_id SET a.state = 'reported' WHERE c.region_id = ${year};
	UPDATE cycle SET state = 'reported', reported_at = '2026-11-20 03:04:05.678' WHERE region_id = ${year} AND state <> 'reported'; ${raise}`);

/* What a dataset says of itself, as triples: predicate -> values, by the standard's own algorithm. */
async function triples(document) {
	const found = new Map();
	for (const { subject, predicate, object } of await jsonld.toRDF(document)) {
		const key = `${subject.value} ${predicate.value}`;
		found.set(key, [...found.get(key) ?? [], object]);
	}
	return (subject, predicate) => (found.get(`${subject} ${predicate}`) ?? []).map(({ value }) => value);
}
const DCAT = 'http://www.w3.org/ns/dcat#', DCT = 'http://purl.org/dc/terms/', SPDX = 'http://spdx.org/rdf/terms#';

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	stranger = stack.client();
	admin = await world.as('admin');
	for (const short of ['DKUMKMP', 'Dishub', 'Bappeda'])
		world.finish(world.assessment(short), { self: 3, said: 4 });
	stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
			SELECT 60, 2, instrument_id, 2025, 0, '2025-11-03', 'open', UTC_TIMESTAMP(3) FROM cycle WHERE id = 1;
		INSERT INTO assessment (id, cycle_id, agency_id, state) VALUES (600, 60, 1, 'draft'), (601, 60, 2, 'draft');
		INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation) SELECT a.id, v.id, 2, 2, 'Alasan', 'Saran' FROM assessment a
			JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id WHERE a.cycle_id = 60;
		UPDATE region SET bureau = 'Bagian Organisasi Sekretariat Daerah', contact_name = 'Bagian Organisasi', contact_phone = '(0542) 123456',
			contact_mail = 'organisasi@balikpapan.example' WHERE id = 2;
		DELETE w FROM answer w JOIN assessment a ON a.id = w.assessment_id JOIN cycle c ON c.id = a.cycle_id WHERE c.region_id = 3;
		INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation) SELECT a.id, v.id, 5, 5, 'Alasan', ''
			FROM assessment a JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id WHERE c.region_id = 3`);
});
after(() => stack?.stop());

describe('before anything is published', () => {
	it('is an empty catalogue and an empty feed, and nothing of any region', async () => {
		for (const path of EACH) {
			const page = await stranger.get(path);
			assert.equal(page.status, /catalog|feed|portal\/data$/.test(path) ? 200 : 404, path);
			assert.doesNotMatch(page.text, /2026\.json|Balikpapan/, path);
		}
		assert.deepEqual((await json('/portal/catalog.jsonld'))['dcat:dataset'], []);
		assert.deepEqual((await new RssParser().parseString((await stranger.get('/portal/feed.atom')).text)).items, []);
		publish(2);
		assert.equal((await json('/portal/catalog.jsonld'))['dcat:dataset'].length, 3, 'two years, and all of them together: at once');
		assert.equal((await stranger.get('/portal/data/64/regions-2026.json')).status, 404, 'one region is compared with nobody');
		publish(3);
	});
});

describe('a dataset', () => {
	it('is described as DCAT 3, with files that are what it says', async () => {
		const catalog = await json('/portal/catalog.jsonld');
		const described = catalog['dcat:dataset'];
		assert.deepEqual(described.map((one) => one['@id'].replace(/.*\/portal/, '')).sort(), ['/data/64.08/2026.jsonld', '/data/64.08/years.jsonld',
			'/data/64.71/2025.jsonld', '/data/64.71/2026.jsonld', '/data/64.71/years.jsonld', '/data/64/regions-2026.jsonld']);
		const all = await triples(catalog);
		assert.equal(all(catalog['@id'], `${DCAT}dataset`).length, described.length);
		for (const { '@id': id } of described) {
			assert.ok(id.startsWith(stack.base), id);
			const own = await json(id.slice(stack.base.length));
			assert.equal((await stranger.get(id.slice(stack.base.length))).headers['content-type'], 'application/ld+json; charset=utf-8');
			const one = await triples(own);
			const has = (predicate) => one(id, predicate);
			assert.deepEqual(has('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), [`${DCAT}Dataset`]);
			for (const name of ['title', 'description', 'publisher', 'temporal', 'spatial', 'issued', 'rights'])
				assert.equal(has(DCT + name).length, 1, `${name} of ${id}`);
			assert.deepEqual(has(`${DCT}identifier`), [id]);
			assert.match(has(`${DCAT}version`)[0], /^2026-11-20-[0-9a-f]{8}$/);
			assert.deepEqual(has(`${DCT}issued`), ['2026-11-20T03:04:05Z']);
			const files = has(`${DCAT}distribution`);
			assert.equal(files.length, /years|regions/.test(id) ? 2 : 3);
			for (const file of files) {
				const { body, headers } = await stranger.get(file.slice(stack.base.length));
				assert.deepEqual(one(file, `${DCAT}downloadURL`), [file]);
				assert.equal(one(file, `${DCAT}mediaType`)[0], `https://www.iana.org/assignments/media-types/${headers['content-type'].replace(/;.*/, '')}`);
				assert.deepEqual(one(file, `${DCAT}byteSize`), [String(body.length)]);
				const [checksum] = one(file, `${SPDX}checksum`);
				assert.deepEqual(one(checksum, `${SPDX}checksumValue`), [createHash('sha256').update(body).digest('hex')]);
				assert.deepEqual(one(checksum, `${SPDX}algorithm`), [`${SPDX}checksumAlgorithm_sha256`]);
			}
		}
		const own = await json(`${DATA}.jsonld`);
		const one = await triples(own);
		const [contact] = one(own['@id'], `${DCAT}contactPoint`), [period] = one(own['@id'], `${DCT}temporal`);
		assert.deepEqual(one(contact, 'http://www.w3.org/2006/vcard/ns#hasEmail'), ['mailto:organisasi@balikpapan.example']);
		assert.deepEqual(one(contact, 'http://www.w3.org/2006/vcard/ns#hasTelephone'), ['tel:0542123456']);
		assert.deepEqual([one(period, `${DCAT}startDate`), one(period, `${DCAT}endDate`)], [['2026-01-01'], ['2026-12-31']]);
		assert.deepEqual(one(one(own['@id'], `${DCT}publisher`)[0], 'http://xmlns.com/foaf/0.1/name'), ['Bagian Organisasi Sekretariat Daerah']);
	});

	it('has the licence that the administrator chose, and says that there is none until then', async () => {
		const none = await json(`${DATA}.jsonld`);
		assert.equal(none['dct:license'], undefined);
		assert.equal(none['dct:rights']['skos:prefLabel']['@value'], 'Lisensi belum ditetapkan');
		assert.match((await stranger.get('/portal/data')).words('main'), /program lain\.\s+Lisensi belum ditetapkan\./);
		assert.equal((await json(`${DATA}.json`)).license, null);
		assert.equal((await json(`${DATA}.csv-metadata.json`))['dc:rights'], 'Lisensi belum ditetapkan');
		assert.doesNotMatch((await stranger.get('/portal/fragment/64.71/latest')).text, /Lisensi/);
		const form = await admin.get('/cycle/settings/open_data_licence');
		const bad = await admin.submit(form, { value: 'javascript:alert(1)' }, { form: 'main form' });
		assert.equal(bad.status, 422);
		assert.match(bad.words('main'), /dimulai dengan https:\/\//);
		await admin.submit(form, { value: 'https://lisensi.example/terbuka' }, { form: 'main form' });
		const one = await json(`${DATA}.jsonld`);
		assert.equal(one['dct:license']['@id'], 'https://lisensi.example/terbuka');
		assert.equal(one['dcat:distribution'][0]['dct:license']['@id'], 'https://lisensi.example/terbuka');
		assert.equal((await stranger.get('/portal/data')).one('main a[href="https://lisensi.example/terbuka"]').textContent, 'https://lisensi.example/terbuka');
	});

	it('is as DCAT-AP asks, with the licence of its region where that chose one', async () => {
		assert.deepEqual(await dcatFaults(await json('/portal/catalog.jsonld')), []);
		const wrong = await json(`${DATA}.jsonld`);
		wrong['dct:language'] = 'id';
		delete wrong['dct:title'];
		delete wrong['dcat:distribution'][0]['dcat:accessURL'];
		assert.equal((await dcatFaults(wrong)).length >= 3, true, 'the shapes bite');
		const own = await world.as('admin.bpp'), BY = 'https://creativecommons.org/licenses/by/4.0/';
		const form = await own.get('/cycle/regions/2/edit');
		assert.equal((await own.post('/cycle/regions/2/edit', { csrf: own.csrf(form), open_data_licence: 'https://lisensi.example/lain' })).status, 422);
		const page = await own.submit(form, { open_data_licence: BY }, { form: 'main form[method=post]' });
		assert.match(page.words('main'), /Lisensi data terbuka\s*CC BY 4\.0/);
		const one = await json(`${DATA}.jsonld`);
		assert.equal(one['dct:license']['@id'], BY);
		assert.equal(one['dcat:distribution'][0]['dct:license']['@id'], BY);
		for (const ending of ['json', 'csv', 'xlsx'])
			assert.equal((await stranger.get(`${DATA}.${ending}`)).headers.link, `<${BY}>; rel="license"${ending === 'csv' ?
				', <2026.csv-metadata.json>; rel="describedby"; type="application/csvm+json"' : ''}`, ending);
		assert.deepEqual(sheets((await stranger.get(`${DATA}.xlsx`)).body).at(-1).rows.find(([what]) => what === 'Lisensi'), ['Lisensi', `CC BY 4.0, ${BY}`],
			'a workbook that was passed on says it, too');
		for (const file of ['2026', 'years'])
			assert.equal((await json(`/portal/data/64.71/${file}.json`)).license, BY, file);
		assert.equal((await json('/portal/data/64/regions-2026.json')).license, 'https://lisensi.example/terbuka', 'of the province');
		for (const place of ['fragment', 'embed'])
			assert.equal((await stranger.get(`/portal/${place}/64.71/latest`)).one(`a[rel~=license][href="${BY}"]`).textContent, 'CC BY 4.0', place);
		const table = await json(`${DATA}.csv-metadata.json`);
		assert.equal(table['dc:license']['@id'], BY);
		assert.deepEqual((await jsonld.toRDF({ ...table, '@context': { dc: DCT, csvw: 'http://www.w3.org/ns/csvw#' } })).filter(({ predicate }) => predicate.value === `${DCT}license`).map(({ object }) => object.value), [BY]);
		const other = (await json('/portal/catalog.jsonld'))['dcat:dataset'].find(({ '@id': id }) => id.endsWith('/64.08/2026.jsonld'));
		assert.equal(other['dct:license']['@id'], 'https://lisensi.example/terbuka', 'another region has that of the instance');
		assert.deepEqual(await dcatFaults(await json('/portal/catalog.jsonld')), []);
		const feed = (await stranger.get('/portal/feed.atom')).text;
		assert.ok(feed.includes(`<link rel="license" href="${BY}"/>`) && feed.includes('<link rel="license" href="https://lisensi.example/terbuka"/>'));
		assert.equal((await stranger.get('/portal/data')).all(`main td a[href="${BY}"]`).length, 3);
		assert.equal((await stranger.get('/portal/region/64.71/2026')).one(`main a[href="${BY}"]`).textContent, 'CC BY 4.0');
		await own.submit(await own.get('/cycle/regions/2/edit'), { open_data_licence: '' }, { form: 'main form[method=post]' });
		assert.equal((await json(`${DATA}.jsonld`))['dct:license']['@id'], 'https://lisensi.example/terbuka');
	});

	it('is of all years of a region, and of the regions of a province', async () => {
		const years = await json('/portal/data/64.71/years.json');
		assert.deepEqual(years.years.map(({ year, average, counts }) => [year, average.assessed, counts.assessed]), [[2026, 44, 3], [2025, 22, 2]]);
		assert.deepEqual((await stranger.get('/portal/data/64.71/years.csv')).text.split('\r\n'), [
			'region,name,year,average_assessed,average_all,category,agencies,assessed', '"64.71","Kota Balikpapan",2026,44.0,33.0,"Tinggi",4,3',
			'"64.71","Kota Balikpapan",2025,22.0,22.0,"Rendah",2,2', '']);
		const regions = await json('/portal/data/64/regions-2026.json');
		assert.deepEqual(regions.regions.map((one) => [one.region, one.average.assessed]), [['64.08', 55], ['64.71', 44]]);
	});

	it('has its columns beside each table, where readers of CSVW look for them', async () => {
		const fits = { string: /^".*"$|^$/, integer: /^-?\d*$/, decimal: /^(\d+\.\d)?$/ };
		for (const file of ['64.71/2026', '64.71/years', '64/regions-2026']) {
			const { text, headers: { link } } = await stranger.get(`/portal/data/${file}.csv`);
			const beside = new URL(/<([^>]*)>; rel="describedby"/.exec(link)[1], `http://x/portal/data/${file}.csv`).pathname;
			assert.equal(beside, `/portal/data/${file}.csv-metadata.json`);
			const answer = await stranger.get(beside), table = JSON.parse(answer.text);
			assert.equal(answer.headers['content-type'], 'application/csvm+json');
			assert.equal(table['@context'][0], 'http://www.w3.org/ns/csvw');
			assert.equal(new URL(table.url, `http://x${beside}`).pathname, `/portal/data/${file}.csv`);
			const [head, ...rows] = text.trimEnd().split('\r\n');
			const { columns } = table.tableSchema;
			assert.deepEqual(columns.map(({ titles }) => titles), head.split(','));
			assert.equal(new Set(columns.map(({ name }) => name)).size, columns.length);
			for (const row of rows)
				row.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g).slice(0, columns.length).forEach((cell, at) =>
					assert.match(cell.replace(/,$/, ''), fits[columns[at].datatype], `${file} ${columns[at].name}`));
		}
	});

	it('is fetched again only when it changed', async () => {
		for (const path of EACH) {
			const first = await stranger.get(path);
			assert.equal(first.status, 200, path);
			if (path === '/portal/data')
				continue;
			assert.match(first.headers['cache-control'], /embed/.test(path) ? /^private, no-cache$/ : /^public, max-age=300$/, path);
			assert.equal((await stranger.get(path, { headers: { 'if-none-match': first.headers.etag } })).status, 304, path);
		}
		const { etag } = (await stranger.get('/portal/feed.atom')).headers;
		stack.sql(`UPDATE cycle SET reported_at = '2026-11-21 03:04:05.678' WHERE id = 1; ${raise}`);
		assert.equal((await stranger.get('/portal/feed.atom', { headers: { 'if-none-match': etag } })).status, 200);
	});

	it('is not there in forms that nobody made', async () => {
		for (const path of ['/portal/data/64.71/years.xlsx', `${DATA}.tabel.csv`, '/portal/data/64/regions-2026.xlsx', '/portal/data/64.71/years2026.json',
			'/portal/data/64.71/regions-2026.json', '/portal/data/64.71/regions-.json', '/portal/data/64/2026.json', '/portal/data/64/years.jsonld', '/portal/data/0123456789/years.json',
			'/portal/catalog.jsonld?page=2', '/portal/catalog.jsonld?page=9999', '/portal/embed/64.71/2024', '/portal/embed/64/latest', '/portal/fragment/64.71/x', '/portal/region/64.71/latest'])
			assert.equal((await stranger.get(path)).status, 404, path);
		for (const path of ['/portal/catalog.jsonld?page=0', '/portal/catalog.jsonld?page=x', '/portal/data?page=-1'])
			assert.equal((await stranger.get(path)).status, 400, path);
	});
});

describe('the catalogue', () => {
	it('comes in pages, each dataset once', async () => {
		stack.sql(`INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
			SELECT 2, instrument_id, 2030 + n.n, 0, '2020-01-01', 'reported', UTC_TIMESTAMP(3), CONCAT('2020-01-', 10 + n.n) FROM cycle c
			JOIN (SELECT 1 n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9 UNION SELECT 10) n WHERE c.id = 1; ${raise}`);
		const seen = [];
		let next = '/portal/catalog.jsonld';
		for (let page = 1; next !== undefined; page++) {
			const catalog = await json(next);
			assert.equal(catalog['hydra:view']['hydra:previous'] !== undefined, page > 1);
			seen.push(...catalog['dcat:dataset'].map((one) => one['@id']));
			next = catalog['hydra:view']['hydra:next']?.['@id'].slice(stack.base.length);
		}
		assert.equal(seen.length, 16);
		assert.equal(new Set(seen).size, 16);
		stack.sql(`DELETE FROM cycle WHERE year > 2030; ${raise}`);
	});

	it('is a page for people, found from the first one', async () => {
		const page = await stranger.get('/portal/data');
		assert.deepEqual(page.rows('main table').slice(1).map(([name]) => name).sort(), ['Kabupaten Kutai Timur 2026', 'Kabupaten Kutai Timur, semua tahun',
			'Kota Balikpapan 2025', 'Kota Balikpapan 2026', 'Kota Balikpapan, semua tahun', 'Perbandingan daerah di Provinsi Kalimantan Timur 2026']);
		for (const link of page.all('main table a:not([rel=license])').map((one) => one.getAttribute('href')))
			assert.equal((await stranger.get(link.replace('/matang', ''))).status, 200, link);
		assert.ok((await stranger.get('/portal/')).one('main a[href$="/portal/data"]'));
	});
});

describe('the feed', () => {
	it('is Atom, newest first, by ids that stay', async () => {
		const text = (await stranger.get('/portal/feed.atom')).text;
		const feed = await new RssParser({ customFields: { item: ['updated', 'id'] } }).parseString(text);
		assert.equal(feed.feedUrl, `${stack.base}/portal/feed.atom`);
		/* Some readers take the first link for the page. */
		for (const part of text.split('<entry>'))
			assert.match(/<link rel="(.*?)"/.exec(part)[1], /^alternate$/);
		assert.deepEqual(feed.items.map(({ id }) => id.replace(/.*\/data/, '')), ['/64.71/2026.jsonld', '/64.71/2025.jsonld', '/64.08/2026.jsonld'].sort((a, b) =>
			feed.items.findIndex(({ id }) => id.endsWith(a)) - feed.items.findIndex(({ id }) => id.endsWith(b))));
		assert.equal(feed.items[0].updated, '2026-11-21T03:04:05Z');
		assert.match(text, /<updated>2026-11-21T03:04:05Z<\/updated>\s*<author>/);
		for (const { link } of feed.items)
			assert.equal((await stranger.get(link.slice(stack.base.length))).status, 200, link);
		assert.match((await stranger.get('/portal/feed.atom')).headers['content-type'], /^application\/atom\+xml/);
		/* A name that is meant badly stays a name. */
		const [{ name }] = stack.sql('SELECT name FROM region WHERE id = 3');
		stack.sql(`UPDATE region SET name = '<b>"&]]>' WHERE id = 3; ${raise}`);
		const again = await new RssParser().parseString((await stranger.get('/portal/feed.atom')).text);
		assert.ok(again.items.some(({ title }) => title.includes('<b>"&]]>')));
		assert.doesNotMatch((await stranger.get('/portal/embed/64.08/latest')).text, /<b>/);
		assert.ok((await json('/portal/data/64.08/2026.jsonld'))['dct:title']['@value'].includes('<b>"&]]>'));
		stack.sql(`UPDATE region SET name = '${name}' WHERE id = 3; ${raise}`);
	});
});

describe('in a page of another site', () => {
	it('stands a piece of HTML without head, script and style', async () => {
		const { text, headers } = await stranger.get('/portal/fragment/64.71/latest');
		assert.doesNotMatch(text, /<(?:html|head|body|script|style|link|!DOCTYPE)|class=|style=/i);
		assert.match(text, /Kematangan organisasi Kota Balikpapan 2026.*44,0<\/strong> dari 55.*Tinggi.*3 dari 4 perangkat daerah/s);
		assert.ok(text.includes(`href="${stack.base}/portal/region/64.71/2026"`));
		assert.equal(headers['x-frame-options'], 'DENY');
	});

	/* <!--# include virtual=… --> of nginx passes on what the browser takes, and puts in what comes. */
	it('comes unpacked, whatever the browser of the page takes', behindOne, async () => {
		const { status, headers, text } = await new FcgiRequest(`${stack.run}/portal.sock`, { REQUEST_METHOD: 'GET', PATH_INFO: '/fragment/64.71/latest',
			QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1', HTTP_HOST: `127.0.0.1:${stack.port}`, REMOTE_ADDR: '127.0.0.1', HTTP_ACCEPT_ENCODING: 'gzip, br' })
			.end().answer;
		assert.equal(status, 200);
		assert.equal(headers['content-encoding'], undefined);
		assert.match(text, /Kematangan organisasi Kota Balikpapan 2026/);
	});

	it('stands a frame, where the administrator named the site', async () => {
		const policy = async () => (await stranger.get('/portal/embed/64.71/latest')).headers;
		assert.match((await policy())['content-security-policy'], /frame-ancestors 'none'$/);
		const form = await admin.get('/cycle/settings/embed_sites');
		for (const bad of ['http://www.kota.example', 'https://www.kota.example/', '*', 'https://*', "https://a.example; script-src 'unsafe-inline'", 'https://A.example',
			"'self'", 'https://', 'https://a.example:', 'https://a.example,https://b.example'])
			assert.equal((await admin.submit(form, { value: bad }, { form: 'main form' })).status, 422, bad);
		await admin.submit(form, { value: 'https://www.kota.example https://ppid.kota.example:8443' }, { form: 'main form' });
		const headers = await policy();
		assert.match(headers['content-security-policy'], /^default-src 'none'; .*frame-ancestors https:\/\/www\.kota\.example https:\/\/ppid\.kota\.example:8443$/);
		assert.equal(headers['x-frame-options'], undefined);
		const page = await stranger.get('/portal/embed/64.71/latest');
		assert.doesNotMatch(page.text, /<script/);
		assert.equal((await stranger.get(page.one('link[rel=stylesheet]').getAttribute('href').replace('/matang', ''))).status, 200);
		for (const path of ['/portal/', '/portal/data', '/portal/region/64.71/2026', '/portal/embed/64.71/1999'])
			assert.equal((await stranger.get(path)).headers['x-frame-options'], 'DENY', path);
	});

	it('comes by a code that its administrator copies', async () => {
		const page = await (await world.as('admin.bpp')).get('/cycle/regions/2');
		const codes = page.all('main pre').map((one) => one.textContent);
		assert.ok(codes[0].startsWith(`<iframe src="${stack.base}/portal/embed/64.71/latest" title="Kematangan organisasi Kota Balikpapan"`));
		assert.deepEqual(codes.slice(1), [`${stack.base}/portal/fragment/64.71/latest`, '[matang daerah="64.71"]']);
		assert.match(page.words('main'), /Hanya situs ini yang boleh: https:\/\/www\.kota\.example/);
	});
});

describe('the description of the public addresses', () => {
	it('is OpenAPI 3.1, and each address answers as it says', async () => {
		const description = await json('/portal/openapi.json');
		const checked = await new Validator().validate(structuredClone(description));
		assert.equal(checked.valid, true, JSON.stringify(checked.errors));
		assert.equal(description.openapi, '3.1.0');
		const ajv = new Ajv2020({ strict: false });
		ajv.addSchema({ $id: 'all', ...description });
		const asked = new Set();
		for (const [path, { get }] of Object.entries(description.paths)) {
			const fill = (code, year) => `/portal${path.replace('{code}', code).replace('{year}', year)}`;
			const code = path.includes('regions-') ? '64' : '64.71';
			const answer = await stranger.get(fill(code, 2026));
			assert.equal(answer.status, 200, path);
			const [[media, { schema }]] = Object.entries(get.responses['200'].content);
			assert.equal(answer.headers['content-type'].replace(/;.*/, ''), media, path);
			if (/json/.test(media)) {
				const valid = ajv.compile({ $ref: `all${schema.$ref}` });
				assert.ok(valid(JSON.parse(answer.text)), `${path}: ${JSON.stringify(valid.errors)}`);
			}
			assert.equal((await stranger.get(fill(code, 2026), { headers: { 'if-none-match': answer.headers.etag } })).status, 304, path);
			if (path.includes('{code}'))
				assert.equal((await stranger.get(fill('81.01', 2026))).status, 404, path);
			assert.deepEqual(get.parameters.map(({ name }) => name).filter((name) => name !== 'page').sort(),
				[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(), path);
			asked.add(path);
		}
		assert.equal(asked.size, 17);
	});
});

describe('what a region does not publish', () => {
	const texts = async () => {
		const found = [];
		for (const path of EACH) {
			const { status, text } = await stranger.get(path);
			assert.equal(status, 200, path);
			found.push([path, text]);
		}
		return found;
	};

	it('is in none of the forms: names of agencies', async () => {
		assert.match((await stranger.get(`${DATA}.csv`)).text, NAMES);
		const before = await json(`${DATA}.jsonld`);
		region(0, 3);
		for (const [path, text] of await texts())
			assert.doesNotMatch(text, NAMES, path);
		const after = await json(`${DATA}.jsonld`);
		assert.notEqual(after['dcat:version'], before['dcat:version']);
		assert.match(after['dct:description']['@value'], /tanpa nama/);
		/* Two in the year before: no figure of it in the years. */
		assert.deepEqual((await json('/portal/data/64.71/years.json')).years.map(({ average }) => average.assessed), [44, null]);
	});

	it('is in none of the forms: figures over too few', async () => {
		region(0, 4);
		for (const [path, text] of await texts()) {
			const figures = text.replace(/"(?:dcat:byteSize|spdx:checksumValue)":\{[^}]*\}|"dcat:version":"[^"]*"/g, '');
			assert.doesNotMatch(figures, /\b44[.,]0|\b33[.,]0|\b22[.,]0/, path);
			assert.doesNotMatch(figures, NAMES, path);
		}
		assert.deepEqual((await json('/portal/data/64/regions-2026.json')).regions.map((one) => one.average.assessed), [55, null]);
		region(1, 'NULL');
	});

	it('is in none of the forms: people', async () => {
		const people = stack.sql('SELECT full_name, username FROM account').flatMap(({ full_name, username }) => [full_name, username]).filter((one) => one.length > 5);
		for (const [path, text] of await texts())
			for (const person of people)
				assert.ok(!text.includes(person), `${person} in ${path}`);
	});
});
