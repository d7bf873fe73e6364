// SPDX-License-Identifier: ISC
//
// A small province for tests of single programs: a city with three agencies, a regency beside it,
// one account for every role, last year's cycle reported and this year's open in step 4.
//
//	const city = settle(stack);
//	const me = await city.signIn('operator.satu');
//	city.assessment('Dinas Contoh Satu')	// its key in the open cycle
//
// Written straight into the tables: what it sets up is not what is being tested.

import { randomBytes } from 'node:crypto';

/* The password of all of them, and its Argon2id. */
export const PASSWORD = 'contoh-matang-2026';
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$' +
	'pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g';

const REGIONS = [
	[1, null, '64', 'Provinsi Contoh Timur', 'province', 'WITA'],
	[2, 1, '64.71', 'Kota Contoh', 'city', 'WITA'],
	[3, 1, '64.08', 'Kabupaten Contoh', 'regency', 'WITA'],
];

const AGENCIES = [
	[1, 2, 'Dinas Contoh Satu', 'Disatu'],
	[2, 2, 'Dinas Contoh Dua', 'Disdua'],
	[3, 2, 'Bagian Organisasi Contoh', 'Bagor'],
	[4, 3, 'Dinas Contoh Kabupaten', 'Diskab'],
];

const ACCOUNTS = [	/* username, role, region, agency, name */
	['admin', 'admin', null, null, 'Admin Contoh'],
	['admin.kota', 'admin', 2, null, 'Admin Kota Contoh'],
	['operator.satu', 'operator', 2, 1, 'Operator Satu'],
	['operator2.satu', 'operator', 2, 1, 'Operator Satu Kedua'],
	['kepala.satu', 'head', 2, 1, 'Kepala Satu'],
	['pendamping.satu', 'assistant', 2, 1, 'Pendamping Satu'],
	['operator.dua', 'operator', 2, 2, 'Operator Dua'],
	['operator.kabupaten', 'operator', 3, 4, 'Operator Kabupaten'],
	['verifikator', 'verifier', 2, 3, 'Verifikator Kota'],
	['verifikator.satu', 'verifier', 2, 1, 'Verifikator dari Dinas Satu'],
	['verifikator.kabupaten', 'verifier', 3, null, 'Verifikator Kabupaten'],
	['validator', 'validator', 1, null, 'Validator Provinsi'],
	['auditor', 'auditor', 2, null, 'Auditor Kota'],
	['auditor.kabupaten', 'auditor', 3, null, 'Auditor Kabupaten'],
];

export const STATES = ['not_started', 'draft', 'submitted', 'returned', 'verified', 'validated',
	'signed', 'received', 'reported'];

const quoted = (value) => value === null ? 'NULL' : typeof value === 'number' ? String(value) :
	`'${String(value).replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
const rows = (list) => list.map((row) => `(${row.map(quoted).join(', ')})`).join(',\n');

class City {
	constructor(stack) { this.stack = stack; }

	/** A browser signed in as one of the above. */
	async signIn(username) {
		const client = this.stack.client();
		await client.signIn({ username, password: PASSWORD });
		return client;
	}

	/** The Monday of the week so many weeks from today, as SQL writes it; here are no holidays. */
	monday(weeks) {
		return this.stack.sql(`SELECT DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR) - INTERVAL WEEKDAY(UTC_TIMESTAMP() + INTERVAL 8 HOUR) DAY + INTERVAL ${weeks} WEEK AS day`)[0].day;
	}

	/** Key of an agency's assessment in the open cycle (or another year's). */
	assessment(agency, year = this.year) {
		return Number(this.stack.sql(`SELECT a.id FROM assessment a
			JOIN cycle c ON c.id = a.cycle_id JOIN agency g ON g.id = a.agency_id
			WHERE g.name = ${quoted(agency)} AND c.year = ${year}`)[0].id);
	}

	account(username) {
		return Number(this.stack.sql(
			`SELECT id FROM account WHERE username = ${quoted(username)}`)[0].id);
	}

	/** Puts an assessment into a state, without history: for tests of what comes after it. */
	setState(assessment, state) {
		this.stack.sql(`UPDATE assessment SET state = ${quoted(state)} WHERE id = ${assessment}`);
	}

	/** Checklist items of a variable, in order: { id, level, position, title, compulsory }. */
	items(variable) {
		return this.stack.sql(`SELECT i.id, l.number AS level, i.position, i.title, i.compulsory
			FROM checklist_item i JOIN level l ON l.id = i.level_id
			JOIN variable v ON v.id = l.variable_id
			JOIN cycle c ON c.instrument_id = v.instrument_id AND c.year = ${this.year} AND c.region_id = 2
			WHERE v.number = ${variable} ORDER BY l.number, i.position`)
			.map((item) => ({ ...item, id: Number(item.id), level: Number(item.level),
				compulsory: item.compulsory === '1' }));
	}

	/**
	 * A document of an agency under an item, without its file: { document, revision, link }.
	 * `outside`: an address elsewhere in place of a file.
	 */
	link(assessment, item, { title = 'Dokumen contoh', outside = '' } = {}) {
		const { agency_id: agency } = this.stack.sql(
			`SELECT agency_id FROM assessment WHERE id = ${assessment}`)[0];
		const by = this.account('operator.satu');
		const { document } = this.stack.sql(`
			INSERT INTO document (agency_id, title, kind, outside_address, created_at, created_by)
			VALUES (${agency}, ${quoted(title)}, 'laporan', ${quoted(outside)}, UTC_TIMESTAMP(3), ${by});
			SELECT LAST_INSERT_ID() AS document`)[0];
		const revision = outside ? null : this.revise(Number(document));
		const { link } = this.stack.sql(`
			INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			VALUES (${assessment}, ${item}, ${document}, UTC_TIMESTAMP(3), ${by});
			SELECT LAST_INSERT_ID() AS link`)[0];
		return { document: Number(document), revision, link: Number(link) };
	}

	/** A newer revision of a document; its key. */
	revise(document) {
		const name = randomBytes(16).toString('hex');
		return Number(this.stack.sql(`
			INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name,
				created_at, created_by)
			SELECT ${document}, COALESCE(MAX(number), 0) + 1, UNHEX(SHA2('${name}', 256)), 123456,
				'application/pdf', 'contoh.pdf', '${name.slice(0, 2)}/${name}', UTC_TIMESTAMP(3),
				${this.account('operator.satu')} FROM revision WHERE document_id = ${document};
			SELECT LAST_INSERT_ID() AS id`)[0].id);
	}
}

/** Sets the place up in an empty stack. */
export function settle(stack) {
	const city = new City(stack);

	/* Today where these regions are, whatever day it is in Greenwich. */
	const { today } = stack.sql('SELECT DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR) AS today')[0];

	city.year = Number(today.slice(0, 4));
	stack.sql(`
UPDATE setting SET value = '' WHERE name = 'second_factor_roles';
INSERT INTO region (id, parent_id, code, name, kind, timezone) VALUES ${rows(REGIONS)};
INSERT INTO agency (id, region_id, name, short_name) VALUES ${rows(AGENCIES)};
INSERT INTO account (username, role, region_id, agency_id, full_name, password_hash,
	password_changed_at, created_at)
SELECT t.username, t.role, t.region_id, t.agency_id, t.full_name, ${quoted(HASH)},
	UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM (${ACCOUNTS.map(([username, role, region, agency, name]) => `SELECT ${quoted(username)} AS username,
	${quoted(role)} AS role, ${quoted(region)} AS region_id, ${quoted(agency)} AS agency_id,
	${quoted(name)} AS full_name`).join(' UNION ALL ')}) t;
INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
SELECT t.id, t.region, (SELECT MIN(id) FROM instrument), t.year, t.tier, '${today}', t.state,
	UTC_TIMESTAMP(3), IF(t.state = 'reported', UTC_TIMESTAMP(3), NULL)
FROM (SELECT 1 AS id, 2 AS region, ${city.year} AS year, 1 AS tier, 'open' AS state
	UNION ALL SELECT 2, 3, ${city.year}, 0, 'open'
	UNION ALL SELECT 3, 2, ${city.year - 1}, 1, 'reported') t;
INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
SELECT c.id, s.seq, 5, c.start_date + INTERVAL CAST(s.seq AS SIGNED) * 7 - 28 DAY,
	c.start_date + INTERVAL CAST(s.seq AS SIGNED) * 7 - 22 DAY
FROM cycle c JOIN seq_1_to_7 s;
INSERT INTO assessment (cycle_id, agency_id, state)
SELECT c.id, g.id, IF(c.state = 'reported', 'reported', 'not_started')
FROM cycle c JOIN agency g ON g.region_id = c.region_id ORDER BY c.id, g.id;
INSERT INTO answer (assessment_id, variable_id)
SELECT a.id, v.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id;
UPDATE answer n JOIN assessment a ON a.id = n.assessment_id
SET n.self_level = 3, n.explanation = 'Penjelasan contoh tahun lalu.', n.city_level = 2,
	n.city_reason = 'Catatan contoh.', n.city_recommendation = 'Rekomendasi contoh.',
	n.province_level = 4, n.province_reason = 'Catatan contoh provinsi.',
	n.province_recommendation = 'Rekomendasi contoh provinsi.'
WHERE a.state = 'reported';`);
	return city;
}
