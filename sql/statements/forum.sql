-- SPDX-License-Identifier: ISC
-- Public consultations: cgi-bin/forum.  Officials reach those of their agency, the team of a region those that are of
-- no agency; everybody what is no draft.  Of who says or supports something nothing is read.

-- name: forum_list
-- Of an owner, or (1) of the whole region, the newest first, with how many opinions there are and how many wait to be looked at or decided.
SELECT h.id, h.title, h.state, h.opens_on, h.closes_on, COALESCE(g.name, '') AS agency_name,
    (SELECT COUNT(*) FROM opinion o WHERE o.hearing_id = h.id) AS opinions,
    (SELECT COUNT(*) FROM opinion o WHERE o.hearing_id = h.id AND o.state = 'waiting') AS waiting
FROM hearing h
LEFT JOIN agency g ON g.id = h.agency_id
WHERE h.region_id = ? AND (? = 1 OR h.agency_id <=> ?) AND h.removed_at IS NULL
ORDER BY h.id DESC
LIMIT ? OFFSET ?;

-- name: forum_find
-- Of an owner, or (1) of anybody in the region.
SELECT h.id, h.region_id, h.agency_id, h.title, h.explanation, h.opens_on, h.closes_on, h.state, h.conclusion, h.version,
    h.published_at, COALESCE(g.name, '') AS agency_name, r.name AS region_name, r.timezone,
    (SELECT COUNT(*) FROM opinion o WHERE o.hearing_id = h.id) AS opinions,
    (SELECT COUNT(*) FROM opinion o WHERE o.hearing_id = h.id AND o.state = 'waiting') AS waiting,
    (SELECT COUNT(*) FROM opinion o WHERE o.hearing_id = h.id AND o.decision IS NULL) AS undecided
FROM hearing h
JOIN region r ON r.id = h.region_id
LEFT JOIN agency g ON g.id = h.agency_id
WHERE h.id = ? AND h.region_id = ? AND (? = 1 OR h.agency_id <=> ?) AND h.removed_at IS NULL;

-- name: forum_add
INSERT INTO hearing (title, explanation, opens_on, closes_on, conclusion, region_id, agency_id, salt, created_at, created_by)
VALUES (?, ?, ?, ?, '', ?, ?, ?, UTC_TIMESTAMP(3), ?);

-- name: forum_change
-- While nobody has read it.
UPDATE hearing SET title = ?, explanation = ?, opens_on = ?, closes_on = ?, version = version + 1, shown = shown + 1
WHERE id = ? AND version = ? AND state = 'draft' AND removed_at IS NULL;

-- name: forum_extend
-- Of one that is open the last day alone, and not into the past.  In the list, too, as what follows.
-- raises: world
UPDATE hearing SET closes_on = ?, version = version + 1, shown = shown + 1
WHERE id = ? AND version = ? AND state = 'open' AND opens_on <= ?;

-- name: forum_hold
-- To the end of the transaction its state stays what it is.
SELECT state, version FROM hearing WHERE id = ? AND removed_at IS NULL FOR UPDATE;

-- name: forum_remove
UPDATE hearing SET removed_at = UTC_TIMESTAMP(3), version = version + 1 WHERE id = ? AND version = ? AND state = 'draft' AND removed_at IS NULL;

-- name: forum_open
-- raises: world
UPDATE hearing SET state = 'open', version = version + 1, shown = shown + 1 WHERE id = ? AND version = ? AND state = 'draft' AND removed_at IS NULL;

-- name: forum_close
-- raises: world
UPDATE hearing SET state = 'closed', version = version + 1, shown = shown + 1 WHERE id = ? AND version = ? AND state = 'open';

-- name: forum_publish
-- With what was decided in all; and no mark of who supported what can be made or compared any more.
-- raises: world
UPDATE hearing SET state = 'published', conclusion = ?, published_at = UTC_TIMESTAMP(3), published_by = ?, salt = REPEAT(CHAR(0), 16),
    version = version + 1, shown = shown + 1
WHERE id = ? AND version = ? AND state = 'closed';

-- name: forum_forget_marks
DELETE s FROM opinion_support s JOIN opinion o ON o.id = s.opinion_id WHERE o.hearing_id = ?;

-- name: forum_left
-- What has to be done before the result is published.
SELECT COUNT(*) AS opinions, COALESCE(SUM(state = 'waiting'), 0) AS waiting, COALESCE(SUM(decision IS NULL), 0) AS undecided
FROM opinion WHERE hearing_id = ?;

-- name: forum_touch
UPDATE hearing SET shown = shown + 1 WHERE id = ?;

-- name: forum_documents
SELECT x.document_id, d.title, d.kind, n.id AS revision_id, n.bytes, n.type
FROM hearing_document x
JOIN document d ON d.id = x.document_id
JOIN revision n ON n.id = x.revision_id
WHERE x.hearing_id = ?
ORDER BY d.title, d.id LIMIT 200;

-- name: forum_documents_near
-- Of the library of the agency, the newest first, what does not belong to it yet.
SELECT d.id, d.title FROM document d
WHERE d.agency_id = ? AND d.archived_at IS NULL
    AND EXISTS (SELECT 1 FROM revision n WHERE n.document_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM hearing_document x WHERE x.hearing_id = ? AND x.document_id = d.id)
ORDER BY d.id DESC LIMIT 60;

-- name: forum_document_add
-- Of the same agency alone, its newest file, unless that is infected; the same again is nothing new.
INSERT INTO hearing_document (hearing_id, document_id, revision_id)
SELECT h.id, d.id, n.id
FROM hearing h
JOIN document d ON d.agency_id = h.agency_id AND d.archived_at IS NULL
JOIN revision n ON n.document_id = d.id AND n.number = (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
LEFT JOIN hearing_document x ON x.hearing_id = h.id AND x.document_id = d.id
WHERE h.id = ? AND d.id = ? AND n.scan <> 'infected' AND x.hearing_id IS NULL;

-- name: forum_document_remove
DELETE FROM hearing_document WHERE hearing_id = ? AND document_id = ?;

-- name: forum_file
-- What everybody may have of a consultation that is no draft.
SELECT d.title, n.number, n.stored_name, n.type, n.bytes, LOWER(HEX(n.sha256)) AS sha256, n.pages, n.signatures, n.findings, n.inspected_at,
    IF(n.inspected_at IS NULL AND n.taken_at IS NULL, n.held, 'no') AS held, n.scan, n.scanned_at, n.scan_finding
FROM hearing_document x
JOIN hearing h ON h.id = x.hearing_id AND h.state <> 'draft'
JOIN document d ON d.id = x.document_id
JOIN revision n ON n.id = x.revision_id
WHERE x.hearing_id = ? AND x.document_id = ?;

-- name: forum_questions
-- With their choices, a row for each; one row for those that are answered by words.
SELECT q.id, q.kind, q.wording, c.id AS choice_id, c.label
FROM hearing_question q
LEFT JOIN hearing_choice c ON c.question_id = q.id
WHERE q.hearing_id = ?
ORDER BY q.id, c.id;

-- name: forum_question_add
INSERT INTO hearing_question (hearing_id, kind, wording)
SELECT h.id, ?, ? FROM hearing h WHERE h.id = ? AND h.state = 'draft' AND (SELECT COUNT(*) FROM hearing_question q WHERE q.hearing_id = h.id) < 20;

-- name: forum_choice_add
INSERT INTO hearing_choice (question_id, label) VALUES (?, ?);

-- name: forum_choices_remove
DELETE c FROM hearing_choice c JOIN hearing_question q ON q.id = c.question_id JOIN hearing h ON h.id = q.hearing_id
WHERE q.id = ? AND h.id = ? AND h.state = 'draft';

-- name: forum_question_remove
DELETE q FROM hearing_question q JOIN hearing h ON h.id = q.hearing_id WHERE q.id = ? AND h.id = ? AND h.state = 'draft';

-- name: forum_themes
SELECT t.id, t.name, (SELECT COUNT(*) FROM opinion_theme x WHERE x.theme_id = t.id) AS opinions
FROM hearing_theme t WHERE t.hearing_id = ? ORDER BY t.name;

-- name: forum_theme_add
INSERT INTO hearing_theme (hearing_id, name) VALUES (?, ?);

-- name: forum_opinions
-- For officials: of a state, a decision ("none": not decided), a theme, a kelurahan, or all; words of the text.
SELECT o.id, o.body, o.state, COALESCE(o.decision, '') AS decision, o.answer, o.supports, o.received_at, o.contact IS NOT NULL AS reachable,
    COALESCE(v.name, '') AS village, COALESCE(k.name, '') AS district,
    (SELECT GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', ') FROM opinion_theme x JOIN hearing_theme t ON t.id = x.theme_id
        WHERE x.opinion_id = o.id) AS themes
FROM opinion o
LEFT JOIN village v ON v.id = o.village_id
LEFT JOIN district k ON k.id = o.district_id
WHERE o.hearing_id = ? AND (? = '' OR o.state = ?) AND (? = '' OR IF(? = 'none', o.decision IS NULL, o.decision = ?))
    AND (? = 0 OR EXISTS (SELECT 1 FROM opinion_theme x WHERE x.opinion_id = o.id AND x.theme_id = ?))
    AND (? = '' OR o.body LIKE ?)
ORDER BY o.id
LIMIT ? OFFSET ?;

-- name: forum_replies
-- Of opinions from one key to another.
SELECT p.opinion_id, p.question_id, COALESCE(c.label, p.body) AS said
FROM opinion o
JOIN opinion_reply p ON p.opinion_id = o.id
LEFT JOIN hearing_choice c ON c.id = p.choice_id
WHERE o.hearing_id = ? AND o.id BETWEEN ? AND ?
ORDER BY p.opinion_id, p.question_id LIMIT 200000;

-- name: forum_look
-- Released or withheld, also one that was the other before.
UPDATE opinion SET state = ?, looked_at = UTC_TIMESTAMP(3), looked_by = ? WHERE id = ? AND hearing_id = ? AND state <> ?;

-- name: forum_decide
UPDATE opinion SET decision = ?, answer = ?, decided_at = UTC_TIMESTAMP(3), decided_by = ? WHERE id = ? AND hearing_id = ?;

-- name: forum_theme_put
-- The same again is nothing new.
INSERT INTO opinion_theme (opinion_id, theme_id)
SELECT o.id, t.id FROM opinion o JOIN hearing_theme t ON t.hearing_id = o.hearing_id
LEFT JOIN opinion_theme x ON x.opinion_id = o.id AND x.theme_id = t.id
WHERE o.id = ? AND t.id = ? AND o.hearing_id = ? AND x.opinion_id IS NULL;

-- name: forum_theme_take
DELETE x FROM opinion_theme x JOIN opinion o ON o.id = x.opinion_id WHERE o.id = ? AND x.theme_id = ? AND o.hearing_id = ?;

-- name: forum_public_list
-- What everybody may read, the newest first.
SELECT h.id, h.title, h.state, h.opens_on, h.closes_on, COALESCE(g.name, '') AS agency_name, r.name AS region_name, r.timezone
FROM hearing h
JOIN region r ON r.id = h.region_id
LEFT JOIN agency g ON g.id = h.agency_id
WHERE h.state <> 'draft'
ORDER BY h.id DESC
LIMIT ? OFFSET ?;

-- name: forum_shown
-- Whether there is such a page, and the numbers under which it is kept.
SELECT h.shown, r.timezone, w.number AS world
FROM hearing h
JOIN region r ON r.id = h.region_id
JOIN world_stamp w ON w.id = 1
WHERE h.id = ? AND h.state <> 'draft';

-- name: forum_public
SELECT h.id, h.region_id, h.agency_id, h.title, h.explanation, h.opens_on, h.closes_on, h.state, h.conclusion, h.version, h.salt,
    h.published_at, COALESCE(g.name, '') AS agency_name, r.name AS region_name, r.timezone, 0 AS opinions, 0 AS waiting, 0 AS undecided
FROM hearing h
JOIN region r ON r.id = h.region_id
LEFT JOIN agency g ON g.id = h.agency_id
WHERE h.id = ? AND h.state <> 'draft';

-- name: forum_released
-- What everybody may read, what most support first.
SELECT o.id, o.body, o.supports, COALESCE(o.decision, '') AS decision, o.answer,
    (SELECT GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', ') FROM opinion_theme x JOIN hearing_theme t ON t.id = x.theme_id
        WHERE x.opinion_id = o.id) AS themes
FROM opinion o
WHERE o.hearing_id = ? AND o.state = 'released'
ORDER BY o.supports DESC, o.id
LIMIT ? OFFSET ?;

-- name: forum_released_one
SELECT o.id, o.body, o.supports FROM opinion o WHERE o.id = ? AND o.hearing_id = ? AND o.state = 'released';

-- name: forum_by_village
-- How many opinions came from where; those of no kelurahan together.
SELECT COALESCE(v.name, '') AS village, COALESCE(k.name, '') AS district, COUNT(*) AS opinions
FROM opinion o
LEFT JOIN village v ON v.id = o.village_id
LEFT JOIN district k ON k.id = o.district_id
WHERE o.hearing_id = ?
GROUP BY o.district_id, o.village_id, v.name, k.name
ORDER BY opinions DESC, village;

-- name: forum_by_theme
-- Of what everybody may read.
SELECT t.name, COUNT(o.id) AS opinions, COALESCE(SUM(o.supports), 0) AS supports
FROM hearing_theme t
JOIN opinion_theme x ON x.theme_id = t.id
JOIN opinion o ON o.id = x.opinion_id AND o.state = 'released'
WHERE t.hearing_id = ?
GROUP BY t.id, t.name
ORDER BY opinions DESC, t.name;

-- name: forum_by_decision
SELECT decision, COUNT(*) AS opinions FROM opinion WHERE hearing_id = ? AND decision IS NOT NULL GROUP BY decision ORDER BY decision;

-- name: forum_by_choice
SELECT q.id AS question_id, q.wording, c.label, (SELECT COUNT(*) FROM opinion_reply p JOIN opinion o ON o.id = p.opinion_id
        WHERE o.hearing_id = q.hearing_id AND p.question_id = q.id AND p.choice_id = c.id) AS opinions
FROM hearing_question q
JOIN hearing_choice c ON c.question_id = q.id
WHERE q.hearing_id = ?
ORDER BY q.id, c.id;

-- name: forum_reasons
-- What was decided, and why, for the report: the most supported first.
SELECT o.id, o.body, o.supports, COALESCE(o.decision, '') AS decision, o.answer
FROM opinion o WHERE o.hearing_id = ? AND o.state = 'released'
ORDER BY o.supports DESC, o.id LIMIT 2000;

-- name: forum_say
-- While it takes opinions, which a reader's lock on its row keeps so; no row otherwise.
INSERT INTO opinion (mark, district_id, village_id, body, contact, answer, received_at, hearing_id)
SELECT ?, ?, ?, ?, ?, '', UTC_TIMESTAMP(3), h.id FROM hearing h
WHERE h.id = ? AND h.state = 'open' AND ? BETWEEN h.opens_on AND h.closes_on;

-- name: forum_reply
INSERT INTO opinion_reply (opinion_id, question_id, choice_id, body) VALUES (?, ?, ?, ?);

-- name: forum_support
-- Once for a mark, of what everybody may read.
INSERT INTO opinion_support (opinion_id, mark)
SELECT o.id, ? FROM opinion o JOIN hearing h ON h.id = o.hearing_id
WHERE o.id = ? AND h.id = ? AND o.state = 'released' AND h.state = 'open';

-- name: forum_support_count
UPDATE opinion SET supports = supports + 1 WHERE id = ?;

-- name: forum_first_waiting
-- Whether nothing else waited when one came: then the officials are told.
SELECT COUNT(*) AS waiting FROM (SELECT 1 FROM opinion WHERE hearing_id = ? AND state = 'waiting' LIMIT 2) w;

-- name: forum_items
-- What the levels of an assessment ask for, first where the instrument speaks of public consultation: in the document
-- (2) that it asks for, or (1) in the words of the level.
SELECT i.id, i.title, l.number AS level, v.number AS variable, v.name AS variable_name, w.needs_correction,
    IF(i.title LIKE '%konsultasi publik%' OR i.title LIKE '%public hearing%', 2, l.indicator LIKE '%konsultasi publik%') AS likely
FROM answer w
JOIN variable v ON v.id = w.variable_id
JOIN level l ON l.variable_id = v.id
JOIN checklist_item i ON i.level_id = l.id
WHERE w.assessment_id = ?
ORDER BY likely DESC, v.number, l.number, i.position;

-- name: forum_paper_document
-- The document that the report was made of before, with the content of its newest revision.
SELECT d.id, LOWER(HEX(r.sha256)) AS sha256, r.number
FROM hearing h
JOIN document d ON d.id = h.paper_id AND d.archived_at IS NULL
JOIN revision r ON r.document_id = d.id
WHERE h.id = ?
ORDER BY r.number DESC LIMIT 1;

-- name: forum_paper_keep
UPDATE hearing SET paper_id = ? WHERE id = ?;

-- name: forum_area
-- The kecamatan and kelurahan to which it is held; none: the whole region.
SELECT a.village_id, v.name AS village, k.name AS district, v.district_id
FROM hearing_village a
JOIN village v ON v.id = a.village_id
JOIN district k ON k.id = v.district_id
WHERE a.hearing_id = ?
ORDER BY k.name, v.name;

-- name: forum_area_clear
DELETE FROM hearing_village WHERE hearing_id = ?;

-- name: forum_area_district
-- All kelurahan of a kecamatan of the same region.
INSERT INTO hearing_village (hearing_id, village_id)
SELECT h.id, v.id FROM hearing h JOIN district k ON k.region_id = h.region_id JOIN village v ON v.district_id = k.id
LEFT JOIN hearing_village a ON a.hearing_id = h.id AND a.village_id = v.id
WHERE h.id = ? AND k.id = ? AND k.active = 1 AND v.active = 1 AND a.village_id IS NULL;

-- name: forum_area_village
INSERT INTO hearing_village (hearing_id, village_id)
SELECT h.id, v.id FROM hearing h JOIN district k ON k.region_id = h.region_id JOIN village v ON v.district_id = k.id
LEFT JOIN hearing_village a ON a.hearing_id = h.id AND a.village_id = v.id
WHERE h.id = ? AND v.id = ? AND v.active = 1 AND a.village_id IS NULL;

-- name: forum_villages
-- Where who answers may be from: those of the consultation, or all of its region.
SELECT v.id, v.name AS village, k.id AS district_id, k.name AS district, a.village_id IS NOT NULL AS chosen
FROM hearing h
JOIN district k ON k.region_id = h.region_id AND k.active = 1
JOIN village v ON v.district_id = k.id AND v.active = 1
LEFT JOIN hearing_village a ON a.hearing_id = h.id AND a.village_id = v.id
WHERE h.id = ?
ORDER BY k.name, v.name;

-- name: forum_letters
-- To everybody who left an address: what became of it can be read.
INSERT INTO mail (guest_email, guest_kind, guest_key, token, next_at, created_at)
SELECT o.contact, 'hearing_published', o.hearing_id, LEFT(SHA2(CONCAT(HEX(?), o.id), 256), 26), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM opinion o WHERE o.hearing_id = ? AND o.contact IS NOT NULL;

-- name: forum_forget_contacts
UPDATE opinion SET contact = NULL WHERE hearing_id = ? AND contact IS NOT NULL;
