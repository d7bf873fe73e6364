-- SPDX-License-Identifier: ISC
-- loses: levels aimed at and steps of improvement plans: SELECT (SELECT COUNT(*) FROM plan_target) + (SELECT COUNT(*) FROM plan_step);
DELETE FROM history WHERE subject = 'plan';
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation') NOT NULL COMMENT 'what changed';
DROP TABLE plan_step;
DROP TABLE plan_target;
