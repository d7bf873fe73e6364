-- SPDX-License-Identifier: ISC
-- loses: what the words of answers said before: SELECT COUNT(*) FROM answer_words;
ALTER TABLE answer DROP COLUMN words_kept;
DROP TABLE answer_words;
DELETE FROM history WHERE subject = 'explanation';
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment') NOT NULL COMMENT 'what changed';
