-- SPDX-License-Identifier: ISC
-- The PDF of an issued document is drawn once and lies where files lie.

CREATE TABLE drawing (
    issued_id INT UNSIGNED NOT NULL COMMENT 'what was drawn',
    made_of BINARY(32) NOT NULL COMMENT 'SHA-256 of all that the file was made of: the content, its code and address, the edition of what draws; another one, and it is drawn anew',
    stored_name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name below files_dir, made by us',
    sha256 BINARY(32) NOT NULL COMMENT 'of the file',
    bytes INT UNSIGNED NOT NULL COMMENT 'length of the file',
    drawn_at DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (issued_id),
    UNIQUE KEY drawing_stored (stored_name),
    CONSTRAINT drawing_issued_fk FOREIGN KEY (issued_id) REFERENCES issued_document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='the stored PDF file of an issued document; what is not here is drawn when it is asked for';
