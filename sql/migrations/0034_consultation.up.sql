-- SPDX-License-Identifier: ISC
-- Questions of agencies to the team at a variable, what the team rules for everybody, and what colleagues of one
-- agency note for each other.
CREATE TABLE consultation (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'where it was asked',
    agency_id INT UNSIGNED NOT NULL COMMENT 'who asks',
    region_id INT UNSIGNED NOT NULL COMMENT 'whose team answers',
    variable_number TINYINT UNSIGNED NOT NULL COMMENT 'the variable that it is about',
    level TINYINT UNSIGNED NULL COMMENT 'the level that it is about; absent: the variable as a whole',
    field ENUM('organisasi', 'pengawasan', 'perencanaan', 'kepegawaian', 'keuangan') NOT NULL COMMENT 'unsur of the team that it goes to',
    title VARCHAR(160) NOT NULL COMMENT 'the question in one line',
    state ENUM('open', 'answered', 'closed') NOT NULL DEFAULT 'open' COMMENT 'open: the team is to answer',
    asked_at DATETIME(3) NOT NULL COMMENT 'when it was first asked',
    waiting_since DATETIME(3) NOT NULL COMMENT 'when it was asked last: asked, or opened again',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    KEY consultation_of_agency (agency_id, state, id),
    KEY consultation_of_region (region_id, state, field, id),
    KEY consultation_of_assessment (assessment_id, variable_number),
    CONSTRAINT consultation_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT consultation_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT consultation_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT consultation_level CHECK (level BETWEEN 1 AND 5)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Konsultasi: a question of an agency to the team';

CREATE TABLE consultation_message (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    consultation_id INT UNSIGNED NOT NULL COMMENT 'the question',
    kind ENUM('question', 'answer', 'reopening') NOT NULL COMMENT 'what it does',
    body TEXT NOT NULL COMMENT 'what was written',
    at DATETIME(3) NOT NULL COMMENT 'when',
    account_id INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (id),
    KEY consultation_message_of (consultation_id, id),
    CONSTRAINT consultation_message_consultation_fk FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT consultation_message_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What was asked and answered, in order; only ever added to';

CREATE TABLE consultation_document (
    consultation_id INT UNSIGNED NOT NULL COMMENT 'the question',
    document_id INT UNSIGNED NOT NULL COMMENT 'a document of the agency that it is about',
    PRIMARY KEY (consultation_id, document_id),
    CONSTRAINT consultation_document_consultation_fk FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT consultation_document_document_fk FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Documents that a question shows';

CREATE TABLE ruling (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NOT NULL COMMENT 'whose agencies it holds for',
    instrument_id INT UNSIGNED NOT NULL COMMENT 'version of the instrument in which it was ruled',
    variable_number TINYINT UNSIGNED NOT NULL COMMENT 'the variable, also of later versions',
    level TINYINT UNSIGNED NULL COMMENT 'the level; absent: the variable as a whole',
    title VARCHAR(160) NOT NULL COMMENT 'what holds, in one line',
    body TEXT NOT NULL COMMENT 'what holds, and why',
    consultation_id INT UNSIGNED NULL COMMENT 'the question that it came from',
    valid_from DATE NOT NULL COMMENT 'first day',
    valid_until DATE NULL COMMENT 'last day; absent: until it is withdrawn',
    published_at DATETIME(3) NOT NULL COMMENT 'when',
    published_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    withdrawn_at DATETIME(3) NULL COMMENT 'since when it does not hold any more',
    withdrawn_by INT UNSIGNED NULL COMMENT 'by whom',
    withdrawn_why VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why, for those who relied on it',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    KEY ruling_of_region (region_id, variable_number, id),
    KEY ruling_of_consultation (consultation_id),
    CONSTRAINT ruling_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT ruling_instrument_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id),
    CONSTRAINT ruling_consultation_fk FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT ruling_published_fk FOREIGN KEY (published_by) REFERENCES account (id),
    CONSTRAINT ruling_withdrawn_fk FOREIGN KEY (withdrawn_by) REFERENCES account (id),
    CONSTRAINT ruling_level CHECK (level BETWEEN 1 AND 5),
    CONSTRAINT ruling_validity CHECK (valid_until IS NULL OR valid_from <= valid_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Ketetapan: how the team of a region reads a criterion, for all its agencies';

CREATE TABLE team_member (
    account_id INT UNSIGNED NOT NULL COMMENT 'a verifier',
    field ENUM('organisasi', 'pengawasan', 'perencanaan', 'kepegawaian', 'keuangan') NOT NULL COMMENT 'the unsur that this person stands for',
    PRIMARY KEY (account_id),
    CONSTRAINT team_member_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Unsur of each member of a team';

CREATE TABLE variable_field (
    region_id INT UNSIGNED NOT NULL COMMENT 'where it holds',
    variable_number TINYINT UNSIGNED NOT NULL COMMENT 'the variable',
    field ENUM('organisasi', 'pengawasan', 'perencanaan', 'kepegawaian', 'keuangan') NOT NULL COMMENT 'unsur that questions about it go to',
    PRIMARY KEY (region_id, variable_number),
    CONSTRAINT variable_field_region_fk FOREIGN KEY (region_id) REFERENCES region (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Whose field a variable is; what is not here is as rules/team_field.h says';

CREATE TABLE criterion_comment (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment',
    variable_number TINYINT UNSIGNED NOT NULL COMMENT 'the variable that it is about',
    body VARCHAR(2000) NOT NULL COMMENT 'what was written',
    at DATETIME(3) NOT NULL COMMENT 'when',
    account_id INT UNSIGNED NOT NULL COMMENT 'by whom',
    removed_at DATETIME(3) NULL COMMENT 'taken back by whoever wrote it',
    PRIMARY KEY (id),
    KEY criterion_comment_at (assessment_id, variable_number, id),
    CONSTRAINT criterion_comment_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT criterion_comment_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What colleagues of one agency note for each other; nobody else reads it';

ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment') NOT NULL
        COMMENT 'what changed';
