-- SPDX-License-Identifier: ISC
-- As the names of agencies: what the bureau was called stays in the years in which it was.
ALTER TABLE cycle
    ADD COLUMN bureau VARCHAR(160) NULL COMMENT 'the bureau as it was called then; absent while it is as it is now';
