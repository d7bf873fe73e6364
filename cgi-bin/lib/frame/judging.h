/* SPDX-License-Identifier: ISC */
#ifndef FRAME_JUDGING_H
#define FRAME_JUDGING_H

#include "frame/context.h"

/*
 * Nobody judges the agency that he works in (product.md, "Roles").  What a page
 * judges is a column of its route and is asked before the handler; pages that
 * offer such a thing ask here whether they may.
 */

/* Whether the actor judges, as verifier or validator, and that is his own agency. */
bool judges_own(const struct context *, int64_t agency_id);

/* The sentence that tells why not, and 403 with it. */
extern const char judging_why_not[];
int judging_refused(struct context *);

/*
 * Whether the actor may come to what the route judges: 0, 403, or a status.
 * Costs a statement at most, and that only for whoever judges and has an agency.
 */
int judging_check(struct context *, const struct route *);

#endif
