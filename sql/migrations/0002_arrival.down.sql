-- SPDX-License-Identifier: ISC
DELETE FROM setting WHERE name = 'arrival_hours';
DROP TABLE arrival;
