-- SPDX-License-Identifier: ISC

-- name: connection_begin
-- Strict, so that nothing is cut or guessed in silence; times are UTC.  Who
-- waits for a row, or for a table that a copy or a change of the schema holds,
-- waits three seconds, or less where the host says so: nobody's lock holds a
-- process for longer than a person would wait.
SET SESSION time_zone = '+00:00',
    sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION',
    innodb_lock_wait_timeout = LEAST(3, @@GLOBAL.innodb_lock_wait_timeout),
    lock_wait_timeout = LEAST(3, @@GLOBAL.lock_wait_timeout);

-- name: connection_cluster
-- A node of a cluster that has not heard yet what another one stored waits
-- until it has, before it reads: nobody misses what they have just written.
SET SESSION wsrep_sync_wait = 1;

-- name: connection_patience
-- Who changes the schema waits for those who read, and for a copy that is being
-- made; less than the time after which no answer is waited for.
SET SESSION lock_wait_timeout = LEAST(25, @@GLOBAL.lock_wait_timeout);

-- name: ping
SELECT 1 AS alive;

-- name: txn_begin
START TRANSACTION;

-- name: txn_commit
COMMIT;

-- name: txn_rollback
ROLLBACK;

-- name: change_mark_add
-- Stored with each change in a cluster: whoever does not know whether a change
-- was stored does it again, and is told by this key.  And with what a form makes
-- that may be sent twice.
INSERT INTO change_mark (id, at) VALUES (?, UTC_TIMESTAMP(3));

-- name: change_mark_place
SELECT place FROM change_mark WHERE id = ?;

-- name: change_mark_led
UPDATE change_mark SET place = LEFT(?, 500) WHERE id = ?;

-- name: change_mark_remove
DELETE FROM change_mark WHERE id = ?;
