-- SPDX-License-Identifier: ISC
-- The text inside stored files, for finding them by what they say.
-- Taken out in the background (the job "text"): until then a document is found
-- by its title and number alone, and the page says how many are not searched.

ALTER TABLE revision
    ADD COLUMN text_state ENUM('none', 'taken', 'empty', 'unreadable') NOT NULL DEFAULT 'none' COMMENT 'none: not looked at yet; empty: a picture or a scan without text',
    ADD COLUMN text_after DATETIME(3) NULL COMMENT 'not before: claimed by a run, or put off',
    ADD KEY revision_text (text_state, id);

-- For each agency of its own: a search stays inside one agency or one region
-- by the word in scope, without reading what the others have.
CREATE TABLE file_text (
    sha256 BINARY(32) NOT NULL COMMENT 'of the content that the text was taken from: once, however often it is stored',
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose documents have it',
    scope VARCHAR(40) NOT NULL COMMENT 'words for the index alone, e.g. agency12 region3; who may read is decided by the rows',
    body MEDIUMTEXT NOT NULL COMMENT 'the text, line by line, at most 512 KiB of it',
    cut TINYINT NOT NULL DEFAULT 0 COMMENT '1: there was more text than that',
    taken_at DATETIME(3) NOT NULL COMMENT 'when',
    PRIMARY KEY (sha256, agency_id),
    KEY file_text_agency (agency_id),
    FULLTEXT KEY file_text_words (scope, body),
    CONSTRAINT file_text_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Text inside the files of an agency; made anew from them at any time';
