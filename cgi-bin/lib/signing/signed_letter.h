/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_SIGNED_LETTER_H
#define SIGNING_SIGNED_LETTER_H

#include "signing/signed_file.h"

/*
 * The letter of a service as it comes back from who signs it: signing/signed_file.h.  What is
 * kept is told on the check page, and given to who applied.  Texts are never NULL.
 */
struct signed_letter {
	struct issued_document paper;
	const char *number, *agency_name, *region_name;
	int64_t application_id, agency_id, region_id;
	struct signed_file came;
};

/* By key, of that agency: 0, 404 or another status. */
int signed_letter_find(struct context *, int64_t id, int64_t agency_id, struct signed_letter *);

/* Can a signed copy of it be kept now?  0, or the status of the refusal: one that was ended, or
 * whose day is over, is not signed any more. */
int signed_letter_may(struct context *, const struct signed_letter *);

/* signed_file_check for it; here nobody compares, so a file that bears the code of another
 * paper is none, nor takes ink the place of an electronic signature. */
const char *signed_letter_check(struct context *, struct signed_letter *);

/* Keeps the file with its row of history in one transaction, in which the letter is held.
 * What db_txn gave, or 500. */
int signed_letter_keep(struct context *, struct signed_letter *);

#endif
