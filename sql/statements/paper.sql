-- SPDX-License-Identifier: ISC

-- name: paper_find
SELECT p.id, p.assessment_id, p.kind, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM paper p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE p.code = ?;

-- name: paper_of
-- The valid paper of its kind, or else the newest that ended.
SELECT p.id, p.assessment_id, p.kind, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM paper p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE p.assessment_id = ? AND p.kind = ?
ORDER BY p.ended IS NULL DESC, p.id DESC LIMIT 1;

-- name: paper_replace
UPDATE paper SET ended = 'replaced', ended_at = UTC_TIMESTAMP(3)
WHERE assessment_id = ? AND kind = ? AND ended IS NULL;

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
