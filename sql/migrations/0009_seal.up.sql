-- SPDX-License-Identifier: ISC
-- Electronic signatures: whom a region trusts, and what was found in a signed form.
-- before: 29c6ffe2e47ae12c69b85033ce5b1f9f656709e2bbcbca3ab08f75b0cb256c04
-- (it stopped where forms signed electronically had been stored already)

CREATE TABLE authority (
    region_id INT UNSIGNED NOT NULL COMMENT 'the region that trusts them; those below it without a row of their own do too',
    pem MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'certificates and revocation lists, PEM blocks and nothing else',
    updated_at DATETIME(3) NOT NULL COMMENT 'when stored',
    updated_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (region_id),
    CONSTRAINT authority_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT authority_updated_fk FOREIGN KEY (updated_by) REFERENCES account (id),
    CONSTRAINT authority_pem CHECK (pem LIKE '-----BEGIN %')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Penyelenggara sertifikat elektronik that a region trusts';

ALTER TABLE signature
    ADD COLUMN verdict ENUM('valid', 'invalid', 'unknown') NULL COMMENT 'of an electronic signature; absent: ink',
    ADD COLUMN verdict_reason VARCHAR(30) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'code of seal/seal.h',
    ADD COLUMN checked_at DATETIME(3) NULL COMMENT 'when the electronic signature was last checked';
-- What came before there was anybody to trust is checked anew when there is.
UPDATE signature SET verdict = 'unknown', verdict_reason = 'no_authority', checked_at = created_at WHERE method = 'electronic';
ALTER TABLE signature
    ADD CONSTRAINT signature_verdict CHECK ((method = 'electronic') = (verdict IS NOT NULL)),
    ADD CONSTRAINT signature_checked CHECK ((verdict IS NULL) = (checked_at IS NULL));

CREATE TABLE seal (
    signature_id INT UNSIGNED NOT NULL COMMENT 'the signed form',
    position TINYINT UNSIGNED NOT NULL COMMENT 'from 1, in the order in which they were made',
    verdict ENUM('valid', 'invalid', 'unknown') NOT NULL COMMENT 'sah, tidak sah, tidak dapat diperiksa',
    reason VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'code of seal/seal.h',
    kind ENUM('signature', 'timestamp') NOT NULL COMMENT 'of a person, or a time token over the document',
    whole TINYINT NOT NULL COMMENT '1: covers the file to its end',
    signer VARCHAR(200) NOT NULL COMMENT 'common name in the certificate',
    organisation VARCHAR(200) NOT NULL COMMENT 'organisation in the certificate',
    issuer VARCHAR(200) NOT NULL COMMENT 'common name of who issued it',
    serial VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'number of the certificate, hexadecimal',
    signed_at DATETIME NULL COMMENT 'UTC; absent: not said',
    proved_time TINYINT NOT NULL COMMENT '1: signed_at is vouched for by a trusted time authority',
    PRIMARY KEY (signature_id, position),
    CONSTRAINT seal_signature_fk FOREIGN KEY (signature_id) REFERENCES signature (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Electronic signatures found in a signed form';
