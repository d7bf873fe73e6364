-- SPDX-License-Identifier: ISC

-- name: criteria
-- Kept under the world's stamp: see assessment/criteria.h.
SELECT v.id AS variable_id, v.number, v.name, l.number AS level,
    l.indicator, l.guidance, i.id AS item_id, i.title, i.compulsory,
    i.needs_signature
FROM instrument n
JOIN variable v ON v.instrument_id = n.id
JOIN level l ON l.variable_id = v.id
LEFT JOIN checklist_item i ON i.level_id = l.id
WHERE n.id = ?
ORDER BY v.number, l.number, i.position;

-- name: criteria_categories
SELECT level, name, min_tenths, max_tenths FROM category
WHERE instrument_id = ? ORDER BY level;
