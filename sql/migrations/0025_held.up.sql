-- SPDX-License-Identifier: ISC
-- A file at which the inspector broke off, or took longer than it may, is kept from those who
-- verify until it is known, replaced, or one of them takes it knowingly.
ALTER TABLE revision
    ADD COLUMN held ENUM('no', 'time', 'broke') NOT NULL DEFAULT 'no' COMMENT 'why it is kept from who verifies while nobody knows its inside: the look takes long and goes on, or broke off at it',
    ADD COLUMN taken_at DATETIME(3) NULL COMMENT 'when somebody of the team took it all the same; who and why: history',
    ALGORITHM = INSTANT;
