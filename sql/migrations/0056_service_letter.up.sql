-- SPDX-License-Identifier: ISC
-- Letters of services, numbered by agency and year, which anybody can check by their code.
CREATE TABLE service_series (
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose letters they are',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'in which they are issued',
    format VARCHAR(80) NOT NULL COMMENT 'how a number is written: {nomor}, {jenis}, {bulan}, {tahun}',
    last_number INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'given last; locked while numbers are given',
    PRIMARY KEY (agency_id, year),
    CONSTRAINT service_series_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT service_series_format CHECK (format LIKE '%{nomor}%')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Running numbers of letters';

CREATE TABLE service_number_note (
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose numbers they are',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'of which year',
    from_number INT UNSIGNED NOT NULL COMMENT 'the first that was left out',
    until_number INT UNSIGNED NOT NULL COMMENT 'the last',
    note VARCHAR(500) NOT NULL COMMENT 'what became of them',
    at DATETIME(3) NOT NULL COMMENT 'when written',
    account_id INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (agency_id, year, from_number),
    CONSTRAINT service_number_note_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT service_number_note_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT service_number_note_order CHECK (from_number <= until_number),
    CONSTRAINT service_number_note_said CHECK (note <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Numbers that no letter here has, and why';

CREATE TABLE service_letter (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'who issued it',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'of its number',
    number INT UNSIGNED NOT NULL COMMENT 'running number, never given twice',
    application_id INT UNSIGNED NOT NULL COMMENT 'the application',
    number_text VARCHAR(160) NOT NULL COMMENT 'the number as printed',
    code CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'unguessable, printed and in the QR code',
    content MEDIUMTEXT NOT NULL COMMENT 'every printed field, one name=value a line; the page is drawn from this alone',
    digest BINARY(32) NOT NULL COMMENT 'SHA-256 of content',
    valid_until DATE NULL COMMENT 'last day on which it holds; absent: without end',
    issued_at DATETIME(3) NOT NULL COMMENT 'when made',
    issued_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    ended ENUM('replaced', 'cancelled') NULL COMMENT 'absent: valid',
    ended_at DATETIME(3) NULL COMMENT 'when it ended',
    ended_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why',
    PRIMARY KEY (id),
    UNIQUE KEY service_letter_number (agency_id, year, number),
    UNIQUE KEY service_letter_code (code),
    KEY service_letter_of (application_id, id),
    CONSTRAINT service_letter_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT service_letter_application_fk FOREIGN KEY (application_id) REFERENCES service_application (id),
    CONSTRAINT service_letter_issued_fk FOREIGN KEY (issued_by) REFERENCES account (id),
    CONSTRAINT service_letter_ended CHECK ((ended IS NULL) = (ended_at IS NULL) AND (ended IS NULL OR ended_reason <> ''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Surat layanan: what an applicant holds, and anybody may check';
