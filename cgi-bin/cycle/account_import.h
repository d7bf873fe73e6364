/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_ACCOUNT_IMPORT_H
#define CYCLE_ACCOUNT_IMPORT_H

#include "cycle/accounts.h"
#include "cycle/import.h"

/* An import of accounts: what account_rows.c and account_match.c find out about
 * each row, and what account_import.c makes of it. */

/* The columns of its spreadsheet; behind the last those of a person. */
enum { SHEET_ROLE, SHEET_REGION, SHEET_AGENCY, SHEET_USERNAME, SHEET_FIRST };
#define SHEET_OF(person) (SHEET_FIRST + (person))

/* A region that the file names, or (id 0) the whole instance. */
struct place {
	int64_t id;
	const char *code, *name;
	bool below; /* belongs to a province */
	struct rows agencies, accounts;
	struct place *next;
};

struct entry {
	struct import_row row;
	enum role role;
	const struct place *place;
	int64_t agency_id;
	const char *agency_name, *short_name;
	size_t at;     /* the account's row among those of the place */
	bool proposed; /* the sign-in name is ours */
};

struct account_import {
	struct place *places;
	struct entry *entries; /* one per row */
};

struct account_import *account_import_of(const struct import *);
struct entry *entry_of(const struct import *, size_t row);

/*
 * Finds out about a row: its role and place, the account that it means if it
 * is there already, everything that is wrong.  Rows are read in their order.
 * 0 or a status.
 */
int read_account_row(struct import *, size_t row);

/* The account of that name in a place, as its row; the count for none. */
size_t account_of_name(const struct place *, const char *username);

/*
 * Finds the account that a sound row means, or the problem why it may not;
 * `named` is the one of its sign-in name.  0 or a status.
 */
int match_account(struct import *, size_t row, size_t named);

#endif
