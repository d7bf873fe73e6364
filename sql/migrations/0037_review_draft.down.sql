-- SPDX-License-Identifier: ISC
DROP TABLE review_draft;
