-- SPDX-License-Identifier: ISC
-- loses nothing
ALTER TABLE account DROP KEY account_role;
ALTER TABLE mail DROP KEY mail_guest_of;
