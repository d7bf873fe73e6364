-- SPDX-License-Identifier: ISC
DELETE FROM history WHERE subject IN ('consultation', 'ruling', 'comment');
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise') NOT NULL COMMENT 'what changed';
DROP TABLE criterion_comment;
DROP TABLE variable_field;
DROP TABLE team_member;
DROP TABLE ruling;
DROP TABLE consultation_document;
DROP TABLE consultation_message;
DROP TABLE consultation;
