-- SPDX-License-Identifier: ISC
-- Every paper of the process: what their heads say, the kinds that are issued, and the digests of
-- the files that were made of them.

CREATE TABLE crest (
    sha256 BINARY(32) NOT NULL COMMENT 'hash of the file: papers that were issued name their crest by it',
    stored_name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name below files_dir, made by us',
    bytes INT UNSIGNED NOT NULL COMMENT 'size',
    width SMALLINT UNSIGNED NOT NULL COMMENT 'of the image, in pixels',
    height SMALLINT UNSIGNED NOT NULL COMMENT 'of the image, in pixels',
    created_at DATETIME(3) NOT NULL COMMENT 'when received',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (sha256),
    UNIQUE KEY crest_stored (stored_name),
    CONSTRAINT crest_created_fk FOREIGN KEY (created_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Crests of letterheads, PNG; never deleted, since issued papers carry them';

CREATE TABLE letterhead (
    region_id INT UNSIGNED NOT NULL COMMENT 'whose papers',
    government VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'first line; empty: Pemerintah and the name of the region',
    office VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'second line; empty: the region''s bureau',
    address VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'street, town, post code',
    contact VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'telephone, e-mail, site',
    crest BINARY(32) NULL COMMENT 'the crest; absent: none',
    signatory_title VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'office of who signs for the team',
    signatory_name VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'name as printed',
    signatory_rank VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'rank (pangkat) as printed',
    signatory_nip VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'civil servant number as printed',
    number_format VARCHAR(80) NOT NULL DEFAULT '{nomor}/{tahun}' COMMENT 'number of a paper: {nomor} {jenis} {bulan} {tahun}',
    folio TINYINT NOT NULL DEFAULT 0 COMMENT '1: F4 (215 x 330 mm), 0: A4',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (region_id),
    KEY letterhead_crest (crest),
    CONSTRAINT letterhead_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT letterhead_crest_fk FOREIGN KEY (crest) REFERENCES crest (sha256),
    CONSTRAINT letterhead_number CHECK (number_format LIKE '%{nomor}%')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Kop surat of a region and what else its papers have in common';

CREATE TABLE cycle_report (
    cycle_id INT UNSIGNED NOT NULL COMMENT 'the cycle',
    foreword TEXT NOT NULL DEFAULT '' COMMENT 'kata pengantar; empty: the usual words',
    basis TEXT NOT NULL DEFAULT '' COMMENT 'legal basis, one a line; empty: that of the instrument',
    team TEXT NOT NULL DEFAULT '' COMMENT 'tim pelaksana, one a line; empty: the accounts of the team',
    recommendation TEXT NOT NULL DEFAULT '' COMMENT 'recommendations to the region, one a line',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (cycle_id),
    CONSTRAINT cycle_report_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What the team writes into the activity report in its own words';

ALTER TABLE paper
    DROP CONSTRAINT paper_receipt_number,
    MODIFY assessment_id INT UNSIGNED NULL COMMENT 'what it is about; absent: the whole cycle',
    MODIFY kind ENUM('form', 'receipt', 'minutes', 'score', 'letter', 'told', 'verified', 'recap', 'report')
        NOT NULL COMMENT 'about an agency: verified questionnaire, tanda terima, berita acara, recap; about the cycle: notification letter, checklists of the notified and of the verified, recap, activity report',
    MODIFY number INT UNSIGNED NULL COMMENT 'running number in its cycle, of its kind',
    ADD CONSTRAINT paper_receipt_number CHECK (kind <> 'receipt' OR number IS NOT NULL),
    ADD CONSTRAINT paper_about CHECK ((assessment_id IS NOT NULL) = (kind IN ('form', 'receipt', 'minutes', 'score')));

CREATE TABLE paper_file (
    sha256 BINARY(32) NOT NULL COMMENT 'hash of a PDF file that was made of the paper',
    paper_id INT UNSIGNED NOT NULL COMMENT 'the paper',
    bytes INT UNSIGNED NOT NULL COMMENT 'size; a file that begins with these bytes was added to, e.g. signed',
    made_at DATETIME(3) NOT NULL COMMENT 'when first',
    PRIMARY KEY (sha256),
    KEY paper_file_paper (paper_id),
    CONSTRAINT paper_file_fk FOREIGN KEY (paper_id) REFERENCES paper (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Digests of the PDF files of papers: the same paper gives the same file until the program or its fonts change';
