/* SPDX-License-Identifier: ISC */
#ifndef STORE_DUMP_H
#define STORE_DUMP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/error_chain.h"

/*
 * The whole database as SQL, by MariaDB's own programs (package mariadb-client):
 * what writes and reads its dumps elsewhere does so here.  The password goes through
 * a pipe, to be seen by nobody.
 */

/* Into a file that is open for writing, as of one moment, while others work on.  With
 * the place in the binary log at which it was, where that is wanted (the account then
 * needs BINLOG MONITOR).  0, or -1 with a cause. */
int dump_database(const struct config *, int file, bool binary_log, struct arena *,
    struct error_chain *);

/* The other way, from where the file stands. */
int load_database(const struct config *, int file, struct arena *, struct error_chain *);

#endif
