-- SPDX-License-Identifier: ISC
-- Where a region's own gateway is told what people are told, and what becomes of each telling.
CREATE TABLE webhook (
    region_id INT UNSIGNED NOT NULL COMMENT 'whose gateway it is',
    address VARCHAR(500) NOT NULL COMMENT 'https address that is posted to',
    secret VARBINARY(80) NOT NULL COMMENT 'key of the signature, sealed where the host has a secrets_key: shown once, and known to the gateway',
    failures SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'tries in a row that did not get through: how long the pause is',
    next_at DATETIME(3) NOT NULL COMMENT 'not tried before; a run that posts puts it ahead, and one that was killed lapses with it',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'counts up when the address changes',
    updated_at DATETIME(3) NOT NULL COMMENT 'when it was named',
    updated_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (region_id),
    KEY webhook_next (next_at),
    KEY webhook_updated (updated_by),
    CONSTRAINT webhook_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT webhook_updated_fk FOREIGN KEY (updated_by) REFERENCES account (id),
    CONSTRAINT webhook_address CHECK (address LIKE 'https://_%')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Gateways of regions';

CREATE TABLE webhook_delivery (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, in the order of what happened',
    region_id INT UNSIGNED NOT NULL COMMENT 'whose gateway is told',
    kind VARCHAR(24) CHARACTER SET ascii NOT NULL COMMENT 'what is told: a kind of message, or test',
    agency_name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'whom it concerns, as it was called on the day; empty: nobody',
    year SMALLINT UNSIGNED NULL COMMENT 'of the cycle, where it is about one',
    path VARCHAR(60) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'page that it leads to, below the base path',
    created_at DATETIME(3) NOT NULL COMMENT 'when it happened; with the key the name of the delivery, the same in every try',
    until DATETIME(3) NOT NULL COMMENT 'given up then',
    state ENUM('waiting', 'sent', 'given_up') NOT NULL DEFAULT 'waiting' COMMENT 'sent: the gateway answered with 2xx, and it goes out never again',
    tries SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often it went out',
    status SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of HTTP, of the last try; 0: there was no answer',
    trouble VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'why the last try did not get through',
    ended_at DATETIME(3) NULL COMMENT 'when it was sent or given up',
    PRIMARY KEY (id),
    KEY webhook_delivery_region (region_id, id),
    KEY webhook_delivery_turn (region_id, state, tries, id),
    KEY webhook_delivery_until (state, until),
    CONSTRAINT webhook_delivery_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT webhook_delivery_ended CHECK ((state = 'waiting') = (ended_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What gateways are told: written with the change, posted by matang work';
