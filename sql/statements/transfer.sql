-- SPDX-License-Identifier: ISC
-- A region's cycle out to another instance, and in from one.

-- name: transfer_cycle
-- Of an own one; a copy is sent on by nobody but its owner.
SELECT c.id, c.region_id, c.instrument_id, c.year, c.province_tier, c.start_date, c.letter_number, c.state,
    c.opened_at, c.reported_at, r.code, r.name, r.kind, r.timezone, i.id AS instance, UTC_TIMESTAMP(3) AS made_at
FROM cycle c
JOIN region r ON r.id = c.region_id
JOIN instance i ON i.one = 1
WHERE c.id = ? AND c.state <> 'draft' AND c.imported = 0;

-- name: transfer_cycle_of
SELECT c.id FROM region r JOIN cycle c ON c.region_id = r.id
WHERE r.code = ? AND c.year = ? AND c.state <> 'draft' AND c.imported = 0;

-- name: transfer_assessments
SELECT a.id, a.state, g.id AS agency_id, COALESCE(a.agency_name, g.name) AS name,
    COALESCE(a.agency_short, g.short_name) AS short_name
FROM assessment a JOIN agency g ON g.id = a.agency_id
WHERE a.cycle_id = ? AND a.left_at IS NULL ORDER BY a.id;

-- name: transfer_moves
SELECT a.id, h.at, h.from_value, h.to_value
FROM assessment a
JOIN history h ON h.assessment_id = a.id AND h.subject = 'state'
WHERE a.cycle_id = ? AND a.left_at IS NULL ORDER BY a.id, h.id;

-- name: transfer_answers
SELECT a.id, v.number, w.self_level, w.explanation, w.overclaim_reason, w.city_level, w.city_reason,
    w.city_recommendation, w.province_level, w.province_reason, w.province_recommendation
FROM assessment a
JOIN answer w ON w.assessment_id = a.id
JOIN variable v ON v.id = w.variable_id
WHERE a.cycle_id = ? AND a.left_at IS NULL ORDER BY a.id, v.number;

-- name: transfer_documents
-- With the revision that counts (workflow_held(): the judged one, or the newest),
-- and what was decided about that one.
SELECT a.id, v.number AS variable, l.number AS level, k.position AS item,
    COALESCE(j.title, d.title) AS title, COALESCE(j.kind, d.kind) AS kind,
    COALESCE(j.number, d.number) AS number, IF(j.link_id IS NULL, d.dated, j.dated) AS dated,
    IF(j.link_id IS NULL, d.period_from, j.period_from) AS period_from,
    IF(j.link_id IS NULL, d.period_until, j.period_until) AS period_until,
    LOWER(HEX(n.sha256)) AS sha256, n.bytes, n.type,
    IF(x.city_revision_id <=> n.id, x.city_decision, NULL) AS city_decision,
    IF(x.city_revision_id <=> n.id, x.city_reason, '') AS city_reason,
    IF(x.province_revision_id <=> n.id, x.province_decision, NULL) AS province_decision,
    IF(x.province_revision_id <=> n.id, x.province_reason, '') AS province_reason
FROM assessment a
JOIN evidence_link x ON x.assessment_id = a.id AND x.removed_at IS NULL
JOIN checklist_item k ON k.id = x.checklist_item_id
JOIN level l ON l.id = k.level_id
JOIN variable v ON v.id = l.variable_id
JOIN document d ON d.id = x.document_id
LEFT JOIN judged_description j ON j.link_id = x.id
LEFT JOIN revision n ON n.document_id = d.id AND n.id =
    IF(a.state IN ('verified', 'validated', 'signed', 'received', 'reported')
        AND COALESCE(x.province_decision, x.city_decision) IS NOT NULL,
    COALESCE(x.province_revision_id, x.city_revision_id),
    (SELECT m.id FROM revision m WHERE m.document_id = d.id ORDER BY m.number DESC LIMIT 1))
WHERE a.cycle_id = ? AND a.left_at IS NULL
ORDER BY a.id, v.number, l.number, k.position, x.id;

-- name: transfer_held
-- The cycle of a region and year that is here, and, of a copy, what it was taken from.
SELECT c.id, c.region_id, c.imported, c.state, c.instrument_id, c.province_tier, o.origin, o.package_id,
    b.made_at, LOWER(HEX(b.sha256)) AS sha256, b.taken_at
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.year = ?
LEFT JOIN imported_cycle o ON o.cycle_id = c.id
LEFT JOIN transfer_package b ON b.id = o.package_id
WHERE r.code = ?;

-- name: transfer_held_agencies
-- Every agency of the region: known by its key there, or, the first time, by its name.
SELECT g.id, g.name, g.short_name, o.origin, o.origin_id
FROM region r
JOIN agency g ON g.region_id = r.id
LEFT JOIN imported_agency o ON o.agency_id = g.id
WHERE r.code = ?;

-- name: transfer_held_assessments
SELECT a.id, a.agency_id, a.state, a.left_at IS NOT NULL AS gone FROM assessment a WHERE a.cycle_id = ? ORDER BY a.id;

-- name: transfer_held_documents
SELECT a.id, v.number AS variable, l.number AS level, k.position AS item, d.title, d.kind, d.number,
    d.dated, d.period_from, d.period_until, LOWER(HEX(d.sha256)) AS sha256, d.bytes, d.type,
    d.city_decision, d.city_reason, d.province_decision, d.province_reason
FROM assessment a
JOIN imported_document d ON d.assessment_id = a.id
JOIN checklist_item k ON k.id = d.checklist_item_id
JOIN level l ON l.id = k.level_id
JOIN variable v ON v.id = l.variable_id
WHERE a.cycle_id = ?
ORDER BY a.id, v.number, l.number, k.position, d.id;

-- name: transfer_listed
-- For the report of an agency.
SELECT v.number AS variable, v.name AS variable_name, l.number AS level, k.title AS item, d.title, d.kind, d.number,
    d.dated, LOWER(HEX(d.sha256)) AS sha256, d.bytes, d.city_decision, d.city_reason, d.province_decision,
    d.province_reason
FROM imported_document d
JOIN checklist_item k ON k.id = d.checklist_item_id
JOIN level l ON l.id = k.level_id
JOIN variable v ON v.id = l.variable_id
WHERE d.assessment_id = ?
ORDER BY v.number, l.number, k.position, d.id;

-- name: transfer_evidence
-- As evidence gives it for an own assessment; the files are elsewhere.
SELECT k.checklist_item_id AS item_id, k.id AS link_id,
    1 AS revision_number, 0 AS removed, 1 AS version, k.id AS document_id, k.title, k.kind,
    k.number, k.dated, k.period_from, k.period_until, IF(k.sha256 IS NULL, 'ada', '') AS outside_address,
    IF(k.sha256 IS NULL, NULL, k.id) AS revision_id, k.bytes, k.type, HEX(k.sha256) AS sha256,
    NULL AS revised_at, NULL AS pages, NULL AS signatures, '' AS findings,
    NULL AS inspected_at, 'no' AS held, NULL AS scan, NULL AS scanned_at, '' AS scan_finding, k.city_decision, k.city_reason,
    k.id AS city_revision_id, k.province_decision, k.province_reason,
    k.id AS province_revision_id, 0 AS signed_by_hand
FROM imported_document k
WHERE k.assessment_id = ?;

-- name: transfer_evidence_states
-- As evidence_states gives it for own assessments.
SELECT k.assessment_id, k.checklist_item_id AS item_id, k.id AS link_id,
    0 AS held, 1 AS revision_number, IF(k.sha256 IS NULL, NULL, k.id) AS revision_id, NULL AS scan,
    k.city_decision, k.id AS city_revision_id, k.province_decision, k.id AS province_revision_id
FROM assessment a
JOIN imported_document k ON k.assessment_id = a.id
WHERE a.cycle_id = ?;

-- name: transfer_key
-- Whose key it is, and whether it may speak for that region.
SELECT p.id, p.name, p.ended_at, p.region_id, s.region_code
FROM peer p
LEFT JOIN peer_scope s ON s.peer_id = p.id AND s.region_code = ?
WHERE p.id = ?;

-- name: transfer_keys
-- All that are known: a signature names its key by a hash that we work out anew.
SELECT p.id, p.public_key FROM peer p ORDER BY p.id LIMIT 10000;

-- name: transfer_instance
SELECT id FROM instance WHERE one = 1;

-- name: transfer_instance_add
INSERT INTO instance (id) VALUES (?);

-- name: transfer_instruments
-- Those that a cycle of the region may have (cycle_instrument_published); of a region that
-- is not known here yet, those of all.
SELECT i.id FROM instrument i LEFT JOIN region r ON r.code = ?
WHERE i.state = 'published' AND i.course = 'cycle' AND (i.region_id IS NULL OR i.region_id IN (r.id, r.parent_id))
ORDER BY i.id;

-- name: transfer_items
SELECT v.id AS variable_id, v.number AS variable, l.number AS level, k.position AS item, k.id
FROM variable v
JOIN level l ON l.variable_id = v.id
JOIN checklist_item k ON k.level_id = l.id
WHERE v.instrument_id = ?;

-- name: transfer_region
SELECT r.id, r.parent_id, r.name FROM region r WHERE r.code = ?;

-- name: transfer_region_add
-- raises: world
INSERT INTO region (parent_id, code, name, kind, timezone) VALUES (?, ?, ?, ?, ?);

-- name: transfer_package_add
INSERT INTO transfer_package (peer_id, region_code, year, made_at, sha256, bytes, stored_name, arrived_at, arrived_by)
VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: transfer_package_hold
-- Two who press at once: the second waits, and sees what the first has done.
SELECT b.id, b.taken_at FROM transfer_package b WHERE b.id = ? FOR UPDATE;

-- name: transfer_package_taken
UPDATE transfer_package SET taken_at = UTC_TIMESTAMP(3), taken_by = ? WHERE id = ? AND taken_at IS NULL;

-- name: transfer_region_hold
-- One take-over of a region at a time.
SELECT r.id FROM region r WHERE r.code = ? FOR UPDATE;

-- name: transfer_cycle_add
-- raises: world
INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date, letter_number, state,
    opened_at, reported_at, imported)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1);

-- name: transfer_cycle_update
-- raises: world
UPDATE cycle SET instrument_id = ?, province_tier = ?, start_date = ?, letter_number = ?, state = ?,
    opened_at = ?, reported_at = ?, version = version + 1
WHERE id = ? AND imported = 1;

-- name: transfer_cycle_from
INSERT INTO imported_cycle (cycle_id, package_id, origin) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE package_id = VALUES(package_id), origin = VALUES(origin);

-- name: transfer_agency_add
-- raises: world
-- It takes part in no cycle of this instance's own.
INSERT INTO agency (region_id, name, short_name, active) VALUES (?, ?, ?, 0);

-- name: transfer_agency_rename
-- raises: world
UPDATE agency SET name = ?, short_name = ?, version = version + 1 WHERE id = ?;

-- name: transfer_agency_from
INSERT INTO imported_agency (agency_id, origin, origin_id) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE origin = VALUES(origin), origin_id = VALUES(origin_id);

-- name: transfer_assessment_add
INSERT INTO assessment (cycle_id, agency_id, state, opened_at) VALUES (?, ?, ?, ?);

-- name: transfer_assessment_update
UPDATE assessment SET state = ?, opened_at = ?, version = version + 1 WHERE id = ?;

-- name: transfer_leave
-- raises: world
-- What the original has no more counts in no figure of the copy; each that is there
-- stays (transfer_stay).
UPDATE assessment a JOIN cycle c ON c.id = a.cycle_id AND c.imported = 1
SET a.left_at = UTC_TIMESTAMP(3), a.left_why = 'Tidak ada lagi dalam data daerah asal', a.version = a.version + 1
WHERE a.cycle_id = ? AND a.left_at IS NULL;

-- name: transfer_stay
-- raises: world
UPDATE assessment SET left_at = NULL, left_why = '', version = version + 1
WHERE id = ? AND left_at IS NOT NULL;

-- name: transfer_words_changed
-- The row of history of an answer whose words are about to become others.
INSERT INTO history (at, account_id, role, address, region_id, agency_id, assessment_id, variable_number,
    subject, subject_id, reason)
SELECT UTC_TIMESTAMP(3), ?, (SELECT u.role FROM account u WHERE u.id = ?), ?, ?, a.agency_id, a.id, v.number,
    'explanation', v.id, 'Salinan dari daerah asalnya diperbarui'
FROM answer n JOIN assessment a ON a.id = n.assessment_id JOIN variable v ON v.id = n.variable_id
WHERE n.assessment_id = ? AND n.variable_id = ?
    AND (BINARY n.explanation <> BINARY ? OR BINARY n.overclaim_reason <> BINARY ?);

-- name: transfer_words_keep
INSERT INTO answer_words (history_id, assessment_id, variable_id, explanation, overclaim_reason)
SELECT ?, n.assessment_id, n.variable_id, n.explanation, n.overclaim_reason
FROM answer n WHERE n.assessment_id = ? AND n.variable_id = ?;

-- name: transfer_answer_put
-- raises: world
INSERT INTO answer (assessment_id, variable_id, self_level, explanation, overclaim_reason, city_level, city_reason,
    city_recommendation, province_level, province_reason, province_recommendation)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE self_level = VALUES(self_level), explanation = VALUES(explanation),
    overclaim_reason = VALUES(overclaim_reason), city_level = VALUES(city_level), city_reason = VALUES(city_reason),
    city_recommendation = VALUES(city_recommendation), province_level = VALUES(province_level),
    province_reason = VALUES(province_reason), province_recommendation = VALUES(province_recommendation),
    version = version + 1;

-- name: transfer_answers_clear
-- raises: world
-- Of a copy whose instrument became another one.
DELETE w FROM answer w JOIN assessment a ON a.id = w.assessment_id
JOIN cycle c ON c.id = a.cycle_id AND c.imported = 1
WHERE a.id = ?;

-- name: transfer_document_add
INSERT INTO imported_document (assessment_id, checklist_item_id, title, kind, number, dated, period_from,
    period_until, sha256, bytes, type, city_decision, city_reason, province_decision, province_reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, UNHEX(?), ?, ?, ?, ?, ?, ?);

-- name: transfer_documents_clear
DELETE FROM imported_document WHERE assessment_id = ?;

-- name: transfer_moves_clear
-- A copy's moves are not deeds of this instance: when the original went
-- back to a backup, they are told anew as it tells them.
DELETE h FROM history h
JOIN assessment a ON a.id = h.assessment_id
JOIN cycle c ON c.id = a.cycle_id AND c.imported = 1
WHERE h.assessment_id = ? AND h.subject = 'state';

-- name: transfer_move_add
INSERT INTO history (at, region_id, agency_id, assessment_id, subject, subject_id, from_value, to_value, reason)
VALUES (?, ?, ?, ?, 'state', ?, ?, ?, ?);

-- name: transfer_care
-- The province of an administrator; of one of a kabupaten or kota nothing.
SELECT r.code FROM region r WHERE r.id = ? AND r.parent_id IS NULL;

-- name: transfer_own
-- What a region can send: as its administrator or auditor may see it.
SELECT c.id, c.year, c.state, c.reported_at, r.name AS region_name, r.timezone,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL) AS agencies,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL
        AND a.state IN ('received', 'reported')) AS finished
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state <> 'draft' AND c.imported = 0
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY c.year DESC, r.code LIMIT 200;

-- name: transfer_own_one
SELECT c.id, c.region_id FROM cycle c
JOIN region r ON r.id = c.region_id
WHERE c.id = ? AND c.imported = 0 AND c.state <> 'draft' AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: transfer_packages
-- The newest first; the prefix of the codes in the administrator's care.
SELECT b.id, b.region_code, b.year, b.made_at, b.arrived_at, b.taken_at, p.name AS peer_name, o.cycle_id
FROM transfer_package b
JOIN peer p ON p.id = b.peer_id
LEFT JOIN imported_cycle o ON o.package_id = b.id
WHERE b.region_code LIKE ? AND b.id > 0
ORDER BY b.id DESC LIMIT 50;

-- name: transfer_package
SELECT b.id, b.peer_id, b.stored_name, b.taken_at, b.arrived_at, b.region_code, b.year, o.cycle_id
FROM transfer_package b LEFT JOIN imported_cycle o ON o.package_id = b.id
WHERE b.id = ? AND b.region_code LIKE ?;

-- name: peer_list
SELECT p.id, p.name, p.public_key, p.created_at, p.ended_at, p.ended_reason, c.full_name AS created_by,
    (SELECT GROUP_CONCAT(s.region_code ORDER BY s.region_code SEPARATOR ', ')
        FROM peer_scope s WHERE s.peer_id = p.id) AS codes
FROM peer p JOIN account c ON c.id = p.created_by
WHERE ? IS NULL OR p.region_id = ?
ORDER BY p.ended_at IS NOT NULL, p.id DESC LIMIT 600;

-- name: peer_find
SELECT p.id, p.name, p.region_id, p.ended_at FROM peer p
WHERE p.id = ? AND (? IS NULL OR p.region_id = ?);

-- name: peer_add
INSERT INTO peer (region_id, name, public_key, created_at, created_by)
VALUES (?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: peer_scope_add
INSERT INTO peer_scope (peer_id, region_code) VALUES (?, ?);

-- name: peer_end
UPDATE peer SET ended_at = UTC_TIMESTAMP(3), ended_by = ?, ended_reason = ? WHERE id = ? AND ended_at IS NULL;
