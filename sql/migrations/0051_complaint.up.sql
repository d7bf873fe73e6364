-- SPDX-License-Identifier: ISC
-- Complaints and questions that people send without account: forwarded, answered and closed within working days that a
-- region sets; read by the bureau and by the agency to which each was forwarded, never published.
CREATE TABLE complaint_rule (
    region_id INT UNSIGNED NOT NULL COMMENT 'whose it is',
    open TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '1: people can write',
    forward_days SMALLINT UNSIGNED NOT NULL DEFAULT 3 COMMENT 'working days until it is forwarded',
    answer_days SMALLINT UNSIGNED NOT NULL DEFAULT 5 COMMENT 'working days until it is answered, from being forwarded',
    close_days SMALLINT UNSIGNED NOT NULL DEFAULT 10 COMMENT 'working days without a reply after which an answered one is closed',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (region_id),
    CONSTRAINT complaint_rule_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT complaint_rule_open CHECK (open IN (0, 1)),
    CONSTRAINT complaint_rule_days CHECK (forward_days BETWEEN 1 AND 60 AND answer_days BETWEEN 1 AND 60 AND close_days BETWEEN 1 AND 60)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What a region sets about complaints';

CREATE TABLE complaint (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key; its number on screen is P- with six digits',
    region_id INT UNSIGNED NOT NULL COMMENT 'to which region it was sent',
    category ENUM('assessment', 'figure', 'service', 'link', 'other') NOT NULL COMMENT 'what it is about',
    title VARCHAR(160) NOT NULL COMMENT 'in a line, as the person wrote it',
    body TEXT NOT NULL COMMENT 'as the person wrote it; text alone',
    district_id INT UNSIGNED NULL COMMENT 'kecamatan, where it was told',
    village_id INT UNSIGNED NULL COMMENT 'kelurahan, where it was told',
    name VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'of the person, where it was told',
    contact VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'mail or telephone, where it was told',
    anonymous TINYINT UNSIGNED NOT NULL COMMENT '1: name and contact are for the bureau alone',
    confidential TINYINT UNSIGNED NOT NULL COMMENT '1: read by the bureau and the agency that handles it alone',
    state ENUM('received', 'forwarded', 'answered', 'closed') NOT NULL DEFAULT 'received' COMMENT 'how far it is',
    agency_id INT UNSIGNED NULL COMMENT 'to which agency it was forwarded; absent: the bureau itself',
    created_at DATETIME(3) NOT NULL COMMENT 'when it came',
    waiting_since DATETIME(3) NOT NULL COMMENT 'since when it has this state: what its working days count from',
    forwarded_at DATETIME(3) NULL COMMENT 'when it was forwarded first',
    answered_at DATETIME(3) NULL COMMENT 'when it was answered first',
    closed_as ENUM('done', 'silence', 'merged', 'refused') NULL COMMENT 'why it is closed',
    merged_into INT UNSIGNED NULL COMMENT 'the one of the same matter, which has the answers',
    rating TINYINT UNSIGNED NULL COMMENT 'how satisfied the person is, 1 to 5',
    reopened SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often the person opened it again',
    secret_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the secret of its ticket',
    mark BINARY(32) NOT NULL COMMENT 'SHA-256 of the token of the page that it was written on: sent twice it is one',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY complaint_mark (mark),
    KEY complaint_region (region_id, state, waiting_since),
    KEY complaint_created (region_id, created_at),
    KEY complaint_agency (agency_id, state, waiting_since),
    KEY complaint_state (state, waiting_since),
    KEY complaint_merged (merged_into),
    KEY complaint_village (village_id),
    KEY complaint_district (district_id),
    CONSTRAINT complaint_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT complaint_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT complaint_district_fk FOREIGN KEY (district_id) REFERENCES district (id),
    CONSTRAINT complaint_village_fk FOREIGN KEY (village_id) REFERENCES village (id),
    CONSTRAINT complaint_merged_fk FOREIGN KEY (merged_into) REFERENCES complaint (id),
    CONSTRAINT complaint_flags CHECK (anonymous IN (0, 1) AND confidential IN (0, 1)),
    CONSTRAINT complaint_rating CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT complaint_closed CHECK ((state = 'closed') = (closed_as IS NOT NULL)),
    CONSTRAINT complaint_twin CHECK (merged_into IS NULL OR closed_as <=> 'merged')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Pengaduan dan pertanyaan from people without account';

CREATE TABLE complaint_message (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    complaint_id INT UNSIGNED NOT NULL COMMENT 'of which complaint',
    kind ENUM('person', 'answer', 'note', 'change') NOT NULL COMMENT 'note: among officials, never shown to the person; change: of its state, in words of ours',
    body TEXT NOT NULL COMMENT 'text alone',
    at DATETIME(3) NOT NULL COMMENT 'when',
    account_id INT UNSIGNED NULL COMMENT 'who wrote it; absent: the person with the ticket, or nobody',
    mark BINARY(32) NULL COMMENT 'of the person: of the page that it was written on, sent twice it is one',
    PRIMARY KEY (id),
    UNIQUE KEY complaint_message_mark (mark),
    KEY complaint_message_of (complaint_id, id),
    CONSTRAINT complaint_message_complaint_fk FOREIGN KEY (complaint_id) REFERENCES complaint (id),
    CONSTRAINT complaint_message_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT complaint_message_writer CHECK (kind = 'change' OR (kind = 'person') = (account_id IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What was written to a complaint';

CREATE TABLE complaint_file (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    complaint_id INT UNSIGNED NOT NULL COMMENT 'of which complaint',
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
    UNIQUE KEY complaint_file_stored (stored_name),
    KEY complaint_file_of (complaint_id, id),
    CONSTRAINT complaint_file_complaint_fk FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Files that came with a complaint';

CREATE TABLE complaint_template (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NOT NULL COMMENT 'whose officials use it',
    title VARCHAR(120) NOT NULL COMMENT 'what it is called',
    body TEXT NOT NULL COMMENT 'the words of the answer',
    created_at DATETIME(3) NOT NULL COMMENT 'when',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (id),
    UNIQUE KEY complaint_template_title (region_id, title),
    CONSTRAINT complaint_template_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT complaint_template_created_fk FOREIGN KEY (created_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Words that answers begin with';
