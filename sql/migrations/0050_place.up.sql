-- SPDX-License-Identifier: ISC
-- Kecamatan and kelurahan (or desa) of a region, imported by its administrator: what people without an account choose
-- their place from.  And what keeps a form that anybody may post from being flooded: a key of this instance that its
-- pages are signed by, and rates.
CREATE TABLE district (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NOT NULL COMMENT 'whose it is',
    name VARCHAR(80) NOT NULL COMMENT 'kecamatan',
    active TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT '0: not to be chosen any more; what was told of it stays',
    PRIMARY KEY (id),
    UNIQUE KEY district_name (region_id, name),
    CONSTRAINT district_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT district_active CHECK (active IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Kecamatan of a region';

CREATE TABLE village (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    district_id INT UNSIGNED NOT NULL COMMENT 'the kecamatan in which it is',
    name VARCHAR(80) NOT NULL COMMENT 'kelurahan or desa',
    active TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT '0: not to be chosen any more; what was told of it stays',
    PRIMARY KEY (id),
    UNIQUE KEY village_name (district_id, name),
    CONSTRAINT village_district_fk FOREIGN KEY (district_id) REFERENCES district (id),
    CONSTRAINT village_active CHECK (active IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Kelurahan and desa of a kecamatan';

CREATE TABLE guest_key (
    id TINYINT UNSIGNED NOT NULL COMMENT 'there is one row: 1',
    secret BINARY(32) NOT NULL COMMENT 'signs what forms without account carry; a new one makes open pages ask once more',
    made_at DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id),
    CONSTRAINT guest_key_one CHECK (id = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Key of the forms that anybody may post';

CREATE TABLE guest_rate (
    key_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the program with an address of the network, or of the program alone',
    spent_until DATETIME(6) NOT NULL COMMENT 'until when what was granted has been spent, UTC: an hour ahead is all of it',
    PRIMARY KEY (key_hash),
    KEY guest_rate_spent (spent_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Rates of forms without account';

ALTER TABLE import_draft
    DROP CONSTRAINT import_draft_kind,
    ADD CONSTRAINT import_draft_kind
        CHECK (kind IN ('agencies', 'accounts', 'answers', 'holidays', 'variables', 'levels', 'categories', 'places'));
