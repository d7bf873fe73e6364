-- SPDX-License-Identifier: ISC

-- name: signoff_head
-- What stands at the head and foot of the papers: who is head today, or stands in for him, where the region is.
SELECT r.name AS region_name, COALESCE(c.bureau, r.bureau) AS bureau, r.place, COALESCE(a.agency_name, g.name) AS agency_name,
    COALESCE(a.head_title, CONCAT(ELT(FIELD(t.kind, 'plt', 'plh'), 'Plt. ', 'Plh. '), g.head_title), g.head_title) AS head_title,
    COALESCE(a.head_name, t.name, g.head_name) AS head_name, COALESCE(a.head_rank, t.head_rank, g.head_rank) AS head_rank,
    COALESCE(a.head_nip, t.head_nip, g.head_nip) AS head_nip,
    i.name AS instrument_name, i.basis
FROM assessment a
JOIN agency g ON g.id = a.agency_id
JOIN cycle c ON c.id = a.cycle_id
JOIN region r ON r.id = c.region_id
JOIN instrument i ON i.id = c.instrument_id
LEFT JOIN acting_head t ON t.agency_id = g.id AND DATE(UTC_TIMESTAMP() + INTERVAL
    CASE r.timezone WHEN 'WIT' THEN 9 WHEN 'WITA' THEN 8 ELSE 7 END HOUR)
    BETWEEN t.from_on AND COALESCE(t.until_on, '9999-12-31')
WHERE a.id = ?;

-- name: signoff_answers
SELECT v.number, v.name, w.self_level, w.explanation, w.overclaim_reason,
    w.city_level, w.city_reason, w.city_recommendation, w.province_level,
    w.province_reason, w.province_recommendation
FROM answer w JOIN variable v ON v.id = w.variable_id
WHERE w.assessment_id = ? ORDER BY v.number;

-- name: signoff_signature
-- The signed form that stands, of one paper.
SELECT s.id, s.client_name, LOWER(HEX(s.sha256)) AS sha256, s.bytes, s.type,
    s.created_at, s.confirmed_at, p.full_name AS sent_by,
    c.full_name AS confirmed_by, s.method, s.verdict, s.verdict_reason, s.checked_at, s.stored_name,
    s.named, s.named_code, s.accepted_reason
FROM signature s
JOIN account p ON p.id = s.created_by
LEFT JOIN account c ON c.id = s.confirmed_by
WHERE s.issued_id = ? AND s.cancelled_at IS NULL
ORDER BY s.id DESC LIMIT 1;

-- name: signoff_refused
-- Why the newest scan was sent back, while no other one stands.
SELECT h.reason, h.at, a.full_name
FROM history h LEFT JOIN account a ON a.id = h.account_id
WHERE h.assessment_id = ? AND h.subject = 'signature' AND h.to_value = 'refused'
ORDER BY h.id DESC LIMIT 1;

-- name: signoff_region
-- Whose signature service is asked: the configuration names regions by code.
SELECT code FROM region WHERE id = ?;

-- name: signoff_list_agency
-- The years of an agency: what has not begun and what is over stands behind the others.
SELECT a.id, a.agency_id, a.state, c.year, c.province_tier, COALESCE(a.agency_name, g.name) AS agency_name, r.name AS region_name,
    a.state = 'signed' AND (SELECT MAX(s.cancelled_at IS NULL) FROM issued_document p
        JOIN signature s ON s.issued_id = p.id
        WHERE p.assessment_id = a.id AND p.kind = 'form' AND p.ended IS NULL) <=> 0 AS sent_back
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id AND c.state <> 'draft'
JOIN agency g ON g.id = a.agency_id
JOIN region r ON r.id = c.region_id
WHERE a.agency_id = ? AND a.left_at IS NULL
ORDER BY (a.state = 'not_started' OR a.state = 'reported'), c.year DESC LIMIT 50;

-- name: signoff_list_region
-- Those that wait for the team first; then the year whose days end first.
SELECT a.id, a.agency_id, a.state, c.year, c.province_tier, COALESCE(a.agency_name, g.name) AS agency_name, r.name AS region_name,
    a.state = 'signed' AND (SELECT MAX(s.cancelled_at IS NULL) FROM issued_document p
        JOIN signature s ON s.issued_id = p.id
        WHERE p.assessment_id = a.id AND p.kind = 'form' AND p.ended IS NULL) <=> 0 AS sent_back
FROM cycle c
JOIN assessment a ON a.cycle_id = c.id
JOIN agency g ON g.id = a.agency_id
JOIN region r ON r.id = c.region_id
WHERE c.region_id = ? AND c.state = 'open' AND c.imported = 0 AND a.left_at IS NULL
ORDER BY a.state = 'signed' DESC, c.year, g.name LIMIT 500;

-- name: signoff_scan_add
-- Of a form or of a letter of a service, the other NULL.
INSERT INTO signature (issued_id, letter_id, method, sha256, bytes, type, client_name,
    stored_name, named, named_code, created_at, created_by)
VALUES (?, ?, 'ink', ?, ?, ?, LEFT(?, 255), ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: signoff_scan_named
-- When somebody asks to look again.
UPDATE signature SET named = ?, named_code = ? WHERE id = ? AND cancelled_at IS NULL;

-- name: signoff_scan_end
-- A later scan takes the place of the earlier; a refused one ends.
UPDATE signature SET cancelled_at = UTC_TIMESTAMP(3)
WHERE issued_id = ? AND cancelled_at IS NULL AND confirmed_at IS NULL;

-- name: signoff_scan_confirm
UPDATE signature SET confirmed_at = UTC_TIMESTAMP(3), confirmed_by = ?, accepted_reason = ?
WHERE issued_id = ? AND cancelled_at IS NULL AND confirmed_at IS NULL;

-- name: signoff_scan_file
SELECT s.stored_name, s.type, s.bytes, LOWER(HEX(s.sha256)) AS sha256
FROM signature s JOIN issued_document p ON p.id = s.issued_id
WHERE s.id = ? AND p.assessment_id = ?;

-- name: signoff_receipt_number
-- The running number: the row lock makes two receivers wait for each other.
UPDATE cycle SET last_receipt = last_receipt + 1 WHERE id = ?;

-- name: signoff_last_receipt
SELECT last_receipt FROM cycle WHERE id = ?;
