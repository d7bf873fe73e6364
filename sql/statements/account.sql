-- SPDX-License-Identifier: ISC

-- name: account_add
INSERT INTO account (username, password_hash, role, region_id, agency_id,
    full_name, nip, office, email, phone, must_change_password,
    password_changed_at, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));

-- name: account_read
SELECT id, version, username, password_hash, role, region_id, agency_id,
    full_name, nip, office, email, phone, state, must_change_password,
    totp_confirmed
FROM account WHERE id = ?;

-- name: account_named
SELECT id, version, username, password_hash, role, region_id, agency_id,
    full_name, nip, office, email, phone, state, must_change_password,
    totp_confirmed
FROM account WHERE username = ?;

-- name: account_set_password
UPDATE account SET password_hash = ?, must_change_password = ?,
    password_changed_at = UTC_TIMESTAMP(3), version = version + 1
WHERE id = ?;

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

-- name: throttle_try
-- Assignments are made from left to right.  A count that has rested begins
-- anew; beyond the limit neither the count nor its time goes on, so that
-- nobody is held for longer by trying again.
INSERT INTO throttle (kind, key_hash, failures, since)
VALUES (?, ?, 1, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE
    failures = IF(since < UTC_TIMESTAMP(3) - INTERVAL ? MINUTE, 1, LEAST(failures, ?) + 1),
    since = IF(failures <= ?, UTC_TIMESTAMP(3), since);

-- name: throttle_tries
SELECT failures FROM throttle WHERE kind = ? AND key_hash = ?;

-- name: throttle_forgive
UPDATE throttle SET failures = failures - 1
WHERE kind = ? AND key_hash = ? AND failures > 0;

-- name: throttle_forget
DELETE FROM throttle WHERE kind = ? AND key_hash = ?;
