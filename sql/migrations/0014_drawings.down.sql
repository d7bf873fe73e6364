-- SPDX-License-Identifier: ISC
-- loses nothing
DROP TABLE drawing;
