-- SPDX-License-Identifier: ISC
-- What is changed in the register of applications stands in the history under a name of its own.
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan', 'activity', 'complaint', 'forum',
        'service', 'application') NOT NULL COMMENT 'what changed';
