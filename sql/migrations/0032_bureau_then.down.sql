-- SPDX-License-Identifier: ISC
ALTER TABLE cycle DROP COLUMN bureau;
