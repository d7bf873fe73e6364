-- SPDX-License-Identifier: ISC
-- Scope, in every statement below that has it: the caller's region, the same
-- as parent for those who look below it, and 1 to leave out the cycles that
-- the province does not validate.

-- name: verify_cycles
-- Copies are verified where they come from.  What the work list can be asked for, and the last days of the steps in which an
-- agency may be late.
SELECT c.id, c.year, c.state, c.province_tier, r.id AS region_id,
    r.name AS region_name, r.timezone,
    MAX(CASE WHEN s.step = 4 THEN s.planned_until END) AS until_4,
    MAX(CASE WHEN s.step = 5 THEN s.planned_until END) AS until_5
FROM region r
JOIN cycle c ON c.region_id = r.id
LEFT JOIN cycle_step s ON s.cycle_id = c.id
WHERE (r.id = ? OR r.parent_id = ?) AND c.state <> 'draft' AND c.imported = 0
    AND c.province_tier >= ?
GROUP BY c.id, c.year, c.state, c.province_tier, r.id, r.name, r.timezone
ORDER BY c.year DESC, r.name;

-- name: verify_waiting
-- How many wait for a tier in each open cycle: scope; the state of waiting.
SELECT c.id, COUNT(a.id) AS waiting
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state = 'open' AND c.imported = 0
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
WHERE (r.id = ? OR r.parent_id = ?) AND c.province_tier >= ? AND a.state = ?
GROUP BY c.id;

-- name: verify_work_list
-- One page of the work list: the assessments of the page are found first, and
-- only then their answers are added up.  STRAIGHT_JOIN: from the page outwards,
-- however small the other tables look.  What their evidence adds up to is
-- kept: verify_link_sums.  The states are those that the page has, as verify_counts
-- told: agencies in others are passed by in a key.  What it is not sorted by is
-- not asked for.
-- 1, or -1 for the other way round; the order by its code; the tier; all states in their order; year; scope; one
-- region or 0; states of the page; part of a name; whose work, 0 for anybody's,
-- twice; the tier; limit, offset; who asks; the tier.
WITH page AS (
    SELECT a.id, ? * ROW_NUMBER() OVER (ORDER BY CASE ?
            WHEN 'name' THEN 0
            WHEN 'waiting' THEN COALESCE((SELECT MAX(h.id) FROM history h
                WHERE h.subject = 'state' AND h.subject_id = a.id), 9000000000)
            WHEN 'score' THEN COALESCE((SELECT SUM(COALESCE(n.province_level, n.city_level, n.self_level))
                FROM answer n WHERE n.assessment_id = a.id), 1000)
            WHEN 'documents' THEN (SELECT -COUNT(*) FROM evidence_link e
                WHERE e.assessment_id = a.id AND e.removed_at IS NULL
                    AND IF(? = 'province', e.province_decision, e.city_decision) IS NULL)
            ELSE FIND_IN_SET(a.state, ?) END, r.name, g.name, a.id) AS place
    FROM region r
    JOIN cycle c ON c.region_id = r.id AND c.year = ? AND c.state <> 'draft' AND c.imported = 0
    JOIN assessment a FORCE INDEX (assessment_state) ON a.cycle_id = c.id
        AND a.left_at IS NULL
    JOIN agency g ON g.id = a.agency_id
    WHERE (r.id = ? OR r.parent_id = ?) AND c.province_tier >= ?
        AND ? IN (0, r.id)
        AND FIND_IN_SET(a.state, ?)
        AND LOCATE(?, CONCAT(g.name, ' ', g.short_name)) > 0
        AND (? = 0 OR ? = (SELECT x.account_id FROM review_assignment x
            WHERE x.assessment_id = a.id AND x.tier = ?))
    ORDER BY place
    LIMIT ? OFFSET ?
), answers AS (
    SELECT p.id, p.place, COUNT(*) AS variables,
        SUM(w.self_level) AS self_score, COUNT(w.self_level) AS self_count,
        SUM(w.city_level) AS city_score, COUNT(w.city_level) AS city_count,
        SUM(w.province_level) AS province_score, COUNT(w.province_level) AS province_count
    FROM page p
    JOIN answer w ON w.assessment_id = p.id
    GROUP BY p.id, p.place
)
SELECT STRAIGHT_JOIN f.*, a.state, a.agency_id, a.until_4, a.until_5, k.number AS stamp, c.province_tier,
    c.region_id, r.name AS region_name, r.timezone, COALESCE(a.agency_name, g.name) AS agency_name,
    COALESCE(a.agency_short, g.short_name) AS short_name,
    h.at AS changed_at, u.full_name AS changed_by, m.full_name AS member,
    (SELECT t.full_name FROM review_presence s JOIN account t ON t.id = s.account_id
        WHERE s.assessment_id = f.id AND s.account_id <> ?
            AND s.seen_at > UTC_TIMESTAMP(3) - INTERVAL 15 MINUTE
        ORDER BY s.seen_at DESC LIMIT 1) AS at_it
FROM answers f
JOIN assessment a ON a.id = f.id
JOIN cycle c ON c.id = a.cycle_id
JOIN region r ON r.id = c.region_id
JOIN agency g ON g.id = a.agency_id
LEFT JOIN agency_stamp k ON k.agency_id = a.agency_id
LEFT JOIN history h ON h.id = (SELECT l.id FROM history l
    WHERE l.assessment_id = f.id ORDER BY l.id DESC LIMIT 1)
LEFT JOIN account u ON u.id = h.account_id
LEFT JOIN review_assignment x ON x.assessment_id = f.id AND x.tier = ?
LEFT JOIN account m ON m.id = x.account_id
ORDER BY f.place;

-- name: verify_mine
-- How many of a year are one member's to judge: member, tier, year, region or 0.
SELECT COUNT(*) AS mine
FROM review_assignment x
JOIN assessment a ON a.id = x.assessment_id AND a.left_at IS NULL
JOIN cycle c ON c.id = a.cycle_id AND c.state <> 'draft'
WHERE x.account_id = ? AND x.tier = ? AND c.year = ? AND ? IN (0, c.region_id);

-- name: verify_members
-- The team of a region: region, role.
SELECT u.id, u.full_name, u.office, u.agency_id
FROM account u
WHERE u.region_id = ? AND u.role = ? AND u.state = 'active'
ORDER BY u.full_name, u.id;

-- name: verify_hold_team
-- To the end of the transaction nobody else of a team divides.
SELECT id FROM region WHERE id = ? FOR UPDATE;

-- name: verify_division
-- Who judges which agency: tier; year; scope; one region or 0.
SELECT a.id, a.agency_id, a.state, r.name AS region_name, c.region_id,
    COALESCE(a.agency_name, g.name) AS agency_name, x.account_id
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state <> 'draft' AND c.imported = 0
JOIN assessment a FORCE INDEX (assessment_state) ON a.cycle_id = c.id AND a.left_at IS NULL
JOIN agency g ON g.id = a.agency_id
LEFT JOIN review_assignment x ON x.assessment_id = a.id AND x.tier = ?
WHERE c.year = ? AND (r.id = ? OR r.parent_id = ?) AND c.province_tier >= ?
    AND ? IN (0, r.id)
ORDER BY r.name, g.name, a.id
LIMIT 3000;

-- name: verify_assign
INSERT INTO review_assignment (assessment_id, tier, account_id, assigned_at, assigned_by)
VALUES (?, ?, ?, UTC_TIMESTAMP(3), ?)
ON DUPLICATE KEY UPDATE account_id = VALUES(account_id), assigned_at = VALUES(assigned_at),
    assigned_by = VALUES(assigned_by);

-- name: verify_unassign
DELETE FROM review_assignment WHERE assessment_id = ? AND tier = ?;

-- name: verify_be_seen
-- Whoever presses or types something is at it.
INSERT INTO review_presence (assessment_id, account_id, seen_at)
VALUES (?, ?, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at);

-- name: verify_link_sums
-- Links of one assessment, and those that a tier has yet to decide.  One that
-- was decided on an earlier revision is undecided, as in assessment/evidence.c,
-- unless a tier has finished: 1 for that, twice.
SELECT COUNT(DISTINCT k.id) AS links,
    COUNT(DISTINCT CASE WHEN k.city_decision IS NULL
        OR (NOT ? AND n.number > COALESCE(c.number, 0)) THEN k.id END) AS city_undecided,
    COUNT(DISTINCT CASE WHEN k.province_decision IS NULL
        OR (NOT ? AND n.number > COALESCE(p.number, 0)) THEN k.id END) AS province_undecided
FROM evidence_link k
LEFT JOIN revision c ON c.id = k.city_revision_id
LEFT JOIN revision p ON p.id = k.province_revision_id
LEFT JOIN revision n ON n.document_id = k.document_id
WHERE k.assessment_id = ? AND k.removed_at IS NULL;

-- name: verify_pending_days
SELECT due FROM pending_evidence
WHERE assessment_id = ? AND state = 'open'
ORDER BY due;

-- name: verify_counts
-- How many are in each state, for the filter: year; scope; region.
SELECT a.state, COUNT(*) AS assessments
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.year = ? AND c.state <> 'draft' AND c.imported = 0
JOIN assessment a FORCE INDEX (assessment_state) ON a.cycle_id = c.id AND a.left_at IS NULL
WHERE (r.id = ? OR r.parent_id = ?) AND c.province_tier >= ?
    AND ? IN (0, r.id)
GROUP BY a.state;

-- name: verify_counts_named
-- The same of those that have this part of a name, and are one member's, or (0)
-- anybody's: twice; the tier.
SELECT a.state, COUNT(*) AS assessments
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.year = ? AND c.state <> 'draft' AND c.imported = 0
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
JOIN agency g ON g.id = a.agency_id
WHERE (r.id = ? OR r.parent_id = ?) AND c.province_tier >= ?
    AND ? IN (0, r.id)
    AND LOCATE(?, CONCAT(g.name, ' ', g.short_name)) > 0
    AND (? = 0 OR ? = (SELECT x.account_id FROM review_assignment x
        WHERE x.assessment_id = a.id AND x.tier = ?))
GROUP BY a.state;

-- name: verify_since
-- What others changed at agencies since the person was here before: of the newest rows of history of a
-- region, and of so many (twice; then 0: none) newest rows of all those of the regions of a province. Whoever changed
-- most lately comes first. Nothing of what a tier says before it has finished, of drafts and of what
-- colleagues of an agency say among themselves, and nothing of the agency that the person works in.
SELECT g.name AS agency_name, h.agency_id, h.subject, MAX(h.at) AS at, MAX(h.assessment_id) AS assessment_id, me.visited_at,
    MAX(MAX(h.id)) OVER (PARTITION BY h.agency_id) AS newest
FROM account me
JOIN ((SELECT a.id, a.at, a.account_id, a.agency_id, a.assessment_id, a.subject FROM history a WHERE a.region_id = ?
        ORDER BY a.id DESC LIMIT 200)
    UNION (SELECT b.id, b.at, b.account_id, b.agency_id, b.assessment_id, b.subject
        FROM history b FORCE INDEX (PRIMARY) JOIN region r ON r.id = b.region_id AND r.parent_id = ?
        WHERE b.id > (SELECT GREATEST(MAX(n.id), ?) - ? FROM history n))) AS h
JOIN agency g ON g.id = h.agency_id
WHERE me.id = ? AND h.at > me.visited_at AND NOT h.account_id <=> me.id AND NOT h.agency_id <=> me.agency_id
    AND h.subject IN ('state', 'document', 'link', 'promise', 'consultation', 'paper', 'signature', 'agency', 'notice')
    AND h.agency_id NOT IN (SELECT m.agency_id FROM membership m WHERE m.account_id = ?)
GROUP BY h.agency_id, h.subject, g.name, me.visited_at
ORDER BY newest DESC, at DESC
LIMIT ?;

-- name: verify_score_sheet
-- All answers of one assessment; their variables are in assessment/criteria.h.
-- With what this account has typed and not saved.
SELECT w.variable_id, w.version, w.self_level, w.explanation,
    w.overclaim_reason, w.city_level, w.city_reason, w.city_recommendation,
    w.province_level, w.province_reason, w.province_recommendation, w.province_followed,
    w.return_note, w.needs_correction, w.updated_at, w.updated_by,
    d.content AS draft, d.saved_at AS draft_at
FROM answer w
LEFT JOIN review_draft d ON d.assessment_id = w.assessment_id
    AND d.variable_id = w.variable_id AND d.account_id = ?
WHERE w.assessment_id = ?;

-- name: verify_draft
-- Of the page of the return: 0 for the variable.
SELECT d.content AS draft, d.saved_at AS draft_at
FROM review_draft d
WHERE d.assessment_id = ? AND d.variable_id = ? AND d.account_id = ?;

-- name: verify_keep_draft
INSERT INTO review_draft (assessment_id, variable_id, account_id, content, saved_at)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE content = VALUES(content), saved_at = VALUES(saved_at);

-- name: verify_drop_draft
DELETE FROM review_draft WHERE assessment_id = ? AND variable_id = ? AND account_id = ?;

-- name: verify_last_words
-- What the tiers recommended the year before: region, year, agency, number.
SELECT n.city_recommendation, n.province_recommendation
FROM cycle c
JOIN assessment a ON a.cycle_id = c.id
JOIN answer n ON n.assessment_id = a.id
JOIN variable v ON v.id = n.variable_id
WHERE c.region_id = ? AND c.year = ? AND a.agency_id = ? AND v.number = ?;

-- name: verify_undecided
-- The links that a tier has yet to decide, in the order of its pages, and one
-- more wherever it stands: 1 for the province, twice; key; that link.  Once a
-- tier has finished no newer revision counts, see workflow_held().
SELECT k.id, v.number AS variable,
    MAX(CASE WHEN CASE ? WHEN 1 THEN k.province_decision ELSE k.city_decision END IS NULL
        OR newer.id IS NOT NULL THEN 1 ELSE 0 END) AS undecided
FROM evidence_link k
JOIN assessment a ON a.id = k.assessment_id
JOIN checklist_item i ON i.id = k.checklist_item_id
JOIN level l ON l.id = i.level_id
JOIN variable v ON v.id = l.variable_id
LEFT JOIN revision seen ON seen.id =
    CASE ? WHEN 1 THEN k.province_revision_id ELSE k.city_revision_id END
LEFT JOIN revision newer ON newer.document_id = k.document_id
    AND newer.number > COALESCE(seen.number, 0)
    AND a.state NOT IN ('verified', 'validated', 'signed', 'received', 'reported')
WHERE k.assessment_id = ? AND k.removed_at IS NULL
GROUP BY k.id, v.number, l.number, i.position
HAVING undecided = 1 OR k.id = ?
ORDER BY v.number, l.number, i.position, k.id;

-- name: verify_next_agency
-- Who waits next in the same cycle, by name and round to the beginning: cycle,
-- the state of waiting, this assessment, the actor's own agency, the
-- actor, who may serve further ones, this name.
SELECT a.id, g.name
FROM assessment a
JOIN agency g ON g.id = a.agency_id
WHERE a.cycle_id = ? AND a.left_at IS NULL AND a.state = ? AND a.id <> ? AND g.id <> ?
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = ? AND m.agency_id = g.id)
ORDER BY g.name <= ?, g.name
LIMIT 1;

-- name: verify_touch
-- Every write of a tier goes through the row of its assessment first: so none
-- can slip in beside the move that ends that tier's turn.
UPDATE assessment SET version = version + 1
WHERE id = ? AND state = ?;

-- name: verify_expect
-- The same for those who decide on what the whole page has shown them.
UPDATE assessment SET version = version + 1
WHERE id = ? AND state = ? AND version = ?;

-- name: verify_grade_city
-- A new city level leaves the province's without the ground it stood on.
-- The order counts: province_level is judged by the level from before.
UPDATE answer SET
    province_level = CASE WHEN city_level <=> ? THEN province_level END,
    city_level = ?, city_reason = ?, city_recommendation = ?,
    updated_at = UTC_TIMESTAMP(3), updated_by = ?, version = version + 1
WHERE assessment_id = ? AND variable_id = ? AND version = ?;

-- name: verify_grade_province
UPDATE answer SET
    province_level = ?, province_reason = ?, province_recommendation = ?, province_followed = ?,
    updated_at = UTC_TIMESTAMP(3), updated_by = ?, version = version + 1
WHERE assessment_id = ? AND variable_id = ? AND version = ?;

-- name: verify_decide_city
-- raises: agency
-- With the revision that was looked at: one that comes later is undecided.  What
-- the province said of another file falls with it, as its level does.
UPDATE evidence_link SET city_decision = ?, city_reason = ?, city_revision_id = ?,
    province_decision = IF(province_revision_id <=> city_revision_id, province_decision, NULL),
    province_reason = IF(province_revision_id <=> city_revision_id, province_reason, ''),
    province_revision_id = IF(province_revision_id <=> city_revision_id, province_revision_id, NULL),
    version = version + 1
WHERE id = ? AND assessment_id = ? AND version = ? AND removed_at IS NULL;

-- name: verify_decide_province
-- raises: agency
UPDATE evidence_link SET province_decision = ?, province_reason = ?, province_revision_id = ?,
    version = version + 1
WHERE id = ? AND assessment_id = ? AND version = ? AND removed_at IS NULL;

-- name: verify_forget_notes
-- The notes of an earlier return.
UPDATE answer SET needs_correction = 0, corrected = 0, return_note = '', version = version + 1
WHERE assessment_id = ? AND (needs_correction = 1 OR return_note <> '');

-- name: verify_name_correction
-- What has to be mended is judged anew: both levels go, their texts stay.
UPDATE answer SET needs_correction = 1, corrected = 0, return_note = ?, city_level = NULL,
    province_level = NULL, version = version + 1
WHERE assessment_id = ? AND variable_id = ?;

-- name: verify_taken_away
-- The variables from which something was taken away, or moved, since the
-- assessment was sent, by whomever: the assessment, twice.
SELECT DISTINCT h.variable_number AS number
FROM history h
WHERE h.assessment_id = ? AND h.subject = 'link' AND h.from_value <> ''
    AND h.id > (SELECT COALESCE(MAX(s.id), 0) FROM history s
        WHERE s.assessment_id = ? AND s.subject = 'state' AND s.to_value = 'submitted');

-- name: verify_since_return
-- The last return of an assessment, and what the agency has changed since: the
-- assessment, twice.
SELECT h.at, h.variable_number AS number, h.subject, h.from_value, h.to_value,
    IF(h.subject = 'self_level', CAST(h.from_value AS UNSIGNED), 0) AS from_level,
    IF(h.subject = 'self_level', CAST(h.to_value AS UNSIGNED), 0) AS to_level, d.title
FROM history h
LEFT JOIN evidence_link k ON h.subject = 'link' AND k.id = h.subject_id
LEFT JOIN document d ON d.id = k.document_id
WHERE h.assessment_id = ? AND h.subject IN ('state', 'self_level', 'link', 'explanation')
    AND (h.subject <> 'state' OR h.to_value = 'returned')
    AND h.id >= (SELECT COALESCE(MAX(s.id), 0) FROM history s
        WHERE s.assessment_id = ? AND s.subject = 'state' AND s.to_value = 'returned')
ORDER BY h.id;

-- name: verify_open_beside
-- Unlocked beside those that were named; it may stay as it is.
UPDATE answer SET needs_correction = 1, corrected = 1, return_note = ?, version = version + 1
WHERE assessment_id = ? AND variable_id = ?;

-- name: verify_history
-- Changes of one variable, or (0) of the assessment's state, newest first.
SELECT h.at, h.subject, h.from_value, h.to_value, h.reason,
    u.full_name AS who, COALESCE(j.title, d.title) AS title
FROM history h
LEFT JOIN account u ON u.id = h.account_id
LEFT JOIN evidence_link k ON k.id = h.subject_id AND
    h.subject IN ('city_decision', 'province_decision', 'link')
LEFT JOIN judged_description j ON j.link_id = k.id
LEFT JOIN document d ON d.id = k.document_id
WHERE h.assessment_id = ? AND COALESCE(h.variable_number, 0) = ?
ORDER BY h.id DESC LIMIT 100;

-- name: verify_checklist
-- Who was verified and validated, when and by whom, as of the last time.
-- Year; scope; one region or 0.
SELECT a.id, a.state, COALESCE(a.agency_name, g.name) AS agency_name, r.name AS region_name, r.timezone,
    c.province_tier, cv.at AS verified_at, cu.full_name AS verified_by,
    pv.at AS validated_at, pu.full_name AS validated_by
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.year = ? AND c.state <> 'draft' AND c.imported = 0
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
JOIN agency g ON g.id = a.agency_id
LEFT JOIN history cv ON cv.id = (SELECT x.id FROM history x
    WHERE x.subject = 'state' AND x.subject_id = a.id AND x.to_value = 'verified'
    ORDER BY x.id DESC LIMIT 1)
LEFT JOIN account cu ON cu.id = cv.account_id
LEFT JOIN history pv ON pv.id = (SELECT y.id FROM history y
    WHERE y.subject = 'state' AND y.subject_id = a.id AND y.to_value = 'validated'
    ORDER BY y.id DESC LIMIT 1)
LEFT JOIN account pu ON pu.id = pv.account_id
WHERE (r.id = ? OR r.parent_id = ?) AND c.province_tier >= ?
    AND ? IN (0, r.id)
ORDER BY r.name, g.name, a.id;
