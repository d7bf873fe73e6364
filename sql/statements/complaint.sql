-- SPDX-License-Identifier: ISC
-- Complaints and questions without account: cgi-bin/complaint.

-- name: complaint_regions
-- Regions to which people can write.
SELECT r.code, r.name FROM complaint_rule u JOIN region r ON r.id = u.region_id WHERE u.open = 1 ORDER BY r.name;

-- name: complaint_region
-- One of them, by its code: what its form says.
SELECT r.id, r.code, r.name, r.bureau, r.timezone, r.complaint_channel, u.forward_days, u.answer_days, u.close_days
FROM region r JOIN complaint_rule u ON u.region_id = r.id AND u.open = 1
WHERE r.code = ?;

-- name: complaint_add
INSERT INTO complaint (region_id, category, title, body, district_id, village_id, name, contact, anonymous, confidential,
    created_at, waiting_since, secret_hash, mark, untold)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ?, ?, 1);

-- name: complaint_of_mark
SELECT id FROM complaint WHERE mark = ?;

-- name: complaint_file_add
INSERT INTO complaint_file (complaint_id, sha256, bytes, type, client_name, stored_name, findings, pages, signatures,
    inspected_at, scan, scanned_at, created_at)
VALUES (?, ?, ?, ?, LEFT(?, 255), ?, ?, ?, ?, IF(?, UTC_TIMESTAMP(3), NULL), ?, IF(?, UTC_TIMESTAMP(3), NULL), UTC_TIMESTAMP(3));

-- name: complaint_files_held
-- How many it has: the complaint's row is locked by whoever adds one.
SELECT COUNT(*) AS count FROM complaint_file WHERE complaint_id = ?;

-- name: complaint_message_add
INSERT INTO complaint_message (complaint_id, kind, body, at, account_id, mark) VALUES (?, ?, ?, UTC_TIMESTAMP(3), ?, ?);

-- name: complaint_ticket
-- What the person with number and secret follows; the secret is compared by who asks.  What has neither messages nor
-- files, as most have for days, needs no look for them.  With the world's stamp: names and days are kept under it.
SELECT c.id, c.secret_hash, c.category, c.title, c.body, c.state, c.created_at, c.waiting_since, c.closed_as, c.merged_into,
    c.rating, c.agency_id, c.region_id, c.district_id, c.village_id, w.number AS world,
    EXISTS (SELECT 1 FROM complaint_message m WHERE m.complaint_id = c.id) AS told,
    EXISTS (SELECT 1 FROM complaint_file f WHERE f.complaint_id = c.id) AS filed
FROM complaint c
JOIN world_stamp w ON w.id = 1
WHERE c.id = ?;

-- name: complaint_ticket_region
-- Where it is handled, and in how many days.
SELECT r.name, r.bureau, r.timezone, u.forward_days, u.answer_days, u.close_days
FROM region r JOIN complaint_rule u ON u.region_id = r.id
WHERE r.id = ?;

-- name: complaint_ticket_place
SELECT d.name AS district, v.name AS village FROM district d LEFT JOIN village v ON v.id = ? WHERE d.id = ?;

-- name: complaint_ticket_messages
-- What the person reads: no notes, and of the twin into which it went its answers alone.
SELECT m.kind, m.body, m.at, m.complaint_id FROM complaint_message m
WHERE (m.complaint_id = ? AND m.kind <> 'note') OR (m.complaint_id = ? AND m.kind = 'answer')
ORDER BY m.id;

-- name: complaint_replied
-- By the person: what was answered waits again; guarded by the state that was seen.
UPDATE complaint SET state = IF(state = 'answered', 'forwarded', state), waiting_since = IF(state = 'forwarded', UTC_TIMESTAMP(3), waiting_since),
    untold = 1, version = version + 1
WHERE id = ? AND state IN ('received', 'forwarded', 'answered');

-- name: complaint_rated
-- It makes nothing stale that an official has before him: no version.
UPDATE complaint SET rating = ? WHERE id = ? AND state IN ('answered', 'closed') AND merged_into IS NULL;

-- name: complaint_reopened
-- By the person, or an official (1), who needs not tell the bureau; what was merged stays where it is.
UPDATE complaint SET state = IF(forwarded_at IS NULL, 'received', 'forwarded'), waiting_since = UTC_TIMESTAMP(3), closed_as = NULL,
    reopened = reopened + 1, untold = IF(? AND agency_id IS NULL, NULL, 1), version = version + 1
WHERE id = ? AND state = 'closed' AND merged_into IS NULL AND reopened < 20 AND body <> '';

-- name: complaint_find
-- For officials: of their region, for an agency those that were forwarded to it, and what is confidential
-- for who handles it alone.
SELECT c.id, c.category, c.title, c.body, c.name, c.contact, c.anonymous, c.confidential, c.state, c.agency_id, c.created_at,
    c.waiting_since, c.closed_as, c.merged_into, c.rating, c.reopened, c.version, g.name AS agency_name, d.name AS district, v.name AS village,
    u.forward_days, u.answer_days, u.close_days
FROM complaint c
JOIN complaint_rule u ON u.region_id = c.region_id
LEFT JOIN agency g ON g.id = c.agency_id
LEFT JOIN district d ON d.id = c.district_id
LEFT JOIN village v ON v.id = c.village_id
WHERE c.id = ? AND c.region_id = ? AND (? IS NULL OR c.agency_id = ?) AND (c.confidential = 0 OR ? = 1);

-- name: complaint_messages
SELECT m.kind, m.body, m.at, a.full_name AS who, g.name AS agency_name FROM complaint_message m
LEFT JOIN account a ON a.id = m.account_id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE m.complaint_id = ? ORDER BY m.id;

-- name: complaint_files
SELECT id, client_name, type, bytes, findings, pages, signatures, inspected_at, scan, scanned_at, '' AS scan_finding, 'no' AS held
FROM complaint_file WHERE complaint_id = ? ORDER BY id;

-- name: complaint_file
SELECT f.stored_name, f.type, f.bytes, LOWER(HEX(f.sha256)) AS sha256, f.client_name
FROM complaint_file f WHERE f.id = ? AND f.complaint_id = ?;

-- name: complaint_twins
-- Merged into it.
SELECT id, title FROM complaint WHERE merged_into = ? ORDER BY id LIMIT 50;

-- name: complaint_list
-- The same reach; who has waited longest first.  The two moments are those since when what waits is late.
SELECT c.id, c.category, c.title, c.state, c.agency_id, c.created_at, c.waiting_since, c.confidential, c.anonymous, c.rating,
    g.name AS agency_name, d.name AS district, v.name AS village
FROM complaint c
LEFT JOIN agency g ON g.id = c.agency_id
LEFT JOIN district d ON d.id = c.district_id
LEFT JOIN village v ON v.id = c.village_id
WHERE c.region_id = ? AND (? IS NULL OR c.agency_id = ?) AND (c.confidential = 0 OR ? = 1)
    AND (? = '' OR c.state = ?) AND (? = '' OR c.title LIKE ?)
    AND (? = 0 OR (c.state = 'received' AND c.waiting_since < ?) OR (c.state = 'forwarded' AND c.waiting_since < ?))
ORDER BY c.state, c.waiting_since, c.id
LIMIT ? OFFSET ?;

-- name: complaint_rule
SELECT open, forward_days, answer_days, close_days, version FROM complaint_rule WHERE region_id = ?;

-- name: complaint_rule_begin
-- raises: world
INSERT INTO complaint_rule (region_id) VALUES (?) ON DUPLICATE KEY UPDATE region_id = VALUES(region_id);

-- name: complaint_rule_save
-- raises: world
UPDATE complaint_rule SET open = ?, forward_days = ?, answer_days = ?, close_days = ?, version = version + 1
WHERE region_id = ? AND version = ?;

-- name: complaint_agencies
-- To which it can be forwarded.
SELECT id, name FROM agency WHERE region_id = ? AND active = 1 ORDER BY name;

-- name: complaint_forward
UPDATE complaint SET state = 'forwarded', agency_id = ?, waiting_since = UTC_TIMESTAMP(3),
    forwarded_at = COALESCE(forwarded_at, UTC_TIMESTAMP(3)), untold = IF(agency_id IS NULL, NULL, 1), version = version + 1
WHERE id = ? AND version = ? AND state IN ('received', 'forwarded');

-- name: complaint_answer
UPDATE complaint SET state = 'answered', waiting_since = UTC_TIMESTAMP(3), forwarded_at = COALESCE(forwarded_at, UTC_TIMESTAMP(3)),
    answered_at = COALESCE(answered_at, UTC_TIMESTAMP(3)), untold = NULL, version = version + 1
WHERE id = ? AND version = ? AND state IN ('received', 'forwarded', 'answered');

-- name: complaint_close
UPDATE complaint SET state = 'closed', waiting_since = UTC_TIMESTAMP(3), closed_as = ?, untold = NULL, version = version + 1
WHERE id = ? AND version = ? AND state <> 'closed';

-- name: complaint_merge
-- Into another of the region that is not merged itself, and not itself.
UPDATE complaint c JOIN complaint o ON o.id = ? AND o.region_id = c.region_id AND o.id <> c.id AND o.merged_into IS NULL
SET c.state = 'closed', c.waiting_since = UTC_TIMESTAMP(3), c.closed_as = 'merged', c.merged_into = o.id, c.untold = NULL, c.version = c.version + 1
WHERE c.id = ? AND c.version = ? AND c.state <> 'closed';

-- name: complaint_merge_rest
-- What was merged into it goes along, so that nobody follows a chain.
UPDATE complaint SET merged_into = ? WHERE merged_into = ?;

-- name: complaint_templates
SELECT id, title, body FROM complaint_template WHERE region_id = ? ORDER BY title;

-- name: complaint_template_add
INSERT INTO complaint_template (region_id, title, body, created_at, created_by) VALUES (?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: complaint_template_remove
DELETE FROM complaint_template WHERE id = ? AND region_id = ?;

-- name: complaint_month
-- All that came in a month, for its report.
SELECT c.category, c.state, c.closed_as, c.created_at, c.forwarded_at, c.answered_at, c.rating, c.agency_id, g.name AS agency_name
FROM complaint c LEFT JOIN agency g ON g.id = c.agency_id
WHERE c.region_id = ? AND c.created_at >= ? AND c.created_at < ?
ORDER BY c.created_at, c.id;

-- name: complaint_untold
-- Of what came, was written to or was forwarded, and nobody has handled since.
SELECT id, region_id, agency_id FROM complaint WHERE untold = 1 AND id > ? ORDER BY id LIMIT ?;

-- name: complaint_told
-- By whoever tells, first of all: of two one changes nothing, nor does who looked before it was forwarded.
UPDATE complaint SET untold = NULL WHERE id = ? AND untold = 1 AND agency_id <=> ?;

-- name: complaint_tell_bureau
-- The bureau's people; not whoever has such a message as the last one, unread: it leads to the list already, and in a
-- flood nobody's row is written for each.  Read without a lock.
SELECT a.id FROM account a
WHERE a.region_id = ? AND a.role = 'verifier' AND a.state = 'active'
    AND COALESCE((SELECT m.kind <> CONVERT(? USING ascii) OR m.read_at IS NOT NULL FROM message m WHERE m.account_id = a.id ORDER BY m.id DESC LIMIT 1), 1) = 1
ORDER BY a.id;

-- name: complaint_tell_agency
-- The same of an agency's.
SELECT a.id FROM account a
WHERE a.agency_id = ? AND a.state = 'active' AND a.role IN ('operator', 'head')
    AND COALESCE((SELECT m.kind <> CONVERT(? USING ascii) OR m.read_at IS NOT NULL FROM message m WHERE m.account_id = a.id ORDER BY m.id DESC LIMIT 1), 1) = 1
ORDER BY a.id;

-- name: complaint_tell_count
-- As message_count_region, of one.
UPDATE account SET unread = unread + 1 WHERE id = ?;

-- name: complaint_tell
INSERT INTO message (account_id, kind, agency_name, detail, created_at, mail_due)
SELECT a.id, ?, COALESCE(g.name, NULLIF(r.bureau, ''), r.name), ?, UTC_TIMESTAMP(3),
    IF(FIND_IN_SET('task', a.mail_topics), PART(mail_next), NULL)
FROM account a
JOIN region r ON r.id = a.region_id
LEFT JOIN agency g ON g.id = a.agency_id
WHERE a.id = ?;

-- name: complaint_silent
-- Answered, and without a reply since before any that can be over: the background looks at their days.
SELECT c.id, c.region_id, r.parent_id, r.timezone, c.waiting_since, c.version, c.contact, u.close_days
FROM complaint c JOIN region r ON r.id = c.region_id JOIN complaint_rule u ON u.region_id = c.region_id
WHERE c.state = 'answered' AND c.id > ? AND c.waiting_since < UTC_TIMESTAMP(3) - INTERVAL 1 DAY
ORDER BY c.id LIMIT ?;

-- name: complaint_own_region
SELECT code, name FROM region WHERE id = ?;

-- name: sweep_count_complaint_files
SELECT COUNT(*) AS count FROM complaint c JOIN complaint_file f ON f.complaint_id = c.id
WHERE c.state = 'closed' AND c.waiting_since < UTC_TIMESTAMP(3) - INTERVAL ? DAY;

-- name: sweep_complaint_files
-- Of what was closed long ago; the bytes go as files without a row.
DELETE f FROM complaint c JOIN complaint_file f ON f.complaint_id = c.id
WHERE c.state = 'closed' AND c.waiting_since < UTC_TIMESTAMP(3) - INTERVAL ? DAY;

-- name: sweep_count_complaint_messages
SELECT COUNT(*) AS count FROM complaint c JOIN complaint_message m ON m.complaint_id = c.id AND m.kind <> 'change' AND m.body <> ''
WHERE c.state = 'closed' AND c.waiting_since < UTC_TIMESTAMP(3) - INTERVAL ? DAY;

-- name: sweep_complaint_messages
-- What was written to it; when and by which official stays.
UPDATE complaint c JOIN complaint_message m ON m.complaint_id = c.id AND m.kind <> 'change' AND m.body <> ''
SET m.body = ''
WHERE c.state = 'closed' AND c.waiting_since < UTC_TIMESTAMP(3) - INTERVAL ? DAY;

-- name: sweep_count_complaints
SELECT COUNT(*) AS count FROM complaint
WHERE state = 'closed' AND waiting_since < UTC_TIMESTAMP(3) - INTERVAL ? DAY AND body <> '';

-- name: sweep_complaints
-- Title, place, days and rating stay: of these the reports are made.
UPDATE complaint SET name = '', contact = '', body = '', version = version + 1
WHERE state = 'closed' AND waiting_since < UTC_TIMESTAMP(3) - INTERVAL ? DAY AND body <> '';
