-- SPDX-License-Identifier: ISC
-- Who changed what, as what and from where; and what is no change but has to be known later:
-- who signed in or failed to, was refused, took out figures or evidence.

ALTER TABLE history
    ADD COLUMN role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NULL
        COMMENT 'as what; absent: the operator''s command, and rows of before it was kept' AFTER account_id,
    ADD COLUMN address VARCHAR(45) NOT NULL DEFAULT ''
        COMMENT 'from which address of the network; empty: the operator''s command' AFTER role;

CREATE TABLE event_log (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, grows with time',
    at DATETIME(3) NOT NULL COMMENT 'when; kept as the setting event_days says',
    kind ENUM('sign_in', 'refusal', 'right', 'export', 'download') NOT NULL COMMENT 'what it is about',
    outcome ENUM('done', 'wrong', 'held', 'refused') NOT NULL COMMENT 'wrong: name, password or code; held: too many of those',
    account_id INT UNSIGNED NULL COMMENT 'who; absent: nobody who is known',
    role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NULL COMMENT 'as what',
    region_id INT UNSIGNED NULL COMMENT 'where it is to be seen; absent: the instance',
    agency_id INT UNSIGNED NULL COMMENT 'whose things they were',
    address VARCHAR(45) NOT NULL DEFAULT '' COMMENT 'from which address of the network',
    what VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'in words: the page, the document, the key',
    PRIMARY KEY (id),
    KEY event_log_at (at),
    KEY event_log_region (region_id, id),
    KEY event_log_account (account_id),
    KEY event_log_agency (agency_id),
    KEY event_log_held (address, outcome, at),
    CONSTRAINT event_log_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT event_log_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT event_log_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Signing in, refusals, changes of rights, exports and downloads; only ever added to';

-- What an agency was called in a cycle that is over stays, whatever it is called later; and what becomes
-- of the work of one that is merged, split or dissolved.
ALTER TABLE assessment
    ADD COLUMN agency_name VARCHAR(200) NULL COMMENT 'as the agency was called then; this and the next: absent while it is as it is now',
    ADD COLUMN agency_short VARCHAR(40) NULL COMMENT 'its abbreviation then',
    ADD COLUMN head_title VARCHAR(200) NULL COMMENT 'office of its head then',
    ADD COLUMN head_name VARCHAR(120) NULL COMMENT 'name of its head then',
    ADD COLUMN head_rank VARCHAR(120) NULL COMMENT 'rank of its head then',
    ADD COLUMN head_nip VARCHAR(30) NULL COMMENT 'civil servant number of its head then',
    ADD COLUMN left_at DATETIME(3) NULL COMMENT 'left the cycle: counts in no average, and nothing of it changes',
    ADD COLUMN left_why VARCHAR(600) NOT NULL DEFAULT '' COMMENT 'why, as the report says it',
    ADD CONSTRAINT assessment_left CHECK ((left_at IS NULL) = (left_why = ''));

CREATE TABLE restructuring (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'the agency that was changed',
    kind ENUM('rename', 'merge', 'split', 'dissolve') NOT NULL COMMENT 'what became of it',
    effective DATE NOT NULL COMMENT 'since which day, a calendar day of the region',
    basis VARCHAR(300) NOT NULL COMMENT 'legal base, e.g. number and year of the regulation',
    old_name VARCHAR(200) NOT NULL COMMENT 'what it was called before',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (id),
    KEY restructuring_agency (agency_id, id),
    CONSTRAINT restructuring_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT restructuring_created_fk FOREIGN KEY (created_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Perubahan susunan perangkat daerah, SOTK';

CREATE TABLE restructuring_successor (
    restructuring_id INT UNSIGNED NOT NULL COMMENT 'the change',
    agency_id INT UNSIGNED NOT NULL COMMENT 'an agency that goes on with the tasks',
    PRIMARY KEY (restructuring_id, agency_id),
    KEY restructuring_successor_agency (agency_id),
    CONSTRAINT restructuring_successor_fk FOREIGN KEY (restructuring_id) REFERENCES restructuring (id),
    CONSTRAINT restructuring_successor_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Who goes on with the tasks of a merged or split agency';

-- What belongs to all is nobody's to change but the instance's; a region has its own beside it.
ALTER TABLE holiday
    ADD COLUMN id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key' FIRST,
    ADD COLUMN region_id INT UNSIGNED NULL COMMENT 'whose it is, a province''s for all below it; absent: for everybody' AFTER id,
    ADD COLUMN owner INT UNSIGNED AS (COALESCE(region_id, 0)) STORED COMMENT 'the same, so that a day is there once for each',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (id),
    ADD UNIQUE KEY holiday_day (day, owner),
    ADD KEY holiday_region (region_id, day),
    ADD CONSTRAINT holiday_region_fk FOREIGN KEY (region_id) REFERENCES region (id);

ALTER TABLE instrument
    ADD COLUMN region_id INT UNSIGNED NULL COMMENT 'whose it is, a province''s for all below it; absent: for everybody' AFTER id,
    ADD KEY instrument_region (region_id),
    ADD CONSTRAINT instrument_region_fk FOREIGN KEY (region_id) REFERENCES region (id);
