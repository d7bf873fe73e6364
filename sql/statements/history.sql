-- SPDX-License-Identifier: ISC

-- name: history_add
-- As what somebody did it is what the account was at that moment, or as what the
-- session was at a further agency.
INSERT INTO history (at, account_id, role, address, region_id, agency_id, assessment_id,
    variable_number, subject, subject_id, from_value, to_value, reason)
VALUES (UTC_TIMESTAMP(3), ?, COALESCE(?, (SELECT a.role FROM account a WHERE a.id = ?)), ?, ?, ?, ?,
    ?, ?, ?, ?, ?, ?);
