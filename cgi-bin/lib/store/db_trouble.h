/* SPDX-License-Identifier: ISC */
#ifndef STORE_DB_TROUBLE_H
#define STORE_DB_TROUBLE_H

#include "store/db.h"

/*
 * What an error of MariaDB means, by its number: the result that a call gives
 * for it, and what the person is told where it is 503.
 */
struct db_meaning {
	enum db_error error;
	enum db_trouble trouble;
};

/* Of a number of the server's or of the client library's, with its message: some
 * numbers stand for whatever the system said when a file was written. */
struct db_meaning db_meaning(unsigned code, const char *message);

/* Is it what a change of the schema says that was made before?  There already, or gone. */
bool db_was_done(unsigned code);

/* Does the message quote a value that somebody typed? */
bool db_quotes_value(unsigned code);

#endif
