/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_PLACING_H
#define ASSESSMENT_PLACING_H

#include "assessment/assessment.h"

/*
 * Documents are put under criteria (product.md, "Evidence: the rules"): which criterion,
 * whether that may be done now, and the link with its row of history.  What changes links
 * runs inside the caller's transaction, which raises the agency's stamp.
 */

/* An item of the checklist in one assessment: what documents are put under. */
struct criterion_at {
	int64_t item_id;
	int64_t variable; /* numbers, from 1 */
	int64_t level;
	int64_t position;
	bool compulsory;
	bool needs_correction; /* its variable, in a return */
	const char *title;
	const char *variable_name;
	const char *code; /* "3/III/1", for the history */
};

/* Of the instrument of this assessment, else 404. */
int criterion_find(struct context *, const struct assessment *, int64_t item_id,
    struct criterion_at *);

/* Criterion.* and the hidden fields' values. */
void criterion_fill(struct context *, const struct criterion_at *);

/* To the page of its variable, which has the level open and its documents in
 * sight: they were put there. */
int criterion_go_back(struct context *, const struct assessment *, const struct criterion_at *);

/*
 * May the actor put documents under variables of this assessment, take them
 * away, or move them?  The operator while answers may be written, and in a
 * return only where mending was asked for; a team while it decides, and never
 * for its own agency.  0, or 403 or 409 with the reason in context->why.
 */
int criterion_open(struct context *, const struct assessment *, bool needs_correction);

/* The agency's newest assessment in which its operator may do so: 0 with it,
 * else 409 with the reason in context->why. */
int assessment_current(struct context *, struct assessment *);

/* ---- inside the caller's transaction -------------------------------------- */

/*
 * First in a transaction that changes links: the assessment is still as it
 * was found, and stays so until the end; its first link makes it a draft.
 * All here return 0, an HTTP status, or enum db_error.
 */
int links_begin(struct context *, const struct assessment *);

/* Puts a document of the agency under a criterion, with no decision on it,
 * also when it had been there before.  *fresh is false when it is there. */
int link_put(struct context *, const struct assessment *, const struct criterion_at *,
    int64_t document_id, bool *fresh);

/* The same without a row of history, of a link that comes from elsewhere (moving) or not;
 * *id is the link's. */
int link_place(struct context *, const struct assessment *, int64_t item_id, int64_t document_id,
    bool moving, int64_t *id, bool *fresh);

/*
 * In the transaction that puts a document there: the one pending document that waits
 * under the criterion is kept by a link to what is stored; of several none is,
 * since a person has to say which.  And the other way: what the link kept is
 * waited for again.  0 or enum db_error.
 */
int pending_linked(struct context *, const struct assessment *, const struct criterion_at *,
    int64_t link_id);
int pending_unlinked(struct context *, const struct assessment *, const struct criterion_at *,
    int64_t link_id);

/* A criterion from a row with its columns: item_id, variable, level, position, compulsory,
 * needs_correction, title, variable_name. */
void criterion_read(struct arena *, const struct rows *, struct criterion_at *);

#endif
