/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_PRINTED_HEAD_H
#define SIGNING_PRINTED_HEAD_H

#include "assessment/assessment.h"
#include "document/model.h"

/* Who stands on a form as the one who signs it; texts are never NULL. */
struct printed_head {
	const char *office, *name, *nip; /* nip as printed, "NIP …" */
};

/* As it was printed; empty texts for a form that was issued before there were
 * blocks. */
struct printed_head printed_head_of(const struct document_model *);

/*
 * Whether a form that was printed now would name another office, person or
 * number.  0 or a status.
 */
int printed_head_changed(struct context *, const struct assessment *, const struct printed_head *,
    bool *changed);

#endif
