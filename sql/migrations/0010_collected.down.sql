-- SPDX-License-Identifier: ISC
-- loses: the other installations that are trusted, and what came from them: SELECT (SELECT COUNT(*) FROM peer) + (SELECT COUNT(*) FROM bundle) + (SELECT COUNT(*) FROM collected_cycle);
-- loses: keys that collect: SELECT COUNT(*) FROM api_token WHERE purpose = 'collect';
-- Copies become cycles like any other: what was taken over stays.
DELETE FROM api_token WHERE purpose = 'collect';
ALTER TABLE api_token
    MODIFY COLUMN purpose ENUM('instrument', 'figures', 'assessments') NOT NULL COMMENT 'what it may read, and nothing else';
DROP TABLE collected_document;
DROP TABLE collected_agency;
DROP TABLE collected_cycle;
ALTER TABLE cycle DROP COLUMN collected;
DROP TABLE bundle;
DROP TABLE peer_scope;
DROP TABLE peer;
DROP TABLE installation;
