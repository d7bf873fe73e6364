/* SPDX-License-Identifier: ISC */
#ifndef PLAN_REGION_H
#define PLAN_REGION_H

#include "plan/plan.h"

/* A region and a year of it, of those that the actor looks after. */
struct region_year {
	struct rows regions, cycles; /* to choose from */
	size_t region, cycle;        /* the row of each; .count: there is none */
	int64_t cycle_id;            /* 0: none */
	const struct kept_cycle *kept;
};

/* region and year 0: his own, or the first; and the newest.  0, 404, or a status. */
int region_year_find(struct context *, int64_t region, int64_t year, struct region_year *);

/* Regions.N and Years.N .value .label .current(1); Place.region .year .name, and the
 * bar of the cycle's steps. */
void region_year_fill(struct context *, const struct region_year *);

/* One agency of a row of plan_agencies. */
struct agency_way {
	enum state state;
	struct improvement_facts facts;
	struct improvement_progress stages[IMPROVE_STAGES];
	int self, late; /* score of its own so far; steps whose day has passed */
	bool with_agency;
};

struct agency_way agency_way(const struct kept_cycle *, const struct rows *, size_t row);

#endif
