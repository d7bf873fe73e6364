-- SPDX-License-Identifier: ISC
-- Questions to the team, its rulings, and notes among colleagues: cgi-bin/consultation.

-- name: consultation_list
-- Of one agency, or (NULL) of all of a region; of one state, one field, or all; words of title and agency.
SELECT c.id, c.variable_number, c.level, c.field, c.title, c.state, c.waiting_since, c.agency_id,
    a.name AS agency_name, y.year
FROM consultation c
JOIN agency a ON a.id = c.agency_id
JOIN assessment s ON s.id = c.assessment_id
JOIN cycle y ON y.id = s.cycle_id
WHERE c.region_id = ? AND (? IS NULL OR c.agency_id = ?) AND (? = '' OR c.state = ?)
    AND (? = '' OR c.field = ?) AND (? = '' OR CONCAT(c.title, ' ', a.name) LIKE ?)
ORDER BY FIELD(c.state, 'open', 'answered', 'closed'), c.waiting_since, c.id
LIMIT ? OFFSET ?;

-- name: consultation_at
-- Of one assessment and variable, for the form of a new one.
SELECT id, title, state FROM consultation
WHERE assessment_id = ? AND variable_number = ?
ORDER BY id DESC LIMIT 20;

-- name: consultation_find
SELECT c.id, c.assessment_id, c.agency_id, c.region_id, c.variable_number, c.level, c.field,
    c.title, c.state, c.asked_at, c.waiting_since, c.version, a.name AS agency_name,
    s.cycle_id, (SELECT r.id FROM ruling r WHERE r.consultation_id = c.id
        AND r.withdrawn_at IS NULL ORDER BY r.id DESC LIMIT 1) AS ruling_id
FROM consultation c
JOIN agency a ON a.id = c.agency_id
JOIN assessment s ON s.id = c.assessment_id
WHERE c.id = ?;

-- name: consultation_messages
SELECT m.kind, m.body, m.at, u.full_name AS who, u.role
FROM consultation_message m
JOIN account u ON u.id = m.account_id
WHERE m.consultation_id = ?
ORDER BY m.id;

-- name: consultation_documents
SELECT d.id, d.title FROM consultation_document c
JOIN document d ON d.id = c.document_id
WHERE c.consultation_id = ?
ORDER BY d.title, d.id;

-- name: consultation_documents_at
-- What stands under the criteria of a variable, to be shown with a question.
SELECT DISTINCT d.id, d.title
FROM evidence_link k
JOIN checklist_item i ON i.id = k.checklist_item_id
JOIN level l ON l.id = i.level_id
JOIN variable v ON v.id = l.variable_id
JOIN document d ON d.id = k.document_id
WHERE k.assessment_id = ? AND k.removed_at IS NULL AND v.number = ?
ORDER BY d.title, d.id LIMIT 50;

-- name: consultation_add
INSERT INTO consultation (assessment_id, agency_id, region_id, variable_number, level, field,
    title, asked_at, waiting_since)
VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));

-- name: consultation_message_add
INSERT INTO consultation_message (consultation_id, kind, body, at, account_id)
VALUES (?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: consultation_document_add
-- Only of the agency that asks.
INSERT INTO consultation_document (consultation_id, document_id)
SELECT ?, id FROM document WHERE id = ? AND agency_id = ?;

-- name: consultation_move
-- The guard: of two who answer or close at once one finds no row.
UPDATE consultation SET state = ?, version = version + 1,
    waiting_since = IF(? = 1, UTC_TIMESTAMP(3), waiting_since)
WHERE id = ? AND state = ? AND version = ?;

-- name: consultation_answered
-- Behind a lock: nobody asks again while a ruling is made of what was answered.
SELECT id FROM consultation WHERE id = ? AND state <> 'open' FOR UPDATE;

-- name: consultation_field_of
-- Whose field a variable is in a region, where the team has said so.
SELECT variable_number, field FROM variable_field WHERE region_id = ?;

-- name: consultation_field_put
-- raises: world
INSERT INTO variable_field (region_id, variable_number, field) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE field = VALUE(field);

-- name: consultation_member_field
SELECT field FROM team_member WHERE account_id = ?;

-- name: consultation_team
SELECT u.id, u.full_name, u.office, m.field
FROM account u
LEFT JOIN team_member m ON m.account_id = u.id
WHERE u.region_id = ? AND u.role = 'verifier' AND u.state = 'active'
ORDER BY u.full_name, u.id;

-- name: consultation_member_add
INSERT INTO team_member (account_id, field)
SELECT id, ? FROM account WHERE id = ? AND region_id = ? AND role = 'verifier';

-- name: consultation_member_remove
DELETE FROM team_member WHERE account_id = ?;

-- name: consultation_variables
-- Of the newest cycle of a region: their numbers and names, for the fields.
SELECT v.number, v.name FROM variable v
WHERE v.instrument_id = (SELECT c.instrument_id FROM cycle c WHERE c.region_id = ?
    ORDER BY c.year DESC LIMIT 1)
ORDER BY v.number;

-- name: ruling_list
-- The newest first; of one variable or (0) of all; words of title and text.
SELECT r.id, r.variable_number, r.level, r.title, r.valid_from, r.valid_until,
    r.withdrawn_at IS NOT NULL AS withdrawn
FROM ruling r
WHERE r.region_id = ? AND (? = 0 OR r.variable_number = ?)
    AND (? = '' OR CONCAT(r.title, ' ', r.body) LIKE ?)
ORDER BY r.withdrawn_at IS NOT NULL, r.id DESC
LIMIT ? OFFSET ?;

-- name: ruling_find
SELECT r.id, r.variable_number, r.level, r.title, r.body, r.valid_from, r.valid_until,
    r.published_at, u.full_name AS published_by, r.withdrawn_at, w.full_name AS withdrawn_by,
    r.withdrawn_why, r.version
FROM ruling r
JOIN account u ON u.id = r.published_by
LEFT JOIN account w ON w.id = r.withdrawn_by
WHERE r.id = ? AND r.region_id = ?;

-- name: ruling_current
-- Kept under the world's stamp: what a region's team rules and has not withdrawn.
SELECT id, variable_number, level, title, body, valid_from, valid_until
FROM ruling WHERE region_id = ? AND withdrawn_at IS NULL
ORDER BY variable_number, level, id DESC;

-- name: ruling_add
-- raises: world
INSERT INTO ruling (region_id, instrument_id, variable_number, level, title, body,
    consultation_id, valid_from, valid_until, published_at, published_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: ruling_withdraw
-- raises: world
UPDATE ruling SET withdrawn_at = UTC_TIMESTAMP(3), withdrawn_by = ?, withdrawn_why = ?,
    version = version + 1
WHERE id = ? AND region_id = ? AND withdrawn_at IS NULL AND version = ?;

-- name: consultation_comment_list
SELECT c.id, c.level, c.body, c.at, c.account_id, u.full_name AS who
FROM criterion_comment c
JOIN account u ON u.id = c.account_id
WHERE c.assessment_id = ? AND c.variable_number = ? AND c.removed_at IS NULL
ORDER BY c.id DESC LIMIT 200;

-- name: consultation_comment_counts
-- How many notes stand at each variable.
SELECT variable_number, COUNT(*) AS notes FROM criterion_comment
WHERE assessment_id = ? AND removed_at IS NULL GROUP BY variable_number;

-- name: consultation_comment_find
SELECT assessment_id, variable_number, account_id FROM criterion_comment
WHERE id = ? AND removed_at IS NULL;

-- name: consultation_comment_add
-- raises: agency
INSERT INTO criterion_comment (assessment_id, variable_number, level, body, at, account_id)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: consultation_comment_remove
-- raises: agency
UPDATE criterion_comment SET removed_at = UTC_TIMESTAMP(3)
WHERE id = ? AND account_id = ? AND removed_at IS NULL;
