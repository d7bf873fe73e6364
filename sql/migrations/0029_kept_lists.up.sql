-- SPDX-License-Identifier: ISC
-- Holidays and the three tables of an instrument are kept until they are stored, too: what their columns
-- mean can be changed in the preview.
ALTER TABLE import_draft
    DROP CONSTRAINT import_draft_kind,
    ADD CONSTRAINT import_draft_kind
        CHECK (kind IN ('agencies', 'accounts', 'answers', 'holidays', 'variables', 'levels', 'categories'));
