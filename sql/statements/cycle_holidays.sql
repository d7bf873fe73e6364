-- SPDX-License-Identifier: ISC

-- Whose a day is: of everybody (NULL), of a province and all below it, of a region.
-- An administrator changes the own alone, and sees what holds beside it.

-- name: holiday_list
SELECT h.day, h.kind, h.name, h.region_id, r.name AS owner, h.region_id <=> m.id AS own
FROM holiday h
LEFT JOIN region r ON r.id = h.region_id
LEFT JOIN region m ON m.id = ?
WHERE h.day BETWEEN MAKEDATE(?, 1) AND MAKEDATE(? + 1, 1) - INTERVAL 1 DAY
    AND (m.id IS NULL OR h.region_id IS NULL OR h.region_id IN (m.id, m.parent_id))
ORDER BY h.day, h.region_id;

-- name: holiday_years
SELECT YEAR(h.day) AS year, COUNT(*) AS days FROM holiday h
LEFT JOIN region m ON m.id = ?
WHERE m.id IS NULL OR h.region_id IS NULL OR h.region_id IN (m.id, m.parent_id)
GROUP BY YEAR(h.day) ORDER BY year;

-- name: holiday_find
SELECT day, kind, name FROM holiday WHERE day = ? AND region_id <=> ?;

-- name: holiday_add
-- raises: world
INSERT INTO holiday (region_id, day, kind, name) VALUES (?, ?, ?, ?);

-- name: holiday_put
-- raises: world
INSERT INTO holiday (region_id, day, kind, name) VALUES (?, ?, ?, ?)
ON DUPLICATE KEY UPDATE kind = VALUES(kind), name = VALUES(name);

-- name: holiday_update
-- raises: world
UPDATE holiday SET day = ?, kind = ?, name = ? WHERE day = ? AND region_id <=> ?;

-- name: holiday_remove
-- raises: world
DELETE FROM holiday WHERE day = ? AND region_id <=> ?;

-- name: holiday_history
-- A day's key in the history is its digits, so a year is a range; of the own days
-- and those of everybody.
SELECT h.at, h.from_value, h.to_value, h.reason, a.full_name AS who
FROM history h
LEFT JOIN account a ON a.id = h.account_id
WHERE h.subject = 'holiday' AND h.subject_id BETWEEN ? AND ?
    AND (h.region_id IS NULL OR h.region_id = COALESCE(?, h.region_id))
ORDER BY h.id DESC
LIMIT 50;

-- name: holiday_span
-- Until when plans have dates that are still to come, in care.
SELECT MAX(s.planned_until) AS until
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state <> 'reported' AND c.imported = 0
JOIN cycle_step s ON s.cycle_id = c.id AND s.planned_until >= UTC_DATE()
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: holiday_plans
-- The plans that a change of holidays may concern, a row per step.
SELECT c.id, c.year, c.state, c.start_date, c.region_id, r.name AS region_name, s.step,
    s.working_days, s.planned_from, s.planned_until
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state <> 'reported'
JOIN cycle_step s ON s.cycle_id = c.id
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY c.id, s.step;
