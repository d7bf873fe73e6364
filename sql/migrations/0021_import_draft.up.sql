-- SPDX-License-Identifier: ISC
-- A list that somebody uploaded and looks at before it is stored: the file as it came, read again with
-- the columns that the person has chosen.  One of each kind and person; `matang sweep` takes away what
-- nobody has looked at for a day.
CREATE TABLE import_draft (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key; the newest is the one that counts',
    account_id INT UNSIGNED NOT NULL COMMENT 'who uploaded it, and alone sees it',
    kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what the list is of',
    file_name VARCHAR(255) NOT NULL COMMENT 'as the client called it; text, no path',
    content MEDIUMBLOB NOT NULL COMMENT 'the file as it came',
    created_at DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id),
    UNIQUE KEY import_draft_one (account_id, kind),
    KEY import_draft_created (created_at),
    CONSTRAINT import_draft_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT import_draft_kind CHECK (kind IN ('agencies', 'accounts'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='lists that are looked at before they are stored';
