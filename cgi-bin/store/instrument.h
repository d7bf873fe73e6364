/* SPDX-License-Identifier: ISC */
#ifndef STORE_INSTRUMENT_H
#define STORE_INSTRUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "store/db.h"

/*
 * An instrument as it is read from tables (CSV or XLSX), before it is stored.
 * All texts are UTF-8 and not NULL; lengths as in the schema.
 */
struct instrument_item {
	const char *title;	/* at most 300 characters */
	bool compulsory;
	bool needs_signature;
};

struct instrument_level {
	const char *indicator;
	const char *guidance;	/* what a verifier looks for; may be "" */
	struct instrument_item *items;	/* at least one */
	size_t item_count;		/* at most 255 */
};

struct instrument_variable {
	int64_t number;		/* 1 to 60 */
	const char *name;	/* at most 200 characters */
	struct instrument_level levels[5];	/* tingkat 1 to 5 */
};

struct instrument_category {
	const char *name;	/* at most 60 characters */
	int64_t min_tenths, max_tenths;
};

struct instrument {
	const char *name;	/* at most 160 characters */
	const char *basis;	/* at most 300 characters */
	struct instrument_variable *variables;
	size_t variable_count;
	struct instrument_category categories[5];	/* lowest first */
};

/*
 * Makes the checklist of a level out of the examples as circulated: parts
 * between semicolons, a leading "+" ("besides the lower level's") taken away,
 * the first letter made large.  A "(ttd)" behind a part says that the document
 * needs a signature, a "(wajib)" behind that, that it is compulsory; neither
 * is part of the title.  Where none is marked so, the first is compulsory.
 * The last item of every level, also of one without
 * examples, is "Dokumen pendukung lain", never compulsory, so that any
 * document finds its place.
 */
void	instrument_items(struct arena *, struct instrument_level *,
	    const char *examples);

/* "19.1", "19,1" or "19" -> 191, 191, 190; false: not such a number. */
bool	instrument_tenths(const char *text, int64_t *tenths);

/*
 * Writes it, as a draft or published, with its row of history, in one
 * transaction.  `by` 0: the operator's command.  0 with its key, or enum
 * db_error; DB_DUPLICATE: there is one of that name.
 */
int	instrument_add(struct db *, const struct instrument *, bool publish,
	    int64_t by, int64_t *id);

#endif
