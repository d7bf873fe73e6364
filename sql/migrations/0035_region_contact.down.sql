-- SPDX-License-Identifier: ISC
ALTER TABLE region DROP COLUMN contact_name, DROP COLUMN contact_phone, DROP COLUMN contact_mail;
