/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_SIGNED_FILE_H
#define SIGNING_SIGNED_FILE_H

#include "frame/form_upload.h"
#include "signing/signature_validation.h"

/*
 * A paper as it comes back signed, whatever paper it is: a form of an assessment
 * (signing/signed_form.h) or a letter of a service (signing/signed_letter.h).  A scan of ink
 * or a PDF signed elsewhere that was uploaded, or the answer of the signature service: all
 * are checked alike, and kept in the same rows.
 */
enum signed_way {
	SIGNED_UPLOAD,
	SIGNED_SERVICE /* by the service, in the session of the head */
};

struct signed_file {
	struct form_upload *file;      /* the first of the request's: several are pages of it */
	struct temporary_file *staged; /* what is kept of them: by signed_file_check */
	enum signed_way way;
	bool rewritten;              /* the service's file does not begin
					 * with ours: its digest is kept, so
					 * that the check page finds it too */
	bool only_after;             /* takes the place of no other one … */
	int64_t after;               /* … than this signature; 0: of none */
	const char *media;           /* by signed_file_check */
	struct form_finding finding; /* what was found in it: the same */
};

/* The signature service of a region, or NULL: see base/config.h. */
const struct esign_service *signing_service(struct context *, int64_t region_id);

/*
 * The sentence why ->file is no copy of that paper which could be kept: not readable,
 * infected, or changed since it was signed, by whom the region trusts; NULL when it can.
 * What cannot be checked can: people decide.
 */
const char *signed_file_check(struct context *, int64_t region_id, const struct issued_document *,
    struct signed_file *);

/* Its row, in the caller's transaction, after the one that it replaces has ended; and what
 * is known of its electronic signatures.  0 or enum db_error. */
int signed_file_add(struct context *, const struct issued_document *, const struct signed_file *,
    int64_t *signature_id);

/* What stands for a paper already: 0 with at most one row, or enum db_error. */
int signed_file_standing(struct context *, const struct issued_document *, struct rows *);

#endif
