-- SPDX-License-Identifier: ISC
-- What a verifier has typed and not yet saved: his alone, and no decision.
CREATE TABLE review_draft (
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment that is judged',
    variable_id INT UNSIGNED NOT NULL COMMENT 'the variable whose page it is; 0: the page of the return',
    account_id INT UNSIGNED NOT NULL COMMENT 'who typed it; nobody else is shown it',
    content MEDIUMTEXT NOT NULL COMMENT 'the fields of the form, as application/x-www-form-urlencoded',
    saved_at DATETIME(3) NOT NULL COMMENT 'when it was kept',
    PRIMARY KEY (assessment_id, variable_id, account_id),
    CONSTRAINT review_draft_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT review_draft_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Draf pemeriksaan: gone when its form is saved';
