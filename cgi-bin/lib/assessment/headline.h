/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_HEADLINE_H
#define ASSESSMENT_HEADLINE_H

#include "assessment/results.h"

/*
 * A result at one glance, the same for the head, the leader and the public: the
 * number, its category, how far it moved since the year before, and one sentence.
 */
struct headline {
	int64_t year;
	int tenths;                        /* AVERAGE_ABSENT: there is no result yet */
	bool average;                      /* of a region; else the score of an agency */
	size_t variables;                  /* which say how much there may be */
	const struct category *categories; /* of the instrument */
	size_t category_count;
	int before; /* tenths, AVERAGE_ABSENT */
	int64_t before_year;
	const char *words; /* the sentence, or "" */
};

/* Of a region's cycle; before may be NULL. */
struct headline headline_of_region(struct arena *, const struct results *,
    const struct results *before);

/* Of one agency of that cycle; agency and before_agency may be NULL. */
struct headline headline_of_agency(struct arena *, const struct results *,
    const struct agency_results *, const struct results *before,
    const struct agency_results *before_agency);

enum { HEADLINE_NAMED = 3 }; /* more variables than these are counted, not named */

/* "Dari 11 variabel, 5 sudah Tingkat V; yang paling rendah “Manajemen risiko” (Tingkat II)."  ""
 * while a level is absent. */
const char *headline_levels(struct arena *, const char *const *names, const int *levels,
    size_t count);

/* The variables that hold the agency at its staged level: "“Inovasi” dan “Budaya organisasi”",
 * "5 variabel", "semua", or "" without a level. */
const char *headline_lowest(struct arena *, const struct results *, const struct agency_results *);

/*
 * node.year .number .most .average(1) .category .segments.N(1 or 0) .moved(up, down, same)
 * .change("naik 9") .before .before_year .words; nothing but the year and the words while
 * there is no result.
 */
void headline_fill(struct context *, struct node *, const struct headline *);

#endif
