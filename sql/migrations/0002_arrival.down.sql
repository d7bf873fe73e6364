-- SPDX-License-Identifier: ISC
-- loses: uploads under way: SELECT COUNT(*) FROM arrival;
DELETE FROM setting WHERE name = 'arrival_hours';
DROP TABLE arrival;
