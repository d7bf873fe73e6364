-- SPDX-License-Identifier: ISC
-- Letters of services that come back signed: kept as signatures of forms are, told on the check page, given to who applied.

-- part: letter_paper
-- A letter (l, of a region r) with the columns of issued_find; what is over by its day has ended on the next one.
l.id, 0 AS cycle_id, 0 AS assessment_id, 'service' AS kind, l.number, l.code, l.content,
    LOWER(HEX(l.digest)) AS digest, IF(l.ended IS NULL AND l.valid_until < DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR), 'expired', l.ended) AS ended,
    IF(l.ended IS NULL AND l.valid_until < DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR), TIMESTAMP(l.valid_until, '17:00:00'), l.ended_at) AS ended_at,
    l.ended_reason, l.issued_at, r.timezone;

-- name: signed_letter_paper
-- A letter of an agency.
SELECT PART(letter_paper), l.number_text, l.application_id, g.name AS agency_name, r.id AS region_id,
    r.name AS region_name
FROM service_letter l
JOIN agency g ON g.id = l.agency_id
JOIN region r ON r.id = g.region_id
WHERE l.id = ? AND l.agency_id = ?;

-- name: signed_letter_by_file
-- The letter that a PDF file was made of.
SELECT PART(letter_paper)
FROM issued_file f
JOIN service_letter l ON l.id = f.letter_id
JOIN agency g ON g.id = l.agency_id
JOIN region r ON r.id = g.region_id
WHERE f.sha256 = ?;

-- name: signed_letter_standing
-- What stands of a letter.
SELECT s.id, LOWER(HEX(s.sha256)) AS sha256, s.created_at, s.method, s.verdict, s.named
FROM signature s
WHERE s.letter_id = ? AND s.cancelled_at IS NULL
ORDER BY s.id DESC LIMIT 1;

-- name: signed_letter_list
-- The same of all letters of an application, for their pages.
SELECT s.letter_id, LOWER(HEX(s.sha256)) AS sha256, s.created_at, p.full_name AS sent_by,
    s.method, s.verdict, s.named, r.timezone
FROM service_letter l
JOIN signature s ON s.letter_id = l.id AND s.cancelled_at IS NULL
JOIN account p ON p.id = s.created_by
JOIN agency g ON g.id = l.agency_id
JOIN region r ON r.id = g.region_id
WHERE l.application_id = ? ORDER BY s.id DESC LIMIT 50;

-- name: signed_letter_file
-- The signed copy of a letter of an agency.
SELECT s.stored_name, s.type, s.bytes, LOWER(HEX(s.sha256)) AS sha256, l.code
FROM signature s
JOIN service_letter l ON l.id = s.letter_id
WHERE l.id = ? AND l.agency_id = ? AND s.cancelled_at IS NULL
ORDER BY s.id DESC LIMIT 1;

-- name: signed_letter_held_file
-- The same for who applied, while it counts: letter, application.
SELECT s.stored_name, s.type, s.bytes, LOWER(HEX(s.sha256)) AS sha256, l.code
FROM signature s
JOIN service_letter l ON l.id = s.letter_id
WHERE l.id = ? AND l.application_id = ? AND l.ended IS NULL AND s.cancelled_at IS NULL
ORDER BY s.id DESC LIMIT 1;

-- name: signed_letter_hold
-- To the end of the transaction nobody else signs, ends or replaces it.
SELECT id FROM service_letter
WHERE id = ? AND agency_id = ? AND ended IS NULL
    AND (valid_until IS NULL OR valid_until >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)) FOR UPDATE;

-- name: signed_letter_end
-- A later copy takes the place of the earlier.
UPDATE signature SET cancelled_at = UTC_TIMESTAMP(3) WHERE letter_id = ? AND cancelled_at IS NULL;
