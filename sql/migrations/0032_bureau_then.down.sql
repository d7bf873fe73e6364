-- SPDX-License-Identifier: ISC
-- loses: names of bureaus as they were then: SELECT COUNT(*) FROM cycle WHERE bureau IS NOT NULL;
ALTER TABLE cycle DROP COLUMN bureau;
