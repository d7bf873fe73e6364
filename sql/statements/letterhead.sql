-- SPDX-License-Identifier: ISC

-- name: letterhead_load
-- Of a region, whether it has set anything or not; about a cycle, its bureau as it was then.
SELECT r.name AS region_name, r.timezone, r.place, COALESCE(c.bureau, r.bureau) AS bureau,
    l.government, l.office, l.address, l.contact, LOWER(HEX(l.crest)) AS crest,
    l.signatory_for, l.signatory_title, l.signatory_under, l.signatory_name, l.signatory_rank,
    l.signatory_nip, l.letter_for, l.letter_title, l.letter_under, l.letter_name, l.letter_rank,
    l.letter_nip, l.letter_nature, l.letter_opening, l.letter_closing, l.letter_copies,
    l.number_format, l.margin_top, l.margin_right, l.margin_bottom, l.margin_left,
    l.recipient_right, l.folio, l.serif, l.large, COALESCE(l.version, 0) AS version
FROM region r
LEFT JOIN letterhead l ON l.region_id = r.id
LEFT JOIN cycle c ON c.id = ? AND c.region_id = r.id
WHERE r.id = ?;

-- name: letterhead_begin
-- A row to change, where there was none.
INSERT INTO letterhead (region_id, version) VALUES (?, 0)
ON DUPLICATE KEY UPDATE version = version;

-- name: letterhead_update
UPDATE letterhead SET government = ?, office = ?, address = ?, contact = ?,
    signatory_for = ?, signatory_title = ?, signatory_under = ?, signatory_name = ?,
    signatory_rank = ?, signatory_nip = ?, letter_for = ?, letter_title = ?, letter_under = ?,
    letter_name = ?, letter_rank = ?, letter_nip = ?, letter_nature = ?, letter_opening = ?,
    letter_closing = ?, letter_copies = ?, number_format = ?, margin_top = ?, margin_right = ?,
    margin_bottom = ?, margin_left = ?, recipient_right = ?, folio = ?, serif = ?, large = ?,
    version = version + 1
WHERE region_id = ? AND version = ?;

-- name: letterhead_crest
UPDATE letterhead SET crest = UNHEX(?) WHERE region_id = ?;

-- name: crest_add
-- The same file again is the same crest.
INSERT INTO crest (sha256, stored_name, bytes, width, height, created_at, created_by)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: crest_find
SELECT stored_name, bytes, width, height FROM crest WHERE sha256 = UNHEX(?);

-- name: agency_head_on
-- Who signs the papers of an agency: its head on that day, or who stood in for him: day, agency.
SELECT COALESCE(CONCAT(ELT(FIELD(t.kind, 'plt', 'plh'), 'Plt. ', 'Plh. '), g.head_title), g.head_title) AS head_title,
    COALESCE(t.name, g.head_name) AS head_name, COALESCE(t.head_rank, g.head_rank) AS head_rank,
    COALESCE(t.head_nip, g.head_nip) AS head_nip
FROM agency g
LEFT JOIN acting_head t ON t.agency_id = g.id AND ? BETWEEN t.from_on AND COALESCE(t.until_on, '9999-12-31')
WHERE g.id = ?;
