-- SPDX-License-Identifier: ISC
-- The antivirus in the background: cgi-bin/matang/job_scan.c, claims as in inspect.sql.

-- name: scan_waiting
SELECT r.id, r.document_id, r.stored_name, r.scan, r.scan_signatures,
    r.scan_finding, d.agency_id, g.region_id, g.name AS agency_name
FROM revision r
JOIN document d ON d.id = r.document_id
JOIN agency g ON g.id = d.agency_id
WHERE r.scan = 'none'
    AND (r.scan_after IS NULL OR r.scan_after <= UTC_TIMESTAMP(3))
ORDER BY r.scan_after, r.id LIMIT 20;

-- name: scan_aged
-- What other signatures looked at, the longest ago first.
SELECT r.id, r.document_id, r.stored_name, r.scan, r.scan_signatures,
    r.scan_finding, d.agency_id, g.region_id, g.name AS agency_name
FROM revision r
JOIN document d ON d.id = r.document_id
JOIN agency g ON g.id = d.agency_id
WHERE r.scanned_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY
    AND r.scan_signatures <> ?
    AND (r.scan_after IS NULL OR r.scan_after <= UTC_TIMESTAMP(3))
ORDER BY r.scanned_at LIMIT 20;

-- name: scan_claim
UPDATE revision SET scan_after = UTC_TIMESTAMP(3) + INTERVAL 15 MINUTE
WHERE id = ? AND scan = ? AND scan_signatures = ?
    AND (scan_after IS NULL OR scan_after <= UTC_TIMESTAMP(3));

-- name: scan_put_off
UPDATE revision SET scan_after = UTC_TIMESTAMP(3) + INTERVAL ? HOUR
WHERE id = ?;

-- name: scan_keep
-- raises: agency
UPDATE revision SET scan = ?, scan_finding = ?, scan_signatures = ?,
    scanned_at = UTC_TIMESTAMP(3), scan_after = NULL
WHERE id = ? AND scan = ?;
