-- SPDX-License-Identifier: ISC

-- name: agency_list
-- For an administrator of everything: walks a key that has all that is
-- compared, in its order, until a page is full, so that 25,000 agencies are as
-- quick as thirty.  Counts, not EXISTS: that would be worked out for all of
-- them.
SELECT g.id, g.name, g.short_name, g.active, g.head_name, r.name AS region_name,
    (SELECT COUNT(*) FROM account a WHERE a.agency_id = g.id
        AND a.state = 'active' AND a.role = 'operator') AS operators
FROM (SELECT s.id FROM agency s FORCE INDEX (agency_sought)
    WHERE (s.name LIKE ? OR s.short_name LIKE ?)
        AND s.active = (? <> 'inactive')
        AND (? <> 'without-operator' OR (SELECT COUNT(*) FROM account o
            WHERE o.agency_id = s.id AND o.state = 'active' AND o.role = 'operator') = 0)
    ORDER BY s.region_id, s.name
    LIMIT ? OFFSET ?) AS p
STRAIGHT_JOIN agency g ON g.id = p.id
STRAIGHT_JOIN region r ON r.id = g.region_id
ORDER BY g.region_id, g.name;

-- name: agency_list_care
-- Of the regions in care, or of one of them.
SELECT g.id, g.name, g.short_name, g.active, g.head_name, r.name AS region_name,
    (SELECT COUNT(*) FROM account a WHERE a.agency_id = g.id
        AND a.state = 'active' AND a.role = 'operator') AS operators
FROM region r
STRAIGHT_JOIN agency g ON g.region_id = r.id
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) AND r.id = COALESCE(?, r.id)
    AND (g.name LIKE ? OR g.short_name LIKE ?)
    AND g.active = (? <> 'inactive')
    AND (? <> 'without-operator' OR (SELECT COUNT(*) FROM account o
        WHERE o.agency_id = g.id AND o.state = 'active' AND o.role = 'operator') = 0)
ORDER BY r.code, g.name
LIMIT ? OFFSET ?;

-- The columns of the table in store/agency.c stand in the statements from here
-- on, in its order.

-- name: agency_find
SELECT g.id, g.region_id, g.name, g.short_name, g.head_title, g.head_name,
    g.head_rank, g.head_nip, g.email, g.active, g.version, r.name AS region_name
FROM agency g
JOIN region r ON r.id = g.region_id
WHERE g.id = ? AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: agency_accounts
SELECT id, username, full_name, role FROM account
WHERE agency_id = ? AND state = 'active'
ORDER BY role, username;

-- name: agency_create
-- raises: world
INSERT INTO agency (region_id, name, short_name, head_title, head_name, head_rank, head_nip, email)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: agency_key_last
SELECT COALESCE(MAX(id), 0) AS id FROM agency;

-- name: agency_keys_above
-- Of those that were entered since, in the order in which they were.
SELECT id FROM agency WHERE id > ? ORDER BY id;

-- name: agency_update
-- raises: world
UPDATE agency SET name = ?, short_name = ?, head_title = ?, head_name = ?,
    head_rank = ?, head_nip = ?, email = ?, version = version + 1
WHERE id = ? AND version = ?;

-- name: agency_keep_names
-- raises: world
-- Before it is called otherwise: what it was called where its receipt has that name,
-- in cycles whose report is out, and in years before that one (0: none).
UPDATE assessment a
JOIN agency g ON g.id = a.agency_id
JOIN cycle c ON c.id = a.cycle_id AND (a.state = 'received' OR c.state = 'reported' OR c.year < ?)
SET a.agency_name = g.name, a.agency_short = g.short_name, a.head_title = g.head_title,
    a.head_name = g.head_name, a.head_rank = g.head_rank, a.head_nip = g.head_nip
WHERE a.agency_id = ? AND a.agency_name IS NULL;

-- name: agency_release_names
-- raises: world
-- Of an assessment whose receipt is cancelled: its form is made anew, by what holds
-- today, but where the agency is called otherwise only from a later year on.
UPDATE assessment a
JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
SET a.agency_name = NULL, a.agency_short = NULL, a.head_title = NULL, a.head_name = NULL,
    a.head_rank = NULL, a.head_nip = NULL
WHERE a.id = ? AND NOT EXISTS (SELECT 1 FROM restructuring e
    WHERE e.agency_id = a.agency_id AND e.kind = 'rename' AND YEAR(e.effective) > c.year);

-- name: acting_list
SELECT id, kind, name, from_on, until_on, basis FROM acting_head
WHERE agency_id = ? ORDER BY from_on DESC LIMIT 50;

-- name: acting_add
-- Where no other one stands in on any of its days: its last and first day come again.
INSERT INTO acting_head (agency_id, kind, name, head_rank, head_nip, from_on, until_on, basis, created_at, created_by)
SELECT g.id, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?
FROM agency g
WHERE g.id = ? AND NOT EXISTS (SELECT 1 FROM acting_head t WHERE t.agency_id = g.id
    AND t.from_on <= COALESCE(?, '9999-12-31') AND COALESCE(t.until_on, '9999-12-31') >= ?);

-- name: acting_find
SELECT kind, name, from_on, until_on, basis FROM acting_head WHERE id = ? AND agency_id = ?;

-- name: acting_remove
DELETE FROM acting_head WHERE id = ? AND agency_id = ?;

-- name: agency_set_active
-- raises: world
UPDATE agency SET active = ?, version = version + 1
WHERE id = ? AND version = ? AND active <> ?;

-- name: agencies_there
-- What a region has, to compare an import with.
SELECT id, name, short_name, head_title, head_name, head_rank, head_nip, email,
    active, version
FROM agency WHERE region_id = ? ORDER BY name;

-- name: agency_sheet
-- For a workbook: active agencies of the regions in care, or of one of them.
SELECT g.name, g.short_name, g.head_title, g.head_name, g.head_rank,
    g.head_nip, g.email, r.code AS region_code
FROM region r
STRAIGHT_JOIN agency g ON g.region_id = r.id
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) AND r.id = COALESCE(?, r.id)
    AND g.active = 1
ORDER BY r.code, g.name
LIMIT ?;
