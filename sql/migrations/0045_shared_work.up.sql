-- SPDX-License-Identifier: ISC
-- Variables are divided among the people of an agency, and one person may serve several agencies.
CREATE TABLE membership (
    account_id INT UNSIGNED NOT NULL COMMENT 'who serves another agency beside the own one',
    agency_id INT UNSIGNED NOT NULL COMMENT 'which one, of the same region',
    region_id INT UNSIGNED NOT NULL COMMENT 'region of both',
    role ENUM('operator', 'head') NOT NULL COMMENT 'as what',
    given_at DATETIME(3) NOT NULL COMMENT 'since when',
    given_by INT UNSIGNED NOT NULL COMMENT 'the administrator who gave it',
    PRIMARY KEY (account_id, agency_id),
    UNIQUE KEY membership_capacity (account_id, agency_id, role),
    KEY membership_agency (agency_id),
    CONSTRAINT membership_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT membership_agency_fk FOREIGN KEY (agency_id, region_id) REFERENCES agency (id, region_id),
    CONSTRAINT membership_given_fk FOREIGN KEY (given_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Further agencies that a person serves';

ALTER TABLE account
    ADD COLUMN serves TINYINT UNSIGNED NOT NULL DEFAULT 0
        COMMENT 'rows of membership: counted here, so that who has none is asked nothing more' AFTER leads;

-- Who serves an agency no more is there no more: the key sees to it.
ALTER TABLE session
    ADD COLUMN at_agency_id INT UNSIGNED NULL COMMENT 'which further agency is worked for; absent: the own one' AFTER agent,
    ADD COLUMN at_role ENUM('operator', 'head') NULL COMMENT 'and as what' AFTER at_agency_id,
    ADD KEY session_at (account_id, at_agency_id, at_role),
    ADD CONSTRAINT session_at_fk FOREIGN KEY (account_id, at_agency_id, at_role)
        REFERENCES membership (account_id, agency_id, role) ON DELETE CASCADE,
    ADD CONSTRAINT session_at_whole CHECK ((at_agency_id IS NULL) = (at_role IS NULL));

CREATE TABLE variable_duty (
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose variable it is',
    variable_number TINYINT UNSIGNED NOT NULL COMMENT 'its number: the same in the years that follow',
    account_id INT UNSIGNED NOT NULL COMMENT 'who works on it',
    assigned_at DATETIME(3) NOT NULL COMMENT 'since when',
    assigned_by INT UNSIGNED NOT NULL COMMENT 'who said so',
    PRIMARY KEY (agency_id, variable_number),
    KEY variable_duty_account (account_id, agency_id),
    CONSTRAINT variable_duty_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT variable_duty_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT variable_duty_by_fk FOREIGN KEY (assigned_by) REFERENCES account (id),
    CONSTRAINT variable_duty_number CHECK (variable_number >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Pembagian tugas: who of an agency works on which variable';
