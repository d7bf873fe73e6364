-- SPDX-License-Identifier: ISC
-- What the benchmark adds to world.sql: a region of sixty-one agencies in every state, with their evidence,
-- decisions, history and pending documents, forty documents each and 2,000 of one; sixteen verifiers; a
-- cycle of the year before that was reported. All of it is invented.
INSERT INTO agency (id, region_id, name, short_name)
SELECT 300 + seq, 3, CONCAT('Dinas Contoh Besar Nomor ', seq), CONCAT('besar-', seq) FROM seq_1_to_60;

INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name,
    password_changed_at, created_at)
SELECT CONCAT('operator.besar-', seq), o.password_hash, 'operator', 3, 301 + seq MOD 60,
    CONCAT('Operator Contoh Besar ', seq), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM seq_1_to_300 JOIN account o ON o.username = 'operator.kutim';
INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
SELECT CONCAT('verifikator.besar-', seq), o.password_hash, 'verifier', 3, CONCAT('Verifikator Contoh Besar ', seq),
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM seq_1_to_16 JOIN account o ON o.username = 'operator.kutim';

INSERT INTO assessment (cycle_id, agency_id, state)
SELECT 2, 300 + seq, ELT(1 + (seq + 2) MOD 5, 'submitted', 'submitted', 'verified', 'draft', 'signed')
FROM seq_1_to_60;
INSERT INTO answer (assessment_id, variable_id, self_level, explanation, city_level, city_reason,
    city_recommendation, updated_at, updated_by)
SELECT a.id, v.id, 4, REPEAT('Rencana kerja disusun dari usulan setiap bidang. ', 12),
    IF(a.state IN ('draft', 'submitted'), NULL, 3), 'Dokumen dibaca', 'Lengkapi notulen',
    UTC_TIMESTAMP(3), o.id
FROM assessment a JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id
JOIN account o ON o.username = 'operator.kutim'
WHERE a.cycle_id = 2 AND a.agency_id > 300;

INSERT INTO document (agency_id, title, kind, number, dated, period_from, period_until, created_at, created_by)
SELECT g.id, CONCAT('Dokumen contoh nomor ', s.seq, ' tentang rencana kerja tahunan'),
    ELT(1 + s.seq MOD 4, 'keputusan', 'rencana', 'berita_acara', 'laporan'), CONCAT('800/', s.seq, '/2026'),
    '2026-02-03', '2026-01-01', '2026-12-31', UTC_TIMESTAMP(3), o.id
FROM agency g JOIN seq_1_to_2000 s ON s.seq <= IF(g.id = 301, 2000, 40)
JOIN account o ON o.username = 'operator.kutim'
WHERE g.id BETWEEN 301 AND 360;
INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
SELECT d.id, r.seq, UNHEX(SHA2(CONCAT(d.id, '-', r.seq), 256)), 100000 + 12345 * d.id MOD 900000,
    'application/pdf', 'pindai.pdf', CONCAT('size-', d.id, '-', r.seq), UTC_TIMESTAMP(3), d.created_by
FROM document d JOIN seq_1_to_2 r ON r.seq = 1 OR d.id MOD 4 = 0
WHERE d.agency_id BETWEEN 301 AND 360;
INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, city_decision, city_revision_id,
    created_at, created_by)
SELECT a.id, i.id, d.id, IF(a.state = 'submitted' AND i.id MOD 2 = 0 OR a.state = 'draft', NULL, 'accepted'),
    IF(a.state = 'submitted' AND i.id MOD 2 = 0 OR a.state = 'draft', NULL,
        (SELECT MAX(r.id) FROM revision r WHERE r.document_id = d.id)), UTC_TIMESTAMP(3), d.created_by
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id
JOIN level l ON l.variable_id = v.id AND l.number <= 4
JOIN checklist_item i ON i.level_id = l.id AND i.compulsory = 1
JOIN document d ON d.id = (SELECT MIN(x.id) FROM document x WHERE x.agency_id = a.agency_id) + i.id MOD 30
WHERE a.cycle_id = 2 AND a.agency_id > 300;
INSERT INTO pending_evidence (assessment_id, checklist_item_id, side, title, due, created_at, created_by)
SELECT a.id, i.id, 'agency', 'Laporan yang masih disusun', '2026-12-20', UTC_TIMESTAMP(3), o.id
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id AND v.number IN (5, 6)
JOIN level l ON l.variable_id = v.id AND l.number = 5
JOIN checklist_item i ON i.level_id = l.id AND i.position = 1
JOIN account o ON o.username = 'operator.kutim'
WHERE a.agency_id > 300 OR (a.agency_id = 1 AND a.cycle_id = 1);

-- What people did: levels chosen, links moved from one criterion to another, states.
INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, variable_number, subject,
    subject_id, from_value, to_value, reason)
SELECT UTC_TIMESTAMP(3), o.id, c.region_id, a.agency_id, a.id, 1 + s.seq MOD 11, 'self_level', a.id, '3', '4', ''
FROM assessment a JOIN cycle c ON c.id = a.cycle_id JOIN seq_1_to_60 s
JOIN account o ON o.username = 'operator.kutim' WHERE a.agency_id > 300 OR a.agency_id = 1;
INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, variable_number, subject,
    subject_id, from_value, to_value, reason)
SELECT UTC_TIMESTAMP(3), k.created_by, c.region_id, a.agency_id, a.id, 5, 'link', k.id,
    IF(k.id MOD 10 = 0, '3/III/1', ''), '5/III/1', IF(k.id MOD 10 = 0, 'Lebih sesuai di sini', '')
FROM evidence_link k JOIN assessment a ON a.id = k.assessment_id JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id > 300 OR a.agency_id = 1;

-- The year before, reported: what the public sees, and what papers of the region tell.
INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
SELECT 10, 3, instrument_id, 2025, 0, '2025-11-17', 'reported', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM cycle WHERE id = 2;
INSERT INTO assessment (cycle_id, agency_id, state)
SELECT 10, g.id, 'reported' FROM agency g WHERE g.region_id = 3;
INSERT INTO answer (assessment_id, variable_id, self_level, explanation, city_level, city_reason, city_recommendation)
SELECT a.id, v.id, 2 + (a.id + v.number) MOD 4, 'Dibuktikan dengan dokumen', 2 + (a.id + 2 * v.number) MOD 4,
    'Dokumen dibaca', 'Lengkapi notulen dan kerangka acuan tiap kegiatan'
FROM assessment a JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id
WHERE a.cycle_id = 10;

-- Last year's documents of the agency whose pages are measured one by one.
INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
SELECT b.id, k.checklist_item_id, k.document_id, UTC_TIMESTAMP(3), k.created_by
FROM evidence_link k JOIN assessment a ON a.id = k.assessment_id AND a.cycle_id = 1 AND a.agency_id = 1
JOIN assessment b ON b.cycle_id = 9 AND b.agency_id = 1;
ANALYZE TABLE region, agency, account, session, setting, instrument, variable, level, checklist_item,
    cycle, cycle_step, assessment, answer, document, revision, evidence_link, history, pending_evidence;
