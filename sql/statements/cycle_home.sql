-- SPDX-License-Identifier: ISC

-- name: cycle_home
-- What is there of each task, counted in the administrator's care.
SELECT n.regions, g.agencies, g.without_operator, a.accounts, c.drafts, c.opens,
    m.unnotified,
    (SELECT COUNT(*) FROM instrument WHERE state = 'published') AS published,
    (SELECT COUNT(*) FROM instrument WHERE state = 'draft') AS instrument_drafts,
    (SELECT COUNT(*) FROM holiday WHERE day BETWEEN MAKEDATE(YEAR(UTC_DATE()), 1)
        AND MAKEDATE(YEAR(UTC_DATE()) + 1, 1) - INTERVAL 1 DAY) AS holidays,
    YEAR(UTC_DATE()) AS year
FROM (SELECT COUNT(*) AS regions FROM region r
    WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)) AS n
CROSS JOIN (SELECT COUNT(*) AS agencies,
    COALESCE(SUM((SELECT COUNT(*) FROM account o WHERE o.agency_id = g.id
        AND o.state = 'active' AND o.role = 'operator') = 0), 0) AS without_operator
    FROM region r STRAIGHT_JOIN agency g ON g.region_id = r.id AND g.active = 1
    WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)) AS g
CROSS JOIN (SELECT COUNT(*) AS accounts
    FROM region r STRAIGHT_JOIN account u ON u.region_id = r.id AND u.state = 'active'
    WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)) AS a
CROSS JOIN (SELECT COALESCE(SUM(y.state = 'draft'), 0) AS drafts, COALESCE(SUM(y.state = 'open'), 0) AS opens
    FROM region r STRAIGHT_JOIN cycle y ON y.region_id = r.id AND y.imported = 0
    WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)) AS c
CROSS JOIN (SELECT COUNT(s.id) AS unnotified
    FROM region r STRAIGHT_JOIN cycle y ON y.region_id = r.id AND y.state = 'open' AND y.imported = 0
    STRAIGHT_JOIN assessment s ON s.cycle_id = y.id AND s.notified_at IS NULL
    WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)) AS m;

-- name: cycle_home_open
-- Open cycles in the administrator's care, the newest first.
SELECT c.id FROM region r STRAIGHT_JOIN cycle c ON c.region_id = r.id AND c.state = 'open' AND c.imported = 0
WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)
ORDER BY c.year DESC, r.code LIMIT ?;
