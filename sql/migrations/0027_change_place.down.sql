-- SPDX-License-Identifier: ISC
-- loses nothing
ALTER TABLE change_mark
    DROP COLUMN place,
    MODIFY id BINARY(16) NOT NULL COMMENT 'random, made for one change',
    COMMENT='in a cluster: a row for each change, swept after a day';
