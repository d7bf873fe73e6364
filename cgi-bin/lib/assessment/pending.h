/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_PENDING_H
#define ASSESSMENT_PENDING_H

#include "assessment/assessment.h"

/*
 * Documents that are still to come (source 000: "SKP … pending"): promised by
 * the agency for a criterion, or expected there by a team, until a day.  A
 * promise is seen at its criterion, and reminded of; it never counts as
 * evidence.  It is kept when a stored document is linked there, and may be
 * changed or withdrawn, with a reason, by the side that made it.
 */
struct promise {
	int64_t id;
	int64_t version;	/* optimistic lock */
	int64_t item_id;
	int variable;		/* number */
	int level;
	const char *side;	/* agency, city, province */
	const char *title;
	const char *due;	/* YYYY-MM-DD */
	const char *who;
	const char *variable_name, *item_title;
	int days;		/* until due; negative: so long overdue */
	bool reminded;		/* by the background run */
	struct promise *next;	/* under the same criterion */
};

struct promises {
	struct promise *list;	/* open ones, the most urgent first */
	size_t count;
	size_t overdue;
};

/* Of one assessment that the caller has found.  0 or a status. */
int	promises_load(struct visit *, const struct assessment *,
	    struct promises *);

/* How many of one variable are open, and overdue; number 0: of all. */
size_t	promises_open(const struct promises *, int64_t variable);
size_t	promises_overdue(const struct promises *, int64_t variable);

/*
 * One row: .id .variable .variable_name .level (roman) .item .title .due (in
 * words) .when ("jatuh tempo besok", "terlambat 3 hari") .side .who,
 * .overdue(1) or .soon(1), .own(1) when the caller's side made it.
 */
void	promise_fill(struct visit *, struct node *, const struct promise *);

/* All rows of one variable, or of all (0). */
void	promises_fill(struct visit *, struct node *, const struct promises *,
	    int64_t variable);

/* The side that the actor is on: "agency", "city", "province". */
const char *promise_side(const struct visit *);

/* "SKP Oktober, sampai 25 November 2026": for the history. */
const char *promise_words(struct visit *, const char *title, const char *due);

#endif
