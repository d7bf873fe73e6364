-- SPDX-License-Identifier: ISC
DROP TABLE judged_description;
