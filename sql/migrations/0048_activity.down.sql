-- SPDX-License-Identifier: ISC
-- loses: activities and who was there: SELECT (SELECT COUNT(*) FROM activity) + (SELECT COUNT(*) FROM attendance);
DELETE FROM history WHERE subject = 'activity';
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan') NOT NULL COMMENT 'what changed';
DROP TABLE activity_document;
DROP TABLE attendance;
DROP TABLE attendance_session;
DROP TABLE activity;
