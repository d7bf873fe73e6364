-- SPDX-License-Identifier: ISC
-- Where a form led that is sent again: see frame/once.h.
ALTER TABLE change_mark
    MODIFY id BINARY(16) NOT NULL COMMENT 'random, made for one change; or of a form, of what was sent',
    ADD COLUMN place VARCHAR(500) NULL COMMENT 'of a form: where it led, empty for a page; not answered yet: NULL',
    COMMENT='in a cluster a row for each change, and one for each form that makes something; swept after a day';
