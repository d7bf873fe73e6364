-- SPDX-License-Identifier: ISC
-- The list of certificates of an activity becomes evidence as its other papers do.
ALTER TABLE activity_document
    MODIFY COLUMN paper ENUM('attendance', 'minutes', 'report', 'recap', 'certificates') NULL COMMENT 'the paper that it was made of; absent: it was uploaded';
