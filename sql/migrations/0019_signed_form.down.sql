-- SPDX-License-Identifier: ISC
-- loses: why a signed form was taken all the same, and how it names itself: SELECT COUNT(*) FROM signature WHERE accepted_reason <> '' OR named <> 'unread';
-- loses: numbers of officials and time stamps in certificates: SELECT COUNT(*) FROM pdf_signature WHERE nip <> '' OR stamp <> 'none';
ALTER TABLE pdf_signature
    DROP COLUMN stamp,
    DROP COLUMN nip;
ALTER TABLE signature
    DROP COLUMN accepted_reason,
    DROP COLUMN named_code,
    DROP COLUMN named;
