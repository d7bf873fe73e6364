-- SPDX-License-Identifier: ISC
-- What a region has before it today: cgi-bin/inventory/command.c.  All but the first take the region and give `today`
-- (what waits for a decision), `open` (all of it) and `since` (the oldest).

-- name: command_cycle
-- The year of a region that is open, with the step at which it is on a day, and when that ends: of several the one
-- that is at a step, and what is due first.
SELECT c.id, c.year, s.step, s.planned_until
FROM cycle c
LEFT JOIN cycle_step s ON s.cycle_id = c.id AND s.planned_from <= ? AND s.planned_until >= ?
WHERE c.region_id = ? AND c.state = 'open' AND c.imported = 0
ORDER BY s.step IS NULL, c.year, c.id, s.step DESC LIMIT 1;

-- name: command_assessments
-- What waits for the team to verify it, and since when the oldest does; beside it what is still with the agencies.
SELECT COALESCE(SUM(a.state = 'submitted'), 0) AS today, COUNT(*) AS open, NULL AS since
FROM cycle c
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
WHERE c.region_id = ? AND c.state = 'open' AND c.imported = 0 AND a.state IN ('not_started', 'draft', 'returned', 'submitted');

-- part: region_today
-- The day that it is in a region (r): when offices open in the east, UTC still has the day before.
DATE(UTC_TIMESTAMP() + INTERVAL 6 + FIELD(r.timezone, 'WIB', 'WITA', 'WIT') HOUR);

-- name: command_late
-- Answers that are still with their agencies after the day of step 4.
SELECT COUNT(*) AS today, COUNT(*) AS open, MIN(PART(step_until)) AS since
FROM cycle c
JOIN region r ON r.id = c.region_id
JOIN cycle_step s ON s.cycle_id = c.id AND s.step = 4
JOIN assessment x ON x.cycle_id = c.id AND x.left_at IS NULL AND PART(step_until) < PART(region_today)
WHERE c.region_id = ? AND c.state = 'open' AND c.imported = 0 AND x.state IN ('not_started', 'draft', 'returned');

-- name: command_forms
-- Signed forms that came in and nobody has compared yet.
SELECT COUNT(*) AS today, COUNT(*) AS open, NULL AS since
FROM cycle c
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
WHERE c.region_id = ? AND c.state = 'open' AND c.imported = 0 AND a.state = 'signed';

-- name: command_time
-- Requests for more time that nobody has answered.
SELECT COUNT(*) AS today, COUNT(*) AS open, MIN(t.asked_at) AS since
FROM cycle c
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
JOIN time_request t ON t.assessment_id = a.id AND t.waiting = 1
WHERE c.region_id = ? AND c.state = 'open' AND c.imported = 0;

-- name: command_consultations
SELECT COUNT(*) AS today, COUNT(*) AS open, MIN(waiting_since) AS since
FROM consultation WHERE region_id = ? AND state = 'open';

-- name: command_steps
-- Steps of plans that are not done, and of them those whose day has passed.
SELECT COALESCE(SUM(p.due < PART(region_today)), 0) AS today, COUNT(*) AS open,
    MIN(IF(p.due < PART(region_today), p.due, NULL)) AS since
FROM cycle c
JOIN region r ON r.id = c.region_id
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
JOIN plan_step p ON p.assessment_id = a.id AND p.state IN ('open', 'running')
WHERE c.region_id = ? AND c.state = 'open' AND c.imported = 0;

-- name: command_links
-- Links that do not open as they should.
SELECT COUNT(*) AS today, COUNT(*) AS open, MIN(a.link_since) AS since
FROM agency g
JOIN application a ON a.agency_id = g.id AND a.removed = 0 AND a.link_state IN ('dead', 'parent', 'expired')
WHERE g.region_id = ?;

-- name: command_complaints
-- What nobody has forwarded yet, and what waits for an answer.
SELECT COALESCE(SUM(state = 'received'), 0) AS today, COUNT(*) AS open, MIN(waiting_since) AS since
FROM complaint WHERE region_id = ? AND state IN ('received', 'forwarded');

-- name: command_opinions
-- What people said in public consultations and no official has looked at yet.
SELECT COUNT(*) AS today, COUNT(*) AS open, MIN(o.received_at) AS since
FROM hearing h
JOIN opinion o ON o.hearing_id = h.id AND o.state = 'waiting'
WHERE h.region_id = ?;
