-- SPDX-License-Identifier: ISC
-- loses: applications, sites and budgets for information technology: SELECT (SELECT COUNT(*) FROM application) + (SELECT COUNT(*) FROM ict_budget);
DROP TABLE ict_budget;
DROP TABLE application_count;
DROP TABLE application;
