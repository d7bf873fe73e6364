-- SPDX-License-Identifier: ISC
DELETE FROM setting WHERE name = 'anonymity_threshold';
