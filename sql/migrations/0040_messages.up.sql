-- SPDX-License-Identifier: ISC
-- Who has to know of a change is told in the same transaction: in the program, and by mail, which the
-- background sends.
ALTER TABLE account
    ADD COLUMN unread INT UNSIGNED NOT NULL DEFAULT 0
        COMMENT 'messages not read yet: counted here, so that a page with the mark asks nothing more' AFTER phone,
    ADD COLUMN mail_pace ENUM('soon', 'daily', 'never') NOT NULL DEFAULT 'soon'
        COMMENT 'how often messages are sent by mail: soon, a few together; each morning; never' AFTER unread,
    ADD COLUMN mail_topics SET('task', 'deadline', 'news') NOT NULL DEFAULT 'task,deadline'
        COMMENT 'which of them are: what waits for this person, deadlines, what happened' AFTER mail_pace,
    ADD COLUMN leads TINYINT NOT NULL DEFAULT 0
        COMMENT '1: leads the team of the region, and is told what is late for too long' AFTER mail_topics;

CREATE TABLE mail (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    account_id INT UNSIGNED NOT NULL COMMENT 'to whom; the address is the account''s on the day of sending',
    token CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of its Message-ID, the same however often it is tried',
    state ENUM('ready', 'sending', 'sent', 'uncertain', 'given_up') NOT NULL DEFAULT 'ready'
        COMMENT 'sending: handed to sendmail; uncertain: nobody knows whether that took it, so it is not sent again by itself',
    tries TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often it was handed over',
    next_at DATETIME(3) NOT NULL COMMENT 'not before',
    host VARCHAR(80) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'which host has it, while sending: its receipts lie there',
    claimed_at DATETIME(3) NULL COMMENT 'since when it is sending',
    created_at DATETIME(3) NOT NULL COMMENT 'when it was put together',
    ended_at DATETIME(3) NULL COMMENT 'when it was sent, given up, or became uncertain',
    error VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what sendmail said last',
    PRIMARY KEY (id),
    UNIQUE KEY mail_token (token),
    KEY mail_next (state, next_at),
    KEY mail_account (account_id, created_at),
    CONSTRAINT mail_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT mail_ended CHECK ((state IN ('sent', 'uncertain', 'given_up')) = (ended_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Letters by mail, each of one or several messages';

CREATE TABLE message (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key, grows with time',
    account_id INT UNSIGNED NOT NULL COMMENT 'to whom',
    kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as in store/message.h; its words are templates/message/texts/KIND.txt',
    agency_id INT UNSIGNED NULL COMMENT 'which agency it is about',
    agency_name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what that was called on the day',
    assessment_id INT UNSIGNED NULL COMMENT 'which assessment it is about',
    year SMALLINT UNSIGNED NULL COMMENT 'year of the assessment',
    detail VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what else its words need, e.g. a deadline; never what people typed',
    created_at DATETIME(3) NOT NULL COMMENT 'when it happened',
    read_at DATETIME(3) NULL COMMENT 'when the person opened it',
    mail_due DATETIME(3) NULL COMMENT 'to be put into a letter then; absent: it is in one, or none is wanted',
    mail_id BIGINT UNSIGNED NULL COMMENT 'the letter that it is in',
    PRIMARY KEY (id),
    KEY message_account (account_id, id),
    KEY message_due (mail_due),
    KEY message_letter (account_id, mail_due),
    KEY message_mail (mail_id),
    KEY message_assessment (assessment_id),
    KEY message_agency (agency_id),
    CONSTRAINT message_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT message_agency_fk FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT message_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT message_mail_fk FOREIGN KEY (mail_id) REFERENCES mail (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Pesan: what a person is told, in the program and by mail';

CREATE TABLE reminder (
    assessment_id INT UNSIGNED NOT NULL COMMENT 'of which assessment',
    step TINYINT UNSIGNED NOT NULL COMMENT 'whose deadline, 1 to 7',
    deadline DATE NOT NULL COMMENT 'which one: one that was moved is another',
    kind ENUM('near', 'late', 'escalated') NOT NULL COMMENT 'what was said',
    days SMALLINT NOT NULL COMMENT 'near: 3, 1 or 0 working days before; else 0',
    at DATETIME(3) NOT NULL COMMENT 'when',
    PRIMARY KEY (assessment_id, step, deadline, kind, days),
    CONSTRAINT reminder_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Reminders that were sent: each once, whatever the clock does';
