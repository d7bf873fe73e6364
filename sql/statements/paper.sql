-- SPDX-License-Identifier: ISC

-- name: paper_find
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM paper p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE p.code = ?;

-- name: paper_of
-- The valid paper of its kind, or else the newest that ended.
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM paper p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE p.assessment_id = ? AND p.kind = ?
ORDER BY p.ended IS NULL DESC, p.id DESC LIMIT 1;

-- name: paper_by_id
-- As the caller may see it, by agency, region and region as parent; the letter
-- to all agencies of a cycle also by each of them.
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM paper p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
LEFT JOIN assessment a ON a.id = p.assessment_id
WHERE p.id = ? AND (a.agency_id = ? OR r.id = ? OR r.parent_id = ? OR
    p.kind = 'letter' AND EXISTS (SELECT 1 FROM assessment b
        WHERE b.cycle_id = p.cycle_id AND b.agency_id = ?));

-- name: paper_by_file
-- The paper that a PDF file was made of.
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM paper_file f
JOIN paper p ON p.id = f.paper_id
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE f.sha256 = ?;

-- name: paper_file_add
-- The same file again is nothing new.
INSERT INTO paper_file (sha256, paper_id, bytes, made_at)
VALUES (?, ?, ?, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE bytes = VALUES(bytes);

-- name: paper_replace
UPDATE paper SET ended = 'replaced', ended_at = UTC_TIMESTAMP(3)
WHERE cycle_id = ? AND kind = ? AND assessment_id <=> ? AND ended IS NULL;

-- name: paper_next_number
-- Behind a lock on the cycle's row.
SELECT COALESCE(MAX(p.number), 0) + 1 AS number FROM paper p
WHERE p.cycle_id = ? AND p.kind = ?;

-- name: paper_hold_cycle
-- To the end of the transaction nobody else numbers papers of this cycle.
SELECT id, state FROM cycle WHERE id = ? FOR UPDATE;

-- name: paper_list_cycle
-- The papers about a cycle as a whole, the newest of each kind first.
SELECT p.id, p.kind, p.number, p.issued_at, p.ended, b.full_name AS issued_by
FROM paper p JOIN account b ON b.id = p.issued_by
WHERE p.cycle_id = ? AND p.assessment_id IS NULL
ORDER BY p.id DESC LIMIT 200;

-- name: paper_list_assessment
SELECT p.id, p.kind, p.number, p.issued_at, p.ended, b.full_name AS issued_by
FROM paper p JOIN account b ON b.id = p.issued_by
WHERE p.assessment_id = ?
ORDER BY p.id DESC LIMIT 200;

-- name: paper_issue
INSERT INTO paper (cycle_id, assessment_id, kind, number, code, content,
    digest, issued_at, issued_by)
VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: paper_cancel
UPDATE paper SET ended = 'cancelled', ended_at = UTC_TIMESTAMP(3),
    ended_reason = LEFT(?, 1000)
WHERE assessment_id = ? AND ended IS NULL;

-- name: paper_cancel_signatures
UPDATE signature s JOIN paper p ON p.id = s.paper_id
SET s.cancelled_at = UTC_TIMESTAMP(3)
WHERE p.assessment_id = ? AND s.cancelled_at IS NULL;
