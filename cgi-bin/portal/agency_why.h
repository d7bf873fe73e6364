/* SPDX-License-Identifier: ISC */
#ifndef PORTAL_AGENCY_WHY_H
#define PORTAL_AGENCY_WHY_H

#include "assessment/why.h"
#include "frame/context.h"

/*
 * Why a published score of one agency is what it is: levels, how many documents each
 * asked for and how many counted, and the tiers; no document, no words that anybody
 * wrote, no person.  Only where agency_years.h names it, and the administrator did not
 * take the page from the public.
 */
struct agency_why {
	struct results results;
	struct agency_results agency;
	struct why why;
};

/* Whether the public may have the page at all.  0 or a status. */
int agency_why_offered(struct context *, bool *offered);

/* 0, 404 where nothing of it is public, or another status. */
int agency_why_read(struct context *, int64_t agency_id, int64_t year, struct agency_why *);

/* Place.*, and what why_fill() fills. */
void agency_why_fill(struct context *, const struct agency_why *);

#endif
