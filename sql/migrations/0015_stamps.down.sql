-- SPDX-License-Identifier: ISC
-- loses nothing
DROP TABLE agency_stamp, world_stamp;
