-- SPDX-License-Identifier: ISC

-- name: cycle_home
-- What is there of each task in the administrator's care.  What a nation has
-- many of is counted up to a limit only (the value behind the care): the page
-- then says that there are more, and costs no more than a city's.
SELECT
    (SELECT COUNT(*) FROM region r
        WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)) AS regions,
    (SELECT COUNT(*) FROM (SELECT 1
        FROM region r STRAIGHT_JOIN agency g ON g.region_id = r.id AND g.active = 1
        WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) LIMIT ?) AS x) AS agencies,
    (SELECT COUNT(*) FROM (SELECT 1
        FROM region r STRAIGHT_JOIN account u ON u.region_id = r.id AND u.state = 'active'
        WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) LIMIT ?) AS x) AS accounts,
    (SELECT COUNT(*) FROM (SELECT 1
        FROM region r STRAIGHT_JOIN cycle y FORCE INDEX (cycle_of_region) ON y.region_id = r.id
        STRAIGHT_JOIN assessment s ON s.cycle_id = y.id AND s.notified_at IS NULL AND s.left_at IS NULL
        WHERE y.state = 'open' AND y.imported = 0 AND COALESCE(?, r.id) IN (r.id, r.parent_id)
        LIMIT ?) AS x) AS unnotified,
    i.published, i.drafts AS instrument_drafts,
    (SELECT COUNT(*) FROM holiday h LEFT JOIN region m ON m.id = ?
        WHERE h.day BETWEEN MAKEDATE(YEAR(UTC_DATE()), 1)
            AND MAKEDATE(YEAR(UTC_DATE()) + 1, 1) - INTERVAL 1 DAY
            AND (m.id IS NULL OR h.region_id IS NULL OR h.region_id IN (m.id, m.parent_id))) AS holidays,
    YEAR(UTC_DATE()) AS year, c.drafts, c.opens
FROM (SELECT COALESCE(SUM(y.state = 'draft'), 0) AS drafts, COALESCE(SUM(y.state = 'open'), 0) AS opens
    FROM region r STRAIGHT_JOIN cycle y FORCE INDEX (cycle_of_region) ON y.region_id = r.id
    WHERE y.imported = 0 AND COALESCE(?, r.id) IN (r.id, r.parent_id)) AS c
JOIN (SELECT COALESCE(SUM(i.state = 'published'), 0) AS published, COALESCE(SUM(i.state = 'draft'), 0) AS drafts
    FROM instrument i
    LEFT JOIN region r ON r.id = i.region_id
    LEFT JOIN region m ON m.id = ?
    WHERE m.id IS NULL OR i.region_id IS NULL OR i.region_id IN (m.id, m.parent_id)
        OR r.parent_id = m.id) AS i;

-- name: cycle_home_without_operator
-- Active agencies in care that nobody can fill in for, counted up to a limit.
SELECT COUNT(*) AS without_operator FROM (SELECT 1
    FROM region r STRAIGHT_JOIN agency g ON g.region_id = r.id AND g.active = 1
    LEFT JOIN account o ON o.agency_id = g.id AND o.state = 'active' AND o.role = 'operator'
    WHERE COALESCE(?, r.id) IN (r.id, r.parent_id) AND o.id IS NULL LIMIT ?) AS x;

-- name: cycle_home_open
-- Open cycles in the administrator's care, the earliest first: it is due first.
SELECT c.id FROM region r STRAIGHT_JOIN cycle c FORCE INDEX (cycle_of_region) ON c.region_id = r.id
WHERE c.state = 'open' AND c.imported = 0 AND COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY c.year, r.code LIMIT ?;
