-- SPDX-License-Identifier: ISC
-- Where a public consultation is held, and where an opinion came from.
CREATE TABLE hearing_village (
    hearing_id INT UNSIGNED NOT NULL COMMENT 'the consultation',
    village_id INT UNSIGNED NOT NULL COMMENT 'a kelurahan or desa that it is for; none at all: the whole region',
    PRIMARY KEY (hearing_id, village_id),
    CONSTRAINT hearing_village_hearing_fk FOREIGN KEY (hearing_id) REFERENCES hearing (id),
    CONSTRAINT hearing_village_village_fk FOREIGN KEY (village_id) REFERENCES village (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Kelurahan that a public consultation is for';

ALTER TABLE opinion
    ADD COLUMN district_id INT UNSIGNED NULL COMMENT 'kecamatan of who wrote it, where that was said' AFTER hearing_id,
    ADD COLUMN village_id INT UNSIGNED NULL COMMENT 'kelurahan or desa in it, where that was said, too' AFTER district_id,
    ADD CONSTRAINT opinion_district_fk FOREIGN KEY (district_id) REFERENCES district (id),
    ADD CONSTRAINT opinion_village_fk FOREIGN KEY (village_id) REFERENCES village (id),
    ADD CONSTRAINT opinion_place CHECK (village_id IS NULL OR district_id IS NOT NULL);

-- Letters to people who have no account: they left an address when they said something.
ALTER TABLE mail
    MODIFY COLUMN account_id INT UNSIGNED NULL COMMENT 'to whom; the address is the account''s on the day of sending; absent: to a guest',
    ADD COLUMN guest_email VARCHAR(254) NULL COMMENT 'the address that a guest left; emptied when the letter is sent' AFTER account_id,
    ADD COLUMN guest_kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what a guest is told: templates/message/texts/KIND.txt' AFTER guest_email,
    ADD COLUMN guest_key INT UNSIGNED NULL COMMENT 'the number in the address that it leads to' AFTER guest_kind,
    ADD CONSTRAINT mail_guest CHECK ((account_id IS NULL) = (guest_kind IS NOT NULL));
