-- SPDX-License-Identifier: ISC

-- name: account_add
INSERT INTO account (username, password_hash, role, region_id, agency_id,
    full_name, nip, office, email, phone, must_change_password,
    password_changed_at, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));

-- name: account_key_last
SELECT COALESCE(MAX(id), 0) AS id FROM account;

-- name: account_keys_above
-- Those of one transaction, and of whoever entered one at the same time.
SELECT id, username FROM account WHERE id > ? ORDER BY id;

-- name: account_read
SELECT id, version, username, password_hash, role, region_id, agency_id,
    full_name, nip, office, email, phone, state, must_change_password,
    totp_confirmed, TIMESTAMPDIFF(DAY, password_changed_at, UTC_TIMESTAMP(3)) AS password_days
FROM account WHERE id = ?;

-- name: account_named
SELECT id, version, username, password_hash, role, region_id, agency_id,
    full_name, nip, office, email, phone, state, must_change_password,
    totp_confirmed, TIMESTAMPDIFF(DAY, password_changed_at, UTC_TIMESTAMP(3)) AS password_days
FROM account WHERE username = CONVERT(? USING ascii);

-- name: account_set_password
UPDATE account SET password_hash = ?, must_change_password = ?,
    password_changed_at = UTC_TIMESTAMP(3), version = version + 1
WHERE id = ?;

-- name: account_first_password
-- Guarded: who has signed in meanwhile, or has no access any more, gets none.
UPDATE account SET password_hash = ?, must_change_password = 1,
    password_changed_at = UTC_TIMESTAMP(3), version = version + 1
WHERE id = ? AND state = 'active' AND must_change_password = 1 AND signed_in_at IS NULL;

-- name: account_clear_totp
UPDATE account SET totp_secret = NULL, totp_confirmed = 0, totp_last_step = 0,
    version = version + 1
WHERE id = ?;

-- name: recovery_clear
DELETE FROM recovery_code WHERE account_id = ?;

-- name: account_end
-- Guarded: of two people who end it at once, one finds no row.
UPDATE account SET state = 'ended', ended_at = UTC_TIMESTAMP(3),
    successor_id = ?, version = version + 1
WHERE id = ? AND state = 'active';

-- name: account_region
SELECT id FROM region WHERE code = ?;

-- name: account_agency
-- By the full name or the usual abbreviation.
SELECT id FROM agency WHERE region_id = ? AND (name = ? OR short_name = ?);

-- name: account_local_names
-- What anybody at a place would try as a password.
SELECT r.name AS region_name, p.name AS province_name, g.name AS agency_name, g.short_name
FROM region r
LEFT JOIN region p ON p.id = r.parent_id
LEFT JOIN agency g ON g.id = ?
WHERE r.id = ?;

-- name: throttle_try
-- Assignments are made from left to right.  A count that has rested begins
-- anew; beyond the limit neither the count nor its time goes on, so that
-- nobody is held for longer by trying again.  The count that this very try
-- has comes back as the last key: others may have tried before it is read.
INSERT INTO throttle (kind, key_hash, failures, since)
VALUES (?, ?, LAST_INSERT_ID(1), UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE
    failures = LAST_INSERT_ID(IF(since < UTC_TIMESTAMP(3) - INTERVAL ? MINUTE, 1, LEAST(failures, ?) + 1)),
    since = IF(failures <= ?, UTC_TIMESTAMP(3), since);

-- name: throttle_forgive
UPDATE throttle SET failures = failures - 1
WHERE kind = ? AND key_hash = ? AND failures > 0;

-- name: throttle_forget
DELETE FROM throttle WHERE kind = ? AND key_hash = ?;

-- name: factor_read
SELECT a.totp_secret, a.totp_confirmed, a.totp_last_step,
    (SELECT COUNT(*) FROM recovery_code c
     WHERE c.account_id = a.id AND c.used_at IS NULL) AS codes_left
FROM account a WHERE a.id = ?;

-- name: factor_begin
-- Never replaces one that is in use: a password alone must not suffice.
UPDATE account SET totp_secret = ?, totp_last_step = 0
WHERE id = ? AND totp_confirmed = 0;

-- name: factor_take
-- The guard lets each code pass once.
UPDATE account SET totp_last_step = ? WHERE id = ? AND totp_last_step < ?;

-- name: factor_confirm
UPDATE account SET totp_confirmed = 1, version = version + 1
WHERE id = ? AND totp_confirmed = 0;

-- name: recovery_add
INSERT INTO recovery_code (account_id, code_hash, salt) VALUES (?, ?, ?);

-- name: recovery_salt
-- The same of all codes of an account: they are made together.
SELECT salt FROM recovery_code WHERE account_id = ? ORDER BY code_hash LIMIT 1;

-- name: factor_seal
UPDATE account SET totp_secret = ? WHERE id = ? AND totp_secret = ?;

-- name: recovery_use
UPDATE recovery_code SET used_at = UTC_TIMESTAMP(3)
WHERE account_id = ? AND code_hash = ? AND used_at IS NULL;

-- name: account_change_password
-- Guarded by the old one, so that a page left open elsewhere cannot undo it.
UPDATE account SET password_hash = ?, must_change_password = 0,
    password_changed_at = UTC_TIMESTAMP(3), version = version + 1
WHERE id = ? AND CONVERT(password_hash USING utf8mb4) = ?;

-- name: account_sessions
-- The first value is the token of the forms of the session that asks.
SELECT s.csrf = CONVERT(? USING ascii) AS is_this, s.created_at, s.seen_at, s.address, s.agent, g.name AS agency
FROM session s LEFT JOIN agency g ON g.id = s.at_agency_id
WHERE s.account_id = ? ORDER BY is_this DESC, seen_at DESC;

-- name: account_history
-- What changed about an account's access, newest first.
SELECT h.at, h.subject, h.from_value, h.to_value, h.reason,
    COALESCE(a.full_name, '') AS by_name
FROM history h LEFT JOIN account a ON a.id = h.account_id
WHERE h.subject IN ('account', 'right') AND h.subject_id = ?
ORDER BY h.id DESC LIMIT 50;

-- name: account_tour
-- Guarded by the stop that the page has shown: pressed twice it goes on once.
UPDATE account SET tour = ? WHERE id = ? AND tour = ?;
