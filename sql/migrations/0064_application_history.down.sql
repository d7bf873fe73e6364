-- SPDX-License-Identifier: ISC
-- loses nothing
UPDATE history SET subject = 'agency', subject_id = agency_id WHERE subject = 'application';
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan', 'activity', 'complaint', 'forum',
        'service') NOT NULL COMMENT 'what changed';
