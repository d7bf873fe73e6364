-- SPDX-License-Identifier: ISC
-- loses: requests for more time, deadlines of single agencies and what happens after them: SELECT (SELECT COUNT(*) FROM time_request) + (SELECT COUNT(*) FROM assessment WHERE COALESCE(until_4, until_5, until_6) IS NOT NULL OR kept_open = 1) + (SELECT COUNT(*) FROM cycle WHERE after_deadline <> 'warn');
DROP TABLE time_request;
ALTER TABLE assessment DROP COLUMN kept_open, DROP COLUMN until_6, DROP COLUMN until_5, DROP COLUMN until_4;
ALTER TABLE cycle DROP COLUMN after_deadline;
