-- SPDX-License-Identifier: ISC
-- loses: which accounts of a list still lack a card: SELECT COUNT(*) FROM account_card WHERE lot IS NULL;
-- Nobody signs in with an empty password there either; each gets one on its own page.
DROP TABLE account_card;
DROP TABLE account_list;
ALTER TABLE account
    MODIFY password_hash VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Argon2id in its usual text form';
