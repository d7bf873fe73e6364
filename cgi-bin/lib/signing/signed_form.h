/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_SIGNED_FORM_H
#define SIGNING_SIGNED_FORM_H

#include "assessment/assessment.h"
#include "document/issued.h"
#include "signing/signed_file.h"

/*
 * The form of an assessment as it comes back from the head of the agency, on whichever way:
 * signing/signed_file.h.  All are kept alike, and make the same move of the assessment.
 */
struct signed_form {
	const struct assessment *assessment;
	const struct move *move;     /* NULL: replaces an earlier one */
	struct issued_document form; /* what was signed */
	struct signed_file came;
};

/*
 * May the actor bring the signed form now, and which form is it: ->move and
 * ->form.  While it is signed, and until the team confirmed, a better one may
 * come.  0, or the status of the refusal.
 */
int signed_form_may(struct context *, struct signed_form *);

/* The standing signature of a form: its key, 0 for none, or enum db_error. */
int64_t signed_form_standing(struct context *, int64_t issued_id);

/*
 * signed_file_check for it.
 */
const char *signed_form_check(struct context *, struct signed_form *);

/*
 * Keeps the file and makes the move, its history and the verdicts in one
 * transaction, behind the lock that printing another form takes too; two who
 * press at once cannot both win.  What db_txn gave, or 500.
 */
int signed_form_keep(struct context *, struct signed_form *);

#endif
