-- SPDX-License-Identifier: ISC
-- Where an office is written to: not the head's own address, which changes with the head.
ALTER TABLE agency
    ADD COLUMN email VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'official address for mail of the office' AFTER head_nip;
