-- SPDX-License-Identifier: ISC
-- loses: services with their versions: SELECT COUNT(*) FROM service_version;
DELETE FROM history WHERE subject IN ('service', 'complaint');
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan', 'activity', 'forum') NOT NULL
        COMMENT 'what changed';
DROP TABLE service_step;
DROP TABLE service_field;
DROP TABLE service_requirement;
DROP TABLE service_version;
DROP TABLE service;
