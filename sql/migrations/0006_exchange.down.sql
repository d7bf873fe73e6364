-- SPDX-License-Identifier: ISC
DELETE FROM setting WHERE name = 'api_requests_per_minute';
DROP TABLE api_token;
