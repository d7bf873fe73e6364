-- SPDX-License-Identifier: ISC

-- name: agency_list
-- Walks agency_name (region_id, name) in its order until a page is full, so
-- that 25,000 agencies are as quick as thirty.
SELECT g.id, g.name, g.short_name, g.active, g.head_name, r.name AS region_name,
    (SELECT COUNT(*) FROM account a WHERE a.agency_id = g.id
        AND a.state = 'active' AND a.role = 'operator') AS operators
FROM agency g FORCE INDEX (agency_name)
STRAIGHT_JOIN region r ON r.id = g.region_id
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)
    AND (g.name LIKE ? OR g.short_name LIKE ?)
    AND g.active = (? <> 'inactive')
    AND (? <> 'without-operator' OR NOT EXISTS (SELECT 1 FROM account o
        WHERE o.agency_id = g.id AND o.state = 'active' AND o.role = 'operator'))
ORDER BY g.region_id, g.name
LIMIT ? OFFSET ?;

-- name: agency_list_region
SELECT g.id, g.name, g.short_name, g.active, g.head_name, r.name AS region_name,
    (SELECT COUNT(*) FROM account a WHERE a.agency_id = g.id
        AND a.state = 'active' AND a.role = 'operator') AS operators
FROM agency g
JOIN region r ON r.id = g.region_id
WHERE g.region_id = ? AND COALESCE(?, r.id) IN (r.id, r.parent_id)
    AND (g.name LIKE ? OR g.short_name LIKE ?)
    AND g.active = (? <> 'inactive')
    AND (? <> 'without-operator' OR NOT EXISTS (SELECT 1 FROM account o
        WHERE o.agency_id = g.id AND o.state = 'active' AND o.role = 'operator'))
ORDER BY g.name
LIMIT ? OFFSET ?;

-- name: agency_find
SELECT g.id, g.region_id, g.name, g.short_name, g.head_title, g.head_name,
    g.head_rank, g.head_nip, g.active, g.version, r.name AS region_name
FROM agency g
JOIN region r ON r.id = g.region_id
WHERE g.id = ? AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: agency_accounts
SELECT id, username, full_name, role FROM account
WHERE agency_id = ? AND state = 'active'
ORDER BY role, username;

-- name: agency_create
INSERT INTO agency (region_id, name, short_name, head_title, head_name, head_rank, head_nip)
VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: agency_update
UPDATE agency SET name = ?, short_name = ?, head_title = ?, head_name = ?,
    head_rank = ?, head_nip = ?, version = version + 1
WHERE id = ? AND version = ?;

-- name: agency_set_active
UPDATE agency SET active = ?, version = version + 1
WHERE id = ? AND version = ? AND active <> ?;

-- name: agencies_there
-- What a region has, to compare an import with.
SELECT id, name, short_name, head_title, head_name, head_rank, head_nip, version
FROM agency WHERE region_id = ?;
