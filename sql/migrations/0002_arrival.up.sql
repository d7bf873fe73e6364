-- SPDX-License-Identifier: ISC
-- Uploads that arrive in pieces (tus 1.0).

CREATE TABLE arrival (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key; part of its address',
    account_id INT UNSIGNED NOT NULL COMMENT 'who sends it; nobody else knows it',
    agency_id INT UNSIGNED NOT NULL COMMENT 'agency that it is for',
    bytes BIGINT UNSIGNED NOT NULL COMMENT 'size when complete; how many are there, the file alone says',
    metadata VARCHAR(6000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'Upload-Metadata as sent: name, details and place of the document',
    stored_name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'name below files_dir when complete; until then in arriving/',
    created_at DATETIME(3) NOT NULL COMMENT 'when begun',
    expires_at DATETIME(3) NOT NULL COMMENT 'given up then; later after each piece',
    ended ENUM('kept', 'refused', 'terminated', 'expired', 'lost') NULL
        COMMENT 'absent: still arriving; lost: its file was not there any more',
    ended_at DATETIME(3) NULL COMMENT 'since when',
    reason VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'sentence for the person, when refused',
    document_id INT UNSIGNED NULL COMMENT 'what it became, when kept',
    PRIMARY KEY (id),
    UNIQUE KEY arrival_stored (stored_name),
    KEY arrival_agency (agency_id, ended),
    KEY arrival_expiry (ended, expires_at),
    CONSTRAINT arrival_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT arrival_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT arrival_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT arrival_bytes CHECK (bytes > 0),
    CONSTRAINT arrival_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CONSTRAINT arrival_kept CHECK (COALESCE(ended = 'kept', 0) = (document_id IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Unggahan: files on their way in, piece by piece';

INSERT INTO setting (name, value, label) VALUES
    ('arrival_hours', '168', 'Unggahan yang terputus dapat dilanjutkan selama (jam)');
