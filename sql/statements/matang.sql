-- SPDX-License-Identifier: ISC
-- The operator's command, and the import of an instrument.

-- name: import_instrument
-- raises: world
-- It is the region's of whoever brings it in; the instance's of the operator's command.
INSERT INTO instrument (region_id, name, basis, state, created_at, published_at)
VALUES ((SELECT a.region_id FROM account a WHERE a.id = ?), ?, ?, IF(?, 'published', 'draft'), UTC_TIMESTAMP(3),
    IF(?, UTC_TIMESTAMP(3), NULL));

-- name: import_variable
-- raises: world
INSERT INTO variable (instrument_id, number, name) VALUES (?, ?, ?);

-- name: import_level
-- raises: world
INSERT INTO level (variable_id, number, indicator, guidance)
VALUES (?, ?, ?, ?);

-- name: import_item
-- raises: world
INSERT INTO checklist_item (level_id, position, title, compulsory,
    needs_signature, counts, counts_not, example)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: import_category
-- raises: world
INSERT INTO category (instrument_id, level, name, min_tenths, max_tenths)
VALUES (?, ?, ?, ?, ?);

-- name: import_instrument_id
SELECT id FROM instrument WHERE name = ?;

-- name: import_holiday
-- raises: world
-- A day that the administrator has already is left as it stands.
INSERT INTO holiday (day, kind, name)
SELECT ?, ?, ? FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM holiday WHERE day = ? AND region_id IS NULL);

-- name: import_agency_there
SELECT id FROM agency WHERE region_id = ? AND name = ?;

-- name: setting_list
SELECT name, value FROM setting ORDER BY name;

-- name: setting_change
-- raises: world
INSERT INTO setting (name, value) VALUES (?, ?)
ON DUPLICATE KEY UPDATE value = VALUES(value), version = version + 1;

-- name: verify_files
-- Every stored file with the size and hash that it had when it came, page by
-- page: revisions of documents …
SELECT n.id, n.stored_name, n.sha256, n.bytes, g.name AS agency_name,
    CONCAT(d.title, ', revision ', n.number) AS about
FROM revision n
JOIN document d ON d.id = n.document_id
JOIN agency g ON g.id = d.agency_id
WHERE n.id > ? ORDER BY n.id LIMIT 500;

-- name: verify_signatures
-- … and signed forms and letters. An earlier schema, which is backed up, too, has no letters.
SELECT s.id, s.stored_name, s.sha256, s.bytes, COALESCE(g.name, '') AS agency_name,
    COALESCE(CONCAT('signed form of paper ', s.issued_id), 'signed letter of a service') AS about
FROM signature s
LEFT JOIN issued_document p ON p.id = s.issued_id
LEFT JOIN assessment a ON a.id = p.assessment_id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE s.id > ? ORDER BY s.id LIMIT 500;

-- name: verify_complaint_files
-- … and files of complaints.
SELECT f.id, f.stored_name, f.sha256, f.bytes, r.name AS agency_name,
    CONCAT('file of complaint ', f.complaint_id) AS about
FROM complaint_file f
STRAIGHT_JOIN complaint c ON c.id = f.complaint_id
JOIN region r ON r.id = c.region_id
WHERE f.id > ? ORDER BY f.id LIMIT 500;

-- name: verify_service_files
-- … and of applications.
SELECT f.id, f.stored_name, f.sha256, f.bytes, g.name AS agency_name,
    CONCAT('file of application ', a.number) AS about
FROM service_file f
STRAIGHT_JOIN service_application a ON a.id = f.application_id
JOIN agency g ON g.id = a.agency_id
WHERE f.id > ? ORDER BY f.id LIMIT 500;

-- name: verify_packages
-- … and what came from other instances.
SELECT b.id, b.stored_name, b.sha256, b.bytes, b.region_code AS agency_name,
    CONCAT('cycle ', b.year, ' of another instance') AS about
FROM transfer_package b WHERE b.id > ? ORDER BY b.id LIMIT 500;

-- name: verify_drawings
-- … and the stored files of papers.
SELECT f.issued_id AS id, f.stored_name, f.sha256, f.bytes, r.name AS agency_name,
    CONCAT(p.kind, ' of ', c.year) AS about
FROM drawing f
STRAIGHT_JOIN issued_document p ON p.id = f.issued_id
JOIN cycle c ON c.id = p.cycle_id
JOIN region r ON r.id = c.region_id
WHERE f.issued_id > ? ORDER BY f.issued_id LIMIT 500;

-- name: verify_crests
-- … and crests, which have no number of their own; there are as many as regions.
SELECT n.id, n.stored_name, n.sha256, n.bytes, '' AS agency_name, 'of a letterhead' AS about
FROM (SELECT ROW_NUMBER() OVER (ORDER BY stored_name) AS id, stored_name, sha256, bytes FROM crest) AS n
WHERE n.id > ? ORDER BY n.id LIMIT 500;

-- name: verify_total
-- What there is to be read, for those who wait.
SELECT (SELECT COALESCE(SUM(bytes), 0) FROM revision) +
    (SELECT COALESCE(SUM(bytes), 0) FROM signature) +
    (SELECT COALESCE(SUM(bytes), 0) FROM complaint_file) +
    (SELECT COALESCE(SUM(bytes), 0) FROM service_file) +
    (SELECT COALESCE(SUM(bytes), 0) FROM transfer_package) +
    (SELECT COALESCE(SUM(bytes), 0) FROM drawing) +
    (SELECT COALESCE(SUM(bytes), 0) FROM crest) AS bytes;

-- name: verify_issued
SELECT id, content, digest FROM issued_document WHERE id > ? ORDER BY id LIMIT 50;

-- name: verify_assessments
-- With how many answers it has, and has to have: one for each variable; none while
-- its cycle is withdrawn, since another instrument may have others.
SELECT a.id, a.state,
    (SELECT COUNT(*) FROM answer n WHERE n.assessment_id = a.id) AS answers,
    IF(c.state = 'draft', 0, (SELECT COUNT(*) FROM variable v WHERE v.instrument_id = c.instrument_id)) AS variables,
    g.name AS agency_name, c.year
FROM (SELECT id, state, cycle_id, agency_id FROM assessment WHERE id > ? ORDER BY id LIMIT 50) AS a
STRAIGHT_JOIN cycle c ON c.id = a.cycle_id
STRAIGHT_JOIN agency g ON g.id = a.agency_id
ORDER BY a.id;

-- name: verify_moves
SELECT id, from_value, to_value FROM history
WHERE assessment_id = ? AND subject = 'state' ORDER BY id;

-- name: verify_levels
-- A level without a document to ask for could never be unsupported.
SELECT l.id FROM level l LEFT JOIN checklist_item i ON i.level_id = l.id
WHERE l.id > ? AND i.id IS NULL ORDER BY l.id LIMIT 500;

-- name: sweep_named
-- Whether a stored file has its row; one that is still arriving has it too.
SELECT EXISTS (SELECT 1 FROM revision WHERE stored_name = CONVERT(? USING ascii)) OR
    EXISTS (SELECT 1 FROM signature WHERE stored_name = CONVERT(? USING ascii)) OR
    EXISTS (SELECT 1 FROM crest WHERE stored_name = CONVERT(? USING ascii)) OR
    EXISTS (SELECT 1 FROM transfer_package WHERE stored_name = CONVERT(? USING ascii)) OR
    EXISTS (SELECT 1 FROM drawing WHERE stored_name = CONVERT(? USING ascii)) OR
    EXISTS (SELECT 1 FROM complaint_file WHERE stored_name = CONVERT(? USING ascii)) OR
    EXISTS (SELECT 1 FROM service_file WHERE stored_name = CONVERT(? USING ascii)) OR
    EXISTS (SELECT 1 FROM upload_session WHERE stored_name = CONVERT(? USING ascii) AND ended IS NULL)
    AS named;

-- name: sweep_count_sessions
-- One that is too old is touched no more, and so is idle soon.
SELECT COUNT(*) AS count FROM session
WHERE seen_at < UTC_TIMESTAMP(3) - INTERVAL ? MINUTE;

-- name: sweep_sessions
DELETE FROM session
WHERE seen_at < UTC_TIMESTAMP(3) - INTERVAL ? MINUTE;

-- name: sweep_count_throttles
SELECT COUNT(*) AS count FROM throttle
WHERE since < UTC_TIMESTAMP(3) - INTERVAL 1 DAY;

-- name: sweep_throttles
DELETE FROM throttle WHERE since < UTC_TIMESTAMP(3) - INTERVAL 1 DAY;

-- name: sweep_count_rates
SELECT COUNT(*) AS count FROM guest_rate WHERE spent_until < UTC_TIMESTAMP(6) - INTERVAL 1 DAY;

-- name: sweep_rates
DELETE FROM guest_rate WHERE spent_until < UTC_TIMESTAMP(6) - INTERVAL 1 DAY;

-- name: sweep_count_marks
SELECT COUNT(*) AS count FROM change_mark
WHERE at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY;

-- name: sweep_marks
DELETE FROM change_mark WHERE at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY;

-- name: sweep_count_messages
-- What nobody has opened stays, however old: it is counted in the menu.
SELECT COUNT(*) AS count FROM message
WHERE read_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY AND mail_due IS NULL;

-- name: sweep_messages
DELETE FROM message
WHERE read_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY AND mail_due IS NULL;

-- name: sweep_count_letters
SELECT COUNT(*) AS count FROM mail
WHERE state IN ('sent', 'uncertain', 'given_up') AND ended_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY
    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.mail_id = mail.id);

-- name: sweep_letters
DELETE FROM mail
WHERE state IN ('sent', 'uncertain', 'given_up') AND ended_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY
    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.mail_id = mail.id);

-- name: sweep_count_deliveries
SELECT COUNT(*) AS count FROM webhook_delivery
WHERE state IN ('sent', 'given_up') AND until < UTC_TIMESTAMP(3) - INTERVAL ? DAY;

-- name: sweep_deliveries
DELETE FROM webhook_delivery
WHERE state IN ('sent', 'given_up') AND until < UTC_TIMESTAMP(3) - INTERVAL ? DAY;

-- name: sweep_count_upload_sessions
-- Of those only the row is left: what came of them is a document, or nothing.
SELECT COUNT(*) AS count FROM upload_session
WHERE ended IN ('kept', 'refused', 'terminated', 'expired', 'lost')
    AND expires_at < UTC_TIMESTAMP(3) - INTERVAL 90 DAY;

-- name: sweep_upload_sessions
DELETE FROM upload_session
WHERE ended IN ('kept', 'refused', 'terminated', 'expired', 'lost')
    AND expires_at < UTC_TIMESTAMP(3) - INTERVAL 90 DAY;

-- name: sweep_count_packages
-- Looked at, and never taken over.
SELECT COUNT(*) AS count FROM transfer_package
WHERE taken_at IS NULL AND arrived_at < UTC_TIMESTAMP(3) - INTERVAL 7 DAY;

-- name: sweep_count_drafts
-- Lists that were looked at, and are stored or forgotten.
SELECT COUNT(*) AS count FROM import_draft WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY;

-- name: sweep_packages
DELETE FROM transfer_package
WHERE taken_at IS NULL AND arrived_at < UTC_TIMESTAMP(3) - INTERVAL 7 DAY;
