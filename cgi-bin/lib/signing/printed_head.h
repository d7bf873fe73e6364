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
 * Whether a paper about an assessment, on which its head has a place to sign,
 * would name another office, person or number if it were printed now: form,
 * minutes and score.  0 or a status.
 */
int printed_head_changed(struct context *, int64_t assessment_id, const struct document_model *,
    bool *changed);

/* The same of the letter of a service, by who is head of that agency today. */
int printed_letter_head_changed(struct context *, int64_t agency_id, int32_t today,
    const struct document_model *, bool *changed);

/* Whether an assessment's form, printed and not replaced, has to be printed again for
 * that reason.  0 or a status. */
int printed_form_outdated(struct context *, int64_t assessment_id, bool *outdated);

#endif
