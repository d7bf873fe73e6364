-- SPDX-License-Identifier: ISC

-- name: session_load
-- One round trip on every request of a signed-in person: the session, the
-- account, and the stamps of what is known already (frame/cache.h).  Who serves
-- several agencies is for now of the one that the session is at.
SELECT a.id AS account_id, COALESCE(s.at_role, a.role) AS role, a.region_id,
    COALESCE(s.at_agency_id, a.agency_id) AS own_agency_id, a.full_name, a.serves, a.tour, s.at_role,
    a.must_change_password, a.totp_confirmed, a.unread, s.csrf, s.second_factor,
    TIMESTAMPDIFF(SECOND, s.seen_at, UTC_TIMESTAMP(3)) AS idle_seconds,
    TIMESTAMPDIFF(SECOND, s.created_at, UTC_TIMESTAMP(3)) AS age_seconds,
    w.number AS world, COALESCE(s.at_agency_id, a.agency_id) AS agency_id, k.number AS stamp
FROM session s
JOIN account a ON a.id = s.account_id AND a.state = 'active'
JOIN world_stamp w ON w.id = 1
LEFT JOIN agency_stamp k ON k.agency_id = COALESCE(s.at_agency_id, a.agency_id)
WHERE s.token_hash = ?;

-- name: session_assessment
-- The same, and the assessment that the path names with the stamp of its
-- agency: an operator's and a head's only of their own, the others' by region,
-- which assessment/assessment.c looks up.
SELECT a.id AS account_id, COALESCE(s.at_role, a.role) AS role, a.region_id,
    COALESCE(s.at_agency_id, a.agency_id) AS own_agency_id, a.full_name, a.serves, a.tour, s.at_role,
    a.must_change_password, a.totp_confirmed, a.unread, s.csrf, s.second_factor,
    TIMESTAMPDIFF(SECOND, s.seen_at, UTC_TIMESTAMP(3)) AS idle_seconds,
    TIMESTAMPDIFF(SECOND, s.created_at, UTC_TIMESTAMP(3)) AS age_seconds,
    w.number AS world, x.id AS assessment_id, x.cycle_id, x.agency_id, x.state, x.version,
    x.opened_at IS NOT NULL AS opened, x.agency_name, x.left_why,
    x.until_4, x.until_5, x.until_6, x.kept_open, k.number AS stamp
FROM session s
JOIN account a ON a.id = s.account_id AND a.state = 'active'
JOIN world_stamp w ON w.id = 1
LEFT JOIN assessment x ON x.id = ?
    AND (x.agency_id = COALESCE(s.at_agency_id, a.agency_id)
        OR COALESCE(s.at_role, a.role) NOT IN ('operator', 'head'))
LEFT JOIN agency_stamp k ON k.agency_id = x.agency_id
WHERE s.token_hash = ?;

-- name: session_answer
-- The same, and one answer of it, by a variable that was guessed.
SELECT a.id AS account_id, COALESCE(s.at_role, a.role) AS role, a.region_id,
    COALESCE(s.at_agency_id, a.agency_id) AS own_agency_id, a.full_name, a.serves, a.tour, s.at_role,
    a.must_change_password, a.totp_confirmed, a.unread, s.csrf, s.second_factor,
    TIMESTAMPDIFF(SECOND, s.seen_at, UTC_TIMESTAMP(3)) AS idle_seconds,
    TIMESTAMPDIFF(SECOND, s.created_at, UTC_TIMESTAMP(3)) AS age_seconds,
    w.number AS world, x.id AS assessment_id, x.cycle_id, x.agency_id, x.state, x.version,
    x.opened_at IS NOT NULL AS opened, x.agency_name, x.left_why,
    x.until_4, x.until_5, x.until_6, x.kept_open, k.number AS stamp,
    n.variable_id, n.version AS answer_version, n.self_level, n.explanation,
    n.overclaim_reason, n.return_note, n.needs_correction, n.updated_at, n.updated_by,
    IF(n.updated_at > UTC_TIMESTAMP(3) - INTERVAL 30 MINUTE, n.words_kept, NULL) AS words_kept,
    n.city_level, n.city_reason, n.city_recommendation, n.province_level,
    n.province_reason, n.province_recommendation
FROM session s
JOIN account a ON a.id = s.account_id AND a.state = 'active'
JOIN world_stamp w ON w.id = 1
LEFT JOIN assessment x ON x.id = ?
    AND (x.agency_id = COALESCE(s.at_agency_id, a.agency_id)
        OR COALESCE(s.at_role, a.role) NOT IN ('operator', 'head'))
LEFT JOIN agency_stamp k ON k.agency_id = x.agency_id
LEFT JOIN answer n ON n.assessment_id = x.id AND n.variable_id = ?
WHERE s.token_hash = ?;

-- name: session_touch
UPDATE session SET seen_at = UTC_TIMESTAMP(3) WHERE token_hash = ?;

-- name: session_begin
INSERT INTO session (token_hash, account_id, csrf, second_factor, created_at,
    seen_at, address, agent)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), LEFT(?, 45), LEFT(?, 200));

-- name: session_living
-- In how many other browsers somebody is in the account now: where it has a second
-- factor (1), nobody is before it was given.
SELECT COUNT(*) AS count FROM session
WHERE account_id = ? AND second_factor >= ? AND seen_at >= UTC_TIMESTAMP(3) - INTERVAL ? MINUTE;

-- name: session_limit
-- Those stay that gave the second factor, and among them those that were used last.
DELETE s FROM session s
JOIN (SELECT token_hash FROM session WHERE account_id = ?
    ORDER BY second_factor DESC, seen_at DESC LIMIT 10000 OFFSET ?) AS o
    ON o.token_hash = s.token_hash
WHERE s.account_id = ?;

-- name: session_confirm
UPDATE session SET token_hash = ?, created_at = UTC_TIMESTAMP(3), seen_at = UTC_TIMESTAMP(3)
WHERE token_hash = ?;

-- name: session_end
DELETE FROM session WHERE token_hash = ?;

-- name: session_end_all
-- The second value is the hash of a session to keep, or zeros.
DELETE FROM session WHERE account_id = ? AND token_hash <> ?;

-- name: account_signed_in
-- What changed since the visit before is shown; who signs in twice in one sitting, or gives
-- the second factor, visits once.  Assigned from left to right.
UPDATE account
SET visited_at = IF(signed_in_at > UTC_TIMESTAMP(3) - INTERVAL 10 MINUTE, visited_at, signed_in_at),
    signed_in_at = UTC_TIMESTAMP(3)
WHERE id = ?;

-- name: setting_value
-- No row: nobody chose another value than that of the table in store/setting.h.
SELECT value, version FROM setting WHERE name = CONVERT(? USING ascii);

-- name: session_home
-- Back to the own agency, in all browsers that are at that one.
UPDATE session SET at_agency_id = NULL, at_role = NULL WHERE account_id = ? AND at_agency_id = ?;

-- name: session_serve
-- Only where the account serves it: no row changes for any other.
UPDATE session s JOIN membership m ON m.account_id = s.account_id AND m.agency_id = ?
SET s.at_agency_id = m.agency_id, s.at_role = m.role
WHERE s.token_hash = ?;

-- name: session_serve_own
UPDATE session SET at_agency_id = NULL, at_role = NULL WHERE token_hash = ?;
