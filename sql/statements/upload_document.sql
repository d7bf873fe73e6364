-- SPDX-License-Identifier: ISC

-- name: upload_document
-- The caller's agency, region and, for the roles that look below, the region
-- as parent; NULL where it gives no right: as in assessment_find.
SELECT d.id, d.agency_id, d.version, d.title, d.kind, d.number, d.dated,
    d.period_from, d.period_until, d.outside_address, d.signed_by_hand,
    d.created_at, d.archived_at IS NOT NULL AS archived, c.full_name AS created_by,
    g.name AS agency_name, g.region_id, r.timezone,
    n.id AS revision_id, n.number AS revision_number,
    LOWER(HEX(n.sha256)) AS sha256
FROM document d
JOIN agency g ON g.id = d.agency_id
JOIN region r ON r.id = g.region_id
JOIN account c ON c.id = d.created_by
LEFT JOIN revision n ON n.document_id = d.id AND n.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
WHERE d.id = ? AND (d.agency_id = ? OR r.id = ? OR r.parent_id = ?);

-- name: upload_revisions
SELECT r.id, r.number, LOWER(HEX(r.sha256)) AS sha256, r.bytes, r.type,
    r.client_name, r.created_at, a.full_name AS created_by, r.pages,
    r.signatures, r.findings, r.inspected_at,
    IF(r.inspected_at IS NULL AND r.taken_at IS NULL, r.held, 'no') AS held,
    r.scan, r.scanned_at,
    r.scan_finding
FROM revision r
JOIN account a ON a.id = r.created_by
WHERE r.document_id = ?
ORDER BY r.number DESC;

-- name: upload_uses
-- Where a document stands, the newest assessment first.
SELECT k.id, k.assessment_id, k.city_decision, k.city_reason,
    k.city_revision_id, cr.number AS city_number, k.province_decision, k.province_reason,
    k.province_revision_id, pr.number AS province_number, k.created_at, a.state, c.year, c.province_tier,
    c.state AS cycle_state, v.number AS variable, v.name AS variable_name,
    l.number AS level, i.title AS item_title, w.needs_correction
FROM evidence_link k
JOIN assessment a ON a.id = k.assessment_id
JOIN cycle c ON c.id = a.cycle_id
JOIN checklist_item i ON i.id = k.checklist_item_id
JOIN level l ON l.id = i.level_id
JOIN variable v ON v.id = l.variable_id
JOIN answer w ON w.assessment_id = a.id AND w.variable_id = v.id
LEFT JOIN revision cr ON cr.id = k.city_revision_id
LEFT JOIN revision pr ON pr.id = k.province_revision_id
WHERE k.document_id = ? AND k.removed_at IS NULL
ORDER BY c.year DESC, v.number, l.number, i.position;

-- name: upload_history
-- What happened to a document and to its links.
SELECT h.id, h.at, h.subject, h.from_value, h.to_value, h.reason, a.full_name
FROM history h
LEFT JOIN account a ON a.id = h.account_id
WHERE h.subject = 'document' AND h.subject_id = ?
UNION ALL
SELECT h.id, h.at, h.subject, h.from_value, h.to_value, h.reason, a.full_name
FROM evidence_link k
JOIN history h ON h.subject = 'link' AND h.subject_id = k.id
LEFT JOIN account a ON a.id = h.account_id
WHERE k.document_id = ?
ORDER BY id DESC
LIMIT 100;

-- name: upload_twins
-- Other documents of the agency whose newest revision has the same content.
SELECT d.id, d.title, d.kind, d.number, d.created_at, r.id AS revision_id,
    r.number AS revision_number
FROM revision r
JOIN document d ON d.id = r.document_id
WHERE r.sha256 = UNHEX(?) AND d.agency_id = ? AND d.archived_at IS NULL
    AND d.id <> ? AND r.number =
        (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
ORDER BY d.id
LIMIT 5;

-- name: upload_revision_text
-- What one revision says, for the caller who found its document.
SELECT r.id, r.number, r.text_state, t.body, COALESCE(t.cut, 0) AS cut
FROM revision r
LEFT JOIN file_text t ON t.sha256 = r.sha256 AND t.agency_id = ?
WHERE r.document_id = ? AND r.number = ? AND r.scan <> 'infected';

-- name: upload_own_revision
-- A stored file of the caller's own agency, to be used once more; never one
-- that is kept out of reach.
SELECT r.stored_name, LOWER(HEX(r.sha256)) AS sha256, r.bytes, r.type, r.client_name
FROM revision r
JOIN document d ON d.id = r.document_id
WHERE r.id = ? AND d.agency_id = ? AND r.scan <> 'infected';

-- name: upload_file
SELECT n.stored_name, n.type, n.bytes, LOWER(HEX(n.sha256)) AS sha256,
    n.number, n.document_id, d.agency_id, d.title, n.pages, n.signatures, n.findings,
    n.inspected_at,
    IF(n.inspected_at IS NULL AND n.taken_at IS NULL, n.held, 'no') AS held,
    n.scan, n.scanned_at, n.scan_finding
FROM revision n
JOIN document d ON d.id = n.document_id
JOIN agency g ON g.id = d.agency_id
JOIN region r ON r.id = g.region_id
WHERE n.id = ? AND (d.agency_id = ? OR r.id = ? OR r.parent_id = ?);

-- name: upload_stored
-- Where the files lie that were put under the criteria of an assessment.
SELECT DISTINCT n.id, n.stored_name
FROM evidence_link k
JOIN revision n ON n.document_id = k.document_id
WHERE k.assessment_id = ? AND k.removed_at IS NULL
ORDER BY n.id;

-- name: upload_held
-- A revision that is kept from who verifies, as he sees its document.
SELECT n.id, n.number, n.document_id, d.agency_id, d.title
FROM revision n
JOIN document d ON d.id = n.document_id
JOIN agency g ON g.id = d.agency_id
JOIN region r ON r.id = g.region_id
WHERE n.id = ? AND (d.agency_id = ? OR r.id = ? OR r.parent_id = ?)
    AND n.held <> 'no' AND n.inspected_at IS NULL AND n.taken_at IS NULL;

-- name: upload_take_held
-- raises: agency
-- Whoever presses beside somebody else, or beside the background, finds no row.
UPDATE revision SET taken_at = UTC_TIMESTAMP(3)
WHERE id = ? AND held <> 'no' AND inspected_at IS NULL AND taken_at IS NULL;

-- name: upload_text
-- The beginning of what a stored file says: so many characters, twice.
SELECT LEFT(t.body, ?) AS body, t.machine_read,
    t.cut <> 0 OR CHAR_LENGTH(t.body) > ? AS cut
FROM revision n
JOIN document d ON d.id = n.document_id
JOIN file_text t ON t.sha256 = n.sha256 AND t.agency_id = d.agency_id
WHERE n.id = ?;

-- name: upload_create
-- raises: agency
INSERT INTO document (agency_id, title, kind, number, dated, period_from,
    period_until, outside_address, created_at, created_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: upload_edit
-- raises: agency
UPDATE document SET title = ?, kind = ?, number = ?, dated = ?,
    period_from = ?, period_until = ?, outside_address = ?,
    signed_by_hand = ?, version = version + 1
WHERE id = ? AND agency_id = ? AND version = ? AND archived_at IS NULL;

-- name: upload_archive
-- raises: agency
-- The last value: 1 to archive, 0 to take out again.  Who presses twice, or
-- beside somebody else, finds no row.
UPDATE document SET archived_at = IF(?, UTC_TIMESTAMP(3), NULL),
    version = version + 1
WHERE id = ? AND agency_id = ? AND version = ?;

-- name: upload_lock_agency
-- Two uploads of an agency at once share its quota: one waits here.
SELECT id FROM agency WHERE id = ? FOR UPDATE;

-- name: upload_lock_document
-- Two revisions at once get two numbers.
SELECT d.id, d.archived_at IS NOT NULL AS archived,
    (SELECT COUNT(*) FROM revision r WHERE r.document_id = d.id) AS revisions
FROM document d
WHERE d.id = ? AND d.agency_id = ? FOR UPDATE;

-- name: upload_add_revision
-- raises: agency
-- The number is counted in a table of its own: beside parameters, MariaDB
-- 10.11 refuses MAX() from the second execution on (error 1140).
INSERT INTO revision (document_id, number, sha256, bytes, type, client_name,
    stored_name, created_at, created_by, pages, signatures, findings,
    inspected_at, held, scan, scanned_at, scan_finding, scan_signatures)
SELECT d.id, n.next, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?, ?, ?, ?,
    IF(?, UTC_TIMESTAMP(3), NULL), ?, ?, IF(?, UTC_TIMESTAMP(3), NULL), ?, ?
FROM document d
JOIN (SELECT COALESCE(MAX(r.number), 0) + 1 AS next FROM revision r
    WHERE r.document_id = ?) n
WHERE d.id = ?;
