/* SPDX-License-Identifier: ISC */
#ifndef STORE_INSTRUMENT_H
#define STORE_INSTRUMENT_H

#include "rules/instrument.h"
#include "store/db.h"

/*
 * All of one, in the arena, as the region sees it (0: the instance, which sees
 * all): 1, 0 when there is none for it, or enum db_error.
 */
int instrument_load(struct db *, struct arena *, int64_t region_id, int64_t id,
    struct instrument *);

/*
 * Writes it, as a draft or published, with its row of history, in one
 * transaction.  `by` 0: the operator's command.  0 with its key, or enum
 * db_error; DB_DUPLICATE: there is one of that name.
 */
int instrument_add(struct db *, const struct instrument *, bool publish, int64_t by, int64_t *id);

/* The same inside the transaction of the caller. */
int instrument_put(struct db *, const struct instrument *, bool publish, int64_t by, int64_t *id);

/* The last three values of import_item. */
#define HELP_VALUES(help) \
	db_text((help)[HELP_COUNTS] != NULL ? (help)[HELP_COUNTS] : ""), \
	    db_text((help)[HELP_COUNTS_NOT] != NULL ? (help)[HELP_COUNTS_NOT] : ""), \
	    db_text((help)[HELP_EXAMPLE] != NULL ? (help)[HELP_EXAMPLE] : "")

#endif
