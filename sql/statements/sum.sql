-- SPDX-License-Identifier: ISC
-- The sums over all agencies of a cycle, kept beside them: cgi-bin/lib/store/sums.h.

-- name: sum_read
SELECT state, assessments, incomplete, assessed, score, plans, steps, done
FROM cycle_sum WHERE cycle_id = ?;

-- name: sum_take_off
-- What an agency had added: no row where its cycle's sums are not kept.
UPDATE assessment_sum k JOIN cycle_sum s ON s.cycle_id = k.cycle_id AND s.state = k.state
SET s.assessments = s.assessments - 1, s.incomplete = s.incomplete - (k.missing > 0),
    s.assessed = s.assessed - k.assessed, s.score = s.score - k.score, s.plans = s.plans - (k.steps > 0),
    s.steps = s.steps - k.steps, s.done = s.done - k.done
WHERE k.assessment_id = ?;

-- name: sum_drop
DELETE FROM assessment_sum WHERE assessment_id = ?;

-- name: sum_take
-- What an agency adds now.  An INSERT reads what is committed and holds it, so that of two
-- who change the same agency the second one adds up what both have changed.
INSERT INTO assessment_sum (assessment_id, cycle_id, state, missing, assessed, score, steps, done, first_due, place)
SELECT f.id, f.cycle_id, f.state, f.missing, f.assessed, IF(f.assessed = 1, f.score, 0), f.steps, f.done, f.first_due,
    IF(f.state IN ('not_started', 'draft', 'returned'), 1 + f.missing, 0) * 4294967296 + 4294967295 - f.id
FROM (SELECT a.id, a.cycle_id, a.state, COUNT(n.variable_id) - COUNT(n.self_level) AS missing,
        (a.state IN ('validated', 'signed', 'received', 'reported') OR (c.province_tier = 0 AND a.state = 'verified')) AS assessed,
        COALESCE(SUM(IF(c.province_tier = 1, n.province_level, n.city_level)), 0) AS score,
        COALESCE((SELECT SUM(s.state <> 'dropped') FROM plan_step s WHERE s.assessment_id = a.id), 0) AS steps,
        COALESCE((SELECT SUM(s.state = 'done') FROM plan_step s WHERE s.assessment_id = a.id), 0) AS done,
        (SELECT MIN(s.due) FROM plan_step s WHERE s.assessment_id = a.id AND s.state IN ('open', 'running')) AS first_due
    FROM assessment a
    JOIN cycle c ON c.id = a.cycle_id
    LEFT JOIN answer n ON n.assessment_id = a.id
    WHERE a.id = ? AND a.left_at IS NULL
    GROUP BY a.id, a.cycle_id, a.state, c.province_tier) AS f;

-- name: sum_add
INSERT INTO cycle_sum (cycle_id, state, assessments, incomplete, assessed, score, plans, steps, done)
SELECT k.cycle_id, k.state, 1, k.missing > 0, k.assessed, k.score, k.steps > 0, k.steps, k.done
FROM assessment_sum k WHERE k.assessment_id = ?
ON DUPLICATE KEY UPDATE assessments = cycle_sum.assessments + VALUES(assessments),
    incomplete = cycle_sum.incomplete + VALUES(incomplete), assessed = cycle_sum.assessed + VALUES(assessed),
    score = cycle_sum.score + VALUES(score), plans = cycle_sum.plans + VALUES(plans),
    steps = cycle_sum.steps + VALUES(steps), done = cycle_sum.done + VALUES(done);

-- name: sum_forget
DELETE FROM cycle_sum WHERE cycle_id = ?;

-- name: sum_forget_each
DELETE FROM assessment_sum WHERE cycle_id = ?;

-- name: sum_take_all
-- The same as sum_take, of all agencies of a cycle.
INSERT INTO assessment_sum (assessment_id, cycle_id, state, missing, assessed, score, steps, done, first_due, place)
SELECT f.id, f.cycle_id, f.state, f.missing, f.assessed, IF(f.assessed = 1, f.score, 0), f.steps, f.done, f.first_due,
    IF(f.state IN ('not_started', 'draft', 'returned'), 1 + f.missing, 0) * 4294967296 + 4294967295 - f.id
FROM (SELECT a.id, a.cycle_id, a.state, COUNT(n.variable_id) - COUNT(n.self_level) AS missing,
        (a.state IN ('validated', 'signed', 'received', 'reported') OR (c.province_tier = 0 AND a.state = 'verified')) AS assessed,
        COALESCE(SUM(IF(c.province_tier = 1, n.province_level, n.city_level)), 0) AS score,
        COALESCE((SELECT SUM(s.state <> 'dropped') FROM plan_step s WHERE s.assessment_id = a.id), 0) AS steps,
        COALESCE((SELECT SUM(s.state = 'done') FROM plan_step s WHERE s.assessment_id = a.id), 0) AS done,
        (SELECT MIN(s.due) FROM plan_step s WHERE s.assessment_id = a.id AND s.state IN ('open', 'running')) AS first_due
    FROM cycle c
    JOIN assessment a FORCE INDEX (assessment_state) ON a.cycle_id = c.id AND a.left_at IS NULL
    LEFT JOIN answer n ON n.assessment_id = a.id
    WHERE c.id = ?
    GROUP BY a.id, a.cycle_id, a.state, c.province_tier) AS f;

-- name: sum_add_all
INSERT INTO cycle_sum (cycle_id, state, assessments, incomplete, assessed, score, plans, steps, done)
SELECT k.cycle_id, k.state, COUNT(*), SUM(k.missing > 0), SUM(k.assessed), SUM(k.score), SUM(k.steps > 0), SUM(k.steps), SUM(k.done)
FROM assessment_sum k WHERE k.cycle_id = ?
GROUP BY k.cycle_id, k.state;
