/* SPDX-License-Identifier: ISC */
#ifndef FRAME_ROUTE_H
#define FRAME_ROUTE_H

#include "frame/context.h"

/*
 * Finds the route of a request and takes the numbers and words out of its
 * path.  0 with the route, 404, or 405 with the header Allow.
 */
int	match_route(struct context *, const struct route *,
	    const struct route **found);

#endif
