-- SPDX-License-Identifier: ISC
-- loses: complaints: SELECT (SELECT COUNT(*) FROM complaint) + (SELECT COUNT(*) FROM complaint_template);
DROP TABLE complaint_template;
DROP TABLE complaint_file;
DROP TABLE complaint_message;
DROP TABLE complaint;
DROP TABLE complaint_rule;
