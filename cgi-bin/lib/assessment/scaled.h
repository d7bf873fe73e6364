/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_SCALED_H
#define ASSESSMENT_SCALED_H

#include "rules/scale.h"
#include "frame/context.h"

/*
 * An instrument of any kind, as it is stored: its dimensions, the words of its scales, what
 * is asked when, and how it is scored.  Whoever shows or counts such an answer asks here.
 * Those of the seven steps are assessment/criteria.h's.
 */
struct scaled_variable {
	int64_t id;
	int number; /* from 1, without a gap */
	const char *name, *outer, *inner, *hint;
	const struct scale *scale;
	int64_t weight; /* hundredths */
	bool may_skip;
	int if_number, if_level; /* 0: always asked */
};

struct scaled_class {
	const char *name;
	int64_t least; /* hundredths */
};

enum { SCALED_OUTER, SCALED_INNER, SCALED_ITEM, SCALED_LABELS };
enum {
	SCALED_VARIABLES_MAX = 1000,
	SCALED_SCALES_MAX = 100,
	SCALED_CLASSES_MAX = 10,
	SCALED_LABEL_MAX = 40,
	SCALED_HINT_MAX = 2000
};

struct scaled {
	const char *name, *basis;
	enum scoring scoring;
	enum rounding rounding;
	int decimals;
	const char *labels[SCALED_LABELS]; /* "Dimensi", "Subdimensi", "Variabel" */
	struct scale *scales;
	size_t scale_count;
	struct scaled_variable *variables;
	size_t count;
	struct scaled_class classes[SCALED_CLASSES_MAX]; /* ascending */
	size_t class_count;
};

/* 0, 404 for one that goes through the seven steps, or another status. */
int scaled_load(struct context *, int64_t instrument_id, struct scaled *);

/* All of it to be counted, yet without answers: scaled->count of them. */
struct rated *scaled_rated(struct arena *, const struct scaled *);

/* Where the dimension of a variable begins, and where the next one does: variables of one
 * dimension follow each other. */
size_t scaled_outer_end(const struct scaled *, size_t first);

/* The word of a level of a variable; "" for none. */
const char *scaled_word(const struct scaled_variable *, int64_t level);

/* A score or points as people read them: "3,75", with at least so many decimals. */
const char *scaled_number(struct arena *, int64_t hundredths, int decimals);

/* A score with its sign, "73,3 %" where it is a share; "" where there is none. */
const char *scaled_score(struct arena *, const struct scaled *, const struct rating *);

/* The class of a score; "" where there is no score, or no class. */
const char *scaled_class(const struct scaled *, const struct rating *);

#endif
