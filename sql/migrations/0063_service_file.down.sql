-- SPDX-License-Identifier: ISC
-- loses: files that applicants of services sent: SELECT COUNT(*) FROM service_file;
DROP TABLE service_file;
ALTER TABLE service_requirement DROP COLUMN wants_file;
