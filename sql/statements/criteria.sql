-- SPDX-License-Identifier: ISC

-- name: criteria
-- Kept under the world's stamp: see assessment/criteria.h.  In no order, which
-- assessment/criteria.c brings about: with the long texts to be sorted the server
-- writes a table to disk, three times as dear as all the rest.
SELECT v.id AS variable_id, v.number, v.name, l.number AS level,
    l.indicator, l.guidance, i.id AS item_id, i.position, i.title, i.compulsory,
    i.needs_signature, i.counts, i.counts_not, i.example
FROM variable v
JOIN level l ON l.variable_id = v.id
LEFT JOIN checklist_item i ON i.level_id = l.id
WHERE v.instrument_id = ?;

-- name: criteria_categories
SELECT level, name, min_tenths, max_tenths FROM category
WHERE instrument_id = ? ORDER BY level;
