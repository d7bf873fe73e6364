-- SPDX-License-Identifier: ISC
-- Whoever left an address with a complaint is told by one letter at a time: found by what it is about.  Each complaint asks
-- for the people of the bureau, who are few of a region's.
ALTER TABLE mail ADD KEY mail_guest_of (guest_key, guest_kind, state);
ALTER TABLE account ADD KEY account_role (region_id, role, state);
