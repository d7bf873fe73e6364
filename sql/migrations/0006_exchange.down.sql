-- SPDX-License-Identifier: ISC
-- loses: keys of programs: SELECT COUNT(*) FROM api_token;
DELETE FROM setting WHERE name = 'api_requests_per_minute';
DROP TABLE api_token;
