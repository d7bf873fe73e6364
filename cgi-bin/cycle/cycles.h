/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_CYCLES_H
#define CYCLE_CYCLES_H

#include "cycle/plan.h"
#include "frame/context.h"

/* One cycle of a region, for the pages that change it. */
struct cycle {
	int64_t id, region_id, instrument_id, version, year;
	bool province_tier;
	bool early; /* agencies may fill in before the filling step begins */
	enum lapse lapse;
	const char *state; /* draft, open, reported */
	const char *region_name, *zone;
	struct plan plan;
	struct rows row; /* as its pages show it */
};

/* Codes of enum lapse, for the forms that choose one. */
extern const char *const lapse_choices[];

/* The cycle of the path in the actor's care, with its plan: 0, 404, or another
 * status. */
int cycle_find(struct context *, struct cycle *);

/* Cycle.*, and the label of a copy. */
void cycle_fill(struct context *, const struct cycle *);

/* Nobody but the administrator has seen it yet: all of it may change. */
bool cycle_is_draft(const struct cycle *);

/* A line of its history, in the caller's transaction: 0 or enum db_error. */
int cycle_record(struct context *, const struct cycle *, const char *from, const char *to,
    const char *reason);

/* Reads and shows the page of one, with the status of its answer; errors and
 * values were set before.  0 or a status. */
int cycle_show(struct context *, const struct cycle *, int code);

#endif
