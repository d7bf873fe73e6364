-- SPDX-License-Identifier: ISC
-- Public consultations of an agency or of the team of a region: what is asked, what people without an account say,
-- what becomes of it.  Of people there is no more than what they write, and an address for mail until they are answered.
CREATE TABLE hearing (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    region_id INT UNSIGNED NOT NULL COMMENT 'where',
    agency_id INT UNSIGNED NULL COMMENT 'whose it is; absent: of the team of the region',
    title VARCHAR(170) NOT NULL COMMENT 'topic',
    explanation TEXT NOT NULL COMMENT 'what it is about, for everybody',
    opens_on DATE NOT NULL COMMENT 'first day, in the zone of the region',
    closes_on DATE NOT NULL COMMENT 'last day on which opinions are taken',
    state ENUM('draft', 'open', 'closed', 'published') NOT NULL DEFAULT 'draft' COMMENT 'published: with what was decided',
    conclusion TEXT NOT NULL COMMENT 'what was decided in all, and why; may be empty until it is published',
    shown INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'goes up whenever its public page shows something else',
    paper_id INT UNSIGNED NULL COMMENT 'the document that its report became',
    salt BINARY(16) NOT NULL COMMENT 'of the marks of who supports an opinion; emptied when it is published',
    created_at DATETIME(3) NOT NULL COMMENT 'when entered',
    created_by INT UNSIGNED NOT NULL COMMENT 'by whom',
    published_at DATETIME(3) NULL COMMENT 'when its result was published',
    published_by INT UNSIGNED NULL COMMENT 'by whom',
    removed_at DATETIME(3) NULL COMMENT 'a draft that was taken out',
    version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'optimistic lock',
    PRIMARY KEY (id),
    KEY hearing_of (region_id, agency_id, id),
    CONSTRAINT hearing_region_fk FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT hearing_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT hearing_paper_fk FOREIGN KEY (paper_id) REFERENCES document (id),
    CONSTRAINT hearing_created_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT hearing_published_fk FOREIGN KEY (published_by) REFERENCES account (id),
    CONSTRAINT hearing_days CHECK (opens_on <= closes_on),
    CONSTRAINT hearing_result CHECK ((state = 'published') = (published_at IS NOT NULL)),
    CONSTRAINT hearing_concluded CHECK (state <> 'published' OR conclusion <> ''),
    CONSTRAINT hearing_removed CHECK (removed_at IS NULL OR state = 'draft')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Konsultasi publik';

CREATE TABLE hearing_document (
    hearing_id INT UNSIGNED NOT NULL COMMENT 'the consultation',
    document_id INT UNSIGNED NOT NULL COMMENT 'a document of its agency that everybody may read with it',
    revision_id INT UNSIGNED NOT NULL COMMENT 'the file of the day on which it was chosen: a later one is not shown by itself',
    PRIMARY KEY (hearing_id, document_id),
    CONSTRAINT hearing_document_hearing_fk FOREIGN KEY (hearing_id) REFERENCES hearing (id),
    CONSTRAINT hearing_document_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT hearing_document_revision_fk FOREIGN KEY (revision_id) REFERENCES revision (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What may be read with a public consultation';

CREATE TABLE hearing_question (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, in the order in which they are asked',
    hearing_id INT UNSIGNED NOT NULL COMMENT 'the consultation',
    kind ENUM('text', 'choice') NOT NULL COMMENT 'answered by words, or by one of its choices',
    wording VARCHAR(500) NOT NULL COMMENT 'the question',
    PRIMARY KEY (id),
    KEY hearing_question_of (hearing_id, id),
    CONSTRAINT hearing_question_fk FOREIGN KEY (hearing_id) REFERENCES hearing (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Questions of a public consultation';

CREATE TABLE hearing_choice (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, in the order in which they stand',
    question_id INT UNSIGNED NOT NULL COMMENT 'the question',
    label VARCHAR(200) NOT NULL COMMENT 'what may be chosen',
    PRIMARY KEY (id),
    UNIQUE KEY hearing_choice_label (question_id, label),
    CONSTRAINT hearing_choice_fk FOREIGN KEY (question_id) REFERENCES hearing_question (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Choices of a question';

CREATE TABLE hearing_theme (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    hearing_id INT UNSIGNED NOT NULL COMMENT 'the consultation',
    name VARCHAR(80) NOT NULL COMMENT 'what its opinions have in common',
    PRIMARY KEY (id),
    UNIQUE KEY hearing_theme_name (hearing_id, name),
    CONSTRAINT hearing_theme_fk FOREIGN KEY (hearing_id) REFERENCES hearing (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Themes of the opinions of a public consultation';

CREATE TABLE opinion (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, in the order in which they came',
    hearing_id INT UNSIGNED NOT NULL COMMENT 'the consultation',
    mark BINARY(32) NOT NULL COMMENT 'of the page that it came from: the same page sent twice is one opinion',
    body TEXT NOT NULL COMMENT 'what was written, as text',
    contact VARCHAR(254) NULL COMMENT 'address for mail, where the person left one; emptied when what became of it was sent',
    state ENUM('waiting', 'released', 'withheld') NOT NULL DEFAULT 'waiting'
        COMMENT 'released: an official has looked at it, everybody may read it; withheld: only officials may',
    decision ENUM('answered', 'accommodated', 'partly', 'refused') NULL COMMENT 'what becomes of it; absent: not decided yet',
    answer TEXT NOT NULL COMMENT 'the answer, or why',
    supports INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how many support it',
    received_at DATETIME(3) NOT NULL COMMENT 'when it came',
    looked_at DATETIME(3) NULL COMMENT 'when it was released or withheld',
    looked_by INT UNSIGNED NULL COMMENT 'by whom',
    decided_at DATETIME(3) NULL COMMENT 'when it was decided last',
    decided_by INT UNSIGNED NULL COMMENT 'by whom',
    PRIMARY KEY (id),
    UNIQUE KEY opinion_mark (mark),
    KEY opinion_of (hearing_id, state, id),
    KEY opinion_liked (hearing_id, state, supports),
    CONSTRAINT opinion_hearing_fk FOREIGN KEY (hearing_id) REFERENCES hearing (id),
    CONSTRAINT opinion_looked_fk FOREIGN KEY (looked_by) REFERENCES account (id),
    CONSTRAINT opinion_decided_fk FOREIGN KEY (decided_by) REFERENCES account (id),
    CONSTRAINT opinion_looked CHECK ((state = 'waiting') = (looked_at IS NULL)),
    CONSTRAINT opinion_decided CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CONSTRAINT opinion_reason CHECK (decision IS NULL OR decision = 'accommodated' OR answer <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Opinions of people on a public consultation; who they are is not kept';

CREATE TABLE opinion_reply (
    opinion_id INT UNSIGNED NOT NULL COMMENT 'the opinion that it came with',
    question_id INT UNSIGNED NOT NULL COMMENT 'the question',
    choice_id INT UNSIGNED NULL COMMENT 'what was chosen',
    body TEXT NULL COMMENT 'or what was written',
    PRIMARY KEY (opinion_id, question_id),
    CONSTRAINT opinion_reply_opinion_fk FOREIGN KEY (opinion_id) REFERENCES opinion (id),
    CONSTRAINT opinion_reply_question_fk FOREIGN KEY (question_id) REFERENCES hearing_question (id),
    CONSTRAINT opinion_reply_choice_fk FOREIGN KEY (choice_id) REFERENCES hearing_choice (id),
    CONSTRAINT opinion_reply_way CHECK ((choice_id IS NULL) <> (body IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Answers to the questions of a public consultation';

CREATE TABLE opinion_theme (
    opinion_id INT UNSIGNED NOT NULL COMMENT 'the opinion',
    theme_id INT UNSIGNED NOT NULL COMMENT 'a theme of the same consultation',
    PRIMARY KEY (opinion_id, theme_id),
    KEY opinion_theme_of (theme_id),
    CONSTRAINT opinion_theme_opinion_fk FOREIGN KEY (opinion_id) REFERENCES opinion (id),
    CONSTRAINT opinion_theme_theme_fk FOREIGN KEY (theme_id) REFERENCES hearing_theme (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Themes of opinions, as officials see them';

CREATE TABLE opinion_support (
    opinion_id INT UNSIGNED NOT NULL COMMENT 'the opinion',
    mark BINARY(32) NOT NULL COMMENT 'SHA-256 of the salt of the consultation, the opinion and a number that a browser keeps: says who it was to nobody',
    PRIMARY KEY (opinion_id, mark),
    CONSTRAINT opinion_support_fk FOREIGN KEY (opinion_id) REFERENCES opinion (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='One support of one browser; removed when the result is published';

ALTER TABLE history
    MODIFY COLUMN subject ENUM('state', 'self_level', 'city_level', 'province_level', 'city_decision', 'province_decision',
        'return_note', 'link', 'document', 'paper', 'signature', 'account', 'right', 'agency', 'region', 'cycle',
        'notice', 'instrument', 'holiday', 'setting', 'promise', 'consultation', 'ruling', 'comment', 'explanation', 'plan', 'activity', 'forum') NOT NULL
        COMMENT 'what changed';
