-- SPDX-License-Identifier: ISC
-- loses: what is said of what counts: SELECT COUNT(*) FROM checklist_item WHERE counts <> '' OR counts_not <> '' OR example <> '';
ALTER TABLE account
    DROP COLUMN visited_at,
    DROP COLUMN tour;
ALTER TABLE checklist_item
    DROP COLUMN example,
    DROP COLUMN counts_not,
    DROP COLUMN counts;
