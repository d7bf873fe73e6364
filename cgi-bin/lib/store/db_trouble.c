/* SPDX-License-Identifier: ISC */
/*
 * MariaDB's errors by what they mean for who asked: done again, told apart,
 * or a fault of ours.  What is not in the table is one.
 */
#include "store/db_trouble.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <string.h>

#include "base/banned.h"

static const struct {
	unsigned code;
	struct db_meaning meaning;
} meanings[] = {
	{ ER_DUP_ENTRY, { DB_DUPLICATE, DB_TROUBLE_NONE } },
	{ ER_ROW_IS_REFERENCED_2, { DB_REFUSED, DB_TROUBLE_NONE } },
	{ ER_NO_REFERENCED_ROW_2, { DB_REFUSED, DB_TROUBLE_NONE } },
	{ ER_CONSTRAINT_FAILED, { DB_REFUSED, DB_TROUBLE_NONE } },

	/* The server has rolled the whole transaction back: 1467 is a deadlock
	 * over the counter of AUTO_INCREMENT, 1020 a row that changed since it
	 * was read (innodb_snapshot_isolation, MariaDB 11.8). */
	{ ER_LOCK_DEADLOCK, { DB_BUSY, DB_TROUBLE_CONTENDED } },
	{ ER_CHECKREAD, { DB_BUSY, DB_TROUBLE_CONTENDED } },
	{ ER_AUTOINC_READ_FAILED, { DB_BUSY, DB_TROUBLE_CONTENDED } },
	/* It has waited already: once more would hold a process as long again. */
	{ ER_LOCK_WAIT_TIMEOUT, { DB_UNABLE, DB_TROUBLE_HELD } },
	/* By max_statement_time, which many hosts set, or by KILL QUERY. */
	{ ER_STATEMENT_TIMEOUT, { DB_UNABLE, DB_TROUBLE_ENDED } },
	{ ER_QUERY_INTERRUPTED, { DB_UNABLE, DB_TROUBLE_ENDED } },

	{ ER_RECORD_FILE_FULL, { DB_UNABLE, DB_TROUBLE_FULL } },
	{ ER_DISK_FULL, { DB_UNABLE, DB_TROUBLE_FULL } },
	{ ER_OPTION_PREVENTS_STATEMENT, { DB_UNABLE, DB_TROUBLE_READ_ONLY } },
	{ ER_OPEN_AS_READONLY, { DB_UNABLE, DB_TROUBLE_READ_ONLY } },
	{ ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION, { DB_UNABLE, DB_TROUBLE_READ_ONLY } },
	{ ER_READ_ONLY_MODE, { DB_UNABLE, DB_TROUBLE_READ_ONLY } },
	{ ER_INNODB_READ_ONLY, { DB_UNABLE, DB_TROUBLE_READ_ONLY } },
	{ ER_CON_COUNT_ERROR, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_TOO_MANY_USER_CONNECTIONS, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_USER_LIMIT_REACHED, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_MAX_PREPARED_STMT_COUNT_REACHED, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_TOO_MANY_CONCURRENT_TRXS, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_LOCK_TABLE_FULL, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_OUT_OF_RESOURCES, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_OUTOFMEMORY, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_OUT_OF_SORTMEMORY, { DB_UNABLE, DB_TROUBLE_CROWDED } },
	{ ER_CANT_CREATE_THREAD, { DB_UNABLE, DB_TROUBLE_CROWDED } },

	/* A node of a cluster that has lost the others answers everything so. */
	{ ER_UNKNOWN_COM_ERROR, { DB_AWAY, DB_TROUBLE_APART } },
	{ ER_ERROR_DURING_COMMIT, { DB_AWAY, DB_TROUBLE_APART } },
	{ ER_SERVER_SHUTDOWN, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ ER_CONNECTION_KILLED, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ CR_SERVER_GONE_ERROR, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ CR_SERVER_LOST, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ CR_ERR_NET_READ, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ CR_ERR_NET_WRITE, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ CR_SERVER_LOST_EXTENDED, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ CR_CONNECTION_ERROR, { DB_AWAY, DB_TROUBLE_AWAY } },
	{ CR_CONN_HOST_ERROR, { DB_AWAY, DB_TROUBLE_AWAY } },
};

/* "Got error 28 from storage engine", "(Errcode: 28 "No space …")", "(errno: 28 …)". */
static bool
says_errno(const char *message, const char *number)
{
	static const char *const heads[] = { "rror ", "rror: ", "rrcode: ", "rrno: " };
	size_t length = strlen(number);

	for (size_t at = 0; at < sizeof(heads) / sizeof(heads[0]); at++) {
		const char *place = strstr(message, heads[at]);
		const char *told = place != NULL ? place + strlen(heads[at]) : "";

		if (strncmp(told, number, length) == 0 &&
		    (told[length] < '0' || told[length] > '9'))
			return true;
	}
	return false;
}

struct db_meaning
db_meaning(unsigned code, const char *message)
{
	for (size_t at = 0; at < sizeof(meanings) / sizeof(meanings[0]); at++)
		if (meanings[at].code == code)
			return meanings[at].meaning;
	/* Whatever could not be written, a table or a file for sorting: what the system
	 * said of it is in the words alone, ENOSPC (28), EDQUOT (122), EROFS (30). */
	if (db_quotes_value(code))
		return (struct db_meaning){ DB_FAILED, DB_TROUBLE_NONE };
	if (says_errno(message, "28") || says_errno(message, "122"))
		return (struct db_meaning){ DB_UNABLE, DB_TROUBLE_FULL };
	if (says_errno(message, "30"))
		return (struct db_meaning){ DB_UNABLE, DB_TROUBLE_READ_ONLY };
	return (struct db_meaning){ DB_FAILED, DB_TROUBLE_NONE };
}

bool
db_quotes_value(unsigned code)
{
	return code == ER_DUP_ENTRY || code == ER_TRUNCATED_WRONG_VALUE ||
	    code == ER_TRUNCATED_WRONG_VALUE_FOR_FIELD || code == ER_ILLEGAL_VALUE_FOR_TYPE ||
	    code == ER_WRONG_VALUE_FOR_TYPE || code == ER_BAD_DATA;
}

bool
db_was_done(unsigned code)
{
	switch (code) {
	case ER_TABLE_EXISTS_ERROR:
	case ER_BAD_TABLE_ERROR:
	case ER_NO_SUCH_TABLE:
	case ER_BAD_FIELD_ERROR:
	case ER_DUP_FIELDNAME:
	case ER_DUP_KEYNAME:
	case ER_DUP_CONSTRAINT_NAME:
	case ER_MULTIPLE_PRI_KEY:
	case ER_CANT_DROP_FIELD_OR_KEY:
		return true;
	default:
		return false;
	}
}
