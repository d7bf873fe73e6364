-- SPDX-License-Identifier: ISC
-- loses: which letters were renewed by which applications: SELECT COUNT(*) FROM service_application WHERE renews_letter_id IS NOT NULL;
ALTER TABLE service_application
    DROP CONSTRAINT service_application_renews_fk,
    DROP KEY service_application_renews_fk,
    DROP COLUMN renews_letter_id;
