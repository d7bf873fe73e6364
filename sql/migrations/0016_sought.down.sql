-- SPDX-License-Identifier: ISC
ALTER TABLE agency
    DROP KEY agency_sought;

ALTER TABLE account
    DROP KEY account_sought;

ALTER TABLE cycle
    DROP KEY cycle_reported;
