-- SPDX-License-Identifier: ISC
-- The yearly assessment, from the regions to the papers.
-- Times are UTC; dates are the region's own calendar days.
-- Rules of the workflow that a single row can show stand here as constraints;
-- the rest is in cgi-bin/rules and in guarded statements.

CREATE TABLE region (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    parent_id INT UNSIGNED NULL COMMENT 'the province of a kabupaten or kota; absent for a province',
    code VARCHAR(5) NOT NULL COMMENT 'official code PP or PP.KK, e.g. 64.71',
    name VARCHAR(120) NOT NULL COMMENT 'full name, e.g. Kota Balikpapan',
    kind ENUM('province', 'regency', 'city') NOT NULL COMMENT 'provinsi, kabupaten, kota',
    timezone ENUM('WIB', 'WITA', 'WIT') NOT NULL COMMENT 'zone in which times are shown: UTC+7, +8, +9',
    place VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'place named beside the date on papers',
    bureau VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'the organisation bureau that runs the assessment',
    complaint_channel VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'how to complain at the Sekretariat Daerah, shown to the public',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY region_code (code),
    KEY region_parent (parent_id, name),
    CONSTRAINT region_parent_fk FOREIGN KEY (parent_id) REFERENCES region (id),
    CONSTRAINT region_code_form CHECK (code RLIKE '^[0-9]{2}(\\.[0-9]{2})?$'),
    CONSTRAINT region_kind_code CHECK ((kind = 'province') = (CHAR_LENGTH(code) = 2))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Daerah: provinces over kabupaten and kota';

CREATE TABLE agency (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NOT NULL COMMENT 'the region it belongs to',
    name VARCHAR(200) NOT NULL COMMENT 'full name of the perangkat daerah',
    short_name VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'usual abbreviation',
    head_title VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'office of the head as printed over the signature',
    head_name VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'name of the head as printed',
    head_rank VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'rank (pangkat) as printed',
    head_nip VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'civil servant number as printed',
    active TINYINT NOT NULL DEFAULT 1 COMMENT '0: takes no part in new cycles',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY agency_name (region_id, name),
    UNIQUE KEY agency_region (id, region_id),
    CONSTRAINT agency_region_fk FOREIGN KEY (region_id) REFERENCES region (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Perangkat daerah';

CREATE TABLE account (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    username VARCHAR(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'sign-in name',
    password_hash VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Argon2id in its usual text form',
    role ENUM('operator', 'head', 'verifier', 'validator', 'admin', 'auditor') NOT NULL COMMENT 'rights, table of roles',
    region_id INT UNSIGNED NULL COMMENT 'where the rights hold; absent: administrator of the whole installation',
    agency_id INT UNSIGNED NULL COMMENT 'own agency; for a verifier the one never verified by this person',
    full_name VARCHAR(120) NOT NULL COMMENT 'as shown to colleagues',
    nip VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'civil servant number',
    office VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'position, e.g. the unsur in the Tim Pelaksana',
    email VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'for messages',
    phone VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'for the bureau to call back',
    state ENUM('active', 'ended') NOT NULL DEFAULT 'active' COMMENT 'ended: cannot sign in; the work stays',
    ended_at DATETIME(3) NULL COMMENT 'when access ended',
    successor_id INT UNSIGNED NULL COMMENT 'who took the work over (alih tugas)',
    must_change_password TINYINT NOT NULL DEFAULT 0 COMMENT '1: the password was set by somebody else',
    password_changed_at DATETIME(3) NOT NULL COMMENT 'for the age rule',
    totp_secret VARBINARY(32) NULL COMMENT 'second factor, RFC 6238; absent: none',
    totp_confirmed TINYINT NOT NULL DEFAULT 0 COMMENT '1: a code was shown to work',
    totp_last_step BIGINT NOT NULL DEFAULT 0 COMMENT 'time step last accepted; a code works once',
    created_at DATETIME(3) NOT NULL COMMENT 'when made',
    signed_in_at DATETIME(3) NULL COMMENT 'last sign-in',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY account_username (username),
    KEY account_agency (agency_id, state),
    KEY account_region (region_id, state),
    CONSTRAINT account_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT account_agency_fk FOREIGN KEY (agency_id, region_id) REFERENCES agency (id, region_id),
    CONSTRAINT account_successor_fk FOREIGN KEY (successor_id) REFERENCES account (id),
    CONSTRAINT account_scope CHECK (
        (role IN ('operator', 'head') AND agency_id IS NOT NULL AND region_id IS NOT NULL) OR
        (role IN ('verifier', 'validator', 'auditor') AND region_id IS NOT NULL) OR
        role = 'admin'),
    CONSTRAINT account_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='People who sign in; never deleted, since history names them';

CREATE TABLE recovery_code (
    account_id INT UNSIGNED NOT NULL COMMENT 'whose',
    code_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the code; the code is shown once',
    used_at DATETIME(3) NULL COMMENT 'a code works once',
    PRIMARY KEY (account_id, code_hash),
    CONSTRAINT recovery_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Second factor for a lost telephone';

CREATE TABLE session (
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie; the token itself is nowhere kept',
    account_id INT UNSIGNED NOT NULL COMMENT 'who is signed in',
    csrf CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'token that every form carries',
    second_factor TINYINT NOT NULL DEFAULT 0 COMMENT '1: given; 0: not needed or still asked',
    created_at DATETIME(3) NOT NULL COMMENT 'for the absolute limit',
    seen_at DATETIME(3) NOT NULL COMMENT 'for the idle limit; written at most once a minute',
    address VARCHAR(45) CHARACTER SET ascii NOT NULL COMMENT 'client address at sign-in',
    agent VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'browser as it names itself, so that people know their own devices',
    PRIMARY KEY (token_hash),
    KEY session_account (account_id),
    KEY session_seen (seen_at),
    CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Signed-in browsers';

CREATE TABLE throttle (
    kind ENUM('account', 'address', 'check') NOT NULL COMMENT 'what is counted: failures of a name, of an address, public checks',
    key_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the name or address',
    failures INT UNSIGNED NOT NULL COMMENT 'tries that were counted and not forgiven',
    since DATETIME(3) NOT NULL COMMENT 'last try that was counted',
    PRIMARY KEY (kind, key_hash),
    KEY throttle_since (since)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Failed attempts, to slow down guessing';

CREATE TABLE setting (
    name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key',
    value VARCHAR(300) NOT NULL COMMENT 'as text; parsed where used',
    label VARCHAR(200) NOT NULL COMMENT 'Indonesian label for the administrator',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What the administrator may choose for the installation';

INSERT INTO setting (name, value, label) VALUES
    ('session_idle_minutes', '60', 'Sesi berakhir bila tidak dipakai (menit)'),
    ('session_hours', '12', 'Sesi berakhir paling lama (jam)'),
    ('second_factor_roles', 'verifier,validator,admin', 'Peran yang wajib memakai kode verifikasi dua langkah'),
    ('password_min_length', '12', 'Panjang kata sandi paling sedikit (karakter)'),
    ('throttle_failures', '5', 'Percobaan masuk yang gagal sebelum ditahan'),
    ('throttle_address_failures', '50', 'Percobaan masuk yang gagal dari satu alamat jaringan (satu kantor) sebelum ditahan'),
    ('throttle_minutes', '15', 'Lama penahanan setelah gagal (menit)'),
    ('file_max_mib', '50', 'Ukuran berkas paling besar (MiB)'),
    ('agency_quota_mib', '2048', 'Ruang simpan tiap perangkat daerah (MiB)'),
    ('working_weekdays', '31', 'Hari kerja: jumlah Senin 1, Selasa 2, Rabu 4, Kamis 8, Jumat 16, Sabtu 32, Minggu 64');

CREATE TABLE holiday (
    day DATE NOT NULL COMMENT 'the day',
    kind ENUM('libur', 'cuti_bersama') NOT NULL COMMENT 'national holiday or joint leave',
    name VARCHAR(120) NOT NULL COMMENT 'its name',
    PRIMARY KEY (day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Days that are not working days; set each year by joint decree, so editable';

CREATE TABLE instrument (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    name VARCHAR(160) NOT NULL COMMENT 'name and version',
    basis VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'legal basis as shown',
    state ENUM('draft', 'published') NOT NULL DEFAULT 'draft' COMMENT 'a published version never changes',
    created_at DATETIME(3) NOT NULL COMMENT 'when imported or copied',
    published_at DATETIME(3) NULL COMMENT 'when frozen',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY instrument_name (name),
    CONSTRAINT instrument_published CHECK ((state = 'published') = (published_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='A version of the questionnaire';

CREATE TABLE variable (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    instrument_id INT UNSIGNED NOT NULL COMMENT 'version it belongs to',
    number TINYINT UNSIGNED NOT NULL COMMENT '1 to 11 in Permendagri 99/2018',
    name VARCHAR(200) NOT NULL COMMENT 'official label, official spelling',
    PRIMARY KEY (id),
    UNIQUE KEY variable_number (instrument_id, number),
    CONSTRAINT variable_instrument_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id),
    CONSTRAINT variable_number_range CHECK (number BETWEEN 1 AND 60)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Variabel of an instrument';

CREATE TABLE level (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    variable_id INT UNSIGNED NOT NULL COMMENT 'variable it belongs to',
    number TINYINT UNSIGNED NOT NULL COMMENT 'tingkat 1 to 5',
    indicator TEXT NOT NULL COMMENT 'wording of the instrument',
    guidance TEXT NOT NULL DEFAULT '' COMMENT 'what a verifier looks for: local practice',
    PRIMARY KEY (id),
    UNIQUE KEY level_number (variable_id, number),
    CONSTRAINT level_variable_fk FOREIGN KEY (variable_id) REFERENCES variable (id),
    CONSTRAINT level_number_range CHECK (number BETWEEN 1 AND 5)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Tingkat of a variable with its wording';

CREATE TABLE checklist_item (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    level_id INT UNSIGNED NOT NULL COMMENT 'level that it proves',
    position TINYINT UNSIGNED NOT NULL COMMENT 'order in the list, from 1',
    title VARCHAR(300) NOT NULL COMMENT 'document that is asked for: local practice, editable while draft',
    compulsory TINYINT NOT NULL COMMENT '1: the level is supported only with it',
    PRIMARY KEY (id),
    UNIQUE KEY checklist_position (level_id, position),
    CONSTRAINT checklist_level_fk FOREIGN KEY (level_id) REFERENCES level (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Documents asked for at a level; every level has at least one';

CREATE TABLE category (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    instrument_id INT UNSIGNED NOT NULL COMMENT 'version it belongs to',
    level TINYINT UNSIGNED NOT NULL COMMENT '1 lowest to 5 highest',
    name VARCHAR(60) NOT NULL COMMENT 'label, e.g. Sangat Tinggi',
    min_tenths INT NOT NULL COMMENT 'lowest score in tenths, e.g. 461',
    max_tenths INT NOT NULL COMMENT 'highest score in tenths, e.g. 550',
    PRIMARY KEY (id),
    UNIQUE KEY category_level (instrument_id, level),
    CONSTRAINT category_instrument_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id),
    CONSTRAINT category_range CHECK (min_tenths <= max_tenths)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Intervals of the score';

CREATE TABLE cycle (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NOT NULL COMMENT 'whose agencies are assessed',
    instrument_id INT UNSIGNED NOT NULL COMMENT 'published version in use',
    year SMALLINT UNSIGNED NOT NULL COMMENT 'year of the assessment',
    province_tier TINYINT NOT NULL COMMENT '1: the province validates after the city',
    start_date DATE NOT NULL COMMENT 'first day of step 1',
    letter_number VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'number of the notification letter',
    state ENUM('draft', 'open', 'reported') NOT NULL DEFAULT 'draft' COMMENT 'reported: figures are published',
    opened_at DATETIME(3) NULL COMMENT 'when the agencies could begin',
    reported_at DATETIME(3) NULL COMMENT 'when the report was issued',
    last_receipt INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'running number of receipts',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY cycle_year (region_id, year),
    KEY cycle_instrument (instrument_id),
    CONSTRAINT cycle_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT cycle_instrument_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id),
    CONSTRAINT cycle_year_range CHECK (year BETWEEN 2018 AND 2100),
    CONSTRAINT cycle_opened CHECK ((state = 'draft') = (opened_at IS NULL)),
    CONSTRAINT cycle_reported CHECK ((state = 'reported') = (reported_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Periode penilaian of one region in one year';

CREATE TABLE cycle_step (
    cycle_id INT UNSIGNED NOT NULL COMMENT 'the cycle',
    step TINYINT UNSIGNED NOT NULL COMMENT '1 to 7',
    working_days SMALLINT UNSIGNED NOT NULL COMMENT 'length in working days',
    planned_from DATE NOT NULL COMMENT 'computed from start, durations and holidays',
    planned_until DATE NOT NULL COMMENT 'last day of the step',
    PRIMARY KEY (cycle_id, step),
    CONSTRAINT cycle_step_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id),
    CONSTRAINT cycle_step_range CHECK (step BETWEEN 1 AND 7),
    CONSTRAINT cycle_step_days CHECK (working_days BETWEEN 1 AND 250),
    CONSTRAINT cycle_step_order CHECK (planned_from <= planned_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Plan of the seven steps';

CREATE TABLE assessment (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    cycle_id INT UNSIGNED NOT NULL COMMENT 'the cycle',
    agency_id INT UNSIGNED NOT NULL COMMENT 'the agency',
    state ENUM('not_started', 'draft', 'submitted', 'returned', 'verified', 'validated',
        'signed', 'received', 'reported') NOT NULL DEFAULT 'not_started' COMMENT 'see rules/workflow.h',
    told_at DATETIME(3) NULL COMMENT 'notified by the team (checklist of step 3)',
    told_by INT UNSIGNED NULL COMMENT 'who notified',
    told_how VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'letter, meeting, call',
    opened_at DATETIME(3) NULL COMMENT 'first opened by the agency',
    opened_by INT UNSIGNED NULL COMMENT 'who opened it first',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY assessment_agency (cycle_id, agency_id),
    KEY assessment_of_agency (agency_id, cycle_id),
    CONSTRAINT assessment_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id),
    CONSTRAINT assessment_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT assessment_told_fk FOREIGN KEY (told_by) REFERENCES account (id),
    CONSTRAINT assessment_opened_fk FOREIGN KEY (opened_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Penilaian of one agency in one cycle; made when the cycle opens';

CREATE TABLE answer (
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment',
    variable_id INT UNSIGNED NOT NULL COMMENT 'the variable',
    self_level TINYINT UNSIGNED NULL COMMENT 'penilaian mandiri, 1 to 5',
    explanation TEXT NOT NULL DEFAULT '' COMMENT 'the real condition, in the agency''s words',
    overclaim_reason TEXT NOT NULL DEFAULT '' COMMENT 'why more is claimed than the documents support',
    city_level TINYINT UNSIGNED NULL COMMENT 'verifikasi, 1 to 5',
    city_reason TEXT NOT NULL DEFAULT '' COMMENT 'compulsory when it differs from the self level',
    city_recommendation TEXT NOT NULL DEFAULT '' COMMENT 'compulsory below the highest level',
    province_level TINYINT UNSIGNED NULL COMMENT 'validasi, 1 to 5',
    province_reason TEXT NOT NULL DEFAULT '' COMMENT 'compulsory when it differs from the city level',
    province_recommendation TEXT NOT NULL DEFAULT '' COMMENT 'compulsory below the highest level',
    return_note TEXT NOT NULL DEFAULT '' COMMENT 'what to mend, while returned',
    must_mend TINYINT NOT NULL DEFAULT 0 COMMENT '1: named in the return; only these unlock',
    mended TINYINT NOT NULL DEFAULT 0 COMMENT '1: named in the return and saved since',
    updated_at DATETIME(3) NULL COMMENT 'last saved',
    updated_by INT UNSIGNED NULL COMMENT 'by whom',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (assessment_id, variable_id),
    KEY answer_variable (variable_id),
    CONSTRAINT answer_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT answer_variable_fk FOREIGN KEY (variable_id) REFERENCES variable (id),
    CONSTRAINT answer_updated_fk FOREIGN KEY (updated_by) REFERENCES account (id),
    CONSTRAINT answer_mended CHECK (mended = 0 OR must_mend = 1),
    CONSTRAINT answer_self_range CHECK (self_level BETWEEN 1 AND 5),
    CONSTRAINT answer_city_range CHECK (city_level BETWEEN 1 AND 5),
    CONSTRAINT answer_province_range CHECK (province_level BETWEEN 1 AND 5),
    CONSTRAINT answer_city_reason CHECK (city_level IS NULL OR city_level <=> self_level OR city_reason <> ''),
    CONSTRAINT answer_city_recommendation CHECK (city_level IS NULL OR city_level = 5 OR city_recommendation <> ''),
    CONSTRAINT answer_province_reason CHECK (province_level IS NULL OR province_level <=> city_level OR province_reason <> ''),
    CONSTRAINT answer_province_recommendation CHECK (province_level IS NULL OR province_level = 5 OR province_recommendation <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Jawaban: three levels per variable, always apart; made when the cycle opens';

CREATE TABLE document (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    agency_id INT UNSIGNED NOT NULL COMMENT 'owner',
    title VARCHAR(200) NOT NULL COMMENT 'title',
    kind ENUM('keputusan', 'sop', 'rencana', 'laporan', 'notulen', 'berita_acara', 'surat',
        'perjanjian', 'sertifikat', 'foto', 'tangkapan_layar', 'lainnya') NOT NULL COMMENT 'kind of document',
    number VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'number of the letter or decree',
    dated DATE NULL COMMENT 'date of the document',
    period_from DATE NULL COMMENT 'period that it covers, first day',
    period_until DATE NULL COMMENT 'period that it covers, last day',
    outside_address VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'link elsewhere; flagged, never counted as stored',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    archived_at DATETIME(3) NULL COMMENT 'hidden from the library; nothing is deleted',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    KEY document_agency (agency_id, archived_at, title),
    CONSTRAINT document_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT document_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT document_period CHECK (period_from IS NULL OR period_until IS NULL OR period_from <= period_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Dokumen data dukung of an agency';

CREATE TABLE revision (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    document_id INT UNSIGNED NOT NULL COMMENT 'the document',
    number SMALLINT UNSIGNED NOT NULL COMMENT 'from 1; the highest counts',
    sha256 BINARY(32) NOT NULL COMMENT 'hash of the content, computed on the way in',
    bytes BIGINT UNSIGNED NOT NULL COMMENT 'size',
    type VARCHAR(100) CHARACTER SET ascii NOT NULL COMMENT 'media type found in the content',
    client_name VARCHAR(255) NOT NULL COMMENT 'file name as the browser sent it: text only, never a path',
    stored_name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name below files_dir, made by us',
    created_at DATETIME(3) NOT NULL COMMENT 'when received',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    PRIMARY KEY (id),
    UNIQUE KEY revision_number (document_id, number),
    UNIQUE KEY revision_stored (stored_name),
    KEY revision_sha256 (sha256),
    CONSTRAINT revision_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT revision_created_fk FOREIGN KEY (created_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Files of a document; nothing is overwritten';

CREATE TABLE link (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'the assessment that it supports',
    checklist_item_id INT UNSIGNED NOT NULL COMMENT 'the criterion: item of a level of a variable',
    document_id INT UNSIGNED NOT NULL COMMENT 'the document',
    city_decision ENUM('accepted', 'rejected') NULL COMMENT 'decision of the city team; absent: none yet',
    city_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'compulsory when rejected',
    city_revision_id INT UNSIGNED NULL COMMENT 'revision that was looked at',
    province_decision ENUM('accepted', 'rejected') NULL COMMENT 'decision of the province; absent: none yet',
    province_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'compulsory when rejected',
    province_revision_id INT UNSIGNED NULL COMMENT 'revision that was looked at',
    created_at DATETIME(3) NOT NULL COMMENT 'when linked',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    removed_at DATETIME(3) NULL COMMENT 'taken away or moved; kept for history',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    UNIQUE KEY link_once (assessment_id, checklist_item_id, document_id),
    KEY link_document (document_id),
    KEY link_item (checklist_item_id),
    CONSTRAINT link_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT link_item_fk FOREIGN KEY (checklist_item_id) REFERENCES checklist_item (id),
    CONSTRAINT link_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT link_city_revision_fk FOREIGN KEY (city_revision_id) REFERENCES revision (id),
    CONSTRAINT link_province_revision_fk FOREIGN KEY (province_revision_id) REFERENCES revision (id),
    CONSTRAINT link_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT link_city_reason CHECK (city_decision IS NULL OR city_decision = 'accepted' OR city_reason <> ''),
    CONSTRAINT link_province_reason CHECK (province_decision IS NULL OR province_decision = 'accepted' OR province_reason <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Tautan: a document put under a criterion, with both decisions';

CREATE TABLE paper (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    cycle_id INT UNSIGNED NOT NULL COMMENT 'for the running number',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'what it is about',
    kind ENUM('form', 'receipt') NOT NULL COMMENT 'verified questionnaire or tanda terima',
    number INT UNSIGNED NULL COMMENT 'running number of a receipt in its cycle',
    code CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'unguessable, printed and in the QR code',
    content MEDIUMTEXT NOT NULL COMMENT 'every printed field, one name=value a line; the page is drawn from this alone',
    digest BINARY(32) NOT NULL COMMENT 'SHA-256 of content',
    issued_at DATETIME(3) NOT NULL COMMENT 'when made',
    issued_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    ended ENUM('replaced', 'cancelled') NULL COMMENT 'absent: valid',
    ended_at DATETIME(3) NULL COMMENT 'since when no longer valid',
    ended_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why cancelled',
    PRIMARY KEY (id),
    UNIQUE KEY paper_code (code),
    UNIQUE KEY paper_number (cycle_id, kind, number),
    KEY paper_assessment (assessment_id, kind),
    CONSTRAINT paper_cycle_fk FOREIGN KEY (cycle_id) REFERENCES cycle (id),
    CONSTRAINT paper_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT paper_issued_fk FOREIGN KEY (issued_by) REFERENCES account (id),
    CONSTRAINT paper_receipt_number CHECK ((kind = 'receipt') = (number IS NOT NULL)),
    CONSTRAINT paper_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CONSTRAINT paper_ended_reason CHECK (ended IS NULL OR ended = 'replaced' OR ended_reason <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Papers that can be checked by anyone who holds them';

CREATE TABLE signature (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    paper_id INT UNSIGNED NOT NULL COMMENT 'the form that was signed',
    method ENUM('ink', 'electronic') NOT NULL COMMENT 'scan of ink, or PDF signature',
    sha256 BINARY(32) NOT NULL COMMENT 'hash of the uploaded file',
    bytes BIGINT UNSIGNED NOT NULL COMMENT 'size',
    type VARCHAR(100) CHARACTER SET ascii NOT NULL COMMENT 'media type found in the content',
    client_name VARCHAR(255) NOT NULL COMMENT 'file name as the browser sent it: text only',
    stored_name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name below files_dir, made by us',
    created_at DATETIME(3) NOT NULL COMMENT 'when received',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    confirmed_at DATETIME(3) NULL COMMENT 'when the team confirmed it',
    confirmed_by INT UNSIGNED NULL COMMENT 'by whom',
    cancelled_at DATETIME(3) NULL COMMENT 'cancelled by reopening, or refused by the team',
    PRIMARY KEY (id),
    UNIQUE KEY signature_stored (stored_name),
    KEY signature_paper (paper_id),
    CONSTRAINT signature_paper_fk FOREIGN KEY (paper_id) REFERENCES paper (id),
    CONSTRAINT signature_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT signature_confirmed_fk FOREIGN KEY (confirmed_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Pengesahan: signed forms that came back';

CREATE TABLE history (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, grows with time',
    at DATETIME(3) NOT NULL COMMENT 'when',
    account_id INT UNSIGNED NULL COMMENT 'who; absent: the operator''s command',
    region_id INT UNSIGNED NULL COMMENT 'where it is to be seen',
    agency_id INT UNSIGNED NULL COMMENT 'whom it concerns',
    assessment_id INT UNSIGNED NULL COMMENT 'assessment that it concerns',
    variable_number TINYINT UNSIGNED NULL COMMENT 'variable that it concerns',
    subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting') NOT NULL COMMENT 'what changed',
    subject_id BIGINT UNSIGNED NULL COMMENT 'key of the changed row',
    from_value VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'before',
    to_value VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'after',
    reason VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'why',
    PRIMARY KEY (id),
    KEY history_assessment (assessment_id, id),
    KEY history_agency (agency_id, id),
    KEY history_region (region_id, id),
    KEY history_subject (subject, subject_id, id),
    CONSTRAINT history_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT history_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT history_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT history_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Every change of state, level, decision and right; only ever added to';
