-- SPDX-License-Identifier: ISC
-- Activities of an agency whose papers become evidence: training, socialisation, mentoring, meetings, innovations;
-- who was there, by a telephone at the place or by a list; documents that belong to them.
CREATE TABLE activity (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose it is',
    kind ENUM('pelatihan', 'sosialisasi', 'pendampingan', 'rapat', 'inovasi', 'lainnya') NOT NULL COMMENT 'kind of activity',
    title VARCHAR(200) NOT NULL COMMENT 'what it is called',
    starts_on DATE NOT NULL COMMENT 'first day',
    ends_on DATE NOT NULL COMMENT 'last day, the first one where it lasts one day',
    starts_minute SMALLINT UNSIGNED NOT NULL COMMENT 'minute of the day at which it begins, in the zone of the region',
    ends_minute SMALLINT UNSIGNED NOT NULL COMMENT 'minute of the day at which it ends, on each of its days',
    place VARCHAR(200) NOT NULL COMMENT 'where',
    organiser VARCHAR(200) NOT NULL COMMENT 'who holds it',
    hours SMALLINT UNSIGNED NULL COMMENT 'jam pelajaran of a training; absent: not counted',
    agenda TEXT NOT NULL COMMENT 'what is to be dealt with',
    minutes TEXT NOT NULL COMMENT 'notulen: what was said and agreed',
    follow_up TEXT NOT NULL COMMENT 'tindak lanjut: what follows from it',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    removed_at DATETIME(3) NULL COMMENT 'taken out of the register, with all that says who was there',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    KEY activity_of_agency (agency_id, starts_on, id),
    CONSTRAINT activity_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT activity_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT activity_days CHECK (starts_on <= ends_on),
    CONSTRAINT activity_minutes CHECK (starts_minute < ends_minute AND ends_minute < 1440),
    CONSTRAINT activity_hours CHECK (hours BETWEEN 1 AND 2000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Kegiatan: register of an agency';

CREATE TABLE attendance_session (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    activity_id INT UNSIGNED NOT NULL COMMENT 'the activity',
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the code that stands on the screen at the place',
    opened_at DATETIME(3) NOT NULL COMMENT 'when',
    opened_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    closes_at DATETIME(3) NOT NULL COMMENT 'end of the activity on that day: nobody is counted from then on',
    closed_at DATETIME(3) NULL COMMENT 'closed by hand before, or when another one was opened',
    PRIMARY KEY (id),
    UNIQUE KEY attendance_session_token (token_hash),
    KEY attendance_session_of (activity_id, id),
    CONSTRAINT attendance_session_activity_fk FOREIGN KEY (activity_id) REFERENCES activity (id),
    CONSTRAINT attendance_session_opened_fk FOREIGN KEY (opened_by) REFERENCES account (id),
    CONSTRAINT attendance_session_order CHECK (opened_at <= closes_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='While it is open, whoever has its code signs the attendance list by telephone';

CREATE TABLE attendance (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    activity_id INT UNSIGNED NOT NULL COMMENT 'the activity',
    session_id INT UNSIGNED NULL COMMENT 'how it came by telephone; absent: from a list',
    name VARCHAR(120) NOT NULL COMMENT 'who was there',
    nip CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NIP, where the person gave it',
    office VARCHAR(160) NOT NULL COMMENT 'agency or office that the person is from; may be empty',
    person BINARY(32) NOT NULL COMMENT 'SHA-256 of what name and office say, of namesakes also of the NIP: one person counts once',
    drawn VARCHAR(3000) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'signature drawn with a finger, as rules/drawn_line.h writes it',
    typed VARCHAR(120) NULL COMMENT 'or the name typed in its place',
    at DATETIME(3) NOT NULL COMMENT 'when it was recorded',
    account_id INT UNSIGNED NULL COMMENT 'who entered it from a list; absent: the person',
    PRIMARY KEY (id),
    UNIQUE KEY attendance_nip (activity_id, nip),
    UNIQUE KEY attendance_person (activity_id, person),
    KEY attendance_session (session_id, at),
    CONSTRAINT attendance_activity_fk FOREIGN KEY (activity_id) REFERENCES activity (id),
    CONSTRAINT attendance_session_fk FOREIGN KEY (session_id) REFERENCES attendance_session (id),
    CONSTRAINT attendance_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT attendance_way CHECK (session_id IS NULL OR account_id IS NULL),
    CONSTRAINT attendance_nip_digits CHECK (nip REGEXP '^[0-9]{18}$'),
    CONSTRAINT attendance_signed CHECK (drawn IS NULL OR typed IS NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Daftar hadir: who was there; read by the agency alone, and removed when the setting attendance_days says';

CREATE TABLE activity_document (
    activity_id INT UNSIGNED NOT NULL COMMENT 'the activity',
    document_id INT UNSIGNED NOT NULL COMMENT 'a document of the same agency: photograph, signed list, minutes, or one of the papers',
    paper ENUM('attendance', 'minutes', 'report', 'recap') NULL COMMENT 'the paper that it was made of; absent: it was uploaded',
    PRIMARY KEY (activity_id, document_id),
    UNIQUE KEY activity_document_paper (activity_id, paper),
    CONSTRAINT activity_document_activity_fk FOREIGN KEY (activity_id) REFERENCES activity (id),
    CONSTRAINT activity_document_document_fk FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Documents of an activity, in the library of its agency';

ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan', 'activity') NOT NULL
        COMMENT 'what changed';
