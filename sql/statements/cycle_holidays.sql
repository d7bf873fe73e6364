-- SPDX-License-Identifier: ISC

-- name: holiday_list
SELECT day, kind, name FROM holiday
WHERE day BETWEEN MAKEDATE(?, 1) AND MAKEDATE(? + 1, 1) - INTERVAL 1 DAY
ORDER BY day;

-- name: holiday_years
SELECT YEAR(day) AS year, COUNT(*) AS days FROM holiday
GROUP BY YEAR(day) ORDER BY year;

-- name: holiday_find
SELECT day, kind, name FROM holiday WHERE day = ?;

-- name: holiday_add
-- raises: world
INSERT INTO holiday (day, kind, name) VALUES (?, ?, ?);

-- name: holiday_put
-- raises: world
INSERT INTO holiday (day, kind, name) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE kind = VALUES(kind), name = VALUES(name);

-- name: holiday_update
-- raises: world
UPDATE holiday SET day = ?, kind = ?, name = ? WHERE day = ?;

-- name: holiday_remove
-- raises: world
DELETE FROM holiday WHERE day = ?;

-- name: holiday_history
-- A day's key in the history is its digits, so a year is a range.
SELECT h.at, h.from_value, h.to_value, h.reason, a.full_name AS who
FROM history h
LEFT JOIN account a ON a.id = h.account_id
WHERE h.subject = 'holiday' AND h.subject_id BETWEEN ? AND ?
ORDER BY h.id DESC
LIMIT 50;

-- name: holiday_plans
-- The plans that a change of holidays may concern, a row per step.
SELECT c.id, c.year, c.state, c.start_date, r.name AS region_name, s.step,
    s.working_days, s.planned_from, s.planned_until
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state <> 'reported'
JOIN cycle_step s ON s.cycle_id = c.id
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY c.id, s.step;
