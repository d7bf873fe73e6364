/* SPDX-License-Identifier: ISC */
#ifndef BASE_DIFF_H
#define BASE_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * What changed between two texts, line by line: the shortest way from one to
 * the other (Myers, "An O(ND) Difference Algorithm", 1986).  Two texts that
 * have little in common are not worth that: beyond a bound, all between their
 * common beginning and end counts as taken out and put in.
 */
struct diff_line {
	enum { DIFF_SAME, DIFF_REMOVED, DIFF_ADDED, DIFF_GAP } kind;
	const char *text; /* length bytes, not terminated */
	size_t length;
	size_t skipped; /* of a gap: equal lines left out */
};

struct diff {
	struct diff_line *lines; /* changes with a few lines around */
	size_t count;
	size_t removed, added;
	bool rough; /* beyond the bound */
	bool cut;   /* more changes than are listed */
};

/* Lists at most `most` lines. The texts must stay. */
void diff_lines(struct diff *, struct arena *, const char *before, const char *after, size_t most);

#endif
