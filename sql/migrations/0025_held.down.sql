-- SPDX-License-Identifier: ISC
-- Whoever verifies gets every file again, looked into or not.
ALTER TABLE revision
    DROP COLUMN taken_at,
    DROP COLUMN held;
