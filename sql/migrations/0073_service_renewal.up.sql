-- SPDX-License-Identifier: ISC
-- An application may renew a letter whose validity ends: which one is kept with it, so that its officer sees both, the
-- new letter names the old number, and whoever checks the old one reads of the new.
ALTER TABLE service_application
    ADD COLUMN renews_letter_id INT UNSIGNED NULL COMMENT 'the letter that it renews, as it stands now where that was replaced; absent: none',
    ADD CONSTRAINT service_application_renews_fk FOREIGN KEY (renews_letter_id) REFERENCES service_letter (id);
