-- SPDX-License-Identifier: ISC
-- The administrator's care: COALESCE(?, r.id) IN (r.id, r.parent_id), where
-- the value is the own region, or NULL for the whole instance.

-- name: admin_region
SELECT r.id, r.parent_id, r.code, r.name, r.kind, r.timezone, r.place,
    r.bureau, r.complaint_channel, r.contact_name, r.contact_phone, r.contact_mail, r.publish_names, r.publish_threshold,
    r.open_data_licence, r.version, p.name AS parent_name
FROM region r
LEFT JOIN region p ON p.id = r.parent_id
WHERE r.id = ? AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: admin_region_options
SELECT r.id AS value, r.name AS label
FROM region r
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY r.code;

-- name: admin_history
SELECT h.at, h.from_value, h.to_value, h.reason, a.full_name AS who
FROM history h
LEFT JOIN account a ON a.id = h.account_id
WHERE h.subject = ? AND h.subject_id = ?
ORDER BY h.id DESC
LIMIT ?;

-- name: admin_region_codes
SELECT r.id, r.code, r.name, r.parent_id
FROM region r
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id);
