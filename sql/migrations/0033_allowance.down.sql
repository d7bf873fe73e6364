-- SPDX-License-Identifier: ISC
-- loses nothing
-- Nobody is held by a rate.
DROP TABLE allowance;
