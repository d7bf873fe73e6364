-- SPDX-License-Identifier: ISC
-- What a region's own gateway is told: lib/store/message.c writes it, cgi-bin/matang/webhooks.c posts it, and
-- cgi-bin/cycle/webhook.c shows it.

-- name: webhook_tell
-- One agency's region, where it has a gateway; the key that the path names.
INSERT INTO webhook_delivery (region_id, kind, agency_name, year, path, created_at, until)
SELECT w.region_id, ?, g.name, ?, REPLACE(?, '%lld', ?), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 3 DAY
FROM agency g
JOIN webhook w ON w.region_id = g.region_id
WHERE g.id = ?;

-- name: webhook_tell_cycle
-- The same of each agency of a cycle whose assessment is in a state.
INSERT INTO webhook_delivery (region_id, kind, agency_name, year, path, created_at, until)
SELECT w.region_id, ?, COALESCE(x.agency_name, g.name), c.year, REPLACE(?, '%lld', x.id), UTC_TIMESTAMP(3),
    UTC_TIMESTAMP(3) + INTERVAL 3 DAY
FROM cycle c
JOIN webhook w ON w.region_id = c.region_id
JOIN assessment x ON x.cycle_id = c.id AND x.left_at IS NULL AND x.state = ?
JOIN agency g ON g.id = x.agency_id
WHERE c.id = ?;

-- name: webhook_tell_assessment
INSERT INTO webhook_delivery (region_id, kind, agency_name, year, path, created_at, until)
SELECT w.region_id, ?, COALESCE(x.agency_name, g.name), c.year, REPLACE(?, '%lld', x.id), UTC_TIMESTAMP(3),
    UTC_TIMESTAMP(3) + INTERVAL 3 DAY
FROM assessment x
JOIN cycle c ON c.id = x.cycle_id
JOIN agency g ON g.id = x.agency_id
JOIN webhook w ON w.region_id = g.region_id
WHERE x.id = ?;

-- name: webhook_turn
-- Of each gateway that may be tried, what was tried least; of that the oldest.
SELECT w.region_id, w.address, w.secret, w.version, w.failures, r.code, d.id, d.kind, d.agency_name, d.year, d.path, d.tries,
    CONCAT(d.id, '-', DATE_FORMAT(d.created_at, '%Y%m%d%H%i%s')) AS delivery,
    DATE_FORMAT(d.created_at, '%Y-%m-%dT%H:%i:%sZ') AS happened
FROM webhook w FORCE INDEX (webhook_next)
JOIN region r ON r.id = w.region_id
JOIN webhook_delivery d ON d.id = (SELECT x.id FROM webhook_delivery x WHERE x.region_id = w.region_id AND x.state = 'waiting'
    ORDER BY x.tries, x.id LIMIT 1)
WHERE w.next_at <= UTC_TIMESTAMP(3)
ORDER BY w.next_at
LIMIT ?;

-- name: webhook_claim
-- Nobody else posts to it meanwhile.
UPDATE webhook SET next_at = UTC_TIMESTAMP(3) + INTERVAL 2 MINUTE WHERE region_id = ? AND next_at <= UTC_TIMESTAMP(3);

-- name: webhook_sent
UPDATE webhook_delivery SET state = 'sent', ended_at = UTC_TIMESTAMP(3), tries = tries + 1, status = ?, trouble = ''
WHERE id = ? AND state = 'waiting';

-- name: webhook_not_sent
UPDATE webhook_delivery SET tries = tries + 1, status = ?, trouble = CONVERT(? USING ascii)
WHERE id = ? AND state = 'waiting';

-- name: webhook_pause
-- One that has another address by now is tried at once.
UPDATE webhook SET failures = ?, next_at = UTC_TIMESTAMP(3) + INTERVAL ? MINUTE WHERE region_id = ? AND version = ?;

-- name: webhook_give_up
UPDATE webhook_delivery SET state = 'given_up', ended_at = UTC_TIMESTAMP(3) WHERE state = 'waiting' AND until <= UTC_TIMESTAMP(3);

-- name: webhook_of_region
SELECT w.address, w.failures, w.version, w.updated_at, a.full_name AS updated_by,
    w.next_at, w.next_at > UTC_TIMESTAMP(3) AS pauses,
    (SELECT COUNT(*) FROM (SELECT 1 FROM webhook_delivery d WHERE d.region_id = ? AND d.state = 'waiting' LIMIT 1001) n) AS waiting,
    (SELECT COUNT(*) FROM (SELECT 1 FROM webhook_delivery d WHERE d.region_id = ? AND d.state = 'given_up' LIMIT 1001) n) AS given_up
FROM webhook w
JOIN account a ON a.id = w.updated_by
WHERE w.region_id = ?;

-- name: webhook_last
-- The newest ones, whatever became of them.
SELECT d.kind, d.agency_name, d.year, '' AS detail, d.created_at, d.state, d.tries, d.status, d.trouble
FROM webhook_delivery d FORCE INDEX (webhook_delivery_region)
WHERE d.region_id = ? ORDER BY d.id DESC LIMIT ?;

-- name: webhook_add
INSERT INTO webhook (region_id, address, secret, next_at, updated_at, updated_by)
VALUES (?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ?);

-- name: webhook_change
UPDATE webhook SET address = ?, failures = 0, next_at = UTC_TIMESTAMP(3), updated_at = UTC_TIMESTAMP(3), updated_by = ?,
    version = version + 1
WHERE region_id = ? AND version = ?;

-- name: webhook_turn_secret
UPDATE webhook SET secret = ?, failures = 0, next_at = UTC_TIMESTAMP(3), updated_at = UTC_TIMESTAMP(3), updated_by = ?,
    version = version + 1
WHERE region_id = ? AND version = ?;

-- name: webhook_remove
DELETE FROM webhook WHERE region_id = ? AND version = ?;

-- name: webhook_drop_waiting
-- Nobody is told any more.
UPDATE webhook_delivery SET state = 'given_up', ended_at = UTC_TIMESTAMP(3) WHERE region_id = ? AND state = 'waiting';

-- name: webhook_test
INSERT INTO webhook_delivery (region_id, kind, created_at, until)
SELECT w.region_id, 'test', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 3 DAY FROM webhook w WHERE w.region_id = ?;

-- name: webhook_again
-- What was given up waits again.
UPDATE webhook_delivery SET state = 'waiting', ended_at = NULL, tries = 0, until = UTC_TIMESTAMP(3) + INTERVAL 3 DAY
WHERE region_id = ? AND state = 'given_up';

-- name: webhook_at_once
-- Without the rest of the pause.
UPDATE webhook SET failures = 0, next_at = UTC_TIMESTAMP(3) WHERE region_id = ? AND next_at > UTC_TIMESTAMP(3);
