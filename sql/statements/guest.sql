-- SPDX-License-Identifier: ISC
-- Forms without account: cgi-bin/lib/guest.

-- name: guest_key
SELECT secret FROM guest_key WHERE id = 1;

-- name: guest_key_make
-- Of two who make it at once the first one's counts.
INSERT INTO guest_key (id, secret, made_at) VALUES (1, ?, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE id = id;

-- name: guest_take
-- As allowance_take, of two rates at once, neither of which is spent where one is not granted: the last key is 1 when
-- both were, else 1 and the seconds until they are.  Values: key and cost in microseconds of one and of the other,
-- which for a rate that is there already is what its new row would be ahead.
INSERT INTO guest_rate (key_hash, spent_until)
VALUES (?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND + INTERVAL (LAST_INSERT_ID(1) - 1) SECOND),
    (?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND)
ON DUPLICATE KEY UPDATE
    spent_until = IF(LAST_INSERT_ID(GREATEST(LAST_INSERT_ID(), 1 + CEIL(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR,
            GREATEST(spent_until, UTC_TIMESTAMP(6)) + INTERVAL TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), VALUES(spent_until)) MICROSECOND) / 1000000))) > 1,
        spent_until, GREATEST(spent_until, UTC_TIMESTAMP(6)) + INTERVAL TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), VALUES(spent_until)) MICROSECOND);
