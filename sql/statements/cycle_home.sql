-- SPDX-License-Identifier: ISC

-- name: cycle_home
-- What is there of each task, counted in the administrator's care.
SELECT COUNT(*) AS regions, SUM(agencies) AS agencies,
    SUM(without_operator) AS without_operator, SUM(accounts) AS accounts,
    SUM(drafts) AS drafts, SUM(opens) AS opens, SUM(untold) AS untold,
    (SELECT COUNT(*) FROM instrument WHERE state = 'published') AS published,
    (SELECT COUNT(*) FROM instrument WHERE state = 'draft') AS instrument_drafts,
    (SELECT COUNT(*) FROM holiday WHERE YEAR(day) = YEAR(UTC_DATE())) AS holidays,
    YEAR(UTC_DATE()) AS year
FROM (
    SELECT r.id,
        (SELECT COUNT(*) FROM agency g WHERE g.region_id = r.id AND g.active = 1) AS agencies,
        (SELECT COUNT(*) FROM agency g WHERE g.region_id = r.id AND g.active = 1
            AND NOT EXISTS (SELECT 1 FROM account a WHERE a.agency_id = g.id
                AND a.state = 'active' AND a.role = 'operator')) AS without_operator,
        (SELECT COUNT(*) FROM account a WHERE a.region_id = r.id AND a.state = 'active') AS accounts,
        (SELECT COUNT(*) FROM cycle c WHERE c.region_id = r.id AND c.state = 'draft') AS drafts,
        (SELECT COUNT(*) FROM cycle c WHERE c.region_id = r.id AND c.state = 'open') AS opens,
        (SELECT COUNT(*) FROM cycle c JOIN assessment m ON m.cycle_id = c.id
            WHERE c.region_id = r.id AND c.state = 'open' AND m.told_at IS NULL) AS untold
    FROM region r
    WHERE COALESCE(?, r.id) IN (r.id, r.parent_id)) AS part;
