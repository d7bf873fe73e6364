-- SPDX-License-Identifier: ISC

-- name: cycle_find
SELECT c.id, c.region_id, c.instrument_id, c.year, c.province_tier, c.early_filling,
    c.after_deadline, c.start_date, c.letter_number, c.state, c.opened_at, c.imported, c.version,
    (SELECT b.taken_at FROM imported_cycle o JOIN transfer_package b ON b.id = o.package_id
        WHERE o.cycle_id = c.id) AS received_at,
    r.name AS region_name, r.timezone, i.name AS instrument_name,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL) AS agencies
FROM cycle c
JOIN region r ON r.id = c.region_id
JOIN instrument i ON i.id = c.instrument_id
WHERE c.id = ? AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: cycle_list
-- For an administrator of everything: chooses a page by a key alone, and only
-- then asks what belongs to each of its rows.
SELECT c.id, c.year, c.state, c.province_tier, c.imported, r.name AS region_name, r.timezone,
    (SELECT b.taken_at FROM imported_cycle o JOIN transfer_package b ON b.id = o.package_id
        WHERE o.cycle_id = c.id) AS received_at,
    f.planned_from, u.planned_until,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL) AS agencies
FROM (SELECT y.id FROM cycle y FORCE INDEX (cycle_year)
    ORDER BY y.year DESC, y.region_id LIMIT ? OFFSET ?) AS p
STRAIGHT_JOIN cycle c ON c.id = p.id
JOIN region r ON r.id = c.region_id
LEFT JOIN cycle_step f ON f.cycle_id = c.id AND f.step = 1
LEFT JOIN cycle_step u ON u.cycle_id = c.id AND u.step = 7
ORDER BY c.year DESC, c.region_id;

-- name: cycle_list_care
-- Of the regions in care, or of one of them.
SELECT c.id, c.year, c.state, c.province_tier, c.imported, r.name AS region_name, r.timezone,
    (SELECT b.taken_at FROM imported_cycle o JOIN transfer_package b ON b.id = o.package_id
        WHERE o.cycle_id = c.id) AS received_at,
    f.planned_from, u.planned_until,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL) AS agencies
FROM (SELECT y.id FROM region g STRAIGHT_JOIN cycle y ON y.region_id = g.id
    WHERE COALESCE(?, g.id) IN (g.id, g.parent_id) AND g.id = COALESCE(?, g.id)
    ORDER BY y.year DESC, g.code LIMIT ? OFFSET ?) AS p
STRAIGHT_JOIN cycle c ON c.id = p.id
JOIN region r ON r.id = c.region_id
LEFT JOIN cycle_step f ON f.cycle_id = c.id AND f.step = 1
LEFT JOIN cycle_step u ON u.cycle_id = c.id AND u.step = 7
ORDER BY c.year DESC, r.code;

-- name: cycle_steps
SELECT step, working_days, planned_from, planned_until
FROM cycle_step WHERE cycle_id = ? ORDER BY step;

-- name: cycle_step_put
-- raises: world
INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
VALUES (?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE working_days = VALUES(working_days),
    planned_from = VALUES(planned_from), planned_until = VALUES(planned_until);

-- name: cycle_instrument_options
-- Those that the administrator sees: instrument_list.
SELECT i.id AS value, i.name AS label FROM instrument i
LEFT JOIN region r ON r.id = i.region_id
LEFT JOIN region m ON m.id = ?
WHERE i.state = 'published' AND i.course = 'cycle' AND (m.id IS NULL OR i.region_id IS NULL
    OR i.region_id IN (m.id, m.parent_id) OR r.parent_id = m.id)
ORDER BY i.published_at DESC, i.id DESC;

-- name: cycle_instrument_published
-- For a cycle of that region: of the instance, the province, or its own; and one that the
-- seven steps can show.
SELECT i.id FROM instrument i JOIN region r ON r.id = ?
WHERE i.id = ? AND i.state = 'published' AND i.course = 'cycle'
    AND (i.region_id IS NULL OR i.region_id IN (r.id, r.parent_id));

-- name: cycle_suggested
-- What a new cycle most likely is about: the first region in care, and the
-- newest instrument.
SELECT r.id AS region_id, r.parent_id IS NOT NULL AS tier,
    (SELECT MAX(i.id) FROM instrument i WHERE i.state = 'published'
        AND i.course = 'cycle' AND (i.region_id IS NULL OR i.region_id IN (r.id, r.parent_id))) AS instrument_id
FROM region r
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY r.code LIMIT 1;

-- name: cycle_create
-- raises: world
INSERT INTO cycle (region_id, instrument_id, year, province_tier, early_filling,
    after_deadline, start_date)
VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: cycle_update
-- raises: world
UPDATE cycle SET instrument_id = ?, year = ?, province_tier = ?, early_filling = ?,
    after_deadline = ?, start_date = ?, version = version + 1
WHERE id = ? AND version = ? AND state = 'draft';

-- name: cycle_replan
-- raises: world
UPDATE cycle SET early_filling = ?, after_deadline = ?, version = version + 1
WHERE id = ? AND version = ? AND state <> 'reported';

-- name: cycle_last_days
-- Its agencies with the last days that they were given.
SELECT x.id AS assessment_id, x.agency_id, COALESCE(x.agency_name, g.name) AS agency_name, x.state,
    x.until_4, x.until_5, x.until_6
FROM assessment x
JOIN agency g ON g.id = x.agency_id
WHERE x.cycle_id = ? AND x.left_at IS NULL
ORDER BY agency_name;

-- name: cycle_readiness
-- Who would take part, and whether there is somebody to fill in and to sign.
SELECT g.id, g.name,
    (SELECT COUNT(*) FROM account a WHERE a.agency_id = g.id
        AND a.state = 'active' AND a.role = 'operator') AS operators,
    (SELECT COUNT(*) FROM account a WHERE a.agency_id = g.id
        AND a.state = 'active' AND a.role = 'head') AS heads
FROM agency g
WHERE g.region_id = ? AND g.active = 1
ORDER BY g.name;

-- name: cycle_open
-- raises: world
UPDATE cycle SET state = 'open', opened_at = UTC_TIMESTAMP(3),
    version = version + 1
WHERE id = ? AND version = ? AND state = 'draft';

-- name: cycle_open_assessments
-- raises: world
-- Of a cycle that was withdrawn they are there already.
INSERT INTO assessment (cycle_id, agency_id)
SELECT c.id, g.id FROM cycle c
JOIN agency g ON g.region_id = c.region_id AND g.active = 1
WHERE c.id = ? AND NOT EXISTS
    (SELECT 1 FROM assessment x WHERE x.cycle_id = c.id AND x.agency_id = g.id);

-- name: cycle_open_inactive
-- raises: world
-- Of a cycle that was withdrawn: whose agency is not active any more takes no part when
-- it is opened again, and who was active again does.
UPDATE assessment a JOIN agency g ON g.id = a.agency_id
SET a.left_at = IF(g.active = 1, NULL, UTC_TIMESTAMP(3)),
    a.left_why = IF(g.active = 1, '', 'Tidak aktif lagi ketika periode ini dibuka'), a.version = a.version + 1
WHERE a.cycle_id = ? AND (a.left_at IS NULL) <> (g.active = 1);

-- name: cycle_hold_assessments
-- Whoever begins to fill in waits, or was first and is seen here.
SELECT a.id, a.state,
    EXISTS (SELECT 1 FROM evidence_link k WHERE k.assessment_id = a.id)
    OR EXISTS (SELECT 1 FROM pending_evidence p WHERE p.assessment_id = a.id)
    OR EXISTS (SELECT 1 FROM issued_document d WHERE d.assessment_id = a.id) AS used
FROM assessment a
WHERE a.cycle_id = ? FOR UPDATE;

-- name: cycle_withdraw_papers
-- A letter that tells of it is no longer valid.
UPDATE issued_document SET ended = 'cancelled', ended_at = UTC_TIMESTAMP(3),
    ended_reason = LEFT(CONCAT('Periode penilaian ini ditarik: ', ?), 1000)
WHERE cycle_id = ? AND ended IS NULL;

-- name: cycle_withdraw
-- raises: world
UPDATE cycle SET state = 'draft', opened_at = NULL, version = version + 1
WHERE id = ? AND version = ? AND state = 'open' AND imported = 0;

-- name: cycle_withdraw_answers
-- Empty ones, of which another instrument may have others.
DELETE n FROM answer n JOIN assessment a ON a.id = n.assessment_id
WHERE a.cycle_id = ?;

-- name: cycle_withdraw_notices
-- raises: world
-- History keeps who had been told and who had looked.
UPDATE assessment SET notified_at = NULL, notified_by = NULL, notified_how = '',
    opened_at = NULL, opened_by = NULL, version = version + 1
WHERE cycle_id = ?;

-- name: cycle_open_answers
-- One row per variable, so that filling in is an UPDATE with a version.
INSERT INTO answer (assessment_id, variable_id)
SELECT a.id, v.id FROM cycle c
JOIN assessment a ON a.cycle_id = c.id
JOIN variable v ON v.instrument_id = c.instrument_id
WHERE c.id = ?;

-- name: cycle_counts
SELECT state, COUNT(*) AS agencies FROM assessment
WHERE cycle_id = ? AND left_at IS NULL GROUP BY state ORDER BY state;

-- name: cycle_agencies_outside
SELECT g.id AS value, g.name AS label FROM agency g
LEFT JOIN assessment a ON a.agency_id = g.id AND a.cycle_id = ?
WHERE g.region_id = ? AND g.active = 1 AND a.id IS NULL
ORDER BY g.name;

-- name: cycle_add_assessment
-- raises: world
INSERT INTO assessment (cycle_id, agency_id)
SELECT c.id, g.id FROM cycle c
JOIN agency g ON g.region_id = c.region_id AND g.active = 1
WHERE c.id = ? AND c.state = 'open' AND g.id = ?;

-- name: cycle_add_answers
INSERT INTO answer (assessment_id, variable_id)
SELECT a.id, v.id FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN variable v ON v.instrument_id = c.instrument_id
WHERE a.id = ?;
