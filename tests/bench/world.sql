-- SPDX-License-Identifier: ISC
-- What the benchmark adds to tests/web/world.sql: sixteen agencies that each have an operator, a
-- year before, every answer written, and for every level up to the fourth the documents that it asks
-- for. All of it is invented.
INSERT INTO agency (id, region_id, name, short_name)
SELECT 100 + seq, 2, CONCAT('Dinas Contoh Nomor ', seq), CONCAT('bench-', seq) FROM seq_1_to_16;

INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name,
    password_changed_at, created_at)
SELECT CONCAT('operator.bench-', seq), o.password_hash, 'operator', 2, 100 + seq,
    CONCAT('Operator Contoh Nomor ', seq), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM seq_1_to_16 JOIN account o ON o.username = 'operator.dkumkmp';

INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
SELECT 9, 2, instrument_id, 2025, 1, '2025-11-17', 'reported', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM cycle WHERE id = 1;

INSERT INTO assessment (cycle_id, agency_id)
SELECT c.id, g.id FROM cycle c JOIN agency g ON g.region_id = c.region_id
LEFT JOIN assessment a ON a.cycle_id = c.id AND a.agency_id = g.id
WHERE a.id IS NULL;
INSERT INTO answer (assessment_id, variable_id)
SELECT a.id, v.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id
LEFT JOIN answer n ON n.assessment_id = a.id AND n.variable_id = v.id
WHERE n.variable_id IS NULL;

UPDATE assessment SET state = IF(cycle_id = 9, 'reported', 'draft'), opened_at = UTC_TIMESTAMP(3),
    opened_by = (SELECT id FROM account WHERE username = 'operator.dkumkmp')
WHERE cycle_id IN (1, 9);
UPDATE answer n JOIN assessment a ON a.id = n.assessment_id
SET n.self_level = IF(a.cycle_id = 9, 3, 4), n.updated_at = UTC_TIMESTAMP(3),
    n.updated_by = (SELECT id FROM account WHERE username = 'operator.dkumkmp'),
    n.explanation = REPEAT('Rencana kerja disusun dari usulan setiap bidang, dibandingkan menurut hasil yang akan dicapai, lalu ditetapkan dalam forum perangkat daerah dan dicatat dalam berita acara. ', 4),
    n.overclaim_reason = '',
    n.city_level = IF(a.cycle_id = 9, 3, NULL), n.province_level = IF(a.cycle_id = 9, 3, NULL),
    n.city_recommendation = IF(a.cycle_id = 9, 'Lengkapi notulen dan kerangka acuan tiap kegiatan.', ''),
    n.province_recommendation = IF(a.cycle_id = 9, 'Lengkapi notulen.', '')
WHERE a.cycle_id IN (1, 9);

INSERT INTO document (agency_id, title, kind, number, dated, period_from, period_until, created_at, created_by)
SELECT g.id, CONCAT('Dokumen contoh nomor ', seq, ' tentang rencana kerja tahunan'),
    ELT(1 + seq MOD 4, 'keputusan', 'rencana', 'berita_acara', 'laporan'), CONCAT('800/', seq, '/2026'),
    '2026-02-03', '2026-01-01', '2026-12-31', UTC_TIMESTAMP(3), o.id
FROM agency g JOIN seq_1_to_20 JOIN account o ON o.username = 'operator.dkumkmp'
WHERE g.region_id = 2;
INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
SELECT d.id, r.seq, UNHEX(SHA2(CONCAT(d.id, '-', r.seq), 256)), 100000 + 12345 * d.id MOD 900000,
    'application/pdf', 'pindai.pdf', CONCAT('bench-', d.id, '-', r.seq), UTC_TIMESTAMP(3), d.created_by
FROM document d JOIN seq_1_to_2 r;
INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
SELECT a.id, i.id, (SELECT MIN(d.id) FROM document d WHERE d.agency_id = a.agency_id) + i.id MOD 20,
    UTC_TIMESTAMP(3), o.id
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id
JOIN level l ON l.variable_id = v.id AND l.number <= 4
JOIN checklist_item i ON i.level_id = l.id AND i.compulsory = 1
JOIN account o ON o.username = 'operator.dkumkmp'
WHERE a.cycle_id = 1;
-- As in a database that has run for longer than a minute.
ANALYZE TABLE region, agency, account, session, setting, instrument, variable, level, checklist_item,
    cycle, cycle_step, assessment, answer, document, revision, evidence_link, history;
