-- SPDX-License-Identifier: ISC
-- Secrets of second factors, sealed by a key of the host's; those of before are sealed when they are
-- used. Recovery codes take as long to try as passwords do.
ALTER TABLE account
    MODIFY totp_secret VARBINARY(80) NULL COMMENT 'second factor, RFC 6238, sealed (base/sealed.h) or as it is; absent: none';
ALTER TABLE recovery_code
    MODIFY code_hash BINARY(32) NOT NULL COMMENT 'Argon2id of the code and the salt; the code is shown once',
    ADD COLUMN salt VARBINARY(16) NOT NULL DEFAULT '' COMMENT 'the same of all codes of an account; empty: made before, code_hash is SHA-256';
