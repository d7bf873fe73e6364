-- SPDX-License-Identifier: ISC
-- loses: instruments that do not go through the seven steps: SELECT COUNT(*) FROM instrument WHERE course = 'own';
DELETE FROM category WHERE instrument_id IN (SELECT i.id FROM instrument i WHERE i.course = 'own');
DELETE FROM variable WHERE instrument_id IN (SELECT i.id FROM instrument i WHERE i.course = 'own');
ALTER TABLE variable DROP CONSTRAINT variable_scale_fk;
ALTER TABLE variable
    DROP CONSTRAINT variable_number_range,
    DROP CONSTRAINT variable_weight,
    DROP CONSTRAINT variable_condition;
ALTER TABLE variable
    DROP KEY IF EXISTS variable_scale_fk,
    DROP COLUMN outer_name,
    DROP COLUMN inner_name,
    DROP COLUMN hint,
    DROP COLUMN scale_id,
    DROP COLUMN weight,
    DROP COLUMN may_skip,
    DROP COLUMN if_number,
    DROP COLUMN if_level,
    MODIFY COLUMN number TINYINT UNSIGNED NOT NULL COMMENT '1 to 11 in Permendagri 99/2018',
    ADD CONSTRAINT variable_number_range CHECK (number BETWEEN 1 AND 60);
DROP TABLE scale_word;
DROP TABLE scale;
DELETE FROM instrument WHERE course = 'own';
ALTER TABLE instrument
    DROP CONSTRAINT instrument_decimals,
    DROP CONSTRAINT instrument_course;
ALTER TABLE instrument
    DROP COLUMN course,
    DROP COLUMN scoring,
    DROP COLUMN rounding,
    DROP COLUMN decimals,
    DROP COLUMN outer_label,
    DROP COLUMN inner_label,
    DROP COLUMN item_label;
