-- SPDX-License-Identifier: ISC
-- loses: where public consultations are held and opinions come from, and letters to guests: SELECT (SELECT COUNT(*) FROM hearing_village) + (SELECT COUNT(*) FROM opinion WHERE district_id IS NOT NULL) + (SELECT COUNT(*) FROM mail WHERE account_id IS NULL);
DELETE FROM mail WHERE account_id IS NULL;
ALTER TABLE mail
    DROP CONSTRAINT mail_guest,
    DROP COLUMN guest_key,
    DROP COLUMN guest_kind,
    DROP COLUMN guest_email,
    MODIFY COLUMN account_id INT UNSIGNED NOT NULL COMMENT 'to whom; the address is the account''s on the day of sending';
ALTER TABLE opinion
    DROP CONSTRAINT opinion_place,
    DROP FOREIGN KEY opinion_village_fk,
    DROP FOREIGN KEY opinion_district_fk,
    DROP COLUMN village_id,
    DROP COLUMN district_id;
DROP TABLE hearing_village;
