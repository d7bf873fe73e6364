-- SPDX-License-Identifier: ISC
-- loses: which level a note is about: SELECT COUNT(*) FROM criterion_comment WHERE level IS NOT NULL;
ALTER TABLE criterion_comment
    DROP CONSTRAINT criterion_comment_level,
    DROP COLUMN level;
