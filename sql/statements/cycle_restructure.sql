-- SPDX-License-Identifier: ISC
-- Changes of the structure (SOTK): an agency is renamed, merged, split or
-- dissolved, with date and legal base.

-- name: restructure_others
-- Who could go on with the tasks.
SELECT g.id AS value, g.name AS label FROM agency g
WHERE g.region_id = ? AND g.id <> ? AND g.active = 1 ORDER BY g.name LIMIT 500;

-- name: restructure_list
-- A row for each successor, or one without.
SELECT s.id, s.kind, s.effective, s.basis, s.old_name, n.agency_id AS successor_id,
    g.name AS successor
FROM restructuring s
LEFT JOIN restructuring_successor n ON n.restructuring_id = s.id
LEFT JOIN agency g ON g.id = n.agency_id
WHERE s.agency_id = ?
ORDER BY s.id DESC, g.name LIMIT 100;

-- name: restructure_add
INSERT INTO restructuring (agency_id, kind, effective, basis, old_name, created_at, created_by)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: restructure_add_successor
INSERT INTO restructuring_successor (restructuring_id, agency_id) VALUES (?, ?);

-- name: restructure_rename
-- raises: world
-- With the office of its head, where that carries the name.
UPDATE agency g JOIN (SELECT ? AS name) n
SET g.head_title = LEFT(REPLACE(g.head_title, g.name, n.name), 200), g.name = n.name, g.version = g.version + 1
WHERE g.id = ? AND g.version = ?;

-- name: restructure_end
-- raises: world
UPDATE agency SET active = 0, version = version + 1 WHERE id = ? AND version = ?;

-- name: restructure_open
-- What is not signed yet, and whether who goes on has one in that cycle already.
SELECT a.id, c.year,
    EXISTS (SELECT 1 FROM assessment b WHERE b.cycle_id = a.cycle_id AND b.agency_id = ?) AS has_own
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id
WHERE a.agency_id = ? AND c.state IN ('draft', 'open') AND c.imported = 0 AND a.left_at IS NULL
    AND a.state NOT IN ('signed', 'received', 'reported')
FOR UPDATE;

-- name: restructure_move
-- raises: world
UPDATE assessment SET agency_id = ?, version = version + 1 WHERE id = ?;

-- name: restructure_leave
-- raises: world
UPDATE assessment SET left_at = UTC_TIMESTAMP(3), left_why = ?, version = version + 1
WHERE id = ?;

-- name: restructure_texts
-- raises: agency
-- The text of files is kept for each agency: what is handed over is taken anew,
-- in the background, for whom it belongs to then.
UPDATE revision n JOIN document d ON d.id = n.document_id
SET n.text_state = 'none', n.text_after = NULL
WHERE d.agency_id = ? AND n.text_state <> 'none';

-- name: restructure_documents
-- raises: agency
UPDATE document SET agency_id = ? WHERE agency_id = ?;

-- name: restructure_accounts
SELECT id, username FROM account WHERE agency_id = ? AND state = 'active' ORDER BY id;

-- name: restructure_members
-- Who serves it beside an agency of his own.
SELECT account_id AS id FROM membership WHERE agency_id = ? ORDER BY account_id;

-- name: restructure_account
-- raises: world
UPDATE account SET agency_id = ?, version = version + 1 WHERE id = ?;
