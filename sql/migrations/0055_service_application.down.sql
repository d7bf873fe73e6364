-- SPDX-License-Identifier: ISC
-- loses: applications and the register of enterprises: SELECT (SELECT COUNT(*) FROM service_application) + (SELECT COUNT(*) FROM enterprise);
DROP TABLE service_visit;
DROP TABLE service_move;
DROP TABLE service_verdict;
DROP TABLE service_value;
DROP TABLE service_application;
DROP TABLE enterprise;
