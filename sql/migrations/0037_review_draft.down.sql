-- SPDX-License-Identifier: ISC
-- loses: what verifiers typed and have not saved: SELECT COUNT(*) FROM review_draft;
DROP TABLE review_draft;
