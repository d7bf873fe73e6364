-- SPDX-License-Identifier: ISC
-- What people are told. First their counts go up, then the messages are written: a message that came first
-- would hold the account's row shared, and two that do so would wait for each other.

-- name: message_count_agency
-- The people of an agency by their roles, but for whoever acts.
UPDATE account SET unread = unread + 1
WHERE agency_id = ? AND state = 'active' AND FIND_IN_SET(role, ?) AND id <> ?;

-- name: message_count_members
-- And those who serve it beside another one.
UPDATE membership m
JOIN account a ON a.id = m.account_id AND a.state = 'active'
SET a.unread = a.unread + 1
WHERE m.agency_id = ? AND FIND_IN_SET(m.role, ?) AND a.id <> ?;

-- part: mail_next
-- When a letter goes about what happens now: soon, with what else there is to say within five minutes, or in the
-- morning at 07.00 WIB, 08.00 WITA, 09.00 WIT, which is midnight of UTC.
CASE a.mail_pace WHEN 'soon' THEN UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE
    WHEN 'daily' THEN DATE(UTC_TIMESTAMP()) + INTERVAL 1 DAY END;

-- name: message_add_agency
INSERT INTO message (account_id, kind, agency_id, agency_name, assessment_id, year, detail, created_at, mail_due)
SELECT a.id, ?, g.id, g.name, ?, ?, ?, UTC_TIMESTAMP(3),
    IF(FIND_IN_SET(?, a.mail_topics), PART(mail_next), NULL)
FROM (SELECT p.id FROM account p WHERE p.agency_id = ? AND FIND_IN_SET(p.role, ?)
    UNION SELECT m.account_id FROM membership m WHERE m.agency_id = ? AND FIND_IN_SET(m.role, ?)) AS w
JOIN account a ON a.id = w.id AND a.state = 'active' AND a.id <> ?
JOIN agency g ON g.id = ?;

-- name: message_count_region
-- Those of a region, or of its province (1), who judge an agency: nobody who works in it. Where only who
-- leads is told, 1.
UPDATE account SET unread = unread + 1
WHERE region_id = (SELECT IF(?, r.parent_id, r.id) FROM region r WHERE r.id = ?)
    AND state = 'active' AND role = ? AND NOT agency_id <=> ? AND leads >= ? AND id <> ?
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = account.id AND m.agency_id = ?);

-- name: message_add_region
INSERT INTO message (account_id, kind, agency_id, agency_name, assessment_id, year, detail, created_at, mail_due)
SELECT a.id, ?, g.id, g.name, ?, ?, ?, UTC_TIMESTAMP(3),
    IF(FIND_IN_SET(?, a.mail_topics), PART(mail_next), NULL)
FROM account a
JOIN agency g ON g.id = ?
WHERE a.region_id = (SELECT IF(?, r.parent_id, r.id) FROM region r WHERE r.id = ?)
    AND a.state = 'active' AND a.role = ? AND NOT a.agency_id <=> ? AND a.leads >= ? AND a.id <> ?
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id AND m.agency_id = g.id);

-- name: message_withdraw
-- A message is written a moment before its row of history, whose time this is.
UPDATE message SET kind = ?, mail_due = NULL
WHERE assessment_id = ? AND kind = CONVERT(? USING ascii) AND created_at > ? - INTERVAL 1 MINUTE;

-- name: message_list
-- A person's own, the newest first.
SELECT id, kind, agency_name, assessment_id, year, detail, created_at, read_at IS NULL AS unread
FROM message
WHERE account_id = ?
ORDER BY id DESC
LIMIT ? OFFSET ?;

-- name: message_one
SELECT id, kind, agency_name, assessment_id, year, detail, created_at, read_at IS NULL AS unread
FROM message
WHERE id = ? AND account_id = ?;

-- name: message_read
UPDATE message SET read_at = UTC_TIMESTAMP(3) WHERE id = ? AND account_id = ? AND read_at IS NULL;

-- name: message_read_until
-- What the person has seen in the list, and nothing that came meanwhile.
UPDATE message SET read_at = UTC_TIMESTAMP(3) WHERE account_id = ? AND id <= ? AND read_at IS NULL;

-- name: message_hold
-- The account's row first, as whoever sends does.
SELECT unread FROM account WHERE id = ? FOR UPDATE;

-- name: message_uncount
UPDATE account SET unread = unread - LEAST(unread, ?) WHERE id = ?;

-- name: message_choices
SELECT mail_pace, FIND_IN_SET('task', mail_topics) > 0 AS task,
    FIND_IN_SET('deadline', mail_topics) > 0 AS deadline, FIND_IN_SET('news', mail_topics) > 0 AS news,
    email
FROM account WHERE id = ?;

-- name: message_choose
UPDATE account SET mail_pace = ?, mail_topics = ? WHERE id = ?;

-- name: message_count_cycle
-- The people of all agencies of a cycle whose assessment is in that state.
UPDATE assessment x
JOIN account a ON a.agency_id = x.agency_id AND a.state = 'active' AND a.role IN ('operator', 'head')
SET a.unread = a.unread + 1
WHERE x.cycle_id = ? AND x.left_at IS NULL AND x.state = ? AND a.id <> ?;

-- name: message_count_cycle_members
-- And those who serve one of them beside their own: once for each.
UPDATE account a
JOIN (SELECT m.account_id, COUNT(*) AS served FROM assessment x JOIN membership m ON m.agency_id = x.agency_id
    WHERE x.cycle_id = ? AND x.left_at IS NULL AND x.state = ? GROUP BY m.account_id) w ON w.account_id = a.id
SET a.unread = a.unread + w.served
WHERE a.state = 'active' AND a.id <> ?;

-- name: message_add_cycle_members
INSERT INTO message (account_id, kind, agency_id, agency_name, assessment_id, year, detail, created_at, mail_due)
SELECT a.id, ?, g.id, COALESCE(x.agency_name, g.name), x.id, c.year, '', UTC_TIMESTAMP(3),
    IF(FIND_IN_SET(?, a.mail_topics), PART(mail_next), NULL)
FROM cycle c
JOIN assessment x ON x.cycle_id = c.id AND x.left_at IS NULL AND x.state = ?
JOIN agency g ON g.id = x.agency_id
JOIN membership m ON m.agency_id = g.id
JOIN account a ON a.id = m.account_id AND a.state = 'active' AND a.id <> ?
WHERE c.id = ?;

-- name: message_add_cycle
INSERT INTO message (account_id, kind, agency_id, agency_name, assessment_id, year, detail, created_at, mail_due)
SELECT a.id, ?, g.id, COALESCE(x.agency_name, g.name), x.id, c.year, '', UTC_TIMESTAMP(3),
    IF(FIND_IN_SET(?, a.mail_topics), PART(mail_next), NULL)
FROM cycle c
JOIN assessment x ON x.cycle_id = c.id AND x.left_at IS NULL AND x.state = ?
JOIN agency g ON g.id = x.agency_id
JOIN account a ON a.agency_id = g.id AND a.state = 'active' AND a.role IN ('operator', 'head') AND a.id <> ?
WHERE c.id = ?;

-- name: message_count_all
-- Of all agencies of a region, whichever of them a person serves.
UPDATE account SET unread = unread + 1
WHERE region_id = ? AND state = 'active' AND (role IN ('operator', 'head') OR serves = 1) AND id <> ?;

-- name: message_add_all
INSERT INTO message (account_id, kind, agency_name, detail, created_at, mail_due)
SELECT a.id, ?, r.name, ?, UTC_TIMESTAMP(3), IF(FIND_IN_SET(?, a.mail_topics), PART(mail_next), NULL)
FROM region r
JOIN account a ON a.region_id = r.id AND a.state = 'active' AND (a.role IN ('operator', 'head') OR a.serves = 1)
    AND a.id <> ?
WHERE r.id = ?;
