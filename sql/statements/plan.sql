-- SPDX-License-Identifier: ISC
-- The improvement plan of an agency, and how far all of a region have come: cgi-bin/plan.

-- name: plan_newest
-- Where an agency's own people begin: its assessment of the year that is open, of several
-- the one that is due first, or of the newest.
SELECT a.id FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id = ? AND c.state <> 'draft' AND c.imported = 0
ORDER BY c.state = 'open' DESC, IF(c.state = 'open', c.year, 9999 - c.year), c.id DESC LIMIT 1;

-- name: plan_years
-- The plans of an agency: its assessments, the newest first, and how many steps each has.
SELECT a.id, c.year, (SELECT COUNT(*) FROM plan_step s WHERE s.assessment_id = a.id) AS steps
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id = ? AND c.state <> 'draft' AND c.imported = 0
ORDER BY c.year DESC, c.id DESC LIMIT 10;

-- name: plan_targets
SELECT variable_number, level FROM plan_target WHERE assessment_id = ?;

-- name: plan_steps
-- What is open and due first.
SELECT s.id, s.variable_number, s.level, s.checklist_item_id, s.title, s.state, s.reason, s.account_id,
    COALESCE(u.full_name, s.in_charge) AS charge, s.due, s.cost, s.carried_from, s.version
FROM plan_step s
LEFT JOIN account u ON u.id = s.account_id
WHERE s.assessment_id = ?
ORDER BY s.state IN ('done', 'dropped'), s.due IS NULL, s.due, s.variable_number, s.level, s.id;

-- name: plan_step_find
SELECT s.id, s.assessment_id, s.variable_number, s.level, s.checklist_item_id, s.title, s.state,
    s.reason, s.account_id, s.in_charge AS typed, COALESCE(u.full_name, s.in_charge) AS charge, s.due, s.cost, s.version
FROM plan_step s
LEFT JOIN account u ON u.id = s.account_id
WHERE s.id = ?;

-- name: plan_people
-- Who may be in charge: people of the agency who have an account now.
SELECT id, full_name FROM account
WHERE agency_id = ? AND state = 'active' AND role IN ('operator', 'head')
ORDER BY full_name, id LIMIT 100;

-- name: plan_target_set
INSERT INTO plan_target (assessment_id, variable_number, level) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE level = VALUES(level);

-- name: plan_target_drop
DELETE FROM plan_target WHERE assessment_id = ? AND variable_number = ?;

-- name: plan_step_add
INSERT INTO plan_step (assessment_id, variable_number, level, checklist_item_id, title, state, account_id, in_charge,
    due, cost, carried_from, created_at, created_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: plan_step_continue
-- The step that is planned already goes on with one of an earlier plan.
UPDATE plan_step SET carried_from = ? WHERE id = ? AND carried_from IS NULL;

-- name: plan_step_change
UPDATE plan_step SET title = ?, level = ?, state = ?, reason = ?, account_id = ?, in_charge = ?, due = ?, cost = ?,
    done_at = CASE WHEN ? <> 'done' THEN NULL ELSE COALESCE(done_at, UTC_TIMESTAMP(3)) END, version = version + 1
WHERE id = ? AND version = ?;

-- name: plan_step_done
UPDATE plan_step SET state = 'done', reason = '', done_at = UTC_TIMESTAMP(3), version = version + 1
WHERE id = ? AND state IN ('open', 'running');

-- name: plan_before
-- What an earlier plan left open, and no later one has gone on with.
SELECT s.id, s.variable_number, s.level, s.title, s.state, s.checklist_item_id, s.account_id, s.in_charge AS charge,
    s.due, s.cost, c.year
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN plan_step s ON s.assessment_id = a.id AND s.state IN ('open', 'running')
LEFT JOIN plan_step n ON n.carried_from = s.id
WHERE a.agency_id = ? AND c.year < ? AND n.id IS NULL
ORDER BY s.variable_number, s.level, s.id LIMIT 500;

-- name: plan_targets_before
-- What the newest earlier plan aimed at.
SELECT t.variable_number, t.level FROM plan_target t
WHERE t.assessment_id = (SELECT a.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id
    WHERE a.agency_id = ? AND c.year < ? ORDER BY c.year DESC LIMIT 1);

-- name: plan_cycles
-- The years of a region, the newest first.
SELECT id, year FROM cycle
WHERE region_id = ? AND state <> 'draft' AND imported = 0
ORDER BY year DESC, id DESC LIMIT 10;

-- name: plan_regions
-- Those that have a cycle, of the caller's own region and below it, or (0) all.
SELECT r.id, r.name FROM region r
WHERE (? = 0 OR r.id = ? OR r.parent_id = ?)
    AND EXISTS (SELECT 1 FROM cycle c WHERE c.region_id = r.id AND c.state <> 'draft' AND c.imported = 0)
ORDER BY r.name LIMIT 600;

-- name: plan_agencies
-- One page of the agencies of a cycle with how far each has come: the page is found first, and only
-- its answers, steps and questions are added up.
-- Cycle; part of a name; states that come first, or none; limit, offset; today; again the states.
WITH page AS (
    SELECT a.id, a.agency_id, a.state, COALESCE(a.agency_name, g.name) AS name
    FROM assessment a
    JOIN agency g ON g.id = a.agency_id
    WHERE a.cycle_id = ? AND a.left_at IS NULL AND LOCATE(?, CONCAT(g.name, ' ', g.short_name)) > 0
    ORDER BY FIND_IN_SET(a.state, ?) = 0, g.name, a.id
    LIMIT ? OFFSET ?
), answers AS (
    SELECT p.id, COUNT(*) AS variables, COUNT(n.self_level) AS chosen, SUM(n.self_level) AS self,
        COUNT(n.city_level) AS city_decided, COUNT(n.province_level) AS province_decided
    FROM page p JOIN answer n ON n.assessment_id = p.id
    GROUP BY p.id
), steps AS (
    SELECT p.id, SUM(s.state <> 'dropped') AS steps, SUM(s.state = 'done') AS done,
        SUM(s.state IN ('open', 'running') AND s.due < ?) AS late
    FROM page p JOIN plan_step s ON s.assessment_id = p.id
    GROUP BY p.id
), questions AS (
    SELECT p.id, COUNT(*) AS asked, SUM(q.state <> 'open') AS answered
    FROM page p JOIN consultation q ON q.assessment_id = p.id
    GROUP BY p.id
)
SELECT STRAIGHT_JOIN p.id, p.state, p.name, f.variables, f.chosen, f.self, f.city_decided, f.province_decided,
    COALESCE(s.steps, 0) AS steps, COALESCE(s.done, 0) AS done, COALESCE(s.late, 0) AS late,
    COALESCE(q.asked, 0) AS asked, COALESCE(q.answered, 0) AS answered
FROM page p
JOIN answers f ON f.id = p.id
LEFT JOIN steps s ON s.id = p.id
LEFT JOIN questions q ON q.id = p.id
ORDER BY FIND_IN_SET(p.state, ?) = 0, p.name, p.id;

-- name: plan_wall_agencies
-- A page of the agencies of a cycle as the wall puts them, after (that place) or from the first on:
-- today twice; the cycle; the place; how many.
SELECT k.assessment_id AS id, k.state, COALESCE(a.agency_name, g.name) AS name, k.missing, k.place,
    IF(k.first_due < ?, (SELECT COUNT(*) FROM plan_step s
        WHERE s.assessment_id = k.assessment_id AND s.state IN ('open', 'running') AND s.due < ?), 0) AS late
FROM assessment_sum k FORCE INDEX (assessment_sum_place)
JOIN assessment a ON a.id = k.assessment_id
JOIN agency g ON g.id = a.agency_id
WHERE k.cycle_id = ? AND k.place < ?
ORDER BY k.place DESC
LIMIT ?;

-- name: plan_wall_agencies_back
-- The page before: those that stand before that place, the nearest ones.
SELECT p.id, p.state, COALESCE(a.agency_name, g.name) AS name, p.missing, p.place,
    IF(p.first_due < ?, (SELECT COUNT(*) FROM plan_step s
        WHERE s.assessment_id = p.id AND s.state IN ('open', 'running') AND s.due < ?), 0) AS late
FROM (SELECT k.assessment_id AS id, k.state, k.missing, k.place, k.first_due
    FROM assessment_sum k FORCE INDEX (assessment_sum_place)
    WHERE k.cycle_id = ? AND k.place > ?
    ORDER BY k.place
    LIMIT ?) AS p
JOIN assessment a ON a.id = p.id
JOIN agency g ON g.id = a.agency_id
ORDER BY p.place DESC;

-- name: plan_wall_late
-- How many steps of a cycle's plans are late, as far as anybody counts: cycle; today twice; how far.
SELECT COUNT(*) AS count FROM (SELECT 1
    FROM assessment_sum k
    JOIN plan_step s ON s.assessment_id = k.assessment_id AND s.state IN ('open', 'running')
    WHERE k.cycle_id = ? AND k.first_due < ? AND s.due < ?
    LIMIT ?) AS late;

-- name: plan_wall_before
-- The cycle of the same region before a year.
SELECT id, year FROM cycle
WHERE region_id = ? AND year < ? AND state <> 'draft'
ORDER BY year DESC LIMIT 1;
