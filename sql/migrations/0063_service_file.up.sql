-- SPDX-License-Identifier: ISC
-- Files that a service asks for, and that its applicants send.
ALTER TABLE service_requirement
    ADD COLUMN wants_file TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '1: a file or photograph of it can be sent';

CREATE TABLE service_file (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    application_id INT UNSIGNED NOT NULL COMMENT 'of which application',
    requirement_id INT UNSIGNED NOT NULL COMMENT 'the document that is asked for',
    sha256 BINARY(32) NOT NULL COMMENT 'of the stored bytes',
    bytes BIGINT UNSIGNED NOT NULL COMMENT 'size',
    type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'media type, by its content',
    client_name VARCHAR(255) NOT NULL COMMENT 'as the client called it; text, no path',
    stored_name VARCHAR(39) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'below files_dir',
    findings VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'what the look inside found, as in revision.findings',
    pages INT UNSIGNED NULL COMMENT 'of a PDF',
    signatures INT UNSIGNED NULL COMMENT 'filled signature fields of a PDF',
    inspected_at DATETIME(3) NULL COMMENT 'when it was looked into; absent: nobody could',
    scan ENUM('none', 'clean') NOT NULL COMMENT 'what the antivirus said; an infected one is not stored',
    scanned_at DATETIME(3) NULL COMMENT 'when that was',
    created_at DATETIME(3) NOT NULL COMMENT 'when it came',
    PRIMARY KEY (id),
    UNIQUE KEY service_file_stored (stored_name),
    UNIQUE KEY service_file_once (application_id, requirement_id, sha256),
    KEY service_file_requirement (requirement_id),
    CONSTRAINT service_file_application_fk FOREIGN KEY (application_id) REFERENCES service_application (id),
    CONSTRAINT service_file_requirement_fk FOREIGN KEY (requirement_id) REFERENCES service_requirement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Berkas persyaratan: what an applicant sent for a document that is asked for';
