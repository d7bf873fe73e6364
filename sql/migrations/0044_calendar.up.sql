-- SPDX-License-Identifier: ISC
-- Each person's deadlines at an address that a calendar asks by itself.
ALTER TABLE account
    ADD COLUMN calendar_hash BINARY(32) NULL
        COMMENT 'SHA-256 of the secret in the address of this person''s calendar; absent: none was made' AFTER leads,
    ADD UNIQUE KEY account_calendar (calendar_hash);
