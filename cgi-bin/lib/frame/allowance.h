/* SPDX-License-Identifier: ISC */
#ifndef FRAME_ALLOWANCE_H
#define FRAME_ALLOWANCE_H

#include "frame/context.h"

/*
 * What one account may ask for in an hour, by the settings uploads_per_hour,
 * papers_per_hour, exports_per_hour and zips_per_hour: so many at once, and
 * from then on as they are granted again, evenly over the hour.  Counted in the
 * database, in one statement, so that all processes and hosts agree.
 *
 * Takes one of what the route counts as (ROUTE_UPLOADS and so on): 0, 429 with
 * words that say when to go on, or a status.  What changes nothing goes on also
 * where a database takes no rows.  Whoever is only asked (web/server.h) whether
 * the request may come, takes none.
 */
int allowance_take(struct context *, const struct route *, bool only_asked);

#endif
