-- SPDX-License-Identifier: ISC
-- A note of colleagues may be about one level of its variable, as a question to the team is.
ALTER TABLE criterion_comment
    ADD COLUMN level TINYINT UNSIGNED NULL COMMENT 'the level that it is about; absent: the variable as a whole' AFTER variable_number,
    ADD CONSTRAINT criterion_comment_level CHECK (level BETWEEN 1 AND 5);
