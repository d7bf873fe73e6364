-- SPDX-License-Identifier: ISC
-- loses: what people were told, and letters: SELECT (SELECT COUNT(*) FROM message) + (SELECT COUNT(*) FROM mail) + (SELECT COUNT(*) FROM reminder);
-- loses: what people want by mail, and who leads a team: SELECT COUNT(*) FROM account WHERE mail_pace <> 'soon' OR mail_topics <> 'task,deadline' OR leads <> 0;
-- Nobody is told anything.
DROP TABLE reminder;
DROP TABLE message;
DROP TABLE mail;
ALTER TABLE account
    DROP COLUMN leads,
    DROP COLUMN mail_topics,
    DROP COLUMN mail_pace,
    DROP COLUMN unread;
