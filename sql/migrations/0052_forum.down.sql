-- SPDX-License-Identifier: ISC
-- loses: public consultations and what people said: SELECT (SELECT COUNT(*) FROM hearing) + (SELECT COUNT(*) FROM opinion);
DELETE FROM history WHERE subject = 'forum';
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan', 'activity') NOT NULL COMMENT 'what changed';
DROP TABLE opinion_support;
DROP TABLE opinion_theme;
DROP TABLE opinion_reply;
DROP TABLE opinion;
DROP TABLE hearing_theme;
DROP TABLE hearing_choice;
DROP TABLE hearing_question;
DROP TABLE hearing_document;
DROP TABLE hearing;
