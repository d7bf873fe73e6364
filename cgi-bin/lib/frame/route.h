/* SPDX-License-Identifier: ISC */
#ifndef FRAME_ROUTE_H
#define FRAME_ROUTE_H

#include "frame/context.h"

/*
 * Finds the route of a request and takes the numbers and words out of its
 * path.  0 with the route, 404, or 405 with the header Allow.
 */
int match_route(struct context *, const struct route *, const struct route **found);

/* Where a page of a program was, and where it is: # a number that stays. */
struct moved {
	const char *program;
	const char *from, *to;
};

/* All of them (moved.c); the last has no program. */
extern const struct moved moved_addresses[];

/*
 * Where the page is now, below the base path and with its query, whose old
 * address a GET or HEAD asks for; NULL when it is not one.
 */
const char *match_moved(struct context *);

#endif
