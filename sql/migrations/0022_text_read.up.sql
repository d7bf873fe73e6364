-- SPDX-License-Identifier: ISC
-- Words of one and two letters (SK, SP, HC) are found inside files, and what a machine has read from
-- pictures is said to be so.  All texts are taken anew by the background run: the words are in none yet.

ALTER TABLE revision
    MODIFY text_state ENUM('none', 'taken', 'empty', 'unreadable', 'blank') NOT NULL DEFAULT 'none' COMMENT 'none: not looked at yet; empty: a picture or a scan without text; blank: and a machine could read nothing either';

ALTER TABLE file_text
    DROP KEY file_text_words,
    ADD COLUMN short_words TEXT NOT NULL DEFAULT '' COMMENT 'words too short for the index, made longer: k2sk for SK' AFTER scope,
    ADD COLUMN machine_read TINYINT NOT NULL DEFAULT 0 COMMENT '1: read by a machine from pictures, with its mistakes' AFTER cut;

DELETE FROM file_text;
UPDATE revision SET text_state = 'none', text_after = NULL WHERE text_state <> 'none';

ALTER TABLE file_text
    ADD FULLTEXT KEY file_text_words (scope, short_words, body);
