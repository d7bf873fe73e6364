-- SPDX-License-Identifier: ISC
DROP TABLE agency_stamp, world_stamp;
