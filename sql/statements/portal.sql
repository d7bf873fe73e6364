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
