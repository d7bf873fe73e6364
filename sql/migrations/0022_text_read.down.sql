-- SPDX-License-Identifier: ISC
-- loses: which texts were read by a machine: SELECT COUNT(*) FROM file_text WHERE machine_read <> 0;
ALTER TABLE file_text
    DROP KEY file_text_words,
    DROP COLUMN short_words,
    DROP COLUMN machine_read;

UPDATE revision SET text_state = 'empty' WHERE text_state = 'blank';
ALTER TABLE revision
    MODIFY text_state ENUM('none', 'taken', 'empty', 'unreadable') NOT NULL DEFAULT 'none' COMMENT 'none: not looked at yet; empty: a picture or a scan without text';

ALTER TABLE file_text
    ADD FULLTEXT KEY file_text_words (scope, body);
