// SPDX-License-Identifier: ISC
//
// Advice about a score: why it is what it is, within four presses of any figure, and which few documents would
// raise it. Figures are worked out by hand; what one agency wrote is nowhere told to another or to the public.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

/* The city takes one from variable 1, and the province one more: 35, 34, 33. */
const SELF = [5, 2, 3, 4, 5, 1, 3, 3, 3, 3, 3], CITY = [4, 2, 3, 4, 5, 1, 3, 3, 3, 3, 3], SAID = [3, 2, 3, 4, 5, 1, 3, 3, 3, 3, 3];
/* The levels of which variable have their document accepted: the instrument asks for one at each from II on. */
const ACCEPTED = { 1: [2, 3, 4], 2: [2, 3], 3: [2, 3], 4: [2], 5: [2, 3, 4, 5], 8: [2, 3], 9: [2, 3, 4], 10: [2, 3], 11: [2] };
const SECRET = 'Dokumen rahasia contoh', REFUSED = 'Tanpa tanda tangan, contoh', REASON = 'Alasan tertulis contoh';

let stack, world, id, next;

/* A document of an agency under an item, judged by both tiers. */
function put(assessment, variable, level, { city = 'accepted', province = city, kind = 'sop', title = SECRET } = {}) {
	stack.sql(`SET @by = (SELECT MIN(id) FROM account), @at = UTC_TIMESTAMP(3);
		INSERT INTO document (agency_id, title, kind, created_at, created_by) SELECT agency_id, '${title}', '${kind}', @at, @by FROM assessment WHERE id = ${assessment};
		SET @d = LAST_INSERT_ID();
		INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
			VALUES (@d, 1, UNHEX(SHA2(@d, 256)), 1, 'application/pdf', 'a', CONCAT('aa/why', @d), @at, @by);
		SET @r = LAST_INSERT_ID();
		INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by, city_revision_id, province_revision_id,
			city_decision, city_reason, province_decision, province_reason)
		SELECT ${assessment}, i.id, @d, @at, @by, @r, @r, '${city}', '${REFUSED}', '${province}', '${REFUSED}'
			FROM checklist_item i JOIN level l ON l.id = i.level_id AND l.number = ${level}
			JOIN variable v ON v.id = l.variable_id AND v.number = ${variable} JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 1
			WHERE i.compulsory = 1 ORDER BY i.position LIMIT 1`);
}

const levels = (assessment, self, city, said) => stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id
	SET n.self_level = ELT(v.number, ${self}), n.explanation = 'Uraian contoh', n.city_level = ELT(v.number, ${city}), n.city_reason = '${REASON}',
	n.city_recommendation = 'Lengkapi', n.province_level = ELT(v.number, ${said}), n.province_reason = '${REASON}', n.province_recommendation = 'Lengkapi'
	WHERE n.assessment_id = ${assessment}`);
const world_changed = () => stack.sql('UPDATE world_stamp SET number = number + 1; UPDATE agency_stamp SET number = number + 1');
const setting = (name, value) => stack.matang(['setting', name, value]);

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	next = world.assessment('Dishub');
	stack.sql(`INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
		SELECT 'sekda', password_hash, 'leader', 2, 'Sekda Contoh', password_changed_at, created_at FROM account WHERE username = 'auditor'`);
	/* What the figures below go by. */
	assert.deepEqual(stack.sql(`SELECT DISTINCT x.number, COALESCE(x.n, 0) AS n FROM (SELECT l.number, SUM(i.compulsory) AS n FROM level l
		LEFT JOIN checklist_item i ON i.level_id = l.id GROUP BY l.id) x ORDER BY x.number`).map((row) => [Number(row.number), Number(row.n)]),
	[[1, 0], [2, 1], [3, 1], [4, 1], [5, 1]]);
	levels(id, SELF, CITY, SAID);
	for (const [variable, accepted] of Object.entries(ACCEPTED))
		for (const level of accepted)
			put(id, variable, level);
	put(id, 7, 2, { city: 'accepted', province: 'rejected' });
	stack.sql(`INSERT INTO history (at, account_id, role, address, region_id, agency_id, assessment_id, variable_number, subject, subject_id, from_value, to_value)
		SELECT x.at, p.id, x.role, '127.0.0.1', 2, 1, ${id}, x.variable, x.subject, ${id}, x.was, x.became
		FROM (SELECT '2026-11-02 01:00:00' AS at, 'operator' AS role, NULL AS variable, 'state' AS subject, 'draft' AS was, 'submitted' AS became
			UNION ALL SELECT '2026-11-09 01:00:00', 'verifier', 1, 'city_level', '', '4' UNION ALL SELECT '2026-11-10 01:00:00', 'verifier', NULL, 'state', 'submitted', 'verified'
			UNION ALL SELECT '2026-11-12 01:00:00', 'validator', 1, 'province_level', '', '3'
			UNION ALL SELECT '2026-11-13 01:00:00', 'validator', NULL, 'state', 'verified', 'validated') x
		JOIN account p ON p.username = CASE x.role WHEN 'operator' THEN 'operator.dkumkmp' WHEN 'verifier' THEN 'verifikator' ELSE 'validator' END ORDER BY x.at;
		UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
	world_changed();
});
after(() => stack?.stop());

/* How many links it takes from a page to one that this is the address of; only through reports and what is published. */
async function presses(client, from, goal) {
	let edge = [from];
	const seen = new Set(edge);
	for (let count = 1; count <= 4; count++) {
		const found = [];
		for (const address of edge) {
			const page = await client.get(address, { follow: true });
			assert.equal(page.status, 200, address);
			for (const link of page.all('a[href]')) {
				const { pathname } = new URL(link.getAttribute('href'), page.url);
				if (pathname.endsWith(goal))
					return count;
				if (/\/(report|portal)(\/(overview|region\/[\d./]+|agency\/\d+)?)?$/.test(pathname) && !seen.has(pathname)) {
					seen.add(pathname);
					found.push(pathname.replace(/^\/matang/, ''));
				}
			}
		}
		edge = found;
	}
	return Infinity;
}

describe('why the score is what it is', () => {
	it('tells level by level what counted, who decided, by which rule, and what changed when', async () => {
		const page = await (await world.as('operator.dkumkmp')).get(`/report/agency/${id}/why`);
		assert.equal(page.words('h1'), 'Mengapa 33, bukan 35?');
		const [tiers, overview, first] = page.all('main table').map((table) => table.querySelectorAll('tr').slice(1)
			.map((row) => row.querySelectorAll('th, td').map((cell) => cell.words)));
		assert.deepEqual(tiers.map((row) => row.slice(1)), [['35', '', '–'], ['34', '−1', 'variabel 1 −1'], ['33', '−1', 'variabel 1 −1']]);
		assert.deepEqual(overview.map((row) => row[1]), ['III', 'II', 'III', 'IV', 'V', 'I', 'III', 'III', 'III', 'III', 'III']);
		/* One of each kind, worked out from ACCEPTED. */
		const why = overview.map((row) => row[2]);
		assert.match(why[0], /mendukung sampai Tingkat IV; tingkat yang lebih rendah diputuskan (tim verifikasi|provinsi)/);
		assert.match(why[1], /mendukung sampai Tingkat III, tetapi penilaian mandirinya tidak lebih tinggi \(aturan 4\)/);
		assert.match(why[2], /Dokumen wajib untuk Tingkat IV belum semuanya diterima \(aturan 3\)/);
		assert.match(why[3], /di atas dokumen yang diterima, dengan alasan tertulis \(aturan 4\)\. Dokumennya mendukung Tingkat II\./);
		assert.match(why[4], /Tingkat tertinggi; semua dokumen wajibnya diterima/);
		assert.match(why[5], /Dokumen wajib untuk Tingkat II belum/);
		assert.match(why[6], /mendukung Tingkat I\./, 'the province refused what the city took');
		assert.deepEqual(first.map((row) => row[2].replace(/^(.*?(diterima|wajib)).*/s, '$1')),
			['tidak meminta dokumen wajib', '1 dari 1 diterima', '1 dari 1 diterima', '1 dari 1 diterima', '0 dari 1 diterima']);
		assert.match(first[2][0], /Tingkat III di sini/);
		assert.match(page.words('main'), /9 November 2026: verifikasi menjadi Tingkat IV \(Tim verifikasi\)/);
		assert.match(page.words('main'), /12 November 2026: validasi menjadi Tingkat III \(Biro Organisasi Provinsi\)/);
		assert.match(page.words('main'), /13 November 2026: Tervalidasi/);
		assert.match(page.words('main'), new RegExp(`${SECRET} – ditolak: ${REFUSED}`));
		assert.match(page.words('main'), /kategori Sedang/);
		for (const rule of page.all('a[href^="#aturan"]'))
			assert.ok(page.one(rule.getAttribute('href')), 'every rule stands there');
	});

	it('is for the agency, its head, the team, the province, the auditor and the leader, who sees no document', async () => {
		for (const [name, status] of Object.entries({ 'operator.dkumkmp': 200, 'kepala.dkumkmp': 200, verifikator: 200, validator: 200, auditor: 200,
			sekda: 200, 'operator.dishub': 404, 'verifikator.kutim': 404, admin: 403 }))
			for (const page of ['why', 'lift'])
				assert.equal((await (await world.as(name)).get(`/report/agency/${id}/${page}`)).status, status, `${name} ${page}`);
		const leader = await (await world.as('sekda')).get(`/report/agency/${id}/why`);
		assert.doesNotMatch(leader.words('main'), new RegExp(SECRET));
		assert.match(leader.words('main'), /ditolak/);
	});

	it('tells the agency nothing of a tier that has not finished', async () => {
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		world_changed();
		const page = await (await world.as('operator.dkumkmp')).get(`/report/agency/${id}/why`);
		assert.equal(page.words('h1'), 'Mengapa tingkatnya demikian?');
		assert.doesNotMatch(page.words('main'), new RegExp(`${REASON}|${REFUSED}|verifikasi menjadi|validasi menjadi`));
		assert.match(page.words('main'), /perangkat daerah sendiri; belum diverifikasi/);
		stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
		world_changed();
	});

	it('is at most four presses from any figure', async () => {
		const goal = `/report/agency/${id}/why`;
		for (const [name, from] of [['operator.dkumkmp', `/questionnaire/${id}/`], ['operator.dkumkmp', `/questionnaire/${id}/3`], ['operator.dkumkmp', '/report/'],
			['operator.dkumkmp', `/plan/${id}`], ['kepala.dkumkmp', `/signoff/${id}/`], ['kepala.dkumkmp', '/report/'], ['verifikator', '/verify/'],
			['verifikator', `/verify/${id}/`], ['verifikator', '/report/region/1'], ['verifikator', '/report/region/1/gaps'], ['verifikator', '/plan/'],
			['validator', '/verify/'], ['auditor', '/report/'], ['sekda', '/report/overview'], ['sekda', '/plan/wall'], ['sekda', '/paper/']])
			assert.ok(await presses(await world.as(name), from, goal) <= 4, `${name} ${from}`);
	});

	it('is there for the public once it is published, without evidence, words or persons', async () => {
		const anyone = stack.client(), address = '/portal/agency/1/2026/why';
		assert.equal((await anyone.get(address)).status, 404);
		stack.sql(`UPDATE assessment SET state = 'reported' WHERE id = ${id}; UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1`);
		world_changed();
		const page = await anyone.get(address);
		assert.equal(page.words('h1'), 'Mengapa 33, bukan 35?');
		assert.match(page.words('main'), /mendukung sampai Tingkat IV; tingkat yang lebih rendah diputuskan (tim verifikasi|provinsi)/);
		assert.match(page.words('main'), /1 dari 1 diterima/);
		assert.match(page.words('main'), /10 November 2026: Terverifikasi \(Tim verifikasi\)/);
		const titles = stack.sql('SELECT i.title FROM checklist_item i WHERE i.compulsory = 1').map((row) => row.title);
		for (const hidden of [SECRET, REFUSED, REASON, 'Uraian contoh', 'Verifikator Contoh', 'Validator Contoh', 'Operator Contoh', ...titles])
			assert.ok(!page.text.includes(hidden), hidden);
		for (const from of ['/portal/', '/portal/region/64.71/2026', '/portal/agency/1'])
			assert.ok(await presses(anyone, from, address) <= 4, from);
		/* The same to who is signed in and has no part in it; no other year, no other agency. */
		assert.equal((await (await world.as('operator.kutim')).get(address)).words('h1'), 'Mengapa 33, bukan 35?');
		for (const other of ['/portal/agency/1/2025/why', '/portal/agency/2/2026/why', '/portal/agency/9/2026/why', '/portal/agency/1/0/why'])
			assert.equal((await anyone.get(other)).status, 404, other);
		stack.sql('UPDATE region SET publish_names = 0 WHERE id = 2');
		world_changed();
		assert.equal((await anyone.get(address)).status, 404);
		stack.sql('UPDATE region SET publish_names = 1 WHERE id = 2');
		world_changed();
	});

	it('can be taken from the public, and from all', async () => {
		const anyone = stack.client(), operator = await world.as('operator.dkumkmp');
		setting('why_page', '1');
		assert.equal((await anyone.get('/portal/agency/1/2026/why')).status, 404);
		assert.doesNotMatch((await anyone.get('/portal/agency/1')).text, /\/why"/);
		assert.equal((await operator.get(`/report/agency/${id}/why`)).status, 200);
		setting('why_page', '0');
		assert.equal((await operator.get(`/report/agency/${id}/why`)).status, 404);
		assert.doesNotMatch((await operator.get(`/report/agency/${id}`)).text, /\/why"/);
		setting('why_page', '2');
		stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1; UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
		world_changed();
	});
});

describe('which few documents bring most points', () => {
	/* To the province, of DKUMKMP: what each level from the next on lacks, by ACCEPTED and SAID.
	 *  1 (III): IV 0 → +1, V 1 → +2    2 (II): III 0 → +1, IV 1 → +2, V 2 → +3    3 (III): IV 1 → +1, V 2 → +2
	 *  4 (IV): V needs III, IV, V: 3 → +1    5 (V): none    6 (I): II 1 → +1, III 2, IV 3, V 4 → +4
	 *  7 (III): IV needs II, III, IV: 3 → +1, V 4 → +2    8, 10 (III): IV 1 → +1, V 2 → +2
	 *  9 (III): IV 0 → +1, V 1 → +2    11 (III): IV needs III and IV: 2 → +1, V 3 → +2
	 * Without a document: 1, 2 and 9, +3; then a point for each document: 1, 2, 2, 9 and 3, 3, 6 ×4, 8 ×2, 10 ×2 (14),
	 * then 11: two for one or three for two; 7: three for one or four for two; 4: three for one. */
	it('of one agency, for each number of documents the most that they bring', async () => {
		const page = await (await world.as('operator.dkumkmp')).get(`/report/agency/${id}/lift`);
		const lines = page.rows('main table').slice(1);
		assert.deepEqual(lines.map((row) => row.slice(0, 3)), [['Tanpa dokumen baru', '+3', '36'],
			...Array.from({ length: 11 }, (_, n) => [`${n + 1} dokumen`, `+${n + 4}`, `${n + 37}`])]);
		assert.match(lines[0][3], /^variabel 1 menjadi Tingkat IV \(tanpa dokumen baru\), variabel 2 menjadi Tingkat III \(tanpa dokumen baru\), variabel 9 menjadi Tingkat IV/);
		/* One document more for each of fourteen points, then 16 for 18, 17 for 19, 20, 21 and 24 documents for all: twenty lines. */
		assert.match(page.words('main'), /Masih ada 8 langkah lagi/);
		assert.match(page.words('main'), /jumlah 33/);
		assert.match(page.words('main'), /Ini saran: tingkat tetap ditetapkan tim/);
	});

	it('names who has the like, by name and kind alone, once their tier has finished', async () => {
		const other = 'Judul rahasia tetangga';
		levels(next, SELF, CITY, SAID);
		put(next, 6, 2, { kind: 'notulen', title: other });
		put(next, 6, 3, { city: 'accepted', province: 'rejected', kind: 'surat', title: other });
		stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${next}`);
		world_changed();
		const operator = await world.as('operator.dkumkmp');
		assert.doesNotMatch((await operator.get(`/report/agency/${id}/lift`)).words('main'), /Perhubungan/, 'the province has not finished');
		stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${next}`);
		world_changed();
		const page = await operator.get(`/report/agency/${id}/lift`);
		assert.equal(page.words('main').match(/Perhubungan/g).length, 1, 'what the province refused is no example');
		assert.match(page.words('main'), /Sudah ada di: Dinas Contoh Perhubungan \(jenis: Notulen/);
		assert.ok(!page.text.includes(other) && !page.text.includes(REFUSED));
	});

	it('of a region: the document that lifts most agencies by itself, and what few documents bring each', async () => {
		/* Dishub has nothing but II of variable 6 (and stands at I there): III lacks one more. */
		const page = await (await world.as('verifikator')).get('/report/region/1/lift');
		const [singles, each] = page.all('main table').map((table) => table.querySelectorAll('tr').slice(1)
			.map((row) => row.querySelectorAll('th, td').map((cell) => cell.words)));
		assert.match(page.words('main'), /2 dari 4 perangkat daerah/);
		/* Alone: of DKUMKMP IV of 3, 8 and 10, II of 6. Of Dishub, which has one document, variable 2 at II lacks two for
		 * III, and 6 stands at I with what II asks for: nothing is lacking. So each lifts one agency by one. */
		assert.deepEqual(singles.map((row) => row[0].replace(/^.*(Variabel \d+, Tingkat [IV]+).*$/s, '$1')),
			['Variabel 3, Tingkat IV', 'Variabel 6, Tingkat II', 'Variabel 8, Tingkat IV', 'Variabel 10, Tingkat IV']);
		assert.deepEqual(singles.map((row) => row.slice(1)), [['1', '+1', '0'], ['1', '+1', '1'], ['1', '+1', '0'], ['1', '+1', '0']]);
		assert.deepEqual(each, [['Dinas Koperasi, UMKM dan Perindustrian', '33', '+3', '+4', '+6', '+8'],
			/* Of Dishub: 6 to II for nothing, and further for one each: III, IV, V; then two documents for III of variable 2, and one for IV. */
			['Dinas Contoh Perhubungan', '33', '+1', '+2', '+4', '+5']]);
		/* Another agency that lacks the same. */
		const third = world.assessment('Bappeda');
		levels(third, SELF, CITY, SAID);
		for (const level of [2, 3])
			put(third, 3, level);
		stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${third}`);
		world_changed();
		const first = (await (await world.as('verifikator')).get('/report/region/1/lift')).rows('main table')[1];
		assert.match(first[0], /Variabel 3, Tingkat IV.*(Badan Contoh Perencanaan|Dinas Koperasi).*, /s);
		assert.deepEqual(first.slice(1), ['2', '+2', '0']);
	});

	it('is read by who reads the region, and can be turned off', async () => {
		for (const [name, status] of Object.entries({ verifikator: 200, validator: 200, auditor: 200, sekda: 200, 'operator.dkumkmp': 403,
			'kepala.dkumkmp': 403, 'verifikator.kutim': 404, admin: 403 }))
			assert.equal((await (await world.as(name)).get('/report/region/1/lift')).status, status, name);
		setting('lift_list', '0');
		for (const address of ['/report/region/1/lift', `/report/agency/${id}/lift`])
			assert.equal((await (await world.as('verifikator')).get(address)).status, 404, address);
		for (const address of ['/report/region/1', `/report/agency/${id}`])
			assert.doesNotMatch((await (await world.as('verifikator')).get(address)).text, /\/lift"/);
	});
});
