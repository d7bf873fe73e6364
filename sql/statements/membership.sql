-- SPDX-License-Identifier: ISC
-- Further agencies that a person serves.

-- name: membership_of
-- A person's, with the own agency first: kept under the world's stamp.
SELECT a.agency_id, g.name, a.role, 1 AS own
FROM account a LEFT JOIN agency g ON g.id = a.agency_id WHERE a.id = ?
UNION ALL
SELECT m.agency_id, g.name, m.role, 0
FROM membership m JOIN agency g ON g.id = m.agency_id WHERE m.account_id = ?
ORDER BY own DESC, name;

-- name: membership_add
-- raises: world
-- Of an active account and an active agency of its region that is not its own.
INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
SELECT a.id, g.id, g.region_id, ?, UTC_TIMESTAMP(3), ?
FROM account a
JOIN agency g ON g.region_id = a.region_id AND g.active = 1 AND NOT g.id <=> a.agency_id
WHERE a.id = ? AND a.state = 'active' AND g.id = ?;

-- name: membership_role
-- As what, under a lock of the account: of two who take it away one finds nothing.
SELECT m.role, g.name FROM account a
JOIN membership m ON m.account_id = a.id
JOIN agency g ON g.id = m.agency_id
WHERE a.id = ? AND m.agency_id = ? FOR UPDATE;

-- name: membership_remove
-- raises: world
DELETE FROM membership WHERE account_id = ? AND agency_id = ?;

-- name: membership_end
-- raises: world
-- Whose access ends serves nobody any more.
DELETE FROM membership WHERE account_id = ?;

-- name: membership_count
UPDATE account SET serves = (SELECT COUNT(*) FROM membership m WHERE m.account_id = ?) WHERE id = ?;

-- name: membership_choices
-- The agencies that an account may serve yet.
SELECT g.id AS value, g.name AS label
FROM account a JOIN agency g ON g.region_id = a.region_id AND g.active = 1
WHERE a.id = ? AND NOT g.id <=> a.agency_id
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id AND m.agency_id = g.id)
ORDER BY g.name;
