-- SPDX-License-Identifier: ISC
-- loses: who stood in for the head of an agency, and when: SELECT COUNT(*) FROM acting_head;
DROP TABLE acting_head;
