-- SPDX-License-Identifier: ISC

-- name: evidence
-- What was put under the items of an assessment from the one key to the
-- other: one row per link and revision, of which step/evidence.c takes the
-- newest.  To look for that here costs more than the few that are older, and
-- sorting would write a temporary table; the wording is in step/criteria.h.
SELECT k.checklist_item_id AS item_id, k.id AS link_id,
    r.number AS revision_number, k.version, k.document_id, d.title, d.kind,
    d.number, d.dated, d.period_from, d.period_until, d.outside_address,
    r.id AS revision_id, r.bytes, r.type, HEX(r.sha256) AS sha256,
    r.created_at AS revised_at, r.pages, r.signatures, r.findings,
    r.inspected_at, r.scan, r.scanned_at, r.scan_finding, k.city_decision, k.city_reason,
    k.city_revision_id, k.province_decision, k.province_reason,
    k.province_revision_id, d.signed_by_hand
FROM link k
JOIN document d ON d.id = k.document_id
LEFT JOIN revision r ON r.document_id = d.id
WHERE k.assessment_id = ? AND k.checklist_item_id BETWEEN ? AND ?
    AND k.removed_at IS NULL;

-- name: evidence_spread
-- Contents that stand under several variables of an assessment, or in several
-- documents of it, by their newest revisions: few, or none.  A file kept for
-- one criterion only is nothing to speak of and is left out.
SELECT LOWER(HEX(u.sha256)) AS sha256, COUNT(DISTINCT u.variable_id) AS variables,
    COUNT(DISTINCT u.document_id) AS documents
FROM (
    SELECT k.document_id, l.variable_id, r.sha256
    FROM link k
    JOIN checklist_item i ON i.id = k.checklist_item_id
    JOIN level l ON l.id = i.level_id
    JOIN revision r ON r.document_id = k.document_id
    WHERE k.assessment_id = ? AND k.removed_at IS NULL AND NOT EXISTS
        (SELECT 1 FROM revision n WHERE n.document_id = r.document_id AND n.number > r.number)
) u
GROUP BY u.sha256
HAVING variables > 1 OR documents > 1;

-- name: evidence_moves
-- What was moved within an assessment, newest first: from and to are codes
-- such as "3/III/1", see upload/find.c.
SELECT h.subject_id AS link_id, h.from_value, h.to_value, h.reason, h.at,
    u.full_name AS who, d.id AS document_id, d.title
FROM history h
JOIN link k ON k.id = h.subject_id
JOIN document d ON d.id = k.document_id
LEFT JOIN account u ON u.id = h.account_id
WHERE h.assessment_id = ? AND h.subject = 'link' AND h.from_value <> '' AND h.to_value <> ''
ORDER BY h.id DESC;
