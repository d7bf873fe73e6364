-- SPDX-License-Identifier: ISC
-- loses: official e-mail addresses of agencies: SELECT COUNT(*) FROM agency WHERE email <> '';
ALTER TABLE agency DROP COLUMN email;
