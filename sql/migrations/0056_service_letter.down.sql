-- SPDX-License-Identifier: ISC
-- loses: letters of services, and the numbers that were given: SELECT COUNT(*) FROM service_letter;
DROP TABLE service_letter;
DROP TABLE service_number_note;
DROP TABLE service_series;
