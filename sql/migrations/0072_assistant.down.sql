-- SPDX-License-Identifier: ISC
-- loses: accounts of the role assistant, which end: SELECT COUNT(*) FROM account WHERE role = 'assistant';
-- loses: consents of applications that an assistant entered: SELECT COUNT(*) FROM service_application WHERE consent_on IS NOT NULL;
-- Accounts of the role stay, since history names them, but nobody signs in with one any more.
ALTER TABLE service_application
    DROP CONSTRAINT service_application_consent,
    ADD KEY service_application_entered_fk (entered_by), -- as it was: the foreign key needs one
    DROP KEY service_application_assisted,
    DROP KEY service_application_sent,
    DROP COLUMN sent_mark,
    DROP COLUMN consent_on,
    DROP COLUMN consent_by,
    DROP COLUMN consent;
DELETE s FROM session s JOIN account a ON a.id = s.account_id WHERE a.role = 'assistant';
UPDATE account SET state = 'ended', ended_at = COALESCE(ended_at, UTC_TIMESTAMP(3)) WHERE role = 'assistant';
UPDATE account SET role = 'operator' WHERE role = 'assistant';
UPDATE history SET role = NULL WHERE role = 'assistant';
UPDATE event_log SET role = NULL WHERE role = 'assistant';
ALTER TABLE event_log
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader') NULL COMMENT 'as what';
ALTER TABLE history
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader') NULL
        COMMENT 'as what; absent: the operator''s command, and rows of before it was kept';
ALTER TABLE account
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader') NOT NULL COMMENT 'rights, table of roles',
    DROP CONSTRAINT account_scope;
ALTER TABLE account ADD CONSTRAINT account_scope CHECK (
    (role IN ('operator', 'head') AND agency_id IS NOT NULL AND region_id IS NOT NULL) OR
    (role IN ('verifier', 'validator', 'auditor', 'leader') AND region_id IS NOT NULL) OR
    role = 'admin');
