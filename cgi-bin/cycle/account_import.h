/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_ACCOUNT_IMPORT_H
#define CYCLE_ACCOUNT_IMPORT_H

#include "cycle/accounts.h"
#include "cycle/import.h"

/* An import of accounts: what account_rows.c and account_match.c find out about
 * each row, and what account_import.c makes of it. */

/* What describes a person and may change by a file. */
enum { PERSON_WIDTH = 5 };
extern const struct person_column {
	size_t column;		/* of the file */
	const char *name;	/* of the schema */
	const char *label;
} person_columns[PERSON_WIDTH];

/* A region that the file names, or (id 0) the whole installation. */
struct place {
	int64_t id;
	const char *code, *name;
	bool below;		/* belongs to a province */
	struct rows agencies, accounts;
	struct place *next;
};

struct entry {
	enum role role;
	const struct place *place;
	int64_t agency_id;
	const char *agency_name, *short_name;
	int64_t id;		/* of the account that is there, or 0 */
	int64_t version;
	size_t at;		/* its row among those of the place */
	bool waits;		/* never signed in: a new card may be made */
	bool proposed;		/* the sign-in name is ours */
	enum { WHAT_WRONG, WHAT_NEW, WHAT_CHANGED, WHAT_SAME, WHAT_BLANK }
		what;
	const char *was[PERSON_WIDTH];
};

struct account_import {
	struct context *context;
	struct table table;
	struct problems problems;
	int64_t region_id;	/* where no column says otherwise */
	struct rows regions;	/* all in care, with their codes */
	struct place *places;
	struct entry *entries;	/* one per row */
	size_t fresh, changed, same, blank, waiting;
	struct seen seen;
	const char *csv;	/* as it came, with the sign-in names */
};

const char *cell_of(const struct account_import *, size_t row, size_t column);

/*
 * Finds out about a row: its role and place, the account that it means if it
 * is there already, everything that is wrong.  Rows are read in their order.
 * 0 or a status.
 */
int	read_account_row(struct account_import *, size_t row);

/* The account of that name in a place, as its row; the count for none. */
size_t	account_of_name(const struct place *, const char *username);

/*
 * Finds the account that a sound row means, or the problem why it may not;
 * `named` is the one of its sign-in name.  0 or a status.
 */
int	match_account(struct account_import *, size_t row, size_t named);

#endif
