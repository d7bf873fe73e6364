/* SPDX-License-Identifier: ISC */
#ifndef RULES_SCALE_H
#define RULES_SCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/score.h"

/*
 * Any instrument: how its answers are called, which of them are asked, and what score they
 * make.  Words, points, weights, conditions, method and rounding are columns of the
 * instrument (product.md, scoring rule 7); here is only the arithmetic, in whole numbers.
 * Points, weights and scores are in hundredths: 2,75 is 275.
 */
enum {
	SCALE_WORDS_MIN = 2,
	SCALE_WORDS_MAX = 10,
	SCALE_WORD_MAX = 60,       /* characters */
	SCALE_NUMBER_MAX = 100000, /* so that a thousand weighted points fit */
	SCALE_DECIMALS_MAX = 2
};

enum scoring {
	SCORING_NONE,     /* words alone */
	SCORING_SUM,      /* of the points */
	SCORING_AVERAGE,  /* of the points */
	SCORING_WEIGHTED, /* the same by the weights of the variables */
	SCORING_NESTED, /* of the averages of the dimensions, and theirs of their sub-dimensions */
	SCORING_SHARE,  /* percent of the most that the asked variables can give */
	SCORINGS
};

/* As stored ("nested"), and as people read it ("rata-rata bertingkat"). */
const char *scoring_code(enum scoring);
const char *scoring_words(enum scoring);
bool scoring_of(const char *code, enum scoring *);

/* How rounding is called: "setengah ke atas". */
const char *rounding_words(enum rounding);

/* "2,75", "2.75", "3" as hundredths, 0 to SCALE_NUMBER_MAX; false for anything else. */
bool hundredths_of(const char *text, int64_t *);

/* One word of a scale. */
struct scale_word {
	const char *word; /* NULL: there is no such level */
	int64_t points;
};

/* The words of a variable, the lowest first. */
struct scale {
	int64_t id; /* 0: not stored yet */
	const char *code;
	struct scale_word words[SCALE_WORDS_MAX];
	size_t count;
};

/* The most that a word of it gives. */
int64_t scale_most(const struct scale *);

/* What is counted of one variable, in the order of the instrument. */
struct rated {
	const struct scale *scale;
	int level;       /* from 1; LEVEL_ABSENT: none yet */
	bool skipped;    /* it does not apply, as somebody said with a reason */
	bool unasked;    /* its condition does not hold: rated_ask() */
	int64_t weight;  /* SCORING_WEIGHTED alone */
	size_t outer;    /* which dimension, and which sub-dimension: numbers that change where */
	size_t inner;    /* another one begins */
	size_t if_index; /* asked only when the one at this place, an earlier one, */
	int if_level;    /* has at least this level; 0: always asked */
};

/* Sets .unasked of all. */
void rated_ask(struct rated[], size_t count);

struct rating {
	bool known;      /* there is a score */
	bool complete;   /* nothing that is asked has no answer */
	int64_t score;   /* hundredths, rounded to the decimals of the instrument */
	size_t answered; /* of the asked ones, those that do not apply among them */
	size_t asked;
	size_t skipped;
};

/*
 * The score of those that have a level; the others count nowhere.  Averages of averages
 * keep eight decimals in between, rounded half up; the result alone is rounded as the
 * instrument says.  Not known where nothing is counted, or there is nothing to divide by.
 */
struct rating rate(enum scoring, enum rounding, int decimals, const struct rated[], size_t count);

/* The lowest and the highest score of an instrument in which all is asked. */
struct rating rate_all(enum scoring, enum rounding, int decimals, struct rated[], size_t count,
    bool highest);

/* A class by its lower bound in hundredths, ascending: the last that is not above the score,
 * the first for what lies below all; count for none. */
size_t class_by_least(const int64_t least[], size_t count, int64_t score);

#endif
