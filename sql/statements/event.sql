-- SPDX-License-Identifier: ISC

-- name: event_add
-- Seen where the things were, else where the account belongs.
INSERT INTO event_log (at, kind, outcome, account_id, role, region_id, agency_id, address, what)
VALUES (UTC_TIMESTAMP(3), ?, ?, ?, COALESCE(?, (SELECT a.role FROM account a WHERE a.id = ?)),
    COALESCE(?, (SELECT g.region_id FROM agency g WHERE g.id = ?),
        (SELECT b.region_id FROM account b WHERE b.id = ?)), ?, ?, LEFT(?, 300));

-- name: event_add_held
INSERT INTO event_log (at, kind, outcome, account_id, role, region_id, address, what)
SELECT UTC_TIMESTAMP(3), ?, 'held', ?, (SELECT a.role FROM account a WHERE a.id = ?),
    (SELECT b.region_id FROM account b WHERE b.id = ?), ?, LEFT(?, 300)
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM event_log e WHERE e.address = ? AND e.outcome = 'held'
    AND e.at > UTC_TIMESTAMP(3) - INTERVAL 15 MINUTE);

-- name: event_add_right
-- A change of rights stands in the history, and here beside who signed in.
INSERT INTO event_log (at, kind, outcome, account_id, role, region_id, agency_id, address, what)
VALUES (UTC_TIMESTAMP(3), 'right', 'done', ?, COALESCE(?, (SELECT a.role FROM account a WHERE a.id = ?)),
    ?, ?, ?, LEFT(CONCAT(COALESCE((SELECT CONVERT(b.username USING utf8mb4) FROM account b
        WHERE b.id = ?), ''), ': ', ?, ' → ', ?), 300));

-- name: sweep_count_events
SELECT COUNT(*) AS count FROM event_log WHERE at < UTC_TIMESTAMP(3) - INTERVAL ? DAY;

-- name: sweep_events
DELETE FROM event_log WHERE at < UTC_TIMESTAMP(3) - INTERVAL ? DAY;
