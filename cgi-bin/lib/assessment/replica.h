/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_REPLICA_H
#define ASSESSMENT_REPLICA_H

#include "frame/context.h"

/*
 * Cycles that were taken over from another instance.  They are read here
 * like any other and changed there alone.
 *
 * The one guard: whoever finds a cycle, or an assessment of one, for a request
 * asks it.  0 for an own cycle and for a look at a copy; else 409, with the
 * sentence that says where it is changed.
 */
int replica_guard(struct context *, bool imported, const char *region_name);

/* Replica.region_name and .received: the label that layout.cs puts over a page. */
void replica_fill(struct context *, const char *region_name, const char *received_at,
    const char *zone);

#endif
