/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_CRITERIA_H
#define ASSESSMENT_CRITERIA_H

#include "rules/instrument.h"
#include "rules/score.h"
#include "frame/context.h"

/*
 * What an instrument asks for: its variables, the wording of their levels,
 * the documents of each level's checklist.  It is kept under the world's stamp
 * (frame/kept.h).
 */

/* A document that a level asks for. */
struct criterion {
	int64_t id; /* of the checklist item */
	int level;
	bool compulsory;
	bool needs_signature;
	const char *title;
	const char *const *help; /* HELP_TEXTS of them, or NULL: nothing is said */
};

struct variable {
	int64_t id;
	int number; /* from 1 */
	const char *name;
	struct {                       /* "" for a level that the instrument lacks */
		const char *indicator; /* wording of the instrument */
		const char *guidance;  /* "" unless given */
	} levels[LEVEL_MAX];
	struct criterion *items; /* in order of level and position */
	size_t item_count;
};

struct criteria {
	int64_t instrument_id;
	struct variable *variables; /* in order of number */
	size_t count;
	size_t item_count;           /* of all variables */
	struct category *categories; /* of sums of levels, the lowest first */
	size_t category_count;
};

/* 0 with what lasts as long as the request; 404, another status. */
int criteria_load(struct context *, int64_t instrument_id, const struct criteria **);

/* NULL for a number that the instrument does not have. */
const struct variable *criteria_variable(const struct criteria *, int64_t number);

/* An item by its key, and its variable; NULL for a key that the instrument
 * does not have. */
const struct criterion *criteria_item(const struct criteria *, int64_t item_id,
    const struct variable **);

/*
 * The row about a variable, by column variable_id; rows->count for none.  So
 * statements need neither the names of variables nor their order: to join and
 * sort for them costs the database more than all else that it does for a page.
 */
size_t variable_row(const struct variable *, const struct rows *);

#endif
