/* SPDX-License-Identifier: ISC */
#ifndef RULES_COMPARISON_H
#define RULES_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/score.h"

/*
 * Comparing agencies with each other, and what an agency says with what was
 * found.  Whole numbers and tenths only.  None of it is in Permendagri
 * 99/2018: every page that shows such a figure says that it is no official
 * measure.
 */

/*
 * Quartiles in tenths of the unit of the values.  The q-th quartile lies at
 * place (n − 1)·q/4 of the values in ascending order, counted from 0, and
 * between two values in proportion: the method of QUARTILE.INC of the common
 * spreadsheets (number 7 of Hyndman and Fan, "Sample Quantiles in Statistical
 * Packages", 1996), so that a bureau can check it in its own.  Half a tenth
 * rounds up.  Sorts the values; all AVERAGE_ABSENT when there is none.
 */
struct quartiles {
	int lower, median, upper;
};

struct quartiles quartiles_of(int values[], size_t count);

/* In which quarter something stands: 1 below the first quartile, to 4 from
 * the third on; 0 when there are no quartiles. */
int quarter_of(int tenths, const struct quartiles *);

/*
 * May figures over these agencies be told to one among them?  They may when
 * there are at least `threshold` others, so that nobody reads the figure of a
 * neighbour out of the average and their own.
 */
bool anonymous_enough(size_t others, int threshold);

/*
 * Accuracy of the self-assessment (kesesuaian): how far the team found what the agency had said of
 * itself, in tenths of a percent.  100 % is the same level everywhere; each
 * level of difference, up or down, takes a quarter of one variable's share,
 * since five levels lie four steps apart:
 *
 *	100 % − 100 % · Σ |self − city| / (4 · variables compared)
 *
 * rounded half up.  Variables without both levels are left out;
 * AVERAGE_ABSENT when none is left.
 */
struct accuracy {
	int tenths;
	size_t compared; /* variables that have both levels */
	size_t same;
	size_t above; /* the agency had said more than was found */
	size_t below; /* … less */
	int steps;    /* Σ |self − city| */
};

struct accuracy accuracy_of(const int self[], const int city[], size_t count);

/* Of many, added up: the figure of one variable over all agencies, say. */
void accuracy_add(struct accuracy *, int self, int city);

#endif
