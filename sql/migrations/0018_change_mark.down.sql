-- SPDX-License-Identifier: ISC
DROP TABLE change_mark;
