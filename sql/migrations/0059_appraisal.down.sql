-- SPDX-License-Identifier: ISC
-- loses: what was assessed by instruments of other kinds: SELECT COUNT(*) FROM appraisal;
DROP TABLE appraisal_answer;
DROP TABLE appraisal;
