-- SPDX-License-Identifier: ISC

-- name: assessment_find
-- The caller's agency, region and, for the roles that look below, the region
-- as parent; NULL where it gives no right.  The plan comes as one text, so
-- that statements which join more to this stay at one row.
SELECT a.id AS assessment_id, a.cycle_id, a.agency_id, a.state, a.version,
    a.opened_at IS NOT NULL AS opened, c.region_id, c.instrument_id, c.year,
    c.province_tier, c.state AS cycle_state, c.imported, g.name AS agency_name,
    r.name AS region_name, r.timezone,
    (SELECT GROUP_CONCAT(s.step, s.planned_from, s.planned_until
        SEPARATOR '') FROM cycle_step s
        WHERE s.cycle_id = c.id) AS plan
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN agency g ON g.id = a.agency_id
JOIN region r ON r.id = c.region_id
WHERE a.id = ? AND (a.agency_id = ? OR r.id = ? OR r.parent_id = ?);

-- name: assessment_move
-- The guard: of two people who press at once, one finds no row.
UPDATE assessment SET state = ?, version = version + 1
WHERE id = ? AND state = ?;

-- name: assessment_hold
-- To the end of the transaction its state stays as it is.
SELECT state FROM assessment WHERE id = ? FOR UPDATE;

-- name: calendar_load
SELECT day FROM holiday ORDER BY day;
