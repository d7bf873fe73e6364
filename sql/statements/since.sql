-- SPDX-License-Identifier: ISC
-- What others changed at agencies since the person was here before: lib/frame/since.c. The team's list, which may be of
-- several regions, has verify_since.

-- name: since_agencies
-- Of a region: of so many of the newest rows of its history; the person; of which subjects; agencies. Whoever changed
-- most lately comes first. Nothing of the agency that the person works in.
SELECT g.name AS agency_name, h.agency_id, h.subject, MAX(h.at) AS at, MAX(h.assessment_id) AS assessment_id, me.visited_at,
    MAX(MAX(h.id)) OVER (PARTITION BY h.agency_id) AS newest
FROM (SELECT x.id, x.at, x.subject, x.account_id, x.agency_id, x.assessment_id FROM history x WHERE x.region_id = ?
    ORDER BY x.id DESC LIMIT ?) h
JOIN account me ON me.id = ?
JOIN agency g ON g.id = h.agency_id
WHERE h.at > me.visited_at AND NOT h.account_id <=> me.id AND NOT h.agency_id <=> me.agency_id
    AND FIND_IN_SET(h.subject, ?)
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = me.id AND m.agency_id = h.agency_id)
GROUP BY h.agency_id, h.subject, g.name, me.visited_at
ORDER BY newest DESC, at DESC
LIMIT ?;
