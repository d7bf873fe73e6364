-- SPDX-License-Identifier: ISC
-- A province-wide instance in its second year, for plans of statements:
-- 40 regions, 2,000 agencies, 4,000 assessments, 44,000 answers, 20,000
-- documents, 60,000 links, 100,000 rows of history, 5,000 accounts.
-- Keys are made so that tests can name one of everything that belongs together:
-- agency 100 is in region 27, whose cycles are 25 (2025) and 63 (2026), and its
-- assessments are 100 and 2100.  Everything is invented.  The two years are
-- names; every other day is told from today, on which step 4 of the second is.
SET unique_checks = 0, foreign_key_checks = 0;
SET @instrument = (SELECT MIN(id) FROM instrument), @today = UTC_DATE(),
    @at = UTC_TIMESTAMP(3) - INTERVAL 8 DAY, @start = UTC_DATE() - INTERVAL 4 DAY;

INSERT INTO region (id, parent_id, code, name, kind, timezone, complaint_channel)
SELECT seq, IF(seq <= 2, NULL, 1 + seq MOD 2),
    IF(seq <= 2, 10 + seq, CONCAT(11 + seq MOD 2, '.', LPAD(seq, 2, '0'))),
    CONCAT('Daerah Contoh ', seq), IF(seq <= 2, 'province', 'regency'), 'WITA', 'Sekretariat (contoh)'
FROM seq_1_to_40;
INSERT INTO agency (id, region_id, name, short_name)
SELECT seq, 3 + seq MOD 38, CONCAT('Dinas Contoh ', seq), CONCAT('D', seq) FROM seq_1_to_2000;
INSERT INTO account (id, username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
SELECT seq, CONCAT('orang', seq), CONCAT('contoh', seq),
    CASE WHEN seq <= 2000 THEN 'operator' WHEN seq <= 4000 THEN 'head' ELSE 'verifier' END,
    IF(seq <= 4000, (SELECT region_id FROM agency WHERE id = 1 + (seq - 1) MOD 2000), 3 + seq MOD 38),
    IF(seq <= 4000, 1 + (seq - 1) MOD 2000, NULL), CONCAT('Orang Contoh ', seq), @at, @at
FROM seq_1_to_5000;
INSERT INTO recovery_code (account_id, code_hash)
SELECT a.seq, UNHEX(SHA2(CONCAT(a.seq, '/', c.seq), 256)) FROM seq_1_to_500 a JOIN seq_1_to_10 c;
INSERT INTO session (token_hash, account_id, csrf, created_at, seen_at, address)
SELECT UNHEX(SHA2(seq, 256)), seq, MD5(seq), @at - INTERVAL seq MINUTE, @at - INTERVAL seq SECOND, '192.0.2.1' FROM seq_1_to_3000;
INSERT INTO change_mark (id, at) VALUES (X'00112233445566778899AABBCCDDEEFF', UTC_TIMESTAMP(3) - INTERVAL 2 DAY);
INSERT INTO throttle (kind, key_hash, failures, since)
SELECT 'account', UNHEX(SHA2(seq, 256)), 1, @at - INTERVAL seq MINUTE FROM seq_1_to_3000;

-- Nine versions of the instrument beside the one in use.
INSERT INTO instrument (id, name, state, created_at)
SELECT 100 + seq, CONCAT('Instrumen contoh ', seq), 'draft', @at FROM seq_1_to_9;
INSERT INTO variable (instrument_id, number, name)
SELECT i.id, v.number, v.name FROM instrument i JOIN variable v ON v.instrument_id = @instrument WHERE i.id > 100;
INSERT INTO level (variable_id, number, indicator)
SELECT n.id, l.number, l.indicator FROM variable n
JOIN variable v ON v.instrument_id = @instrument AND v.number = n.number JOIN level l ON l.variable_id = v.id
WHERE n.instrument_id > 100;
INSERT INTO checklist_item (level_id, position, title, compulsory, needs_signature)
SELECT m.id, i.position, i.title, i.compulsory, i.needs_signature FROM variable n
JOIN variable v ON v.instrument_id = @instrument AND v.number = n.number
JOIN level l ON l.variable_id = v.id JOIN checklist_item i ON i.level_id = l.id
JOIN level m ON m.variable_id = n.id AND m.number = l.number
WHERE n.instrument_id > 100;
INSERT INTO category (instrument_id, level, name, min_tenths, max_tenths)
SELECT i.id, c.level, c.name, c.min_tenths, c.max_tenths
FROM instrument i JOIN category c ON c.instrument_id = @instrument WHERE i.id > 100;

-- One of another kind, by which every agency has assessed itself.
INSERT INTO instrument (id, name, course, scoring, state, created_at, published_at) VALUES (300, 'Instrumen lain contoh', 'own', 'average', 'published', @at, @at);
INSERT INTO scale (id, instrument_id, code) VALUES (300, 300, 'a');
INSERT INTO scale_word (scale_id, number, word, points) SELECT 300, seq, CONCAT('Tingkat ', seq), seq * 100 FROM seq_1_to_3;
INSERT INTO variable (id, instrument_id, number, name, outer_name, scale_id)
SELECT 300000 + seq, 300, seq, CONCAT('Butir ', seq), CONCAT('Dimensi ', 1 + seq DIV 10), 300 FROM seq_1_to_18;

INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
SELECT seq - 2, seq, @instrument, 2025, 1, @start - INTERVAL 1 YEAR, 'reported', @at, @at FROM seq_3_to_40;
INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
SELECT 36 + seq, seq, @instrument, 2026, 1, @start, 'open', @at FROM seq_3_to_40;
INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
SELECT c.id, s.seq, 1, c.start_date + INTERVAL s.seq DAY, c.start_date + INTERVAL s.seq DAY
FROM cycle c JOIN seq_1_to_7 s;
INSERT INTO assessment (id, cycle_id, agency_id, state, notified_at, opened_at)
SELECT g.id + IF(c.year = 2026, 2000, 0), c.id, g.id,
    IF(c.year = 2025, 'reported', ELT(1 + g.id MOD 8, 'not_started', 'draft', 'submitted', 'returned', 'verified',
        'validated', 'signed', 'received')), IF(g.id MOD 3 = 0, NULL, @at), @at
FROM cycle c JOIN agency g ON g.region_id = c.region_id;
INSERT INTO answer (assessment_id, variable_id, self_level, explanation, city_level, city_reason, city_recommendation,
    needs_correction, updated_at, updated_by)
SELECT a.id, v.id, 3, REPEAT('Uraian contoh. ', 20), 3, 'Contoh', 'Contoh', a.state = 'returned' AND v.number = 3, @at, a.agency_id
FROM assessment a JOIN variable v ON v.instrument_id = @instrument;

INSERT INTO document (id, agency_id, title, kind, created_at, created_by)
SELECT d.seq, 1 + (d.seq - 1) MOD 2000, CONCAT('Dokumen contoh ', d.seq), 'laporan', @at, 1 + (d.seq - 1) MOD 2000
FROM seq_1_to_20000 d;
INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, inspected_at, scan, scanned_at,
    scan_signatures, created_at, created_by)
SELECT d.seq, n.seq, UNHEX(SHA2(CONCAT(d.seq, n.seq), 256)), 100000, 'application/pdf', 'contoh.pdf',
    CONCAT(LEFT(MD5(d.seq), 2), '/', MD5(CONCAT(d.seq, '.', n.seq))),
    IF(d.seq MOD 100 = 0, NULL, UTC_TIMESTAMP(3)), IF(d.seq MOD 100 = 0, 'none', 'clean'),
    IF(d.seq MOD 100 = 0, NULL, UTC_TIMESTAMP(3) - INTERVAL d.seq MOD 8 DAY), IF(d.seq MOD 100 = 0, '', 'contoh/1'), @at, 1 + (d.seq - 1) MOD 2000
FROM seq_1_to_20000 d JOIN seq_1_to_2 n WHERE n.seq = 1 OR d.seq MOD 5 = 0;
-- The files of every fourth agency were read, also those of agency 100.
INSERT INTO file_text (sha256, agency_id, scope, body, taken_at)
SELECT r.sha256, d.agency_id, CONCAT('agency', d.agency_id, ' region', g.region_id),
    CONCAT('Laporan kinerja contoh nomor ', d.id, ' tahun 2026 tentang capaian dan tindak lanjut.'), @at
FROM document d JOIN agency g ON g.id = d.agency_id
JOIN revision r ON r.document_id = d.id WHERE d.agency_id MOD 4 = 0;
UPDATE revision r JOIN file_text t ON t.sha256 = r.sha256 SET r.text_state = 'taken';
-- Thirty links in each open assessment, of ten documents.
UPDATE revision SET held = IF(number = 1, 'broke', 'time'), inspected_at = NULL WHERE document_id = 2100;
INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, city_decision, city_revision_id, created_at, created_by)
SELECT 2000 + g.seq, i.id, g.seq + 2000 * (i.place MOD 10), IF(i.place MOD 2 = 0, 'accepted', NULL),
    IF(i.place MOD 2 = 0, (SELECT MAX(r.id) FROM revision r WHERE r.document_id = g.seq + 2000 * (i.place MOD 10)), NULL),
    @at, g.seq
FROM seq_1_to_2000 g
JOIN (SELECT i.id, ROW_NUMBER() OVER (ORDER BY i.id) AS place FROM variable v JOIN level l ON l.variable_id = v.id
    JOIN checklist_item i ON i.level_id = l.id WHERE v.instrument_id = @instrument) i ON i.place <= 30;
-- Six pending documents in each, one of which is late and not told yet.
INSERT INTO pending_evidence (assessment_id, checklist_item_id, side, title, due, state, link_id, reminder, reminded_at, created_at, created_by)
SELECT k.assessment_id, k.checklist_item_id, 'agency', CONCAT('Dokumen yang dijanjikan ', k.id),
    @today + INTERVAL IF(k.id MOD 5 = 0 AND a.agency_id < 30, -60, 14) DAY, IF(k.id MOD 5 < 2, 'open', 'kept'), IF(k.id MOD 5 < 2, NULL, k.id),
    'none', NULL, @at, k.created_by
FROM evidence_link k JOIN assessment a ON a.id = k.assessment_id WHERE k.id MOD 5 < 4 AND k.id MOD 4 = 0;
INSERT INTO issued_document (cycle_id, assessment_id, kind, number, code, content, digest, issued_at, issued_by)
SELECT a.cycle_id, a.id, k.kind, IF(k.kind = 'receipt', a.id, NULL), UPPER(LEFT(MD5(CONCAT(k.kind, a.id)), 26)),
    REPEAT('uraian=contoh\n', 100), UNHEX(SHA2(a.id, 256)), @at, 1
FROM assessment a JOIN (SELECT 'form' AS kind UNION SELECT 'receipt') k
WHERE a.state IN ('reported', 'received', 'signed') OR a.id = 2100;
INSERT INTO signature (issued_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by, confirmed_at)
SELECT p.id, 'ink', p.digest, 100000, 'application/pdf', 'contoh.pdf', CONCAT('s/', p.id), @at, 1, IF(p.assessment_id = 2100, NULL, @at)
FROM issued_document p WHERE p.kind = 'form';
UPDATE signature SET method = 'electronic', verdict = 'valid', verdict_reason = 'good', checked_at = @at;
INSERT INTO pdf_signature (signature_id, position, verdict, reason, kind, whole, signer, organisation, issuer, serial, proved_time)
SELECT id, 1, 'valid', 'good', 'signature', 1, 'Orang Contoh', 'Instansi Contoh', 'Otoritas Contoh', '0A', 0 FROM signature;
INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, variable_number, subject, subject_id, from_value, to_value, reason)
SELECT @at, g.id, g.region_id, g.id, a.id, IF(s.seq <= 10, NULL, s.seq - 10),
    IF(s.seq <= 10, 'state', 'self_level'), a.id, '2', '3', 'Alasan contoh'
FROM assessment a JOIN agency g ON g.id = a.agency_id JOIN seq_1_to_24 s;
INSERT INTO history (at, account_id, region_id, agency_id, subject, subject_id, from_value, to_value)
SELECT @at, id, region_id, agency_id, 'account', id, '', username FROM account;
UPDATE history SET subject = 'explanation', from_value = '', to_value = '' WHERE subject = 'self_level' AND id MOD 10 = 0;
INSERT INTO answer_words (history_id, assessment_id, variable_id, explanation, overclaim_reason)
SELECT h.id, h.assessment_id, n.variable_id, 'Semula', '' FROM history h
JOIN answer n ON n.assessment_id = h.assessment_id
JOIN variable v ON v.id = n.variable_id AND v.number = h.variable_number
WHERE h.subject = 'explanation';
INSERT INTO event_log (at, kind, outcome, account_id, role, region_id, agency_id, address, what)
SELECT UTC_TIMESTAMP(3) - INTERVAL s.seq MINUTE, IF(s.seq <= 3, 'sign_in', 'download'), 'done', id, role, region_id, agency_id,
    CONCAT('10.0.', id DIV 250, '.', id MOD 250), 'Contoh' FROM account JOIN seq_1_to_6 s;
INSERT INTO restructuring (agency_id, kind, effective, basis, old_name, created_at, created_by)
SELECT id, 'rename', '2025-01-01', 'Perda contoh', 'Dinas Lama', @at, 1 FROM agency WHERE id <= 5000;
INSERT INTO acting_head (agency_id, kind, name, from_on, until_on, basis, created_at, created_by)
SELECT id, 'plt', 'Pejabat Contoh', '2026-01-01', '2026-06-30', 'SP contoh', @at, 1 FROM agency WHERE id <= 5000;
INSERT INTO restructuring_successor (restructuring_id, agency_id) SELECT id, agency_id FROM restructuring;
INSERT INTO webhook (region_id, address, secret, next_at, updated_at, updated_by)
SELECT r.id, CONCAT('https://gerbang', r.id, '.contoh.go.id/'), REPEAT('A', 26), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 1 FROM region r;
INSERT INTO webhook_delivery (region_id, kind, agency_name, path, created_at, until, state, ended_at)
SELECT r.id, 'returned', 'Dinas', '/questionnaire/1/', @at, IF(s.seq MOD 5 = 0, UTC_TIMESTAMP(3) + INTERVAL 2 DAY, @at + INTERVAL 3 DAY), ELT(1 + s.seq MOD 5, 'waiting', 'sent', 'sent', 'sent', 'given_up'),
    IF(s.seq MOD 5 = 0, NULL, @at) FROM region r JOIN seq_1_to_300 s;
INSERT INTO trust_anchor (region_id, pem, updated_at, updated_by)
SELECT id, '-----BEGIN CERTIFICATE-----', @at, 1 FROM region;
INSERT INTO crest (sha256, stored_name, bytes, width, height, created_at, created_by)
SELECT UNHEX(SHA2(id, 256)), CONCAT(LEFT(MD5(id), 2), '/', MD5(id)), 20000, 400, 500, @at, 1 FROM region;
INSERT INTO letterhead (region_id, crest, version) SELECT id, UNHEX(SHA2(id, 256)), 1 FROM region;
INSERT INTO cycle_report (cycle_id, foreword) SELECT id, 'Kata pengantar contoh' FROM cycle;
INSERT INTO issued_document (cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by)
SELECT c.id, NULL, k.kind, UPPER(LEFT(MD5(CONCAT(k.kind, 'c', c.id)), 26)), REPEAT('uraian=contoh\n', 100),
    UNHEX(SHA2(c.id, 256)), @at, 1
FROM cycle c JOIN (SELECT 'letter' AS kind UNION SELECT 'notified' UNION SELECT 'report') k;
INSERT INTO issued_file (sha256, issued_id, bytes, made_at) SELECT UNHEX(SHA2(id, 256)), id, 60000, @at FROM issued_document;
INSERT INTO drawing (issued_id, made_of, stored_name, sha256, bytes, drawn_at)
SELECT id, UNHEX(SHA2(id, 256)), CONCAT(LEFT(MD5(id), 2), '/', MD5(id)), UNHEX(SHA2(id, 256)), 60000, @at FROM issued_document;
INSERT INTO api_token (id, region_id, purpose, label, token_hash, created_at, created_by, expires_on)
SELECT seq, 3 + seq MOD 38, 'results', 'Dasbor contoh', UNHEX(SHA2(seq, 256)), @at, 1, @today + INTERVAL 1 YEAR FROM seq_1_to_400;
SET unique_checks = 1, foreign_key_checks = 1;

-- Ten regions had an instance of their own in 2025, and sent it to us.
INSERT INTO instance (id) VALUES (MD5('contoh'));
INSERT INTO peer (id, region_id, name, public_key, created_at, created_by)
SELECT seq, 1, CONCAT('Daerah Contoh ', seq), UNHEX(SHA2(CONCAT('kunci', seq), 256)), @at, 1 FROM seq_1_to_40;
INSERT INTO peer_scope (peer_id, region_code) SELECT p.id, r.code FROM peer p JOIN region r ON r.id = p.id;
INSERT INTO transfer_package (id, peer_id, region_code, year, made_at, sha256, bytes, stored_name, arrived_at, taken_at)
SELECT seq, 1 + seq MOD 40, (SELECT code FROM region WHERE id = 1 + seq MOD 40), 2025, @at, UNHEX(SHA2(CONCAT('berkas', seq), 256)),
    2000000, CONCAT('b/', seq), @at, IF(seq <= 390, @at, NULL) FROM seq_1_to_400;
UPDATE cycle SET imported = 1 WHERE id <= 10;
INSERT INTO import_draft (account_id, kind, file_name, content, created_at)
SELECT id, 'agencies', CONCAT('daftar-', id, '.csv'), REPEAT('nama,', 100), UTC_TIMESTAMP(3) FROM account WHERE id <= 2000;
INSERT INTO account_list (id, account_id, file_name, created_at) SELECT id, id, CONCAT('akun-', id, '.csv'), @at FROM account WHERE id <= 400;
INSERT INTO account_card (list_id, place, account_id, lot, at)
SELECT l.id, s.seq, 1000 + s.seq, IF(s.seq <= 400, 1 + (s.seq - 1) DIV 200, NULL), @at FROM account_list l JOIN seq_1_to_450 s;
INSERT INTO imported_cycle (cycle_id, package_id, origin) SELECT id, id, MD5(id) FROM cycle WHERE id <= 10;
INSERT INTO imported_agency (agency_id, origin, origin_id)
SELECT a.agency_id, MD5(a.cycle_id), a.agency_id FROM assessment a WHERE a.cycle_id <= 10;
INSERT INTO imported_document (assessment_id, checklist_item_id, title, kind, dated, sha256, bytes)
SELECT a.id, i.id, 'Laporan contoh', 'laporan', @start - INTERVAL 10 MONTH, UNHEX(SHA2(i.id, 256)), 50000
FROM assessment a
JOIN (SELECT i.id, ROW_NUMBER() OVER (ORDER BY i.id) AS place FROM variable v JOIN level l ON l.variable_id = v.id
    JOIN checklist_item i ON i.level_id = l.id WHERE v.instrument_id = @instrument) i ON i.place <= 30
WHERE a.cycle_id <= 10;

-- Uploads of a year, of which a few hundred are still coming in.
INSERT INTO upload_session (account_id, agency_id, bytes, metadata, stored_name, created_at, expires_at, ended, ended_at, document_id)
SELECT a.id, a.agency_id, 1000000, 'filename Y29udG9oLnBkZg==', CONCAT(LEFT(MD5(s.seq), 2), '/', MD5(s.seq)), @at, CASE WHEN s.seq MOD 100 = 0 THEN @at - INTERVAL 1 DAY WHEN s.seq MOD 7 = 0 THEN @at - INTERVAL 200 DAY ELSE @today + INTERVAL 1 WEEK END,
    IF(s.seq MOD 50 = 0, NULL, 'terminated'), IF(s.seq MOD 50 = 0, NULL, @at), NULL
FROM seq_1_to_20000 s JOIN account a ON a.id = 1 + s.seq MOD 2000;

-- Every fiftieth document was described otherwise after it was judged.
INSERT INTO judged_description (link_id, title, kind, number, dated, period_from, period_until, outside_address, signed_by_hand)
SELECT k.id, d.title, d.kind, d.number, d.dated, d.period_from, d.period_until, d.outside_address, d.signed_by_hand
FROM evidence_link k JOIN document d ON d.id = k.document_id WHERE k.id % 50 = 0;
INSERT INTO district (region_id, name) SELECT r.id, CONCAT('Kecamatan ', s.seq) FROM region r JOIN seq_1_to_20 s;
INSERT INTO village (district_id, name) SELECT d.id, CONCAT('Kelurahan ', s.seq) FROM district d JOIN seq_1_to_10 s;
INSERT INTO guest_key (id, secret, made_at) VALUES (1, UNHEX(SHA2('contoh', 256)), @at);
INSERT INTO guest_rate (key_hash, spent_until) SELECT UNHEX(SHA2(seq, 256)), UTC_TIMESTAMP(6) FROM seq_1_to_20000;
INSERT INTO complaint_rule (region_id, open) SELECT id, 1 FROM region;
INSERT INTO complaint (region_id, category, title, body, anonymous, confidential, state, agency_id, created_at, waiting_since, forwarded_at, closed_as, secret_hash, mark)
SELECT g.region_id, ELT(1 + s.seq MOD 5, 'assessment', 'figure', 'service', 'link', 'other'), 'Pengaduan contoh', 'Uraian contoh', s.seq MOD 2, s.seq MOD 7 = 0,
    ELT(1 + s.seq MOD 10, 'received', 'forwarded', 'answered', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'), IF(s.seq MOD 10 = 0, NULL, g.id),
    @at - INTERVAL s.seq DAY, @at - INTERVAL s.seq DAY, @at, IF(s.seq MOD 10 > 2, 'done', NULL), UNHEX(SHA2(CONCAT(g.id, ' ', s.seq), 256)), UNHEX(SHA2(CONCAT(g.id, ' ', s.seq), 256))
FROM agency g JOIN seq_1_to_20 s;
UPDATE complaint c JOIN (SELECT region_id, MIN(id) AS id FROM complaint WHERE state = 'received' GROUP BY region_id) o ON o.region_id = c.region_id
SET c.closed_as = 'merged', c.merged_into = o.id WHERE c.state = 'closed' AND c.id MOD 3 = 0;
UPDATE complaint SET untold = 1 WHERE state = 'received' AND id MOD 20 = 0;
INSERT INTO complaint_message (complaint_id, kind, body, at, account_id) SELECT id, 'answer', 'Jawaban contoh', @at, 1 FROM complaint;
INSERT INTO complaint_file (complaint_id, sha256, bytes, type, client_name, stored_name, scan, created_at)
SELECT id, secret_hash, 1, 'application/pdf', 'a.pdf', CONCAT('cc/', MD5(id)), 'none', @at FROM complaint WHERE id MOD 5 = 0;
INSERT INTO complaint_template (region_id, title, body, created_at, created_by) SELECT r.id, CONCAT('Jawaban ', s.seq), 'Isi', @at, 1 FROM region r JOIN seq_1_to_5 s;
INSERT INTO allowance (account_id, kind, spent_until) SELECT id, 'export', UTC_TIMESTAMP(6) FROM account;

-- Questions of every agency, what came of them, and what colleagues noted.
INSERT INTO consultation (assessment_id, agency_id, region_id, variable_number, level, field, title, state, asked_at, waiting_since)
SELECT a.id, a.agency_id, c.region_id, 1 + s.seq * 3, 2, ELT(s.seq, 'organisasi', 'keuangan'), 'Apakah dokumen contoh ini cukup?',
    ELT(1 + (a.id + s.seq) MOD 3, 'open', 'answered', 'closed'), @at, @at
FROM assessment a JOIN cycle c ON c.id = a.cycle_id JOIN seq_1_to_2 s;
INSERT INTO consultation_message (consultation_id, kind, body, at, account_id)
SELECT c.id, IF(s.seq = 1, 'question', 'answer'), 'Uraian contoh', @at, 1 FROM consultation c JOIN seq_1_to_2 s;
INSERT INTO consultation_document (consultation_id, document_id)
SELECT c.id, (SELECT MIN(d.id) FROM document d WHERE d.agency_id = c.agency_id) FROM consultation c
WHERE c.id MOD 10 = 0 AND EXISTS (SELECT 1 FROM document d WHERE d.agency_id = c.agency_id);
INSERT INTO ruling (region_id, instrument_id, variable_number, level, title, body, consultation_id, valid_from, published_at, published_by)
SELECT r.id, @instrument, 1 + s.seq MOD 11, 2, 'Dokumen contoh ini cukup', 'Selama ditandatangani.',
    (SELECT MIN(c.id) FROM consultation c WHERE c.region_id = r.id), @today, @at, 1 FROM region r JOIN seq_1_to_20 s;
INSERT INTO team_member (account_id, field) SELECT id, 'keuangan' FROM account WHERE role = 'verifier';
INSERT INTO variable_field (region_id, variable_number, field) SELECT r.id, s.seq, 'pengawasan' FROM region r JOIN seq_1_to_3 s;
INSERT INTO criterion_comment (assessment_id, variable_number, body, at, account_id)
SELECT id, 3, 'Ada di lemari arsip.', @at, 1 FROM assessment WHERE id MOD 5 = 0;
INSERT INTO review_assignment (assessment_id, tier, account_id, assigned_at, assigned_by)
SELECT id, 'city', 1 + id MOD 5, @at, 1 FROM assessment WHERE id MOD 3 = 0;
INSERT INTO review_presence (assessment_id, account_id, seen_at) SELECT id, 1, @at FROM assessment WHERE id MOD 7 = 0;
INSERT INTO appraisal (id, instrument_id, region_id, agency_id, year, subject, created_at, created_by)
SELECT g.id, 300, g.region_id, g.id, 2026, 'Aplikasi contoh', @at, 1 FROM agency g;
INSERT INTO appraisal_answer (appraisal_id, variable_id, level) SELECT a.id, v.id, 2 FROM appraisal a JOIN variable v ON v.instrument_id = 300;
-- Five activities of every agency, with those who were there, and documents of some.
INSERT INTO activity (id, agency_id, kind, title, starts_on, ends_on, starts_minute, ends_minute, place, organiser, hours, agenda, minutes,
    follow_up, created_at, created_by)
SELECT g.id + 10000 * s.seq, g.id, ELT(s.seq, 'pelatihan', 'sosialisasi', 'pendampingan', 'rapat', 'inovasi'), 'Kegiatan contoh', @today, @today,
    480, 720, 'Aula', 'Dinas Contoh', 4, '', 'Disepakati.', '', @at, 1 FROM agency g JOIN seq_1_to_5 s;
INSERT INTO attendance_session (id, activity_id, token_hash, opened_at, opened_by, closes_at)
SELECT id, id, UNHEX(SHA2(id, 256)), @at, 1, @at + INTERVAL 30 DAY FROM activity;
INSERT INTO attendance (activity_id, session_id, name, nip, office, person, typed, at)
SELECT a.id, a.id, CONCAT('Orang ', s.seq), CONCAT('19800101200501', LPAD(s.seq, 4, '0')), 'Dinas Contoh', UNHEX(SHA2(s.seq, 256)), 'Orang', @at
FROM activity a JOIN seq_1_to_4 s;
INSERT INTO certificate_series (agency_id, year, format, last_number) SELECT id, 2026, '{nomor}/{tahun}', 4 FROM agency;
INSERT INTO certificate (agency_id, year, number, activity_id, attendance_id, name, number_text, code, content, digest, issued_at, issued_by)
SELECT a.agency_id, 2026, p.id - (SELECT MIN(q.id) FROM attendance q WHERE q.activity_id = a.id) + 1, a.id, p.id, p.name, '1/2026', CONCAT('SERT', p.id), 'a=b\n',
    UNHEX(SHA2('a=b\n', 256)), @at, 1 FROM activity a JOIN attendance p ON p.activity_id = a.id WHERE a.kind = 'pelatihan';
INSERT INTO activity_document (activity_id, document_id, paper)
SELECT a.id, (SELECT MIN(d.id) FROM document d WHERE d.agency_id = a.agency_id), 'report' FROM activity a
WHERE a.kind = 'rapat' AND EXISTS (SELECT 1 FROM document d WHERE d.agency_id = a.agency_id);
-- A consultation of every agency and some of each team, with opinions, what was said to its questions, themes and supports.
INSERT INTO hearing (id, region_id, agency_id, title, explanation, opens_on, closes_on, state, conclusion, salt, created_at, created_by, published_at)
SELECT id, region_id, id, 'Konsultasi contoh', 'Penjelasan', '2026-01-01', '2099-12-31', ELT(1 + (id + 1) MOD 4, 'draft', 'open', 'closed', 'published'), 'Diputuskan.', REPEAT('x', 16), @at, 1,
    IF((id + 1) MOD 4 = 3, @at, NULL) FROM agency;
UPDATE hearing h SET paper_id = (SELECT MIN(d.id) FROM document d WHERE d.agency_id = h.agency_id) WHERE agency_id IS NOT NULL;
INSERT INTO hearing (region_id, title, explanation, opens_on, closes_on, state, conclusion, salt, created_at, created_by)
SELECT r.id, 'Konsultasi tim', 'Penjelasan', '2026-01-01', '2099-12-31', 'open', '', REPEAT('x', 16), @at, 1 FROM region r JOIN seq_1_to_3 s;
INSERT INTO hearing_document (hearing_id, document_id, revision_id)
SELECT h.id, MIN(d.id), (SELECT MIN(n.id) FROM revision n WHERE n.document_id = MIN(d.id)) FROM hearing h JOIN document d ON d.agency_id = h.agency_id GROUP BY h.id
HAVING (SELECT MIN(n.id) FROM revision n WHERE n.document_id = MIN(d.id)) IS NOT NULL;
INSERT INTO hearing_question (id, hearing_id, kind, wording) SELECT id, id, 'choice', 'Pertanyaan contoh?' FROM hearing;
INSERT INTO hearing_choice (question_id, label) SELECT id, CONCAT('Pilihan ', s.seq) FROM hearing_question JOIN seq_1_to_3 s WHERE id <> 107;
INSERT INTO hearing_theme (id, hearing_id, name) SELECT id, id, 'Tema contoh' FROM hearing;
INSERT INTO hearing_village (hearing_id, village_id) SELECT h.id, v.id FROM hearing h JOIN district k ON k.region_id = h.region_id JOIN village v ON v.district_id = k.id
WHERE h.id MOD 10 = 0 AND k.id MOD 20 = 0;
INSERT INTO opinion (hearing_id, district_id, village_id, mark, body, answer, state, looked_at, received_at, contact)
SELECT h.id, (SELECT MIN(k.id) FROM district k WHERE k.region_id = h.region_id), NULL, UNHEX(SHA2(CONCAT(h.id, '-', s.seq), 256)), 'Pendapat contoh', '', ELT(1 + s.seq MOD 2, 'waiting', 'released'),
    IF(s.seq MOD 2 = 0, NULL, @at), @at, IF(s.seq MOD 7 = 0, 'warga@contoh.id', NULL)
FROM hearing h JOIN seq_1_to_20 s;
INSERT INTO opinion_reply (opinion_id, question_id, choice_id) SELECT o.id, o.hearing_id, (SELECT MIN(c.id) FROM hearing_choice c WHERE c.question_id = o.hearing_id) FROM opinion o
WHERE o.hearing_id MOD 4 <> 3;
INSERT INTO opinion_theme (opinion_id, theme_id) SELECT id, hearing_id FROM opinion WHERE id MOD 2 = 0;
INSERT INTO mail (guest_email, guest_kind, guest_key, token, next_at, created_at) VALUES ('warga@contoh.id', 'hearing_published', 100, 'CONTOHTAMU', @at, @at);
INSERT INTO opinion_support (opinion_id, mark) SELECT o.id, UNHEX(SHA2(CONCAT(o.id, '-', s.seq), 256)) FROM opinion o JOIN seq_1_to_2 s WHERE o.state = 'released';
-- A service of every agency with five enterprises that applied, one of each state, and their letters.
INSERT INTO service (id, agency_id, created_at, created_by) SELECT id, id, @at, 1 FROM agency;
INSERT INTO service_version (id, service_id, number, state, name, letter_code, legal_base, cost, product, complaint, letter, days, published_at, published_by)
SELECT id, id, 1, 'published', 'Surat keterangan contoh', 'SK', '', 'Tanpa biaya', 'Surat', 'Dinas', '{data}', 3, @at, 1 FROM service;
INSERT INTO service_requirement (id, version_id, position, name, compulsory) SELECT id, id, 1, 'KTP', 1 FROM service_version;
INSERT INTO service_field (id, version_id, position, label, kind, compulsory) SELECT id, id, 1, 'Tujuan', 'text', 1 FROM service_version;
INSERT INTO service_step (version_id, position, name, role, days) SELECT id, 1, 'Pemeriksaan', 'officer', 3 FROM service_version;
INSERT INTO enterprise (id, agency_id, kind, name, owner, nik, nib, phone, address, village, turnover, products, same, created_at)
SELECT g.id + 10000 * s.seq, g.id, 'micro', CONCAT('Usaha ', s.seq), 'Orang Contoh', '6471010101900001', LPAD(g.id * 10 + s.seq, 13, '1'), '', 'Jalan Contoh', 'Kelurahan',
    '', 'Keripik', UNHEX(SHA2(s.seq, 256)), @at FROM agency g JOIN seq_1_to_5 s;
INSERT INTO service_application (id, agency_id, version_id, enterprise_id, number, channel, state, applicant, phone, village, particulars, received_at, received_on,
    running_since, due_on, reason, decided_on, decided_by, mark)
SELECT e.id, e.agency_id, e.agency_id, e.id, CONCAT('LYN-', LPAD(e.id, 8, '0')), 'counter', ELT(e.id DIV 10000 MOD 5 + 1, 'received', 'checked', 'returned', 'approved', 'rejected'), 'Orang',
    '', 'Kelurahan', '', @at, @today, IF(e.id DIV 10000 MOD 5 < 2, @today, NULL), @today, 'Contoh', IF(e.id DIV 10000 MOD 5 > 2, @today, NULL),
    IF(e.id DIV 10000 MOD 5 > 2, 1, NULL), UNHEX(SHA2(e.id, 256)) FROM enterprise e;
UPDATE service_application SET channel = 'assistant', consent = 'Setuju', consent_by = 'Orang', consent_on = @today, entered_by = 1,
    sent_mark = UNHEX(SHA2(CONCAT('s', id), 256)) WHERE id >= 50000;
INSERT INTO service_value (application_id, field_id, value) SELECT id, version_id, 'kredit' FROM service_application;
INSERT INTO service_verdict (application_id, requirement_id, brought, verdict, returns) SELECT id, version_id, 1, 'missing', 1 FROM service_application;
INSERT INTO service_file (application_id, requirement_id, sha256, bytes, type, client_name, stored_name, scan, created_at)
SELECT id, version_id, UNHEX(SHA2(id, 256)), 1, 'application/pdf', 'a.pdf', CONCAT('ce/', MD5(id)), 'none', @at FROM service_application;
INSERT INTO service_move (application_id, before_state, state, at) SELECT id, '', 'received', @at FROM service_application;
INSERT INTO service_move (application_id, before_state, state, at, days) SELECT id, 'received', 'checked', @at, 1 FROM service_application;
INSERT INTO service_paper (agency_id, word, about, document_id) SELECT agency_id, 'standard', agency_id, MAX(id) FROM document GROUP BY agency_id;
INSERT INTO service_survey (application_id, agency_id, answered_on, requirements, procedures, duration, fee, product, competence, conduct, complaints, facilities)
SELECT id, agency_id, @today, 3, 3, 4, 4, 3, 3, 4, 2, 3 FROM service_application;
INSERT INTO service_visit (application_id, visited_on, note, account_id, at) SELECT id, @today, 'Ada.', 1, @at FROM service_application;
INSERT INTO service_series (agency_id, year, format, last_number) SELECT id, 2026, '{nomor}/{tahun}', 9 FROM agency;
INSERT INTO service_number_note (agency_id, year, from_number, until_number, note, at, account_id) SELECT id, 2026, 7, 9, 'Contoh', @at, 1 FROM agency;
INSERT INTO service_letter (agency_id, year, number, application_id, number_text, code, content, digest, issued_at, issued_by)
SELECT agency_id, 2026, id DIV 10000 MOD 10, id, '1/2026', CONCAT('SURAT', id), 'a=b\n', UNHEX(SHA2('a=b\n', 256)), @at, 1 FROM service_application;
-- Nearly all have an end that is far off, all came back signed, and the fifth of each agency renews the third.
UPDATE service_letter SET valid_until = IF(id MOD 97 = 0, @today + INTERVAL 20 DAY, '2099-12-31');
INSERT INTO signature (letter_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
SELECT id, 'ink', digest, 100000, 'application/pdf', 'surat.pdf', CONCAT('t/', id), @at, 1 FROM service_letter;
INSERT INTO issued_file (sha256, letter_id, bytes, made_at) SELECT UNHEX(SHA2(CONCAT('l', id), 256)), id, 60000, @at FROM service_letter;
UPDATE service_application a JOIN service_letter l ON l.application_id = a.id - 20000 SET a.renews_letter_id = l.id WHERE a.id >= 50000;
INSERT INTO review_draft (assessment_id, variable_id, account_id, content, saved_at)
SELECT n.assessment_id, n.variable_id, 1, 'level=3', @at FROM answer n WHERE n.assessment_id MOD 50 = 0;

-- Letters of a year, of which some thousands are still to go, and what they tell.
INSERT INTO mail (account_id, token, state, next_at, created_at, ended_at, host, claimed_at)
SELECT a.id, LEFT(MD5(CONCAT(a.id, '-', s.seq)), 26), CASE WHEN s.seq > 1 THEN 'sent' WHEN a.id MOD 9 = 0 THEN 'uncertain' WHEN a.id MOD 7 = 0 THEN 'sending' ELSE 'ready' END,
    @at, @at, IF(s.seq > 1 OR a.id MOD 9 = 0, @at, NULL), IF(s.seq = 1 AND a.id MOD 7 = 0, 'contoh', ''), IF(s.seq = 1 AND a.id MOD 7 = 0, @at, NULL)
FROM account a JOIN seq_1_to_4 s;
INSERT INTO message (account_id, kind, agency_id, assessment_id, year, created_at, read_at, mail_due, mail_id)
SELECT u.id, 'submitted', u.agency_id, (SELECT MIN(s.id) FROM assessment s WHERE s.agency_id = u.agency_id), 2026, @at, IF(s.seq > 2, @at, NULL),
    IF(s.seq = 1 AND u.id MOD 20 = 0, @at, NULL), IF(s.seq > 3, (SELECT MIN(m.id) FROM mail m WHERE m.account_id = u.id), NULL)
FROM account u JOIN seq_1_to_6 s;
UPDATE account SET calendar_hash = UNHEX(SHA2(id, 256)) WHERE id MOD 3 = 0;
UPDATE assessment SET until_4 = @today + INTERVAL 20 DAY WHERE id MOD 17 = 0;
INSERT INTO time_request (assessment_id, until, reason, asked_by, asked_at, waiting, answered_by, answered_at)
SELECT a.id, @today, 'Uraian contoh', 1, @at, IF(a.id MOD 30 = 0, 1, NULL), IF(a.id MOD 30 = 0, NULL, 1), IF(a.id MOD 30 = 0, NULL, @at)
FROM assessment a WHERE a.id MOD 10 = 0;
INSERT INTO reminder (assessment_id, step, deadline, kind, days, at) SELECT id, 4, @today, 'near', 3, @at FROM assessment WHERE id MOD 3 = 0;

-- The work of every agency divided; every tenth operator serves a second agency of his region, and
-- every second of those is at it.
INSERT INTO variable_duty (agency_id, variable_number, account_id, assigned_at, assigned_by)
SELECT g.id, s.seq, g.id, @at, g.id FROM agency g JOIN seq_1_to_11 s WHERE g.id <= 2000;
INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
SELECT a.id, g.id, g.region_id, 'operator', @at, 1 FROM account a JOIN agency g ON g.id = a.agency_id + 38
    AND g.region_id = a.region_id WHERE a.role = 'operator' AND a.id MOD 10 = 0;
UPDATE account a JOIN membership m ON m.account_id = a.id SET a.serves = 1;
UPDATE session s JOIN membership m ON m.account_id = s.account_id SET s.at_agency_id = m.agency_id, s.at_role = m.role
WHERE s.account_id MOD 20 = 0;
-- Plans of some agencies: targets of three variables and four steps, some of them late.
INSERT INTO plan_target (assessment_id, variable_number, level) SELECT a.id, s.seq, 4 FROM assessment a JOIN seq_1_to_3 s WHERE a.id MOD 25 = 0;
INSERT INTO plan_step (assessment_id, variable_number, level, checklist_item_id, title, state, reason, due, created_at, created_by, done_at)
SELECT a.id, 1 + s.seq MOD 3, 3, IF(s.seq > 3, NULL, i.id), 'Langkah contoh', ELT(1 + (a.id + s.seq) MOD 4, 'open', 'running', 'done', 'dropped'),
    'Alasan contoh', @today - INTERVAL 20 DAY + INTERVAL s.seq * 10 DAY, @at, 1, IF((a.id + s.seq) MOD 4 = 2, @at, NULL)
FROM assessment a JOIN seq_1_to_4 s
JOIN (SELECT i.id, ROW_NUMBER() OVER (ORDER BY i.id) AS place FROM variable v JOIN level l ON l.variable_id = v.id
    JOIN checklist_item i ON i.level_id = l.id WHERE v.instrument_id = @instrument) i ON i.place = s.seq
WHERE a.id MOD 25 = 0;
-- Three applications and sites of every agency, some of them dead, counted twice; budgets of ten years of every region.
INSERT INTO application (agency_id, kind, name, purpose, address, audience_count, cost, created_at, created_by, link_state, link_at, link_since, link_due)
SELECT g.id, ELT(1 + s.seq MOD 2, 'application', 'site'), CONCAT('Aplikasi ', s.seq), 'Uraian contoh', CONCAT('https://contoh.go.id/', g.id, '/', s.seq), 1000, 1000000, @at, 1,
    ELT(1 + (g.id + s.seq) MOD 5, 'dead', 'alive', 'alive', 'slow', 'parent'), @at, @at, @at + INTERVAL 7 + g.id MOD 7 DAY FROM agency g JOIN seq_1_to_3 s;
INSERT INTO application_count (application_id, counted_on, unit, number, note, entered_at, entered_by)
SELECT a.id, @today - INTERVAL s.seq MONTH, 'users', a.id MOD 900, '', @at, 1 FROM application a JOIN seq_1_to_2 s;
INSERT INTO ict_budget (region_id, year, total, ict, target) SELECT r.id, 2016 + s.seq, 1810758387000, 12262832618, 200 FROM region r JOIN seq_1_to_10 s;
-- What the wall adds up: of every agency, and of every cycle by state.
INSERT INTO assessment_sum (assessment_id, cycle_id, state, missing, assessed, score, steps, done, first_due, place)
SELECT id, cycle_id, state, 0, 1, 33, 4, 1, @today - INTERVAL 10 DAY,
    IF(state IN ('not_started', 'draft', 'returned'), 1, 0) * 4294967296 + 4294967295 - id FROM assessment;
INSERT INTO cycle_sum (cycle_id, state, assessments, incomplete, assessed, score, plans, steps, done)
SELECT cycle_id, state, COUNT(*), 0, COUNT(*), SUM(score), COUNT(*), SUM(steps), SUM(done) FROM assessment_sum GROUP BY cycle_id, state;
