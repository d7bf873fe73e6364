-- SPDX-License-Identifier: ISC
-- loses nothing
DROP TABLE change_mark;
