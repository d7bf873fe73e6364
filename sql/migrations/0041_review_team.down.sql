-- SPDX-License-Identifier: ISC
-- loses: who of a team judges which agency: SELECT COUNT(*) FROM review_assignment;
DROP TABLE review_presence;
DROP TABLE review_assignment;
