-- SPDX-License-Identifier: ISC
-- loses nothing
UPDATE setting SET name = 'promise_due_days' WHERE name = 'pending_due_days';
UPDATE setting SET name = 'arrival_hours' WHERE name = 'upload_session_hours';

ALTER TABLE api_token
    MODIFY COLUMN purpose ENUM('instrument', 'results', 'assessments', 'transfer', 'figures', 'collect') NOT NULL COMMENT 'what it may read, and nothing else';
UPDATE api_token SET purpose = 'figures' WHERE purpose = 'results';
UPDATE api_token SET purpose = 'collect' WHERE purpose = 'transfer';
ALTER TABLE api_token
    MODIFY COLUMN purpose ENUM('instrument', 'figures', 'assessments', 'collect') NOT NULL COMMENT 'what it may read, and nothing else';

ALTER TABLE answer
    DROP CONSTRAINT answer_corrected,
    RENAME COLUMN needs_correction TO must_mend,
    RENAME COLUMN corrected TO mended,
    ADD CONSTRAINT answer_mended CHECK (mended = 0 OR must_mend = 1);

ALTER TABLE assessment
    DROP FOREIGN KEY assessment_notified_fk,
    RENAME INDEX assessment_notified_fk TO assessment_told_fk,
    RENAME COLUMN notified_at TO told_at,
    RENAME COLUMN notified_by TO told_by,
    RENAME COLUMN notified_how TO told_how,
    ADD CONSTRAINT assessment_told_fk FOREIGN KEY (told_by) REFERENCES account (id);

ALTER TABLE imported_document
    DROP FOREIGN KEY imported_document_assessment_fk,
    DROP FOREIGN KEY imported_document_item_fk,
    DROP CONSTRAINT imported_document_city,
    DROP CONSTRAINT imported_document_file,
    DROP CONSTRAINT imported_document_period,
    DROP CONSTRAINT imported_document_province,
    RENAME INDEX imported_document_assessment TO collected_document_assessment,
    RENAME INDEX imported_document_item TO collected_document_item,
    ADD CONSTRAINT collected_document_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT collected_document_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    ADD CONSTRAINT collected_document_city CHECK (city_decision IS NULL OR city_decision = 'accepted' OR city_reason <> ''),
    ADD CONSTRAINT collected_document_file CHECK ((sha256 IS NULL) = (bytes IS NULL)),
    ADD CONSTRAINT collected_document_period CHECK (period_from IS NULL OR period_until IS NULL OR period_from <= period_until),
    ADD CONSTRAINT collected_document_province CHECK (province_decision IS NULL OR province_decision = 'accepted' OR province_reason <> '');
ALTER TABLE imported_document RENAME TO collected_document;

ALTER TABLE imported_agency
    MODIFY origin CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'installation.id there',
    DROP FOREIGN KEY imported_agency_fk,
    RENAME INDEX imported_agency_origin TO collected_agency_origin,
    ADD CONSTRAINT collected_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id);
ALTER TABLE imported_agency RENAME TO collected_agency;

ALTER TABLE imported_cycle
    MODIFY origin CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'installation.id there',
    DROP FOREIGN KEY imported_cycle_package_fk,
    DROP FOREIGN KEY imported_cycle_fk,
    RENAME INDEX imported_cycle_package TO collected_cycle_bundle,
    RENAME COLUMN package_id TO bundle_id,
    ADD CONSTRAINT collected_cycle_bundle_fk FOREIGN KEY (bundle_id) REFERENCES transfer_package (id),
    ADD CONSTRAINT collected_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id);
ALTER TABLE imported_cycle RENAME TO collected_cycle;

ALTER TABLE cycle
    RENAME COLUMN imported TO collected;

ALTER TABLE transfer_package
    DROP FOREIGN KEY transfer_package_arrived_fk,
    DROP FOREIGN KEY transfer_package_peer_fk,
    DROP FOREIGN KEY transfer_package_taken_fk,
    DROP CONSTRAINT transfer_package_region_code,
    DROP CONSTRAINT transfer_package_taken,
    DROP CONSTRAINT transfer_package_year_range,
    RENAME INDEX transfer_package_stored TO bundle_stored,
    RENAME INDEX transfer_package_region TO bundle_region,
    RENAME INDEX transfer_package_untaken TO bundle_untaken,
    RENAME INDEX transfer_package_peer_fk TO bundle_peer_fk,
    RENAME INDEX transfer_package_arrived_fk TO bundle_arrived_fk,
    RENAME INDEX transfer_package_taken_fk TO bundle_taken_fk,
    ADD CONSTRAINT bundle_arrived_fk FOREIGN KEY (arrived_by) REFERENCES account (id),
    ADD CONSTRAINT bundle_peer_fk FOREIGN KEY (peer_id) REFERENCES peer (id),
    ADD CONSTRAINT bundle_taken_fk FOREIGN KEY (taken_by) REFERENCES account (id),
    ADD CONSTRAINT bundle_region_code CHECK (region_code RLIKE '^[0-9]{2}(\\.[0-9]{2})?$'),
    ADD CONSTRAINT bundle_taken CHECK (taken_by IS NULL OR taken_at IS NOT NULL),
    ADD CONSTRAINT bundle_year_range CHECK (year BETWEEN 2018 AND 2100);
ALTER TABLE transfer_package RENAME TO bundle;

ALTER TABLE instance
    DROP CONSTRAINT instance_id_form,
    DROP CONSTRAINT instance_one,
    ADD CONSTRAINT installation_id_form CHECK (id RLIKE '^[0-9a-f]{32}$'),
    ADD CONSTRAINT installation_one CHECK (one = 1);
ALTER TABLE instance RENAME TO installation;

ALTER TABLE pdf_signature
    MODIFY reason VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'code of seal/seal.h',
    DROP FOREIGN KEY pdf_signature_signature_fk,
    ADD CONSTRAINT seal_signature_fk FOREIGN KEY (signature_id) REFERENCES signature (id);
ALTER TABLE pdf_signature RENAME TO seal;

ALTER TABLE trust_anchor
    DROP FOREIGN KEY trust_anchor_region_fk,
    DROP FOREIGN KEY trust_anchor_updated_fk,
    DROP CONSTRAINT trust_anchor_pem,
    RENAME INDEX trust_anchor_updated_fk TO authority_updated_fk,
    ADD CONSTRAINT authority_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    ADD CONSTRAINT authority_updated_fk FOREIGN KEY (updated_by) REFERENCES account (id),
    ADD CONSTRAINT authority_pem CHECK (pem LIKE '-----BEGIN %');
ALTER TABLE trust_anchor RENAME TO authority;

ALTER TABLE signature
    MODIFY verdict_reason VARCHAR(30) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'code of seal/seal.h',
    DROP FOREIGN KEY signature_issued_fk,
    RENAME INDEX signature_issued TO signature_paper,
    RENAME COLUMN issued_id TO paper_id,
    ADD CONSTRAINT signature_paper_fk FOREIGN KEY (paper_id) REFERENCES issued_document (id);

ALTER TABLE issued_file
    DROP FOREIGN KEY issued_file_fk,
    RENAME INDEX issued_file_document TO paper_file_paper,
    RENAME COLUMN issued_id TO paper_id,
    ADD CONSTRAINT paper_file_fk FOREIGN KEY (paper_id) REFERENCES issued_document (id);
ALTER TABLE issued_file RENAME TO paper_file;

ALTER TABLE issued_document
    DROP FOREIGN KEY issued_assessment_fk,
    DROP FOREIGN KEY issued_cycle_fk,
    DROP FOREIGN KEY issued_by_fk,
    DROP CONSTRAINT issued_ended,
    DROP CONSTRAINT issued_ended_reason,
    DROP CONSTRAINT issued_receipt_number,
    DROP CONSTRAINT issued_about,
    RENAME INDEX issued_code TO paper_code,
    RENAME INDEX issued_number TO paper_number,
    RENAME INDEX issued_assessment TO paper_assessment,
    RENAME INDEX issued_by_fk TO paper_issued_fk,
    ADD CONSTRAINT paper_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT paper_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id),
    ADD CONSTRAINT paper_issued_fk FOREIGN KEY (issued_by) REFERENCES account (id),
    ADD CONSTRAINT paper_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
    ADD CONSTRAINT paper_ended_reason CHECK (ended IS NULL OR ended = 'replaced' OR ended_reason <> ''),
    ADD CONSTRAINT paper_receipt_number CHECK (kind <> 'receipt' OR number IS NOT NULL),
    ADD CONSTRAINT paper_about CHECK ((assessment_id IS NOT NULL) = (kind IN ('form', 'receipt', 'minutes', 'score')));
-- A word in place of another: both, then the rows, then the new one alone.
ALTER TABLE issued_document
    MODIFY kind ENUM('form', 'receipt', 'minutes', 'score', 'letter', 'notified', 'verified', 'recap', 'report', 'told')
        NOT NULL COMMENT 'about an agency: verified questionnaire, tanda terima, berita acara, recap; about the cycle: notification letter, checklists of the notified and of the verified, recap, activity report';
UPDATE issued_document SET kind = 'told' WHERE kind = 'notified';
ALTER TABLE issued_document
    MODIFY kind ENUM('form', 'receipt', 'minutes', 'score', 'letter', 'told', 'verified', 'recap', 'report')
        NOT NULL COMMENT 'about an agency: verified questionnaire, tanda terima, berita acara, recap; about the cycle: notification letter, checklists of the notified and of the verified, recap, activity report';
ALTER TABLE issued_document RENAME TO paper;

ALTER TABLE upload_session
    DROP FOREIGN KEY upload_session_account_fk,
    DROP FOREIGN KEY upload_session_agency_fk,
    DROP FOREIGN KEY upload_session_document_fk,
    DROP CONSTRAINT upload_session_bytes,
    DROP CONSTRAINT upload_session_ended,
    DROP CONSTRAINT upload_session_kept,
    RENAME INDEX upload_session_stored TO arrival_stored,
    RENAME INDEX upload_session_agency TO arrival_agency,
    RENAME INDEX upload_session_expiry TO arrival_expiry,
    RENAME INDEX upload_session_account_fk TO arrival_account_fk,
    RENAME INDEX upload_session_document_fk TO arrival_document_fk,
    ADD CONSTRAINT arrival_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    ADD CONSTRAINT arrival_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    ADD CONSTRAINT arrival_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    ADD CONSTRAINT arrival_bytes CHECK (bytes > 0),
    ADD CONSTRAINT arrival_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
    ADD CONSTRAINT arrival_kept CHECK (COALESCE(ended = 'kept', 0) = (document_id IS NOT NULL));
ALTER TABLE upload_session RENAME TO arrival;

ALTER TABLE pending_evidence
    DROP FOREIGN KEY pending_assessment_fk,
    DROP FOREIGN KEY pending_created_fk,
    DROP FOREIGN KEY pending_item_fk,
    DROP FOREIGN KEY pending_link_fk,
    DROP CONSTRAINT pending_kept,
    DROP CONSTRAINT pending_reminded,
    RENAME INDEX pending_assessment TO promise_assessment,
    RENAME INDEX pending_due TO promise_due,
    RENAME INDEX pending_item TO promise_item,
    RENAME INDEX pending_link TO promise_link,
    RENAME INDEX pending_created_fk TO promise_created_fk,
    ADD CONSTRAINT promise_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT promise_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    ADD CONSTRAINT promise_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    ADD CONSTRAINT promise_link_fk FOREIGN KEY (link_id) REFERENCES evidence_link (id),
    ADD CONSTRAINT promise_kept CHECK ((state = 'kept') = (link_id IS NOT NULL)),
    ADD CONSTRAINT promise_reminded CHECK ((reminder = 'none') = (reminded_at IS NULL));
ALTER TABLE pending_evidence RENAME TO promise;

ALTER TABLE evidence_link
    DROP FOREIGN KEY evidence_link_assessment_fk,
    DROP FOREIGN KEY evidence_link_city_revision_fk,
    DROP FOREIGN KEY evidence_link_created_fk,
    DROP FOREIGN KEY evidence_link_document_fk,
    DROP FOREIGN KEY evidence_link_item_fk,
    DROP FOREIGN KEY evidence_link_province_revision_fk,
    DROP CONSTRAINT evidence_link_city_reason,
    DROP CONSTRAINT evidence_link_province_reason,
    RENAME INDEX evidence_link_once TO link_once,
    RENAME INDEX evidence_link_document TO link_document,
    RENAME INDEX evidence_link_item TO link_item,
    RENAME INDEX evidence_link_city_revision_fk TO link_city_revision_fk,
    RENAME INDEX evidence_link_province_revision_fk TO link_province_revision_fk,
    RENAME INDEX evidence_link_created_fk TO link_created_fk,
    ADD CONSTRAINT link_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    ADD CONSTRAINT link_city_revision_fk FOREIGN KEY (city_revision_id) REFERENCES revision (id),
    ADD CONSTRAINT link_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    ADD CONSTRAINT link_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    ADD CONSTRAINT link_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    ADD CONSTRAINT link_province_revision_fk FOREIGN KEY (province_revision_id) REFERENCES revision (id),
    ADD CONSTRAINT link_city_reason CHECK (city_decision IS NULL OR city_decision = 'accepted' OR city_reason <> ''),
    ADD CONSTRAINT link_province_reason CHECK (province_decision IS NULL OR province_decision = 'accepted' OR province_reason <> '');
ALTER TABLE evidence_link RENAME TO link;
