-- SPDX-License-Identifier: ISC
-- loses nothing
ALTER TABLE account DROP COLUMN mail_next;
