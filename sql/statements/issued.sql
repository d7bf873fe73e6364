-- SPDX-License-Identifier: ISC

-- name: issued_find
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM issued_document p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE p.code = CONVERT(? USING ascii);

-- name: issued_of
-- The valid paper of its kind, or else the newest that ended.
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM issued_document p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE p.assessment_id = ? AND p.kind = ?
ORDER BY p.ended IS NULL DESC, p.id DESC LIMIT 1;

-- name: issued_by_id
-- As the caller may see it, by agency, region and region as parent; the letter
-- to all agencies of a cycle also by each of them.
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM issued_document p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
LEFT JOIN assessment a ON a.id = p.assessment_id
WHERE p.id = ? AND (a.agency_id = ? OR r.id = ? OR r.parent_id = ? OR
    p.kind = 'letter' AND EXISTS (SELECT 1 FROM assessment b
        WHERE b.cycle_id = p.cycle_id AND b.agency_id = ?));

-- name: issued_by_file
-- The paper that a PDF file was made of.
SELECT p.id, p.cycle_id, p.assessment_id, p.kind, p.number, p.code, p.content,
    LOWER(HEX(p.digest)) AS digest, p.ended, p.ended_at, p.ended_reason,
    p.issued_at, r.timezone
FROM issued_file f
JOIN issued_document p ON p.id = f.issued_id
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE f.sha256 = ?;

-- name: issued_files
-- What was given away of a paper, the shortest first: what came later is it, signed.
SELECT LOWER(HEX(sha256)) AS sha256, bytes FROM issued_file WHERE issued_id = ? ORDER BY bytes LIMIT 50;

-- name: issued_letter_files
-- The same of a letter of a service.
SELECT LOWER(HEX(sha256)) AS sha256, bytes FROM issued_file WHERE letter_id = ? ORDER BY bytes LIMIT 50;

-- name: issued_file_add
-- Of a paper or of a letter of a service, the other NULL; the same file again is nothing new.
INSERT INTO issued_file (sha256, issued_id, letter_id, bytes, made_at)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE bytes = VALUES(bytes);

-- name: drawing_find
-- The stored file of a document, and what says whether it is still the one
-- that would be drawn; who may see it as in issued_by_id.  Without the content,
-- which may be long.
SELECT p.kind, p.code, LOWER(HEX(p.digest)) AS digest, p.issued_at, p.ended, p.ended_at,
    f.made_of, f.stored_name, LOWER(HEX(f.sha256)) AS sha256, f.bytes
FROM issued_document p
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
LEFT JOIN assessment a ON a.id = p.assessment_id
LEFT JOIN drawing f ON f.issued_id = p.id
WHERE p.id = ? AND (a.agency_id = ? OR r.id = ? OR r.parent_id = ? OR
    p.kind = 'letter' AND EXISTS (SELECT 1 FROM assessment b
        WHERE b.cycle_id = p.cycle_id AND b.agency_id = ?));

-- name: drawing_put
-- The file that a row named before has none from then on: the sweep finds it.
INSERT INTO drawing (issued_id, made_of, stored_name, sha256, bytes, drawn_at)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE made_of = VALUES(made_of), stored_name = VALUES(stored_name),
    sha256 = VALUES(sha256), bytes = VALUES(bytes), drawn_at = VALUES(drawn_at);

-- name: issued_replace
UPDATE issued_document SET ended = 'replaced', ended_at = UTC_TIMESTAMP(3)
WHERE cycle_id = ? AND kind = ? AND assessment_id <=> ? AND ended IS NULL;

-- name: issued_next_number
-- Behind a lock on the cycle's row.
SELECT COALESCE(MAX(p.number), 0) + 1 AS number FROM issued_document p
WHERE p.cycle_id = ? AND p.kind = ?;

-- name: issued_hold_cycle
-- To the end of the transaction nobody else numbers papers of this cycle.
SELECT id, state FROM cycle WHERE id = ? FOR UPDATE;

-- name: issued_list_cycle
-- The papers about a cycle as a whole, the newest of each kind first.
SELECT p.id, p.kind, '' AS begin, p.number, p.issued_at, p.ended, b.full_name AS issued_by
FROM issued_document p JOIN account b ON b.id = p.issued_by
WHERE p.cycle_id = ? AND p.assessment_id IS NULL
ORDER BY p.id DESC LIMIT 200;

-- name: issued_of_agencies
-- The valid papers about the agencies of a cycle, by agency.
SELECT p.id, p.assessment_id, p.kind, p.issued_at, COALESCE(a.agency_name, g.name) AS agency
FROM issued_document p
JOIN assessment a ON a.id = p.assessment_id
JOIN agency g ON g.id = a.agency_id
WHERE p.cycle_id = ? AND p.assessment_id IS NOT NULL AND p.ended IS NULL
ORDER BY agency, p.assessment_id, p.kind;

-- name: issued_list_assessment
-- The begin of a content is its title, by which a form is called.
SELECT p.id, p.kind, LEFT(p.content, 60) AS begin, p.number, p.issued_at, p.ended, b.full_name AS issued_by
FROM issued_document p JOIN account b ON b.id = p.issued_by
WHERE p.assessment_id = ?
ORDER BY p.id DESC LIMIT 200;

-- name: issued_add
INSERT INTO issued_document (cycle_id, assessment_id, kind, number, code, content,
    digest, issued_at, issued_by)
VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: issued_cancel
UPDATE issued_document SET ended = 'cancelled', ended_at = UTC_TIMESTAMP(3),
    ended_reason = LEFT(?, 1000)
WHERE assessment_id = ? AND ended IS NULL;

-- name: issued_cancel_signatures
UPDATE signature s JOIN issued_document p ON p.id = s.issued_id
SET s.cancelled_at = UTC_TIMESTAMP(3)
WHERE p.assessment_id = ? AND s.cancelled_at IS NULL;
