/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_KEPT_CYCLE_H
#define ASSESSMENT_KEPT_CYCLE_H

#include "rules/calendar.h"
#include "rules/workflow.h"
#include "frame/context.h"

/*
 * A cycle with its plan, as pages about its assessments need it.  It is kept
 * under the world's stamp (frame/kept.h).
 */
struct kept_cycle {
	int64_t id;
	int64_t region_id;
	int64_t parent_id; /* of the region; 0: none */
	int64_t instrument_id;
	int64_t year;
	bool province_tier;
	bool open;     /* neither a draft nor reported */
	bool reported; /* over: its answers stay as they are */
	bool imported; /* a copy, see assessment/replica.h */
	bool early;    /* filling in may begin before its step does */
	enum lapse lapse;
	const char *region_name;
	const char *zone;
	int32_t step_from[WORKFLOW_STEPS]; /* planned, day numbers */
	int32_t step_until[WORKFLOW_STEPS];
	/* The same in words, and the last without its year. */
	const char *from[WORKFLOW_STEPS], *until[WORKFLOW_STEPS], *soon[WORKFLOW_STEPS];
};

/* 0 or enum db_error; NULL where there is none. */
int kept_cycle(struct context *, int64_t cycle_id, const struct kept_cycle **);

/*
 * The bar of the five stages, Stages.N.number .label .state .until, and .from of the
 * first where it is still to come; and behind it the seven steps of the plan,
 * Steps.N.number .label .state .from .until: where the cycle is today by its plan.
 * NULL, or one that nobody has planned: no bar.
 */
void cycle_steps_fill(struct context *, const struct kept_cycle *);

/* The same, where it is the assessment of one agency that stands somewhere. */
void cycle_stages_fill(struct context *, const struct kept_cycle *, enum stage now);

/* Another last day of a step, in the bar and in the plan that were filled. */
void cycle_until_set(struct context *, const struct kept_cycle *, int step, int32_t day);

/* Only moves the mark of the bar that was filled; STAGE_NONE: nothing has begun. */
void cycle_stage_set(struct context *, const struct kept_cycle *, enum stage now);

/* Has the filling step begun, or does the cycle let the agencies begin earlier? */
bool kept_cycle_fills(const struct kept_cycle *);

#endif
