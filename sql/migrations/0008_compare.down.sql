-- SPDX-License-Identifier: ISC
-- loses nothing
DELETE FROM setting WHERE name = 'anonymity_threshold';
