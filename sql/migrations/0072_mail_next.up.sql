-- SPDX-License-Identifier: ISC
-- When a letter goes about what happens now stood in five statements.  A letter soon waits five minutes for what else
-- there is to say; one in the morning goes at 07.00 WIB, 08.00 WITA, 09.00 WIT: midnight of UTC.
ALTER TABLE account
    ADD COLUMN mail_next DATETIME(3) GENERATED ALWAYS AS (CASE mail_pace
        WHEN 'soon' THEN UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE
        WHEN 'daily' THEN DATE(UTC_TIMESTAMP()) + INTERVAL 1 DAY END) VIRTUAL
        COMMENT 'when a letter goes about what happens now, by mail_pace; absent: never' AFTER mail_topics;
