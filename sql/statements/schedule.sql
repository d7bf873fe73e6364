-- SPDX-License-Identifier: ISC

-- name: schedule_steps
-- The plan of the cycles that are open in a region, and below another (0: none).
SELECT c.id, c.year, c.version, r.name AS region_name, r.code AS region_code, r.timezone,
    s.step, s.working_days, s.planned_from, s.planned_until,
    DATE_FORMAT(UTC_TIMESTAMP(), '%Y%m%dT%H%i%sZ') AS stamp
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state = 'open'
JOIN cycle_step s ON s.cycle_id = c.id
WHERE r.id = ? OR r.parent_id = ?
ORDER BY r.code, c.year, s.step;
