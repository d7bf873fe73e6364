-- SPDX-License-Identifier: ISC

-- name: instrument_list
-- An administrator of a region sees what holds there, from above and of its own,
-- and what the regions below have; one of the instance (NULL) sees all.
SELECT i.id, i.name, i.state, i.course, i.created_at, i.published_at, r.name AS owner,
    (SELECT COUNT(*) FROM variable v WHERE v.instrument_id = i.id) AS variables,
    (SELECT COUNT(*) FROM cycle c WHERE c.instrument_id = i.id)
        + (SELECT COUNT(*) FROM appraisal a WHERE a.instrument_id = i.id) AS cycles
FROM instrument i
LEFT JOIN region r ON r.id = i.region_id
LEFT JOIN region m ON m.id = ?
WHERE m.id IS NULL OR i.region_id IS NULL OR i.region_id IN (m.id, m.parent_id)
    OR r.parent_id = m.id
ORDER BY i.id DESC;

-- name: instrument_find
-- The same of one; `own` where it is in the administrator's care.
SELECT i.id, i.name, i.basis, i.state, i.course, i.published_at, i.version, r.name AS owner,
    COALESCE(m.id IS NULL OR i.region_id = m.id OR r.parent_id = m.id, 0) AS own,
    (SELECT COUNT(*) FROM variable v WHERE v.instrument_id = i.id) AS variables,
    (SELECT COUNT(*) FROM cycle c WHERE c.instrument_id = i.id)
        + (SELECT COUNT(*) FROM appraisal a WHERE a.instrument_id = i.id) AS cycles
FROM instrument i
LEFT JOIN region r ON r.id = i.region_id
LEFT JOIN region m ON m.id = ?
WHERE i.id = ? AND (m.id IS NULL OR i.region_id IS NULL
    OR i.region_id IN (m.id, m.parent_id) OR r.parent_id = m.id);

-- name: instrument_variables
SELECT v.id, v.number, v.name,
    (SELECT COUNT(*) FROM level l JOIN checklist_item k ON k.level_id = l.id
        WHERE l.variable_id = v.id) AS items,
    (SELECT COUNT(*) FROM level l JOIN checklist_item k ON k.level_id = l.id
        WHERE l.variable_id = v.id AND k.compulsory = 1) AS compulsory
FROM variable v WHERE v.instrument_id = ? ORDER BY v.number;

-- name: instrument_categories
SELECT level, name, min_tenths, max_tenths FROM category
WHERE instrument_id = ? ORDER BY level;

-- name: instrument_levels
SELECT l.id, l.number, l.indicator, l.guidance, v.name AS variable_name
FROM variable v JOIN level l ON l.variable_id = v.id
WHERE v.instrument_id = ? AND v.number = ? ORDER BY l.number;

-- name: instrument_items
SELECT k.level_id, k.position, k.title, k.compulsory, k.needs_signature, k.counts, k.counts_not, k.example
FROM variable v
JOIN level l ON l.variable_id = v.id
JOIN checklist_item k ON k.level_id = l.id
WHERE v.instrument_id = ? AND v.number = ? ORDER BY l.number, k.position;

-- name: instrument_level
SELECT l.id, l.number, l.indicator, l.guidance, v.number AS variable_number,
    v.name AS variable_name
FROM variable v JOIN level l ON l.variable_id = v.id
WHERE v.instrument_id = ? AND v.number = ? AND l.number = ?;

-- name: level_items
SELECT position, title, compulsory, needs_signature, counts, counts_not, example FROM checklist_item
WHERE level_id = ? ORDER BY position;

-- name: instrument_touch
-- raises: world
-- The guard of every change: only a draft, and only as the person saw it.
UPDATE instrument SET version = version + 1
WHERE id = ? AND version = ? AND state = 'draft';

-- name: instrument_rename
-- raises: world
UPDATE instrument SET name = ?, basis = ? WHERE id = ? AND state = 'draft';

-- name: variable_rename
-- raises: world
UPDATE variable SET name = ?
WHERE id = ? AND EXISTS (SELECT 1 FROM instrument i
    WHERE i.id = variable.instrument_id AND i.state = 'draft');

-- name: level_update
-- raises: world
UPDATE level SET indicator = ?, guidance = ?
WHERE id = ? AND EXISTS (SELECT 1 FROM variable v
    JOIN instrument i ON i.id = v.instrument_id
    WHERE v.id = level.variable_id AND i.state = 'draft');

-- name: level_clear_items
-- raises: world
DELETE k FROM checklist_item k JOIN level l ON l.id = k.level_id
JOIN variable v ON v.id = l.variable_id
JOIN instrument i ON i.id = v.instrument_id AND i.state = 'draft'
WHERE k.level_id = ?;

-- name: instrument_gaps
-- Levels above the first that no compulsory document proves.
SELECT v.number AS variable, v.name, l.number AS level
FROM variable v
JOIN level l ON l.variable_id = v.id AND l.number > 1
WHERE v.instrument_id = ? AND NOT EXISTS (SELECT 1 FROM checklist_item k
    WHERE k.level_id = l.id AND k.compulsory = 1)
ORDER BY v.number, l.number;

-- name: instrument_last_items
-- raises: world
-- So that any document finds its place, and no level is without an item.
INSERT INTO checklist_item (level_id, position, title, compulsory)
SELECT l.id, COALESCE((SELECT MAX(p.position) FROM checklist_item p WHERE p.level_id = l.id), 0) + 1, ?, 0
FROM variable v
JOIN level l ON l.variable_id = v.id
WHERE v.instrument_id = ? AND NOT EXISTS (SELECT 1 FROM checklist_item k
    WHERE k.level_id = l.id AND k.title = ?);

-- name: instrument_publish
-- raises: world
-- Frozen from here on, and never without a document at every level.
UPDATE instrument i SET i.state = 'published', i.published_at = UTC_TIMESTAMP(3),
    i.version = i.version + 1
WHERE i.id = ? AND i.version = ? AND i.state = 'draft'
    AND NOT EXISTS (SELECT 1 FROM variable v JOIN level l ON l.variable_id = v.id
        LEFT JOIN checklist_item k ON k.level_id = l.id
        WHERE v.instrument_id = i.id AND k.id IS NULL);

-- name: instrument_copy
-- raises: world
-- Whoever copies it has it.
INSERT INTO instrument (region_id, name, basis, course, scoring, rounding, decimals, outer_label, inner_label, item_label,
    state, created_at)
SELECT ?, ?, basis, course, scoring, rounding, decimals, outer_label, inner_label, item_label, 'draft', UTC_TIMESTAMP(3) FROM instrument WHERE id = ?;

-- name: instrument_copy_variables
-- raises: world
-- Each with the scale of the same code, which was copied before.
INSERT INTO variable (instrument_id, number, name, outer_name, inner_name, hint, scale_id, weight, may_skip, if_number, if_level)
SELECT k.id, v.number, v.name, v.outer_name, v.inner_name, v.hint,
    (SELECT n.id FROM scale o JOIN scale n ON n.instrument_id = k.id AND n.code = o.code WHERE o.id = v.scale_id),
    v.weight, v.may_skip, v.if_number, v.if_level
FROM variable v JOIN instrument k ON k.id = ?
WHERE v.instrument_id = ?;

-- name: instrument_copy_scales
-- raises: world
INSERT INTO scale (instrument_id, code)
SELECT ?, code FROM scale WHERE instrument_id = ?;

-- name: instrument_copy_words
-- raises: world
INSERT INTO scale_word (scale_id, number, word, points)
SELECT n.id, w.number, w.word, w.points
FROM scale n
JOIN scale o ON o.code = n.code
JOIN scale_word w ON w.scale_id = o.id
WHERE n.instrument_id = ? AND o.instrument_id = ?;

-- name: instrument_copy_levels
-- raises: world
INSERT INTO level (variable_id, number, indicator, guidance)
SELECT n.id, l.number, l.indicator, l.guidance
FROM variable n
JOIN variable o ON o.number = n.number
JOIN level l ON l.variable_id = o.id
WHERE n.instrument_id = ? AND o.instrument_id = ?;

-- name: instrument_copy_items
-- raises: world
INSERT INTO checklist_item (level_id, position, title, compulsory,
    needs_signature, counts, counts_not, example)
SELECT m.id, k.position, k.title, k.compulsory, k.needs_signature, k.counts, k.counts_not, k.example
FROM variable n
JOIN level m ON m.variable_id = n.id
JOIN variable o ON o.number = n.number
JOIN level l ON l.variable_id = o.id AND l.number = m.number
JOIN checklist_item k ON k.level_id = l.id
WHERE n.instrument_id = ? AND o.instrument_id = ?;

-- name: instrument_copy_categories
-- raises: world
INSERT INTO category (instrument_id, level, name, min_tenths, max_tenths)
SELECT ?, level, name, min_tenths, max_tenths FROM category WHERE instrument_id = ?;

-- name: instrument_scaled
-- Of one that a person has found before.
SELECT name, basis, scoring, rounding, decimals, outer_label, inner_label, item_label FROM instrument
WHERE id = ? AND course = 'own';

-- name: scale_words
SELECT s.id, s.code, w.number, w.word, w.points
FROM scale s JOIN scale_word w ON w.scale_id = s.id
WHERE s.instrument_id = ? ORDER BY s.id, w.number;

-- name: scale_variables
SELECT id, number, name, outer_name, inner_name, hint, scale_id, weight, may_skip, if_number, if_level
FROM variable WHERE instrument_id = ? ORDER BY number;

-- name: scale_instrument_add
-- raises: world
-- Of the region of whoever brings it in.
INSERT INTO instrument (region_id, name, basis, course, scoring, rounding, decimals, outer_label, inner_label, item_label,
    state, created_at)
VALUES (?, ?, ?, 'own', ?, ?, ?, ?, ?, ?, 'draft', UTC_TIMESTAMP(3));

-- name: scale_add
-- raises: world
INSERT INTO scale (instrument_id, code) VALUES (?, ?);

-- name: scale_word_add
-- raises: world
INSERT INTO scale_word (scale_id, number, word, points) VALUES (?, ?, ?, ?);

-- name: scale_variable_add
-- raises: world
INSERT INTO variable (instrument_id, number, name, outer_name, inner_name, hint, scale_id, weight, may_skip, if_number, if_level)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
