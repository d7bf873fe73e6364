-- SPDX-License-Identifier: ISC
-- loses nothing
ALTER TABLE agency
    DROP KEY agency_sought;

ALTER TABLE account
    DROP KEY account_sought;

ALTER TABLE cycle
    DROP KEY cycle_reported;
