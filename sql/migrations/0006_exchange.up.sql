-- SPDX-License-Identifier: ISC
-- Programs of others that read from here.

CREATE TABLE api_token (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NOT NULL COMMENT 'what it may read belongs to this region',
    purpose ENUM('instrument', 'figures', 'assessments') NOT NULL COMMENT 'what it may read, and nothing else',
    label VARCHAR(120) NOT NULL COMMENT 'who uses it and what for',
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256; the token itself was shown once',
    created_at DATETIME(3) NOT NULL COMMENT 'when made',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    expires_on DATE NOT NULL COMMENT 'last day on which it is good, UTC',
    ended_at DATETIME(3) NULL COMMENT 'taken back; absent: good until it expires',
    used_at DATETIME(3) NULL COMMENT 'last request',
    minute_at DATETIME NULL COMMENT 'minute of the last request',
    minute_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'requests in that minute',
    PRIMARY KEY (id),
    UNIQUE KEY api_token_hash (token_hash),
    KEY api_token_region (region_id, id),
    CONSTRAINT api_token_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT api_token_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT api_token_label CHECK (label <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Keys of the HTTP interface, read-only, one purpose each';

INSERT INTO setting (name, value, label) VALUES
    ('api_requests_per_minute', '60', 'Permintaan antarmuka data per kunci dalam satu menit');
