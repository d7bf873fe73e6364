-- SPDX-License-Identifier: ISC
-- loses: addresses of calendars, which would be made anew: SELECT COUNT(*) FROM account WHERE calendar_hash IS NOT NULL;
ALTER TABLE account DROP KEY account_calendar, DROP COLUMN calendar_hash;
