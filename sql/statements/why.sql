-- SPDX-License-Identifier: ISC

-- name: why_moves
-- How one assessment came to its levels, the oldest first: its states, and where the
-- caller says so the levels of the agency, of the city and of the province, which are
-- not told before they have finished.
SELECT h.at, h.subject, COALESCE(h.variable_number, 0) AS variable_number, h.from_value, h.to_value, h.role
FROM history h
WHERE h.assessment_id = ?
    AND (h.subject = 'state' OR (? = 1 AND h.subject = 'self_level')
        OR (? = 1 AND h.subject = 'city_level') OR (? = 1 AND h.subject = 'province_level'))
ORDER BY h.id LIMIT ?;
