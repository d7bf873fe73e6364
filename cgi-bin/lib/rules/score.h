/* SPDX-License-Identifier: ISC */
#ifndef RULES_SCORE_H
#define RULES_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Scoring (product.md, "Scoring: the rules"; the method is that of
 * Permendagri 99/2018).  Sums and averages only, in whole numbers and whole
 * tenths: 37,8 is 378.  No floating point, so that two machines never differ.
 *
 * Intervals, labels and rounding come from the instrument version and are
 * passed in (rule 7).
 *
 * Zero stands for "absent" in every level and in every score; no assessed
 * agency can have it, since the lowest level is 1.
 */
#define LEVEL_ABSENT 0
#define LEVEL_MIN 1
#define LEVEL_MAX 5
#define SCORE_ABSENT 0

/* An average may be nought (nobody assessed yet, all agencies counted). */
#define AVERAGE_ABSENT (-1)

/* Rule 1: a level is a whole number from 1 to 5. */
bool level_valid(int level);

/* How a level is written, wherever people read it: "I" to "V"; "" when absent.
 * Scores and averages are Arabic, so that the one is never taken for the other. */
const char *level_roman(int level);

/*
 * Rule 1: the level that stands, the province's where the cycle has that
 * tier, else the city's.  With the tier on and no province level yet there is
 * no final level: the city's never stands in for it.
 */
int level_final(int city, int province, bool province_tier);

/*
 * Rule 5: the staged level is that of the lowest variable; absent as long as
 * one of them is.  That no level may be skipped is read in one training deck
 * and in the stages of the CMM; whether the Permendagri's annex says so is
 * unverified.  Hence it stands beside the category and never replaces it.
 */
int level_staged(const int levels[], size_t variables);

/*
 * Rule 2: the score of an agency is the sum of its levels, 11 to 55 for the
 * eleven variables of the Permendagri.  A score is complete when no variable
 * is absent; what is shown as a result, or averaged, is complete.
 */
struct score {
	int sum;        /* of the levels present */
	size_t present; /* how many variables have a level */
	bool complete;  /* all of them, and there is at least one */
};

struct score score_sum(const int levels[], size_t variables);

/*
 * How far a score or a level moved, from self to final say.  False, with
 * *change untouched, when either end is absent: no change is not zero change.
 */
bool score_change(int before, int after, int *change);

/* A score as a value that can be classified: 38 becomes 380. */
int score_tenths(int score);

/*
 * How an average comes to one decimal; stored with the instrument version.
 * Half up is the rule of product.md (3): 19,05 becomes 19,1.  The printed
 * intervals leave gaps (19 to 19,1) which regions read both ways, one as
 * "down" and one as "up" (domain.md 1.5, trap 3, from code in public use).
 */
enum rounding { ROUNDING_HALF_UP, ROUNDING_DOWN, ROUNDING_UP };

/* Codes as stored: "half_up", "down", "up".  False when the code is unknown. */
const char *rounding_code(enum rounding);
bool rounding_of(const char *code, enum rounding *);

/*
 * Rules 3 and 4: the average in tenths of `total` over `count`, by integer
 * arithmetic.  Two are shown: over the assessed agencies, and over all
 * agencies of the cycle, where the unassessed count 0 and only `count`
 * differs.  Also for the average level of one variable.
 * AVERAGE_ABSENT when count is 0, or when an argument is negative or total
 * is beyond 10^15.
 */
int score_average(int64_t total, int64_t count, enum rounding);

/*
 * One class of the instrument version, best kept sorted by max_tenths as
 * category_check() demands.  The name belongs to whoever loaded the table.
 */
struct category {
	int level;        /* 1 for the lowest class */
	const char *name; /* "Sangat Rendah" */
	int min_tenths;   /* as printed: 191 for 19,1 */
	int max_tenths;   /* 280 for 28 */
};

/*
 * Rules 2 and 3: the first class whose upper bound is not below the value, so
 * that nothing falls between two.  Lower bounds are print, and are not asked:
 * an average over all agencies may lie below the lowest possible score.
 * NULL for a value of nought or less (nothing was assessed, nothing is to be
 * classified) and for one above the last class.
 */
const struct category *category_of(const struct category table[], size_t rows, int tenths);

/*
 * Rule 7 at publishing: is the table fit to be frozen?  The rows ascend, each
 * begins one tenth above the end of the one before, and together they cover
 * min_tenths to max_tenths, which are the lowest and the highest score that
 * the instrument can give (110 and 550).  They may reach beyond it: sources
 * print 10 as well as 11 for the lowest bound.
 *
 * Gives the first fault and its row, counted from 0, in *row (not touched
 * when there is none; for CATEGORY_NO_ROWS it is 0).
 */
enum category_fault {
	CATEGORY_SOUND,
	CATEGORY_NO_ROWS,
	CATEGORY_NAMELESS,    /* no name */
	CATEGORY_LEVEL,       /* levels do not count 1, 2, 3 … */
	CATEGORY_INVERTED,    /* upper bound below the lower one */
	CATEGORY_STARTS_LATE, /* the lowest score lies in no class */
	CATEGORY_OVERLAP,     /* begins within the class before it */
	CATEGORY_GAP,         /* leaves tenths between it and the one before */
	CATEGORY_ENDS_EARLY   /* the highest score lies in no class */
};

enum category_fault category_check(const struct category table[], size_t rows, int min_tenths,
    int max_tenths, size_t *row);

/* The fault in words, in Indonesian, for the page; "" for CATEGORY_SOUND. */
const char *category_fault_text(enum category_fault);

#endif
