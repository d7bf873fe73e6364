-- SPDX-License-Identifier: ISC
-- A list may bring in thousands of accounts. First passwords take their time, so they are made afterwards, some hundred at a
-- time; until then such an account has none, and nobody signs in with one.
ALTER TABLE account
    MODIFY password_hash VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'Argon2id in its usual text form; empty: no first password was made yet';

CREATE TABLE account_list (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    account_id INT UNSIGNED NOT NULL COMMENT 'who brought it in: the cards are made by nobody else',
    file_name VARCHAR(255) NOT NULL COMMENT 'as the browser called it',
    created_at DATETIME(3) NOT NULL COMMENT 'when it was stored',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock: raised by each lot of cards',
    PRIMARY KEY (id),
    KEY account_list_of (account_id, id),
    CONSTRAINT account_list_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Lists of accounts with more cards to be made than one page makes';

CREATE TABLE account_card (
    list_id INT UNSIGNED NOT NULL COMMENT 'of which list',
    place SMALLINT UNSIGNED NOT NULL COMMENT 'in the order of the file, from 1',
    account_id INT UNSIGNED NOT NULL COMMENT 'whose',
    lot SMALLINT UNSIGNED NULL COMMENT 'in which lot the card was made, from 1; absent: not yet',
    at DATETIME(3) NOT NULL COMMENT 'when it was listed, or its card was made last: a password of later was given otherwise',
    PRIMARY KEY (list_id, place),
    KEY account_card_lot (list_id, lot, place),
    KEY account_card_account (account_id),
    CONSTRAINT account_card_list_fk FOREIGN KEY (list_id) REFERENCES account_list (id),
    CONSTRAINT account_card_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Cards with first passwords that are due, and in which lot each was made';
