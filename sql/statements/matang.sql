-- SPDX-License-Identifier: ISC
-- The operator's command, and the import of an instrument.

-- name: import_instrument
INSERT INTO instrument (name, basis, state, created_at, published_at)
VALUES (?, ?, IF(?, 'published', 'draft'), UTC_TIMESTAMP(3),
    IF(?, UTC_TIMESTAMP(3), NULL));

-- name: import_variable
INSERT INTO variable (instrument_id, number, name) VALUES (?, ?, ?);

-- name: import_level
INSERT INTO level (variable_id, number, indicator, guidance)
VALUES (?, ?, ?, ?);

-- name: import_item
INSERT INTO checklist_item (level_id, position, title, compulsory)
VALUES (?, ?, ?, ?);

-- name: import_category
INSERT INTO category (instrument_id, level, name, min_tenths, max_tenths)
VALUES (?, ?, ?, ?, ?);

-- name: import_instrument_id
SELECT id FROM instrument WHERE name = ?;

-- name: import_holiday
-- A day that the administrator has already is left as it stands.
INSERT INTO holiday (day, kind, name)
SELECT ?, ?, ? FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM holiday WHERE day = ?);
