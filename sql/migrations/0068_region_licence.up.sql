-- SPDX-License-Identifier: ISC
-- A region says under which licence others use what it publishes.
ALTER TABLE region
    ADD COLUMN open_data_licence VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
        COMMENT 'address of the text of the licence of its open data; empty: as the setting open_data_licence says',
    ADD CONSTRAINT region_open_data_licence CHECK (open_data_licence = '' OR open_data_licence LIKE 'https://%');
