-- SPDX-License-Identifier: ISC
-- Services that end in a letter: cgi-bin/service.  By the agency whose they are, so that a foreign key is none.

-- name: service_list
-- Versions that are written or in force, of an agency.
SELECT v.id, v.number, v.state, v.name, v.days
FROM service s
JOIN service_version v ON v.service_id = s.id
WHERE s.agency_id = ? AND v.state <> 'closed'
ORDER BY v.name, v.id LIMIT 200;

-- name: service_find
SELECT v.id, v.service_id, v.number, v.state, v.name, v.letter_code, v.legal_base, v.cost, v.product, v.complaint, v.letter,
    v.valid_months, v.remind_days, v.days, v.version, v.published_at, s.agency_id, g.name AS agency_name, g.region_id, r.timezone
FROM service_version v
JOIN service s ON s.id = v.service_id
JOIN agency g ON g.id = s.agency_id
JOIN region r ON r.id = g.region_id
WHERE v.id = ? AND s.agency_id = ?;

-- name: service_published
-- By key, whoever asks.
SELECT v.id, v.service_id, v.number, v.state, v.name, v.letter_code, v.legal_base, v.cost, v.product, v.complaint, v.letter,
    v.valid_months, v.remind_days, v.days, v.version, v.published_at, s.agency_id, g.name AS agency_name, g.region_id, r.timezone
FROM service_version v
JOIN service s ON s.id = v.service_id
JOIN agency g ON g.id = s.agency_id
JOIN region r ON r.id = g.region_id
WHERE v.id = ? AND v.state = 'published';

-- name: service_requirements
SELECT id, name, compulsory, wants_file FROM service_requirement WHERE version_id = ? ORDER BY position;

-- name: service_fields
SELECT id, label, kind, choices, compulsory FROM service_field WHERE version_id = ? ORDER BY position;

-- name: service_steps
SELECT id, name, role, days FROM service_step WHERE version_id = ? ORDER BY position;

-- name: service_add
INSERT INTO service (agency_id, created_at, created_by) VALUES (?, UTC_TIMESTAMP(3), ?);

-- name: service_version_add
INSERT INTO service_version (service_id, number, name, letter_code, legal_base, cost, product, complaint, letter, valid_months,
    remind_days, days)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: service_version_write
UPDATE service_version SET name = ?, letter_code = ?, legal_base = ?, cost = ?, product = ?, complaint = ?, letter = ?,
    valid_months = ?, remind_days = ?, days = ?, version = version + 1
WHERE id = ? AND state = 'draft' AND version = ?;

-- name: service_requirements_clear
DELETE FROM service_requirement WHERE version_id = ?;

-- name: service_fields_clear
DELETE FROM service_field WHERE version_id = ?;

-- name: service_steps_clear
DELETE FROM service_step WHERE version_id = ?;

-- name: service_requirement_add
INSERT INTO service_requirement (version_id, position, name, compulsory, wants_file) VALUES (?, ?, ?, ?, ?);

-- name: service_field_add
INSERT INTO service_field (version_id, position, label, kind, choices, compulsory) VALUES (?, ?, ?, ?, ?, ?);

-- name: service_step_add
INSERT INTO service_step (version_id, position, name, role, days) VALUES (?, ?, ?, ?, ?);

-- name: service_close
-- The version that was in force before.
-- raises: world
UPDATE service_version SET state = 'closed', version = version + 1 WHERE service_id = ? AND state = 'published';

-- name: service_publish
-- raises: world
UPDATE service_version SET state = 'published', published_at = UTC_TIMESTAMP(3), published_by = ?, version = version + 1
WHERE id = ? AND state = 'draft' AND version = ?;

-- name: service_newest
-- The last version of a service, held until the transaction ends.
SELECT number, state FROM service_version WHERE service_id = ? ORDER BY number DESC LIMIT 1 FOR UPDATE;

-- name: service_standards
-- What is in force in a region, for the public.
SELECT v.id, v.name, v.days, g.name AS agency_name
FROM agency g
JOIN service s ON s.agency_id = g.id
JOIN service_version v ON v.service_id = s.id AND v.state = 'published'
WHERE g.region_id = ?
ORDER BY g.name, v.name, v.id LIMIT 500;

-- name: service_offered
-- What an agency has in force, whose standard and report are evidence of how it serves.
SELECT v.id, v.name FROM service s
JOIN service_version v ON v.service_id = s.id AND v.state = 'published'
WHERE s.agency_id = ? ORDER BY v.name, v.id LIMIT 20;

-- name: service_regions
-- Those where a service is in force.
SELECT r.id, r.name FROM region r
WHERE EXISTS (SELECT 1 FROM agency g
    JOIN service s ON s.agency_id = g.id
    JOIN service_version v ON v.service_id = s.id AND v.state = 'published'
    WHERE g.region_id = r.id)
ORDER BY r.name, r.id LIMIT 600;

-- name: enterprise_by_nib
SELECT id FROM enterprise WHERE agency_id = ? AND nib = CONVERT(? USING ascii) AND merged_into IS NULL;

-- name: enterprise_by_place
-- The same name in the same kelurahan, the oldest record first.
SELECT id, nib, nik FROM enterprise WHERE agency_id = ? AND same = ? AND merged_into IS NULL ORDER BY id LIMIT 5;

-- name: enterprise_add
INSERT INTO enterprise (agency_id, kind, name, owner, nik, nib, npwp, phone, address, village, employees, turnover, products,
    since_year, same, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3));

-- name: enterprise_write
UPDATE enterprise SET kind = ?, name = ?, owner = ?, nik = ?, nib = ?, npwp = ?, phone = ?, address = ?, village = ?,
    employees = ?, turnover = ?, products = ?, since_year = ?, same = ?, version = version + 1
WHERE id = ? AND agency_id = ? AND merged_into IS NULL AND (? = 0 OR version = ?);

-- name: enterprise_list
-- By words of name, owner, village and products; a NIK, NIB or NPWP is found whole alone.
SELECT id, kind, name, owner, nik, nib, npwp, phone, address, village, employees, turnover, products, since_year,
    (SELECT COUNT(*) FROM service_application a WHERE a.enterprise_id = e.id) AS applications
FROM enterprise e
WHERE e.agency_id = ? AND e.merged_into IS NULL
    AND (? = '' OR CONCAT_WS(' ', e.name, e.owner, e.village, e.products) LIKE ? OR CONVERT(? USING ascii) IN (e.nik, e.nib, e.npwp))
ORDER BY e.name, e.id LIMIT ? OFFSET ?;

-- name: enterprise_find
SELECT id, kind, name, owner, nik, nib, npwp, phone, address, village, employees, turnover, products, since_year, merged_into,
    version
FROM enterprise WHERE id = ? AND agency_id = ?;

-- name: enterprise_near_person
-- Others of the same person.
SELECT id, name, owner, village FROM enterprise
WHERE agency_id = ? AND nik = CONVERT(? USING ascii) AND merged_into IS NULL AND id <> ? ORDER BY id LIMIT 20;

-- name: enterprise_near_place
-- Others of the same name and place, but for those of the same person.
SELECT id, name, owner, village FROM enterprise
WHERE agency_id = ? AND same = (SELECT o.same FROM enterprise o WHERE o.id = ?) AND merged_into IS NULL AND id <> ?
    AND (? = '' OR nik IS NULL OR nik <> CONVERT(? USING ascii))
ORDER BY id LIMIT 20;

-- name: enterprise_applications
SELECT a.id, a.number, a.state, a.received_on, v.name AS service
FROM service_application a
JOIN service_version v ON v.id = a.version_id
WHERE a.enterprise_id = ? ORDER BY a.id DESC LIMIT 100;

-- name: enterprise_hold
-- Two that become one, in the order of their keys, until the transaction ends.
SELECT id, nib FROM enterprise WHERE id IN (?, ?) AND agency_id = ? AND merged_into IS NULL ORDER BY id FOR UPDATE;

-- name: enterprise_merge
-- Its NIB goes along where the other has none.
UPDATE enterprise SET merged_into = ?, nib = NULL, version = version + 1 WHERE id = ?;

-- name: enterprise_take_nib
UPDATE enterprise SET nib = CONVERT(? USING ascii), version = version + 1 WHERE id = ? AND nib IS NULL;

-- name: enterprise_move_applications
UPDATE service_application SET enterprise_id = ? WHERE enterprise_id = ?;

-- name: service_application_add
INSERT INTO service_application (agency_id, version_id, enterprise_id, number, secret_hash, channel, applicant, phone, email, village,
    particulars, received_at, received_on, running_since, due_on, mark, entered_by, consent, consent_by, consent_on, sent_mark,
    renews_letter_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: service_application_value_add
INSERT INTO service_value (application_id, field_id, value) VALUES (?, ?, ?);

-- name: service_application_verdict_add
INSERT INTO service_verdict (application_id, requirement_id, brought) VALUES (?, ?, ?);

-- name: service_application_marked
-- The same that was sent before and is not over.
SELECT id, number, secret_hash FROM service_application WHERE mark = ?;

-- name: service_application_sent
-- What came of this form of an assistant before, also where it is over.
SELECT id, number, secret_hash FROM service_application WHERE sent_mark = ?;

-- name: service_assisted_list
-- What an assistant entered, the newest first, from one downwards; found before anything is joined, as the queue is.
SELECT a.id, a.number, a.applicant, a.state, a.reason, a.received_on, v.name AS service, e.name AS enterprise
FROM (SELECT q.id FROM service_application q
    WHERE q.entered_by = ? AND q.channel = 'assistant' AND q.id < ? ORDER BY q.id DESC LIMIT ?) p
JOIN service_application a ON a.id = p.id AND a.agency_id = ?
JOIN service_version v ON v.id = a.version_id
JOIN enterprise e ON e.id = a.enterprise_id
ORDER BY a.id DESC;

-- name: service_application_secret
-- Another secret, for whoever lost the first; none where it is that one already.
UPDATE service_application SET secret_hash = ?
WHERE id = ? AND agency_id = ? AND particulars <> '' AND (secret_hash IS NULL OR secret_hash <> ?);

-- name: service_application_ticket
-- Of whoever says that it is his, with what proves it.
SELECT id, agency_id, secret_hash FROM service_application WHERE number = CONVERT(? USING ascii);

-- name: service_application_queue
-- Of one state, from a place on; the one that is due first comes first.  The rows of the page are found by the index alone,
-- before anything is joined: beside small tables all of a long queue would be sorted.
SELECT a.id, a.number, a.applicant, a.village, a.channel, a.received_on, a.due_on, v.name AS service, e.name AS enterprise
FROM (SELECT q.id, q.due_on FROM service_application q
    WHERE q.agency_id = ? AND q.state = ? AND (q.due_on, q.id) > (?, ?) AND q.due_on >= ?
    ORDER BY q.due_on, q.id LIMIT ?) p
JOIN service_application a ON a.id = p.id
JOIN service_version v ON v.id = a.version_id
JOIN enterprise e ON e.id = a.enterprise_id
ORDER BY p.due_on, p.id;

-- name: service_application_numbered
-- By what the applicant has in hand.
SELECT id FROM service_application WHERE number = CONVERT(? USING ascii) AND agency_id = ?;

-- name: service_application_find
SELECT a.id, a.version_id, a.enterprise_id, a.number, a.channel, a.state, a.applicant, a.phone, a.email, a.village, a.particulars,
    a.received_at, a.received_on, a.running_since, a.spent_days, a.due_on, a.reason, a.decided_on, a.version, a.entered_by,
    a.consent, a.consent_by, a.consent_on, e.name AS enterprise, e.version AS enterprise_version,
    o.number_text AS renews, o.ended AS renews_ended, o.application_id AS renews_application,
    (SELECT b.full_name FROM account b WHERE b.id = a.entered_by) AS entered_name,
    (SELECT COUNT(*) FROM service_visit w WHERE w.application_id = a.id) AS visits,
    (SELECT COUNT(*) FROM service_survey s WHERE s.application_id = a.id) AS surveyed
FROM service_application a
JOIN enterprise e ON e.id = a.enterprise_id
LEFT JOIN service_letter o ON o.id = a.renews_letter_id
WHERE a.id = ? AND a.agency_id = ?;

-- name: service_application_values
SELECT f.id, f.label, f.kind, v.value
FROM service_value v JOIN service_field f ON f.id = v.field_id
WHERE v.application_id = ? ORDER BY f.position;

-- name: service_application_verdicts
SELECT q.id, q.name, q.compulsory, q.wants_file, v.brought, v.verdict, v.note
FROM service_verdict v JOIN service_requirement q ON q.id = v.requirement_id
WHERE v.application_id = ? ORDER BY q.position;

-- name: service_application_moves
SELECT m.before_state, m.state, m.at, m.reason, b.full_name
FROM service_move m LEFT JOIN account b ON b.id = m.account_id
WHERE m.application_id = ? ORDER BY m.id LIMIT 200;

-- name: service_application_visits
SELECT w.visited_on, w.note, w.at, b.full_name
FROM service_visit w JOIN account b ON b.id = w.account_id
WHERE w.application_id = ? ORDER BY w.id LIMIT 100;

-- name: service_application_move
-- From one state into another, by who saw it as it is: no row for whoever comes second.
UPDATE service_application SET state = ?, reason = ?, running_since = ?, spent_days = ?, due_on = ?, decided_on = ?, decided_by = ?,
    mark = IF(? = 1, NULL, mark), version = version + 1
WHERE id = ? AND agency_id = ? AND state = ? AND version = ?;

-- name: service_application_move_add
INSERT INTO service_move (application_id, before_state, state, at, account_id, reason, days)
VALUES (?, CONVERT(? USING ascii), CONVERT(? USING ascii), UTC_TIMESTAMP(3), ?, ?, ?);

-- name: service_application_stood
-- Since when it stands where it is.
SELECT at FROM service_move WHERE application_id = ? ORDER BY id DESC LIMIT 1;

-- name: service_application_judge
-- What an officer found of one document; the count goes up where it is returned for it.
UPDATE service_verdict SET verdict = ?, note = ?, returns = returns + ? WHERE application_id = ? AND requirement_id = ?;

-- name: service_application_bring
-- Of those alone that were missing.
UPDATE service_verdict SET brought = 1, verdict = 'waiting' WHERE application_id = ? AND requirement_id = ? AND verdict = 'missing';

-- name: service_application_touch
-- Who adds to one that waits for its check has seen it as it is; whoever checks sees what was added.
UPDATE service_application SET version = version + 1 WHERE id = ? AND agency_id = ? AND state = 'received' AND version = ?;

-- name: service_file_brought
-- A document of which a file came, while nobody has accepted it.
UPDATE service_verdict SET brought = 1, verdict = 'waiting' WHERE application_id = ? AND requirement_id = ? AND verdict <> 'accepted';

-- name: service_file_add
INSERT INTO service_file (application_id, requirement_id, sha256, bytes, type, client_name, stored_name, findings, pages, signatures,
    inspected_at, scan, scanned_at, created_at)
VALUES (?, ?, ?, ?, ?, LEFT(?, 255), ?, ?, ?, ?, IF(?, UTC_TIMESTAMP(3), NULL), ?, IF(?, UTC_TIMESTAMP(3), NULL), UTC_TIMESTAMP(3));

-- name: service_files
SELECT id, requirement_id, LOWER(HEX(sha256)) AS sha256, client_name, type, bytes, findings, pages, signatures, inspected_at, scan,
    scanned_at, '' AS scan_finding, 'no' AS held, created_at
FROM service_file WHERE application_id = ? ORDER BY id;

-- name: service_file
SELECT f.stored_name, f.type, f.bytes, LOWER(HEX(f.sha256)) AS sha256
FROM service_file f
JOIN service_application a ON a.id = f.application_id
WHERE f.id = ? AND a.id = ? AND a.agency_id = ?;

-- name: service_application_visit_add
INSERT INTO service_visit (application_id, visited_on, note, account_id, at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3));

-- name: service_series_begin
-- The first of a year writes its numbers as the year before did.
INSERT INTO service_series (agency_id, year, format)
SELECT g.id, ?, COALESCE((SELECT s.format FROM service_series s WHERE s.agency_id = g.id ORDER BY s.year DESC LIMIT 1),
    '{nomor}/{jenis}/{bulan}/{tahun}')
FROM agency g
LEFT JOIN service_series t ON t.agency_id = g.id AND t.year = ?
WHERE g.id = ? AND t.agency_id IS NULL;

-- name: service_series_hold
-- To the end of the transaction nobody else numbers letters of this agency and year.
SELECT format, last_number FROM service_series WHERE agency_id = ? AND year = ? FOR UPDATE;

-- name: service_series_format
SELECT format, last_number FROM service_series WHERE agency_id = ? AND year = ?;

-- name: service_series_write
UPDATE service_series SET format = ? WHERE agency_id = ? AND year = ?;

-- name: service_series_count
UPDATE service_series SET last_number = ? WHERE agency_id = ? AND year = ?;

-- name: service_number_note_add
INSERT INTO service_number_note (agency_id, year, from_number, until_number, note, at, account_id)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: service_number_notes
SELECT n.from_number, n.until_number, n.note, n.at, b.full_name
FROM service_number_note n JOIN account b ON b.id = n.account_id
WHERE n.agency_id = ? AND n.year = ? ORDER BY n.from_number DESC LIMIT 100;

-- name: service_letter_add
INSERT INTO service_letter (agency_id, year, number, application_id, number_text, code, content, digest, valid_until, issued_at,
    issued_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: service_letter_list
-- Of a year, the newest number first, from a number on downwards; found before anything is joined, as the queue is.
SELECT l.id, l.number, l.number_text, l.code, l.issued_at, l.valid_until, l.ended, l.ended_reason, l.application_id,
    v.name AS service, e.name AS enterprise
FROM (SELECT q.id FROM service_letter q WHERE q.agency_id = ? AND q.year = ? AND q.number < ? ORDER BY q.number DESC LIMIT ?) p
JOIN service_letter l ON l.id = p.id
JOIN service_application a ON a.id = l.application_id
JOIN service_version v ON v.id = a.version_id
JOIN enterprise e ON e.id = a.enterprise_id
ORDER BY l.number DESC;

-- name: service_letters_ending
-- Of an agency, those that hold and end soonest, from today on; with the application that renews it already.
SELECT l.number_text, l.valid_until, l.application_id, l.reminded_at, v.name AS service, e.name AS enterprise,
    (SELECT MIN(r.id) FROM service_application r WHERE r.renews_letter_id = l.id AND r.state NOT IN ('rejected', 'withdrawn')) AS renewed_by
FROM (SELECT q.id, q.valid_until FROM service_letter q
    WHERE q.agency_id = ? AND q.ended IS NULL AND q.valid_until BETWEEN ? AND ? ORDER BY q.valid_until, q.id LIMIT ?) p
JOIN service_letter l ON l.id = p.id
JOIN service_application a ON a.id = l.application_id
JOIN service_version v ON v.id = a.version_id
JOIN enterprise e ON e.id = a.enterprise_id
ORDER BY p.valid_until, p.id;

-- name: service_letters_to_remind
-- Of which nobody was told yet that they end, within some days, by key; of services in force that remind, and unless somebody renews them.
SELECT l.id, l.application_id, l.agency_id, l.number_text, l.valid_until, p.remind_days, g.region_id, r.parent_id, r.timezone,
    a.email, e.name AS enterprise
FROM service_letter l
JOIN service_application a ON a.id = l.application_id
JOIN service_version v ON v.id = a.version_id
JOIN service_version p ON p.service_id = v.service_id AND p.state = 'published' AND p.remind_days > 0
JOIN enterprise e ON e.id = a.enterprise_id
JOIN agency g ON g.id = l.agency_id
JOIN region r ON r.id = g.region_id
WHERE l.ended IS NULL AND l.reminded_at IS NULL AND l.valid_until BETWEEN ? AND ? AND l.id > ?
    AND NOT EXISTS (SELECT 1 FROM service_application n WHERE n.renews_letter_id = l.id AND n.state NOT IN ('rejected', 'withdrawn'))
ORDER BY l.id LIMIT ?;

-- name: service_letter_remind
-- Of two runs one is first, and a clock that jumps tells nobody twice.
UPDATE service_letter SET reminded_at = UTC_TIMESTAMP(3) WHERE id = ? AND reminded_at IS NULL AND ended IS NULL;

-- name: service_letters_of
-- Of an application, the newest first.
SELECT id, number_text, code, issued_at, valid_until, ended, ended_reason FROM service_letter
WHERE application_id = ? ORDER BY id DESC LIMIT 50;

-- name: service_letter_content
SELECT l.id, l.application_id, l.number_text, l.code, l.content, LOWER(HEX(l.digest)) AS digest, l.issued_at, l.ended, l.ended_at,
    l.ended_reason
FROM service_letter l WHERE l.id = ? AND l.agency_id = ?;

-- name: service_letter_end
UPDATE service_letter SET ended = ?, ended_at = UTC_TIMESTAMP(3), ended_reason = ?
WHERE id = ? AND agency_id = ? AND ended IS NULL;

-- name: service_letter_say
-- Why it ended, once it is known which one took its place.
UPDATE service_letter SET ended_reason = ? WHERE id = ? AND agency_id = ? AND ended IS NOT NULL;

-- name: service_renewal
-- Of an application: its letter that can be renewed, by which version of the service, and the application that renews it
-- already, where that is open or has led to a letter that counts.
SELECT l.id, l.number_text, p.id AS version_id, r.id AS by_id, r.number AS by_number, r.state AS by_state,
    IF(r.channel = 'assistant', r.entered_by, 0) AS by_assistant
FROM service_letter l
JOIN service_application a ON a.id = l.application_id
JOIN service_version v ON v.id = a.version_id
JOIN service_version p ON p.service_id = v.service_id AND p.state = 'published'
LEFT JOIN service_application r ON r.renews_letter_id = l.id AND r.state NOT IN ('rejected', 'withdrawn')
    AND (r.state <> 'approved' OR EXISTS (SELECT 1 FROM service_letter n WHERE n.application_id = r.id AND n.ended IS NULL))
WHERE l.application_id = ? AND l.ended IS NULL AND l.valid_until IS NOT NULL
ORDER BY l.id DESC, r.id DESC LIMIT 1;

-- name: service_renewal_hold
-- To the end of the transaction nobody else renews or ends it.
SELECT id FROM service_letter WHERE id = ? AND ended IS NULL FOR UPDATE;

-- name: service_renewal_follow
-- Where a letter was replaced, its newest successor is what is renewed.
UPDATE service_application SET renews_letter_id = (SELECT MAX(l.id) FROM service_letter l WHERE l.application_id = ?)
WHERE renews_letter_id = ?;

-- name: service_letter_find
-- For whoever holds one.
SELECT PART(letter_paper),
    (SELECT n.number_text FROM service_application a JOIN service_letter n ON n.application_id = a.id AND n.ended IS NULL
        WHERE a.renews_letter_id = l.id ORDER BY n.id DESC LIMIT 1) AS renewed_by
FROM service_letter l
JOIN agency g ON g.id = l.agency_id
JOIN region r ON r.id = g.region_id
WHERE l.code = CONVERT(? USING ascii);

-- name: service_report_received
-- Of some days, by kelurahan.
SELECT village, COUNT(*) AS received FROM service_application
WHERE agency_id = ? AND received_on BETWEEN ? AND ?
GROUP BY village ORDER BY received DESC, village LIMIT 500;

-- name: service_report_assisted
-- Of some days, by the field assistant who entered them: how many, and what came of those that are decided.
SELECT b.full_name AS name, t.received, t.approved, t.rejected, t.returned
FROM (SELECT a.entered_by, COUNT(*) AS received, SUM(a.state = 'approved') AS approved, SUM(a.state = 'rejected') AS rejected,
        SUM(EXISTS (SELECT 1 FROM service_verdict v WHERE v.application_id = a.id AND v.returns > 0)) AS returned
    FROM service_application a
    WHERE a.agency_id = ? AND a.received_on BETWEEN ? AND ? AND a.channel = 'assistant'
    GROUP BY a.entered_by) t
JOIN account b ON b.id = t.entered_by
ORDER BY t.received DESC, b.full_name LIMIT 200;

-- name: service_survey_public
-- What people thought of a service on some days, the sum of the nine elements alone.
SELECT COUNT(*) AS respondents, COALESCE(SUM(s.requirements + s.procedures + s.duration + s.fee + s.product + s.competence + s.conduct
    + s.complaints + s.facilities), 0) AS total
FROM service_survey s
JOIN service_application a ON a.id = s.application_id
JOIN service_version v ON v.id = a.version_id
WHERE s.agency_id = ? AND s.answered_on BETWEEN ? AND ? AND v.service_id = ?;

-- name: service_report_decided
-- Of some days: how many took so many working days, and came out so.
SELECT spent_days, state, COUNT(*) AS decided FROM service_application
WHERE agency_id = ? AND decided_on BETWEEN ? AND ?
GROUP BY spent_days, state ORDER BY spent_days, state;

-- name: service_report_steps
-- How many working days those that were decided on some days stood in each state, all times together; without what
-- was not counted yet.
SELECT t.state, t.days, COUNT(*) AS applications
FROM (SELECT m.before_state AS state, SUM(m.days) AS days
    FROM service_application a
    JOIN service_move m ON m.application_id = a.id AND m.before_state <> ''
    WHERE a.agency_id = ? AND a.decided_on BETWEEN ? AND ?
    GROUP BY a.id, m.before_state HAVING COUNT(m.days) = COUNT(*)) t
GROUP BY t.state, t.days ORDER BY t.state, t.days;

-- name: service_report_late
-- Why those that were decided on some days took more than so many working days: their standard allows as many, or else by
-- where most of them went.
SELECT t.cause, COUNT(*) AS applications
FROM (SELECT CASE WHEN a.spent_days <= v.days THEN 'standard' WHEN SUM(m.days IS NULL) > 0 THEN 'unknown'
        WHEN SUM(IF(m.before_state = 'received', m.days, 0)) >= SUM(IF(m.before_state = 'checked', m.days, 0)) THEN 'check'
        ELSE 'decide' END AS cause
    FROM service_application a
    JOIN service_version v ON v.id = a.version_id
    JOIN service_move m ON m.application_id = a.id AND m.before_state <> ''
    WHERE a.agency_id = ? AND a.decided_on BETWEEN ? AND ? AND a.spent_days > ?
    GROUP BY a.id, a.spent_days, v.days) t
GROUP BY t.cause ORDER BY applications DESC, t.cause;

-- name: service_evidence_items
-- What the levels of an assessment ask for: 2 where a variable that speaks of services asks for a document that speaks of
-- this paper, 1 for the rest of such variables that names one.
SELECT i.id, i.title, l.number AS level, v.number AS variable, v.name AS variable_name, w.needs_correction,
    IF(v.name NOT LIKE '%layanan%' OR i.title LIKE '%pendukung lain%', 0, IF(IF(? = 'standard', i.title LIKE '%standar%' OR i.title LIKE '%SOP%',
        i.title LIKE '%monev%' OR i.title LIKE '%evaluasi%' OR i.title LIKE '%uji mutu%' OR i.title LIKE '%laporan%'), 2, 1)) AS likely
FROM answer w
JOIN variable v ON v.id = w.variable_id
JOIN level l ON l.variable_id = v.id
JOIN checklist_item i ON i.level_id = l.id
WHERE w.assessment_id = ?
ORDER BY v.number, l.number, i.position;

-- name: service_paper_document
-- The document that such a paper was made before, with the content of its newest revision.
SELECT d.id, LOWER(HEX(r.sha256)) AS sha256, r.number
FROM service_paper p
JOIN document d ON d.id = p.document_id AND d.archived_at IS NULL
JOIN revision r ON r.document_id = d.id
WHERE p.agency_id = ? AND p.word = ? AND p.about = CONVERT(? USING ascii)
ORDER BY r.number DESC LIMIT 1;

-- name: service_paper_keep
INSERT INTO service_paper (agency_id, word, about, document_id) VALUES (?, ?, CONVERT(? USING ascii), ?)
ON DUPLICATE KEY UPDATE document_id = VALUES(document_id);

-- name: service_survey_add
INSERT INTO service_survey (application_id, agency_id, answered_on, requirements, procedures, duration, fee, product, competence,
    conduct, complaints, facilities, entered_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: service_report_survey
-- What was answered on some days: the sums alone, by element.
SELECT COUNT(*) AS respondents, COUNT(entered_by) AS typed, SUM(requirements) AS requirements, SUM(procedures) AS procedures,
    SUM(duration) AS duration, SUM(fee) AS fee, SUM(product) AS product, SUM(competence) AS competence, SUM(conduct) AS conduct,
    SUM(complaints) AS complaints, SUM(facilities) AS facilities
FROM service_survey WHERE agency_id = ? AND answered_on BETWEEN ? AND ?;

-- name: service_report_returned
-- What applications that came in on some days were returned for, the most often first.
SELECT q.name, SUM(v.returns) AS returned
FROM service_application a
JOIN service_verdict v ON v.application_id = a.id AND v.returns > 0
JOIN service_requirement q ON q.id = v.requirement_id
WHERE a.agency_id = ? AND a.received_on BETWEEN ? AND ?
GROUP BY q.name ORDER BY returned DESC, q.name LIMIT 20;

-- name: sweep_count_applicants
SELECT COUNT(*) AS count FROM service_application
WHERE state IN ('approved', 'rejected', 'withdrawn') AND particulars <> '' AND received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_applicants
-- Who applied, of what ended long ago; the letter stays, for whoever holds it.
UPDATE service_application SET applicant = '', phone = '', email = '', particulars = '', consent_by = '', secret_hash = NULL
WHERE state IN ('approved', 'rejected', 'withdrawn') AND particulars <> '' AND received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_count_service_answers
SELECT COUNT(*) AS count FROM service_value v JOIN service_application a ON a.id = v.application_id
WHERE a.particulars = '' AND a.received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_service_answers
DELETE v FROM service_value v JOIN service_application a ON a.id = v.application_id
WHERE a.particulars = '' AND a.received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_count_service_files
SELECT COUNT(*) AS count FROM service_file f JOIN service_application a ON a.id = f.application_id
WHERE a.particulars = '' AND a.received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_service_files
-- Their bytes go with what has no row.
DELETE f FROM service_file f JOIN service_application a ON a.id = f.application_id
WHERE a.particulars = '' AND a.received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_count_service_visits
SELECT COUNT(*) AS count FROM service_visit v JOIN service_application a ON a.id = v.application_id
WHERE a.particulars = '' AND a.received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_service_visits
DELETE v FROM service_visit v JOIN service_application a ON a.id = v.application_id
WHERE a.particulars = '' AND a.received_on < UTC_DATE() - INTERVAL ? DAY;

-- name: sweep_count_enterprises
SELECT COUNT(*) AS count FROM enterprise e
WHERE e.owner <> '' AND e.created_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY
    AND NOT EXISTS (SELECT 1 FROM service_application a WHERE a.enterprise_id = e.id AND a.particulars <> '');

-- name: sweep_enterprises
UPDATE enterprise e SET e.owner = '', e.nik = NULL, e.npwp = NULL, e.phone = '', e.version = e.version + 1
WHERE e.owner <> '' AND e.created_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY
    AND NOT EXISTS (SELECT 1 FROM service_application a WHERE a.enterprise_id = e.id AND a.particulars <> '');
