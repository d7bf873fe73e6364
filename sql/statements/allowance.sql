-- SPDX-License-Identifier: ISC
-- Rates of accounts: cgi-bin/lib/frame/allowance.c.

-- name: allowance_take
-- Assignments are made from left to right.  The last key is 1 when one more was
-- granted, else 1 and the seconds until it is.  Values: account and kind; what it
-- costs in microseconds, to begin with; what it would cost, to be judged; what it costs.
INSERT INTO allowance (account_id, kind, spent_until)
VALUES (?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND + INTERVAL (LAST_INSERT_ID(1) - 1) SECOND)
ON DUPLICATE KEY UPDATE
    spent_until = IF(LAST_INSERT_ID(1 + GREATEST(0, CEIL(TIMESTAMPDIFF(MICROSECOND,
            UTC_TIMESTAMP(6) + INTERVAL 1 HOUR,
            GREATEST(spent_until, UTC_TIMESTAMP(6)) + INTERVAL ? MICROSECOND) / 1000000))) > 1,
        spent_until, GREATEST(spent_until, UTC_TIMESTAMP(6)) + INTERVAL ? MICROSECOND);
