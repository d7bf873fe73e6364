-- SPDX-License-Identifier: ISC
-- The public front shows what was published last: by this key it reads what it shows, and not every
-- cycle that was ever reported.

ALTER TABLE cycle
    ADD KEY cycle_reported (reported_at);
