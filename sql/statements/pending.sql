-- SPDX-License-Identifier: ISC
-- Documents that are still to come, with a date: see assessment/pending.h.

-- name: pending_open
-- Those of one assessment that are still waited for, the most urgent first;
-- the wording of what they are for is in assessment/criteria.h.
SELECT p.id, p.version, p.checklist_item_id AS item_id, p.side, p.title, p.due,
    p.reminder, u.full_name AS who
FROM pending_evidence p
JOIN account u ON u.id = p.created_by
WHERE p.assessment_id = ? AND p.state = 'open'
ORDER BY p.due, p.id;

-- name: pending_find
-- Whether the caller may see it, assessment_find decides.
SELECT p.assessment_id, p.checklist_item_id AS item_id, p.side, p.title,
    p.due, p.version, p.created_at, u.full_name AS who
FROM pending_evidence p
JOIN account u ON u.id = p.created_by
WHERE p.id = ? AND p.state = 'open';

-- name: pending_under
-- Those that wait under one criterion, in the transaction that links there.
SELECT id, version, title FROM pending_evidence
WHERE assessment_id = ? AND checklist_item_id = ? AND state = 'open'
FOR UPDATE;

-- name: pending_add
-- raises: agency
INSERT INTO pending_evidence (assessment_id, checklist_item_id, side, title, due,
    created_at, created_by)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: pending_change
-- raises: agency
-- What was said about the old date says nothing about the new one.
UPDATE pending_evidence SET title = ?, due = ?, reminder = 'none', reminded_at = NULL,
    version = version + 1
WHERE id = ? AND version = ? AND state = 'open';

-- name: pending_keep
-- raises: agency
-- By a link under the same criterion to a file that we store.
UPDATE pending_evidence SET state = 'kept', link_id = ?, version = version + 1
WHERE id = ? AND version = ? AND state = 'open' AND EXISTS (SELECT 1
    FROM evidence_link k JOIN revision r ON r.document_id = k.document_id
    WHERE k.id = ? AND k.assessment_id = pending_evidence.assessment_id
    AND k.checklist_item_id = pending_evidence.checklist_item_id
    AND k.removed_at IS NULL);

-- name: pending_withdraw
-- raises: agency
UPDATE pending_evidence SET state = 'withdrawn', version = version + 1
WHERE id = ? AND version = ? AND state = 'open';

-- name: pending_kept_by
SELECT id, title FROM pending_evidence WHERE link_id = ? FOR UPDATE;

-- name: pending_reopen
-- raises: agency
-- The document that kept it was taken away again.
UPDATE pending_evidence SET state = 'open', link_id = NULL, version = version + 1
WHERE link_id = ? AND state = 'kept';

-- name: pending_candidates
-- What stands under the criterion, stored, and may be what is waited for.
SELECT k.id, d.title
FROM pending_evidence p
JOIN evidence_link k ON k.assessment_id = p.assessment_id
    AND k.checklist_item_id = p.checklist_item_id AND k.removed_at IS NULL
JOIN document d ON d.id = k.document_id
WHERE p.id = ? AND EXISTS (SELECT 1 FROM revision r WHERE r.document_id = d.id)
ORDER BY k.id DESC;

-- name: pending_waiting
-- For the background run: open ones of open cycles whose date has come near,
-- or has passed, and of which that was not said yet.  Days to look ahead,
-- twice; how many at once.  Today is the region's own.
SELECT w.id, w.title, w.due, w.reminder, w.assessment_id, w.variable,
    w.agency_id, w.region_id, w.year, w.agency_name, w.days
FROM (
    SELECT p.id, p.title, p.due, p.reminder, p.assessment_id,
        v.number AS variable, a.agency_id, c.region_id, c.year, g.name AS agency_name,
        DATEDIFF(p.due, UTC_TIMESTAMP() + INTERVAL CASE r.timezone
            WHEN 'WIT' THEN 9 WHEN 'WITA' THEN 8 ELSE 7 END HOUR) AS days
    FROM pending_evidence p
    JOIN assessment a ON a.id = p.assessment_id
    JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
    JOIN region r ON r.id = c.region_id
    JOIN agency g ON g.id = a.agency_id
    JOIN checklist_item i ON i.id = p.checklist_item_id
    JOIN level l ON l.id = i.level_id
    JOIN variable v ON v.id = l.variable_id
    WHERE p.state = 'open' AND a.left_at IS NULL AND p.reminder IN ('none', 'due')
        AND p.due <= UTC_DATE() + INTERVAL ? + 1 DAY
) w
WHERE w.days < 0 OR (w.reminder = 'none' AND w.days <= ?)
ORDER BY w.due, w.id
LIMIT ?;

-- name: pending_reminded
-- raises: agency
-- The guard: of two runs at once, one says it.
UPDATE pending_evidence SET reminder = ?, reminded_at = UTC_TIMESTAMP(3)
WHERE id = ? AND reminder = ? AND state = 'open';
