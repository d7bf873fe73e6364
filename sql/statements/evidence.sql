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
    k.province_revision_id
FROM link k
JOIN document d ON d.id = k.document_id
LEFT JOIN revision r ON r.document_id = d.id
WHERE k.assessment_id = ? AND k.checklist_item_id BETWEEN ? AND ?
    AND k.removed_at IS NULL;
