-- SPDX-License-Identifier: ISC
DROP TABLE event_log;
ALTER TABLE history
    DROP COLUMN address,
    DROP COLUMN role;
