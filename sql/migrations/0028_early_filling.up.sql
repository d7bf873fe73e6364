-- SPDX-License-Identifier: ISC
-- Agencies fill in from the first day of the filling step.  Cycles that are open already go on
-- as they were opened: their agencies could begin at once.
ALTER TABLE cycle
    ADD COLUMN early_filling TINYINT NOT NULL DEFAULT 0
        COMMENT '1: agencies may fill in before the filling step begins' AFTER province_tier;
UPDATE cycle SET early_filling = 1 WHERE state <> 'draft';
