-- SPDX-License-Identifier: ISC
-- What processes keep under the world's stamp: see frame/kept.h.

-- name: kept_agency
SELECT name FROM agency WHERE id = ?;

-- name: kept_person
SELECT full_name AS name FROM account WHERE id = ?;

-- name: kept_place
-- Where an account belongs.
SELECT r.name AS region_name, r.timezone, r.contact_name, r.contact_phone, r.contact_mail,
    g.name AS agency_name
FROM region r
LEFT JOIN agency g ON g.id = ?
WHERE r.id = ?;
