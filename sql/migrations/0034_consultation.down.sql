-- SPDX-License-Identifier: ISC
-- loses: questions, answers and rulings: SELECT (SELECT COUNT(*) FROM consultation) + (SELECT COUNT(*) FROM consultation_message) + (SELECT COUNT(*) FROM ruling);
-- loses: members of teams, fields of variables and remarks on criteria: SELECT (SELECT COUNT(*) FROM team_member) + (SELECT COUNT(*) FROM variable_field) + (SELECT COUNT(*) FROM criterion_comment);
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
