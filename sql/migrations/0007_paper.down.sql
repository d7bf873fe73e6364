-- SPDX-License-Identifier: ISC
-- loses: papers but forms and receipts: SELECT COUNT(*) FROM paper WHERE kind NOT IN ('form', 'receipt');
-- loses: letterheads, crests and texts of reports: SELECT (SELECT COUNT(*) FROM letterhead) + (SELECT COUNT(*) FROM crest) + (SELECT COUNT(*) FROM cycle_report);
-- Papers of the new kinds cannot stay where there is no such kind.
DROP TABLE paper_file;
DELETE FROM paper WHERE kind NOT IN ('form', 'receipt');
ALTER TABLE paper
    DROP CONSTRAINT paper_about,
    DROP CONSTRAINT paper_receipt_number,
    MODIFY assessment_id INT UNSIGNED NOT NULL COMMENT 'what it is about',
    MODIFY kind ENUM('form', 'receipt') NOT NULL COMMENT 'verified questionnaire or tanda terima',
    MODIFY number INT UNSIGNED NULL COMMENT 'running number of a receipt in its cycle',
    ADD CONSTRAINT paper_receipt_number CHECK ((kind = 'receipt') = (number IS NOT NULL));
DROP TABLE cycle_report;
DROP TABLE letterhead;
DROP TABLE crest;
