-- SPDX-License-Identifier: ISC
-- An administrator of the whole instance belongs to no region: only
-- another one has it in care.

-- name: account_list
-- For an administrator of everything: walks the names in order until a page
-- is full, in a key that has all that is compared, and only then asks what
-- belongs to each row.
SELECT a.id, a.username, a.full_name, a.role, a.state, r.name AS region_name,
    g.name AS agency_name
FROM (SELECT u.id FROM account u FORCE INDEX (account_sought)
    WHERE u.state = ? AND (? = '' OR u.role = ?)
        AND (u.username LIKE CONVERT(? USING ascii) OR u.full_name LIKE ?)
    ORDER BY u.username
    LIMIT ? OFFSET ?) AS p
STRAIGHT_JOIN account a ON a.id = p.id
LEFT JOIN region r ON r.id = a.region_id
LEFT JOIN agency g ON g.id = a.agency_id
ORDER BY a.username;

-- name: account_list_care
-- Of the regions in care, or of one of them.
SELECT a.id, a.username, a.full_name, a.role, a.state, r.name AS region_name,
    g.name AS agency_name
FROM region r
STRAIGHT_JOIN account a ON a.region_id = r.id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) AND r.id = COALESCE(?, r.id)
    AND a.state = ? AND (? = '' OR a.role = ?)
    AND (a.username LIKE CONVERT(? USING ascii) OR a.full_name LIKE ?)
ORDER BY a.username
LIMIT ? OFFSET ?;

-- name: account_in_care
SELECT a.id, a.username, a.role, a.region_id, a.agency_id, a.full_name, a.nip,
    a.office, a.email, a.phone, a.state, a.ended_at, a.must_change_password,
    a.totp_confirmed, a.created_at, a.signed_in_at, a.version, a.leads, a.serves,
    a.password_hash = '' AS cardless, r.name AS region_name, g.name AS agency_name, s.id AS successor,
    s.full_name AS successor_name
FROM account a
LEFT JOIN region r ON r.id = a.region_id
LEFT JOIN agency g ON g.id = a.agency_id
LEFT JOIN account s ON s.id = a.successor_id
WHERE a.id = ? AND COALESCE(?, r.id, 0) IN (COALESCE(r.id, 0), r.parent_id);

-- name: account_lead
-- Who leads the team of a region: a verifier of it.
UPDATE account SET leads = ?, version = version + 1
WHERE id = ? AND state = 'active' AND role = 'verifier' AND leads <> ?;

-- name: account_correct
-- raises: world
UPDATE account SET full_name = ?, nip = ?, office = ?, email = ?, phone = ?,
    version = version + 1
WHERE id = ? AND version = ? AND state = 'active';

-- name: agency_options
SELECT id AS value, name AS label FROM agency
WHERE region_id = ? AND active = 1 ORDER BY name;

-- name: admin_account_history
-- Of the account and of its rights, both under its key.
SELECT h.at, h.subject, h.from_value, h.to_value, h.reason, a.full_name AS who
FROM history h
LEFT JOIN account a ON a.id = h.account_id
WHERE h.subject IN ('account', 'right') AND h.subject_id = ?
ORDER BY h.id DESC
LIMIT ?;

-- name: agency_without
-- Active agencies of a region that nobody has a role at yet.
SELECT g.id, g.name, g.short_name FROM agency g
WHERE g.region_id = ? AND g.active = 1
    AND (SELECT COUNT(*) FROM account a WHERE a.agency_id = g.id
        AND a.state = 'active' AND a.role = ?) = 0
ORDER BY g.name
LIMIT ?;

-- name: account_there
-- What a region has, to compare an import with; of no region: those of the
-- whole instance.
SELECT a.id, a.username, a.role, a.region_id, a.agency_id, a.full_name, a.nip,
    a.office, a.email, a.phone, a.state, a.version, g.name AS agency_name,
    a.must_change_password = 1 AND a.signed_in_at IS NULL AS waits
FROM account a
LEFT JOIN agency g ON g.id = a.agency_id
WHERE a.region_id <=> ?;

-- name: account_sheet
-- For a workbook: active accounts of the regions in care, or of one of them.
SELECT a.role, r.code AS region_code, g.name AS agency_name, a.username,
    a.full_name, a.nip, a.office, a.email, a.phone
FROM region r
STRAIGHT_JOIN account a ON a.region_id = r.id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) AND r.id = COALESCE(?, r.id)
    AND a.state = 'active' AND (? = '' OR a.role = ?)
ORDER BY r.code, g.name, a.role, a.username
LIMIT ?;

-- name: account_list_add
INSERT INTO account_list (account_id, file_name, created_at)
VALUES (?, LEFT(?, 255), UTC_TIMESTAMP(3));

-- name: account_card_add
INSERT INTO account_card (list_id, place, account_id, at)
VALUES (?, ?, ?, UTC_TIMESTAMP(3));

-- name: account_card_list
SELECT id, file_name, version FROM account_list WHERE id = ? AND account_id = ?;

-- name: account_lists_open
-- Of those that somebody brought in: where cards are still to be made.
SELECT l.id, l.file_name FROM account_list l
WHERE l.account_id = ? AND EXISTS (SELECT 1 FROM account_card c
    STRAIGHT_JOIN account a ON a.id = c.account_id
    WHERE c.list_id = l.id AND c.lot IS NULL
        AND a.state = 'active' AND a.must_change_password = 1 AND a.signed_in_at IS NULL
        AND (a.password_hash = '' OR a.password_changed_at <= c.at))
ORDER BY l.id DESC
LIMIT 5;

-- name: account_list_lots
-- Lot 0 is what was not made yet. `waits`: of whom nobody has signed in, nor got a password otherwise.
SELECT COALESCE(c.lot, 0) AS lot, COUNT(*) AS cards, MAX(c.at) AS at,
    SUM(a.state = 'active' AND a.must_change_password = 1 AND a.signed_in_at IS NULL
        AND (a.password_hash = '' OR a.password_changed_at <= c.at)) AS waits
FROM account_card c
STRAIGHT_JOIN account a ON a.id = c.account_id
WHERE c.list_id = ?
GROUP BY c.lot
ORDER BY c.lot;

-- name: account_list_cards
-- Of one lot, or of what was not made yet; in the order of the file, but last who just got one.
SELECT c.place, a.id, a.username, a.role, a.region_id, a.agency_id, a.full_name,
    g.name AS agency_name
FROM account_card c
STRAIGHT_JOIN account a ON a.id = c.account_id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE c.list_id = ? AND c.lot <=> ?
    AND a.state = 'active' AND a.must_change_password = 1 AND a.signed_in_at IS NULL
    AND (a.password_hash = '' OR a.password_changed_at <= c.at)
ORDER BY c.at, c.place
LIMIT ?;

-- name: account_list_turn
-- Guarded: of two lots at once one is made.
UPDATE account_list SET version = version + 1 WHERE id = ? AND version = ?;

-- name: account_card_made
UPDATE account_card SET lot = ?, at = UTC_TIMESTAMP(3) WHERE list_id = ? AND place = ?;
