-- SPDX-License-Identifier: ISC
-- How a region lays out its letters, and who signs them: regions differ, so each sets its own.
-- What stands there already keeps what its papers look like.
ALTER TABLE letterhead
    ADD COLUMN signatory_for VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'in whose name the team''s papers are signed (a.n.); empty: in one''s own' AFTER contact,
    ADD COLUMN signatory_under VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'office below signatory_title that signs for it (u.b.); empty: that one itself' AFTER signatory_title,
    ADD COLUMN letter_for VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of letters: in whose name (a.n.)' AFTER signatory_nip,
    ADD COLUMN letter_title VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of letters: office of who signs; empty with letter_name: who signs for the team' AFTER letter_for,
    ADD COLUMN letter_under VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of letters: office that signs for that one (u.b.)' AFTER letter_title,
    ADD COLUMN letter_name VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'of letters: name as printed' AFTER letter_under,
    ADD COLUMN letter_rank VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'of letters: rank (pangkat) as printed' AFTER letter_name,
    ADD COLUMN letter_nip VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'of letters: civil servant number as printed' AFTER letter_rank,
    ADD COLUMN letter_nature VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'Sifat of letters; empty: Penting' AFTER letter_nip,
    ADD COLUMN letter_opening VARCHAR(1500) NOT NULL DEFAULT '' COMMENT 'first paragraph of the notification; {dasar} {tahun} {daerah}; empty: the usual words' AFTER letter_nature,
    ADD COLUMN letter_closing VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'last paragraph of the notification; empty: the usual words' AFTER letter_opening,
    ADD COLUMN letter_copies VARCHAR(1500) NOT NULL DEFAULT '' COMMENT 'Tembusan, one a line; empty: none' AFTER letter_closing,
    ADD COLUMN recipient_right TINYINT NOT NULL DEFAULT 0 COMMENT '1: whom a letter goes to stands to the right below the date; 0: to the left' AFTER letter_copies,
    ADD COLUMN serif TINYINT NOT NULL DEFAULT 0 COMMENT '1: letters with serifs (as Times New Roman), 0: without (as Arial)' AFTER folio,
    ADD COLUMN large TINYINT NOT NULL DEFAULT 0 COMMENT '1: texts of 12 points, 0: of 11' AFTER serif,
    ADD COLUMN margin_top TINYINT UNSIGNED NOT NULL DEFAULT 16 COMMENT 'of what is filled on a page, in millimetres' AFTER large,
    ADD COLUMN margin_right TINYINT UNSIGNED NOT NULL DEFAULT 18 COMMENT 'in millimetres' AFTER margin_top,
    ADD COLUMN margin_bottom TINYINT UNSIGNED NOT NULL DEFAULT 20 COMMENT 'in millimetres; the foot with its QR code stands below it' AFTER margin_right,
    ADD COLUMN margin_left TINYINT UNSIGNED NOT NULL DEFAULT 22 COMMENT 'in millimetres' AFTER margin_bottom;
