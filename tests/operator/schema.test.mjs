// SPDX-License-Identifier: ISC
//
// The schema itself: the way back and forth leads to the same place, and each rule that stands in
// it refuses what it is there to refuse.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, startStack } from '../web/harness.mjs';
import { openWorld } from '../web/world.mjs';

/* For each CHECK a statement that breaks this one and no other, on the rows of world.sql. */
const signature = (values) => `INSERT INTO signature (issued_id, method, verdict, checked_at, sha256, bytes, type,
	client_name, stored_name, created_at, created_by)
	SELECT id, ${values}, digest, 1, 'application/pdf', 'x', 'x', issued_at, issued_by FROM issued_document LIMIT 1`;
const pending = (values) => `INSERT INTO pending_evidence (state, reminder, reminded_at, assessment_id, checklist_item_id, side, title,
	due, created_at, created_by)
	SELECT ${values}, assessment_id, checklist_item_id, 'agency', 'Contoh', '2026-12-31', created_at, created_by FROM evidence_link LIMIT 1`;
const activity = (days, minutes, hours) => `INSERT INTO activity (agency_id, kind, title, starts_on, ends_on, starts_minute, ends_minute, place, organiser, hours, agenda, minutes, follow_up, created_at, created_by)
	SELECT 1, 'rapat', 'Contoh', '2026-01-02', ${days}, ${minutes}, 'Aula', 'Dinas', ${hours}, '', '', '', UTC_TIMESTAMP(3), MIN(id) FROM account`;
const application = (values) => `INSERT INTO application (agency_id, kind, created_at, created_by, link_due, name, audience_count, cost, link_state, link_at)
	SELECT (SELECT MIN(id) FROM agency), 'site', UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account), UTC_TIMESTAMP(3), ${values} FROM seq_1_to_2`;
const budget = (values) => `INSERT INTO ict_budget (region_id, year, total, ict, target) SELECT MIN(id), ${values} FROM region`;
const attendance = (columns, values) => `INSERT INTO attendance (activity_id, name, office, person, at, ${columns})
	SELECT 1, 'Contoh', 'Dinas', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), ${values}`;
const certificate = (number, code) => `INSERT INTO certificate (agency_id, year, number, activity_id, name, number_text, code, content, digest, issued_at, issued_by)
	SELECT 1, 2026, ${number}, @activity, 'Contoh', '1', ${code}, 'a=b', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM seq_1_to_2`;
const scaled = (then) => `INSERT INTO scale (instrument_id, code) SELECT MIN(id), 'contoh' FROM instrument; SET @scale = LAST_INSERT_ID(); ${then}`;
const appraised = (year, columns, values) => `INSERT INTO appraisal (instrument_id, region_id, year, subject, created_at, created_by)
	SELECT (SELECT MIN(id) FROM instrument), 2, ${year}, 'Contoh', UTC_TIMESTAMP(3), MIN(id) FROM account` +
	(columns ? `; INSERT INTO appraisal_answer (appraisal_id, variable_id, ${columns}) SELECT LAST_INSERT_ID(), MIN(id), ${values} FROM variable` : '');
const hearing = (columns, values) => `INSERT INTO hearing (region_id, title, explanation, salt, created_at, created_by, opens_on, closes_on${columns})
	SELECT 2, 'Contoh', 'Contoh', REPEAT('x', 16), UTC_TIMESTAMP(3), MIN(id), ${values} FROM account`;
const HEARING = `${hearing(', conclusion', "'2026-01-01', '2026-01-02', ''")}; SET @hearing = LAST_INSERT_ID()`;
const opinion = (columns, values, many = 1) => `${HEARING}; INSERT INTO opinion (hearing_id, body, received_at, mark, answer${columns})
	SELECT @hearing, 'Contoh', UTC_TIMESTAMP(3), UNHEX(SHA2('', 256)), ''${values} FROM seq_1_to_${many}`;
const SERVICE = `INSERT INTO service (agency_id, created_at, created_by) SELECT 1, UTC_TIMESTAMP(3), MIN(id) FROM account; SET @service = LAST_INSERT_ID()`;
const serviceVersion = (number, days = 1, published = 'NULL') => `INSERT INTO service_version (service_id, number, name, letter_code, legal_base, cost, product, complaint, letter, days, published_at)
	SELECT COALESCE(@service, 1), ${number}, 'Contoh', 'SK', '', '', '', '', '', ${days}, ${published}`;
const VERSION = `${SERVICE}; ${serviceVersion(1)}; SET @version = LAST_INSERT_ID()`;
const enterprise = (nib, seq = '') => `INSERT INTO enterprise (agency_id, kind, name, owner, nib, phone, address, village, turnover, products, same, created_at)
	SELECT 1, 'micro', 'Contoh', 'Contoh', ${nib}, '', '', '', '', '', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3) ${seq}`;
const applied = (number, state = "'withdrawn', 'Contoh', NULL, NULL", mark = 'NULL', seq = '') => `INSERT INTO service_application (agency_id, version_id, enterprise_id, number, channel, state,
	reason, running_since, decided_on, applicant, phone, village, particulars, received_at, received_on, due_on, mark)
	SELECT 1, COALESCE(@version, 1), COALESCE(@enterprise, 1), ${number}, 'counter', ${state}, 'Contoh', '', '', '', UTC_TIMESTAMP(3), '2026-01-02', '2026-01-05', ${mark} ${seq}`;
const APPLIED = `${VERSION}; ${enterprise('NULL')}; SET @enterprise = LAST_INSERT_ID()`;
const serviceFile = (stored, digest) => `INSERT INTO service_requirement (version_id, position, name, compulsory, wants_file) VALUES (@version, 9, 'KTP', 1, 1); SET @asked = LAST_INSERT_ID();
	INSERT INTO service_file (application_id, requirement_id, sha256, bytes, type, client_name, stored_name, scan, created_at)
	SELECT @application, @asked, ${digest}, 1, 'application/pdf', 'x', ${stored}, 'none', UTC_TIMESTAMP(3) FROM seq_1_to_2`;
const serviceLetter = (number, code, ended = 'NULL, NULL', seq = 'FROM seq_1_to_2') => `INSERT INTO service_letter (agency_id, year, number, application_id, number_text, code, content, digest, issued_at,
	issued_by, ended, ended_at) SELECT 1, 2026, ${number}, COALESCE(@application, 1), '1', ${code}, 'a=b', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account), ${ended} ${seq}`;
const LETTERED = `${APPLIED}; ${applied("'LYN-00000001'")}; SET @application = LAST_INSERT_ID()`;
const answer = (change) => `UPDATE answer SET ${change} WHERE assessment_id = 1 LIMIT 1`;
const planned = (state, column, value, level = 3) => `INSERT INTO plan_step (assessment_id, variable_number, level, title, state, ${column},
	created_at, created_by) SELECT 1, 3, ${level}, 'Contoh', '${state}', ${value}, UTC_TIMESTAMP(3), MIN(id) FROM account`;
const summed = (columns, values, seq = '') => `INSERT INTO assessment_sum (assessment_id, cycle_id, state, missing, ${columns})
	SELECT a.id, a.cycle_id, a.state, 0, ${values} FROM assessment a${seq}`;
const cycleSum = (assessments, incomplete) => `INSERT INTO cycle_sum (cycle_id, state, assessments, incomplete, assessed, score, plans, steps, done)
	SELECT MIN(id), 'draft', ${assessments}, ${incomplete}, 0, 0, 0, 0, 0 FROM cycle`;
const complaint = (more = {}) => {
	const all = { region_id: 2, category: "'other'", title: "'Contoh'", body: "'Contoh'", anonymous: 0, confidential: 0, created_at: 'UTC_TIMESTAMP(3)',
		waiting_since: 'UTC_TIMESTAMP(3)', secret_hash: "UNHEX(SHA2('', 256))", mark: "UNHEX(SHA2('', 256))", ...more };
	return `INSERT INTO complaint (${Object.keys(all)}) VALUES (${Object.values(all)})`;
};
const BROKEN = {
	account_ended: "UPDATE account SET state = 'ended' WHERE username = 'auditor'",
	account_scope: "UPDATE account SET agency_id = NULL WHERE username = 'operator.kutim'",
	answer_city_range: answer("self_level = 5, city_level = 6, city_reason = 'a', city_recommendation = 'a'"),
	answer_city_reason: answer("self_level = 3, city_level = 2, city_recommendation = 'a'"),
	answer_city_recommendation: answer('self_level = 3, city_level = 3'),
	answer_corrected: answer('corrected = 1'),
	answer_province_range: answer("self_level = 5, city_level = 5, province_level = 0, province_reason = 'a', province_recommendation = 'a'"),
	answer_province_reason: answer("self_level = 5, city_level = 5, province_level = 4, province_recommendation = 'a'"),
	answer_province_recommendation: answer("self_level = 4, city_level = 4, city_recommendation = 'a', province_level = 4"),
	answer_self_range: answer('self_level = 6'),
	assessment_left: "UPDATE assessment SET left_at = UTC_TIMESTAMP(3) WHERE id = 1",
	api_token_label: "INSERT INTO api_token (region_id, purpose, label, token_hash, created_at, created_by, expires_on) SELECT 2, 'results', '', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), MIN(id), '2099-01-01' FROM account",
	upload_session_bytes: 'UPDATE upload_session SET bytes = 0',
	upload_session_ended: "UPDATE upload_session SET ended = 'expired'",
	upload_session_kept: 'UPDATE upload_session SET document_id = 1',
	webhook_address: "INSERT INTO webhook (region_id, address, secret, next_at, updated_at, updated_by) SELECT 2, 'http://x/', 'A', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), MIN(id) FROM account",
	webhook_delivery_ended: "INSERT INTO webhook_delivery (region_id, kind, created_at, until, state) SELECT 2, 'test', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'sent'",
	trust_anchor_pem: "INSERT INTO trust_anchor (region_id, pem, updated_at, updated_by) SELECT 2, 'x', UTC_TIMESTAMP(3), MIN(id) FROM account",
	world_stamp_one: 'INSERT INTO world_stamp (id, number) VALUES (2, 1)',
	complaint_rule_open: 'INSERT INTO complaint_rule (region_id, open) VALUES (2, 2)',
	complaint_rule_days: 'INSERT INTO complaint_rule (region_id, close_days) VALUES (2, 61)',
	complaint_flags: complaint({ anonymous: 2 }),
	complaint_rating: complaint({ rating: 6 }),
	complaint_closed: complaint({ state: "'closed'" }),
	complaint_untold: complaint({ untold: 0 }),
	complaint_twin: `${complaint()}; ${complaint({ merged_into: 'LAST_INSERT_ID()', mark: "UNHEX(SHA2('b', 256))" })}`,
	complaint_message_writer: `${complaint()}; INSERT INTO complaint_message (complaint_id, kind, body, at) VALUES (LAST_INSERT_ID(), 'answer', 'x', UTC_TIMESTAMP(3))`,
	district_active: "INSERT INTO district (region_id, name, active) VALUES (2, 'Contoh', 2)",
	village_active: "INSERT INTO district (region_id, name) VALUES (2, 'Contoh'); INSERT INTO village (district_id, name, active) VALUES (LAST_INSERT_ID(), 'Contoh', 2)",
	guest_key_one: "INSERT INTO guest_key (id, secret, made_at) VALUES (2, '', UTC_TIMESTAMP(3))",
	import_draft_kind: "INSERT INTO import_draft (account_id, kind, file_name, content, created_at) SELECT MIN(id), 'instruments', 'x', 'x', UTC_TIMESTAMP(3) FROM account",
	transfer_package_region_code: "UPDATE transfer_package SET region_code = '6471'",
	transfer_package_taken: 'UPDATE transfer_package SET taken_by = (SELECT MIN(id) FROM account)',
	transfer_package_year_range: 'UPDATE transfer_package SET year = 2101',
	category_range: 'UPDATE category SET min_tenths = max_tenths + 1 LIMIT 1',
	imported_document_city: "UPDATE imported_document SET city_decision = 'rejected'",
	imported_document_file: 'UPDATE imported_document SET bytes = NULL',
	imported_document_period: "UPDATE imported_document SET period_from = '2026-02-01', period_until = '2026-01-31'",
	imported_document_province: "UPDATE imported_document SET province_decision = 'rejected'",
	application_audience: application("'Satu', 0, 1, NULL, NULL"),
	application_cost: application("'Satu', 1, 100000000000001, NULL, NULL"),
	application_link: application("'Satu', 1, 1, 'dead', NULL"),
	ict_budget_share: budget('2026, 10, 11, 200'),
	ict_budget_target: budget('2026, 10, 1, 10001'),
	ict_budget_year: budget('1999, 10, 1, 200'),
	activity_days: activity("'2026-01-01'", '480, 720', '1'),
	activity_minutes: activity("'2026-01-02'", '720, 480', '1'),
	activity_hours: activity("'2026-01-02'", '480, 720', '0'),
	hearing_days: hearing(', conclusion', "'2026-01-02', '2026-01-01', ''"),
	hearing_result: hearing(', conclusion, state', "'2026-01-01', '2026-01-02', 'Diputuskan', 'published'"),
	hearing_concluded: hearing(', conclusion, state, published_at', "'2026-01-01', '2026-01-02', '', 'published', UTC_TIMESTAMP(3)"),
	hearing_removed: hearing(', conclusion, state, removed_at', "'2026-01-01', '2026-01-02', '', 'open', UTC_TIMESTAMP(3)"),
	opinion_looked: opinion(', state', ", 'released'"),
	opinion_decided: opinion(', decision', ", 'accommodated'"),
	opinion_reason: opinion(', decision, decided_at', ", 'refused', UTC_TIMESTAMP(3)"),
	opinion_place: `INSERT INTO district (region_id, name) VALUES (2, 'Contoh'); INSERT INTO village (district_id, name) VALUES (LAST_INSERT_ID(), 'Contoh'); SET @village = LAST_INSERT_ID(); ${opinion(', village_id', ', @village')}`,
	opinion_reply_way: `${opinion('', '')}; SET @opinion = LAST_INSERT_ID(); INSERT INTO hearing_question (hearing_id, kind, wording) VALUES (@hearing, 'text', 'Contoh?');
		INSERT INTO opinion_reply (opinion_id, question_id) VALUES (@opinion, LAST_INSERT_ID())`,
	mail_guest: "INSERT INTO mail (token, next_at, created_at) VALUES ('CONTOH', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))",
	attendance_session_order: `INSERT INTO attendance_session (activity_id, token_hash, opened_at, opened_by, closes_at)
		SELECT 1, UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), MIN(id), UTC_TIMESTAMP(3) - INTERVAL 1 HOUR FROM account`,
	attendance_way: attendance('session_id, account_id', '1, 1'),
	attendance_nip_digits: attendance('nip', "'12345678901234567x'"),
	attendance_signed: attendance('drawn, typed', "'M1 1', 'Contoh'"),
	certificate_series_format: "INSERT INTO certificate_series (agency_id, year, format) VALUES (1, 2026, 'tanpa nomor')",
	certificate_ended: `INSERT INTO certificate (agency_id, year, number, activity_id, name, number_text, code, content, digest, issued_at, issued_by, ended_at)
		SELECT 1, 2026, 1, 1, 'Contoh', '1', 'CONTOH', 'a=b', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), MIN(id), UTC_TIMESTAMP(3) FROM account`,
	service_version_frozen: serviceVersion(1, 1, 'UTC_TIMESTAMP(3)'),
	service_version_days: serviceVersion(1, 0),
	service_field_choices: "INSERT INTO service_field (version_id, position, label, kind, compulsory) VALUES (1, 1, 'Contoh', 'choice', 1)",
	enterprise_numbers: enterprise("'123456789012x'"),
	service_application_clock: applied("'LYN-00000001'", "'received', '', NULL, NULL"),
	service_application_reason: applied("'LYN-00000001'", "'returned', '', NULL, NULL"),
	service_application_over: applied("'LYN-00000001'", "'approved', '', NULL, NULL"),
	service_application_consent: `INSERT INTO service_application (agency_id, version_id, enterprise_id, number, channel, running_since, applicant, phone, village, particulars, received_at,
		received_on, due_on, consent_on) SELECT 1, 1, 1, 'LYN-00000001', 'counter', '2026-01-02', 'Contoh', '', '', '', UTC_TIMESTAMP(3), '2026-01-02', '2026-01-05', '2026-01-02'`,
	service_survey_values: `INSERT INTO service_survey SELECT 1, 1, '2026-01-02', 1, 2, 3, 4, 5, 4, 3, 2, 1, NULL`,
	service_series_format: "INSERT INTO service_series (agency_id, year, format) VALUES (1, 2026, 'tanpa nomor')",
	service_number_note_order: "INSERT INTO service_number_note (agency_id, year, from_number, until_number, note, at, account_id) SELECT 1, 2026, 2, 1, 'Contoh', UTC_TIMESTAMP(3), MIN(id) FROM account",
	service_number_note_said: "INSERT INTO service_number_note (agency_id, year, from_number, until_number, note, at, account_id) SELECT 1, 2026, 1, 1, '', UTC_TIMESTAMP(3), MIN(id) FROM account",
	signature_of_one: `INSERT INTO signature (method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
		SELECT 'ink', UNHEX(SHA2('', 256)), 1, 'application/pdf', 'x', 'x', UTC_TIMESTAMP(3), MIN(id) FROM account`,
	issued_file_of_one: "INSERT INTO issued_file (sha256, bytes, made_at) VALUES (UNHEX(SHA2('', 256)), 1, UTC_TIMESTAMP(3))",
	service_letter_ended: serviceLetter(1, "'CONTOH'", "'cancelled', UTC_TIMESTAMP(3)", ''),
	consultation_level: `INSERT INTO consultation (assessment_id, agency_id, region_id, variable_number, level, field, title, asked_at, waiting_since)
		SELECT 1, 1, 2, 3, 6, 'organisasi', 'Contoh', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)`,
	criterion_comment_level: `INSERT INTO criterion_comment (assessment_id, variable_number, level, body, at, account_id)
		SELECT 1, 3, 6, 'Contoh', UTC_TIMESTAMP(3), MIN(id) FROM account`,
	ruling_level: `INSERT INTO ruling (region_id, instrument_id, variable_number, level, title, body, valid_from, published_at, published_by)
		SELECT 2, MIN(i.id), 3, 0, 'Contoh', 'Contoh', '2026-01-01', UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM instrument i`,
	ruling_validity: `INSERT INTO ruling (region_id, instrument_id, variable_number, title, body, valid_from, valid_until, published_at, published_by)
		SELECT 2, MIN(i.id), 3, 'Contoh', 'Contoh', '2026-01-02', '2026-01-01', UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM instrument i`,
	session_at_whole: `INSERT INTO session (token_hash, account_id, csrf, created_at, seen_at, address, at_role)
		SELECT UNHEX(SHA2('', 256)), MIN(id), MD5(1), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), '', 'operator' FROM account`,
	variable_duty_number: `INSERT INTO variable_duty (agency_id, variable_number, account_id, assigned_at, assigned_by)
		SELECT 1, 0, MIN(id), UTC_TIMESTAMP(3), MIN(id) FROM account`,
	cycle_opened: 'UPDATE cycle SET opened_at = NULL WHERE id = 1',
	cycle_reported: "UPDATE cycle SET state = 'reported' WHERE id = 1",
	cycle_step_days: 'UPDATE cycle_step SET working_days = 0 WHERE cycle_id = 1 AND step = 1',
	cycle_step_order: 'UPDATE cycle_step SET planned_until = planned_from - INTERVAL 1 DAY WHERE cycle_id = 1 AND step = 1',
	cycle_step_range: 'UPDATE cycle_step SET step = 8 WHERE cycle_id = 1 AND step = 7',
	cycle_year_range: 'UPDATE cycle SET year = 2017 WHERE id = 1',
	document_period: `INSERT INTO document (agency_id, title, kind, period_from, period_until, created_at, created_by)
		SELECT 1, 'Contoh', 'sop', '2026-02-01', '2026-01-31', UTC_TIMESTAMP(3), MIN(id) FROM account`,
	instance_id_form: "UPDATE instance SET id = 'X'",
	instance_one: 'UPDATE instance SET one = 2',
	instrument_published: "UPDATE instrument SET state = 'draft' LIMIT 1",
	letterhead_number: "INSERT INTO letterhead (region_id, number_format) VALUES (2, 'tanpa nomor')",
	level_number_range: 'UPDATE level SET number = 6 WHERE number = 5 LIMIT 1',
	evidence_link_city_reason: "UPDATE evidence_link SET city_decision = 'rejected' LIMIT 1",
	evidence_link_province_reason: "UPDATE evidence_link SET province_decision = 'rejected' LIMIT 1",
	issued_about: 'UPDATE issued_document SET assessment_id = NULL LIMIT 1',
	issued_ended: "UPDATE issued_document SET ended = 'replaced' LIMIT 1",
	issued_ended_reason: "UPDATE issued_document SET ended = 'cancelled', ended_at = UTC_TIMESTAMP(3) LIMIT 1",
	issued_receipt_number: "UPDATE issued_document SET kind = 'receipt' WHERE number IS NULL LIMIT 1",
	time_request_state: `INSERT INTO time_request (assessment_id, until, reason, asked_by, asked_at, waiting)
		SELECT MIN(a.id), '2026-01-01', 'Contoh', (SELECT MIN(id) FROM account), UTC_TIMESTAMP(3), NULL FROM assessment a`,
	time_request_one: `INSERT INTO time_request (assessment_id, until, reason, asked_by, asked_at, waiting)
		SELECT MIN(a.id), '2026-01-01', 'Contoh', (SELECT MIN(id) FROM account), UTC_TIMESTAMP(3), 2 FROM assessment a`,
	mail_ended: `INSERT INTO mail (account_id, token, state, next_at, created_at)
		SELECT MIN(id), 'LETTER', 'sent', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM account`,
	peer_ended: "UPDATE peer SET ended_at = UTC_TIMESTAMP(3), ended_by = created_by",
	peer_name: "UPDATE peer SET name = ''",
	peer_scope_code: "UPDATE peer_scope SET region_code = '64.7'",
	acting_head_days: `INSERT INTO acting_head (agency_id, kind, name, from_on, until_on, basis, created_at, created_by)
		SELECT id, 'plt', 'Contoh', '2026-02-02', '2026-02-01', 'SP', UTC_TIMESTAMP(3), 1 FROM agency LIMIT 1`,
	assessment_sum_done: summed('assessed, score, steps, done, place', '0, 0, 1, 2, a.id'),
	assessment_sum_score: summed('assessed, score, steps, done, place', '0, 5, 0, 0, a.id'),
	cycle_sum_parts: cycleSum(1, 2),
	plan_step_cost: planned('open', 'cost', '1000000000001'),
	plan_step_done: planned('done', 'cost', '1'),
	plan_step_dropped: planned('dropped', 'cost', '1'),
	plan_step_level: planned('open', 'cost', '1', 6),
	plan_target_level: 'INSERT INTO plan_target (assessment_id, variable_number, level) VALUES (1, 3, 0)',
	pending_kept: pending("'kept', 'none', NULL"),
	pending_reminded: pending("'open', 'due', NULL"),
	region_code_form: "UPDATE region SET code = '6x.71' WHERE id = 2",
	region_kind_code: "UPDATE region SET kind = 'province' WHERE id = 2",
	region_open_data_licence: "UPDATE region SET open_data_licence = 'javascript:alert(1)' WHERE id = 2",
	region_publish_threshold: 'UPDATE region SET publish_threshold = 2 WHERE id = 2',
	revision_inspected: "UPDATE revision SET findings = 'javascript'",
	revision_scanned: "UPDATE revision SET scan = 'clean'",
	revision_scan_finding: "UPDATE revision SET scan = 'clean', scanned_at = created_at, scan_finding = 'Contoh'",
	signature_checked: signature("'ink', NULL, UTC_TIMESTAMP(3)"),
	signature_verdict: signature("'electronic', NULL, NULL"),
	world_stamp_one: 'UPDATE world_stamp SET id = 2',
	variable_number_range: 'UPDATE variable SET number = 1001 WHERE number = 11 LIMIT 1',
	variable_weight: 'UPDATE variable SET weight = 10000001 WHERE number = 11 LIMIT 1',
	variable_condition: 'UPDATE variable SET if_number = 11, if_level = 1 WHERE number = 11 LIMIT 1',
	instrument_decimals: 'UPDATE instrument SET decimals = 3 LIMIT 1',
	instrument_course: "UPDATE instrument SET scoring = 'none' LIMIT 1",
	scale_word_number: scaled("INSERT INTO scale_word (scale_id, number, word, points) SELECT @scale, 11, 'Contoh', 0"),
	scale_word_points: scaled("INSERT INTO scale_word (scale_id, number, word, points) SELECT @scale, 1, 'Contoh', 10000001"),
	appraisal_year: appraised('1999', ''),
	appraisal_answer_level: appraised('2026', 'level, skipped', '11, 0'),
	appraisal_answer_target: appraised('2026', 'target_level', '0'),
	appraisal_answer_skipped: appraised('2026', 'skipped', '1'),
};

/* Also refused, though one value is absent: an unknown comparison must not pass as true. */
const BROKEN_TOO = [
	['answer_city_reason', answer("city_level = 2, city_recommendation = 'a'")],
	['answer_province_reason', answer("province_level = 2, province_recommendation = 'a'")],
	['account_scope', "UPDATE account SET region_id = NULL WHERE username = 'auditor'"],
	['region_kind_code', "UPDATE region SET code = '64.01' WHERE id = 1"],
	['region_code_form', "UPDATE region SET code = '64.7' WHERE id = 2"],
	['issued_receipt_number', "UPDATE issued_document SET kind = 'receipt' LIMIT 1"],
	['cycle_opened', "UPDATE cycle SET state = 'draft' WHERE id = 1"],
	['answer_self_range', answer('self_level = 0')],
	['upload_session_kept', "UPDATE upload_session SET ended = 'kept', ended_at = UTC_TIMESTAMP(3)"],
];

const REVISION = 'document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by';

/* For each UNIQUE key a statement that breaks this one and no other, on the same rows. */
const TWICE = {
	scale_code: "INSERT INTO scale (instrument_id, code) SELECT MIN(i.id), 'contoh' FROM instrument i JOIN seq_1_to_2 GROUP BY seq",
	account_calendar: "UPDATE account SET calendar_hash = REPEAT('x', 32)",
	account_username: "UPDATE account SET username = 'ADMIN' WHERE username = 'auditor'",
	activity_document_paper: `${activity("'2026-01-02'", '480, 720', '1')}; SET @activity = LAST_INSERT_ID();
		INSERT INTO document (agency_id, title, kind, created_at, created_by) SELECT 1, 'Contoh', 'sop', UTC_TIMESTAMP(3), MIN(id) FROM account;
		INSERT INTO activity_document (activity_id, document_id, paper) SELECT @activity, id, 'minutes' FROM document`,
	application_name: application("'Satu', 1, 1, NULL, NULL"),
	attendance_nip: `${activity("'2026-01-02'", '480, 720', '1')}; SET @activity = LAST_INSERT_ID();
		INSERT INTO attendance (activity_id, name, nip, office, person, at) SELECT @activity, 'Contoh', '198001012005011001', '', UNHEX(SHA2(seq, 256)), UTC_TIMESTAMP(3) FROM seq_1_to_2`,
	attendance_person: `${activity("'2026-01-02'", '480, 720', '1')}; SET @activity = LAST_INSERT_ID();
		INSERT INTO attendance (activity_id, name, office, person, at) SELECT @activity, 'Contoh', '', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3) FROM seq_1_to_2`,
	attendance_session_token: `${activity("'2026-01-02'", '480, 720', '1')}; SET @activity = LAST_INSERT_ID();
		INSERT INTO attendance_session (activity_id, token_hash, opened_at, opened_by, closes_at)
		SELECT @activity, UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account), UTC_TIMESTAMP(3) + INTERVAL 1 HOUR FROM seq_1_to_2`,
	hearing_choice_label: `${HEARING}; INSERT INTO hearing_question (hearing_id, kind, wording) VALUES (@hearing, 'choice', 'Contoh?');
		INSERT INTO hearing_choice (question_id, label) SELECT LAST_INSERT_ID(), 'Contoh' FROM seq_1_to_2`,
	hearing_theme_name: `${HEARING}; INSERT INTO hearing_theme (hearing_id, name) SELECT @hearing, 'Contoh' FROM seq_1_to_2`,
	opinion_mark: opinion('', '', 2),
	certificate_code: `${activity("'2026-01-02'", '480, 720', '1')}; SET @activity = LAST_INSERT_ID(); ${certificate('seq', "'CONTOH'")}`,
	certificate_number: `${activity("'2026-01-02'", '480, 720', '1')}; SET @activity = LAST_INSERT_ID(); ${certificate('1', "CONCAT('CONTOH', seq)")}`,
	service_version_number: `${SERVICE}; ${serviceVersion(1)} FROM seq_1_to_2`,
	service_requirement_position: `${VERSION}; INSERT INTO service_requirement (version_id, position, name, compulsory) SELECT @version, 1, 'KTP', 1 FROM seq_1_to_2`,
	service_field_position: `${VERSION}; INSERT INTO service_field (version_id, position, label, kind, compulsory) SELECT @version, 1, 'Tujuan', 'text', 1 FROM seq_1_to_2`,
	service_step_position: `${VERSION}; INSERT INTO service_step (version_id, position, name, role, days) SELECT @version, 1, 'Periksa', 'officer', 1 FROM seq_1_to_2`,
	enterprise_nib: enterprise("'1234567890123'", 'FROM seq_1_to_2'),
	service_application_number: `${APPLIED}; ${applied("'LYN-00000001'", undefined, 'NULL', 'FROM seq_1_to_2')}`,
	service_application_mark: `${APPLIED}; ${applied("CONCAT('LYN-0000000', seq)", undefined, "UNHEX(SHA2('', 256))", 'FROM seq_1_to_2')}`,
	service_application_sent: `${APPLIED}; ${applied("CONCAT('LYN-0000000', seq)", undefined, 'NULL', 'FROM seq_1_to_2')};
		UPDATE service_application SET sent_mark = UNHEX(SHA2('', 256))`,
	service_file_stored: `${LETTERED}; ${serviceFile("'x'", "UNHEX(SHA2(seq, 256))")}`,
	service_file_once: `${LETTERED}; ${serviceFile('seq', "UNHEX(SHA2('', 256))")}`,
	service_paper_document: `INSERT INTO document (agency_id, title, kind, created_at, created_by) SELECT 1, 'Contoh', 'lainnya', UTC_TIMESTAMP(3), MIN(id) FROM account; SET @document = LAST_INSERT_ID();
		INSERT INTO service_paper (agency_id, word, about, document_id) SELECT 1, 'report', seq, @document FROM seq_1_to_2`,
	service_letter_number: `${LETTERED}; ${serviceLetter(1, "CONCAT('CONTOH', seq)")}`,
	service_letter_code: `${LETTERED}; ${serviceLetter('seq', "'CONTOH'")}`,
	agency_name: "INSERT INTO agency (region_id, name) VALUES (2, 'dinas contoh perhubungan')",
	api_token_hash: `INSERT INTO api_token (region_id, purpose, label, token_hash, created_at, created_by, expires_on)
		SELECT 2, 'results', 'Contoh', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account), '2099-01-01' FROM seq_1_to_2`,
	assessment_agency: 'INSERT INTO assessment (cycle_id, agency_id) VALUES (1, 1)',
	category_level: 'UPDATE category SET level = 2 WHERE level = 1 LIMIT 1',
	checklist_position: "INSERT INTO checklist_item (level_id, position, title, compulsory) SELECT level_id, position, 'Lagi', 0 FROM checklist_item LIMIT 1",
	crest_stored: `INSERT INTO crest (sha256, stored_name, bytes, width, height, created_at, created_by)
		SELECT UNHEX(SHA2(seq, 256)), 'a', 1, 1, 1, UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM seq_1_to_2`,
	cycle_year: 'UPDATE cycle SET region_id = 2 WHERE id = 2',
	drawing_stored: `INSERT INTO issued_document (cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by)
		SELECT cycle_id, assessment_id, 'minutes', 'LAGI', content, digest, issued_at, issued_by FROM issued_document;
		INSERT INTO drawing (issued_id, made_of, stored_name, sha256, bytes, drawn_at)
		SELECT id, digest, 'a', digest, 1, issued_at FROM issued_document`,
	complaint_mark: `${complaint()}; ${complaint()}`,
	complaint_message_mark: `${complaint()}; INSERT INTO complaint_message (complaint_id, kind, body, at, mark) SELECT LAST_INSERT_ID(), 'person', 'x', UTC_TIMESTAMP(3), UNHEX(SHA2('', 256)) FROM seq_1_to_2`,
	complaint_file_stored: `${complaint()}; INSERT INTO complaint_file (complaint_id, sha256, bytes, type, client_name, stored_name, scan, created_at)
		SELECT LAST_INSERT_ID(), UNHEX(SHA2('', 256)), 1, 'application/pdf', 'x', 'x', 'none', UTC_TIMESTAMP(3) FROM seq_1_to_2`,
	complaint_template_title: `INSERT INTO complaint_template (region_id, title, body, created_at, created_by)
		SELECT 2, 'Contoh', 'x', UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM seq_1_to_2`,
	district_name: "INSERT INTO district (region_id, name) SELECT 2, 'Contoh' FROM seq_1_to_2",
	holiday_day: "INSERT INTO holiday (day, kind, name) SELECT day, kind, name FROM holiday LIMIT 1",
	evidence_link_once: `INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
		SELECT assessment_id, checklist_item_id, document_id, created_at, created_by FROM evidence_link`,
	imported_agency_origin: 'INSERT INTO imported_agency (agency_id, origin, origin_id) SELECT seq, MD5(1), 1 FROM seq_1_to_2',
	imported_cycle_package: 'INSERT INTO imported_cycle (cycle_id, package_id, origin) SELECT seq, 1, MD5(1) FROM seq_1_to_2',
	instrument_name: 'INSERT INTO instrument (name, created_at) SELECT name, created_at FROM instrument LIMIT 1',
	issued_code: `INSERT INTO issued_document (cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by)
		SELECT cycle_id, assessment_id, 'minutes', code, content, digest, issued_at, issued_by FROM issued_document`,
	issued_number: `INSERT INTO issued_document (cycle_id, assessment_id, kind, number, code, content, digest, issued_at, issued_by)
		SELECT cycle_id, assessment_id, 'receipt', 7, CONCAT('LAGI', seq), content, digest, issued_at, issued_by FROM issued_document JOIN seq_1_to_2`,
	level_number: 'UPDATE level SET number = 2 WHERE number = 1 LIMIT 1',
	time_request_waiting: `INSERT INTO time_request (assessment_id, until, reason, asked_by, asked_at)
		SELECT a.id, '2026-01-01', 'Contoh', (SELECT MIN(id) FROM account), UTC_TIMESTAMP(3) FROM assessment a JOIN seq_1_to_2`,
	mail_token: `INSERT INTO mail (account_id, token, next_at, created_at)
		SELECT a.id, 'LETTER', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM account a LIMIT 2`,
	peer_public_key: "INSERT INTO peer (name, public_key, created_at, created_by) SELECT 'Lagi', public_key, created_at, created_by FROM peer",
	acting_head_day: `INSERT INTO acting_head (agency_id, kind, name, from_on, basis, created_at, created_by)
		SELECT g.id, 'plh', 'Contoh', '2026-02-02', 'SP', UTC_TIMESTAMP(3), 1 FROM (SELECT MIN(id) AS id FROM agency) g JOIN seq_1_to_2`,
	assessment_sum_place: summed('assessed, score, steps, done, place', '0, 0, 0, 0, 7'),
	plan_step_carried: `INSERT INTO plan_step (assessment_id, variable_number, level, title, created_at, created_by)
			SELECT 1, 3, 2, 'Lagi', UTC_TIMESTAMP(3), MIN(id) FROM account;
		INSERT INTO plan_step (assessment_id, variable_number, level, title, carried_from, created_at, created_by)
			SELECT s.assessment_id, 3, 2, 'Lagi', s.id, s.created_at, s.created_by FROM plan_step s JOIN seq_1_to_2 WHERE s.title = 'Lagi'`,
	plan_step_item: `INSERT INTO plan_step (assessment_id, variable_number, level, checklist_item_id, title, created_at, created_by)
		SELECT 1, 3, 2, (SELECT MIN(id) FROM checklist_item), 'Lagi', UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM seq_1_to_2`,
	region_code: "INSERT INTO region (code, name, kind, timezone) VALUES ('64.71', 'Lagi', 'city', 'WITA')",
	revision_number: `INSERT INTO revision (id, ${REVISION}) SELECT 2, ${REVISION.replace('stored_name', "'x'")} FROM revision`,
	revision_stored: `INSERT INTO revision (id, ${REVISION}) SELECT 2, ${REVISION.replace('number', '2')} FROM revision`,
	signature_stored: `INSERT INTO signature (issued_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
		SELECT id, 'ink', digest, 1, 'application/pdf', 'x', 'x', issued_at, issued_by FROM issued_document JOIN seq_1_to_2`,
	import_draft_one: 'INSERT INTO import_draft (account_id, kind, file_name, content, created_at) SELECT account_id, kind, file_name, content, created_at FROM import_draft',
	transfer_package_stored: `INSERT INTO transfer_package (peer_id, region_code, year, made_at, sha256, bytes, stored_name, arrived_at)
		SELECT peer_id, region_code, 2025, made_at, sha256, bytes, stored_name, arrived_at FROM transfer_package`,
	upload_session_stored: `INSERT INTO upload_session (account_id, agency_id, bytes, metadata, stored_name, created_at, expires_at)
		SELECT account_id, agency_id, bytes, metadata, stored_name, created_at, expires_at FROM upload_session`,
	village_name: "INSERT INTO district (region_id, name) VALUES (2, 'Contoh'); INSERT INTO village (district_id, name) SELECT LAST_INSERT_ID(), 'Contoh' FROM seq_1_to_2",
	variable_number: 'UPDATE variable SET number = 2 WHERE number = 1 LIMIT 1',
};

/* Unique only so that a foreign key may name both: the key is unique without it. */
const FOR_FOREIGN = ['agency_region', 'membership_capacity'];

/* Must name what exists, or is named still, on the same rows. */
const REFUSED = [
	[1452, 'UPDATE account SET region_id = 3 WHERE username = \'operator.dkumkmp\''],
	[1452, 'INSERT INTO assessment (cycle_id, agency_id) VALUES (1, 4000000)'],
	[1451, 'DELETE FROM account WHERE username = \'operator.dkumkmp\''],
	[1451, 'DELETE FROM peer'],
	[1452, 'INSERT INTO imported_cycle (cycle_id, package_id, origin) VALUES (1, 4000000, MD5(1))'],
	[1451, 'DELETE FROM document'],
];

describe('schema', () => {
	let stack;
	before(async () => { stack = await startStack(); });
	after(() => stack?.stop());

	const tables = () => stack.sql('SHOW TABLES').map((row) => Object.values(row)[0]);
	const schema = () => Object.fromEntries(tables().map((table) => [table,
		stack.sql(`SHOW CREATE TABLE ${table}`)[0]['Create Table'].replace(/ AUTO_INCREMENT=\d+/, '')]));
	const migrate = (...options) => {
		const run = stack.matang(['migrate', ...options]);
		assert.equal(run.status, 0, run.stderr);
	};
	/* The error of a statement that must not go through, by number and words. */
	const refusal = (statement) => {
		try {
			stack.sql(`START TRANSACTION; ${statement}; ROLLBACK`);
		} catch (error) {
			return /ERROR (\d+) .*/.exec(error.message);
		}
		return assert.fail(`went through: ${statement}`);
	};

	it('is the same after the way back and forth', () => {
		const first = schema();
		const settings = stack.sql('SELECT name, value FROM setting ORDER BY name');

		assert.ok(Object.keys(first).length > 20);
		/* One back is as coming from below; a column or rule that came again may stand further down. */
		const last = Number(stack.sql('SELECT MAX(number) AS n FROM migration')[0].n);
		const parts = () => Object.entries(schema()).map(([table, text]) => [table,
			text.split('\n').map((line) => line.replace(/,$/, '')).sort()]);
		migrate('--reverse', '--lose', 'everything');
		const below = parts();
		migrate('--reverse', '--to', '0', '--lose', 'everything');
		assert.deepEqual(tables(), ['migration']);
		assert.deepEqual(stack.sql('SELECT number FROM migration'), []);
		migrate('--to', String(last - 1));
		assert.deepEqual(parts(), below);
		migrate();
		assert.deepEqual(schema(), first);
		assert.deepEqual(stack.sql('SELECT name, value FROM setting ORDER BY name'), settings);
		assert.equal(stack.matang(['import', 'reference', path.join(ROOT, 'sql/reference')]).status, 0);
	});

	it('is not taken back where that loses something that nobody named', () => {
		const folder = path.join(ROOT, 'sql/migrations');
		for (const file of readdirSync(folder).filter((name) => name.endsWith('.down.sql')))
			assert.match(readFileSync(path.join(folder, file), 'utf8'), /^-- loses( nothing$|: [^:;]+: SELECT .*;$)/m, file);
		stack.sql(`INSERT INTO region (id, code, name, kind, timezone, publish_names) VALUES (1, '64', 'Provinsi Contoh', 'province', 'WITA', 0);
			INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date, bureau) SELECT 1, MIN(id), 2026, 0, '2026-11-16', 'Bagian Contoh' FROM instrument`);
		const number = (name) => stack.sql(`SELECT number FROM migration WHERE name = '${name}'`)[0].number;
		const run = (...more) => stack.matang(['migrate', '--reverse', '--to', String(number('publishing') - 1), ...more]);
		const first = schema();
		const kept = run();
		assert.equal(kept.status, 1);
		assert.match(kept.stderr, /0032_bureau_then would lose names of bureaus as they were then \(rows: 1\)[\s\S]*say --lose bureau_then/);
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM cycle WHERE bureau IS NOT NULL')[0].n, '1');
		assert.match(run('--lose', 'bureau_then').stderr, /0032_bureau_then loses [\s\S]*0030_publishing would lose what regions keep from the public \(rows: 1\)/);
		assert.equal(stack.sql('SELECT MIN(publish_names) AS n FROM region')[0].n, '0');
		assert.equal(run('--lose', 'publishing,other').status, 0);
		migrate();
		assert.deepEqual(Object.keys(schema()), Object.keys(first));
		stack.sql('DELETE FROM cycle; DELETE FROM region');
	});

	describe('refuses', () => {
		before(() => {
			openWorld(stack);
			stack.sql(`SET @by = (SELECT id FROM account WHERE username = 'operator.dkumkmp'), @at = UTC_TIMESTAMP(3);
				INSERT INTO document (id, agency_id, title, kind, created_at, created_by) VALUES (1, 1, 'Contoh', 'sop', @at, @by);
				INSERT INTO revision (id, document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
				VALUES (1, 1, 1, UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'a', @at, @by);
				INSERT INTO upload_session (account_id, agency_id, bytes, metadata, stored_name, created_at, expires_at)
				VALUES (@by, 1, 1, '', 'a', @at, @at);
				INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT 1, MIN(id), 1, @at, @by FROM checklist_item;
				INSERT INTO instance (id) VALUES (MD5('contoh'));
				INSERT INTO peer (id, name, public_key, created_at, created_by) VALUES (1, 'Contoh', UNHEX(SHA2('', 256)), @at, @by);
				INSERT INTO peer_scope (peer_id, region_code) VALUES (1, '64.71');
				INSERT INTO transfer_package (id, peer_id, region_code, year, made_at, sha256, bytes, stored_name, arrived_at)
				VALUES (1, 1, '64.71', 2026, @at, UNHEX(SHA2('', 256)), 1, 'a', @at);
				INSERT INTO import_draft (account_id, kind, file_name, content, created_at) VALUES (@by, 'agencies', 'a.csv', 'nama', @at);
				INSERT INTO imported_document (assessment_id, checklist_item_id, title, kind, sha256, bytes)
				SELECT 1, MIN(id), 'Contoh', 'sop', UNHEX(SHA2('', 256)), 1 FROM checklist_item;
				INSERT INTO issued_document (cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by)
				VALUES (1, 1, 'form', 'CONTOH', '', UNHEX(SHA2('', 256)), @at, @by);`);
		});

		it('what each CHECK is there for, and each has its sample', () => {
			const all = stack.sql(`SELECT constraint_name AS name FROM information_schema.check_constraints
				WHERE constraint_schema = 'matang'`).map((row) => row.name);
			assert.deepEqual(Object.keys(BROKEN).sort(), all.sort());
		});

		for (const [name, statement] of [...Object.entries(BROKEN), ...BROKEN_TOO])
			it(`${name}: ${statement.replace(/\s+/g, ' ')}`, () => {
				const [words, number] = refusal(statement);
				assert.equal(number, '4025', words);
				assert.ok(words.includes(`\`${name}\``), words);
			});

		it('what is there twice, and each UNIQUE has its sample', () => {
			const all = stack.sql(`SELECT DISTINCT index_name AS name FROM information_schema.statistics
				WHERE table_schema = 'matang' AND non_unique = 0 AND index_name <> 'PRIMARY'`).map((row) => row.name);
			assert.deepEqual([...Object.keys(TWICE), ...FOR_FOREIGN].sort(), all.sort());
		});

		for (const [name, statement] of Object.entries(TWICE))
			it(`${name}: ${statement.replace(/\s+/g, ' ')}`, () => {
				const [words, number] = refusal(statement);
				assert.equal(number, '1062', words);
				assert.ok(words.endsWith(`for key '${name}'`), words);
			});

		for (const [expected, statement] of REFUSED)
			it(`${statement.replace(/\s+/g, ' ')}`, () => {
				const [words, number] = refusal(statement);
				assert.equal(Number(number), expected, words);
			});
	});
});
