-- SPDX-License-Identifier: ISC

-- name: connection_begin
-- Strict, so that nothing is cut or guessed in silence; times are UTC.  Who
-- waits for a row waits five seconds, or less where the host says so.
SET SESSION time_zone = '+00:00',
    sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION',
    innodb_lock_wait_timeout = LEAST(5, @@GLOBAL.innodb_lock_wait_timeout);

-- name: ping
SELECT 1 AS alive;

-- name: txn_begin
START TRANSACTION;

-- name: txn_commit
COMMIT;

-- name: txn_rollback
ROLLBACK;
