/* SPDX-License-Identifier: ISC */
#ifndef ACTIVITY_LIKELY_H
#define ACTIVITY_LIKELY_H

#include "activity/activity.h"

/*
 * Criteria that a paper of an activity probably serves: whose title speaks of such a paper
 * or of such an activity.  A guess to choose from, never a decision.
 */
enum { LIKELY_MAX = 8 };

/* Rows of the items, the likeliest first, at most LIKELY_MAX: how many.  returned: of
 * variables that are to be mended alone. */
size_t likely_items(const struct rows *items, enum paper, const char *kind, bool returned,
    size_t rows[LIKELY_MAX]);

#endif
