-- SPDX-License-Identifier: ISC
-- Names, labels and what a setting is where nobody chose stand in one table of
-- the program (store/setting.h); a row here overrides a value, and is optional.
ALTER TABLE setting DROP COLUMN label;
