/* SPDX-License-Identifier: ISC */
#ifndef PORTAL_AGENCY_YEARS_H
#define PORTAL_AGENCY_YEARS_H

#include "assessment/results.h"
#include "frame/context.h"

/*
 * What was published of one agency, year by year.  Only of regions that publish
 * names, by results_load_published(), so that no page says more than another.
 */
enum { PUBLISHED_YEARS = 10 };

struct agency_years {
	struct published_year {
		const struct results *results;
		const struct agency_results *agency;
	} years[PUBLISHED_YEARS]; /* the newest first */
	size_t count;
};

/* 0, 404 where nothing of it is public, or another status. */
int agency_years_read(struct context *, int64_t agency_id, struct agency_years *);

/* Agency.*, Years.*, Headline.* and Pictures.trend of portal/agency. */
void agency_years_fill(struct context *, const struct agency_years *);

#endif
