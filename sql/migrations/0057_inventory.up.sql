-- SPDX-License-Identifier: ISC
-- The register of applications and sites of each agency, what was counted of their use, how their links answered;
-- and what a region spends on information technology each year, against what it aims at.
CREATE TABLE application (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose it is',
    kind ENUM('application', 'site') NOT NULL COMMENT 'application, or site of the agency',
    name VARCHAR(160) NOT NULL COMMENT 'what it is called',
    removed INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: in the register; its own key: taken out of it, so that the name is free',
    purpose VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what it is for',
    address VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'http(s) address that people open; may be empty',
    audience VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'users meant, in words',
    audience_count INT UNSIGNED NULL COMMENT 'users meant, how many; absent: not known',
    manager VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'who looks after it',
    training VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what that person was trained in',
    partner VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'partner that built or runs it',
    cost BIGINT UNSIGNED NULL COMMENT 'cost of a year, in rupiah; absent: not known',
    fund VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'where the money comes from',
    data_kept VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'which data it keeps',
    runs_at VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'where it runs',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    link_state ENUM('alive', 'slow', 'parent', 'expired', 'dead', 'refused') NULL COMMENT 'how the address answered last; absent: not looked at',
    link_reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'why, as matang/probe.h calls it; person: somebody looked at it',
    link_status SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'status of the last answer over HTTP; 0: none',
    link_milliseconds INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how long the answer took',
    link_final VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'where the address led, when it led elsewhere',
    link_at DATETIME(3) NULL COMMENT 'when it was looked at last',
    link_since DATETIME(3) NULL COMMENT 'since when it answers so',
    link_due DATETIME(3) NOT NULL COMMENT 'not to be looked at before; a claim of the job, too',
    PRIMARY KEY (id),
    UNIQUE KEY application_name (agency_id, name, removed),
    KEY application_link_due (link_due, id),
    KEY application_created (created_by),
    CONSTRAINT application_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT application_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT application_audience CHECK (audience_count > 0),
    CONSTRAINT application_cost CHECK (cost <= 100000000000000),
    CONSTRAINT application_link CHECK ((link_state IS NULL) = (link_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Register of applications and sites of the agencies';

CREATE TABLE application_count (
    application_id INT UNSIGNED NOT NULL COMMENT 'of which one',
    counted_on DATE NOT NULL COMMENT 'on which day',
    unit ENUM('users', 'downloads') NOT NULL COMMENT 'what was counted',
    number INT UNSIGNED NOT NULL COMMENT 'how many',
    note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'where the figure comes from',
    entered_at DATETIME(3) NOT NULL COMMENT 'when entered',
    entered_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (application_id, counted_on),
    KEY application_count_entered (entered_by),
    CONSTRAINT application_count_fk FOREIGN KEY (application_id) REFERENCES application (id),
    CONSTRAINT application_count_entered_fk FOREIGN KEY (entered_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Users or downloads of an application, counted on a day';

CREATE TABLE ict_budget (
    region_id INT UNSIGNED NOT NULL COMMENT 'whose budget',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'of which year',
    total BIGINT UNSIGNED NOT NULL COMMENT 'APBD, in rupiah',
    ict BIGINT UNSIGNED NOT NULL COMMENT 'of it for information technology, in rupiah',
    target SMALLINT UNSIGNED NULL COMMENT 'share that the region aims at, in hundredths of a percent; absent: none',
    basis VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what the target rests on',
    PRIMARY KEY (region_id, year),
    CONSTRAINT ict_budget_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT ict_budget_year CHECK (year BETWEEN 2000 AND 2100),
    CONSTRAINT ict_budget_share CHECK (total BETWEEN 1 AND 1000000000000000 AND ict <= total),
    CONSTRAINT ict_budget_target CHECK (target BETWEEN 1 AND 10000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Share of the budget of a region for information technology, by year';
