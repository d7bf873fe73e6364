-- SPDX-License-Identifier: ISC
-- Certificates of activities, numbered by agency and year, which anybody can check by their code.
CREATE TABLE certificate_series (
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose certificates they are',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'in which the activity ended',
    format VARCHAR(80) NOT NULL COMMENT 'how a number is written: {nomor}, {jenis}, {bulan}, {tahun}',
    last_number INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'given last; locked while numbers are given',
    PRIMARY KEY (agency_id, year),
    CONSTRAINT certificate_series_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT certificate_series_format CHECK (format LIKE '%{nomor}%')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Running numbers of certificates';

CREATE TABLE certificate (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'who issued it',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'of its number',
    number INT UNSIGNED NOT NULL COMMENT 'running number, never given twice',
    activity_id INT UNSIGNED NOT NULL COMMENT 'the activity',
    attendance_id INT UNSIGNED NULL COMMENT 'the participant; absent: the attendance list is not kept any more',
    name VARCHAR(120) NOT NULL COMMENT 'whose it is, as printed',
    number_text VARCHAR(160) NOT NULL COMMENT 'the number as printed',
    code CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'unguessable, printed and in the QR code',
    content MEDIUMTEXT NOT NULL COMMENT 'every printed field, one name=value a line; the page is drawn from this alone',
    digest BINARY(32) NOT NULL COMMENT 'SHA-256 of content',
    issued_at DATETIME(3) NOT NULL COMMENT 'when made',
    issued_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    ended_at DATETIME(3) NULL COMMENT 'cancelled; absent: valid',
    ended_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why cancelled',
    PRIMARY KEY (id),
    UNIQUE KEY certificate_number (agency_id, year, number),
    UNIQUE KEY certificate_code (code),
    KEY certificate_of (activity_id, number),
    KEY certificate_attendance (attendance_id),
    CONSTRAINT certificate_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT certificate_activity_fk FOREIGN KEY (activity_id) REFERENCES activity (id),
    CONSTRAINT certificate_attendance_fk FOREIGN KEY (attendance_id) REFERENCES attendance (id) ON DELETE SET NULL,
    CONSTRAINT certificate_issued_fk FOREIGN KEY (issued_by) REFERENCES account (id),
    CONSTRAINT certificate_ended CHECK (ended_at IS NULL OR ended_reason <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Sertifikat: what a participant holds, and anybody may check';
