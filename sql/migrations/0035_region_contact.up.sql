-- SPDX-License-Identifier: ISC
-- Whom people ask who cannot go on: shown where a page says that the administrator is to be asked.
ALTER TABLE region
    ADD COLUMN contact_name VARCHAR(120) NOT NULL DEFAULT ''
        COMMENT 'who is to be asked, a person or a desk; shown to everybody, empty: nobody is named' AFTER complaint_channel,
    ADD COLUMN contact_phone VARCHAR(40) NOT NULL DEFAULT ''
        COMMENT 'telephone or WhatsApp of the contact, as people write it' AFTER contact_name,
    ADD COLUMN contact_mail VARCHAR(160) NOT NULL DEFAULT ''
        COMMENT 'mail address of the contact' AFTER contact_phone;
