-- SPDX-License-Identifier: ISC
-- What the wall for those who lead adds up over all agencies of a cycle: kept from its first look on,
-- and changed in the transaction that changes what is added up (store/sums.h).
CREATE TABLE assessment_sum (
    assessment_id INT UNSIGNED NOT NULL COMMENT 'whose part of the sums it is',
    cycle_id INT UNSIGNED NOT NULL COMMENT 'its cycle',
    state ENUM('not_started', 'draft', 'submitted', 'returned', 'verified', 'validated', 'signed', 'received', 'reported')
        NOT NULL COMMENT 'its state when it was added up',
    missing SMALLINT UNSIGNED NOT NULL COMMENT 'variables without a level of its own',
    assessed TINYINT UNSIGNED NOT NULL COMMENT '1: its last tier has finished',
    score INT UNSIGNED NOT NULL COMMENT 'final levels together; 0 until then',
    steps SMALLINT UNSIGNED NOT NULL COMMENT 'steps of its plan, those given up left out',
    done SMALLINT UNSIGNED NOT NULL COMMENT 'of them done',
    first_due DATE NULL COMMENT 'the earliest day of a step that is not done; absent: none has a day',
    place BIGINT UNSIGNED NOT NULL COMMENT 'where it stands in the list, the highest first: with the agency and most without a level; each has its own',
    PRIMARY KEY (assessment_id),
    UNIQUE KEY assessment_sum_place (cycle_id, place),
    KEY assessment_sum_due (cycle_id, first_due),
    CONSTRAINT assessment_sum_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE,
    CONSTRAINT assessment_sum_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id) ON DELETE CASCADE,
    CONSTRAINT assessment_sum_done CHECK (done <= steps),
    CONSTRAINT assessment_sum_score CHECK (assessed = 1 OR (assessed = 0 AND score = 0))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What each agency adds to the sums of its cycle; derived, may be emptied together with cycle_sum';

CREATE TABLE cycle_sum (
    cycle_id INT UNSIGNED NOT NULL COMMENT 'the cycle',
    state ENUM('not_started', 'draft', 'submitted', 'returned', 'verified', 'validated', 'signed', 'received', 'reported')
        NOT NULL COMMENT 'of the agencies in this state',
    assessments INT UNSIGNED NOT NULL COMMENT 'how many they are',
    incomplete INT UNSIGNED NOT NULL COMMENT 'of them without the level of some variable',
    assessed INT UNSIGNED NOT NULL COMMENT 'of them told by the last tier',
    score BIGINT UNSIGNED NOT NULL COMMENT 'final scores together',
    plans INT UNSIGNED NOT NULL COMMENT 'of them with a step in their plan',
    steps INT UNSIGNED NOT NULL COMMENT 'steps together',
    done INT UNSIGNED NOT NULL COMMENT 'of them done',
    PRIMARY KEY (cycle_id, state),
    CONSTRAINT cycle_sum_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id) ON DELETE CASCADE,
    CONSTRAINT cycle_sum_parts CHECK (incomplete <= assessments AND assessed <= assessments AND plans <= assessments AND done <= steps)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='The sums of assessment_sum; derived, may be emptied together with it';
