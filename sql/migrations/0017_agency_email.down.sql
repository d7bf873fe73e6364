-- SPDX-License-Identifier: ISC
ALTER TABLE agency DROP COLUMN email;
