-- SPDX-License-Identifier: ISC
-- Who stands in for the head of an agency, from when until when: papers of those days name him.
CREATE TABLE acting_head (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose head he stands in for',
    kind ENUM('plt', 'plh') NOT NULL COMMENT 'plt: pelaksana tugas, while the post is vacant; plh: pelaksana harian, while its holder is away',
    name VARCHAR(120) NOT NULL COMMENT 'name as printed over the signature',
    head_rank VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'rank (pangkat) as printed',
    head_nip VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'civil servant number as printed',
    from_on DATE NOT NULL COMMENT 'first day',
    until_on DATE NULL COMMENT 'last day; absent: until further notice',
    basis VARCHAR(200) NOT NULL COMMENT 'the order (surat perintah) that says so',
    created_at DATETIME(3) NOT NULL COMMENT 'when it was entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (id),
    UNIQUE KEY acting_head_day (agency_id, from_on),
    KEY acting_head_created (created_by),
    CONSTRAINT acting_head_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT acting_head_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT acting_head_days CHECK (until_on IS NULL OR until_on >= from_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Plt. and Plh.: no two of an agency on the same day';
