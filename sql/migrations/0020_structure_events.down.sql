-- SPDX-License-Identifier: ISC
-- A region's own day that all have, too, goes; its others are days of everybody, as they were before.
ALTER TABLE instrument DROP FOREIGN KEY instrument_region_fk, DROP KEY instrument_region, DROP COLUMN region_id;
DELETE h FROM holiday h JOIN holiday o ON o.day = h.day AND o.id < h.id;
ALTER TABLE holiday
    DROP FOREIGN KEY holiday_region_fk,
    DROP KEY holiday_day,
    DROP KEY holiday_region,
    DROP PRIMARY KEY,
    DROP COLUMN owner,
    DROP COLUMN region_id,
    DROP COLUMN id,
    ADD PRIMARY KEY (day);
DROP TABLE restructuring_successor;
DROP TABLE restructuring;
ALTER TABLE assessment
    DROP CONSTRAINT assessment_left,
    DROP COLUMN left_why,
    DROP COLUMN left_at,
    DROP COLUMN head_nip,
    DROP COLUMN head_rank,
    DROP COLUMN head_name,
    DROP COLUMN head_title,
    DROP COLUMN agency_short,
    DROP COLUMN agency_name;
DROP TABLE event_log;
ALTER TABLE history
    DROP COLUMN address,
    DROP COLUMN role;
