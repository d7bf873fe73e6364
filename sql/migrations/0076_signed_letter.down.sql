-- SPDX-License-Identifier: ISC
-- loses: signed copies of letters of services, whose files go with the sweep: SELECT COUNT(*) FROM signature WHERE letter_id IS NOT NULL;
-- loses: addresses that applicants left: SELECT COUNT(*) FROM service_application WHERE email <> '';
-- loses: who was reminded of the end of a letter: SELECT COUNT(*) FROM service_letter WHERE reminded_at IS NOT NULL;
-- loses: when a service reminds: SELECT COUNT(*) FROM service_version WHERE remind_days <> 14;
ALTER TABLE service_letter
    DROP KEY service_letter_agency_until,
    DROP KEY service_letter_ending,
    DROP COLUMN reminded_at;
ALTER TABLE service_application DROP COLUMN email;
ALTER TABLE service_version DROP COLUMN remind_days;
DELETE FROM issued_file WHERE letter_id IS NOT NULL;
ALTER TABLE issued_file
    DROP CONSTRAINT issued_file_of_one,
    DROP CONSTRAINT issued_file_letter_fk,
    DROP KEY issued_file_letter,
    DROP COLUMN letter_id,
    MODIFY issued_id INT UNSIGNED NOT NULL COMMENT 'the paper';
DELETE p FROM pdf_signature p JOIN signature s ON s.id = p.signature_id WHERE s.letter_id IS NOT NULL;
DELETE FROM signature WHERE letter_id IS NOT NULL;
ALTER TABLE signature
    DROP CONSTRAINT signature_of_one,
    DROP CONSTRAINT signature_letter_fk,
    DROP KEY signature_letter,
    DROP COLUMN letter_id,
    MODIFY issued_id INT UNSIGNED NOT NULL COMMENT 'the form that was signed';
