/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_PENDING_H
#define ASSESSMENT_PENDING_H

#include "assessment/assessment.h"

/*
 * Documents that are still to come (source 000: "SKP … pending"): announced by
 * the agency for a criterion, or expected there by a team, until a day.  A
 * pending document is seen at its criterion, and reminded of; it never counts as
 * evidence.  It is kept when a stored document is linked there, and may be
 * changed or withdrawn, with a reason, by the side that made it.
 */
struct pending_evidence {
	int64_t id;
	int64_t version; /* optimistic lock */
	int64_t item_id;
	int variable; /* number */
	int level;
	const char *side; /* agency, city, province */
	const char *title;
	const char *due; /* YYYY-MM-DD */
	const char *who;
	const char *variable_name, *item_title;
	int days;                            /* until due; negative: so long overdue */
	bool reminded;                       /* by the background run */
	const struct pending_evidence *next; /* under the same criterion */
};

struct pending_list {
	struct pending_evidence *list; /* open ones, the most urgent first */
	size_t count;
	size_t overdue;
};

/* Of one assessment that the caller has found.  0 or a status. */
int pending_list_load(struct context *, const struct assessment *, struct pending_list *);

struct criteria;

/* The same into another arena, with the instrument's wording at hand.  0 or
 * enum db_error. */
int pending_list_read(struct context *, struct arena *, const struct assessment *,
    const struct criteria *, struct pending_list *);

/* How many of one variable are open, and overdue; number 0: of all. */
size_t pending_list_open(const struct pending_list *, int64_t variable);
size_t pending_list_overdue(const struct pending_list *, int64_t variable);

/*
 * One row: .id .variable .variable_name .level (roman) .item .title .due (in
 * words) .when ("jatuh tempo besok", "terlambat 3 hari") .side .who,
 * .overdue(1) or .soon(1), .own(1) when the caller's side made it.
 */
void pending_fill(struct context *, struct node *, const struct pending_evidence *);

/* All rows of one variable, or of all (0). */
void pending_list_fill(struct context *, struct node *, const struct pending_list *,
    int64_t variable);

/* The side that the actor is on: "agency", "city", "province". */
const char *pending_side(const struct context *);

/* "SKP Oktober, sampai 25 November 2026": for the history. */
const char *pending_words(struct context *, const char *title, const char *due);

#endif
