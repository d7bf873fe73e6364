-- SPDX-License-Identifier: ISC
-- Instruments of any kind: variables in dimensions, scales of words, weights, conditions, and how a score is made.
ALTER TABLE instrument
    ADD COLUMN course ENUM('cycle', 'own') NOT NULL DEFAULT 'cycle' COMMENT 'cycle: goes through the seven steps; own: a region or an agency assesses itself by it' AFTER basis,
    ADD COLUMN scoring ENUM('none', 'sum', 'average', 'weighted', 'nested', 'share') NOT NULL DEFAULT 'sum' COMMENT 'see rules/scale.h' AFTER course,
    ADD COLUMN rounding ENUM('half_up', 'down', 'up') NOT NULL DEFAULT 'half_up' COMMENT 'of the score' AFTER scoring,
    ADD COLUMN decimals TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of the score' AFTER rounding,
    ADD COLUMN outer_label VARCHAR(40) NOT NULL DEFAULT 'Dimensi' COMMENT 'what it calls its groups' AFTER decimals,
    ADD COLUMN inner_label VARCHAR(40) NOT NULL DEFAULT 'Subdimensi' COMMENT 'and the groups within' AFTER outer_label,
    ADD COLUMN item_label VARCHAR(40) NOT NULL DEFAULT 'Variabel' COMMENT 'and what is assessed' AFTER inner_label,
    ADD CONSTRAINT instrument_decimals CHECK (decimals BETWEEN 0 AND 2),
    ADD CONSTRAINT instrument_course CHECK (course = 'own' OR scoring = 'sum');

CREATE TABLE scale (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    instrument_id INT UNSIGNED NOT NULL COMMENT 'version it belongs to',
    code VARCHAR(40) NOT NULL COMMENT 'how its variables refer to it',
    PRIMARY KEY (id),
    UNIQUE KEY scale_code (instrument_id, code),
    CONSTRAINT scale_instrument_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Words by which variables of an instrument are answered';

CREATE TABLE scale_word (
    scale_id INT UNSIGNED NOT NULL COMMENT 'the scale',
    number TINYINT UNSIGNED NOT NULL COMMENT 'from 1, the lowest',
    word VARCHAR(60) NOT NULL COMMENT 'as it is shown',
    points INT UNSIGNED NOT NULL COMMENT 'what it counts, in hundredths',
    PRIMARY KEY (scale_id, number),
    CONSTRAINT scale_word_scale_fk FOREIGN KEY (scale_id) REFERENCES scale (id),
    CONSTRAINT scale_word_number CHECK (number BETWEEN 1 AND 10),
    CONSTRAINT scale_word_points CHECK (points <= 10000000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='A word of a scale';

ALTER TABLE variable DROP CONSTRAINT variable_number_range;
ALTER TABLE variable
    MODIFY COLUMN number SMALLINT UNSIGNED NOT NULL COMMENT '1 to 11 in Permendagri 99/2018',
    ADD COLUMN outer_name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'dimension; empty: none',
    ADD COLUMN inner_name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'sub-dimension; empty: none',
    ADD COLUMN hint TEXT NOT NULL DEFAULT '' COMMENT 'what is asked for, in full',
    ADD COLUMN scale_id INT UNSIGNED NULL COMMENT 'its words; absent: tingkat 1 to 5',
    ADD COLUMN weight INT UNSIGNED NOT NULL DEFAULT 100 COMMENT 'in a weighted average, in hundredths',
    ADD COLUMN may_skip TINYINT NOT NULL DEFAULT 0 COMMENT '1: may be answered by tidak berlaku',
    ADD COLUMN if_number SMALLINT UNSIGNED NULL COMMENT 'asked only when this variable before it',
    ADD COLUMN if_level TINYINT UNSIGNED NULL COMMENT 'has at least this level',
    ADD CONSTRAINT variable_number_range CHECK (number BETWEEN 1 AND 1000),
    ADD CONSTRAINT variable_weight CHECK (weight <= 10000000),
    ADD CONSTRAINT variable_condition CHECK ((if_number IS NULL) = (if_level IS NULL) AND (if_number IS NULL OR if_number < number)),
    ADD CONSTRAINT variable_scale_fk FOREIGN KEY (scale_id) REFERENCES scale (id);
