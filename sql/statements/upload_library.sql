-- SPDX-License-Identifier: ISC

-- name: upload_quota
-- Computed and never kept: a counter beside the rows would drift from them.
SELECT (SELECT COALESCE(SUM(r.bytes), 0) FROM document d
        JOIN revision r ON r.document_id = d.id
        WHERE d.agency_id = ?) AS stored,
    (SELECT value FROM setting WHERE name = 'agency_quota_mib') AS quota_mib;

-- name: upload_library
-- One page of the agency's documents, the newest change first; total counts
-- all that fit.  What a row needs beside its place is fetched for this page
-- alone.  Values: agency, archived, kind twice ('' for any), text pattern
-- thrice ('' for any), outside only, unused only, the assessment in which it
-- is unused twice (NULL for all), limit, offset.
SELECT p.total, d.id, d.title, d.kind, d.number, d.dated, d.period_from,
    d.period_until, d.outside_address, r.id AS revision_id,
    r.number AS revision_number, r.bytes, r.type, r.pages, r.signatures,
    r.findings, r.inspected_at, r.scan, r.scanned_at, r.scan_finding,
    COALESCE(r.created_at, d.created_at) AS changed_at,
    (SELECT GROUP_CONCAT(DISTINCT c.year, '/', v.number
        ORDER BY c.year DESC, v.number)
        FROM link k
        JOIN assessment a ON a.id = k.assessment_id
        JOIN cycle c ON c.id = a.cycle_id
        JOIN checklist_item i ON i.id = k.checklist_item_id
        JOIN level l ON l.id = i.level_id
        JOIN variable v ON v.id = l.variable_id
        WHERE k.document_id = d.id AND k.removed_at IS NULL) AS used
FROM (SELECT e.id, COUNT(*) OVER () AS total,
        MAX(COALESCE(n.created_at, e.created_at)) AS changed_at
    FROM document e
    LEFT JOIN revision n ON n.document_id = e.id
    WHERE e.agency_id = ? AND (e.archived_at IS NOT NULL) = ?
        AND (? = '' OR e.kind = ?)
        AND (? = '' OR e.title LIKE ? OR e.number LIKE ?)
        AND (? = 0 OR n.id IS NULL)
        AND (? = 0 OR NOT EXISTS (SELECT 1 FROM link k
            WHERE k.document_id = e.id AND k.removed_at IS NULL
            AND (? IS NULL OR k.assessment_id = ?)))
    GROUP BY e.id
    ORDER BY changed_at DESC, e.id DESC
    LIMIT ? OFFSET ?) p
JOIN document d ON d.id = p.id
LEFT JOIN revision r ON r.document_id = d.id AND r.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
ORDER BY p.changed_at DESC, d.id DESC;

-- name: upload_choices
-- Documents to put under one criterion, the newest change first; linked says
-- what is there already.
SELECT p.total, d.id, d.title, d.kind, d.number, d.dated, r.type,
    r.number AS revision_number, r.id AS revision_id, r.bytes,
    EXISTS (SELECT 1 FROM link k WHERE k.assessment_id = ?
        AND k.checklist_item_id = ? AND k.document_id = d.id
        AND k.removed_at IS NULL) AS linked
FROM (SELECT e.id, COUNT(*) OVER () AS total,
        MAX(COALESCE(n.created_at, e.created_at)) AS changed_at
    FROM document e
    LEFT JOIN revision n ON n.document_id = e.id
    WHERE e.agency_id = ? AND e.archived_at IS NULL
        AND (? = '' OR e.title LIKE ? OR e.number LIKE ?)
    GROUP BY e.id
    ORDER BY changed_at DESC, e.id DESC
    LIMIT ?) p
JOIN document d ON d.id = p.id
LEFT JOIN revision r ON r.document_id = d.id AND r.number =
    (SELECT MAX(m.number) FROM revision m WHERE m.document_id = d.id)
ORDER BY p.changed_at DESC, d.id DESC;
