-- SPDX-License-Identifier: ISC
-- What one account may ask for in an hour, of what costs the server much: no process remembers it.
CREATE TABLE allowance (
    account_id INT UNSIGNED NOT NULL COMMENT 'who asks',
    kind ENUM('upload', 'paper', 'export', 'zip') NOT NULL COMMENT 'for what',
    spent_until DATETIME(6) NOT NULL COMMENT 'when all that was asked for will have been granted at the rate of the setting; more than an hour ahead is too much',
    PRIMARY KEY (account_id, kind),
    CONSTRAINT allowance_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Rate of each account; a row of the past says nothing';
