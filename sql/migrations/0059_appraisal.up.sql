-- SPDX-License-Identifier: ISC
-- What a region or an agency finds when it assesses itself by an instrument of any kind, and what it wants to come to.
CREATE TABLE appraisal (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    instrument_id INT UNSIGNED NOT NULL COMMENT 'published version in use',
    region_id INT UNSIGNED NOT NULL COMMENT 'where',
    agency_id INT UNSIGNED NULL COMMENT 'which agency; absent: the region as a whole',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'year that it is about',
    subject VARCHAR(200) NOT NULL COMMENT 'what is assessed, such as an application',
    source VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'where published figures are from; empty: assessed here',
    created_at DATETIME(3) NOT NULL COMMENT 'when begun',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    KEY appraisal_of_region (region_id, year, id),
    KEY appraisal_of_agency (agency_id, year, id),
    CONSTRAINT appraisal_instrument_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id),
    CONSTRAINT appraisal_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT appraisal_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT appraisal_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT appraisal_year CHECK (year BETWEEN 2000 AND 2100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Penilaian by an instrument that does not go through the seven steps';

CREATE TABLE appraisal_answer (
    appraisal_id INT UNSIGNED NOT NULL COMMENT 'the appraisal',
    variable_id INT UNSIGNED NOT NULL COMMENT 'the variable',
    level TINYINT UNSIGNED NULL COMMENT 'number of a word of its scale',
    skipped TINYINT NOT NULL DEFAULT 0 COMMENT '1: does not apply; the note says why',
    note VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what was found, or why it does not apply',
    shown_word VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'condition as the analysis calls it; empty: as the scale does',
    target_level TINYINT UNSIGNED NULL COMMENT 'word of the scale that it shall come to',
    target_word VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'or what is expected, in a word of its own',
    recommendation VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'what is to be done, one thing a line',
    priority ENUM('tinggi', 'sedang', 'rendah') NULL COMMENT 'what comes first',
    plan VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'who does what',
    due DATE NULL COMMENT 'until when',
    PRIMARY KEY (appraisal_id, variable_id),
    KEY appraisal_answer_variable (variable_id),
    CONSTRAINT appraisal_answer_appraisal_fk FOREIGN KEY (appraisal_id) REFERENCES appraisal (id),
    CONSTRAINT appraisal_answer_variable_fk FOREIGN KEY (variable_id) REFERENCES variable (id),
    CONSTRAINT appraisal_answer_level CHECK (level BETWEEN 1 AND 10),
    CONSTRAINT appraisal_answer_target CHECK (target_level BETWEEN 1 AND 10),
    CONSTRAINT appraisal_answer_skipped CHECK (skipped = 0 OR (level IS NULL AND note <> ''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Condition of a variable, and the gap to what is expected';
