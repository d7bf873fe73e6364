-- SPDX-License-Identifier: ISC

-- name: authority_of_region
SELECT a.pem, a.updated_at, a.version, p.full_name AS updated_by
FROM authority a JOIN account p ON p.id = a.updated_by
WHERE a.region_id = ?;

-- name: authority_add
INSERT INTO authority (region_id, pem, updated_at, updated_by)
VALUES (?, ?, UTC_TIMESTAMP(3), ?);

-- name: authority_update
UPDATE authority SET pem = ?, updated_at = UTC_TIMESTAMP(3), updated_by = ?, version = version + 1
WHERE region_id = ? AND version = ?;

-- name: authority_remove
DELETE FROM authority WHERE region_id = ? AND version = ?;

-- name: authority_for_assessment
-- Those of the region itself, else of its province.
SELECT COALESCE(own.pem, above.pem, '') AS pem
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
JOIN region r ON r.id = c.region_id
LEFT JOIN authority own ON own.region_id = r.id
LEFT JOIN authority above ON above.region_id = r.parent_id
WHERE a.id = ?;

-- name: seal_judge
-- After signoff_scan_add, or when somebody asks to look again.
UPDATE signature SET method = 'electronic', verdict = ?, verdict_reason = ?, checked_at = UTC_TIMESTAMP(3)
WHERE id = ? AND cancelled_at IS NULL;

-- name: seal_forget
DELETE FROM seal WHERE signature_id = ?;

-- name: seal_add
INSERT INTO seal (signature_id, position, verdict, reason, kind, whole, signer, organisation, issuer, serial,
    signed_at, proved_time)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: seal_list
SELECT position, verdict, reason, kind, whole, signer, organisation, issuer, serial, signed_at, proved_time
FROM seal WHERE signature_id = ? ORDER BY position;
