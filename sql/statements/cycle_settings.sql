-- SPDX-License-Identifier: ISC

-- name: setting_lock
SELECT version FROM setting WHERE name = CONVERT(? USING ascii) FOR UPDATE;

-- name: setting_history
SELECT h.at, h.from_value, h.to_value, h.reason, a.full_name AS who
FROM history h
LEFT JOIN account a ON a.id = h.account_id
WHERE h.subject = 'setting'
ORDER BY h.id DESC
LIMIT 50;
