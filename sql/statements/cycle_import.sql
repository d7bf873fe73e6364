-- SPDX-License-Identifier: ISC
-- Lists that are looked at before they are stored.

-- name: import_draft_forget
DELETE FROM import_draft WHERE account_id = ? AND kind = CONVERT(? USING ascii);

-- name: import_draft_expire
-- Lists that were looked at the day before, and are stored or forgotten.
DELETE FROM import_draft WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY;

-- name: import_draft_add
INSERT INTO import_draft (account_id, kind, file_name, content, created_at)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3));

-- name: import_draft
SELECT file_name, content FROM import_draft WHERE id = ? AND account_id = ? AND kind = CONVERT(? USING ascii);
