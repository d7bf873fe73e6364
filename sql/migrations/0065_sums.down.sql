-- SPDX-License-Identifier: ISC
-- loses: sums that are made again at the next look: SELECT 0;
DROP TABLE cycle_sum;
DROP TABLE assessment_sum;
