-- SPDX-License-Identifier: ISC

-- name: session_load
-- One round trip on every request of a signed-in person: the session, the
-- account and where it belongs, and the settings that limit the session.
SELECT a.id AS account_id, a.role, a.region_id, a.agency_id, a.full_name,
    a.must_change_password, a.totp_confirmed, r.name AS region_name,
    r.timezone, g.name AS agency_name, s.csrf, s.second_factor,
    TIMESTAMPDIFF(SECOND, s.seen_at, UTC_TIMESTAMP(3)) AS idle_seconds,
    TIMESTAMPDIFF(SECOND, s.created_at, UTC_TIMESTAMP(3)) AS age_seconds,
    (SELECT value FROM setting WHERE name = 'session_idle_minutes') AS idle_minutes,
    (SELECT value FROM setting WHERE name = 'session_hours') AS hours,
    (SELECT value FROM setting WHERE name = 'second_factor_roles') AS second_factor_roles
FROM session s
JOIN account a ON a.id = s.account_id AND a.state = 'active'
LEFT JOIN region r ON r.id = a.region_id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE s.token_hash = ?;

-- name: session_touch
UPDATE session SET seen_at = UTC_TIMESTAMP(3) WHERE token_hash = ?;

-- name: session_begin
INSERT INTO session (token_hash, account_id, csrf, second_factor, created_at,
    seen_at, address, agent)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), LEFT(?, 45), LEFT(?, 200));

-- name: session_end
DELETE FROM session WHERE token_hash = ?;

-- name: session_end_all
-- The second value is the hash of a session to keep, or zeros.
DELETE FROM session WHERE account_id = ? AND token_hash <> ?;

-- name: account_signed_in
UPDATE account SET signed_in_at = UTC_TIMESTAMP(3) WHERE id = ?;

-- name: setting_value
-- No row: nobody chose another value than that of the table in store/setting.h.
SELECT value, version FROM setting WHERE name = ?;
