-- SPDX-License-Identifier: ISC
ALTER TABLE cycle
    DROP KEY cycle_reported;
