-- SPDX-License-Identifier: ISC

-- name: api_token_list
SELECT t.id, t.purpose, t.label, t.created_at, t.expires_on, t.ended_at, t.used_at,
    t.expires_on < UTC_DATE() AS expired, p.full_name AS created_by
FROM api_token t JOIN account p ON p.id = t.created_by
WHERE t.region_id = ? ORDER BY t.id DESC LIMIT 200;

-- name: api_token_add
INSERT INTO api_token (region_id, purpose, label, token_hash, created_at, created_by, expires_on)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), ?, ?);

-- name: api_token_end
UPDATE api_token SET ended_at = UTC_TIMESTAMP(3)
WHERE id = ? AND ended_at IS NULL;

-- name: api_token_find
SELECT t.id, t.label, t.region_id FROM api_token t JOIN region r ON r.id = t.region_id
WHERE t.id = ? AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: api_token_use
-- Counted before it is judged, in one statement. The count stands first: it is
-- computed with the minute of the request before.
UPDATE api_token SET
    minute_count = IF(minute_at = UTC_TIMESTAMP() - INTERVAL SECOND(UTC_TIMESTAMP()) SECOND, minute_count + 1, 1),
    minute_at = UTC_TIMESTAMP() - INTERVAL SECOND(UTC_TIMESTAMP()) SECOND,
    used_at = UTC_TIMESTAMP(3)
WHERE token_hash = ? AND ended_at IS NULL AND expires_on >= UTC_DATE();

-- name: api_token_of
SELECT t.id, t.label, t.region_id, t.purpose, t.minute_count, 60 - SECOND(UTC_TIMESTAMP()) AS wait, r.timezone
FROM api_token t JOIN region r ON r.id = t.region_id
WHERE t.token_hash = ? AND t.ended_at IS NULL AND t.expires_on >= UTC_DATE();

-- name: api_region
-- Of whom the administrator or team of a region asks.
SELECT r.id, r.name FROM region r WHERE r.id = ? AND COALESCE(?, r.id) IN (r.id, r.parent_id);

-- name: api_regions
SELECT r.id AS value, r.name AS label FROM region r
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) ORDER BY r.code;

-- name: api_cycles
SELECT c.id, c.year, c.state, c.province_tier, c.instrument_id, i.name AS instrument
FROM cycle c JOIN instrument i ON i.id = c.instrument_id
WHERE c.region_id = ? AND c.state <> 'draft' ORDER BY c.year DESC, c.id DESC LIMIT 100;

-- name: api_cycle
SELECT c.id, c.year FROM cycle c WHERE c.id = ? AND c.region_id = ? AND c.state <> 'draft';

-- name: api_assessments
SELECT a.id, a.state, COALESCE(a.agency_name, g.name) AS agency
FROM assessment a JOIN agency g ON g.id = a.agency_id
WHERE a.cycle_id = ? AND a.left_at IS NULL ORDER BY agency;

-- name: api_assessment
SELECT a.id, a.state, a.version, c.year, c.province_tier, c.instrument_id, i.name AS instrument, r.code AS region,
    COALESCE(a.agency_name, g.name) AS agency
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id AND c.state <> 'draft'
JOIN instrument i ON i.id = c.instrument_id
JOIN region r ON r.id = c.region_id
JOIN agency g ON g.id = a.agency_id
WHERE a.id = ? AND c.region_id = COALESCE(?, c.region_id);

-- name: api_documents
-- What is put under the criteria of one assessment, with the revision that counts
-- (workflow_held(): the judged one, or the newest) and what was decided about it.
SELECT v.number AS variable, l.number AS level, k.position AS item, k.title AS item_title,
    COALESCE(j.title, d.title) AS title, COALESCE(j.kind, d.kind) AS kind,
    COALESCE(j.number, d.number) AS number, IF(j.link_id IS NULL, d.dated, j.dated) AS dated,
    IF(j.link_id IS NULL, d.period_from, j.period_from) AS period_from,
    IF(j.link_id IS NULL, d.period_until, j.period_until) AS period_until,
    COALESCE(j.outside_address, d.outside_address) AS outside_address, LOWER(HEX(n.sha256)) AS sha256, n.bytes, n.type,
    IF(x.city_revision_id <=> n.id, x.city_decision, NULL) AS city_decision,
    IF(x.city_revision_id <=> n.id, x.city_reason, '') AS city_reason,
    IF(x.province_revision_id <=> n.id, x.province_decision, NULL) AS province_decision,
    IF(x.province_revision_id <=> n.id, x.province_reason, '') AS province_reason
FROM evidence_link x
JOIN assessment a ON a.id = x.assessment_id
JOIN checklist_item k ON k.id = x.checklist_item_id
JOIN level l ON l.id = k.level_id
JOIN variable v ON v.id = l.variable_id
JOIN document d ON d.id = x.document_id
LEFT JOIN judged_description j ON j.link_id = x.id
LEFT JOIN revision n ON n.document_id = d.id AND n.id =
    IF(a.state IN ('verified', 'validated', 'signed', 'received', 'reported')
        AND COALESCE(x.province_decision, x.city_decision) IS NOT NULL,
    COALESCE(x.province_revision_id, x.city_revision_id),
    (SELECT m.id FROM revision m WHERE m.document_id = d.id ORDER BY m.number DESC LIMIT 1))
WHERE x.assessment_id = ? AND x.removed_at IS NULL
ORDER BY v.number, l.number, k.position, x.id;

-- name: api_instruments
-- Those that a region sees, as instrument_list has them: of all, of the province, its
-- own, and what the regions below have.
SELECT i.id, i.name, i.basis, i.state, i.published_at
FROM instrument i
JOIN region m ON m.id = ?
LEFT JOIN region r ON r.id = i.region_id
WHERE i.state = 'published' AND i.course = 'cycle' AND (i.region_id IS NULL OR i.region_id IN (m.id, m.parent_id) OR r.parent_id = m.id)
ORDER BY i.id;

-- name: api_instrument
-- The same of one; the instance itself (NULL) sees all.  Those of other kinds go out from
-- their own page (instrument_scaled).
SELECT i.id, i.name, i.basis, i.state, i.published_at
FROM instrument i
LEFT JOIN region r ON r.id = i.region_id
LEFT JOIN region m ON m.id = ?
WHERE i.id = ? AND (m.id IS NULL OR i.region_id IS NULL
    OR i.region_id IN (m.id, m.parent_id) OR r.parent_id = m.id) AND i.course = 'cycle';

-- name: api_instrument_levels
SELECT v.number AS variable, v.name, l.id, l.number, l.indicator, l.guidance
FROM variable v JOIN level l ON l.variable_id = v.id
WHERE v.instrument_id = ? ORDER BY v.number, l.number;

-- name: api_instrument_items
SELECT k.level_id, k.title, k.compulsory, k.needs_signature, k.counts, k.counts_not, k.example
FROM variable v
JOIN level l ON l.variable_id = v.id
JOIN checklist_item k ON k.level_id = l.id
WHERE v.instrument_id = ? ORDER BY v.number, l.number, k.position;
