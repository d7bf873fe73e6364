-- SPDX-License-Identifier: ISC
-- loses: second factors and recovery codes that are sealed: SELECT (SELECT COUNT(*) FROM account WHERE LENGTH(totp_secret) > 32) + (SELECT COUNT(*) FROM recovery_code WHERE salt <> '');
-- What is sealed, or was hashed with a salt, cannot be used without it: it is set up anew.
DELETE FROM recovery_code WHERE salt <> '';
UPDATE account SET totp_secret = NULL, totp_confirmed = 0, totp_last_step = 0 WHERE LENGTH(totp_secret) > 32;
ALTER TABLE recovery_code
    DROP COLUMN salt,
    MODIFY code_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the code; the code is shown once';
ALTER TABLE account
    MODIFY totp_secret VARBINARY(32) NULL COMMENT 'second factor, RFC 6238; absent: none';
