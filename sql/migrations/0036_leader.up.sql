-- SPDX-License-Identifier: ISC
-- The regional secretary and the head of the region read figures and papers of their region.
ALTER TABLE account
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader') NOT NULL COMMENT 'rights, table of roles',
    DROP CONSTRAINT account_scope;
ALTER TABLE account ADD CONSTRAINT account_scope CHECK (
    (role IN ('operator', 'head') AND agency_id IS NOT NULL AND region_id IS NOT NULL) OR
    (role IN ('verifier', 'validator', 'auditor', 'leader') AND region_id IS NOT NULL) OR
    role = 'admin');
ALTER TABLE history
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader') NULL
        COMMENT 'as what; absent: the operator''s command, and rows of before it was kept';
ALTER TABLE event_log
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader') NULL COMMENT 'as what';
