-- SPDX-License-Identifier: ISC
DROP TABLE import_draft;
