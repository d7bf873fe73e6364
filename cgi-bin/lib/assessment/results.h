/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_RESULTS_H
#define ASSESSMENT_RESULTS_H

#include "rules/score.h"
#include "rules/workflow.h"
#include "frame/context.h"

/*
 * The figures of one cycle, for the report, the portal and the data
 * addresses: the same numbers everywhere, from rules/score.h.
 *
 * An agency counts as assessed from the moment its last tier has finished
 * until somebody reopens it.  A tier's score is only told once that tier has
 * finished; the self score once it was submitted.
 */
struct agency_results {
	int64_t assessment_id;
	int64_t agency_id;
	const char *name;
	enum state state;
	int self, city, province, final; /* SCORE_ABSENT where absent */
	int change;                      /* final − self, where has_change */
	bool has_change;
	int staged;                           /* of the final levels, LEVEL_ABSENT */
	const struct category *self_category; /* NULL where absent */
	const struct category *category;      /* of the final score */
	/* Per variable of the cycle, by the same rule of what is told;
	 * LEVEL_ABSENT where absent. */
	const int *self_levels, *city_levels, *province_levels, *final_levels;
	/* Of its plan, where the caller asked for it (assessment/results_plans.h). */
	bool has_plan;
	int plan_open;     /* steps that are still to be done */
	int plan_expected; /* SCORE_ABSENT while its own score is not told */
};

struct variable_results {
	int number;
	const char *name;
	int self_tenths, final_tenths; /* averages over the assessed */
};

enum { CATEGORIES_MAX = 12 };

struct results {
	int64_t cycle_id, region_id, instrument_id;
	int64_t year;
	bool province_tier;
	bool reported;
	bool imported; /* a copy, see assessment/replica.h */
	const char *region_name, *region_code, *zone;
	const char *reported_at;               /* UTC, "" */
	const char *received_at;               /* of a copy: UTC */
	const struct category *categories;     /* of the instrument, the lowest first */
	int category_agencies[CATEGORIES_MAX]; /* assessed, per category */
	size_t category_count;
	struct agency_results *agencies; /* by name */
	size_t count;                    /* all agencies of the cycle */
	size_t listed;                   /* of them, those that are shown one by one */
	bool names;                      /* the region publishes names of agencies */
	int64_t threshold;               /* of figures: the fewest agencies that they may be over */
	bool withheld;                   /* of what is published: too few for any figure */
	bool unspread;                   /* no spread over the categories */
	bool kept_back;                  /* some figure that would tell what each has */
	/* Merged, split or dissolved on the way: they count in neither average. */
	struct left_agency {
		const char *name, *why;
	} * left;
	size_t left_count;
	size_t assessed;
	int average_assessed;            /* tenths, AVERAGE_ABSENT */
	int average_all;                 /* tenths; the unassessed count 0 */
	const struct category *category; /* of average_assessed */
	struct variable_results *variables;
	size_t variable_count;
	bool plans; /* some agency has a plan, and the caller asked for them */
	/* Of the cycle before, to be shown beside; NULL unless the caller sets it. */
	const struct results *before;
};

/* By key, whoever asks: the caller has decided that they may.  0, 404, … */
int results_load(struct context *, int64_t cycle_id, struct results *);

/*
 * What everybody may know of them, whatever is made of it: page, picture or file.
 * Where the region publishes no names, nothing of single agencies is left, and of
 * figures over all of them nothing that tells what each has, by the threshold
 * (rules/comparison.h):
 *
 * - none unless as many were assessed;
 * - no average that lies at an end of what there is, or as near to it that fewer
 *   than the threshold can make the difference: 5,0 says that all have 5;
 * - of variables, whose averages add up to that of the scores, so many more that
 *   what is kept back cannot be computed from the rest;
 * - no category with fewer than the threshold: neighbours are put together, and no
 *   spread at all where then all are in one.
 *
 * How many took part and how many were assessed stays.  0, 404, …
 */
int results_load_published(struct context *, int64_t cycle_id, struct results *);

/* The same of a region's year, by its code: only a cycle that was reported is public. */
int results_find_published(struct context *, const char *region_code, int64_t year,
    struct results *);

/* One agency's, or NULL when it has no part in that cycle. */
const struct agency_results *results_agency(const struct results *, int64_t agency_id);

/*
 * Has the tier told its levels: STATE_VERIFIED the city's, STATE_VALIDATED
 * the province's, STATE_SUBMITTED the agency's own?
 */
bool results_tier_disclosed(enum state, enum state tier);

/*
 * The numbers of the variables at the agency's staged level, which hold it there:
 * "3, 7"; "semua" where no variable is higher, "" without a level.
 */
const char *results_lowest(struct arena *, const struct results *, const struct agency_results *);

/* Results.*: texts for tables, averages "37,8", absent values "".  Of each agency
 * what the columns show (assessment/results_columns.h), under their names. */
void results_fill(struct context *, const struct results *);

/* One agency's: .name .state .self .city .province .final .change
 * .self_category .category .staged .staged_roman */
void results_fill_agency(struct context *, struct node *, const struct agency_results *);

/* The bodies of the data addresses; the contract of the field names. */
void results_json(const struct results *, struct buffer *);
void results_csv(const struct results *, struct buffer *);

/* Of the first, its members without the object around them; "average" and "counts" alone. */
void results_json_members(const struct results *, struct buffer *);
void results_json_totals(const struct results *, struct buffer *);

/* Where the key stands among these, sought from *at on: the rows of one agency
 * or variable mostly follow one another. */
bool key_at(const int64_t *keys, size_t count, int64_t key, size_t *at);

#endif
