-- SPDX-License-Identifier: ISC
-- Documents that were promised with a date, and what the quality checks need
-- to know about signatures.

ALTER TABLE checklist_item
    ADD COLUMN needs_signature TINYINT NOT NULL DEFAULT 0 COMMENT '1: a document under it is worth little without a signature';

ALTER TABLE document
    ADD COLUMN signed_by_hand TINYINT NOT NULL DEFAULT 0 COMMENT '1: the operator states that it is signed in ink; of electronic signatures see revision.signatures';

INSERT INTO setting (name, value, label) VALUES
    ('quality_variables_max', '4', 'Satu berkas wajar dipakai paling banyak di (variabel); lebih dari itu ditandai'),
    ('promise_due_days', '3', 'Dokumen yang dijanjikan diingatkan sebelum jatuh tempo (hari)');

CREATE TABLE promise (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment that waits for it',
    checklist_item_id INT UNSIGNED NOT NULL COMMENT 'the criterion under which it will stand',
    side ENUM('agency', 'city', 'province') NOT NULL COMMENT 'who said so: promised by the agency, or expected by a team',
    title VARCHAR(200) NOT NULL COMMENT 'what will come',
    due DATE NOT NULL COMMENT 'until when, a calendar day of the region',
    state ENUM('open', 'kept', 'withdrawn') NOT NULL DEFAULT 'open' COMMENT 'it never counts as evidence, in no state',
    link_id INT UNSIGNED NULL COMMENT 'the link that kept it',
    reminder ENUM('none', 'due', 'overdue') NOT NULL DEFAULT 'none' COMMENT 'what was last said about its date',
    reminded_at DATETIME(3) NULL COMMENT 'when that was said',
    created_at DATETIME(3) NOT NULL COMMENT 'when made',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    KEY promise_assessment (assessment_id, state, due),
    KEY promise_due (state, due, reminder),
    KEY promise_item (checklist_item_id),
    KEY promise_link (link_id),
    CONSTRAINT promise_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT promise_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    CONSTRAINT promise_link_fk FOREIGN KEY (link_id) REFERENCES link (id),
    CONSTRAINT promise_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT promise_kept CHECK ((state = 'kept') = (link_id IS NOT NULL)),
    CONSTRAINT promise_reminded CHECK ((reminder = 'none') = (reminded_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Dokumen yang dijanjikan: shown to the team, reminded, and never counted';

-- Added at the end, so no row is written anew.
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise') NOT NULL COMMENT 'what changed';
