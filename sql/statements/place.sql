-- SPDX-License-Identifier: ISC
-- Kecamatan and kelurahan: cgi-bin/lib/guest/place.c, cgi-bin/cycle/places.c.

-- name: place_offered
-- What can be chosen, by kecamatan; one without kelurahan has a row.
SELECT d.id AS district_id, d.name AS district, v.id AS village_id, v.name AS village
FROM district d
LEFT JOIN village v ON v.district_id = d.id AND v.active = 1
WHERE d.region_id = ? AND d.active = 1
ORDER BY d.name, d.id, v.name;

-- name: place_list
-- All of a region for its administrator, also what is not offered any more.
SELECT d.id AS district_id, d.name AS district, d.active AS district_active, v.id AS village_id,
    v.name AS village, v.active AS village_active
FROM district d
LEFT JOIN village v ON v.district_id = d.id
WHERE d.region_id = ?
ORDER BY d.name, d.id, v.name;

-- name: place_district_put
-- raises: world
INSERT INTO district (region_id, name) VALUES (?, ?)
ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), active = 1;

-- name: place_village_put
-- raises: world
INSERT INTO village (district_id, name) VALUES (?, ?)
ON DUPLICATE KEY UPDATE active = 1;

-- name: place_district_offer
-- raises: world
UPDATE district SET active = ? WHERE id = ? AND region_id = ?;

-- name: place_village_offer
-- raises: world
UPDATE village v JOIN district d ON d.id = v.district_id SET v.active = ?
WHERE v.id = ? AND d.region_id = ?;
