/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_PAPER_EVIDENCE_H
#define DOCUMENT_PAPER_EVIDENCE_H

#include "assessment/assessment.h"
#include "document/model.h"
#include "frame/context.h"

/*
 * A paper that a program draws becomes evidence with one press: drawn as PDF, kept as a
 * document of the actor's agency, measured as any other, and put under a criterion.  The
 * same paper again is the same document; one that says something else by now is its next
 * revision.
 */
struct paper_before {
	int64_t id, number; /* of the document, of its newest revision; id 0: none */
	const char *sha256; /* of that, in small hexadecimal letters */
};

/* Of the only row of a statement that gives id, number and sha256. */
struct paper_before paper_before_of(const struct rows *);

struct paper_evidence {
	const char *title, *kind, *file_name; /* of the document; kind as in words_kind */
	const char *from, *until;             /* YYYY-MM-DD: its period; it is dated by the end */
	const void *of;                       /* what it is a paper of, for the two below */

	/* The document that it was made of before, if any: 0 or enum db_error. */
	int (*find)(struct context *, const void *of, struct paper_before *);
	/* That it is this one from now on: 0 or enum db_error. */
	int (*keep)(struct context *, const void *of, int64_t document_id);
};

/*
 * Under the item whose number is in `item_field` of the form, in an assessment that
 * assessment_current gave.  Answers by leading there, or gives a status.
 */
int paper_evidence_make(struct context *, const struct paper_evidence *,
    const struct document_model *, const struct assessment *, int item_field);

#endif
