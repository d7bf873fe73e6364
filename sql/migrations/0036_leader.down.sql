-- SPDX-License-Identifier: ISC
-- loses: accounts of the role leader, which end: SELECT COUNT(*) FROM account WHERE role = 'leader';
-- Accounts of the role stay, since history names them, but nobody signs in with one any more: they are
-- ended, as the role that read the most.
DELETE s FROM session s JOIN account a ON a.id = s.account_id WHERE a.role = 'leader';
UPDATE account SET state = 'ended', ended_at = COALESCE(ended_at, UTC_TIMESTAMP(3)) WHERE role = 'leader';
UPDATE account SET role = 'auditor' WHERE role = 'leader';
UPDATE history SET role = NULL WHERE role = 'leader';
UPDATE event_log SET role = NULL WHERE role = 'leader';
ALTER TABLE event_log
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NULL COMMENT 'as what';
ALTER TABLE history
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NULL
        COMMENT 'as what; absent: the operator''s command, and rows of before it was kept';
ALTER TABLE account
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NOT NULL COMMENT 'rights, table of roles',
    DROP CONSTRAINT account_scope;
ALTER TABLE account ADD CONSTRAINT account_scope CHECK (
    (role IN ('operator', 'head') AND agency_id IS NOT NULL AND region_id IS NOT NULL) OR
    (role IN ('verifier', 'validator', 'auditor') AND region_id IS NOT NULL) OR
    role = 'admin');
