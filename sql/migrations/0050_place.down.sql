-- SPDX-License-Identifier: ISC
-- loses: kecamatan and kelurahan: SELECT (SELECT COUNT(*) FROM district) + (SELECT COUNT(*) FROM village);
DELETE FROM import_draft WHERE kind = 'places';
ALTER TABLE import_draft
    DROP CONSTRAINT import_draft_kind,
    ADD CONSTRAINT import_draft_kind
        CHECK (kind IN ('agencies', 'accounts', 'answers', 'holidays', 'variables', 'levels', 'categories'));
DROP TABLE guest_rate;
DROP TABLE guest_key;
DROP TABLE village;
DROP TABLE district;
