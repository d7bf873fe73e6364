-- SPDX-License-Identifier: ISC
-- What a region lets everybody know of its agencies, beside the setting of the instance.
ALTER TABLE region
    ADD COLUMN publish_names TINYINT NOT NULL DEFAULT 1
        COMMENT '0: names and scores of single agencies are not published' AFTER complaint_channel,
    ADD COLUMN publish_threshold TINYINT UNSIGNED NULL
        COMMENT 'figures over fewer assessed agencies are not told; absent: as the setting anonymity_threshold says'
        AFTER publish_names,
    ADD CONSTRAINT region_publish_threshold CHECK (publish_threshold BETWEEN 3 AND 100);
