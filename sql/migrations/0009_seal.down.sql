-- SPDX-License-Identifier: ISC
-- loses: verdicts on electronic signatures: SELECT (SELECT COUNT(*) FROM seal) + (SELECT COUNT(*) FROM signature WHERE verdict IS NOT NULL);
-- loses: the certificate authorities that regions trust: SELECT COUNT(*) FROM authority;
DROP TABLE seal;
ALTER TABLE signature
    DROP CONSTRAINT signature_checked,
    DROP CONSTRAINT signature_verdict,
    DROP COLUMN checked_at,
    DROP COLUMN verdict_reason,
    DROP COLUMN verdict;
DROP TABLE authority;
