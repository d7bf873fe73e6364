-- SPDX-License-Identifier: ISC
-- What is known of a signed form when it comes in: whether it is that form at all, who signed it,
-- and why the team took it all the same.

ALTER TABLE signature
    ADD COLUMN named ENUM('unread', 'none', 'other', 'text', 'qr', 'file') NOT NULL DEFAULT 'unread'
        COMMENT 'how the file names the form: not at all, as another paper, by its text, by its QR code, or by being its very file, signed; unread: nobody could look',
    ADD COLUMN named_code VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
        COMMENT 'other: the code that was found instead',
    ADD COLUMN accepted_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why the team took it though something spoke against it';

ALTER TABLE pdf_signature
    ADD COLUMN nip VARCHAR(18) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'civil servant number in the certificate' AFTER serial,
    ADD COLUMN stamp ENUM('none', 'proved', 'stranger', 'wrong') NOT NULL DEFAULT 'none'
        COMMENT 'time token: none, trusted, of an authority that is not trusted, about something else';
UPDATE pdf_signature SET stamp = 'proved' WHERE proved_time = 1;
