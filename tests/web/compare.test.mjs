// SPDX-License-Identifier: ISC
//
// Pictures and comparisons: the figures of the published case, what they are made of, who may see
// which, and that every picture can be read without seeing it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { csvRows, ROOT, startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const CASE = csvRows(readFileSync(path.join(ROOT, 'sql/reference/balikpapan-2025.csv'), 'utf8'));
/* What the city found lies between: 42. */
const CITY = [5, 4, 4, 2, 4, 4, 5, 4, 4, 4, 2];
const CYCLE = 1;

const ROMAN = ['–', 'I', 'II', 'III', 'IV', 'V'];

describe('pictures and comparisons', () => {
	let stack, world, id, next, verifier, earlier, before25;

	/* Levels of one assessment, variable by variable; the city says something else than the province. */
	function setLevels(assessment, self, said, city = said.map((level) => level % 5 + 1)) {
		const each = (levels) => `ELT(v.number, ${levels.join(', ')})`;
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id
			SET n.self_level = ${each(self)}, n.explanation = 'Uraian contoh', n.city_level = ${each(city)},
			n.city_reason = 'Dibaca', n.city_recommendation = 'Lengkapi', n.province_level = ${each(said)},
			n.province_reason = 'Dibaca', n.province_recommendation = 'Lengkapi'
			WHERE n.assessment_id = ${assessment}`);
	}

	const state = (assessment, code) => stack.sql(`UPDATE assessment SET state = '${code}' WHERE id = ${assessment}`);
	const threshold = (number) => stack.sql(
		`UPDATE setting SET value = '${number}' WHERE name = 'anonymity_threshold'`);
	const all = (level) => Array(11).fill(level);

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
		next = world.assessment('Dishub');
		/* The year before: everything at 3. */
		[{ id: before25 }] = stack.sql(`INSERT INTO cycle (region_id, instrument_id, year, province_tier,
			start_date, state, opened_at, reported_at) SELECT 2, instrument_id, 2025, 1, '2025-09-01', 'reported',
			UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM cycle WHERE id = ${CYCLE}; SELECT MAX(id) AS id FROM cycle`);
		stack.sql(`INSERT INTO assessment (cycle_id, agency_id, state) SELECT ${before25}, agency_id, 'reported'
			FROM assessment WHERE cycle_id = ${CYCLE};
			INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_recommendation,
			province_level, province_recommendation) SELECT a.id, v.id, 3, 3, 'Lanjutkan', 3, 'Lanjutkan'
			FROM assessment a JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id
			WHERE c.id = ${before25}`);
		[{ id: earlier }] = stack.sql(`SELECT id FROM assessment WHERE cycle_id = ${before25} AND agency_id = 1`);
		setLevels(id, CASE.map((row) => row.self_level), CASE.map((row) => row.verified_level), CITY);
		state(id, 'validated');
		verifier = await world.as('verifikator');
	});
	after(() => stack?.stop());

	/* What holds for every picture of a page; its ids. */
	function checkPictures(page) {
		const ids = page.all('[id]').map((one) => one.getAttribute('id'));
		assert.equal(new Set(ids).size, ids.length, `${page.url}: an id stands twice`);
		assert.doesNotMatch(page.text.replace(/<script type="module" src="[^"]*"><\/script>/, ''), /<script|<style|\sstyle=/);
		const figures = page.all('figure.matang-picture');
		for (const figure of figures) {
			const drawings = figure.querySelectorAll('svg');
			assert.equal(drawings.length, 1, 'once for every width');
			const [drawing] = drawings;
			assert.equal(drawing.getAttribute('role'), 'img');
			const names = drawing.getAttribute('aria-labelledby').split(' ').map((one) => page.one(`#${one}`));
			assert.deepEqual(names.map((one) => one.tagName), ['title', 'desc']);
			for (const name of names)
				assert.ok(name.words.length > 5, page.url);
			const [left, top, width, height] = drawing.getAttribute('viewBox').split(' ').map(Number);
			assert.ok(left === 0 && top === 0 && width === 340 && height > 50, 'as wide as a telephone');
			assert.ok(drawing.querySelectorAll('text').length > 3);
			assert.ok(figure.querySelector('figcaption').words);
			assert.ok(figure.querySelectorAll('details table tbody tr').length > 0, 'the table behind it');
		}
		return figures.map((one) => one.getAttribute('id'));
	}

	const table = (page, picture) => page.rows(`#${picture} table`);
	const texts = (page, picture) => page.all(`#${picture} svg`).map((drawing) =>
		drawing.querySelectorAll('text').map((one) => one.words));

	test('the published case is drawn as it is: 38 to 47, and where the nine came from', async () => {
		const page = await verifier.get(`/report/agency/${id}`);
		assert.deepEqual(checkPictures(page), ['radar', 'bars', 'waterfall']);
		assert.deepEqual(table(page, 'radar').at(-1), ['Jumlah skor', '38', '42', '47', '33']);
		assert.deepEqual(table(page, 'radar')[0], ['Variabel', 'Penilaian mandiri', 'Verifikasi', 'Validasi', 'Akhir 2025']);
		assert.deepEqual(table(page, 'bars').at(-1), ['Jumlah skor', '38', '47', '+9']);
		const fall = table(page, 'waterfall').slice(1);
		assert.deepEqual(fall[0], ['Penilaian mandiri', '–', '38']);
		assert.deepEqual(fall.at(-1), ['Skor akhir', '+9', '47']);
		const changes = fall.slice(1, -1).map(([, change]) => Number(change.replace('−', '-')));
		assert.deepEqual(changes, CASE.map((row) => row.verified_level - row.self_level));
		assert.equal(changes.reduce((sum, one) => sum + one), 9);
		for (const drawn of texts(page, 'waterfall')) {
			assert.ok(drawn.includes('38') && drawn.includes('47 (+9)'));
			assert.deepEqual(drawn.filter((one) => /^\+\d$/.test(one)), ['+3', '+3', '+2', '+1']);
		}
		assert.match(page.words('#waterfall desc'), /Penjaminan mutu layanan perangkat daerah \+3, .*Pendidikan dan pelatihan aparatur \+3, .*Pengembangan inovasi layanan perangkat daerah \+2, .*Budaya organisasi perangkat daerah \+1/);
	});

	test('what is drawn of a region adds up to its tables', async () => {
		const page = await verifier.get(`/report/region/${CYCLE}`);
		assert.deepEqual(checkPictures(page).sort(), ['distribution', 'heat', 'progress', 'trend']);
		const rows = table(page, 'distribution').slice(1).map(([, number]) => Number(number));
		assert.equal(rows.slice(0, -1).reduce((sum, one) => sum + one), 4);
		assert.equal(rows.at(-1), 4);
		assert.deepEqual(table(page, 'distribution').slice(1).map(([name, number]) => [name, number]).slice(4, 6),
			[['Sangat Tinggi', '1'], ['Belum dinilai', '3']]);
		const heat = table(page, 'heat').find(([name]) => name.includes('UMKM'));
		assert.deepEqual(heat.slice(1), [...CASE.map((row) => ROMAN[row.verified_level]), '47']);
		assert.ok(texts(page, 'heat').every((drawn) => drawn.includes('47')));
		assert.deepEqual(table(page, 'trend').slice(1), [['2025', '33,0', '33,0'], ['2026', '47,0', '11,8']]);
	});

	test('what the last tier has not finished is not drawn', async () => {
		setLevels(next, all(2), all(3));
		for (const [code, shown] of [['verified', Array(12).fill('–')], ['validated', [...all('III'), '33']]]) {
			state(next, code);
			const page = await verifier.get(`/report/region/${CYCLE}`);
			assert.deepEqual(table(page, 'heat').find(([name]) => name.includes('Perhubungan')).slice(1), shown, code);
		}
		state(next, 'not_started');
	});

	test('progress is counted day by day from the history, beside the plan', async () => {
		const day = (offset) => `CURRENT_DATE + INTERVAL ${offset} DAY`;
		stack.sql(`UPDATE cycle_step SET planned_from = ${day(-6)}, planned_until = ${day(-3)} WHERE cycle_id = ${CYCLE} AND step = 4;
			UPDATE cycle_step SET planned_from = ${day(-2)}, planned_until = ${day(2)} WHERE cycle_id = ${CYCLE} AND step = 5;
			UPDATE cycle_step SET planned_from = ${day(3)}, planned_until = ${day(3)} WHERE cycle_id = ${CYCLE} AND step = 6;
			INSERT INTO history (at, assessment_id, subject, subject_id, from_value, to_value) VALUES
			(UTC_TIMESTAMP(3) - INTERVAL 4 DAY, ${id}, 'state', ${id}, 'draft', 'submitted'),
			(UTC_TIMESTAMP(3) - INTERVAL 1 DAY, ${id}, 'state', ${id}, 'submitted', 'verified'),
			(UTC_TIMESTAMP(3), ${id}, 'state', ${id}, 'verified', 'validated')`);
		const page = await verifier.get(`/report/region/${CYCLE}`);
		const rows = table(page, 'progress').slice(1);
		const sent = rows.map((row) => row[1]).filter((one) => one !== '–');
		assert.equal(sent[0], '0');
		assert.equal(sent.at(-1), '1');
		assert.equal(rows.at(-1)[2], '4');	/* planned: all */
		const checked = rows.map((row) => row[3]).filter((one) => one !== '–');
		assert.deepEqual([checked[0], checked.at(-1)], ['0', '1']);
		assert.match(page.words('#progress desc'), /dari 4 perangkat daerah: Penilaian dikirim 1, menurut rencana 4/);
		for (const admin of ['admin', 'admin.bpp']) {
			const home = await (await world.as(admin)).get('/cycle/');
			assert.ok(checkPictures(home).includes('progress-0'), admin);
		}
		assert.deepEqual(checkPictures(await (await world.as('admin')).get(`/cycle/cycles/${CYCLE}`)), ['progress']);
	});

	test('the operator sees last year beside this one at home', async () => {
		const page = await (await world.as('operator.dkumkmp')).get('/questionnaire/');
		assert.deepEqual(checkPictures(page), ['radar']);
		assert.deepEqual(table(page, 'radar').at(-1), ['Jumlah skor', '38', '42', '47', '33']);
	});

	test('two years of an agency stand side by side', async () => {
		const page = await verifier.get(`/report/agency/${id}/compare`);
		checkPictures(page);
		assert.deepEqual(table(page, 'years').at(-1), ['Jumlah skor', '33', '47', '+14']);
		assert.deepEqual(table(page, 'change').at(-1), ['2026', '+14', '47']);
		assert.deepEqual(table(page, 'trend').slice(1), [['2025', '33,0', '33,0'], ['2026', '47,0', '38,0']]);
		const same = await verifier.get(`/report/agency/${id}/compare?with=${earlier}`);
		assert.deepEqual(table(same, 'years'), table(page, 'years'));
		/* And seen from the other year, in the same order of time. */
		const back = await verifier.get(`/report/agency/${earlier}/compare?with=${id}`);
		assert.deepEqual(table(back, 'years').at(-1), ['Jumlah skor', '33', '47', '+14']);
		for (const other of [next, 999999])
			assert.equal((await verifier.get(`/report/agency/${id}/compare?with=${other}`)).status, 404);
		assert.equal((await verifier.get(`/report/agency/${id}/compare?with=x`)).status, 400);
		assert.equal((await verifier.get(`/report/agency/${id}/compare?year=2025`)).status, 400);
	});

	test('accuracy: what the agency said beside what was found, and no official measure', async () => {
		const page = await verifier.get(`/report/agency/${id}/compare`);
		assert.match(page.words(), /Kesesuaian ?86,4 % ?Sama ?7 ?Dinilai terlalu tinggi ?1 ?Dinilai terlalu rendah ?3/);
		assert.match(page.words(), /bukan ukuran resmi/);
		const list = await verifier.get(`/report/region/${CYCLE}/accuracy`);
		const row = list.rows('main table').find(([name]) => name.includes('UMKM'));
		assert.deepEqual(row.slice(1), ['86,4 %', '7', '1', '3']);
		assert.match(list.words(), /Seluruh daerah: 86,4 % dari 11 penilaian/);
		assert.match(list.words(), /bukan ukuran resmi/);
		const variables = list.all('main table')[1].querySelectorAll('tbody tr').map((one) => one.words);
		assert.match(variables[2], /50,0 %001$/);
	});

	test('an agency is told of the others only when they are many enough', async () => {
		const own = await world.as('operator.dkumkmp');
		const hidden = async () => {
			const page = await own.get(`/report/agency/${id}/compare`);
			checkPictures(page);
			return { page, hidden: /Angka daerah belum ditunjukkan/.test(page.words()) };
		};
		for (const [agency, level] of [['Dishub', 2], ['Bappeda', 3], ['Bagor', 5]]) {
			setLevels(world.assessment(agency), all(level), all(level));
			state(world.assessment(agency), 'validated');
		}
		threshold(4);
		const few = await hidden();
		assert.ok(few.hidden);
		assert.match(few.page.words(), /sedikitnya 4 perangkat daerah lain/);
		assert.equal(few.page.one('#spread'), null);
		assert.doesNotMatch(few.page.words(), /39,3|Perhubungan/);
		threshold(3);
		const { page, ...enough } = await hidden();
		assert.ok(!enough.hidden);
		/* 22, 33, 47, 55: average 39,25; quartiles 30,25 40 49. */
		assert.match(page.words('.matang-scores'), /47 ?Rata-rata daerah ?39,3 ?Kuartil 1 ?30,3 ?Nilai tengah ?40,0 ?Kuartil 3 ?49,0/);
		assert.match(page.words(), /Skor 47 di atas nilai tengah/);
		/* Variable 1: 2, 3, 5, 5. */
		assert.deepEqual(table(page, 'spread')[1].slice(1), ['5', '3,8', '2,8', '4,0', '5,0']);
		assert.doesNotMatch(page.text, /Perhubungan|Badan Contoh|Bagian Organisasi \(contoh\)/);
		/* One that was reopened counts no more. */
		state(next, 'draft');
		assert.ok((await hidden()).hidden);
		/* Who has the whole region before them is told anyway. */
		threshold(100);
		for (const name of ['verifikator', 'validator', 'auditor']) {
			const told = await (await world.as(name)).get(`/report/agency/${id}/compare`);
			assert.ok(told.one('#spread'), name);
		}
		threshold(5);
		state(next, 'validated');
	});

	test('two cycles of a region stand side by side', async () => {
		const page = await verifier.get(`/report/region/${CYCLE}/compare`);
		checkPictures(page);
		assert.deepEqual(page.rows('main table').slice(1), [['Perangkat daerah', '4', '4'], ['Sudah dinilai', '4', '4'],
			['Rata-rata yang dinilai', '33,0', '39,3'], ['Rata-rata semua perangkat daerah', '33,0', '39,3'],
			['Kategori', 'Sedang', 'Tinggi']]);
		assert.deepEqual(table(page, 'years').at(-1), ['Rata-rata skor', '33,0', '39,3', '+6,3']);
		assert.deepEqual(table(page, 'years')[1].slice(1), ['3,0', '3,8', '+0,8']);
		const pairs = page.all('main table').at(-1).querySelectorAll('tbody tr').map((one) => one.words);
		assert.match(pairs[0], /55\+22$/);
		assert.match(pairs.at(-1), /22−11$/);
		assert.match(page.words(), /2 naik, 1 turun, 1 tetap/);
		assert.equal((await verifier.get(`/report/region/${CYCLE}/compare?with=2`)).status, 404);
	});

	test('years with other agencies are compared by those that both have', async () => {
		state(next, 'submitted');
		const page = await verifier.get(`/report/region/${CYCLE}/compare`);
		state(next, 'validated');
		assert.match(page.words('.govuk-inset-text'), /Selesai di kedua periode: 3 perangkat daerah\. Rata-rata mereka \d+,\d lalu \d+,\d/);
		assert.equal(page.one('#years'), null, 'no picture of averages of others');
	});

	test('what is missing for the next level, by the points that it would bring', async () => {
		const page = await verifier.get(`/report/region/${CYCLE}/gaps`);
		assert.match(page.words(), /4 dari 4 perangkat daerah/);
		/* Bagor is at 5 everywhere; of the case six variables are below 5, of the two others all. */
		const below = CASE.filter((row) => row.verified_level < 5).length;
		assert.match(page.words(), new RegExp(`bertambah ${below + 22}\\.`));
		const points = page.all('section strong').map((one) => Number(one.words));
		assert.deepEqual(points, [...points].sort((a, b) => b - a));
		assert.equal(points.reduce((sum, one) => sum + one), below + 22);
		const first = page.rows('section table')[1];
		assert.match(first[0], /Perhubungan/);
		assert.ok(Number(first[2]) >= 1);

		/* A document is there when the tier whose level counts has accepted it: here the province. */
		stack.sql(`SET @by = (SELECT MIN(id) FROM account), @at = UTC_TIMESTAMP(3);
			INSERT INTO document (id, agency_id, title, kind, created_at, created_by) VALUES (900, 2, 'SK', 'sop', @at, @by);
			INSERT INTO revision (id, document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
			VALUES (900, 900, 1, UNHEX(SHA2('sk', 256)), 1, 'application/pdf', 'a', 'aa/900', @at, @by);
			INSERT INTO evidence_link (id, assessment_id, checklist_item_id, document_id, created_at, created_by, city_revision_id, province_revision_id)
			SELECT 900, ${next}, i.id, 900, @at, @by, 900, 900 FROM checklist_item i JOIN level l ON l.id = i.level_id AND l.number = 3
			JOIN variable v ON v.id = l.variable_id AND v.number = 1 WHERE i.compulsory = 1 LIMIT 1`);
		const judged = async (city, province) => {
			stack.sql(`UPDATE evidence_link SET city_decision = '${city}', city_reason = 'a', province_decision = '${province}', province_reason = 'a' WHERE id = 900`);
			return (await verifier.get(`/report/region/${CYCLE}/gaps`)).words('main');
		};
		const without = page.words('main');
		assert.equal(await judged('accepted', 'rejected'), without);
		const there = await judged('rejected', 'accepted');
		assert.notEqual(there, without);
		/* What was judged stays what it counts: neither another file nor a virus that is found later changes it. */
		stack.sql(`INSERT INTO revision (id, document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
			VALUES (901, 900, 2, UNHEX(SHA2('sk 2', 256)), 1, 'application/pdf', 'a', 'aa/901', UTC_TIMESTAMP(3), 1)`);
		assert.equal(await judged('accepted', 'accepted'), there);
		stack.sql("UPDATE revision SET scan = 'infected', scan_finding = 'Contoh', scanned_at = UTC_TIMESTAMP(3) WHERE id = 900");
		assert.equal(await judged('accepted', 'accepted'), there);
		stack.sql(`UPDATE revision SET scan = 'none', scan_finding = '', scanned_at = NULL WHERE id = 900;
			UPDATE evidence_link SET removed_at = UTC_TIMESTAMP(3) WHERE id = 900`);
		assert.equal(await judged('accepted', 'accepted'), without);
	});

	test('who may: the region sees the region, an agency itself, the public what was reported', async () => {
		const region = [`/report/region/${CYCLE}/compare`, `/report/region/${CYCLE}/accuracy`, `/report/region/${CYCLE}/gaps`];
		const expect = { verifikator: 200, validator: 200, auditor: 200, 'operator.dkumkmp': 403, 'kepala.dkumkmp': 403,
			admin: 403, 'verifikator.kutim': 404 };
		for (const [name, status] of Object.entries(expect))
			for (const address of region)
				assert.equal((await (await world.as(name)).get(address)).status, status, `${name} ${address}`);
		const agency = { verifikator: 200, validator: 200, auditor: 200, 'operator.dkumkmp': 200, 'kepala.dkumkmp': 200,
			'operator.dishub': 404, 'verifikator.kutim': 404, admin: 403 };
		for (const [name, status] of Object.entries(agency))
			assert.equal((await (await world.as(name)).get(`/report/agency/${id}/compare`)).status, status, name);
		for (const address of [...region, `/report/agency/${id}/compare`]) {
			const answer = await stack.client().get(address);
			assert.equal(answer.status, 303, address);
			assert.equal((await verifier.post(address, {})).status, 405, address);
		}
	});

	test('the public sees the pictures of what was reported, and nothing of this year', async () => {
		const anyone = stack.client();
		assert.deepEqual(checkPictures(await anyone.get('/portal/region/64.71/2025')), ['distribution']);
		stack.sql(`UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = ${CYCLE}`);
		const page = await anyone.get('/portal/region/64.71/2026');
		assert.deepEqual(checkPictures(page), ['distribution', 'trend']);
		assert.deepEqual(table(page, 'trend').slice(1), [['2025', '33,0', '33,0'], ['2026', '39,3', '39,3']]);
		/* A year that is open again is nobody's business, also not as a point of a line. */
		stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = ${before25}`);
		assert.deepEqual(checkPictures(await anyone.get('/portal/region/64.71/2026')), ['distribution']);
	});
});
