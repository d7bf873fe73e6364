-- SPDX-License-Identifier: ISC
-- loses: what regions keep from the public: SELECT COUNT(*) FROM region WHERE publish_names = 0 OR publish_threshold IS NOT NULL;
ALTER TABLE region DROP CONSTRAINT region_publish_threshold;
ALTER TABLE region DROP COLUMN publish_threshold, DROP COLUMN publish_names;
