-- SPDX-License-Identifier: ISC
-- loses: whom to ask in a region: SELECT COUNT(*) FROM region WHERE contact_name <> '' OR contact_phone <> '' OR contact_mail <> '';
ALTER TABLE region DROP COLUMN contact_name, DROP COLUMN contact_phone, DROP COLUMN contact_mail;
