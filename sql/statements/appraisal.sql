-- SPDX-License-Identifier: ISC
-- Assessments by instruments of other kinds: cgi-bin/questionnaire.  By the region, and for an agency's own
-- people by their agency, so that a foreign key is none.

-- name: appraisal_list
-- The newest first; of an agency its own, else all of the region.
SELECT a.id, a.year, a.subject, i.name AS instrument_name, COALESCE(g.name, r.name) AS whose
FROM appraisal a
JOIN instrument i ON i.id = a.instrument_id
JOIN region r ON r.id = a.region_id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE a.region_id = ? AND (? IS NULL OR a.agency_id = ?)
ORDER BY a.year DESC, a.id DESC
LIMIT ? OFFSET ?;

-- name: appraisal_instruments
-- Those by which one may assess oneself in that region: of the instance, the province, or its own.
SELECT i.id AS value, i.name AS label FROM instrument i JOIN region r ON r.id = ?
WHERE i.state = 'published' AND i.course = 'own'
    AND (i.region_id IS NULL OR i.region_id IN (r.id, r.parent_id))
ORDER BY i.name, i.id;

-- name: appraisal_find
SELECT a.id, a.instrument_id, a.region_id, a.agency_id, a.year, a.subject, a.source, a.version,
    COALESCE(g.name, r.name) AS whose, r.name AS region_name
FROM appraisal a
JOIN region r ON r.id = a.region_id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE a.id = ? AND a.region_id = ? AND (? IS NULL OR a.agency_id = ?);

-- name: appraisal_answers
SELECT v.number, n.level, n.skipped, n.note, n.shown_word, n.target_level, n.target_word, n.recommendation,
    n.priority, n.plan, n.due
FROM appraisal_answer n JOIN variable v ON v.id = n.variable_id
WHERE n.appraisal_id = ? ORDER BY v.number;

-- name: appraisal_add
-- Only by an instrument that the region sees and that is published.
INSERT INTO appraisal (instrument_id, region_id, agency_id, year, subject, source, created_at, created_by)
SELECT i.id, r.id, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?
FROM region r JOIN instrument i ON i.id = ?
WHERE r.id = ? AND i.state = 'published' AND i.course = 'own'
    AND (i.region_id IS NULL OR i.region_id IN (r.id, r.parent_id));

-- name: appraisal_add_answers
INSERT INTO appraisal_answer (appraisal_id, variable_id)
SELECT a.id, v.id FROM appraisal a JOIN variable v ON v.instrument_id = a.instrument_id
WHERE a.id = ?;

-- name: appraisal_touch
-- The guard of every change: only as the person saw it.
UPDATE appraisal SET version = version + 1 WHERE id = ? AND version = ?;

-- name: appraisal_answer_put
UPDATE appraisal_answer SET level = ?, skipped = ?, note = ?
WHERE appraisal_id = ? AND variable_id = ?;

-- name: appraisal_gap_put
UPDATE appraisal_answer SET shown_word = ?, target_level = ?, target_word = ?, recommendation = ?, priority = ?,
    plan = ?, due = ?
WHERE appraisal_id = ? AND variable_id = ?;
