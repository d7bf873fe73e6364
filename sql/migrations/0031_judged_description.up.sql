-- SPDX-License-Identifier: ISC
-- What was said of a document when an assessment that has it was decided: written when it is
-- described otherwise afterwards, gone when the assessment is opened again.
CREATE TABLE judged_description (
    link_id INT UNSIGNED NOT NULL COMMENT 'the link of the decided assessment',
    title VARCHAR(200) NOT NULL COMMENT 'as document.title was',
    kind ENUM('keputusan', 'sop', 'rencana', 'laporan', 'notulen', 'berita_acara', 'surat',
        'perjanjian', 'sertifikat', 'foto', 'tangkapan_layar', 'lainnya') NOT NULL COMMENT 'as document.kind was',
    number VARCHAR(80) NOT NULL COMMENT 'as document.number was',
    dated DATE NULL COMMENT 'as document.dated was',
    period_from DATE NULL COMMENT 'as document.period_from was',
    period_until DATE NULL COMMENT 'as document.period_until was',
    outside_address VARCHAR(1000) NOT NULL COMMENT 'as document.outside_address was',
    signed_by_hand TINYINT NOT NULL COMMENT 'as document.signed_by_hand was',
    PRIMARY KEY (link_id),
    CONSTRAINT judged_description_link_fk FOREIGN KEY (link_id) REFERENCES evidence_link (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Description of a document as it was judged';
