-- SPDX-License-Identifier: ISC
-- loses: the licence that a region chose for its open data: SELECT COUNT(*) FROM region WHERE open_data_licence <> '';
ALTER TABLE region DROP CONSTRAINT region_open_data_licence, DROP COLUMN open_data_licence;
