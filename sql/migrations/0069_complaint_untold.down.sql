-- SPDX-License-Identifier: ISC
-- loses: of which complaints nobody was told yet (they stay in the list): SELECT COUNT(*) FROM complaint WHERE untold = 1;
ALTER TABLE complaint DROP CONSTRAINT complaint_untold, DROP KEY complaint_untold, DROP COLUMN untold;
