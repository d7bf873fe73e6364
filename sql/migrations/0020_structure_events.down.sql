-- SPDX-License-Identifier: ISC
-- loses: the log of events: SELECT COUNT(*) FROM event_log;
-- loses: restructurings, and who left a cycle: SELECT (SELECT COUNT(*) FROM restructuring) + (SELECT COUNT(*) FROM assessment WHERE left_at IS NOT NULL);
-- loses: names of agencies and heads as they were then: SELECT COUNT(*) FROM assessment WHERE agency_name IS NOT NULL;
-- loses: whose holidays and instruments are: SELECT (SELECT COUNT(*) FROM holiday WHERE region_id IS NOT NULL) + (SELECT COUNT(*) FROM instrument WHERE region_id IS NOT NULL);
-- loses: as what and from where a change was made: SELECT COUNT(*) FROM history WHERE address <> '' OR role IS NOT NULL;
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
