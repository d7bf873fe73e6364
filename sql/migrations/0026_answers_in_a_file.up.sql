-- SPDX-License-Identifier: ISC
-- Answers that come in a workbook are looked at before they are stored, as lists of agencies are.
ALTER TABLE import_draft
    DROP CONSTRAINT import_draft_kind,
    ADD CONSTRAINT import_draft_kind CHECK (kind IN ('agencies', 'accounts', 'answers'));
