-- SPDX-License-Identifier: ISC
-- Two values say who asks: the own region, and for administrators alone the
-- region with those below (0 for a verifier).

-- name: notice_cycle
SELECT c.id, c.region_id, c.year, c.state, c.letter_number, c.imported, c.version,
    r.name AS region_name, r.timezone
FROM cycle c
JOIN region r ON r.id = c.region_id
WHERE c.id = ? AND c.state <> 'draft'
    AND (r.id = ? OR COALESCE(?, r.id) IN (r.id, r.parent_id));

-- name: notice_cycles
SELECT c.id, c.year, r.name AS region_name,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL) AS agencies,
    (SELECT COUNT(*) FROM assessment a WHERE a.cycle_id = c.id AND a.left_at IS NULL
        AND a.notified_at IS NOT NULL) AS notified
FROM region r
JOIN cycle c ON c.region_id = r.id AND c.state = 'open' AND c.imported = 0
WHERE r.id = ? OR COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY c.year DESC, r.code
LIMIT 600;

-- name: notice_agencies
SELECT a.id, g.name, a.notified_at, a.notified_how, t.full_name AS notified_by, a.opened_at,
    o.full_name AS opened_by,
    (SELECT COUNT(*) FROM account u WHERE u.agency_id = g.id
        AND u.state = 'active' AND u.role = 'operator') AS operators
FROM assessment a
JOIN agency g ON g.id = a.agency_id
LEFT JOIN account t ON t.id = a.notified_by
LEFT JOIN account o ON o.id = a.opened_by
WHERE a.cycle_id = ? AND a.left_at IS NULL
ORDER BY g.name;

-- name: notice_agency
SELECT g.id AS agency_id, g.name FROM assessment a
JOIN agency g ON g.id = a.agency_id WHERE a.id = ?;

-- name: notice_letter
-- raises: world
UPDATE cycle SET letter_number = ?, version = version + 1
WHERE id = ? AND version = ? AND state <> 'draft';

-- name: notice_notify
-- The version stays: nothing that an agency is working on changes.
UPDATE assessment SET notified_at = UTC_TIMESTAMP(3), notified_by = ?, notified_how = ?
WHERE id = ? AND cycle_id = ? AND notified_at IS NULL;

-- name: notice_take_back
UPDATE assessment SET notified_at = NULL, notified_by = NULL, notified_how = ''
WHERE id = ? AND cycle_id = ? AND notified_at IS NOT NULL;
