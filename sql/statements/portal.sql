-- SPDX-License-Identifier: ISC

-- name: portal_channels
-- Regions that take part, with where to complain.
SELECT r.name, r.bureau, r.complaint_channel
FROM region r
WHERE r.complaint_channel <> '' AND EXISTS
    (SELECT 1 FROM cycle c WHERE c.region_id = r.id)
ORDER BY r.name LIMIT 100;
