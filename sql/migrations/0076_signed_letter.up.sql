-- SPDX-License-Identifier: ISC
-- A letter of a service comes back signed as a form does: the same row holds either, and what is known of its file. Whoever
-- applied is told by mail, where he left an address, before his letter ends; so are the people of the agency, once.
ALTER TABLE signature
    MODIFY issued_id INT UNSIGNED NULL COMMENT 'the form that was signed; absent: a letter of a service',
    ADD COLUMN letter_id INT UNSIGNED NULL COMMENT 'the letter of a service that was signed; absent: a form' AFTER issued_id,
    ADD KEY signature_letter (letter_id),
    ADD CONSTRAINT signature_letter_fk FOREIGN KEY (letter_id) REFERENCES service_letter (id),
    ADD CONSTRAINT signature_of_one CHECK ((issued_id IS NULL) <> (letter_id IS NULL));
ALTER TABLE issued_file
    MODIFY issued_id INT UNSIGNED NULL COMMENT 'the paper that it shows; absent: a letter of a service',
    ADD COLUMN letter_id INT UNSIGNED NULL COMMENT 'the letter of a service that it shows; absent: a paper' AFTER issued_id,
    ADD KEY issued_file_letter (letter_id),
    ADD CONSTRAINT issued_file_letter_fk FOREIGN KEY (letter_id) REFERENCES service_letter (id),
    ADD CONSTRAINT issued_file_of_one CHECK ((issued_id IS NULL) <> (letter_id IS NULL));
ALTER TABLE service_version
    ADD COLUMN remind_days TINYINT UNSIGNED NOT NULL DEFAULT 14
        COMMENT 'so many working days before a letter ends whoever holds it is reminded; 0: nobody is' AFTER valid_months;
ALTER TABLE service_application
    ADD COLUMN email VARCHAR(254) NOT NULL DEFAULT '' COMMENT 'where the applicant is written to, where he left an address' AFTER phone;
ALTER TABLE service_letter
    ADD COLUMN reminded_at DATETIME(3) NULL COMMENT 'when people were told that it ends; absent: not yet',
    ADD KEY service_letter_ending (ended, reminded_at, valid_until),
    ADD KEY service_letter_agency_until (agency_id, ended, valid_until);
