-- SPDX-License-Identifier: ISC
-- loses nothing
ALTER TABLE assessment
    DROP KEY assessment_notified;

ALTER TABLE cycle
    DROP KEY cycle_of_region;

ALTER TABLE account
    DROP KEY account_agency,
    ADD KEY account_agency (agency_id, state);
