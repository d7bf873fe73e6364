-- SPDX-License-Identifier: ISC

-- name: chart_levels
SELECT v.number, v.name, w.self_level, w.city_level, w.province_level
FROM answer w JOIN variable v ON v.id = w.variable_id
WHERE w.assessment_id = ? ORDER BY v.number;

-- name: chart_assessments
-- The assessments of an agency up to a year, the newest first.
SELECT a.id, a.state, c.year, c.province_tier
FROM assessment a JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id = ? AND a.left_at IS NULL AND c.year <= ? AND c.state <> 'draft'
ORDER BY c.year DESC LIMIT ?;

-- name: chart_cycles
-- The cycles of a region up to a year, the newest first; for the public (1 in
-- the third value) those that were reported.
SELECT id, year FROM cycle
WHERE region_id = ? AND year <= ? AND state <> 'draft' AND (? = 0 OR state = 'reported')
ORDER BY year DESC LIMIT ?;

-- name: chart_steps
SELECT step, planned_from, planned_until FROM cycle_step WHERE cycle_id = ?;

-- name: chart_moves
-- Every change of state in a cycle, in the order in which they happened.
SELECT h.id, h.at, h.subject_id AS assessment_id, h.to_value
FROM assessment a
JOIN history h ON h.subject = 'state' AND h.subject_id = a.id
WHERE a.cycle_id = ?
ORDER BY h.id;
