-- SPDX-License-Identifier: ISC
-- Enterprises and cooperatives that applied, one record of each, and their applications with all that happened to them.
CREATE TABLE enterprise (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'in whose register it is',
    kind ENUM('micro', 'cooperative') NOT NULL COMMENT 'usaha mikro or koperasi',
    name VARCHAR(160) NOT NULL COMMENT 'what it is called',
    owner VARCHAR(120) NOT NULL COMMENT 'owner, or who leads the cooperative',
    nik CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NIK of that person',
    nib CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'Nomor Induk Berusaha',
    npwp VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NPWP, 15 or 16 digits',
    phone VARCHAR(30) NOT NULL COMMENT 'telephone; may be empty',
    address VARCHAR(300) NOT NULL COMMENT 'where it is',
    village VARCHAR(120) NOT NULL COMMENT 'kelurahan or desa',
    employees INT UNSIGNED NULL COMMENT 'how many work there',
    turnover VARCHAR(60) NOT NULL COMMENT 'class of turnover in words; may be empty',
    products VARCHAR(300) NOT NULL COMMENT 'what it makes or sells',
    since_year SMALLINT UNSIGNED NULL COMMENT 'in business since',
    same BINARY(32) NOT NULL COMMENT 'SHA-256 of what name and kelurahan say: alike where both say the same',
    merged_into INT UNSIGNED NULL COMMENT 'the record that took over its applications; absent: in force',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY enterprise_nib (agency_id, nib),
    KEY enterprise_nik (agency_id, nik),
    KEY enterprise_same (agency_id, same),
    KEY enterprise_listed (agency_id, merged_into, name, id),
    CONSTRAINT enterprise_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT enterprise_merged_fk FOREIGN KEY (merged_into) REFERENCES enterprise (id),
    CONSTRAINT enterprise_numbers CHECK (nik REGEXP '^[0-9]{16}$' AND nib REGEXP '^[0-9]{13}$' AND npwp REGEXP '^[0-9]{15,16}$')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Data usaha: register of enterprises and cooperatives, read by the agency alone';

CREATE TABLE service_application (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'who works on it',
    version_id INT UNSIGNED NOT NULL COMMENT 'the service as it was when it came in',
    enterprise_id INT UNSIGNED NOT NULL COMMENT 'for which enterprise',
    number CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what the applicant asks by',
    secret_hash BINARY(32) NULL COMMENT 'SHA-256 of what the applicant proves himself by; absent: he came to the counter',
    channel ENUM('counter', 'online', 'assistant') NOT NULL COMMENT 'how it came in',
    state ENUM('received', 'returned', 'checked', 'approved', 'rejected', 'withdrawn') NOT NULL DEFAULT 'received' COMMENT 'where it stands',
    applicant VARCHAR(120) NOT NULL COMMENT 'who applies',
    phone VARCHAR(30) NOT NULL COMMENT 'of the applicant; may be empty',
    village VARCHAR(120) NOT NULL COMMENT 'kelurahan or desa of the enterprise, as it was said',
    particulars TEXT NOT NULL COMMENT 'what was said of the enterprise, one name=value a line',
    received_at DATETIME(3) NOT NULL COMMENT 'when it came in',
    received_on DATE NOT NULL COMMENT 'the same as a day of the region',
    running_since DATE NULL COMMENT 'since when the working days run; absent: they stand, for it is with the applicant, or over',
    spent_days SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'working days that ran before',
    due_on DATE NOT NULL COMMENT 'last of the working days of the service',
    reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why it was returned, rejected or withdrawn',
    decided_on DATE NULL COMMENT 'day on which it was decided',
    decided_by INT UNSIGNED NULL COMMENT 'by whom',
    mark BINARY(32) NULL COMMENT 'SHA-256 of what was sent: the same again is not another one; absent: over',
    entered_by INT UNSIGNED NULL COMMENT 'who typed it in from paper; absent: the applicant',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY service_application_number (number),
    UNIQUE KEY service_application_mark (mark),
    KEY service_application_queue (agency_id, state, due_on, id),
    KEY service_application_received (agency_id, received_on, village),
    KEY service_application_decided (agency_id, decided_on, spent_days, state),
    KEY service_application_enterprise (enterprise_id, id),
    CONSTRAINT service_application_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT service_application_version_fk FOREIGN KEY (version_id) REFERENCES service_version (id),
    CONSTRAINT service_application_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT service_application_decided_fk FOREIGN KEY (decided_by) REFERENCES account (id),
    CONSTRAINT service_application_entered_fk FOREIGN KEY (entered_by) REFERENCES account (id),
    CONSTRAINT service_application_clock CHECK ((running_since IS NOT NULL) = (state IN ('received', 'checked'))),
    CONSTRAINT service_application_reason CHECK (state NOT IN ('returned', 'rejected', 'withdrawn') OR reason <> ''),
    CONSTRAINT service_application_over CHECK ((decided_on IS NOT NULL) = (state IN ('approved', 'rejected')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Permohonan layanan';

CREATE TABLE service_value (
    application_id INT UNSIGNED NOT NULL COMMENT 'the application',
    field_id INT UNSIGNED NOT NULL COMMENT 'what was asked',
    value VARCHAR(1000) NOT NULL COMMENT 'what was answered',
    PRIMARY KEY (application_id, field_id),
    CONSTRAINT service_value_application_fk FOREIGN KEY (application_id) REFERENCES service_application (id),
    CONSTRAINT service_value_field_fk FOREIGN KEY (field_id) REFERENCES service_field (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Answers to the fields of a service';

CREATE TABLE service_verdict (
    application_id INT UNSIGNED NOT NULL COMMENT 'the application',
    requirement_id INT UNSIGNED NOT NULL COMMENT 'the document that is asked for',
    brought TINYINT UNSIGNED NOT NULL COMMENT '1: the applicant says that it is there',
    verdict ENUM('waiting', 'accepted', 'missing') NOT NULL DEFAULT 'waiting' COMMENT 'what the officer found; missing: it alone is open for mending',
    note VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what is wrong with it',
    returns SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often it was returned for it',
    PRIMARY KEY (application_id, requirement_id),
    KEY service_verdict_requirement (requirement_id, returns),
    CONSTRAINT service_verdict_application_fk FOREIGN KEY (application_id) REFERENCES service_application (id),
    CONSTRAINT service_verdict_requirement_fk FOREIGN KEY (requirement_id) REFERENCES service_requirement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Pemeriksaan kelengkapan: each document of an application';

CREATE TABLE service_move (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    application_id INT UNSIGNED NOT NULL COMMENT 'the application',
    before_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where it stood; empty: it came in',
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where it stands from then on',
    at DATETIME(3) NOT NULL COMMENT 'when',
    account_id INT UNSIGNED NULL COMMENT 'by whom; absent: the applicant',
    reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why',
    PRIMARY KEY (id),
    KEY service_move_of (application_id, id),
    CONSTRAINT service_move_application_fk FOREIGN KEY (application_id) REFERENCES service_application (id),
    CONSTRAINT service_move_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='The way of an application';

CREATE TABLE service_visit (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    application_id INT UNSIGNED NOT NULL COMMENT 'the application',
    visited_on DATE NOT NULL COMMENT 'day of the visit',
    note TEXT NOT NULL COMMENT 'what was found',
    account_id INT UNSIGNED NOT NULL COMMENT 'who wrote it',
    at DATETIME(3) NOT NULL COMMENT 'when written',
    PRIMARY KEY (id),
    KEY service_visit_of (application_id, id),
    CONSTRAINT service_visit_application_fk FOREIGN KEY (application_id) REFERENCES service_application (id),
    CONSTRAINT service_visit_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Catatan kunjungan lapangan';
