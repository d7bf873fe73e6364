-- SPDX-License-Identifier: ISC
-- One word for one thing, here as in the programs: tables, columns, keys and rules by the names of
-- their field.  No row is lost; what history has written stays in the words of its day.
--
-- A rule or foreign key cannot be renamed: it is dropped and made again in the same ALTER.

ALTER TABLE link RENAME TO evidence_link;
ALTER TABLE evidence_link
    DROP FOREIGN KEY link_assessment_fk,
    DROP FOREIGN KEY link_city_revision_fk,
    DROP FOREIGN KEY link_created_fk,
    DROP FOREIGN KEY link_document_fk,
    DROP FOREIGN KEY link_item_fk,
    DROP FOREIGN KEY link_province_revision_fk,
    DROP CONSTRAINT link_city_reason,
    DROP CONSTRAINT link_province_reason,
    RENAME INDEX link_once TO evidence_link_once,
    RENAME INDEX link_document TO evidence_link_document,
    RENAME INDEX link_item TO evidence_link_item,
    RENAME INDEX link_city_revision_fk TO evidence_link_city_revision_fk,
    RENAME INDEX link_province_revision_fk TO evidence_link_province_revision_fk,
    RENAME INDEX link_created_fk TO evidence_link_created_fk,
    ADD CONSTRAINT evidence_link_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT evidence_link_city_revision_fk FOREIGN KEY (city_revision_id) REFERENCES revision (id),
    ADD CONSTRAINT evidence_link_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    ADD CONSTRAINT evidence_link_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    ADD CONSTRAINT evidence_link_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    ADD CONSTRAINT evidence_link_province_revision_fk FOREIGN KEY (province_revision_id) REFERENCES revision (id),
    ADD CONSTRAINT evidence_link_city_reason CHECK (city_decision IS NULL OR city_decision = 'accepted' OR city_reason <> ''),
    ADD CONSTRAINT evidence_link_province_reason CHECK (province_decision IS NULL OR province_decision = 'accepted' OR province_reason <> '');

ALTER TABLE promise RENAME TO pending_evidence;
ALTER TABLE pending_evidence
    DROP FOREIGN KEY promise_assessment_fk,
    DROP FOREIGN KEY promise_created_fk,
    DROP FOREIGN KEY promise_item_fk,
    DROP FOREIGN KEY promise_link_fk,
    DROP CONSTRAINT promise_kept,
    DROP CONSTRAINT promise_reminded,
    RENAME INDEX promise_assessment TO pending_assessment,
    RENAME INDEX promise_due TO pending_due,
    RENAME INDEX promise_item TO pending_item,
    RENAME INDEX promise_link TO pending_link,
    RENAME INDEX promise_created_fk TO pending_created_fk,
    ADD CONSTRAINT pending_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT pending_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    ADD CONSTRAINT pending_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    ADD CONSTRAINT pending_link_fk FOREIGN KEY (link_id) REFERENCES evidence_link (id),
    ADD CONSTRAINT pending_kept CHECK ((state = 'kept') = (link_id IS NOT NULL)),
    ADD CONSTRAINT pending_reminded CHECK ((reminder = 'none') = (reminded_at IS NULL));

ALTER TABLE arrival RENAME TO upload_session;
ALTER TABLE upload_session
    DROP FOREIGN KEY arrival_account_fk,
    DROP FOREIGN KEY arrival_agency_fk,
    DROP FOREIGN KEY arrival_document_fk,
    DROP CONSTRAINT arrival_bytes,
    DROP CONSTRAINT arrival_ended,
    DROP CONSTRAINT arrival_kept,
    RENAME INDEX arrival_stored TO upload_session_stored,
    RENAME INDEX arrival_agency TO upload_session_agency,
    RENAME INDEX arrival_expiry TO upload_session_expiry,
    RENAME INDEX arrival_account_fk TO upload_session_account_fk,
    RENAME INDEX arrival_document_fk TO upload_session_document_fk,
    ADD CONSTRAINT upload_session_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    ADD CONSTRAINT upload_session_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    ADD CONSTRAINT upload_session_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    ADD CONSTRAINT upload_session_bytes CHECK (bytes > 0),
    ADD CONSTRAINT upload_session_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
    ADD CONSTRAINT upload_session_kept CHECK (COALESCE(ended = 'kept', 0) = (document_id IS NOT NULL));

ALTER TABLE paper RENAME TO issued_document;
ALTER TABLE issued_document
    DROP FOREIGN KEY paper_assessment_fk,
    DROP FOREIGN KEY paper_cycle_fk,
    DROP FOREIGN KEY paper_issued_fk,
    DROP CONSTRAINT paper_ended,
    DROP CONSTRAINT paper_ended_reason,
    DROP CONSTRAINT paper_receipt_number,
    DROP CONSTRAINT paper_about,
    RENAME INDEX paper_code TO issued_code,
    RENAME INDEX paper_number TO issued_number,
    RENAME INDEX paper_assessment TO issued_assessment,
    RENAME INDEX paper_issued_fk TO issued_by_fk,
    ADD CONSTRAINT issued_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT issued_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id),
    ADD CONSTRAINT issued_by_fk FOREIGN KEY (issued_by) REFERENCES account (id),
    ADD CONSTRAINT issued_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
    ADD CONSTRAINT issued_ended_reason CHECK (ended IS NULL OR ended = 'replaced' OR ended_reason <> ''),
    ADD CONSTRAINT issued_receipt_number CHECK (kind <> 'receipt' OR number IS NOT NULL),
    ADD CONSTRAINT issued_about CHECK ((assessment_id IS NOT NULL) = (kind IN ('form', 'receipt', 'minutes', 'score')));

-- A word in place of another: both, then the rows, then the new one alone.
ALTER TABLE issued_document
    MODIFY kind ENUM('form', 'receipt', 'minutes', 'score', 'letter', 'told', 'verified', 'recap', 'report', 'notified')
        NOT NULL COMMENT 'about an agency: verified questionnaire, tanda terima, berita acara, recap; about the cycle: notification letter, checklists of the notified and of the verified, recap, activity report';
UPDATE issued_document SET kind = 'notified' WHERE kind = 'told';
ALTER TABLE issued_document
    MODIFY kind ENUM('form', 'receipt', 'minutes', 'score', 'letter', 'notified', 'verified', 'recap', 'report')
        NOT NULL COMMENT 'about an agency: verified questionnaire, tanda terima, berita acara, recap; about the cycle: notification letter, checklists of the notified and of the verified, recap, activity report';

ALTER TABLE paper_file RENAME TO issued_file;
ALTER TABLE issued_file
    DROP FOREIGN KEY paper_file_fk,
    RENAME INDEX paper_file_paper TO issued_file_document,
    RENAME COLUMN paper_id TO issued_id,
    ADD CONSTRAINT issued_file_fk FOREIGN KEY (issued_id) REFERENCES issued_document (id);

ALTER TABLE signature
    MODIFY verdict_reason VARCHAR(30) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'code of pdf_signature/signature_check.h',
    DROP FOREIGN KEY signature_paper_fk,
    RENAME INDEX signature_paper TO signature_issued,
    RENAME COLUMN paper_id TO issued_id,
    ADD CONSTRAINT signature_issued_fk FOREIGN KEY (issued_id) REFERENCES issued_document (id);

ALTER TABLE authority RENAME TO trust_anchor;
ALTER TABLE trust_anchor
    DROP FOREIGN KEY authority_region_fk,
    DROP FOREIGN KEY authority_updated_fk,
    DROP CONSTRAINT authority_pem,
    RENAME INDEX authority_updated_fk TO trust_anchor_updated_fk,
    ADD CONSTRAINT trust_anchor_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    ADD CONSTRAINT trust_anchor_updated_fk FOREIGN KEY (updated_by) REFERENCES account (id),
    ADD CONSTRAINT trust_anchor_pem CHECK (pem LIKE '-----BEGIN %');

ALTER TABLE seal RENAME TO pdf_signature;
ALTER TABLE pdf_signature
    MODIFY reason VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'code of pdf_signature/signature_check.h',
    DROP FOREIGN KEY seal_signature_fk,
    ADD CONSTRAINT pdf_signature_signature_fk FOREIGN KEY (signature_id) REFERENCES signature (id);

ALTER TABLE installation RENAME TO instance;
ALTER TABLE instance
    DROP CONSTRAINT installation_id_form,
    DROP CONSTRAINT installation_one,
    ADD CONSTRAINT instance_id_form CHECK (id RLIKE '^[0-9a-f]{32}$'),
    ADD CONSTRAINT instance_one CHECK (one = 1);

ALTER TABLE bundle RENAME TO transfer_package;
ALTER TABLE transfer_package
    DROP FOREIGN KEY bundle_arrived_fk,
    DROP FOREIGN KEY bundle_peer_fk,
    DROP FOREIGN KEY bundle_taken_fk,
    DROP CONSTRAINT bundle_region_code,
    DROP CONSTRAINT bundle_taken,
    DROP CONSTRAINT bundle_year_range,
    RENAME INDEX bundle_stored TO transfer_package_stored,
    RENAME INDEX bundle_region TO transfer_package_region,
    RENAME INDEX bundle_untaken TO transfer_package_untaken,
    RENAME INDEX bundle_peer_fk TO transfer_package_peer_fk,
    RENAME INDEX bundle_arrived_fk TO transfer_package_arrived_fk,
    RENAME INDEX bundle_taken_fk TO transfer_package_taken_fk,
    ADD CONSTRAINT transfer_package_arrived_fk FOREIGN KEY (arrived_by) REFERENCES account (id),
    ADD CONSTRAINT transfer_package_peer_fk FOREIGN KEY (peer_id) REFERENCES peer (id),
    ADD CONSTRAINT transfer_package_taken_fk FOREIGN KEY (taken_by) REFERENCES account (id),
    ADD CONSTRAINT transfer_package_region_code CHECK (region_code RLIKE '^[0-9]{2}(\\.[0-9]{2})?$'),
    ADD CONSTRAINT transfer_package_taken CHECK (taken_by IS NULL OR taken_at IS NOT NULL),
    ADD CONSTRAINT transfer_package_year_range CHECK (year BETWEEN 2018 AND 2100);

ALTER TABLE cycle
    RENAME COLUMN collected TO imported;

ALTER TABLE collected_cycle RENAME TO imported_cycle;
ALTER TABLE imported_cycle
    MODIFY origin CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'instance.id there',
    DROP FOREIGN KEY collected_cycle_bundle_fk,
    DROP FOREIGN KEY collected_cycle_fk,
    RENAME INDEX collected_cycle_bundle TO imported_cycle_package,
    RENAME COLUMN bundle_id TO package_id,
    ADD CONSTRAINT imported_cycle_package_fk FOREIGN KEY (package_id) REFERENCES transfer_package (id),
    ADD CONSTRAINT imported_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id);

ALTER TABLE collected_agency RENAME TO imported_agency;
ALTER TABLE imported_agency
    MODIFY origin CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'instance.id there',
    DROP FOREIGN KEY collected_agency_fk,
    RENAME INDEX collected_agency_origin TO imported_agency_origin,
    ADD CONSTRAINT imported_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id);

ALTER TABLE collected_document RENAME TO imported_document;
ALTER TABLE imported_document
    DROP FOREIGN KEY collected_document_assessment_fk,
    DROP FOREIGN KEY collected_document_item_fk,
    DROP CONSTRAINT collected_document_city,
    DROP CONSTRAINT collected_document_file,
    DROP CONSTRAINT collected_document_period,
    DROP CONSTRAINT collected_document_province,
    RENAME INDEX collected_document_assessment TO imported_document_assessment,
    RENAME INDEX collected_document_item TO imported_document_item,
    ADD CONSTRAINT imported_document_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT imported_document_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    ADD CONSTRAINT imported_document_city CHECK (city_decision IS NULL OR city_decision = 'accepted' OR city_reason <> ''),
    ADD CONSTRAINT imported_document_file CHECK ((sha256 IS NULL) = (bytes IS NULL)),
    ADD CONSTRAINT imported_document_period CHECK (period_from IS NULL OR period_until IS NULL OR period_from <= period_until),
    ADD CONSTRAINT imported_document_province CHECK (province_decision IS NULL OR province_decision = 'accepted' OR province_reason <> '');

ALTER TABLE assessment
    DROP FOREIGN KEY assessment_told_fk,
    RENAME INDEX assessment_told_fk TO assessment_notified_fk,
    RENAME COLUMN told_at TO notified_at,
    RENAME COLUMN told_by TO notified_by,
    RENAME COLUMN told_how TO notified_how,
    ADD CONSTRAINT assessment_notified_fk FOREIGN KEY (notified_by) REFERENCES account (id);

ALTER TABLE answer
    DROP CONSTRAINT answer_mended,
    RENAME COLUMN must_mend TO needs_correction,
    RENAME COLUMN mended TO corrected,
    ADD CONSTRAINT answer_corrected CHECK (corrected = 0 OR needs_correction = 1);

ALTER TABLE api_token
    MODIFY COLUMN purpose ENUM('instrument', 'figures', 'assessments', 'collect', 'results', 'transfer') NOT NULL COMMENT 'what it may read, and nothing else';
UPDATE api_token SET purpose = 'results' WHERE purpose = 'figures';
UPDATE api_token SET purpose = 'transfer' WHERE purpose = 'collect';
ALTER TABLE api_token
    MODIFY COLUMN purpose ENUM('instrument', 'results', 'assessments', 'transfer') NOT NULL COMMENT 'what it may read, and nothing else';

UPDATE setting SET name = 'upload_session_hours' WHERE name = 'arrival_hours';
UPDATE setting SET name = 'pending_due_days' WHERE name = 'promise_due_days';
