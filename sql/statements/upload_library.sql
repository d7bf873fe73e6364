-- SPDX-License-Identifier: ISC

-- name: upload_quota
-- Computed and never kept: a counter beside the rows would drift from them.
SELECT (SELECT COALESCE(SUM(r.bytes), 0) FROM document d
        JOIN revision r ON r.document_id = d.id
        WHERE d.agency_id = ?) AS stored,
    (SELECT value FROM setting WHERE name = 'agency_quota_mib') AS quota_mib;
