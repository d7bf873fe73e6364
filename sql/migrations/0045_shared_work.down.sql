-- SPDX-License-Identifier: ISC
-- loses: who works on which variable, and which further agencies people serve: SELECT (SELECT COUNT(*) FROM variable_duty) + (SELECT COUNT(*) FROM membership);
DROP TABLE variable_duty;
ALTER TABLE session
    DROP CONSTRAINT session_at_whole,
    DROP FOREIGN KEY session_at_fk,
    DROP KEY session_at,
    DROP COLUMN at_role,
    DROP COLUMN at_agency_id;
ALTER TABLE account DROP COLUMN serves;
DROP TABLE membership;
