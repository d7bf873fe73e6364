-- SPDX-License-Identifier: ISC
-- The variables of an agency divided among its people.

-- name: duty_list
-- Who works on what; who has left does so no more.
SELECT d.variable_number, d.account_id, a.full_name
FROM variable_duty d
JOIN account a ON a.id = d.account_id AND a.state = 'active'
WHERE d.agency_id = ?;

-- name: duty_people
-- The people of an agency: who belongs to it, and who serves it beside another one.
SELECT a.id, a.full_name, a.role FROM account a
WHERE a.agency_id = ? AND a.state = 'active' AND a.role IN ('operator', 'head')
UNION
SELECT a.id, a.full_name, m.role FROM membership m
JOIN account a ON a.id = m.account_id AND a.state = 'active'
WHERE m.agency_id = ?
ORDER BY full_name, id;

-- name: duty_held
-- The same under a lock of the agency, so that of two who divide the work at once the
-- second one sees what the first has said.
SELECT d.variable_number, d.account_id, a.full_name
FROM agency g
LEFT JOIN variable_duty d ON d.agency_id = g.id
LEFT JOIN account a ON a.id = d.account_id
WHERE g.id = ? FOR UPDATE;

-- name: duty_put
-- raises: world
INSERT INTO variable_duty (agency_id, variable_number, account_id, assigned_at, assigned_by)
VALUES (?, ?, ?, UTC_TIMESTAMP(3), ?)
ON DUPLICATE KEY UPDATE account_id = VALUES(account_id), assigned_at = VALUES(assigned_at),
    assigned_by = VALUES(assigned_by);

-- name: duty_remove
-- raises: world
DELETE FROM variable_duty WHERE agency_id = ? AND variable_number = ?;

-- name: duty_leave
-- raises: world
-- Of whoever leaves one agency.
DELETE FROM variable_duty WHERE account_id = ? AND agency_id = ?;

-- name: duty_end
-- raises: world
-- Of whoever leaves altogether.
DELETE FROM variable_duty WHERE account_id = ?;

-- name: duty_pass
-- raises: world
-- To the successor in the same agency.
UPDATE variable_duty SET account_id = ? WHERE account_id = ? AND agency_id = ?;
