-- SPDX-License-Identifier: ISC
-- loses: which levels of the province were taken over in one press: SELECT COUNT(*) FROM answer WHERE province_followed = 1;
ALTER TABLE answer DROP COLUMN province_followed;
