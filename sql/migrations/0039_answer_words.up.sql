-- SPDX-License-Identifier: ISC
-- What the words of an answer said before they were changed.  One row for a person and a sitting:
-- what they became stands in the next row of the same answer, or in the answer itself.
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation') NOT NULL COMMENT 'what changed';
CREATE TABLE answer_words (
    history_id BIGINT UNSIGNED NOT NULL COMMENT 'its row of history: who began to change them, and when',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment',
    variable_id INT UNSIGNED NOT NULL COMMENT 'the variable',
    explanation TEXT NOT NULL COMMENT 'as answer.explanation was before',
    overclaim_reason TEXT NOT NULL COMMENT 'as answer.overclaim_reason was before',
    PRIMARY KEY (history_id),
    KEY answer_words_answer (assessment_id, variable_id, history_id),
    CONSTRAINT answer_words_history_fk FOREIGN KEY (history_id) REFERENCES history (id) ON DELETE CASCADE,
    CONSTRAINT answer_words_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT answer_words_variable_fk FOREIGN KEY (variable_id) REFERENCES variable (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='The words of answers before they were changed';
ALTER TABLE answer
    ADD COLUMN words_kept INT UNSIGNED NULL
        COMMENT 'version of the assessment in which who saved last began to change the words: what they said before is kept';
