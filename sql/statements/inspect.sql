-- SPDX-License-Identifier: ISC
-- The background looks at what came in unseen: cgi-bin/matang/job_inspect.c.
-- A row is claimed for a while, so that two runs at once, on one host or on
-- two, share the work; the claim of a run that was killed lapses.

-- name: inspect_waiting
SELECT r.id, r.document_id, d.agency_id, r.stored_name, r.type
FROM revision r
JOIN document d ON d.id = r.document_id
WHERE r.inspected_at IS NULL
    AND (r.inspect_after IS NULL OR r.inspect_after <= UTC_TIMESTAMP(3))
ORDER BY r.inspect_after, r.id LIMIT 20;

-- name: inspect_claim
-- Each try waits longer than the one before, up to a month: whatever becomes
-- of this one, the next is not before that.
UPDATE revision SET inspect_tries = LEAST(inspect_tries + 1, 26),
    inspect_after = UTC_TIMESTAMP(3) + INTERVAL inspect_tries *
        inspect_tries HOUR
WHERE id = ? AND inspected_at IS NULL
    AND (inspect_after IS NULL OR inspect_after <= UTC_TIMESTAMP(3));

-- name: inspect_hold
-- raises: agency
-- At this file it broke off, with more time than while somebody waited.
UPDATE revision SET held = 'broke'
WHERE id = ? AND inspected_at IS NULL AND held <> 'broke';

-- name: inspect_keep
-- raises: agency
UPDATE revision SET pages = ?, signatures = ?, findings = ?,
    inspected_at = UTC_TIMESTAMP(3), inspect_after = NULL
WHERE id = ? AND inspected_at IS NULL;
