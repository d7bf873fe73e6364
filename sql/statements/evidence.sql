-- SPDX-License-Identifier: ISC

-- name: evidence_variable
-- One row per link, or per item that has none; the newest revision counts.
-- step/evidence.c puts them in order: here it would cost a temporary table on
-- disk, since the wording is TEXT.
SELECT v.id AS variable_id, v.number AS variable_number, v.name,
    l.number AS level, l.indicator, l.guidance, i.id AS item_id, i.position,
    i.title AS item_title, i.compulsory, k.id AS link_id, k.version, k.document_id, k.city_decision,
    k.city_reason, k.city_revision_id, k.province_decision, k.province_reason,
    k.province_revision_id, d.title, d.kind, d.number, d.dated, d.period_from,
    d.period_until, d.outside_address, r.id AS revision_id,
    r.number AS revision_number, r.bytes, r.type, HEX(r.sha256) AS sha256,
    r.created_at AS revised_at
FROM variable v
JOIN level l ON l.variable_id = v.id
LEFT JOIN checklist_item i ON i.level_id = l.id
LEFT JOIN link k ON k.assessment_id = ? AND k.checklist_item_id = i.id
    AND k.removed_at IS NULL
LEFT JOIN document d ON d.id = k.document_id
LEFT JOIN revision r ON r.document_id = d.id AND r.number =
    (SELECT MAX(n.number) FROM revision n WHERE n.document_id = d.id)
WHERE v.instrument_id = ? AND v.number = ?;

-- name: evidence_all
-- The same for every variable of the instrument.
SELECT v.id AS variable_id, v.number AS variable_number, v.name,
    l.number AS level, l.indicator, l.guidance, i.id AS item_id, i.position,
    i.title AS item_title, i.compulsory, k.id AS link_id, k.version, k.document_id, k.city_decision,
    k.city_reason, k.city_revision_id, k.province_decision, k.province_reason,
    k.province_revision_id, d.title, d.kind, d.number, d.dated, d.period_from,
    d.period_until, d.outside_address, r.id AS revision_id,
    r.number AS revision_number, r.bytes, r.type, HEX(r.sha256) AS sha256,
    r.created_at AS revised_at
FROM variable v
JOIN level l ON l.variable_id = v.id
LEFT JOIN checklist_item i ON i.level_id = l.id
LEFT JOIN link k ON k.assessment_id = ? AND k.checklist_item_id = i.id
    AND k.removed_at IS NULL
LEFT JOIN document d ON d.id = k.document_id
LEFT JOIN revision r ON r.document_id = d.id AND r.number =
    (SELECT MAX(n.number) FROM revision n WHERE n.document_id = d.id)
WHERE v.instrument_id = ?;
