-- SPDX-License-Identifier: ISC
-- Packages are sought by their key and by what is not taken over yet.
ALTER TABLE transfer_package
    DROP KEY transfer_package_region;
