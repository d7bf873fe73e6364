-- SPDX-License-Identifier: ISC

-- name: migration_table
-- The command makes its own table: it must be there before any migration.
CREATE TABLE IF NOT EXISTS migration (
    number SMALLINT UNSIGNED NOT NULL COMMENT 'of the file, e.g. 1 for 0001_assessment',
    name VARCHAR(120) NOT NULL COMMENT 'rest of the file name',
    sha256 BINARY(32) NOT NULL COMMENT 'hash of the file as it was run',
    began_at DATETIME(3) NOT NULL COMMENT 'when it was begun',
    finished_at DATETIME(3) NULL COMMENT 'absent: it runs just now, or broke off half done',
    PRIMARY KEY (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Which migrations this database has had';

-- name: migration_list
SELECT number, name, sha256, began_at, finished_at FROM migration ORDER BY number;

-- name: migration_table_done
-- How far one has come that does not finish, and who runs it: of earlier releases nobody knows.
ALTER TABLE migration
    ADD COLUMN IF NOT EXISTS done SMALLINT UNSIGNED NULL COMMENT 'statements of the file that are done; absent: not known',
    ADD COLUMN IF NOT EXISTS connection BIGINT UNSIGNED NULL COMMENT 'number that the server gave to whom it was begun by';

-- name: migration_begin
-- The primary key keeps a second run out while the first is at work.
INSERT INTO migration (number, name, sha256, began_at, done, connection)
VALUES (?, ?, ?, UTC_TIMESTAMP(3), 0, CONNECTION_ID());

-- name: migration_done
UPDATE migration SET done = ? WHERE number = ?;

-- name: migration_has_table
-- Whether the schema has it: the backup before an upgrade is made by the programs of after it.
SELECT 1 AS there FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?;

-- name: migration_broken
-- Where one stands that did not finish, and whether its run goes on.
SELECT m.done, (SELECT COUNT(*) FROM information_schema.processlist p WHERE p.id = m.connection) AS at_work
FROM migration m WHERE m.number = ?;

-- name: migration_take_over
-- Who goes on; of two at once one wins.
UPDATE migration SET connection = CONNECTION_ID() WHERE number = ? AND finished_at IS NULL AND done = ?;

-- name: migration_finish
UPDATE migration SET finished_at = UTC_TIMESTAMP(3) WHERE number = ?;

-- name: migration_lost
-- What a line of a script on the way back has counted (cgi-bin/matang/migrate.c).
SELECT @matang_lost AS lost;

-- name: migration_reverse
-- While it is being taken back it counts as half done; one run wins.
UPDATE migration SET finished_at = NULL, done = NULL WHERE number = ? AND finished_at IS NOT NULL;

-- name: migration_remove
DELETE FROM migration WHERE number = ?;
