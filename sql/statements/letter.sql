-- SPDX-License-Identifier: ISC
-- Letters by mail, and what becomes of them: matang/mail.c.

-- name: letter_due
-- Whoever has waited longest for a letter.
SELECT account_id FROM message WHERE mail_due <= UTC_TIMESTAMP(3) ORDER BY mail_due LIMIT 1;

-- name: letter_drop
-- What was read meanwhile needs no letter, nor what is old: mail was switched off, or nobody sent any. And
-- none goes to whoever cannot or does not want to get one (1).
UPDATE message SET mail_due = NULL
WHERE account_id = ? AND mail_due <= UTC_TIMESTAMP(3)
    AND (read_at IS NOT NULL OR created_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY OR ? = 1);

-- name: letter_person
-- Held: two hosts do not put the same messages into two letters.
SELECT a.state = 'ended' OR a.email = '' OR a.mail_pace = 'never' AS unable,
    (SELECT MAX(m.created_at) FROM mail m WHERE m.account_id = a.id) > UTC_TIMESTAMP(3) - INTERVAL ? MINUTE AS paused
FROM account a WHERE a.id = ? FOR UPDATE;

-- name: letter_postpone
-- A letter went a short while ago: what comes now waits for the next one.
UPDATE message SET mail_due = UTC_TIMESTAMP(3) + INTERVAL ? MINUTE
WHERE account_id = ? AND mail_due <= UTC_TIMESTAMP(3);

-- name: letter_begin
INSERT INTO mail (account_id, token, next_at, created_at) VALUES (?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));

-- name: letter_take
UPDATE message SET mail_id = ?, mail_due = NULL WHERE account_id = ? AND mail_due <= UTC_TIMESTAMP(3);

-- name: letter_cancel
DELETE FROM mail WHERE id = ? AND state = 'ready' AND tries = 0;

-- name: letter_ready
SELECT id, tries FROM mail WHERE state = 'ready' AND next_at <= UTC_TIMESTAMP(3) ORDER BY next_at LIMIT ?;

-- name: letter_claim
UPDATE mail SET state = 'sending', tries = tries + 1, host = CONVERT(? USING ascii), claimed_at = UTC_TIMESTAMP(3)
WHERE id = ? AND state = 'ready' AND tries = ?;

-- name: letter_head
-- An access that has ended since has no address any more.
SELECT m.id, m.token, m.tries, IF(a.state = 'ended', '', COALESCE(a.email, m.guest_email, '')) AS email, a.full_name,
    DATE_FORMAT(m.created_at, '%Y-%m-%d %H:%i:%s') AS created_at
FROM mail m LEFT JOIN account a ON a.id = m.account_id WHERE m.id = ?;

-- name: letter_messages
SELECT id, kind, agency_name, assessment_id, year, detail FROM message WHERE mail_id = ? ORDER BY id LIMIT ?;

-- name: letter_to_guest
-- What one without an account is told, as a row of letter_messages; no row: it goes to somebody who has one.
-- Of a complaint its number and region alone; of a letter of a service the number of its application.
SELECT m.id, m.guest_kind AS kind, COALESCE(g.name, r.name) AS agency_name, m.guest_key AS assessment_id, NULL AS year,
    CASE WHEN c.id IS NOT NULL THEN CONCAT('P-', LPAD(c.id, GREATEST(6, LENGTH(c.id)), '0'))
        WHEN a.id IS NOT NULL THEN a.number ELSE '' END AS detail
FROM mail m
LEFT JOIN hearing h ON m.guest_kind = 'hearing_published' AND h.id = m.guest_key
LEFT JOIN complaint c ON m.guest_kind = 'complaint_moved' AND c.id = m.guest_key
LEFT JOIN service_application a ON m.guest_kind = 'letter_ends_guest' AND a.id = m.guest_key
LEFT JOIN agency g ON g.id = COALESCE(h.agency_id, a.agency_id)
JOIN region r ON r.id = COALESCE(h.region_id, c.region_id, g.region_id)
WHERE m.id = ? AND m.account_id IS NULL;

-- name: letter_guest_waits
-- One that tells the same, and that has not left yet.
SELECT id FROM mail WHERE guest_key = ? AND guest_kind = CONVERT(? USING ascii) AND state = 'ready' ORDER BY id LIMIT 1;

-- name: letter_guest_add
-- A few minutes later, so that what follows at once needs no second one.
INSERT INTO mail (guest_email, guest_kind, guest_key, token, next_at, created_at)
VALUES (?, ?, ?, LEFT(HEX(?), 26), UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE, UTC_TIMESTAMP(3));

-- name: letter_count
SELECT COUNT(*) AS count FROM message WHERE mail_id = ?;

-- name: letter_left
-- What a run that was killed, or that did not wait any longer, has handed over here.
SELECT id, tries FROM mail WHERE state = 'sending' AND host = CONVERT(? USING ascii) ORDER BY id;

-- name: letter_lost
-- Handed over by a host that has not told for a day what became of it.
UPDATE mail SET state = 'uncertain', ended_at = UTC_TIMESTAMP(3), error = 'the host that sent it is gone'
WHERE state = 'sending' AND claimed_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY AND host <> CONVERT(? USING ascii);

-- name: letter_ended
UPDATE mail SET state = ?, ended_at = UTC_TIMESTAMP(3), error = LEFT(?, 300), guest_email = NULL
WHERE id = ? AND state = 'sending' AND tries = ?;

-- name: letter_later
UPDATE mail SET state = 'ready', next_at = UTC_TIMESTAMP(3) + INTERVAL ? MINUTE, error = LEFT(?, 300)
WHERE id = ? AND state = 'sending' AND tries = ?;

-- name: letter_states
-- What a page can tell without counting all that were ever sent: of a week, and up to a bound.
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM mail WHERE state = 'sent' AND next_at > UTC_TIMESTAMP(3) - INTERVAL 7 DAY
        LIMIT 1001) s) AS sent,
    (SELECT COUNT(*) FROM (SELECT 1 FROM mail WHERE state IN ('ready', 'sending') LIMIT 1001) w) AS waiting;

-- name: letter_person_of
-- Whose letter it is, for the history.
SELECT a.id AS account_id, a.region_id, a.agency_id FROM mail m JOIN account a ON a.id = m.account_id WHERE m.id = ?;

-- name: letter_failed
-- What was given up, and what nobody knows of: the newest first, of a region or of all (0).
SELECT m.id, m.state, m.tries, m.ended_at, m.error, a.full_name, a.username, g.name AS agency_name
FROM mail m
JOIN account a ON a.id = m.account_id
LEFT JOIN agency g ON g.id = a.agency_id
LEFT JOIN region r ON r.id = a.region_id
WHERE m.state IN ('given_up', 'uncertain') AND (? = 0 OR r.id = ? OR r.parent_id = ?)
ORDER BY m.id DESC LIMIT ?;

-- name: letter_again
-- By the administrator, who knows that it may come twice where it is uncertain.
UPDATE mail m
JOIN account a ON a.id = m.account_id
LEFT JOIN region r ON r.id = a.region_id
SET m.state = 'ready', m.next_at = UTC_TIMESTAMP(3), m.ended_at = NULL
WHERE m.id = ? AND m.state IN ('given_up', 'uncertain') AND (? = 0 OR r.id = ? OR r.parent_id = ?);
