-- SPDX-License-Identifier: ISC
-- Drops all tables of the database that is in use: `matang restore --replace` runs it before it
-- puts a backup back, which may be of a release with fewer tables.
SET SESSION group_concat_max_len = 1000000;
SET FOREIGN_KEY_CHECKS = 0;
SELECT COALESCE(CONCAT('DROP TABLE IF EXISTS ', GROUP_CONCAT('`', table_name, '`')), 'DO 0') INTO @drop_all
FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE';
PREPARE drop_all FROM @drop_all;
EXECUTE drop_all;
DEALLOCATE PREPARE drop_all;
SET FOREIGN_KEY_CHECKS = 1;
