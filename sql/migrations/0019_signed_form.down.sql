-- SPDX-License-Identifier: ISC
ALTER TABLE pdf_signature
    DROP COLUMN stamp,
    DROP COLUMN nip;
ALTER TABLE signature
    DROP COLUMN accepted_reason,
    DROP COLUMN named_code,
    DROP COLUMN named;
