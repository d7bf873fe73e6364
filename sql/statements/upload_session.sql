-- SPDX-License-Identifier: ISC

-- name: upload_session_find
-- Of the caller alone; another's is not there.
SELECT id, bytes, metadata, stored_name, ended, reason, document_id,
    TIMESTAMPDIFF(SECOND, '1970-01-01', expires_at) AS expires,
    expires_at <= UTC_TIMESTAMP(3) AS expired
FROM upload_session
WHERE id = ? AND account_id = ? AND agency_id = ?;

-- name: upload_session_living
-- What is still to come from an agency, all in all.
SELECT COUNT(*) AS count, COALESCE(SUM(bytes), 0) AS bytes
FROM upload_session
WHERE agency_id = ? AND ended IS NULL AND expires_at > UTC_TIMESTAMP(3);

-- name: upload_session_create
-- The last value: hours until it is given up.
INSERT INTO upload_session (account_id, agency_id, bytes, metadata, stored_name,
    created_at, expires_at)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? HOUR);

-- name: upload_session_extend
-- It goes on: a new time, written once an hour at most.  Values: hours twice.
UPDATE upload_session SET expires_at = UTC_TIMESTAMP(3) + INTERVAL ? HOUR
WHERE id = ? AND ended IS NULL
    AND expires_at < UTC_TIMESTAMP(3) + INTERVAL ? HOUR - INTERVAL 1 HOUR;

-- name: upload_session_keep
-- With the document that it became, in the same transaction: only once.
UPDATE upload_session SET ended = 'kept', ended_at = UTC_TIMESTAMP(3),
    document_id = ?
WHERE id = ? AND ended IS NULL;

-- name: upload_session_end
UPDATE upload_session SET ended = ?, ended_at = UTC_TIMESTAMP(3), reason = ?
WHERE id = ? AND ended IS NULL;

-- name: upload_session_alive
-- For the operator's check: what is still arriving, page by page.
SELECT id, stored_name, bytes
FROM upload_session
WHERE ended IS NULL AND expires_at > UTC_TIMESTAMP(3) AND id > ?
ORDER BY id
LIMIT 100;

-- name: upload_session_overdue
-- What the background run gives up, page by page.
SELECT id, stored_name, bytes
FROM upload_session
WHERE ended IS NULL AND expires_at <= UTC_TIMESTAMP(3) AND id > ?
ORDER BY id
LIMIT 100;

-- name: upload_session_expire
-- Whoever went on in this moment has won.
UPDATE upload_session SET ended = 'expired', ended_at = UTC_TIMESTAMP(3)
WHERE id = ? AND ended IS NULL AND expires_at <= UTC_TIMESTAMP(3);
