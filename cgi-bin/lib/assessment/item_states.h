/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_ITEM_STATES_H
#define ASSESSMENT_ITEM_STATES_H

#include "assessment/criteria.h"
#include "assessment/evidence.h"
#include "assessment/results.h"

/*
 * How every document that an instrument asks for stands in every assessment of
 * a cycle: for pages about a whole region, which show none of the documents
 * themselves.  By the rules of evidence_load(), in one statement for all.
 */
struct item_states {
	const struct criteria *criteria;
	struct item *items[VIEWERS]; /* agency by agency, variable by variable */
};

/* By the cycle of the results, whoever asks: the caller has decided that they
 * may, and belongs to no agency, which would not be told of all reviews.  0 or
 * a status. */
int item_states_load(struct context *, const struct results *, struct item_states *);

/* The same of one agency's assessment in it, as agency 0. */
int item_states_load_one(struct context *, const struct results *, const struct agency_results *,
    struct item_states *);

/* Those of one variable in one agency, in the order of its items; indices of
 * criteria->variables and of results->agencies. */
const struct item *item_states_of(const struct item_states *, enum viewer_tier, size_t agency,
    size_t variable);

/*
 * The level of one variable (an index of the results) that stands so far, and for whom
 * documents count then: the last tier's that is told, else what the agency has said.
 */
int level_so_far(const struct results *, const struct agency_results *, size_t variable,
    enum viewer_tier *);

#endif
