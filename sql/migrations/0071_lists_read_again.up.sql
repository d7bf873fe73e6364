-- SPDX-License-Identifier: ISC
-- Lists of applications, enterprises and participants are kept while they are looked at, too, so that their columns may be
-- understood otherwise.
ALTER TABLE import_draft
    DROP CONSTRAINT import_draft_kind,
    ADD CONSTRAINT import_draft_kind
        CHECK (kind IN ('agencies', 'accounts', 'answers', 'holidays', 'variables', 'levels', 'categories', 'places',
            'applications', 'enterprises', 'participants'));
