-- SPDX-License-Identifier: ISC
-- Nobody is held by a rate.
DROP TABLE allowance;
