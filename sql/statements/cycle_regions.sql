-- SPDX-License-Identifier: ISC

-- name: region_list
SELECT r.id, r.code, r.name, r.kind, r.parent_id,
    (SELECT COUNT(*) FROM agency g WHERE g.region_id = r.id AND g.active = 1) AS agencies,
    (SELECT COUNT(*) FROM account a WHERE a.region_id = r.id AND a.state = 'active') AS accounts
FROM region r
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) AND (r.name LIKE ? OR r.code LIKE ?)
ORDER BY r.code
LIMIT ? OFFSET ?;

-- name: region_province
SELECT r.id FROM region r
WHERE r.code = ? AND r.kind = 'province' AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: region_counts
SELECT
    (SELECT COUNT(*) FROM agency g WHERE g.region_id = r.id AND g.active = 1) AS agencies,
    (SELECT COUNT(*) FROM account a WHERE a.region_id = r.id AND a.state = 'active') AS accounts,
    (SELECT COUNT(*) FROM cycle c WHERE c.region_id = r.id) AS cycles,
    (SELECT COUNT(*) FROM region b WHERE b.parent_id = r.id) AS below
FROM region r WHERE r.id = ?;

-- name: region_create
-- raises: world
INSERT INTO region (parent_id, code, name, kind, timezone, place, bureau, complaint_channel,
    contact_name, contact_phone, contact_mail, publish_names, publish_threshold, open_data_licence)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: region_keep_bureau
-- raises: world
-- Before it is called otherwise: what it was called in the years whose report is out.
UPDATE cycle c JOIN region r ON r.id = c.region_id
SET c.bureau = r.bureau
WHERE c.region_id = ? AND c.state = 'reported' AND c.bureau IS NULL AND r.bureau <> ?;

-- name: region_update
-- raises: world
UPDATE region SET parent_id = ?, code = ?, name = ?, kind = ?, timezone = ?,
    place = ?, bureau = ?, complaint_channel = ?, contact_name = ?, contact_phone = ?,
    contact_mail = ?, publish_names = ?, publish_threshold = ?, open_data_licence = ?,
    version = version + 1
WHERE id = ? AND version = ?;
