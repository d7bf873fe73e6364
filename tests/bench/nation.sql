-- SPDX-License-Identifier: ISC
-- A nation beside the small world of tests/web/world.sql, of which pages are measured: 38 provinces, 514
-- kabupaten and kota, 25,000 agencies with an operator and a head each, five years of which the last is
-- open, 125,000 assessments with 1.4 million answers, 250,000 documents under half a million criteria.
-- All of it is invented. Rows go in by the order of their keys, with checks and the log out of the way.
SET GLOBAL innodb_buffer_pool_size = 1 << 30, GLOBAL innodb_log_file_size = 1 << 29,
    GLOBAL innodb_flush_log_at_trx_commit = 0;
SET unique_checks = 0, foreign_key_checks = 0, check_constraint_checks = 0,
    @instrument = (SELECT MIN(id) FROM instrument), @at = UTC_TIMESTAMP(3), @start = UTC_DATE() - INTERVAL 9 DAY,
    @hash = (SELECT password_hash FROM account WHERE username = 'operator.kutim');

-- Provinces 1001 to 1038; kabupaten and kota from 1039, thirteen or fourteen to a province.
INSERT INTO region (id, parent_id, code, name, kind, timezone, place, bureau, complaint_channel)
SELECT 1000 + seq, NULL, CONCAT(CHAR(48 + seq DIV 10), seq MOD 10), CONCAT('Provinsi Contoh ', seq), 'province',
    'WIB', CONCAT('Ibu Kota ', seq), 'Biro Organisasi Setda', 'Sekretariat Daerah Provinsi (contoh)'
FROM seq_1_to_38;
INSERT INTO region (id, parent_id, code, name, kind, timezone, place, bureau, complaint_channel)
SELECT 1039 + seq, 1001 + seq MOD 38, CONCAT((SELECT code FROM region p WHERE p.id = 1001 + seq MOD 38), '.',
    LPAD(1 + seq DIV 38, 2, '0')), CONCAT('Kabupaten Contoh ', seq), 'regency', 'WIB', CONCAT('Kota ', seq),
    'Bagian Organisasi Setda', 'Sekretariat Daerah Kabupaten (contoh)'
FROM seq_0_to_513;
INSERT INTO agency (id, region_id, name, short_name, head_title, head_name)
SELECT 100000 + seq, 1001 + seq MOD 552, CONCAT('Dinas Contoh Pekerjaan Umum ', seq), CONCAT('nation-', seq), 'Kepala Dinas',
    CONCAT('Kepala Contoh ', seq)
FROM seq_0_to_24999;
INSERT INTO account (id, username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
SELECT 100000 + seq, CONCAT(IF(seq < 25000, 'operator', 'kepala'), '.nation-', seq MOD 25000), @hash,
    IF(seq < 25000, 'operator', 'head'), 1001 + seq MOD 25000 MOD 552, 100000 + seq MOD 25000,
    CONCAT('Orang Contoh ', seq), @at, @at
FROM seq_0_to_49999 WHERE seq MOD 100 <> 99;
INSERT INTO account (id, username, password_hash, role, region_id, full_name, password_changed_at, created_at)
SELECT 200000 + seq, CONCAT(IF(seq < 38, 'validator', 'verifikator'), '.nation-', seq), @hash,
    IF(seq < 38, 'validator', 'verifier'), 1001 + seq, CONCAT('Tim Contoh ', seq), @at, @at
FROM seq_0_to_551;

-- Five years of each region; the cycle of region r in year y is 100000 + 552 (y - 2022) + r - 1001.
INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
SELECT 100000 + 552 * y.seq + r.seq, 1001 + r.seq, @instrument, 2022 + y.seq, r.seq >= 38,
    @start - INTERVAL 4 - y.seq YEAR, IF(y.seq = 4, 'open', 'reported'), @at, IF(y.seq = 4, NULL, @at)
FROM seq_0_to_4 y JOIN seq_0_to_551 r;
INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
SELECT c.id, s.seq, 3, c.start_date + INTERVAL 4 * s.seq DAY, c.start_date + INTERVAL 4 * s.seq + 3 DAY
FROM cycle c JOIN seq_1_to_7 s WHERE c.id >= 100000;
INSERT INTO assessment (id, cycle_id, agency_id, state, notified_at, opened_at)
SELECT 200000 + 25000 * y.seq + g.seq, 100000 + 552 * y.seq + g.seq MOD 552, 100000 + g.seq,
    IF(y.seq < 4, 'reported', ELT(1 + g.seq DIV 552 MOD 8, 'not_started', 'draft', 'submitted', 'submitted', 'returned', 'verified',
        'validated', 'received')), IF(g.seq MOD 3 = 0, NULL, @at), @at
FROM seq_0_to_4 y JOIN seq_0_to_24999 g;
INSERT INTO answer (assessment_id, variable_id, self_level, explanation, city_level, city_reason, city_recommendation,
    province_level, province_reason, province_recommendation, updated_at, updated_by)
SELECT a.seq, v.id, 1 + (a.seq + v.number) MOD 5, REPEAT('Rencana kerja disusun dari usulan setiap bidang. ', 4),
    IF(a.seq < 300000 OR a.seq MOD 2 = 0, 1 + (a.seq + 2 * v.number) MOD 5, NULL), 'Dokumen dibaca', 'Lengkapi notulen',
    IF(a.seq < 300000, 1 + (a.seq + v.number) MOD 5, NULL), 'Dokumen dibaca', 'Lengkapi notulen',
    @at, 100000 + a.seq MOD 25000
FROM seq_200000_to_324999 a JOIN variable v ON v.instrument_id = @instrument;

-- Ten documents of each agency, and twenty criteria of the open year that they stand under.
INSERT INTO document (id, agency_id, title, kind, number, dated, period_from, period_until, created_at, created_by)
SELECT 1000000 + 10 * g.seq + d.seq, 100000 + g.seq, CONCAT('Dokumen contoh ', d.seq, ' tentang rencana kerja tahunan'),
    ELT(1 + d.seq MOD 4, 'keputusan', 'rencana', 'berita_acara', 'laporan'), CONCAT('800/', d.seq, '/2026'), '2026-02-03',
    '2026-01-01', '2026-12-31', @at, 100000 + g.seq
FROM seq_0_to_24999 g JOIN seq_0_to_9 d;
INSERT INTO revision (id, document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
SELECT 1000000 + d.seq, 1000000 + d.seq, 1, UNHEX(SHA2(d.seq, 256)), 100000, 'application/pdf', 'pindai.pdf',
    CONCAT('nation/', d.seq), @at, 100000 + d.seq DIV 10
FROM seq_0_to_249999 d;
INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, city_decision, city_revision_id, created_at, created_by)
SELECT 300000 + g.seq, i.id, 1000000 + 10 * g.seq + i.place MOD 10, IF(i.place MOD 2 = 0, 'accepted', NULL),
    IF(i.place MOD 2 = 0, 1000000 + 10 * g.seq + i.place MOD 10, NULL), @at, 100000 + g.seq
FROM seq_0_to_24999 g
JOIN (SELECT i.id, ROW_NUMBER() OVER (ORDER BY l.number, v.number, i.id) AS place
    FROM variable v JOIN level l ON l.variable_id = v.id JOIN checklist_item i ON i.level_id = l.id
    WHERE v.instrument_id = @instrument AND i.compulsory = 1) i ON i.place <= 20;
INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, subject, subject_id, from_value, to_value, reason)
SELECT @at, 100000 + a.agency_id MOD 25000, c.region_id, a.agency_id, a.id, 'state', a.id, 'draft', 'submitted', ''
FROM assessment a JOIN cycle c ON c.id = a.cycle_id WHERE a.id >= 200000;
SET unique_checks = 1, foreign_key_checks = 1, check_constraint_checks = 1;
ANALYZE TABLE region, agency, account, cycle, cycle_step, assessment, answer, document, revision, evidence_link, history;
