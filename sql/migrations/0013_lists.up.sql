-- SPDX-License-Identifier: ISC
-- Keys that lists and counts walk in the order in which they show, so that a page reads what it shows
-- and not all that is there: with 25,000 agencies and five years of them, home and list of the
-- administrator read 150,000 rows.

ALTER TABLE account
    DROP KEY account_agency,
    ADD KEY account_agency (agency_id, state, role);

ALTER TABLE cycle
    ADD KEY cycle_of_region (region_id, year, state, imported);

ALTER TABLE assessment
    ADD KEY assessment_notified (cycle_id, notified_at);
