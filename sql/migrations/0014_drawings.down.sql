-- SPDX-License-Identifier: ISC
DROP TABLE drawing;
