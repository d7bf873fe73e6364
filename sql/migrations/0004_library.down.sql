-- SPDX-License-Identifier: ISC
DROP TABLE file_text;
ALTER TABLE revision
    DROP KEY revision_text,
    DROP COLUMN text_after,
    DROP COLUMN text_state;
