-- SPDX-License-Identifier: ISC
-- Field assistants enter applications of people who have no phone: a role of an agency, the person's consent kept with the
-- application, and the form that it came by, so that one that is sent again after a line broke is the same one.
ALTER TABLE account
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant') NOT NULL COMMENT 'rights, table of roles',
    DROP CONSTRAINT account_scope;
ALTER TABLE account ADD CONSTRAINT account_scope CHECK (
    (role IN ('operator', 'head', 'assistant') AND agency_id IS NOT NULL AND region_id IS NOT NULL) OR
    (role IN ('verifier', 'validator', 'auditor', 'leader') AND region_id IS NOT NULL) OR
    role = 'admin');
ALTER TABLE history
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant') NULL
        COMMENT 'as what; absent: the operator''s command, and rows of before it was kept';
ALTER TABLE event_log
    MODIFY role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant') NULL COMMENT 'as what';

ALTER TABLE service_application
    ADD COLUMN consent VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what the person agreed to, in the words of the form; empty: he came or wrote himself',
    ADD COLUMN consent_by VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'who agreed',
    ADD COLUMN consent_on DATE NULL COMMENT 'on which day',
    ADD COLUMN sent_mark BINARY(32) NULL COMMENT 'SHA-256 of the form of an assistant that it came by: that form again is not another one',
    ADD UNIQUE KEY service_application_sent (sent_mark),
    ADD KEY service_application_assisted (entered_by, channel, id),
    DROP KEY IF EXISTS service_application_entered_fk,
    ADD CONSTRAINT service_application_consent CHECK (consent_on IS NULL OR channel = 'assistant');
