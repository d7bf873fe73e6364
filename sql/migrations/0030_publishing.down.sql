-- SPDX-License-Identifier: ISC
ALTER TABLE region DROP CONSTRAINT region_publish_threshold;
ALTER TABLE region DROP COLUMN publish_threshold, DROP COLUMN publish_names;
