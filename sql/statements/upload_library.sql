-- SPDX-License-Identifier: ISC

-- name: upload_quota
-- Computed and never kept: a counter beside the rows would drift from them.
SELECT (SELECT COALESCE(SUM(r.bytes), 0) FROM document d
        JOIN revision r ON r.document_id = d.id
        WHERE d.agency_id = ?) AS stored,
    (SELECT value FROM setting WHERE name = 'agency_quota_mib') AS quota_mib;

-- name: upload_library
-- One page of documents, the newest change first; total counts all that fit.
-- What a row needs beside its place is fetched for this page alone.  Values:
-- agency, region and parent as in assessment_find; the agency chosen, twice (0
-- for any); archived; kind twice ('' for any); text pattern twice ('' for any)
-- and the documents that say it; the only documents, twice (NULL for all);
-- period (0 for any), its last day and its first; outside only; whether a link
-- is wanted, twice (0 no matter, 1 yes, 2 none); of that link: year twice,
-- variable twice, assessment twice (NULL for any), decision, whether the
-- caller is told before its team has finished, twice, the decision again.
-- Then limit and offset; first of all the word that the excerpt begins at.
SELECT p.total, d.id, d.title, d.kind, d.number, d.dated, d.period_from,
    d.period_until, d.outside_address, d.agency_id, g.name AS agency_name,
    r.id AS revision_id, r.number AS revision_number, r.bytes, r.type,
    r.pages, r.signatures, r.findings, r.inspected_at,
    IF(r.inspected_at IS NULL AND r.taken_at IS NULL, r.held, 'no') AS held, r.scan, r.scanned_at,
    r.scan_finding, r.text_state,
    (SELECT GROUP_CONCAT(DISTINCT c.year, '/', v.number
        ORDER BY c.year DESC, v.number)
        FROM evidence_link k
        JOIN assessment a ON a.id = k.assessment_id
        JOIN cycle c ON c.id = a.cycle_id
        JOIN checklist_item i ON i.id = k.checklist_item_id
        JOIN level l ON l.id = i.level_id
        JOIN variable v ON v.id = l.variable_id
        WHERE k.document_id = d.id AND k.removed_at IS NULL) AS used,
    (SELECT SUBSTRING(t.body, 1 + GREATEST(0,
            CAST(LOCATE(?, t.body) AS SIGNED) - 120), 480)
        FROM file_text t
        WHERE t.sha256 = r.sha256 AND t.agency_id = d.agency_id
        AND r.scan <> 'infected') AS excerpt,
    (SELECT t.machine_read FROM file_text t WHERE t.sha256 = r.sha256
        AND t.agency_id = d.agency_id) AS machine_read
FROM (SELECT e.id, COUNT(*) OVER () AS total,
        COALESCE((SELECT MAX(n.created_at) FROM revision n
            WHERE n.document_id = e.id), e.created_at) AS changed_at
    FROM agency h
    JOIN region s ON s.id = h.region_id
    JOIN document e ON e.agency_id = h.id
    WHERE (h.id = ? OR s.id = ? OR s.parent_id = ?) AND (? = 0 OR h.id = ?)
        AND (e.archived_at IS NOT NULL) = ?
        AND (? = '' OR e.kind = ?)
        AND (? = '' OR CONCAT_WS(' ', e.number, e.title, e.number) LIKE ?
            OR FIND_IN_SET(e.id, ?))
        AND (? IS NULL OR FIND_IN_SET(e.id, ?))
        AND (? = 0 OR (COALESCE(e.period_from, e.dated, e.period_until) <= ?
            AND COALESCE(e.period_until,
                IF(e.period_from IS NULL, e.dated, '9999-12-31')) >= ?))
        AND (? = 0 OR NOT EXISTS (SELECT 1 FROM revision o
            WHERE o.document_id = e.id))
        AND (? = 0 OR (? = 1) = EXISTS (SELECT 1 FROM evidence_link k
            JOIN assessment a ON a.id = k.assessment_id
            JOIN cycle c ON c.id = a.cycle_id
            JOIN checklist_item i ON i.id = k.checklist_item_id
            JOIN level l ON l.id = i.level_id
            JOIN variable v ON v.id = l.variable_id
            WHERE k.document_id = e.id AND k.removed_at IS NULL
            AND (? = 0 OR c.year = ?)
            AND (? = 0 OR v.number = ?)
            AND (? IS NULL OR k.assessment_id = ?)
            AND (? = '' OR COALESCE(
                IF(? = 1 OR a.state NOT IN ('submitted', 'verified'),
                    k.province_decision, NULL),
                IF(? = 1 OR a.state <> 'submitted', k.city_decision,
                    NULL)) = ?)))
    ORDER BY changed_at DESC, e.id DESC
    LIMIT ? OFFSET ?) p
JOIN document d ON d.id = p.id
JOIN agency g ON g.id = d.agency_id
LEFT JOIN revision r ON r.document_id = d.id AND r.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
ORDER BY p.changed_at DESC, d.id DESC;

-- name: upload_library_texts
-- Documents whose newest file says what is looked for, the best first.  The
-- words for the index name agency or regions too, so that nothing of others is
-- read; who may see it is decided by the rows all the same.  What has to stand
-- together is a pattern, '' for none.
SELECT d.id
FROM file_text t
JOIN revision n ON n.sha256 = t.sha256
JOIN document d ON d.id = n.document_id AND d.agency_id = t.agency_id
JOIN agency g ON g.id = d.agency_id
JOIN region r ON r.id = g.region_id
WHERE MATCH (t.scope, t.short_words, t.body) AGAINST (? IN BOOLEAN MODE)
    AND (g.id = ? OR r.id = ? OR r.parent_id = ?)
    AND n.scan <> 'infected' AND n.number =
        (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
    AND (? = '' OR t.body LIKE ?) AND (? = '' OR t.body LIKE ?)
ORDER BY MATCH (t.scope, t.short_words, t.body) AGAINST (? IN BOOLEAN MODE) DESC, d.id DESC
LIMIT ?;

-- name: upload_library_unsearched
-- Of how many documents the contents are not searched: because nobody has
-- taken their text yet, or because there is none in them.
SELECT COALESCE(SUM(n.text_state = 'none'), 0) AS waiting,
    COALESCE(SUM(n.text_state IN ('empty', 'unreadable', 'blank')), 0) AS silent
FROM agency h
JOIN region s ON s.id = h.region_id
JOIN document e ON e.agency_id = h.id
JOIN revision n ON n.document_id = e.id AND n.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = e.id)
WHERE (h.id = ? OR s.id = ? OR s.parent_id = ?) AND (? = 0 OR h.id = ?)
    AND e.archived_at IS NULL;

-- name: upload_library_agencies
-- Whose libraries a team or an auditor may open.
SELECT g.id, g.name, r.id AS region_id, r.name AS region_name, r.timezone
FROM region r
JOIN agency g ON g.region_id = r.id
WHERE r.id = ? OR r.parent_id = ?
ORDER BY r.parent_id IS NULL DESC, r.name, g.name;

-- name: upload_library_years
-- Of the assessments of one agency, the newest first.
SELECT c.year, c.instrument_id
FROM assessment a
JOIN cycle c ON c.id = a.cycle_id AND c.state <> 'draft'
WHERE a.agency_id = ?
ORDER BY c.year DESC;

-- name: upload_library_variables
SELECT v.number, v.name
FROM variable v
WHERE v.instrument_id = ?
ORDER BY v.number;

-- name: upload_choices
-- Documents to put under one criterion: first what stood there in another year
-- (the same item, or of another version of the instrument the one of its place and
-- title), then those whose titles have most of four of its words ("" counts for
-- all alike), then the newest change; linked says what is there already.
-- Assessment, item; the four words; agency, assessment, item, title, level,
-- variable; agency; the pattern twice, what was found inside; limit.
SELECT p.total, p.before_here, d.id, d.title, d.kind, d.number, d.dated, r.type,
    r.number AS revision_number, r.id AS revision_id, r.bytes,
    EXISTS (SELECT 1 FROM evidence_link k WHERE k.assessment_id = ?
        AND k.checklist_item_id = ? AND k.document_id = d.id
        AND k.removed_at IS NULL) AS linked
FROM (SELECT e.id, COUNT(*) OVER () AS total, MAX(s.document_id IS NOT NULL) AS before_here,
        MAX((LOCATE(?, e.title) > 0) + (LOCATE(?, e.title) > 0) + (LOCATE(?, e.title) > 0)
            + (LOCATE(?, e.title) > 0)) AS alike,
        MAX(COALESCE(n.created_at, e.created_at)) AS changed_at
    FROM document e
    LEFT JOIN revision n ON n.document_id = e.id
    LEFT JOIN (SELECT DISTINCT y.document_id
        FROM assessment b
        JOIN evidence_link y ON y.assessment_id = b.id AND y.removed_at IS NULL
        JOIN checklist_item j ON j.id = y.checklist_item_id
        JOIN level l ON l.id = j.level_id
        JOIN variable v ON v.id = l.variable_id
        WHERE b.agency_id = ? AND b.id <> ? AND (j.id = ?
            OR (j.title = ? AND l.number = ? AND v.number = ?))) s ON s.document_id = e.id
    WHERE e.agency_id = ? AND e.archived_at IS NULL
        AND (? = '' OR CONCAT_WS(' ', e.number, e.title, e.number) LIKE ?
            OR FIND_IN_SET(e.id, ?))
    GROUP BY e.id
    ORDER BY before_here DESC, alike DESC, changed_at DESC, e.id DESC
    LIMIT ?) p
JOIN document d ON d.id = p.id
LEFT JOIN revision r ON r.document_id = d.id AND r.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
ORDER BY p.before_here DESC, p.alike DESC, p.changed_at DESC, d.id DESC;

-- name: upload_library_facts
-- What rules/quality.h asks about documents of an agency that are not
-- archived: where they stand in one assessment, and what was found in their
-- newest file.  Values: assessment twice, agency, the lowest key and the
-- highest, and the documents among them, twice (NULL for all).
SELECT d.id, d.kind, d.dated, d.period_from, d.period_until,
    d.signed_by_hand, EXISTS (SELECT 1 FROM evidence_link k
        JOIN checklist_item i ON i.id = k.checklist_item_id
        WHERE k.document_id = d.id AND k.removed_at IS NULL
        AND i.needs_signature = 1) AS needs_signature,
    d.outside_address <> '' AS outside, n.id IS NOT NULL AS stored,
    COALESCE(n.findings, '') AS findings,
    COALESCE(n.scan = 'infected', 0) AS infected,
    COALESCE(n.signatures, 0) AS signatures,
    (SELECT COUNT(*) FROM evidence_link k
        WHERE k.document_id = d.id AND k.assessment_id = ?
        AND k.removed_at IS NULL) AS criteria,
    (SELECT COUNT(DISTINCT l.variable_id)
        FROM revision o
        JOIN evidence_link k ON k.document_id = o.document_id
        JOIN checklist_item i ON i.id = k.checklist_item_id
        JOIN level l ON l.id = i.level_id
        WHERE o.sha256 = n.sha256 AND k.assessment_id = ?
        AND k.removed_at IS NULL) AS variables,
    EXISTS (SELECT 1 FROM revision o
        JOIN document e ON e.id = o.document_id
        WHERE o.sha256 = n.sha256 AND e.agency_id = d.agency_id
        AND e.id <> d.id AND e.archived_at IS NULL AND o.number =
            (SELECT MAX(m.number) FROM revision m
            WHERE m.document_id = e.id)) AS twin
FROM document d
LEFT JOIN revision n ON n.document_id = d.id AND n.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
WHERE d.agency_id = ? AND d.archived_at IS NULL
    AND d.id BETWEEN ? AND ? AND (? IS NULL OR FIND_IN_SET(d.id, ?))
ORDER BY d.id;
