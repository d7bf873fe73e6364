-- SPDX-License-Identifier: ISC
-- What was stored, for those who lost the line while it was: see store/db.h.
CREATE TABLE change_mark (
    id BINARY(16) NOT NULL COMMENT 'random, made for one change',
    at DATETIME(3) NOT NULL COMMENT 'when it was stored',
    PRIMARY KEY (id),
    KEY change_mark_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='in a cluster: a row for each change, swept after a day';
