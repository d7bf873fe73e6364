-- SPDX-License-Identifier: ISC
-- loses: the texts of files, which would be taken out again: SELECT COUNT(*) FROM file_text;
DROP TABLE file_text;
ALTER TABLE revision
    DROP KEY revision_text,
    DROP COLUMN text_after,
    DROP COLUMN text_state;
