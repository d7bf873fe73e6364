-- SPDX-License-Identifier: ISC
-- The improvement plan of an agency: which level it wants where, and by which steps.
CREATE TABLE plan_target (
    assessment_id INT UNSIGNED NOT NULL COMMENT 'whose plan it is',
    variable_number TINYINT UNSIGNED NOT NULL COMMENT 'the variable',
    level TINYINT UNSIGNED NOT NULL COMMENT 'the level that the agency wants to come to',
    PRIMARY KEY (assessment_id, variable_number),
    CONSTRAINT plan_target_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT plan_target_level CHECK (level BETWEEN 1 AND 5)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Rencana perbaikan: the level aimed at, of each variable that has one';

CREATE TABLE plan_step (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'whose plan it is',
    variable_number TINYINT UNSIGNED NOT NULL COMMENT 'the variable that it is for',
    level TINYINT UNSIGNED NOT NULL COMMENT 'the level that it is for',
    checklist_item_id INT UNSIGNED NULL COMMENT 'the document that it is to bring; absent: a step that the agency thought of itself',
    title VARCHAR(300) NOT NULL COMMENT 'what is to be done',
    state ENUM('open', 'running', 'done', 'dropped') NOT NULL DEFAULT 'open' COMMENT 'how far it is; dropped: given up',
    reason VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why it was given up',
    account_id INT UNSIGNED NULL COMMENT 'who is in charge, where that person has an account',
    in_charge VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'who is in charge, else: as it was typed',
    due DATE NULL COMMENT 'until when; absent: no date was set',
    cost BIGINT UNSIGNED NULL COMMENT 'estimated, in rupiah; absent: none was given',
    carried_from INT UNSIGNED NULL COMMENT 'the step of an earlier plan that it goes on with',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    created_at DATETIME(3) NOT NULL COMMENT 'when it was planned',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    done_at DATETIME(3) NULL COMMENT 'since when it is done',
    PRIMARY KEY (id),
    UNIQUE KEY plan_step_item (assessment_id, checklist_item_id),
    UNIQUE KEY plan_step_carried (carried_from),
    KEY plan_step_of (assessment_id, state, due),
    KEY plan_step_account (account_id),
    KEY plan_step_created (created_by),
    KEY plan_step_checklist (checklist_item_id),
    CONSTRAINT plan_step_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT plan_step_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    CONSTRAINT plan_step_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT plan_step_carried_fk FOREIGN KEY (carried_from) REFERENCES plan_step (id),
    CONSTRAINT plan_step_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT plan_step_level CHECK (level BETWEEN 1 AND 5),
    CONSTRAINT plan_step_dropped CHECK (state <> 'dropped' OR reason <> ''),
    CONSTRAINT plan_step_done CHECK ((state = 'done') = (done_at IS NOT NULL)),
    CONSTRAINT plan_step_cost CHECK (cost IS NULL OR cost <= 1000000000000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Rencana perbaikan: what is to be done, by whom, until when';

ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan') NOT NULL COMMENT 'what changed';
