-- SPDX-License-Identifier: ISC

-- name: trust_anchor_of_region
SELECT a.pem, a.updated_at, a.version, p.full_name AS updated_by
FROM trust_anchor a JOIN account p ON p.id = a.updated_by
WHERE a.region_id = ?;

-- name: trust_anchor_add
INSERT INTO trust_anchor (region_id, pem, updated_at, updated_by)
VALUES (?, ?, UTC_TIMESTAMP(3), ?);

-- name: trust_anchor_update
UPDATE trust_anchor SET pem = ?, updated_at = UTC_TIMESTAMP(3), updated_by = ?, version = version + 1
WHERE region_id = ? AND version = ?;

-- name: trust_anchor_remove
DELETE FROM trust_anchor WHERE region_id = ? AND version = ?;

-- name: trust_anchor_for_region
-- Those of the region itself, else of its province.
SELECT COALESCE(own.pem, above.pem, '') AS pem
FROM region r
LEFT JOIN trust_anchor own ON own.region_id = r.id
LEFT JOIN trust_anchor above ON above.region_id = r.parent_id
WHERE r.id = ?;

-- name: pdf_signature_judge
-- After signoff_scan_add, or when somebody asks to look again.
UPDATE signature SET method = 'electronic', verdict = ?, verdict_reason = ?, checked_at = UTC_TIMESTAMP(3)
WHERE id = ? AND cancelled_at IS NULL;

-- name: pdf_signature_forget
DELETE FROM pdf_signature WHERE signature_id = ?;

-- name: pdf_signature_add
INSERT INTO pdf_signature (signature_id, position, verdict, reason, kind, whole, signer, organisation, issuer, serial,
    nip, signed_at, proved_time, stamp)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: pdf_signature_list
SELECT position, verdict, reason, kind, whole, signer, organisation, issuer, serial, nip, signed_at,
    proved_time, stamp
FROM pdf_signature WHERE signature_id = ? ORDER BY position;
