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
	const char *region_name;
	const char *zone;
	int32_t step_from[WORKFLOW_STEPS]; /* planned, day numbers */
	int32_t step_until[WORKFLOW_STEPS];
};

/* 0 or enum db_error; NULL where there is none. */
int kept_cycle(struct context *, int64_t cycle_id, const struct kept_cycle **);

#endif
