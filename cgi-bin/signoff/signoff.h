/* SPDX-License-Identifier: ISC */
#ifndef SIGNOFF_H
#define SIGNOFF_H

#include "assessment/assessment.h"
#include "frame/context.h"

/* Step 6; what its files have in common. */
enum {
	AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	READERS = AGENCY | ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR
};

enum { REASON_TEXT };
extern const struct field reason_fields[];

/* May the actor make that move now, so that the page offers it? */
bool signoff_can(const struct context *, const struct assessment *, enum action);

/* Everything that the page of one assessment shows.  0 or a status. */
int signoff_fill(struct context *, const struct assessment *);

/* The page of one assessment, or another view of it, with the form's errors. */
int show_again(struct context *, const struct assessment *, const char *view);

/* ---- signed_upload.c: the signed form that comes back ------------------------------ */

extern const struct field scan_fields[];
int take_scan(struct context *);
int send_scan(struct context *);
int send_scan_back(struct context *);
/* Electronic signatures once more: the authorities may have changed. */
int check_again(struct context *);

#endif
