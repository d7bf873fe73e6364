-- SPDX-License-Identifier: ISC
-- Services of an agency that end in a letter: what they ask for, by which steps they go, and what comes out.
CREATE TABLE service (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose it is',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (id),
    KEY service_of_agency (agency_id, id),
    CONSTRAINT service_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT service_created_fk FOREIGN KEY (created_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Layanan: what an agency does for applicants';

CREATE TABLE service_version (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    service_id INT UNSIGNED NOT NULL COMMENT 'the service',
    number SMALLINT UNSIGNED NOT NULL COMMENT 'running number of the version',
    state ENUM('draft', 'published', 'closed') NOT NULL DEFAULT 'draft' COMMENT 'written; in force, and never changed from then on; over',
    name VARCHAR(160) NOT NULL COMMENT 'of the service, and of its letter',
    letter_code VARCHAR(12) NOT NULL COMMENT 'short code that stands for {jenis} in the number of its letters',
    legal_base TEXT NOT NULL COMMENT 'dasar hukum, one a line',
    cost VARCHAR(200) NOT NULL COMMENT 'biaya, in words',
    product VARCHAR(200) NOT NULL COMMENT 'produk layanan',
    complaint VARCHAR(1000) NOT NULL COMMENT 'where to complain',
    letter TEXT NOT NULL COMMENT 'text of the letter; a line {data} is the table of what is known of the enterprise',
    valid_months SMALLINT UNSIGNED NULL COMMENT 'how long a letter holds; absent: without end',
    days SMALLINT UNSIGNED NOT NULL COMMENT 'working days of all steps together',
    published_at DATETIME(3) NULL COMMENT 'when it came into force',
    published_by INT UNSIGNED NULL COMMENT 'by whom',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY service_version_number (service_id, number),
    KEY service_version_state (state, id),
    CONSTRAINT service_version_service_fk FOREIGN KEY (service_id) REFERENCES service (id),
    CONSTRAINT service_version_published_fk FOREIGN KEY (published_by) REFERENCES account (id),
    CONSTRAINT service_version_frozen CHECK ((state = 'draft') = (published_at IS NULL)),
    CONSTRAINT service_version_days CHECK (days BETWEEN 1 AND 250)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='A service as it was when applications came in: one that is published never changes';

CREATE TABLE service_requirement (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    version_id INT UNSIGNED NOT NULL COMMENT 'of which version',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'its place in the list',
    name VARCHAR(200) NOT NULL COMMENT 'the document that is asked for',
    compulsory TINYINT UNSIGNED NOT NULL COMMENT '1: without it no letter',
    PRIMARY KEY (id),
    UNIQUE KEY service_requirement_position (version_id, position),
    CONSTRAINT service_requirement_version_fk FOREIGN KEY (version_id) REFERENCES service_version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Persyaratan of a service';

CREATE TABLE service_field (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    version_id INT UNSIGNED NOT NULL COMMENT 'of which version',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'its place in the form',
    label VARCHAR(120) NOT NULL COMMENT 'what is asked',
    kind ENUM('text', 'number', 'date', 'choice', 'phone', 'place') NOT NULL COMMENT 'what fits; place: coordinates or words',
    choices VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'of a choice, one a line',
    compulsory TINYINT UNSIGNED NOT NULL COMMENT '1: may not be empty',
    PRIMARY KEY (id),
    UNIQUE KEY service_field_position (version_id, position),
    CONSTRAINT service_field_version_fk FOREIGN KEY (version_id) REFERENCES service_version (id),
    CONSTRAINT service_field_choices CHECK ((kind = 'choice') = (choices <> ''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What a service asks beside applicant and enterprise';

CREATE TABLE service_step (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    version_id INT UNSIGNED NOT NULL COMMENT 'of which version',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'its place in the way',
    name VARCHAR(160) NOT NULL COMMENT 'what is done',
    role ENUM('counter', 'officer', 'visit', 'head') NOT NULL COMMENT 'who does it; visit: an officer at the place, whose notes are compulsory',
    days SMALLINT UNSIGNED NOT NULL COMMENT 'working days',
    PRIMARY KEY (id),
    UNIQUE KEY service_step_position (version_id, position),
    CONSTRAINT service_step_version_fk FOREIGN KEY (version_id) REFERENCES service_version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Mekanisme: steps of a service';

ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan', 'activity', 'complaint', 'forum',
        'service') NOT NULL COMMENT 'what changed';
