-- SPDX-License-Identifier: ISC
-- loses nothing
DROP TABLE import_draft;
