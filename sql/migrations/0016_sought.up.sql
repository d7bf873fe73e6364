-- SPDX-License-Identifier: ISC
-- The public front shows what was published last: by this key it reads what it shows, and not every
-- cycle that was ever reported.  What an administrator of everything looks for by a part of its name is
-- compared in a key alone, which costs less than half of doing it in the rows.

ALTER TABLE cycle
    ADD KEY cycle_reported (reported_at);

ALTER TABLE account
    ADD KEY account_sought (state, username, full_name, role);

ALTER TABLE agency
    ADD KEY agency_sought (active, region_id, name, short_name);
