-- SPDX-License-Identifier: ISC

-- name: upload_criterion
SELECT i.id AS item_id, i.title, i.position, i.compulsory, l.number AS level,
    v.number AS variable, v.name AS variable_name, w.needs_correction
FROM checklist_item i
JOIN level l ON l.id = i.level_id
JOIN variable v ON v.id = l.variable_id
JOIN answer w ON w.variable_id = v.id AND w.assessment_id = ?
WHERE i.id = ? AND v.instrument_id = ?;

-- name: upload_find_link
-- Whether the caller may see it, assessment_find decides.
SELECT k.id, k.assessment_id, k.version, k.document_id,
    d.title AS document_title, i.id AS item_id, i.title, i.position,
    i.compulsory, l.number AS level, v.number AS variable,
    v.name AS variable_name, w.needs_correction
FROM evidence_link k
JOIN document d ON d.id = k.document_id
JOIN checklist_item i ON i.id = k.checklist_item_id
JOIN level l ON l.id = i.level_id
JOIN variable v ON v.id = l.variable_id
JOIN answer w ON w.variable_id = v.id AND w.assessment_id = k.assessment_id
WHERE k.id = ? AND k.removed_at IS NULL;

-- name: upload_assessments
-- The agency's open assessments, the newest first.
SELECT a.id, c.year
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id = ? AND c.state = 'open'
ORDER BY c.year DESC
LIMIT 5;

-- name: upload_variables
-- The variables of an assessment, and how often one document stands in each.
SELECT v.number, v.name, w.needs_correction,
    (SELECT COUNT(*) FROM evidence_link k
        JOIN checklist_item i ON i.id = k.checklist_item_id
        JOIN level l ON l.id = i.level_id
        WHERE k.document_id = ? AND k.assessment_id = w.assessment_id
        AND k.removed_at IS NULL AND l.variable_id = v.id) AS links
FROM answer w
JOIN variable v ON v.id = w.variable_id
WHERE w.assessment_id = ?
ORDER BY v.number;

-- name: upload_checklist
-- The checklist of one variable, and where one document stands in it.
SELECT l.number AS level, l.indicator, i.id, i.title, i.compulsory,
    EXISTS (SELECT 1 FROM evidence_link k WHERE k.assessment_id = ?
        AND k.checklist_item_id = i.id AND k.document_id = ?
        AND k.removed_at IS NULL) AS linked
FROM variable v
JOIN level l ON l.variable_id = v.id
JOIN checklist_item i ON i.level_id = l.id
WHERE v.instrument_id = ? AND v.number = ?
ORDER BY l.number, i.position;

-- name: upload_variables_open
-- Of each variable of an assessment whether it is to be corrected; the rest is in
-- assessment/criteria.h.
SELECT variable_id, needs_correction FROM answer WHERE assessment_id = ?;

-- name: upload_items_linked
-- How many of some documents ("3,5") stand at the items where any of them does.
SELECT checklist_item_id AS item_id, COUNT(*) AS linked FROM evidence_link
WHERE assessment_id = ? AND removed_at IS NULL AND FIND_IN_SET(document_id, ?)
GROUP BY checklist_item_id;

-- name: upload_merge_links
-- Where a document stands in an assessment without anybody having decided on
-- it there: these can go over to a document with the same content.
SELECT k.id, k.version, k.checklist_item_id AS item_id
FROM evidence_link k
WHERE k.document_id = ? AND k.assessment_id = ? AND k.removed_at IS NULL
    AND k.city_decision IS NULL AND k.province_decision IS NULL
ORDER BY k.id;

-- name: upload_link_at
SELECT id, version, removed_at IS NULL AS live FROM evidence_link
WHERE assessment_id = ? AND checklist_item_id = ? AND document_id = ?
FOR UPDATE;

-- name: upload_link_add
-- raises: agency
-- Only of the agency that is assessed, and of what is not archived; the last
-- value is 1 for a link that moves, which an archived document may.
INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at,
    created_by)
SELECT a.id, ?, d.id, UTC_TIMESTAMP(3), ?
FROM assessment a
JOIN document d ON d.agency_id = a.agency_id
WHERE a.id = ? AND d.id = ? AND (d.archived_at IS NULL OR ?);

-- name: upload_link_revive
-- raises: agency
-- A document that comes back is as new: nobody has decided on it.  The last
-- value as in upload_link_add.
UPDATE evidence_link SET removed_at = NULL, created_at = UTC_TIMESTAMP(3),
    created_by = ?, city_decision = NULL, city_reason = '',
    city_revision_id = NULL, province_decision = NULL, province_reason = '',
    province_revision_id = NULL, version = version + 1
WHERE id = ? AND version = ? AND removed_at IS NOT NULL AND (?
    OR document_id IN (SELECT d.id FROM document d WHERE d.archived_at IS NULL));

-- name: upload_link_remove
-- raises: agency
UPDATE evidence_link SET removed_at = UTC_TIMESTAMP(3), version = version + 1
WHERE id = ? AND version = ? AND removed_at IS NULL;
