-- SPDX-License-Identifier: ISC
-- The numbers under which processes keep what they have read: see store/db.h.

-- name: stamp_raise_world
-- Never a number that was there before, not even after an older dump was
-- loaded: at least the microseconds that have passed since 2020.
UPDATE world_stamp SET number = GREATEST(number + 1,
    TIMESTAMPDIFF(MICROSECOND, '2020-01-01', UTC_TIMESTAMP(6)))
WHERE id = ?;

-- name: stamp_raise_agency
INSERT INTO agency_stamp (agency_id, number)
VALUES (?, TIMESTAMPDIFF(MICROSECOND, '2020-01-01', UTC_TIMESTAMP(6)))
ON DUPLICATE KEY UPDATE number = GREATEST(number + 1, VALUES(number));

-- name: stamp_world
-- For requests of nobody who is signed in: the others learn it with their session.
SELECT number FROM world_stamp WHERE id = ?;
