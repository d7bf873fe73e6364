-- SPDX-License-Identifier: ISC
-- loses nothing
DELETE FROM import_draft WHERE kind IN ('applications', 'enterprises', 'participants');
ALTER TABLE import_draft
    DROP CONSTRAINT import_draft_kind,
    ADD CONSTRAINT import_draft_kind
        CHECK (kind IN ('agencies', 'accounts', 'answers', 'holidays', 'variables', 'levels', 'categories', 'places'));
