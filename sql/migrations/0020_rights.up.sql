-- SPDX-License-Identifier: ISC
-- Who changed what, as what and from where; and what is no change but has to be known later:
-- who signed in or failed to, was refused, took out figures or evidence.

ALTER TABLE history
    ADD COLUMN role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NULL
        COMMENT 'as what; absent: the operator''s command, and rows of before it was kept' AFTER account_id,
    ADD COLUMN address VARCHAR(45) NOT NULL DEFAULT ''
        COMMENT 'from which address of the network; empty: the operator''s command' AFTER role;

CREATE TABLE event_log (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, grows with time',
    at DATETIME(3) NOT NULL COMMENT 'when; kept as the setting event_days says',
    kind ENUM('sign_in', 'refusal', 'right', 'export', 'download') NOT NULL COMMENT 'what it is about',
    outcome ENUM('done', 'wrong', 'held', 'refused') NOT NULL COMMENT 'wrong: name, password or code; held: too many of those',
    account_id INT UNSIGNED NULL COMMENT 'who; absent: nobody who is known',
    role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NULL COMMENT 'as what',
    region_id INT UNSIGNED NULL COMMENT 'where it is to be seen; absent: the instance',
    agency_id INT UNSIGNED NULL COMMENT 'whose things they were',
    address VARCHAR(45) NOT NULL DEFAULT '' COMMENT 'from which address of the network',
    what VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'in words: the page, the document, the key',
    PRIMARY KEY (id),
    KEY event_log_at (at),
    KEY event_log_region (region_id, id),
    KEY event_log_account (account_id),
    KEY event_log_agency (agency_id),
    KEY event_log_held (address, outcome, at),
    CONSTRAINT event_log_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT event_log_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT event_log_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Signing in, refusals, changes of rights, exports and downloads; only ever added to';
