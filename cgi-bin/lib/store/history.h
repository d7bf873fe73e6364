/* SPDX-License-Identifier: ISC */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "store/db.h"

/*
 * One change: who, when, from, to, why.  Written in the same transaction as
 * the change itself.  Keys that do not apply are 0, texts NULL.
 */
struct change {
	const char *subject; /* as in the column history.subject */
	int64_t account_id;
	int64_t region_id;
	int64_t agency_id;
	int64_t assessment_id;
	int64_t variable_number;
	int64_t subject_id;
	const char *from, *to; /* cut to 500 characters */
	const char *reason;    /* cut to 2,000 characters */
};

/* One of an account or a right is an event too (store/event.h).  0, or enum db_error. */
int history_add(struct db *, const struct change *);

/* The same of many, at most DB_ROWS_MAX at a time, inside a transaction. */
int history_add_rows(struct db *, const struct change *, size_t count);

#endif
