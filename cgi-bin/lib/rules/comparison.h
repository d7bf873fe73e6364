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
 * Does an average leave open what each of them has?  Values lie between lowest and
 * highest.  An average at an end tells all of them, and one near an end nearly
 * all; so the sum has to be at least `threshold` away from either end, which as
 * many of them can share among them: nobody knows which.  False for fewer than
 * that, too.
 */
bool average_tells_nobody(int64_t sum, size_t count, int lowest, int highest, int threshold);

/*
 * Averages over several variables, of which some are not told, beside the average
 * of their sums, which is: what is kept back can be computed where it is one, and
 * where all that is kept back lies at an end.  `sums` over `count` agencies, values
 * between lowest and highest; `told` is what average_tells_nobody() says of each,
 * and becomes false for others until what is kept back is two at least and its sum
 * leaves open what each of them has.
 */
void averages_keep_back(const int64_t sums[], bool told[], size_t variables, size_t count,
    int lowest, int highest, int threshold);

/*
 * A spread over ordered classes, of which none is to show fewer than `threshold`,
 * but none at all: a smaller one is put together with its neighbours above, the
 * last with those below.  group[at] becomes the first class of the one that `at`
 * is in, counts[] of that one their sum.  False where then all are in one, which
 * tells what each of them has: nothing of it is to be told.
 */
bool spread_join(int counts[], size_t group[], size_t classes, int threshold);

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
