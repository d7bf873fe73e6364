-- SPDX-License-Identifier: ISC

-- name: reminder_waiting
-- Assessments of open cycles with the step that they wait in, whose end is at most some days away, and of
-- which not everything was said yet; by key, a piece at a time. The second value is the last day that counts.
SELECT x.id AS assessment_id, x.agency_id, x.state, c.region_id, r.parent_id, c.year, r.timezone, s.step,
    PART(step_until) AS planned_until
FROM cycle c
JOIN region r ON r.id = c.region_id
JOIN assessment x ON x.cycle_id = c.id AND x.left_at IS NULL AND x.id > ?
    AND x.state NOT IN ('received', 'reported') AND (x.state <> 'verified' OR c.province_tier = 0)
JOIN cycle_step s ON s.cycle_id = c.id AND PART(step_until) <= ?
    AND s.step = CASE WHEN x.state IN ('not_started', 'draft') THEN 4
        WHEN x.state IN ('submitted', 'returned') THEN 5 ELSE 6 END
LEFT JOIN reminder m ON m.assessment_id = x.id AND m.step = s.step
    AND m.deadline = PART(step_until) AND m.kind = 'escalated'
WHERE c.state = 'open' AND c.imported = 0 AND m.assessment_id IS NULL
ORDER BY x.id LIMIT ?;

-- name: reminder_add
-- Of two runs one is first, and of a clock that jumps each is there once.
INSERT INTO reminder (assessment_id, step, deadline, kind, days, at) VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3));
