-- SPDX-License-Identifier: ISC
-- What happens when the last day of filling in is over is a choice of the cycle, and a step may end later
-- for one agency than for the others.
ALTER TABLE cycle
    ADD COLUMN after_deadline ENUM('warn', 'close', 'ask') NOT NULL DEFAULT 'warn'
        COMMENT 'once the last day of filling in is over: it is only said; it closes; it closes, and more time may be asked for' AFTER early_filling;
ALTER TABLE assessment
    ADD COLUMN until_4 DATE NULL COMMENT 'last day of filling in for this agency, in place of the plan''s',
    ADD COLUMN until_5 DATE NULL COMMENT 'last day of verification for this agency, in place of the plan''s',
    ADD COLUMN until_6 DATE NULL COMMENT 'last day of signing for this agency, in place of the plan''s',
    ADD COLUMN kept_open TINYINT NOT NULL DEFAULT 0
        COMMENT '1: was opened again by the team, so that the deadline that is over does not close it';
CREATE TABLE time_request (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'key',
    assessment_id INT UNSIGNED NOT NULL COMMENT 'for which assessment',
    until DATE NOT NULL COMMENT 'until when more time for filling in is asked for',
    reason VARCHAR(1000) NOT NULL COMMENT 'why, in the words of the agency',
    asked_by INT UNSIGNED NOT NULL COMMENT 'who asked',
    asked_at DATETIME(3) NOT NULL COMMENT 'when',
    waiting TINYINT NULL DEFAULT 1 COMMENT '1: nobody has answered yet; else absent, so that one waits at a time',
    granted DATE NULL COMMENT 'until when the team has given time; absent: none',
    answer VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what the team said',
    answered_by INT UNSIGNED NULL COMMENT 'who answered',
    answered_at DATETIME(3) NULL COMMENT 'when',
    PRIMARY KEY (id),
    UNIQUE KEY time_request_waiting (assessment_id, waiting),
    CONSTRAINT time_request_assessment_fk FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT time_request_asked_fk FOREIGN KEY (asked_by) REFERENCES account (id),
    CONSTRAINT time_request_answered_fk FOREIGN KEY (answered_by) REFERENCES account (id),
    CONSTRAINT time_request_state CHECK ((waiting IS NULL) = (answered_at IS NOT NULL)),
    CONSTRAINT time_request_one CHECK (waiting IS NULL OR waiting = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Permintaan tambahan waktu of agencies whose filling in was closed';
