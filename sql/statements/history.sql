-- SPDX-License-Identifier: ISC

-- name: history_add
INSERT INTO history (at, account_id, region_id, agency_id, assessment_id,
    variable_number, subject, subject_id, from_value, to_value, reason)
VALUES (UTC_TIMESTAMP(3), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
