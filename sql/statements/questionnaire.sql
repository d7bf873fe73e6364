-- SPDX-License-Identifier: ISC

-- name: questionnaire_answer
-- As session_answer gives it, for a page whose variable was not guessed.
SELECT n.version AS answer_version, n.self_level, n.explanation,
    n.overclaim_reason, n.return_note, n.needs_correction, n.updated_at, n.updated_by,
    IF(n.updated_at > UTC_TIMESTAMP(3) - INTERVAL 30 MINUTE, n.words_kept, NULL) AS words_kept,
    n.city_level, n.city_reason, n.city_recommendation, n.province_level,
    n.province_reason, n.province_recommendation
FROM answer n
WHERE n.assessment_id = ? AND n.variable_id = ?;

-- name: questionnaire_all_answers
-- The same of all variables, for the workbook of a whole assessment.
SELECT n.variable_id, n.version AS answer_version, n.self_level, n.explanation,
    n.overclaim_reason, n.return_note, n.needs_correction, n.updated_at, n.updated_by,
    IF(n.updated_at > UTC_TIMESTAMP(3) - INTERVAL 30 MINUTE, n.words_kept, NULL) AS words_kept,
    n.city_level, n.city_reason, n.city_recommendation, n.province_level,
    n.province_reason, n.province_recommendation
FROM answer n
WHERE n.assessment_id = ?;

-- name: questionnaire_last_year
-- The answers of the year before, kept once that year is over.
SELECT c.state, c.province_tier, a.state AS assessment_state, v.number, n.self_level,
    n.city_level, n.province_level, n.explanation
FROM cycle c
JOIN assessment a ON a.cycle_id = c.id
JOIN answer n ON n.assessment_id = a.id
JOIN variable v ON v.id = n.variable_id
WHERE c.region_id = ? AND c.year = ? AND a.agency_id = ?;

-- name: questionnaire_answers
-- What the task list needs of all answers; the texts stay where they are,
-- the variables are in assessment/criteria.h.
SELECT n.variable_id, n.self_level, n.explanation <> '' AS explained,
    n.overclaim_reason <> '' AS overclaim_explained, n.city_level,
    n.province_level, n.needs_correction, n.corrected, n.return_note
FROM answer n
WHERE n.assessment_id = ?;

-- name: questionnaire_home
-- Every assessment of an agency in cycles that were opened, the newest first,
-- as assessment_find gives them.
SELECT a.id AS assessment_id, a.cycle_id, a.agency_id, a.state, a.version,
    a.opened_at IS NOT NULL AS opened, a.agency_name, a.left_why,
    a.until_4, a.until_5, a.until_6, a.kept_open, k.number AS stamp
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
LEFT JOIN agency_stamp k ON k.agency_id = a.agency_id
WHERE a.agency_id = ? AND c.state <> 'draft'
ORDER BY c.year DESC;

-- name: questionnaire_sent_back
-- Whether the signed form was sent back, so that another one is waited for.
SELECT a.state = 'signed' AND (SELECT MAX(s.cancelled_at IS NULL) FROM issued_document p
        JOIN signature s ON s.issued_id = p.id
        WHERE p.assessment_id = a.id AND p.kind = 'form' AND p.ended IS NULL) <=> 0 AS sent_back
FROM assessment a WHERE a.id = ?;

-- name: questionnaire_last_move
-- How the assessment came to the state that it is in, and why.
SELECT h.from_value, h.to_value, h.reason, h.at, u.full_name
FROM history h
LEFT JOIN account u ON u.id = h.account_id
WHERE h.assessment_id = ? AND h.subject = 'state'
ORDER BY h.id DESC LIMIT 1;

-- name: questionnaire_sending
-- The last time that it was sent, which time that was, and whether a team has begun
-- with it since: what it said in a consultation is no work on it, but a text without
-- a level is, and what somebody has typed and not yet saved.
SELECT h.at, h.from_value, u.full_name,
    (SELECT COUNT(*) FROM history s WHERE s.assessment_id = h.assessment_id
        AND s.subject = 'state' AND s.to_value = 'submitted') AS time,
    EXISTS (SELECT 1 FROM history l JOIN account b ON b.id = l.account_id
        WHERE l.assessment_id = h.assessment_id AND l.id > h.id AND l.subject <> 'consultation'
        AND COALESCE(l.role, b.role) IN ('verifier', 'validator'))
    OR EXISTS (SELECT 1 FROM answer n JOIN account w ON w.id = n.updated_by
        WHERE n.assessment_id = h.assessment_id AND n.updated_at >= h.at
        AND w.role IN ('verifier', 'validator'))
    OR EXISTS (SELECT 1 FROM review_draft d
        WHERE d.assessment_id = h.assessment_id AND d.saved_at >= h.at) AS begun
FROM history h
LEFT JOIN account u ON u.id = h.account_id
WHERE h.assessment_id = ? AND h.subject = 'state' AND h.to_value = 'submitted'
ORDER BY h.id DESC LIMIT 1;

-- name: questionnaire_opened
-- Who of the agency saw it first; for the team's list of step 3.
UPDATE assessment SET opened_at = UTC_TIMESTAMP(3), opened_by = ?
WHERE id = ? AND opened_at IS NULL;

-- name: questionnaire_save
-- The guard: the version that was read, and a state in which it may be
-- written.  The lock on the assessment makes a submission wait, or this.  What
-- was named in a return is mended by it: the same again does not come here.
UPDATE answer n JOIN assessment a ON a.id = n.assessment_id
SET n.self_level = ?, n.explanation = ?, n.overclaim_reason = ?,
    n.corrected = n.needs_correction, n.updated_at = UTC_TIMESTAMP(3),
    n.updated_by = ?, n.words_kept = ?, n.version = n.version + 1
WHERE n.assessment_id = ? AND n.variable_id = ? AND n.version = ?
    AND a.left_at IS NULL
    AND (a.state = 'draft' OR (a.state = 'returned' AND n.needs_correction = 1));

-- name: questionnaire_keep_words
-- What they said before, under the row of history that tells who changed them.
INSERT INTO answer_words (history_id, assessment_id, variable_id, explanation, overclaim_reason)
VALUES (?, ?, ?, ?, ?);

-- name: questionnaire_unverify
-- A team's level was about a claim that no longer stands; its words stay.
UPDATE answer SET city_level = NULL, province_level = NULL
WHERE assessment_id = ? AND variable_id = ? AND version = ?;

-- name: questionnaire_return_notes
SELECT v.number, n.return_note
FROM answer n
JOIN variable v ON v.id = n.variable_id
WHERE n.assessment_id = ? AND n.needs_correction = 1
ORDER BY v.number;

-- name: questionnaire_corrected
-- Submitted again: nothing is unlocked by name any more.  A note that is closed
-- stands in the history of its answer, which is another version then.
UPDATE answer SET needs_correction = 0, corrected = 0, version = version + 1
WHERE assessment_id = ? AND needs_correction = 1;

-- name: questionnaire_carry_over
-- What stood under the criteria the year before, and where it would stand now:
-- under the same item, or, of another version of the instrument, under the one
-- of the same variable and level with the same title.  What was linked there
-- this year, or taken away, is there.  Here the newest revision would count, so
-- what was rejected and has another one since is not rejected.  With the levels of
-- that year.  One variable, or (0, twice) all.
SELECT k.id AS link_id, v.number AS variable, v.name AS variable_name,
    l.number AS level, i.id AS item_id, i.position, i.title AS item_title,
    i.needs_signature, n.needs_correction, i.id = li.id AS same, k.document_id,
    d.title, d.kind, d.number, d.dated, d.period_from, d.period_until,
    d.signed_by_hand, d.outside_address, r.id AS revision_id, r.findings,
    r.signatures, r.scan, lc.province_tier, la.state AS last_state, ln.self_level,
    ln.city_level, ln.province_level,
    COALESCE(k.province_decision, k.city_decision, '') = 'rejected'
        AND COALESCE(k.province_revision_id, k.city_revision_id) <=> r.id AS rejected,
    EXISTS (SELECT 1 FROM evidence_link x WHERE x.assessment_id = a.id
        AND x.checklist_item_id = i.id AND x.document_id = k.document_id) AS there
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN cycle lc ON lc.region_id = c.region_id AND lc.year = c.year - 1
JOIN assessment la ON la.cycle_id = lc.id AND la.agency_id = a.agency_id
JOIN evidence_link k ON k.assessment_id = la.id AND k.removed_at IS NULL
JOIN checklist_item li ON li.id = k.checklist_item_id
JOIN level ll ON ll.id = li.level_id
JOIN variable lv ON lv.id = ll.variable_id
LEFT JOIN answer ln ON ln.assessment_id = la.id AND ln.variable_id = lv.id
JOIN document d ON d.id = k.document_id AND d.archived_at IS NULL
JOIN variable v ON v.instrument_id = c.instrument_id AND v.number = lv.number
JOIN answer n ON n.assessment_id = a.id AND n.variable_id = v.id
JOIN level l ON l.variable_id = v.id AND l.number = ll.number
JOIN checklist_item i ON i.level_id = l.id AND (i.id = li.id
    OR (c.instrument_id <> lc.instrument_id AND i.title = li.title))
LEFT JOIN revision r ON r.document_id = d.id AND r.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
WHERE a.id = ? AND (? = 0 OR v.number = ?)
ORDER BY v.number, l.number, k.id, i.position;

-- name: questionnaire_carried
-- The items of last year's links that have no place this year: what
-- questionnaire_carry_over would give as not there, as long as both years ask by
-- one version of the instrument.  Of another version all links are given.
SELECT k.checklist_item_id AS item_id, lc.instrument_id
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN cycle lc ON lc.region_id = c.region_id AND lc.year = c.year - 1
JOIN assessment la ON la.cycle_id = lc.id AND la.agency_id = a.agency_id
JOIN evidence_link k ON k.assessment_id = la.id AND k.removed_at IS NULL
JOIN document d ON d.id = k.document_id AND d.archived_at IS NULL
LEFT JOIN evidence_link x ON x.assessment_id = a.id
    AND x.checklist_item_id = k.checklist_item_id AND x.document_id = k.document_id
WHERE a.id = ? AND x.id IS NULL;

-- name: questionnaire_unused
-- Documents that prove nothing yet, in no year, the newest first.
SELECT d.id, d.title, COUNT(*) OVER () AS total
FROM document d
WHERE d.agency_id = ? AND d.archived_at IS NULL AND NOT EXISTS
    (SELECT 1 FROM evidence_link k WHERE k.document_id = d.id AND k.removed_at IS NULL)
ORDER BY d.id DESC
LIMIT ?;

-- name: questionnaire_since
-- What others changed since the person was here before: of the agency's newest rows of
-- history and of the cycle's plan, bounded, whatever there is; nothing of what a tier says
-- before it has finished.
SELECT h.subject, COUNT(*) AS count, MAX(h.at) AS at, me.visited_at
FROM account me
JOIN ((SELECT a.id, a.at, a.account_id, a.subject FROM history a WHERE a.agency_id = ? ORDER BY a.id DESC LIMIT 60)
    UNION (SELECT c.id, c.at, c.account_id, c.subject FROM history c WHERE c.subject = 'cycle' AND c.subject_id = ?
    ORDER BY c.id DESC LIMIT 5)) AS h
WHERE me.id = ? AND h.at > me.visited_at AND NOT h.account_id <=> me.id
    AND h.subject IN ('state', 'self_level', 'explanation', 'document', 'link', 'promise', 'consultation', 'comment',
        'paper', 'signature', 'agency', 'cycle', 'notice')
GROUP BY h.subject, me.visited_at
ORDER BY at DESC;
