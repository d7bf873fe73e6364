/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_LAST_DAY_H
#define ASSESSMENT_LAST_DAY_H

#include <stdint.h>

#include "frame/context.h"

/* Steps that may end later for one agency: filling in, verification, signing. */
enum { LAST_DAY_FIRST = 4, LAST_DAY_LAST = 6 };

/* More time for one agency in one step of its cycle. */
struct last_day {
	int64_t region_id, cycle_id, assessment_id, agency_id, year;
	const char *agency_name;
	int step;
	int32_t was, day;   /* the last day as it was, and as it shall be */
	const char *reason; /* as somebody typed it */
};

/*
 * Gives it, in the caller's transaction: the day, a row of history of the cycle, and
 * a message to the agency.  0, enum db_error, or what a stop with 409 says where the
 * cycle is not open any more, the agency has left it, or has that day already.
 */
int last_day_give(struct context *, const struct last_day *);

/* "Pengisian sampai 9 November 2026" */
const char *last_day_words(struct arena *, int step, int32_t day);

#endif
