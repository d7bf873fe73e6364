-- SPDX-License-Identifier: ISC
-- What counts under a criterion is said where it is asked for; a first tour; and what changed since the last visit.
ALTER TABLE checklist_item
    ADD COLUMN counts VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what counts as this document: local practice; empty: nothing is said',
    ADD COLUMN counts_not VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what does not count, the same',
    ADD COLUMN example VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'an example, the same';

ALTER TABLE account
    ADD COLUMN tour TINYINT NOT NULL DEFAULT 0
        COMMENT 'stop of the first tour that is shown, from 1; below 0: stopped there; 0: never begun, or done' AFTER serves,
    ADD COLUMN visited_at DATETIME(3) NULL COMMENT 'the sign-in before the last one: what changed since is shown' AFTER signed_in_at;
