-- SPDX-License-Identifier: ISC
-- How many agencies are in which state, and whose turn it is: by this key lists count and choose
-- without a look at an assessment that they do not show.
ALTER TABLE assessment
    ADD KEY assessment_state (cycle_id, state, agency_id);

-- Packages are sought by their key and by what is not taken over yet.
ALTER TABLE transfer_package
    DROP KEY transfer_package_region;
