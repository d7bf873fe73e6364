-- SPDX-License-Identifier: ISC
-- Cycles of regions that run an installation of their own, taken over as copies:
-- who may speak for which region, what came, and what in here is a copy.

CREATE TABLE installation (
    one TINYINT NOT NULL DEFAULT 1 COMMENT 'there is one row, made when it is first needed',
    id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: whose keys of agencies they are, also after a new signing key',
    PRIMARY KEY (one),
    CONSTRAINT installation_id_form CHECK (id RLIKE '^[0-9a-f]{32}$'),
    CONSTRAINT installation_one CHECK (one = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='This installation';

CREATE TABLE peer (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NULL COMMENT 'who trusts it: the province whose administrator entered it; absent: the whole installation',
    name VARCHAR(120) NOT NULL COMMENT 'whose key it is, in our words',
    public_key BINARY(32) NOT NULL COMMENT 'Ed25519',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    ended_at DATETIME(3) NULL COMMENT 'no longer trusted since; absent: trusted',
    ended_by INT UNSIGNED NULL COMMENT 'by whom',
    ended_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why',
    PRIMARY KEY (id),
    UNIQUE KEY peer_public_key (public_key),
    KEY peer_region (region_id, id),
    CONSTRAINT peer_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT peer_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT peer_ended_by_fk FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT peer_name CHECK (name <> ''),
    CONSTRAINT peer_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_reason = ''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Kunci pemasangan lain: public keys of other installations; never deleted, an ended one stays refused';

CREATE TABLE peer_scope (
    peer_id INT UNSIGNED NOT NULL COMMENT 'the key',
    region_code VARCHAR(5) NOT NULL COMMENT 'code of a region that it may speak for; it may not be entered here yet',
    PRIMARY KEY (peer_id, region_code),
    CONSTRAINT peer_scope_fk FOREIGN KEY (peer_id) REFERENCES peer (id),
    CONSTRAINT peer_scope_code CHECK (region_code RLIKE '^[0-9]{2}(\\.[0-9]{2})?$')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Regions that a key may speak for';

CREATE TABLE bundle (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    peer_id INT UNSIGNED NOT NULL COMMENT 'whose key has signed it',
    region_code VARCHAR(5) NOT NULL COMMENT 'the region that it is about',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'year of its cycle',
    made_at DATETIME(3) NOT NULL COMMENT 'when it was made there, as it says itself',
    sha256 BINARY(32) NOT NULL COMMENT 'hash of the file',
    bytes BIGINT UNSIGNED NOT NULL COMMENT 'size of the file',
    stored_name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name below files_dir, made by us; the signed file is kept as it came',
    arrived_at DATETIME(3) NOT NULL COMMENT 'when it came',
    arrived_by INT UNSIGNED NULL COMMENT 'by whom; absent: the operator''s command',
    taken_at DATETIME(3) NULL COMMENT 'when it was taken over; absent: looked at only, the sweep removes it',
    taken_by INT UNSIGNED NULL COMMENT 'by whom; absent: the operator''s command, or nobody yet',
    PRIMARY KEY (id),
    UNIQUE KEY bundle_stored (stored_name),
    KEY bundle_region (region_code, year, id),
    KEY bundle_untaken (taken_at, arrived_at),
    CONSTRAINT bundle_peer_fk FOREIGN KEY (peer_id) REFERENCES peer (id),
    CONSTRAINT bundle_arrived_fk FOREIGN KEY (arrived_by) REFERENCES account (id),
    CONSTRAINT bundle_taken_fk FOREIGN KEY (taken_by) REFERENCES account (id),
    CONSTRAINT bundle_region_code CHECK (region_code RLIKE '^[0-9]{2}(\\.[0-9]{2})?$'),
    CONSTRAINT bundle_taken CHECK (taken_by IS NULL OR taken_at IS NOT NULL),
    CONSTRAINT bundle_year_range CHECK (year BETWEEN 2018 AND 2100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Signed cycles of other installations, as they came';

ALTER TABLE cycle
    ADD COLUMN collected TINYINT NOT NULL DEFAULT 0 COMMENT '1: a copy of another installation''s, not to be changed here';

CREATE TABLE collected_cycle (
    cycle_id INT UNSIGNED NOT NULL COMMENT 'the copy',
    bundle_id INT UNSIGNED NOT NULL COMMENT 'the file that it was last taken from',
    origin CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'installation.id there',
    PRIMARY KEY (cycle_id),
    UNIQUE KEY collected_cycle_bundle (bundle_id),
    CONSTRAINT collected_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id),
    CONSTRAINT collected_cycle_bundle_fk FOREIGN KEY (bundle_id) REFERENCES bundle (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Cycles that are copies';

CREATE TABLE collected_agency (
    agency_id INT UNSIGNED NOT NULL COMMENT 'the agency here',
    origin CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'installation.id there',
    origin_id INT UNSIGNED NOT NULL COMMENT 'its key there, which stays when it is renamed',
    PRIMARY KEY (agency_id),
    UNIQUE KEY collected_agency_origin (origin, origin_id),
    CONSTRAINT collected_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Which agency of another installation an agency is';

CREATE TABLE collected_document (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment that it supports',
    checklist_item_id INT UNSIGNED NOT NULL COMMENT 'the criterion that it stands under',
    title VARCHAR(200) NOT NULL COMMENT 'title',
    kind ENUM('keputusan', 'sop', 'rencana', 'laporan', 'notulen', 'berita_acara', 'surat',
        'perjanjian', 'sertifikat', 'foto', 'tangkapan_layar', 'lainnya') NOT NULL COMMENT 'kind of document',
    number VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'number of the letter or decree',
    dated DATE NULL COMMENT 'date of the document',
    period_from DATE NULL COMMENT 'period that it covers, first day',
    period_until DATE NULL COMMENT 'period that it covers, last day',
    sha256 BINARY(32) NULL COMMENT 'hash of the file, which is there and not here; absent: an address elsewhere, nothing stored',
    bytes BIGINT UNSIGNED NULL COMMENT 'size of the file',
    type VARCHAR(100) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'media type found in the content',
    city_decision ENUM('accepted', 'rejected') NULL COMMENT 'decision of the city team about this file',
    city_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'compulsory when rejected',
    province_decision ENUM('accepted', 'rejected') NULL COMMENT 'decision of the province about this file',
    province_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'compulsory when rejected',
    PRIMARY KEY (id),
    KEY collected_document_assessment (assessment_id, checklist_item_id),
    KEY collected_document_item (checklist_item_id),
    CONSTRAINT collected_document_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT collected_document_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    CONSTRAINT collected_document_city CHECK (city_decision IS NULL OR city_decision = 'accepted' OR city_reason <> ''),
    CONSTRAINT collected_document_file CHECK ((sha256 IS NULL) = (bytes IS NULL)),
    CONSTRAINT collected_document_period CHECK (period_from IS NULL OR period_until IS NULL OR period_from <= period_until),
    CONSTRAINT collected_document_province CHECK (province_decision IS NULL OR province_decision = 'accepted' OR province_reason <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What stands under the criteria of a copied assessment: everything but the files';

ALTER TABLE api_token
    MODIFY COLUMN purpose ENUM('instrument', 'figures', 'assessments', 'collect') NOT NULL COMMENT 'what it may read, and nothing else';
