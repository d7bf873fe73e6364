-- SPDX-License-Identifier: ISC
-- Activities and who was there: cgi-bin/activity.  By the region, and by the agency whose they are or (NULL) any of
-- it, so that a foreign key is none.

-- name: activity_list
-- Of some days; of one kind, or all; words of title, place, organiser and agency.
SELECT a.id, a.kind, a.title, a.starts_on, a.ends_on, a.starts_minute, a.ends_minute, a.place, a.organiser, a.hours,
    g.name AS agency_name, (SELECT COUNT(*) FROM attendance p WHERE p.activity_id = a.id) AS participants
FROM agency g
JOIN activity a ON a.agency_id = g.id
WHERE g.region_id = ? AND (? IS NULL OR g.id = ?) AND a.starts_on BETWEEN ? AND ? AND a.removed_at IS NULL
    AND (? = '' OR a.kind = ?) AND (? = '' OR CONCAT_WS(' ', a.title, a.place, a.organiser, g.name) LIKE ?)
ORDER BY a.starts_on DESC, a.id DESC
LIMIT ? OFFSET ?;

-- name: activity_years
-- First and last of the register, for the choice of a year.
SELECT YEAR(MIN(a.starts_on)) AS first, YEAR(MAX(a.starts_on)) AS last
FROM agency g
JOIN activity a ON a.agency_id = g.id
WHERE g.region_id = ? AND (? IS NULL OR g.id = ?);

-- name: activity_find
SELECT a.id, a.kind, a.title, a.starts_on, a.ends_on, a.starts_minute, a.ends_minute, a.place, a.organiser, a.hours,
    a.agenda, a.minutes, a.follow_up, a.version, a.agency_id, g.name AS agency_name, g.region_id,
    (SELECT COUNT(*) FROM attendance p WHERE p.activity_id = a.id) AS participants,
    (SELECT COUNT(*) FROM certificate t WHERE t.activity_id = a.id AND t.ended_at IS NULL) AS certificates
FROM activity a
JOIN agency g ON g.id = a.agency_id
WHERE a.id = ? AND g.region_id = ? AND (? IS NULL OR a.agency_id = ?) AND a.removed_at IS NULL;

-- name: activity_add
INSERT INTO activity (kind, title, starts_on, ends_on, starts_minute, ends_minute, place, organiser, hours, agenda,
    minutes, follow_up, agency_id, created_at, created_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: activity_change
UPDATE activity SET kind = ?, title = ?, starts_on = ?, ends_on = ?, starts_minute = ?, ends_minute = ?, place = ?,
    organiser = ?, hours = ?, agenda = ?, minutes = ?, follow_up = ?, version = version + 1
WHERE id = ? AND agency_id = ? AND version = ? AND removed_at IS NULL;

-- name: activity_remove
UPDATE activity SET removed_at = UTC_TIMESTAMP(3), version = version + 1
WHERE id = ? AND agency_id = ? AND version = ? AND removed_at IS NULL;

-- name: activity_hold
-- To the end of the transaction nobody else opens or closes its list.
SELECT id FROM activity WHERE id = ? AND removed_at IS NULL FOR UPDATE;

-- name: activity_session
-- The last one that was opened, and whether it still is.
SELECT id, token_hash, opened_at, closes_at, closed_at,
    closed_at IS NULL AND closes_at > UTC_TIMESTAMP(3) AS open
FROM attendance_session WHERE activity_id = ? ORDER BY id DESC LIMIT 1;

-- name: activity_session_add
-- Until a moment of a day, minutes of it, in a zone so many hours ahead; no row where that has passed.
INSERT INTO attendance_session (activity_id, token_hash, opened_at, opened_by, closes_at)
SELECT a.id, ?, UTC_TIMESTAMP(3), ?, TIMESTAMP(?) + INTERVAL a.ends_minute MINUTE - INTERVAL ? HOUR
FROM activity a
WHERE a.id = ? AND TIMESTAMP(?) + INTERVAL a.ends_minute MINUTE - INTERVAL ? HOUR > UTC_TIMESTAMP(3);

-- name: activity_session_close
UPDATE attendance_session SET closed_at = UTC_TIMESTAMP(3)
WHERE activity_id = ? AND closed_at IS NULL AND closes_at > UTC_TIMESTAMP(3);

-- name: activity_session_of_token
-- What whoever has the code may know, and how many it has let in within the last minute.
SELECT s.id, s.activity_id, s.closes_at, s.closed_at, a.title, a.kind, a.starts_on, a.ends_on, a.place, a.organiser,
    r.timezone, a.removed_at IS NULL AND s.closed_at IS NULL AND s.closes_at > UTC_TIMESTAMP(3) AS open,
    (SELECT COUNT(*) FROM attendance p WHERE p.session_id = s.id AND p.at > UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE) AS recent
FROM attendance_session s
JOIN activity a ON a.id = s.activity_id
JOIN agency g ON g.id = a.agency_id
JOIN region r ON r.id = g.region_id
WHERE s.token_hash = ?;

-- name: activity_attend
-- While the session is open, which a reader's lock on its row keeps so; no row afterwards.
INSERT INTO attendance (activity_id, session_id, name, nip, office, person, drawn, typed, at)
SELECT s.activity_id, s.id, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3)
FROM attendance_session s
WHERE s.id = ? AND s.closed_at IS NULL AND s.closes_at > UTC_TIMESTAMP(3);

-- name: activity_attendance_like
-- Who is there by that NIP, or by that name and office.
SELECT id, nip FROM attendance WHERE activity_id = ? AND (nip = CONVERT(? USING ascii) OR person = ?)
ORDER BY nip IS NULL LIMIT 2;

-- name: activity_attendance
-- In the order in which they came.
SELECT id, name, nip, office, drawn, typed, at, session_id IS NOT NULL AS by_telephone
FROM attendance WHERE activity_id = ?
ORDER BY id LIMIT ? OFFSET ?;

-- name: activity_attendance_add
INSERT INTO attendance (activity_id, name, nip, office, person, at, account_id)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: activity_attendance_remove
DELETE FROM attendance WHERE id = ? AND activity_id = ?;

-- name: activity_attendance_clear
DELETE FROM attendance WHERE activity_id = ?;

-- name: activity_documents
SELECT d.id, d.title, d.kind, d.dated, x.paper, d.archived_at IS NOT NULL AS archived,
    (SELECT COUNT(*) FROM evidence_link k WHERE k.document_id = d.id AND k.removed_at IS NULL) AS links
FROM activity_document x
JOIN document d ON d.id = x.document_id
WHERE x.activity_id = ?
ORDER BY x.paper IS NULL, d.title, d.id LIMIT 200;

-- name: activity_documents_near
-- Of the library of the agency, the newest first, what does not belong to it yet.
SELECT d.id, d.title FROM document d
WHERE d.agency_id = ? AND d.archived_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM activity_document x WHERE x.activity_id = ? AND x.document_id = d.id)
ORDER BY d.id DESC LIMIT 60;

-- name: activity_document_add
-- Of the same agency alone: no row for another one's. What is there already is a duplicate.
INSERT INTO activity_document (activity_id, document_id, paper)
SELECT a.id, d.id, ? FROM activity a JOIN document d ON d.agency_id = a.agency_id
WHERE a.id = ? AND d.id = ?;

-- name: activity_document_remove
DELETE FROM activity_document WHERE activity_id = ? AND document_id = ?;

-- name: activity_paper_document
-- The document that a paper was made of before, with the content of its newest revision.
SELECT d.id, LOWER(HEX(r.sha256)) AS sha256, r.number
FROM activity_document x
JOIN document d ON d.id = x.document_id AND d.archived_at IS NULL
JOIN revision r ON r.document_id = d.id
WHERE x.activity_id = ? AND x.paper = ?
ORDER BY r.number DESC LIMIT 1;

-- name: activity_paper_free
-- One that was archived is no longer the paper: another one takes its place.
UPDATE activity_document SET paper = NULL WHERE activity_id = ? AND paper = ?;

-- name: activity_items
-- What the levels of an assessment ask for, in order.
SELECT i.id, i.title, l.number AS level, v.number AS variable, v.name AS variable_name, w.needs_correction
FROM answer w
JOIN variable v ON v.id = w.variable_id
JOIN level l ON l.variable_id = v.id
JOIN checklist_item i ON i.level_id = l.id
WHERE w.assessment_id = ?
ORDER BY v.number, l.number, i.position;

-- name: sweep_count_attendances
SELECT COUNT(*) AS count FROM attendance p JOIN activity a ON a.id = p.activity_id
WHERE a.ends_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_attendances
DELETE p FROM attendance p JOIN activity a ON a.id = p.activity_id
WHERE a.ends_on < UTC_DATE() - INTERVAL ? DAY;

-- name: certificate_series_begin
-- The first of a year writes its numbers as the year before did.
INSERT INTO certificate_series (agency_id, year, format)
SELECT g.id, ?, COALESCE((SELECT s.format FROM certificate_series s WHERE s.agency_id = g.id ORDER BY s.year DESC LIMIT 1),
    '{nomor}/{jenis}/{bulan}/{tahun}')
FROM agency g
LEFT JOIN certificate_series t ON t.agency_id = g.id AND t.year = ?
WHERE g.id = ? AND t.agency_id IS NULL;

-- name: certificate_series_hold
-- To the end of the transaction nobody else numbers certificates of this agency and year.
SELECT format, last_number FROM certificate_series WHERE agency_id = ? AND year = ? FOR UPDATE;

-- name: certificate_series_format
SELECT format, last_number FROM certificate_series WHERE agency_id = ? AND year = ?;

-- name: certificate_series_write
UPDATE certificate_series SET format = ? WHERE agency_id = ? AND year = ?;

-- name: certificate_series_count
UPDATE certificate_series SET last_number = ? WHERE agency_id = ? AND year = ?;

-- name: certificate_waiting
-- Participants without a valid one, in the order in which they came.
SELECT p.id, p.name, p.office FROM attendance p
WHERE p.activity_id = ? AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.attendance_id = p.id AND c.ended_at IS NULL)
ORDER BY p.id;

-- name: certificate_add
INSERT INTO certificate (agency_id, year, number, activity_id, attendance_id, name, number_text, code, content, digest, issued_at, issued_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: certificate_waiting_count
SELECT COUNT(*) AS count FROM attendance p
WHERE p.activity_id = ? AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.attendance_id = p.id AND c.ended_at IS NULL);

-- name: certificate_page
-- Some of them, in order: words of number and name, or all.
SELECT id, number_text, name, ended_at, ended_reason FROM certificate
WHERE activity_id = ? AND (? = '' OR CONCAT_WS(' ', number_text, name) LIKE ?)
ORDER BY number LIMIT ? OFFSET ?;

-- name: certificate_valid
-- One that can be cancelled.
SELECT id, number_text, name FROM certificate WHERE id = ? AND activity_id = ? AND ended_at IS NULL;

-- name: certificate_list
SELECT id, number_text, name, code, issued_at, ended_at, ended_reason FROM certificate
WHERE activity_id = ? ORDER BY number LIMIT 6000;

-- name: certificate_contents
-- Of one (its key), or (0) all valid ones of an activity, for one file.
SELECT c.id, c.code, c.content, LOWER(HEX(c.digest)) AS digest, c.issued_at, c.ended_at, c.ended_reason
FROM certificate c WHERE c.activity_id = ? AND (c.id = ? OR ? = 0 AND c.ended_at IS NULL)
ORDER BY c.number LIMIT 5000;

-- name: certificate_cancel
UPDATE certificate SET ended_at = UTC_TIMESTAMP(3), ended_reason = ? WHERE id = ? AND activity_id = ? AND ended_at IS NULL;

-- name: certificate_find
-- As issued_find, for whoever holds one.
SELECT c.id, 0 AS cycle_id, 0 AS assessment_id, 'certificate' AS kind, c.number, c.code, c.content,
    LOWER(HEX(c.digest)) AS digest, IF(c.ended_at IS NULL, NULL, 'cancelled') AS ended, c.ended_at, c.ended_reason,
    c.issued_at, r.timezone
FROM certificate c
JOIN agency g ON g.id = c.agency_id
JOIN region r ON r.id = g.region_id
WHERE c.code = CONVERT(? USING ascii);

-- name: activity_recap
-- Who was at which training of some days, all of a person together.
SELECT p.name, p.nip, p.office, COALESCE(p.nip, HEX(p.person)) AS person, a.title, a.starts_on, a.hours
FROM activity a
JOIN attendance p ON p.activity_id = a.id
WHERE a.agency_id = ? AND a.starts_on BETWEEN ? AND ? AND a.removed_at IS NULL AND a.kind = 'pelatihan'
ORDER BY person, a.starts_on, a.id LIMIT 10000;
