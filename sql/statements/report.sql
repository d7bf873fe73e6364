-- SPDX-License-Identifier: ISC

-- name: report_cycle_find
SELECT c.id, c.imported, r.name FROM cycle c JOIN region r ON r.id = c.region_id
WHERE c.id = ? AND c.state <> 'draft' AND (r.id = ? OR r.parent_id = ?);

-- name: report_cycles
-- A page is chosen first, and only its cycles are counted.
SELECT c.id, c.year, c.state, c.reported_at, r.name AS region_name, r.timezone,
    (SELECT b.taken_at FROM imported_cycle o JOIN transfer_package b ON b.id = o.package_id
        WHERE o.cycle_id = c.id) AS received_at,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL) AS agencies,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id
        AND a.state IN ('received', 'reported')) AS finished
FROM (SELECT y.id FROM region g JOIN cycle y ON y.region_id = g.id
    WHERE (g.id = ? OR g.parent_id = ?) AND y.state <> 'draft'
    ORDER BY y.year DESC, g.name LIMIT ? OFFSET ?) AS p
STRAIGHT_JOIN cycle c ON c.id = p.id
JOIN region r ON r.id = c.region_id
ORDER BY c.year DESC, r.name;

-- name: report_cycle_reported
-- raises: world
UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3),
    version = version + 1
WHERE id = ? AND state = 'open';

-- name: report_history_reported
-- The rows of history of a move that many assessments make at once; before
-- the move, so that it takes the same rows.
INSERT INTO history (at, account_id, role, address, region_id, agency_id, assessment_id,
    subject, subject_id, from_value, to_value)
SELECT UTC_TIMESTAMP(3), ?, ?, ?, ?, a.agency_id, a.id, 'state', a.id, 'received', 'reported'
FROM assessment a WHERE a.cycle_id = ? AND a.left_at IS NULL AND a.state = 'received';

-- name: report_assessments_reported
UPDATE assessment SET state = 'reported', version = version + 1
WHERE cycle_id = ? AND left_at IS NULL AND state = 'received';

-- name: report_history_region
-- Newest first, a page at a time by key; NULL for what belongs to no region.
-- What words became is what they said before the next change, or what they say.
-- With the year that a row is about, and whose account or which instrument.
-- The days are those of a zone so many hours ahead.
SELECT h.id, h.at, h.subject, h.variable_number, h.from_value, h.to_value,
    h.reason, h.role, h.address, a.full_name, a.username, COALESCE(x.agency_name, g.name) AS agency_name,
    COALESCE(j.title, d.title) AS document, c.year, COALESCE(o.full_name, i.name) AS about,
    w.explanation AS explanation_was, COALESCE(m.explanation, n.explanation) AS explanation_is,
    w.overclaim_reason AS reason_was, COALESCE(m.overclaim_reason, n.overclaim_reason) AS reason_is
FROM history h
LEFT JOIN answer_words w ON h.subject = 'explanation' AND w.history_id = h.id
LEFT JOIN answer_words m ON m.history_id = (SELECT MIN(l.history_id) FROM answer_words l
    WHERE l.assessment_id = w.assessment_id AND l.variable_id = w.variable_id AND l.history_id > w.history_id)
LEFT JOIN answer n ON n.assessment_id = w.assessment_id AND n.variable_id = w.variable_id
LEFT JOIN account a ON a.id = h.account_id
LEFT JOIN agency g ON g.id = h.agency_id
LEFT JOIN evidence_link k ON k.id = h.subject_id
    AND h.subject IN ('link', 'city_decision', 'province_decision')
LEFT JOIN judged_description j ON j.link_id = k.id
LEFT JOIN document d ON d.id = IF(h.subject = 'document', h.subject_id, k.document_id)
LEFT JOIN assessment x ON x.id = h.assessment_id
LEFT JOIN cycle c ON c.id = IF(h.subject IN ('cycle', 'notice'), h.subject_id, x.cycle_id)
LEFT JOIN account o ON h.subject IN ('account', 'right') AND o.id = h.subject_id
LEFT JOIN instrument i ON h.subject = 'instrument' AND i.id = h.subject_id
WHERE h.region_id <=> ? AND (? IS NULL OR h.agency_id = ?)
    AND h.id < ?
    AND (? = '' OR FIND_IN_SET(h.subject, ?))
    AND CONCAT_WS(' ', a.full_name, a.username) LIKE ?
    AND CONCAT_WS(' ', h.from_value, h.to_value, h.reason, COALESCE(j.title, d.title), o.full_name, i.name, w.explanation,
        w.overclaim_reason, COALESCE(m.explanation, n.explanation), COALESCE(m.overclaim_reason, n.overclaim_reason)) LIKE ?
    AND h.at >= ? - INTERVAL ? HOUR AND h.at < ? + INTERVAL 1 DAY - INTERVAL ? HOUR
ORDER BY h.id DESC LIMIT ?;

-- name: report_history_agency
-- The same of one agency, or (then the agency is NULL) of one assessment, whoever
-- had it before.  1 for whoever is not told
-- yet what city and province have said before they have finished.
SELECT h.id, h.at, h.subject, h.variable_number, h.from_value, h.to_value,
    h.reason, h.role, h.address, a.full_name, a.username, COALESCE(x.agency_name, g.name) AS agency_name,
    COALESCE(j.title, d.title) AS document, c.year, COALESCE(o.full_name, i.name) AS about,
    w.explanation AS explanation_was, COALESCE(m.explanation, n.explanation) AS explanation_is,
    w.overclaim_reason AS reason_was, COALESCE(m.overclaim_reason, n.overclaim_reason) AS reason_is
FROM history h
LEFT JOIN answer_words w ON h.subject = 'explanation' AND w.history_id = h.id
LEFT JOIN answer_words m ON m.history_id = (SELECT MIN(l.history_id) FROM answer_words l
    WHERE l.assessment_id = w.assessment_id AND l.variable_id = w.variable_id AND l.history_id > w.history_id)
LEFT JOIN answer n ON n.assessment_id = w.assessment_id AND n.variable_id = w.variable_id
LEFT JOIN account a ON a.id = h.account_id
LEFT JOIN agency g ON g.id = h.agency_id
LEFT JOIN evidence_link k ON k.id = h.subject_id
    AND h.subject IN ('link', 'city_decision', 'province_decision')
LEFT JOIN judged_description j ON j.link_id = k.id
LEFT JOIN document d ON d.id = IF(h.subject = 'document', h.subject_id, k.document_id)
LEFT JOIN assessment x ON x.id = h.assessment_id
LEFT JOIN cycle c ON c.id = IF(h.subject IN ('cycle', 'notice'), h.subject_id, x.cycle_id)
LEFT JOIN account o ON h.subject IN ('account', 'right') AND o.id = h.subject_id
LEFT JOIN instrument i ON h.subject = 'instrument' AND i.id = h.subject_id
WHERE (h.agency_id = ? OR h.assessment_id = ?)
    AND (? = 0 OR h.subject NOT IN ('city_level', 'city_decision') OR x.id IS NULL
        OR x.state IN ('verified', 'validated', 'signed', 'received', 'reported'))
    AND (? = 0 OR h.subject NOT IN ('province_level', 'province_decision') OR x.id IS NULL
        OR x.state IN ('validated', 'signed', 'received', 'reported'))
    AND h.id < ?
    AND (? = '' OR FIND_IN_SET(h.subject, ?))
    AND CONCAT_WS(' ', a.full_name, a.username) LIKE ?
    AND CONCAT_WS(' ', h.from_value, h.to_value, h.reason, COALESCE(j.title, d.title), o.full_name, i.name, w.explanation,
        w.overclaim_reason, COALESCE(m.explanation, n.explanation), COALESCE(m.overclaim_reason, n.overclaim_reason)) LIKE ?
    AND h.at >= ? - INTERVAL ? HOUR AND h.at < ? + INTERVAL 1 DAY - INTERVAL ? HOUR
ORDER BY h.id DESC LIMIT ?;

-- name: report_log_regions
-- Those whose log the caller may read: the own one first, then those below.
SELECT r.id AS value, r.name AS label FROM region r
WHERE r.id = ? OR r.parent_id = ? ORDER BY r.parent_id IS NOT NULL, r.code;

-- name: report_log_agencies
SELECT g.id AS value, g.name AS label FROM agency g WHERE g.region_id = ?
ORDER BY g.name LIMIT 500;

-- name: report_events
-- Newest first, as the history; by the name of a person, an address or the words.
SELECT e.id, e.at, e.kind, e.outcome, e.role, e.address, e.what, a.full_name, a.username,
    g.name AS agency_name
FROM event_log e
LEFT JOIN account a ON a.id = e.account_id
LEFT JOIN agency g ON g.id = e.agency_id
WHERE e.region_id <=> ? AND (? IS NULL OR e.agency_id = ?)
    AND e.id < ?
    AND (? = '' OR FIND_IN_SET(e.kind, ?))
    AND CONCAT_WS(' ', a.full_name, a.username) LIKE ?
    AND CONCAT_WS(' ', e.what, e.address) LIKE ?
    AND e.at >= ? - INTERVAL ? HOUR AND e.at < ? + INTERVAL 1 DAY - INTERVAL ? HOUR
ORDER BY e.id DESC LIMIT ?;

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
