-- SPDX-License-Identifier: ISC
-- loses: promised documents with their history: SELECT (SELECT COUNT(*) FROM promise) + (SELECT COUNT(*) FROM history WHERE subject = 'promise');
-- loses: which documents are signed by hand, and which items ask for a signature: SELECT (SELECT COUNT(*) FROM document WHERE signed_by_hand <> 0) + (SELECT COUNT(*) FROM checklist_item WHERE needs_signature <> 0);
DELETE FROM history WHERE subject = 'promise';
ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting') NOT NULL COMMENT 'what changed';
DROP TABLE promise;
DELETE FROM setting WHERE name IN ('quality_variables_max', 'promise_due_days');
ALTER TABLE document DROP COLUMN signed_by_hand;
ALTER TABLE checklist_item DROP COLUMN needs_signature;
