-- SPDX-License-Identifier: ISC

-- name: report_cycle_find
SELECT c.id, c.imported, r.name FROM cycle c JOIN region r ON r.id = c.region_id
WHERE c.id = ? AND c.state <> 'draft' AND (r.id = ? OR r.parent_id = ?);

-- name: report_cycles
SELECT c.id, c.year, c.state, c.reported_at, r.name AS region_name, r.timezone,
    (SELECT b.taken_at FROM imported_cycle o JOIN transfer_package b ON b.id = o.package_id
        WHERE o.cycle_id = c.id) AS received_at,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id) AS agencies,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id
        AND a.state IN ('received', 'reported')) AS finished
FROM region r JOIN cycle c ON c.region_id = r.id
WHERE (r.id = ? OR r.parent_id = ?) AND c.state <> 'draft'
ORDER BY c.year DESC, r.name LIMIT ? OFFSET ?;

-- name: report_cycle_reported
-- raises: world
UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3),
    version = version + 1
WHERE id = ? AND state = 'open';

-- name: report_history_reported
-- The rows of history of a move that many assessments make at once; before
-- the move, so that it takes the same rows.
INSERT INTO history (at, account_id, region_id, agency_id, assessment_id,
    subject, subject_id, from_value, to_value)
SELECT UTC_TIMESTAMP(3), ?, ?, a.agency_id, a.id, 'state', a.id, 'received', 'reported'
FROM assessment a WHERE a.cycle_id = ? AND a.state = 'received';

-- name: report_assessments_reported
UPDATE assessment SET state = 'reported', version = version + 1
WHERE cycle_id = ? AND state = 'received';

-- name: report_history
-- Newest first, a page at a time by key.  1 in the third and fourth value
-- leaves out what the city and the province have not told yet.
SELECT h.id, h.at, h.subject, h.variable_number, h.from_value, h.to_value,
    h.reason, a.full_name, '' AS agency_name
FROM history h LEFT JOIN account a ON a.id = h.account_id
WHERE h.assessment_id = ? AND h.id < ?
    AND (? = 0 OR h.subject NOT IN ('city_level', 'city_decision'))
    AND (? = 0 OR h.subject NOT IN ('province_level', 'province_decision'))
ORDER BY h.id DESC LIMIT ?;

-- name: report_history_region
SELECT h.id, h.at, h.subject, h.variable_number, h.from_value, h.to_value,
    h.reason, a.full_name, g.name AS agency_name
FROM history h
LEFT JOIN account a ON a.id = h.account_id
LEFT JOIN agency g ON g.id = h.agency_id
WHERE h.region_id = ? AND h.id < ?
ORDER BY h.id DESC LIMIT ?;

-- name: report_assessment_of
-- Another year of the same agency.
SELECT a.id AS assessment_id, a.state, c.year, c.province_tier
FROM assessment a JOIN cycle c ON c.id = a.cycle_id
WHERE a.id = ? AND a.agency_id = ? AND c.state <> 'draft';

-- name: report_cycles_of
-- Every cycle of a region that was opened, to choose one from.
SELECT c.id, c.year FROM cycle c
WHERE c.region_id = ? AND c.state <> 'draft'
ORDER BY c.year DESC LIMIT 50;

-- name: report_assessments_of
-- Every year of an agency, to choose one from.
SELECT a.id, c.year FROM assessment a JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id = ? AND c.state <> 'draft'
ORDER BY c.year DESC LIMIT 50;
