/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_ACCOUNT_IMPORT_H
#define CYCLE_ACCOUNT_IMPORT_H

#include "cycle/accounts.h"
#include "cycle/import.h"
#include "cycle/text_index.h"

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
	/* Agencies by what their name, or else their abbreviation says, two places each;
	 * accounts by sign-in name, by NIP, by whose they are. */
	struct text_index agency_names, usernames, nips, persons;
	struct place *next;
};

struct entry {
	struct import_row row;
	enum role role;
	const struct place *place;
	int64_t agency_id;
	const char *agency_name, *short_name;
	bool agency_ended; /* it takes part no more */
	size_t at;         /* the account's row among those of the place */
	bool proposed;     /* the sign-in name is ours */
};

struct account_import {
	struct place *places;
	struct entry *entries; /* one per row */
	/* Rows by their sign-in name, those that were checked and those that are
	 * promised one; and, two places each, by whom they mean. */
	struct text_index named, promised, meant;
	struct rows lists; /* of this person, with cards to be made */
};

struct account_import *account_import_of(const struct import *);
struct entry *entry_of(const struct import *, size_t row);

/*
 * Finds out about a row: its role and place, the account that it means if it
 * is there already, everything that is wrong.  Rows are read in their order.
 * 0 or a status.
 */
int read_account_row(struct import *, size_t row);

/* Of what a name says (rules/name_text.h) and a number: alike where both are. */
uint64_t name_hash(void (*key)(char *out, const char *name), const char *name, int64_t number);

/* Makes the indexes of the accounts that are there. */
void index_accounts(struct arena *, struct place *);

/* The account of that name in a place, as its row; the count for none. */
size_t account_of_name(const struct place *, const char *username);

/*
 * Finds the account that a sound row means, or the problem why it may not;
 * `named` is the one of its sign-in name.  0 or a status.
 */
int match_account(struct import *, size_t row, size_t named);

#endif
