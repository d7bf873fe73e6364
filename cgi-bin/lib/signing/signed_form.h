/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_SIGNED_FORM_H
#define SIGNING_SIGNED_FORM_H

#include "signing/signature_validation.h"
#include "assessment/assessment.h"
#include "frame/form_upload.h"
#include "document/issued.h"

/*
 * The form as it comes back from the head of the agency, on whichever way: a
 * scan of ink or a PDF signed elsewhere that was uploaded, or the answer of
 * the signature service.  All are checked alike, kept alike, and make the
 * same move of the assessment.
 */
enum signed_way {
	SIGNED_UPLOAD,
	SIGNED_SERVICE /* by the service, in the session of the head */
};

struct signed_form {
	const struct assessment *assessment;
	const struct move *move;       /* NULL: replaces an earlier one */
	struct issued_document form;   /* what was signed */
	struct form_upload *file;      /* the first of the request's: several are pages of it */
	struct temporary_file *staged; /* what is kept of them: by signed_form_check */
	enum signed_way way;
	bool rewritten;              /* the service's file does not begin
					 * with ours: its digest is kept, so
					 * that the check page finds it too */
	bool only_after;             /* takes the place of no other one … */
	int64_t after;               /* … than this signature; 0: of none */
	const char *media;           /* by signed_form_check */
	struct form_finding finding; /* what was found in it: the same */
};

/* The signature service of the assessment's region, or NULL: see
 * base/config.h. */
const struct esign_service *signed_form_service(struct context *, const struct assessment *);

/*
 * May the actor bring the signed form now, and which form is it: ->move and
 * ->form.  While it is signed, and until the team confirmed, a better one may
 * come.  0, or the status of the refusal.
 */
int signed_form_may(struct context *, struct signed_form *);

/* The standing signature of a form: its key, 0 for none, or enum db_error. */
int64_t signed_form_standing(struct context *, int64_t issued_id);

/*
 * The sentence why ->file is no form that could be sent to the team: not
 * readable, infected, or changed since it was signed; NULL when it can be
 * sent.  What cannot be checked can: people decide.
 */
const char *signed_form_check(struct context *, struct signed_form *);

/*
 * Keeps the file and makes the move, its history and the verdicts in one
 * transaction, behind the lock that printing another form takes too; two who
 * press at once cannot both win.  What db_txn gave, or 500.
 */
int signed_form_keep(struct context *, struct signed_form *);

#endif
