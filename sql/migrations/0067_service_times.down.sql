-- SPDX-License-Identifier: ISC
-- loses: how long applications stood at each step: SELECT COUNT(*) FROM service_move WHERE days IS NOT NULL;
-- loses: which documents are papers of services: SELECT COUNT(*) FROM service_paper;
DROP TABLE service_paper;
ALTER TABLE service_move DROP COLUMN days;
