-- SPDX-License-Identifier: ISC
-- loses: which cycles may be filled in early: SELECT COUNT(*) FROM cycle WHERE early_filling <> 0;
ALTER TABLE cycle DROP COLUMN early_filling;
