-- SPDX-License-Identifier: ISC
-- loses: what applicants thought of services: SELECT COUNT(*) FROM service_survey;
DROP TABLE service_survey;
