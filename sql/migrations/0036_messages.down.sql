-- SPDX-License-Identifier: ISC
-- Nobody is told anything.
DROP TABLE reminder;
DROP TABLE message;
DROP TABLE mail;
ALTER TABLE account
    DROP COLUMN leads,
    DROP COLUMN mail_topics,
    DROP COLUMN mail_pace,
    DROP COLUMN unread;
