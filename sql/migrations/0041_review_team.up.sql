-- SPDX-License-Identifier: ISC
-- Agencies are divided among the members of a team, and each sees who is at one just now.
CREATE TABLE review_assignment (
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment that is to be judged',
    tier ENUM('city', 'province') NOT NULL COMMENT 'whose work it is: each tier divides its own',
    account_id INT UNSIGNED NOT NULL COMMENT 'the member who is to do it; others may as well',
    assigned_at DATETIME(3) NOT NULL COMMENT 'since when',
    assigned_by INT UNSIGNED NOT NULL COMMENT 'who said so',
    PRIMARY KEY (assessment_id, tier),
    KEY review_assignment_account (account_id, tier),
    CONSTRAINT review_assignment_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT review_assignment_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT review_assignment_by_fk FOREIGN KEY (assigned_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Pembagian tugas: which member of a team judges which agency; no lock, the way to divide the work';

CREATE TABLE review_presence (
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment that is judged',
    account_id INT UNSIGNED NOT NULL COMMENT 'who has pressed or typed something there',
    seen_at DATETIME(3) NOT NULL COMMENT 'when last',
    PRIMARY KEY (assessment_id, account_id),
    KEY review_presence_account (account_id),
    CONSTRAINT review_presence_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT review_presence_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Who is at it: a hint for colleagues, and no lock';
