-- SPDX-License-Identifier: ISC

-- name: health
-- How far the schema is (a migration that broke off does not count), and whether
-- anything can be stored at all: from the table of variables, since a statement that
-- is kept prepared goes on with the value that a variable had when it was prepared.
SELECT COALESCE(MAX(number), 0) AS level, VERSION() AS version,
    (SELECT variable_value <> 'OFF' FROM information_schema.global_variables
     WHERE variable_name = 'READ_ONLY') AS read_only
FROM migration WHERE finished_at IS NOT NULL;
