-- SPDX-License-Identifier: ISC

-- part: step_until
-- The last day of a step of the plan (s) for an assessment (x), which may have been given a later one.
GREATEST(s.planned_until, COALESCE(ELT(s.step, NULL, NULL, NULL, x.until_4, x.until_5, x.until_6), s.planned_until));

-- name: schedule_steps
-- The plan of the cycles that are open in a region, and below another (0: none);
-- for an agency (0: none) with the last days that it was given.  Its sequence grows
-- with whatever moves a day of it.
SELECT c.id, c.year, c.version + COALESCE(x.version, 0) AS sequence, r.name AS region_name,
    r.id AS region_id, r.code AS region_code, r.timezone, x.id AS assessment_id, NULL AS served_id, '' AS served, s.step, s.working_days,
    s.planned_from,
    PART(step_until) AS planned_until,
    DATE_FORMAT(UTC_TIMESTAMP(), '%Y%m%dT%H%i%sZ') AS stamp
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state = 'open'
JOIN cycle_step s ON s.cycle_id = c.id
LEFT JOIN assessment x ON x.cycle_id = c.id AND x.agency_id = ? AND x.left_at IS NULL
WHERE r.id = ? OR r.parent_id = ?
ORDER BY r.code, c.year, s.step;

-- name: schedule_progress
-- How far the agencies of the same cycles have come in each step, and when the last of them did.
SELECT x.cycle_id, COUNT(*) AS agencies, MAX(i.published_at) AS at_1, MAX(c.opened_at) AS at_2,
    SUM(x.notified_at IS NOT NULL) AS done_3, MAX(x.notified_at) AS at_3,
    SUM(x.state NOT IN ('not_started', 'draft')) AS done_4,
    SUM(x.state IN ('validated', 'signed', 'received', 'reported')
        OR (x.state = 'verified' AND c.province_tier = 0)) AS done_5,
    SUM(x.state IN ('received', 'reported')) AS done_6
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state = 'open'
JOIN instrument i ON i.id = c.instrument_id
JOIN assessment x ON x.cycle_id = c.id AND x.left_at IS NULL
WHERE r.id = ? OR r.parent_id = ?
GROUP BY x.cycle_id;

-- name: schedule_facts
-- When the first three steps, and the last one, were done for an assessment.
SELECT i.published_at AS at_1, c.opened_at AS at_2, x.notified_at AS at_3, c.reported_at AS at_7
FROM assessment x
JOIN cycle c ON c.id = x.cycle_id
JOIN instrument i ON i.id = c.instrument_id
WHERE x.id = ?;

-- name: schedule_moves
-- Every change of state of an assessment, the first one first.
SELECT h.at, h.from_value, h.to_value FROM history h
WHERE h.subject = 'state' AND h.subject_id = ?
ORDER BY h.id;

-- name: schedule_changes
-- Other dates that an agency was given in its cycle, the newest first.
SELECT h.at, h.from_value, h.to_value, h.reason, u.full_name AS who
FROM history h
LEFT JOIN account u ON u.id = h.account_id
WHERE h.assessment_id = ? AND h.subject = 'cycle'
ORDER BY h.id DESC LIMIT 50;

-- name: schedule_request
-- The request that waits for an answer, or the last one that was answered.
SELECT q.id, q.until, q.reason, q.asked_at, u.full_name AS who, q.waiting, q.granted, q.answer,
    q.answered_at, w.full_name AS answered_by
FROM time_request q
JOIN account u ON u.id = q.asked_by
LEFT JOIN account w ON w.id = q.answered_by
WHERE q.assessment_id = ?
ORDER BY q.id DESC LIMIT 1;

-- name: schedule_waiting
-- Requests of a region that wait for the team, the oldest first.
SELECT q.assessment_id, q.until, q.asked_at, c.year, COALESCE(x.agency_name, g.name) AS agency_name
FROM cycle c
JOIN assessment x ON x.cycle_id = c.id
JOIN time_request q ON q.assessment_id = x.id AND q.waiting = 1
JOIN agency g ON g.id = x.agency_id
WHERE c.region_id = ? AND c.state = 'open'
ORDER BY q.id LIMIT 100;

-- name: schedule_ask
INSERT INTO time_request (assessment_id, until, reason, asked_by, asked_at)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3));

-- name: schedule_answer
-- Once: of two who answer, the second finds none.
UPDATE time_request SET waiting = NULL, granted = ?, answer = ?, answered_by = ?,
    answered_at = UTC_TIMESTAMP(3)
WHERE id = ? AND assessment_id = ? AND waiting = 1;

-- name: schedule_address
SELECT calendar_hash IS NOT NULL AS made FROM account WHERE id = ?;

-- name: schedule_address_set
-- The same again is nothing new.
UPDATE account SET calendar_hash = ? WHERE id = ? AND NOT calendar_hash <=> ?;

-- name: schedule_feed_person
-- Whose calendar it is; of an access that has ended there is none any more.
SELECT id, role FROM account WHERE calendar_hash = ? AND state = 'active';

-- name: schedule_feed
-- The steps that are this person's business (the second value), as schedule_steps has them: of an agency
-- those of its own assessment, of a province those that it validates.  And of each agency that it serves
-- beside its own, as a head (the first of two values) or an operator.
SELECT c.id, c.year, c.version + COALESCE(x.version, 0) AS sequence, r.name AS region_name,
    r.code AS region_code, r.timezone, NULL AS served_id, '' AS served, s.step, s.planned_from,
    PART(step_until) AS planned_until,
    DATE_FORMAT(UTC_TIMESTAMP(), '%Y%m%dT%H%i%sZ') AS stamp
FROM account a
JOIN region r ON r.id = a.region_id OR (a.role = 'validator' AND r.parent_id = a.region_id)
JOIN cycle c ON c.region_id = r.id AND c.state = 'open' AND (a.role <> 'validator' OR c.province_tier = 1)
JOIN cycle_step s ON s.cycle_id = c.id AND FIND_IN_SET(s.step, ?)
LEFT JOIN assessment x ON x.cycle_id = c.id AND x.agency_id = a.agency_id AND x.left_at IS NULL
    AND a.role IN ('operator', 'head')
WHERE a.id = ? AND (a.role NOT IN ('operator', 'head') OR x.id IS NOT NULL)
UNION ALL
SELECT c.id, c.year, c.version + x.version, r.name, r.code, r.timezone, g.id, COALESCE(x.agency_name, g.name), s.step,
    s.planned_from, PART(step_until), DATE_FORMAT(UTC_TIMESTAMP(), '%Y%m%dT%H%i%sZ')
FROM membership m
JOIN agency g ON g.id = m.agency_id
JOIN assessment x ON x.agency_id = g.id AND x.left_at IS NULL
JOIN cycle c ON c.id = x.cycle_id AND c.state = 'open'
JOIN region r ON r.id = c.region_id
JOIN cycle_step s ON s.cycle_id = c.id AND FIND_IN_SET(s.step, IF(m.role = 'head', ?, ?))
WHERE m.account_id = ?
ORDER BY region_code, year, step, served;
