-- SPDX-License-Identifier: ISC

-- name: evidence
-- All that was put under the items of an assessment: one row per link and
-- revision, of which assessment/evidence.c takes the one that counts.  To look for that here
-- costs more than the few that are older, and sorting would write a temporary
-- table; the wording is in assessment/criteria.h.  Of what was taken away or moved
-- only that it was is of use: see evidence_moves.  A document that was described otherwise
-- after the assessment was decided is told as it was judged.
SELECT k.checklist_item_id AS item_id, k.id AS link_id,
    r.number AS revision_number, k.removed_at IS NOT NULL AS removed, k.version, k.document_id,
    COALESCE(j.title, d.title) AS title, COALESCE(j.kind, d.kind) AS kind,
    COALESCE(j.number, d.number) AS number, IF(j.link_id IS NULL, d.dated, j.dated) AS dated,
    IF(j.link_id IS NULL, d.period_from, j.period_from) AS period_from,
    IF(j.link_id IS NULL, d.period_until, j.period_until) AS period_until,
    COALESCE(j.outside_address, d.outside_address) AS outside_address,
    r.id AS revision_id, r.bytes, r.type, HEX(r.sha256) AS sha256,
    r.created_at AS revised_at, r.pages, r.signatures, r.findings,
    r.inspected_at, IF(r.inspected_at IS NULL AND r.taken_at IS NULL, r.held, 'no') AS held,
    r.scan, r.scanned_at, r.scan_finding, k.city_decision, k.city_reason,
    k.city_revision_id, k.province_decision, k.province_reason,
    k.province_revision_id, COALESCE(j.signed_by_hand, d.signed_by_hand) AS signed_by_hand
FROM evidence_link k
JOIN document d ON d.id = k.document_id
LEFT JOIN judged_description j ON j.link_id = k.id
LEFT JOIN revision r ON r.document_id = d.id
WHERE k.assessment_id = ?;

-- name: judged_keep
-- raises: agency
-- Before a document is described otherwise: where it was decided on (workflow_held()), what
-- was said of it stays.  What stands there already was said when it was decided.
INSERT INTO judged_description (link_id, title, kind, number, dated, period_from, period_until,
    outside_address, signed_by_hand)
SELECT k.id, d.title, d.kind, d.number, d.dated, d.period_from, d.period_until, d.outside_address, d.signed_by_hand
FROM document d
JOIN evidence_link k ON k.document_id = d.id AND k.removed_at IS NULL
JOIN assessment a ON a.id = k.assessment_id AND a.state IN ('verified', 'validated', 'signed', 'received', 'reported')
LEFT JOIN judged_description j ON j.link_id = k.id
WHERE d.id = ? AND j.link_id IS NULL;

-- name: judged_release
-- raises: agency
-- Of an assessment that is opened again, in which what is said today counts.
DELETE j FROM judged_description j JOIN evidence_link k ON k.id = j.link_id WHERE k.assessment_id = ?;

-- name: evidence_states
-- Of all assessments of a cycle (0), or of one, what a document is worth, and nothing of what
-- it is: one row per link and revision, those of a link one after the other
-- (assessment/item_states.c).  Held is workflow_held(): of what was judged only
-- the revision that was judged is given.
SELECT k.assessment_id, k.checklist_item_id AS item_id, k.id AS link_id,
    a.state IN ('verified', 'validated', 'signed', 'received', 'reported') AS held,
    r.number AS revision_number, r.id AS revision_id, r.scan,
    k.city_decision, k.city_revision_id, k.province_decision, k.province_revision_id
FROM assessment a
JOIN evidence_link k ON k.assessment_id = a.id
LEFT JOIN revision r ON r.document_id = k.document_id
    AND (a.state NOT IN ('verified', 'validated', 'signed', 'received', 'reported')
        OR COALESCE(k.province_decision, k.city_decision) IS NULL
        OR r.id = COALESCE(k.province_revision_id, k.city_revision_id))
WHERE a.cycle_id = ? AND (? = 0 OR a.id = ?) AND k.removed_at IS NULL;

-- name: evidence_moves
-- What was moved within an assessment, newest first: from and to are codes
-- such as "3/III/1", see upload/find.c.
SELECT h.subject_id AS link_id, h.from_value, h.to_value, h.reason, h.at,
    u.full_name AS who, d.id AS document_id, COALESCE(j.title, d.title) AS title
FROM history h
JOIN evidence_link k ON k.id = h.subject_id
JOIN document d ON d.id = k.document_id
LEFT JOIN judged_description j ON j.link_id = k.id
LEFT JOIN account u ON u.id = h.account_id
WHERE h.assessment_id = ? AND h.subject = 'link' AND h.from_value <> '' AND h.to_value <> ''
ORDER BY h.id DESC;

-- name: evidence_mend_variable
-- Of a variable that was returned.  The answer is no other one, so its version
-- stays: who has its page open loses nothing.
UPDATE answer n
JOIN variable v ON v.id = n.variable_id
SET n.corrected = 1
WHERE n.assessment_id = ? AND v.number = ? AND n.needs_correction = 1;

-- name: evidence_mend_document
-- The same wherever one document stands.
UPDATE answer n
JOIN level l ON l.variable_id = n.variable_id
JOIN checklist_item i ON i.level_id = l.id
JOIN evidence_link k ON k.checklist_item_id = i.id AND k.assessment_id = n.assessment_id
SET n.corrected = 1
WHERE k.document_id = ? AND k.removed_at IS NULL AND n.needs_correction = 1;
