-- SPDX-License-Identifier: ISC
-- loses nothing
ALTER TABLE transfer_package
    ADD KEY transfer_package_region (region_code, year, id);

ALTER TABLE assessment
    DROP KEY assessment_state;
