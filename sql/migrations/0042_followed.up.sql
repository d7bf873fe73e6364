-- SPDX-License-Identifier: ISC
-- What the province has taken over from the city in one press can be told from what it judged itself,
-- and be taken back in one press.
ALTER TABLE answer
    ADD COLUMN province_followed TINYINT UNSIGNED NOT NULL DEFAULT 0
        COMMENT '1: the province''s level was taken over from the city with others in one press, and not touched since';
