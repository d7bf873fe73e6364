-- SPDX-License-Identifier: ISC

-- name: portal_contacts
-- Whom to ask, in which region.
SELECT r.name, r.contact_name, r.contact_phone, r.contact_mail
FROM region r
WHERE r.contact_name <> ''
ORDER BY r.name LIMIT 600;

-- name: portal_channels
-- Regions that take part, with where to complain.
SELECT r.name, r.bureau, r.complaint_channel
FROM region r
WHERE r.complaint_channel <> '' AND EXISTS
    (SELECT 1 FROM cycle c WHERE c.region_id = r.id)
ORDER BY r.name LIMIT 100;

-- name: portal_place
-- Whose a dataset is, and whom to ask about it.
SELECT r.id, r.name, r.bureau, r.contact_name, r.contact_phone, r.contact_mail, r.complaint_channel, r.open_data_licence
FROM region r WHERE r.code = ?;

-- name: portal_years
-- What a region published, the newest year first.
SELECT c.id, c.year FROM cycle c
WHERE c.region_id = ? AND c.state = 'reported'
ORDER BY c.year DESC LIMIT ?;

-- name: portal_regions
-- What the regions of a province published of one year.
SELECT c.id FROM region r JOIN cycle c ON c.region_id = r.id AND c.year = ? AND c.state = 'reported'
WHERE r.parent_id = ? ORDER BY r.code LIMIT ?;

-- name: portal_datasets
-- What was published last comes first (as results_reported).  The years of a
-- region stand beside its newest cycle, the comparison of a province beside the
-- one of that year which came last, where there are two: each stands once.
SELECT c.year, c.reported_at, r.code AS region_code, r.name AS region_name, r.timezone,
    r.open_data_licence AS licence,
    COALESCE(p.code, '') AS province_code, COALESCE(p.name, '') AS province_name, COALESCE(p.open_data_licence, '') AS province_licence,
    NOT EXISTS (SELECT 1 FROM cycle l WHERE l.region_id = c.region_id AND l.state = 'reported'
        AND (l.reported_at > c.reported_at OR (l.reported_at = c.reported_at AND l.id > c.id))) AS with_years,
    (EXISTS (SELECT 1 FROM region s JOIN cycle o ON o.region_id = s.id AND o.year = c.year AND o.state = 'reported'
        WHERE s.parent_id = r.parent_id AND s.id <> r.id)
    AND NOT EXISTS (SELECT 1 FROM region s JOIN cycle l ON l.region_id = s.id AND l.year = c.year AND l.state = 'reported'
        WHERE s.parent_id = r.parent_id
        AND (l.reported_at > c.reported_at OR (l.reported_at = c.reported_at AND l.id > c.id)))) AS with_regions
FROM cycle c FORCE INDEX (cycle_reported) STRAIGHT_JOIN region r ON r.id = c.region_id
LEFT JOIN region p ON p.id = r.parent_id
WHERE c.state = 'reported'
ORDER BY c.reported_at DESC, c.id DESC LIMIT ? OFFSET ?;
