-- SPDX-License-Identifier: ISC

-- name: assessment_find
-- By its key alone, with the stamp of its agency; the rest of it is kept, and
-- whether the caller may see it assessment/assessment.c says.
SELECT a.id AS assessment_id, a.cycle_id, a.agency_id, a.state, a.version,
    a.opened_at IS NOT NULL AS opened, a.agency_name, a.left_why,
    a.until_4, a.until_5, a.until_6, a.kept_open, k.number AS stamp
FROM assessment a
LEFT JOIN agency_stamp k ON k.agency_id = a.agency_id
WHERE a.id = ?;

-- name: assessment_cycle
-- Kept under the world's stamp: a row for each step of the plan.
SELECT c.id, c.region_id, r.parent_id, c.instrument_id, c.year, c.province_tier,
    c.state, c.imported, c.early_filling, c.after_deadline, r.name AS region_name, r.timezone, s.step,
    s.planned_from, s.planned_until
FROM cycle c
JOIN region r ON r.id = c.region_id
LEFT JOIN cycle_step s ON s.cycle_id = c.id
WHERE c.id = ?;

-- name: assessment_move
-- The guard: of two people who press at once, one finds no row; and who comes
-- when the report is being issued waits for it and then finds none either: what
-- is published does not change any more.  1 where it opens again what was sent.
UPDATE assessment SET state = ?, kept_open = IF(?, 1, kept_open), version = version + 1
WHERE id = ? AND state = ? AND left_at IS NULL
    AND EXISTS (SELECT 1 FROM cycle c WHERE c.id = assessment.cycle_id AND c.state = 'open');

-- name: assessment_last_day
-- Another last day of one step, 4 to 6.
UPDATE assessment SET until_4 = IF(? = 4, ?, until_4), until_5 = IF(? = 5, ?, until_5),
    until_6 = IF(? = 6, ?, until_6), version = version + 1
WHERE id = ? AND left_at IS NULL AND NOT (ELT(? - 3, until_4, until_5, until_6) <=> ?)
    AND EXISTS (SELECT 1 FROM cycle c WHERE c.id = assessment.cycle_id AND c.state = 'open');

-- name: assessment_hold
-- To the end of the transaction its state stays as it is.
SELECT state FROM assessment WHERE id = ? FOR UPDATE;

-- name: assessment_cycle_open
-- To the end of the transaction no report of it is issued.
SELECT id FROM cycle WHERE id = ? AND state = 'open' LOCK IN SHARE MODE;

-- name: calendar_load
-- A row for each region in which the day is none of work; NULL: in all of them.
SELECT h.day, r.id AS region_id FROM holiday h
LEFT JOIN region r ON h.region_id IN (r.id, r.parent_id)
ORDER BY h.day;
