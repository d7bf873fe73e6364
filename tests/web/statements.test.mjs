// SPDX-License-Identifier: ISC
//
// Every statement of sql/statements against a database of the size of a province in its second
// year (scale.sql): it runs, reads rows by a key, and never the whole of a table that grows. What
// is measured is the plan (EXPLAIN) and the rows that the engine really handed over.
//
// Values for the placeholders are found by themselves: what is compared with a column gets that
// column's value in the sample row of its table. Only what has no such place is told in VALUES.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';
import { ROOT, startStack } from './harness.mjs';
import { statementTexts } from './statement_texts.mjs';

/* Tables that do not grow with the years, or by so little that reading all of one is no matter. */
const SMALL = {
	setting: 'a row for each setting of store/setting.h, at most',
	holiday: 'some twenty-five a year, read whole into the calendar',
	migration: 'one row for each change of the schema',
	global_variables: 'of the server itself, which do not grow',
	tables: 'of the server: those of one database',
	processlist: 'of the server: its connections, of which there are as many as it allows',
	region: 'the province and its kabupaten/kota; the whole country has 552',
	instance: 'one row',
	instrument: 'a version every few years',
	peer: 'a key for each region that hosts itself; the whole country has 552',
	peer_scope: 'the same',
	letterhead: 'one row for each region',
	complaint_rule: 'the same',
	category: 'five rows for each instrument',
};

/* Statements that have to read all, and why that is right. */
const WHOLE = {
	migration_broken: 'the operator\'s command: the connections of the server, which have no index',
	letter_states: 'counts the letters for the administrator of the instance, by an index alone',
	sweep_sessions: 'the nightly sweep: most of them are over',
	sweep_count_throttles: 'the same, which looks at every count once',
	sweep_throttles: 'the nightly sweep',
	sweep_count_messages: 'the monthly sweep, which looks at every message once',
	sweep_messages: 'the monthly sweep',
	sweep_count_letters: 'the same of letters',
	sweep_letters: 'the monthly sweep',
	sweep_count_attendances: 'the monthly sweep, which looks at the day on which each activity ended',
	sweep_attendances: 'the same',
	...Object.fromEntries(['applicants', 'service_answers', 'service_files', 'service_visits', 'enterprises'].flatMap((kind) => [`sweep_count_${kind}`, `sweep_${kind}`])
		.map((name) => [name, 'the monthly sweep, which looks at every application once'])),
	sweep_marks: 'the nightly sweep, of what one day of changes in a cluster leaves',
	verify_levels: 'the operator\'s check of everything',
	verify_total: 'the same, which goes on to read every file',
	verify_crests: 'the same; each region has changed its crest a few times at most',
	agency_list: 'of the whole instance, for its one administrator; regions have agency_list_care',
};

/* Rows that one call may read: a page lists at most some hundreds, each with what belongs to it. */
const READ_MAX = 6_000;
const READ_MORE = {
	transfer_documents: [30_000, 'tells another instance the documents of a whole region'],
	transfer_held_documents: [30_000, 'compares those of a whole region with a newer copy'],
	upload_library: [12_000, 'looks through the documents of all agencies of a region with their decisions'],
	verify_work_list: [12_000, 'puts the thousand agencies of a province in order of their state'],
	verify_checklist: [30_000, 'prints the thousand agencies of a province with the history of each'],
};

/* Pages of which a nation has more than they show: what is not shown is not read. */
const READ_LESS = {
	cycle_home: 800,
	cycle_list: 3_500,	/* the agencies of fifty cycles, counted by their key */
};

/* Of each table the row that the values are taken from: all of them belong together. */
const INSTRUMENT = '(SELECT MIN(id) FROM instrument)';
const OPINION = "(SELECT MIN(id) FROM opinion WHERE hearing_id = 100 AND state = 'released')";
const SAMPLE = {
	region: 'id = 27', agency: 'id = 100', account: 'id = 100', assessment: 'id = 2100', cycle: 'id = 63',
	cycle_step: 'cycle_id = 63 AND step = 4', instrument: `id = ${INSTRUMENT}`,
	category: `instrument_id = ${INSTRUMENT}`, variable: `instrument_id = ${INSTRUMENT} AND number = 3`,
	level: `number = 3 AND variable_id = (SELECT id FROM variable WHERE instrument_id = ${INSTRUMENT} AND number = 3)`,
	checklist_item: 'id = (SELECT MIN(checklist_item_id) FROM evidence_link WHERE assessment_id = 2100)',
	answer: `assessment_id = 2100 AND variable_id = (SELECT id FROM variable WHERE instrument_id = ${INSTRUMENT} AND number = 3)`,
	history: 'assessment_id = 2100', event_log: 'account_id = 100', restructuring: 'agency_id = 100', restructuring_successor: 'agency_id = 100', file_text: 'sha256 = (SELECT sha256 FROM revision WHERE document_id = 2100 AND number = 2)', document: 'id = 2100', revision: 'document_id = 2100',
	evidence_link: 'assessment_id = 2100', pending_evidence: "assessment_id = 2100 AND state = 'open'", issued_document: "assessment_id = 2100 AND kind = 'form'",
	district: 'id = (SELECT MIN(id) FROM district WHERE region_id = 27)', village: 'district_id = (SELECT MIN(id) FROM district WHERE region_id = 27)',
	import_draft: 'account_id = 100', account_list: 'account_id = 100', account_card: 'list_id = 100', transfer_package: 'id = 5', imported_cycle: 'cycle_id = 5',
	imported_agency: 'agency_id = (SELECT MIN(agency_id) FROM assessment WHERE cycle_id = 5)',
	imported_document: 'assessment_id = (SELECT MIN(id) FROM assessment WHERE cycle_id = 5)',
	peer: 'id = 6', peer_scope: 'peer_id = 6',
	activity: 'id = 10100', attendance: 'activity_id = 10100', attendance_session: 'activity_id = 10100', activity_document: 'activity_id = 40100',
	hearing: 'id = 100', hearing_document: 'hearing_id = 100', hearing_question: 'id = 100', hearing_choice: 'question_id = 100', hearing_theme: 'id = 100',
	hearing_village: 'hearing_id = 100', opinion: `id = ${OPINION}`, opinion_reply: `opinion_id = ${OPINION}`, opinion_theme: 'theme_id = 100', opinion_support: `opinion_id = ${OPINION}`,
	application: 'agency_id = 100', application_count: 'application_id = (SELECT MIN(id) FROM application WHERE agency_id = 100)', ict_budget: 'region_id = 27',
	certificate: 'activity_id = 10100', certificate_series: 'agency_id = 100',
	service: 'id = 100', service_version: 'id = 100', service_requirement: 'id = 100', service_field: 'id = 100', service_step: 'version_id = 100', enterprise: 'id = 10100',
	service_application: 'id = 50100', service_value: 'application_id = 50100', service_verdict: 'application_id = 50100', service_move: 'application_id = 50100',
	service_file: 'application_id = 50100', service_visit: 'application_id = 50100', service_series: 'agency_id = 100', service_number_note: 'agency_id = 100', service_paper: 'agency_id = 100', service_survey: 'application_id = 50100', service_letter: 'application_id = 50100',
	assessment_sum: 'assessment_id = 2100', cycle_sum: 'cycle_id = 63',
	letterhead: 'region_id = 27', cycle_report: 'cycle_id = 63', crest: 'sha256 = (SELECT crest FROM letterhead WHERE region_id = 27)',
	issued_file: 'issued_id = (SELECT MIN(id) FROM issued_document WHERE assessment_id = 2100)',
	drawing: 'issued_id = (SELECT MIN(id) FROM issued_document WHERE assessment_id = 2100)',
	signature: "issued_id = (SELECT id FROM issued_document WHERE assessment_id = 2100 AND kind = 'form')",
	upload_session: 'id = (SELECT MIN(id) FROM upload_session WHERE ended IS NULL)', session: 'account_id = 100', membership: 'account_id = 100', variable_duty: 'agency_id = 100', recovery_code: 'account_id = 100',
};

/* Values that a call needs and no column tells, by their place among the placeholders. */
const VALUES = {
	account_keys_above: { 0: '(SELECT MAX(id) - 100 FROM account)' },
	appraisal_add: { 5: '300' },
	instrument_scaled: { 0: '300' },
	scale_words: { 0: '300' },
	scale_variables: { 0: '300' },
	forum_document_add: { 0: '100', 1: '(SELECT MAX(d.id) FROM document d JOIN revision n ON n.document_id = d.id WHERE d.agency_id = 100)' },
	forum_question_add: { 2: '103' }, forum_choices_remove: { 0: '103', 1: '103' }, forum_question_remove: { 0: '107', 1: '107' },
	forum_theme_take: { 0: '(SELECT MIN(p.id) FROM opinion p WHERE p.hearing_id = 100 AND p.id MOD 2 = 0)' },
	forum_replies: { 1: '1', 2: '999999999' },
	forum_decide: { 0: "'answered'", 1: "'Jawaban'" },
	forum_theme_put: { 0: '(SELECT MIN(id) FROM opinion WHERE hearing_id = 100 AND id MOD 2 = 1)', 1: '100', 2: '100' },
	forum_say: { 0: "UNHEX(SHA2('lain', 256))", 5: '100', 6: "'2026-11-30'" },
	forum_support: { 0: "UNHEX(SHA2('lain', 256))", 1: OPINION, 2: '100' },
	forum_area_district: { 0: '101', 1: '(SELECT MIN(k.id) FROM district k JOIN hearing h ON h.region_id = k.region_id WHERE h.id = 101)' },
	forum_area_village: { 0: '101', 1: '(SELECT MIN(v.id) FROM village v JOIN district k ON k.id = v.district_id JOIN hearing h ON h.region_id = k.region_id WHERE h.id = 101)' },
	letter_to_guest: { 0: '(SELECT MIN(id) FROM mail WHERE account_id IS NULL)' },
	complaint_find: { 0: "(SELECT MIN(id) FROM complaint WHERE region_id = 27 AND state = 'received' AND confidential = 0)", 1: '27', 2: 'NULL', 3: 'NULL', 4: '1' },
	complaint_twins: { 0: '(SELECT MAX(merged_into) FROM complaint)' },
	complaint_merge: { 0: "(SELECT MAX(id) FROM complaint WHERE region_id = 27 AND state = 'received')", 1: "(SELECT MIN(id) FROM complaint WHERE region_id = 27 AND state = 'received' AND confidential = 0)", 2: '1' },
	complaint_merge_rest: { 0: '1', 1: '(SELECT MAX(merged_into) FROM complaint)' },
	complaint_month: { 0: '27', 1: "'2000-01-01'", 2: "'2099-01-01'" },
	schedule_feed_person: { 0: '(SELECT MIN(calendar_hash) FROM account)' },
	activity_session_add: { 2: "'2026-11-30'", 3: '8', 5: "'2099-11-30'", 6: '8' },
	activity_document_add: { 0: "'minutes'", 1: '10100' },
	certificate_cancel: { 0: "'Alasan contoh'" },
	certificate_series_begin: { 0: '2031', 1: '2031' },
	service_series_begin: { 0: '2031', 1: '2031' },
	service_requirements_clear: { 0: '0' },
	service_fields_clear: { 0: '0' },
	service_letter_end: { 0: "'cancelled'", 1: "'Alasan contoh'" },
	service_letters_to_remind: { 0: "'2026-11-30'", 1: "'2027-02-13'", 2: '0' },
	signed_letter_standing: { 0: '(SELECT MIN(id) FROM service_letter)' },
	signed_letter_end: { 0: '(SELECT MIN(id) FROM service_letter)' },
	signed_letter_by_file: { 0: '(SELECT sha256 FROM issued_file WHERE letter_id = (SELECT MIN(id) FROM service_letter))' },
	issued_letter_files: { 0: '(SELECT MIN(id) FROM service_letter)' },
	service_number_note_add: { 2: '10', 3: '12' },
	consultation_member_add: { 0: "'keuangan'", 1: "(SELECT MIN(id) FROM account WHERE role = 'verifier' AND region_id = 27)" },
	membership_add: { 0: "'operator'", 3: '176' },
	letter_again: { 0: "(SELECT MIN(id) FROM mail WHERE state = 'uncertain')", 1: '0' },
	region_province: { 0: "'12'", 1: 'NULL' },
	/* of the whole instance */
	cycle_home: { 0: 'NULL', 1: 'NULL', 3: 'NULL', 5: 'NULL', 7: 'NULL' },
	cycle_home_without_operator: { 0: 'NULL' },
	cycle_home_open: { 0: 'NULL' },
	results_cycle_reported: { 1: '2025' },
	sweep_named: { 1: '(SELECT MAX(stored_name) FROM signature)', 2: '(SELECT MAX(stored_name) FROM crest)',
		3: '(SELECT MAX(stored_name) FROM transfer_package)', 4: '(SELECT MAX(stored_name) FROM drawing)',
		5: '(SELECT MAX(stored_name) FROM complaint_file)', 6: '(SELECT MAX(stored_name) FROM service_file)',
		7: '(SELECT MAX(stored_name) FROM upload_session WHERE ended IS NULL)' },
	transfer_care: { 0: '1' },
	restructure_leave: { 0: "'Alasan contoh'" },
	transfer_package: { 1: "'%'" },
	peer_end: { 0: '1', 1: "'Alasan contoh'" },
	cycle_find: { 0: '5', 1: 'NULL' },
	transfer_held: { 0: '2025' },
	transfer_cycle_update: { 7: '5' },
	transfer_held_assessments: { 0: '5' },
	transfer_held_documents: { 0: '5' },
	transfer_listed: { 0: '(SELECT MIN(id) FROM assessment WHERE cycle_id = 5)' },
	transfer_answers_clear: { 0: '(SELECT MIN(id) FROM assessment WHERE cycle_id = 5)' },
	transfer_moves_clear: { 0: '(SELECT MIN(id) FROM assessment WHERE cycle_id = 5)' },
	api_token_find: { 1: 'NULL' },
	upload_session_keep: { 0: '2100' },
	upload_session_end: { 0: "'terminated'", 1: "''" },
	pending_keep: { 0: '(SELECT MIN(id) FROM evidence_link)' },
	pending_kept_by: { 0: '(SELECT MIN(link_id) FROM pending_evidence)' },
	pending_reopen: { 0: '(SELECT MIN(link_id) FROM pending_evidence)' },
	pending_waiting: { 0: '3', 1: '3' },
	pending_reminded: { 0: "'due'", 2: "'none'" },
	questionnaire_save: { 4: '7', 5: '2097' },
	/* a verifier's, of the whole region */
	upload_library: { 0: "'contoh'", 1: 'NULL', 3: 'NULL', 4: '0', 6: '0', 9: "'%contoh%'", 11: "''", 12: 'NULL',
		13: 'NULL', 14: '0', 15: "'2026-12-31'", 16: "'2026-01-01'", 17: '0', 18: '1', 19: '1', 20: '0', 22: '3', 23: '3',
		24: 'NULL', 25: 'NULL', 26: "'accepted'", 27: '1', 28: '1', 29: "'accepted'" },
	upload_library_texts: { 0: "'+(region27) +laporan* +kinerj*'", 1: 'NULL', 3: 'NULL', 4: "''", 6: "''",
		8: "'+(region27) +laporan* +kinerj*'" },
	upload_library_unsearched: { 0: 'NULL', 2: 'NULL', 3: '0' },
	upload_library_facts: { 3: '0', 4: '4294967295', 5: 'NULL', 6: 'NULL' },
	file_text_waiting: { 0: '1000' },
	scan_keep: { 0: "'clean'", 1: "''", 2: "'contoh/2'" },
	letterhead_crest: { 0: '(SELECT LOWER(HEX(MIN(sha256))) FROM crest)' },
	crest_find: { 0: '(SELECT LOWER(HEX(sha256)) FROM crest ORDER BY sha256 LIMIT 1)' },
	issued_cancel: { 0: "'Alasan contoh'" },
	upload_held: { 0: "(SELECT id FROM revision WHERE document_id = 2100 AND held = 'broke')" },
	upload_take_held: { 0: "(SELECT id FROM revision WHERE document_id = 2100 AND held = 'broke')" },
	inspect_hold: { 0: "(SELECT id FROM revision WHERE document_id = 2100 AND number = 2)" },
	upload_text: { 0: '1000', 1: '1000', 2: '(SELECT id FROM revision WHERE document_id = 2100 AND number = 2)' },
};

/* ---- reading a statement ------------------------------------------------------------------------ */

/* Which table each short name stands for. */
function tablesOf(text, known) {
	const names = new Map();
	for (const [, table, , alias] of text.matchAll(
		/\b(?:FROM|(?:STRAIGHT_)?JOIN|UPDATE|INTO)\s+(\w+)(\s+(?:AS\s+)?(?!(?:ON|WHERE|JOIN|LEFT|SET|ORDER|GROUP|USING|LIMIT|FORCE|STRAIGHT_JOIN)\b)(\w+))?/gi))
		if (known.has(table))
			names.set(alias ?? table, table).set(table, table);
	return names;
}

/* The column that the placeholder at `at` is compared with or goes into: { alias, column }, or null. */
function columnAt(text, at) {
	const before = text.slice(0, at), after = text.slice(at + 1);
	const column = /(?:(\w+)\.)?(\w+)\s*(?:=|<>|<=>|<=|>=|<|>)\s*(?:LEFT\s*\(\s*|COALESCE\s*\(\s*|CONVERT\s*\(\s*)?$/i.exec(before) ??
		/CONVERT\((?:(\w+)\.)?(\w+) USING utf8mb4\)\s*=\s*$/i.exec(before) ??
		/(?:(\w+)\.)?(\w+)\s+IN\s*\((?:[^()]*,\s*)?$/i.exec(before) ??
		/^(?:\s*,\s*[\w.]+\s*\))?\s*(?:=|<>|<=>|<=|>=|<|>)\s*(?:(\w+)\.)?(\w+)\b(?!\s*\()/.exec(after) ??
		(/COALESCE\s*\(\s*$/i.test(before) ? /^\s*,\s*(?:(\w+)\.)?(\w+)\s*[,)]/.exec(after) : null);
	return column ? { alias: column[1], column: column[2] } : null;
}

/* The values that a statement is called with, as SQL. */
function valuesFor(name, text, known, valueOf) {
	const names = tablesOf(text, known);
	const values = [];

	for (const { index: at } of text.matchAll(/\?/g)) {
		const before = text.slice(0, at), after = text.slice(at + 1);
		const told = VALUES[name]?.[values.length];
		const column = columnAt(text, at);
		const table = column && (column.alias ? names.get(column.alias) :
			[...new Set(names.values())].find((one) => known.get(one).has(column.column)));
		values.push(told !== undefined ? told :
			/\bLIMIT\s+$/i.test(before) ? '50' :
			/\bOFFSET\s+$/i.test(before) ? '0' :
			/\bINTERVAL\s+$/i.test(before) ? '60' :
			/\bLOCATE\s*\(\s*$/i.test(before) ? "'Contoh'" :
			/\bLIKE\s+(?:CONVERT\()?$/i.test(before) ? "'%Contoh%'" :
			/^\s*(=|<>)\s*'[^']/.test(after) ? "'-'" :
			/^\s*IN\s*\(\s*0\s*,/i.test(after) ? '0' :
			/^\s*=\s*''/.test(after) || /FIND_IN_SET\s*\([\w.]+,\s*$/i.test(before) ? "''" :
			table && known.get(table).has(column.column) ? valueOf(table, column.column) :
			'1');
	}
	return values;
}

const bound = (text, values) => {
	let at = 0;
	return text.replace(/\?/g, () => values[at++]);
};

/* Tables that grow and of which a plan reads all, or all of an index. */
function scannedIn(plan, names) {
	return plan.filter((row) => ['ALL', 'index'].includes(row.type) && row.select_type !== 'INSERT')
		.filter((row) => !/^<|^\(/.test(row.table ?? '<'))
		.map((row) => ({ table: names.get(row.table) ?? row.table, type: row.type, rows: Number(row.rows) }))
		/* The first few of an index, by LIMIT, are not all of it. */
		.filter((row) => !(row.type === 'index' && row.rows <= 500))
		.filter((row) => !(row.table in SMALL));
}

/* ---- the tests ---------------------------------------------------------------------------------- */

describe('statements', () => {
	const statements = statementTexts(ROOT);
	let stack, known;
	const samples = new Map();
	const used = new Set();	/* "table.index" of all plans */

	before(async () => {
		stack = await startStack();
		stack.sql(readFileSync(path.join(ROOT, 'tests/web/scale.sql'), 'utf8'));
		stack.raises = false;	/* from here on nobody keeps anything */
		known = new Map();
		for (const row of stack.sql(`SELECT table_name AS t, column_name AS c, data_type AS d
			FROM information_schema.columns WHERE table_schema = 'matang'`))
			known.set(row.t, (known.get(row.t) ?? new Map()).set(row.c, row.d));
		for (const table of known.keys())
			stack.sql(`ANALYZE TABLE ${table}`);
	});
	after(() => stack?.stop());

	const valueOf = (table, column) => {
		const key = `${table}.${column}`;
		if (!samples.has(key)) {
			const where = SAMPLE[table] ? `WHERE ${SAMPLE[table]}` : '';
			const bytes = /binary|blob/.test(known.get(table).get(column));
			const rows = stack.sql(`SELECT QUOTE(${bytes ? `HEX(${column})` : column}) AS v
				FROM ${table} ${where} ORDER BY ${column} IS NULL LIMIT 1`);
			assert.equal(rows.length, 1, `scale.sql has no row of ${table} ${where}`);
			samples.set(key, rows[0].v === null ? 'NULL' : bytes ? `X${rows[0].v}` : rows[0].v);
		}
		return samples.get(key);
	};

	it('find every table filled', () => {
		const empty = [...known.keys()].filter((table) =>
			!stack.sql(`SELECT 1 AS one FROM ${table} LIMIT 1`).length);
		assert.deepEqual(empty, [], 'a plan for an empty table says nothing: fill it in scale.sql');
	});

	it('would be refused for a scan', () => {
		for (const text of ["SELECT id FROM document WHERE title = 'x'",
			"SELECT COUNT(*) FROM evidence_link k JOIN document d ON d.id = k.document_id WHERE k.version = 1",
			'SELECT a.id FROM assessment a ORDER BY a.version LIMIT 10',
			"UPDATE answer SET needs_correction = 0 WHERE needs_correction = 1"])
			assert.equal(scannedIn(stack.sql(`EXPLAIN ${text}`), tablesOf(text, known)).length, 1, text);
	});

	for (const { file, name, text } of statements) {
		const reads = /^(SELECT|WITH)\b/.test(text);
		if (!reads && !/^(UPDATE|DELETE)\b/.test(text) && !/^INSERT\b[^;]*\bSELECT\b/.test(text))
			continue;

		it(`${file}: ${name}`, () => {
			const names = tablesOf(text, known);
			const values = valuesFor(name, text, known, valueOf);
			const call = bound(text, values);
			const plan = stack.sql(`EXPLAIN ${call}`);
			const told = `\n${call}\n${plan.map((row) => Object.values(row).join('  ')).join('\n')}`;

			for (const row of plan)
				(row.key ?? '').split(',').forEach((key) => used.add(`${names.get(row.table)}.${key}`));

			/* Where values meet no row the engine stops before it has a plan. */
			for (const { Extra: extra } of /\bFROM DUAL\b/.test(call) ? [] : plan)
				assert.doesNotMatch(extra ?? '', /impossible|no matching/i,
					`the values fit no row: give better ones in VALUES or SAMPLE${told}`);

			const scanned = scannedIn(plan, names);
			if (!(name in WHOLE))
				assert.deepEqual(scanned, [], `reads the whole of a table that grows${told}`);

			/* Of an INSERT what it selects: its rows may be there already. */
			const work = call.replace(/^INSERT\b.*?\)\s*(?=SELECT\b)/s, '').replace(/\bON DUPLICATE KEY UPDATE\b.*$/s, '');
			const counted = stack.sql(`FLUSH STATUS; START TRANSACTION; ${work};
				SHOW SESSION STATUS LIKE 'Handler_read%'; ROLLBACK`);
			const sum = counted.filter((row) => /^Handler_read/.test(Object.values(row)[0] ?? ''))
				.reduce((total, row) => total + Number(Object.values(row)[1]), 0);
			if (!(name in WHOLE))
				assert.ok(sum <= (READ_LESS[name] ?? READ_MORE[name]?.[0] ?? READ_MAX), `reads ${sum} rows${told}`);
		});
	}

	/* A column of ascii and a text with an é have no collation in common (1267), unless the text is
	 * turned into ascii first: its é is a ? then, and stands in no such column. */
	it('take whatever people type', () => {
		const lines = [];
		for (const { name, text } of statements) {
			const names = tablesOf(text, known);
			const values = valuesFor(name, text, known, valueOf);
			[...text.matchAll(/\?/g)].forEach((_, at) => {
				const typed = values.map((value, other) => other === at ? '?' : value);
				const call = bound(text, typed).replace(/\s+/g, ' ').replace(/\\/g, '\\\\').replace(/'/g, "''");
				lines.push([`${name}, value ${at}`, `START TRANSACTION; EXECUTE IMMEDIATE '${call}' USING 'é%'; ROLLBACK;`]);
			});
		}
		const { stderr } = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`,
			'--default-character-set=utf8mb4', '--force', 'matang'],
		{ input: lines.map(([, line]) => line).join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
		const mixed = [...stderr.matchAll(/^ERROR 1267 .*? at line (\d+)/gm)].map(([, line]) => lines[line - 1][0]);

		assert.ok(lines.length > 500);
		assert.deepEqual(mixed, []);
	});

	/* What is unique keeps a promise too: tests/operator/schema.test.mjs breaks each. */
	it('or a foreign key need each index that is there', () => {
		const columns = (rows) => [...rows.reduce((all, row) => all.set(`${row.t}.${row.k}`, [...(all.get(`${row.t}.${row.k}`) ?? []), row]), new Map()).values()]
			.map((list) => ({ table: list[0].t, name: list[0].k, unique: list[0].u === '0', columns: list.map((row) => row.c) }));
		const indexes = columns(stack.sql(`SELECT table_name AS t, index_name AS k, non_unique AS u, column_name AS c
			FROM information_schema.statistics WHERE table_schema = 'matang' ORDER BY table_name, index_name, seq_in_index`));
		const foreign = columns(stack.sql(`SELECT table_name AS t, constraint_name AS k, column_name AS c
			FROM information_schema.key_column_usage WHERE table_schema = 'matang' AND referenced_table_name IS NOT NULL
			ORDER BY table_name, constraint_name, ordinal_position`));
		const serves = (index) => foreign.some((key) => key.table === index.table &&
			key.columns.every((column, at) => index.columns[at] === column));
		const idle = indexes.filter((index) => !index.unique && !used.has(`${index.table}.${index.name}`) && !serves(index))
			.map(({ table, name }) => `${table}.${name}`);

		assert.ok(used.size > 50, `${used.size} indexes are used`);
		assert.deepEqual(idle, []);
	});
});
