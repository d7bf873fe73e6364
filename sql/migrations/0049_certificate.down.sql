-- SPDX-License-Identifier: ISC
-- loses: certificates, and the numbers that were given: SELECT COUNT(*) FROM certificate;
DROP TABLE certificate;
DROP TABLE certificate_series;
