/* SPDX-License-Identifier: ISC */
#ifndef RULES_LIFT_H
#define RULES_LIFT_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/evidence_rules.h"
#include "rules/improvement.h"

/*
 * Which few documents bring most points: "3 dokumen: +4".  None of it is in
 * Permendagri 99/2018; the team gives the levels, and pages that show an expected
 * gain say so.
 *
 * For each level above the one that stands, a variable has what it would take and
 * what it would bring (rules/improvement.h).  Over all variables the list has, for
 * each number of documents, the most points that they can bring together, where that
 * is more than fewer documents can.
 */

/* How one variable stands to who looks. */
struct lift_variable {
	const struct item *items;
	size_t count;
	enum view view;
	int level; /* that stands; LEVEL_ABSENT: nothing can be said of it */
};

enum { LIFT_VARIABLES_MAX = 60, LIFT_POINTS_MAX = LIFT_VARIABLES_MAX * 4 };

/* One line of the list. */
struct lift {
	size_t documents; /* that have to come; 0: only to be looked at by the team */
	int points;
	/* Of each variable whose documents to bring: the level aimed at, 0 for none.
	 * What one then reaches may be more than that. */
	unsigned char aims[LIFT_VARIABLES_MAX];
};

struct lifts {
	struct lift lines[LIFT_POINTS_MAX + 1]; /* by documents, the fewest first */
	size_t count;                           /* 0: nothing is left to gain */
};

/*
 * Exact, not step by step: two documents of one variable may bring more than the
 * best single ones of two others.  Among choices of as many documents and points,
 * it is the variables that come last which are left as they are.  At most
 * LIFT_VARIABLES_MAX variables are looked at.
 */
void lifts_of(const struct lift_variable[], size_t variables, struct lifts *);

/*
 * What one document alone brings: the levels gained by it where the next level lacks
 * nothing but it, else 0 with *item untouched; the place of that item otherwise.
 */
int lift_alone(const struct lift_variable *, size_t *item);

#endif
