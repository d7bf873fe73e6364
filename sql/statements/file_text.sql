-- SPDX-License-Identifier: ISC
-- The job that takes the text out of stored files.

-- name: file_text_waiting
-- The next revisions behind a key whose text nobody has taken yet.  What is
-- infected is not opened.
SELECT r.id, r.stored_name, r.type, r.bytes, LOWER(HEX(r.sha256)) AS sha256,
    d.agency_id, g.region_id
FROM revision r
JOIN document d ON d.id = r.document_id
JOIN agency g ON g.id = d.agency_id
WHERE r.text_state = 'none' AND r.id > ?
    AND (r.text_after IS NULL OR r.text_after < UTC_TIMESTAMP(3))
    AND r.scan <> 'infected'
ORDER BY r.id
LIMIT ?;

-- name: file_text_claim
-- For so many seconds nobody else takes it; a run that is killed meanwhile
-- gives it back that way.
UPDATE revision SET text_after = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
WHERE id = ? AND text_state = 'none'
    AND (text_after IS NULL OR text_after < UTC_TIMESTAMP(3));

-- name: file_text_known
-- The same content, taken already: of the agency itself (own is 1), or of
-- another one.
SELECT t.agency_id = ? AS own
FROM file_text t
WHERE t.sha256 = UNHEX(?)
ORDER BY own DESC
LIMIT 1;

-- name: file_text_copy
-- raises: agency
INSERT INTO file_text (sha256, agency_id, scope, short_words, body, cut,
    machine_read, taken_at)
SELECT t.sha256, ?, ?, t.short_words, t.body, t.cut, t.machine_read,
    UTC_TIMESTAMP(3)
FROM file_text t
WHERE t.sha256 = UNHEX(?)
ORDER BY t.agency_id
LIMIT 1;

-- name: file_text_add
-- raises: agency
INSERT INTO file_text (sha256, agency_id, scope, short_words, body, cut,
    machine_read, taken_at)
VALUES (UNHEX(?), ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3));

-- name: file_text_done
-- raises: agency
UPDATE revision SET text_state = ?, text_after = NULL
WHERE id = ? AND text_state = 'none';

-- name: file_read_waiting
-- The next pictures and scans behind a key in which no text was found, for a
-- machine to read.
SELECT r.id, r.stored_name, r.type, r.pages, LOWER(HEX(r.sha256)) AS sha256,
    d.agency_id, g.region_id
FROM revision r
JOIN document d ON d.id = r.document_id
JOIN agency g ON g.id = d.agency_id
WHERE r.text_state = 'empty' AND r.id > ?
    AND r.type IN ('application/pdf', 'image/jpeg', 'image/png')
    AND (r.text_after IS NULL OR r.text_after < UTC_TIMESTAMP(3))
    AND r.scan <> 'infected'
ORDER BY r.id
LIMIT ?;

-- name: file_read_claim
UPDATE revision SET text_after = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
WHERE id = ? AND text_state = 'empty'
    AND (text_after IS NULL OR text_after < UTC_TIMESTAMP(3));

-- name: file_read_done
-- raises: agency
UPDATE revision SET text_state = ?, text_after = NULL
WHERE id = ? AND text_state = 'empty';
