-- SPDX-License-Identifier: ISC
-- What the deep look into each stored file found, and the antivirus.
-- Both may come later than the file: until then they are unknown, which is
-- something other than good.

ALTER TABLE revision
    ADD COLUMN pages SMALLINT UNSIGNED NULL COMMENT 'pages of a PDF; absent: no PDF, or not known',
    ADD COLUMN signatures SMALLINT UNSIGNED NULL COMMENT 'filled signature fields of a PDF; nothing about their worth',
    ADD COLUMN findings SET('encrypted', 'javascript', 'launch', 'embedded', 'external', 'mended',
        'unreadable', 'locked', 'macros', 'oversize') NOT NULL DEFAULT '' COMMENT 'what a reader should know: see store/inspection.h',
    ADD COLUMN inspected_at DATETIME(3) NULL COMMENT 'when its inside was looked at; absent: not yet',
    ADD COLUMN inspect_tries TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'looks that came to no end',
    ADD COLUMN inspect_after DATETIME(3) NULL COMMENT 'not before: claimed by a run, or put off after a failed look',
    ADD COLUMN scan ENUM('none', 'clean', 'infected') NOT NULL DEFAULT 'none' COMMENT 'what the antivirus says; none: not scanned',
    ADD COLUMN scanned_at DATETIME(3) NULL COMMENT 'when it said so last',
    ADD COLUMN scan_finding VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'name of what was found',
    ADD COLUMN scan_signatures VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'engine and signatures that looked, as clamd names them',
    ADD COLUMN scan_after DATETIME(3) NULL COMMENT 'not before: claimed by a run, or put off after a failed scan',
    ADD KEY revision_inspect (inspected_at, inspect_after),
    ADD KEY revision_scan (scan, scan_after),
    ADD KEY revision_scan_age (scanned_at),
    ADD CONSTRAINT revision_inspected CHECK (inspected_at IS NOT NULL OR (pages IS NULL AND signatures IS NULL AND findings = '')),
    ADD CONSTRAINT revision_scanned CHECK ((scan = 'none') = (scanned_at IS NULL)),
    ADD CONSTRAINT revision_scan_finding CHECK ((scan = 'infected') = (scan_finding <> ''));
