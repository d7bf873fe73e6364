-- SPDX-License-Identifier: ISC

-- name: results_cycle
SELECT c.id, c.region_id, c.instrument_id, c.year, c.province_tier, c.state, c.reported_at, c.imported,
    r.name AS region_name, r.code AS region_code, r.timezone, r.publish_names, r.publish_threshold,
    b.taken_at AS received_at
FROM cycle c
JOIN region r ON r.id = c.region_id
LEFT JOIN imported_cycle o ON o.cycle_id = c.id
LEFT JOIN transfer_package b ON b.id = o.package_id
WHERE c.id = ?;

-- name: results_agencies
SELECT a.id AS assessment_id, a.agency_id, COALESCE(a.agency_name, g.name) AS name, a.left_why
FROM assessment a JOIN agency g ON g.id = a.agency_id
WHERE a.cycle_id = ?
ORDER BY name, a.id;

-- name: results_levels
-- One row per agency and variable; the sums are made by rules/score.h, the
-- only place that knows when a score is whole.  What is told depends on the
-- state, so that both are read at once; names and order come from elsewhere,
-- which spares this one two joins and the sorting of all rows.
SELECT a.id AS assessment_id, a.state, w.variable_id, w.self_level, w.city_level, w.province_level
FROM assessment a JOIN answer w ON w.assessment_id = a.id
WHERE a.cycle_id = ?;

-- name: results_cycle_reported
-- Only what was reported is public.
SELECT c.id FROM region r JOIN cycle c ON c.region_id = r.id
WHERE r.code = ? AND c.year = ? AND c.state = 'reported';

-- name: results_reported
-- What was published last comes first, by a key that is walked until a page is
-- full; what was not published has no time and is behind all of it.
SELECT c.id, c.year, c.reported_at, r.code AS region_code,
    r.name AS region_name, r.timezone, r.open_data_licence AS licence
FROM cycle c FORCE INDEX (cycle_reported) STRAIGHT_JOIN region r ON r.id = c.region_id
WHERE c.state = 'reported'
ORDER BY c.reported_at DESC, c.id DESC LIMIT ? OFFSET ?;

-- name: results_reported_sought
-- Of regions by a part of their name.
SELECT c.id, c.year, c.reported_at, r.code AS region_code,
    r.name AS region_name, r.timezone
FROM region r STRAIGHT_JOIN cycle c ON c.region_id = r.id AND c.state = 'reported'
WHERE r.name LIKE ?
ORDER BY r.name, c.year DESC LIMIT ? OFFSET ?;

-- name: results_agency_cycles
-- The years of an agency that were published, the newest first.
SELECT c.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id = ? AND a.left_at IS NULL AND c.state = 'reported'
ORDER BY c.year DESC LIMIT ?;

-- name: results_beside
-- What other regions of the same province published of that year.
SELECT c.id FROM region own JOIN region r ON r.parent_id = own.parent_id
JOIN cycle c ON c.region_id = r.id AND c.year = ? AND c.state = 'reported'
WHERE own.id = ? AND r.id <> own.id ORDER BY r.name LIMIT ?;

-- name: results_plans
-- What the plans of a cycle still have open, and what their targets need: a row for each compulsory
-- document up to a target that no step brings, and of it one per link and revision, as evidence_states has
-- them.  Where nothing is lacking the item is NULL, where nothing is aimed at the target.
SELECT STRAIGHT_JOIN s.assessment_id, s.open_steps, t.variable_number, t.level AS target, i.id AS item_id,
    l.number AS item_level, k.id AS link_id,
    s.state IN ('verified', 'validated', 'signed', 'received', 'reported') AS held,
    r.number AS revision_number, r.id AS revision_id, r.scan,
    k.city_decision, k.city_revision_id, k.province_decision, k.province_revision_id
FROM (SELECT p.assessment_id, a.state, a.cycle_id, SUM(p.state IN ('open', 'running')) AS open_steps
    FROM assessment a JOIN plan_step p ON p.assessment_id = a.id
    WHERE a.cycle_id = ? GROUP BY p.assessment_id, a.state, a.cycle_id) s
JOIN cycle c ON c.id = s.cycle_id
LEFT JOIN plan_target t ON t.assessment_id = s.assessment_id
LEFT JOIN variable v ON v.instrument_id = c.instrument_id AND v.number = t.variable_number
LEFT JOIN level l ON l.variable_id = v.id AND l.number <= t.level
LEFT JOIN checklist_item i ON i.level_id = l.id AND i.compulsory = 1
    AND NOT EXISTS (SELECT 1 FROM plan_step b WHERE b.assessment_id = s.assessment_id
        AND b.checklist_item_id = i.id AND b.state <> 'dropped')
LEFT JOIN evidence_link k ON k.assessment_id = s.assessment_id AND k.checklist_item_id = i.id AND k.removed_at IS NULL
LEFT JOIN revision r ON r.document_id = k.document_id
    AND (s.state NOT IN ('verified', 'validated', 'signed', 'received', 'reported')
        OR COALESCE(k.province_decision, k.city_decision) IS NULL
        OR r.id = COALESCE(k.province_revision_id, k.city_revision_id))
ORDER BY s.assessment_id, t.variable_number, i.id, k.id, r.number;
