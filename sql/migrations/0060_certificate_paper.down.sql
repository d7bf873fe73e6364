-- SPDX-License-Identifier: ISC
-- loses: which documents were made of a list of certificates, which stay: SELECT COUNT(*) FROM activity_document WHERE paper = 'certificates';
UPDATE activity_document SET paper = NULL WHERE paper = 'certificates';
ALTER TABLE activity_document
    MODIFY COLUMN paper ENUM('attendance', 'minutes', 'report', 'recap') NULL COMMENT 'the paper that it was made of; absent: it was uploaded';
