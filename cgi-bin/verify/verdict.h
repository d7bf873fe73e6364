/* SPDX-License-Identifier: ISC */
#ifndef VERIFY_VERDICT_H
#define VERIFY_VERDICT_H

#include "verify/verify.h"

/* What is to be written about one link. */
struct decided {
	const struct evidence_link *link;
	const char *decision; /* "": none any more */
	const char *reason;
};

/* What a tier says about one variable, as it is to be stored. */
struct verdict {
	struct context *context;
	const struct review_item *item;
	struct grade grade;
	struct decided *decided;
	size_t count;
	bool followed;    /* the province takes it over from the city with others */
	const char *note; /* before the reason in the history of the level; NULL: none */
};

bool verdict_changes_grade(const struct verdict *);

/* In the caller's transaction, behind a write of the assessment's row; the draft
 * of the actor goes with it.  409 where something is not any more as it was read. */
int verdict_write(const struct verdict *);

#endif
