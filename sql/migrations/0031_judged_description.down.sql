-- SPDX-License-Identifier: ISC
-- loses: descriptions of documents as they were judged: SELECT COUNT(*) FROM judged_description;
DROP TABLE judged_description;
