-- SPDX-License-Identifier: ISC
-- What applicants thought of a service, once theirs was decided: nine elements, as the survey of public services has them.
CREATE TABLE service_survey (
    application_id INT UNSIGNED NOT NULL COMMENT 'whose application it was: each is asked once',
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose service',
    answered_on DATE NOT NULL COMMENT 'day of the region on which it was answered',
    requirements TINYINT UNSIGNED NOT NULL COMMENT 'persyaratan, 1 to 4',
    procedures TINYINT UNSIGNED NOT NULL COMMENT 'sistem, mekanisme dan prosedur, 1 to 4',
    duration TINYINT UNSIGNED NOT NULL COMMENT 'waktu penyelesaian, 1 to 4',
    fee TINYINT UNSIGNED NOT NULL COMMENT 'biaya atau tarif, 1 to 4',
    product TINYINT UNSIGNED NOT NULL COMMENT 'produk layanan, 1 to 4',
    competence TINYINT UNSIGNED NOT NULL COMMENT 'kompetensi pelaksana, 1 to 4',
    conduct TINYINT UNSIGNED NOT NULL COMMENT 'perilaku pelaksana, 1 to 4',
    complaints TINYINT UNSIGNED NOT NULL COMMENT 'penanganan pengaduan, saran dan masukan, 1 to 4',
    facilities TINYINT UNSIGNED NOT NULL COMMENT 'sarana dan prasarana, 1 to 4',
    entered_by INT UNSIGNED NULL COMMENT 'who typed it in from paper; absent: the applicant',
    PRIMARY KEY (application_id),
    KEY service_survey_answered (agency_id, answered_on),
    CONSTRAINT service_survey_application_fk FOREIGN KEY (application_id) REFERENCES service_application (id),
    CONSTRAINT service_survey_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT service_survey_entered_fk FOREIGN KEY (entered_by) REFERENCES account (id),
    CONSTRAINT service_survey_values CHECK (LEAST(requirements, procedures, duration, fee, product, competence, conduct, complaints, facilities) >= 1
        AND GREATEST(requirements, procedures, duration, fee, product, competence, conduct, complaints, facilities) <= 4)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Survei kepuasan masyarakat: one row of each application whose applicant answered';
