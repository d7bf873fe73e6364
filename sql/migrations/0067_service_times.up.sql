-- SPDX-License-Identifier: ISC
-- How long an application stood at each step, and papers of services that became evidence.
ALTER TABLE service_move
    ADD COLUMN days SMALLINT UNSIGNED NULL COMMENT 'working days that it had stood where it was before; absent: it came in, or nobody counted them yet';

CREATE TABLE service_paper (
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose paper it is',
    word ENUM('standard', 'report') NOT NULL COMMENT 'service standard of one service, or report of one period',
    about VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of the service, or the period: 2027, 2027-q1, 2027-12',
    document_id INT UNSIGNED NOT NULL COMMENT 'the document that it was made',
    PRIMARY KEY (agency_id, word, about),
    UNIQUE KEY service_paper_document (document_id),
    CONSTRAINT service_paper_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT service_paper_document_fk FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Papers of services that became evidence: the same again is the next revision of its document';
