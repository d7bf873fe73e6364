/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_WHY_H
#define ASSESSMENT_WHY_H

#include "assessment/criteria.h"
#include "assessment/evidence.h"
#include "assessment/results.h"
#include "rules/standing.h"

/*
 * Why a score is what it is, and no higher: level by level how many documents were
 * asked for and counted, who decided by which rule, and what changed when.  The same
 * page for who is signed in and, without evidence, for the public; what is told of a
 * tier is what assessment/results.h tells.
 */
struct why_variable {
	const struct variable *wording;
	const struct item *items[VIEWERS]; /* in the order of wording->items; set by the caller */
	/* By why_decide: */
	int level; /* that stands so far; LEVEL_ABSENT: none is told */
	enum viewer_tier viewer;
	int supported; /* to that viewer */
	enum standing standing;
};

struct why {
	const struct results *results;
	const struct agency_results *agency; /* one of theirs */
	struct why_variable *variables;
	size_t count; /* as many as criteria and results have */
	struct rows moves;
};

/* Room for the variables, in the order of the criteria. */
void why_begin(struct context *, struct why *, const struct results *,
    const struct agency_results *, const struct criteria *);

/* Which level stands, and why, once the items are set. */
void why_decide(struct why *);

/*
 * Changes of states, and where `levels` says so those of levels, by what is told of
 * each tier.  Of whose hand it was only the role is read.  0 or a status.
 */
int why_read_moves(struct context *, struct why *, bool levels);

/*
 * Score.<name>.points .change .of (the variables that changed it) for self, city, province;
 * Agency.* as results_fill_agency(); Why.heading .number .against .range .province_tier(1).
 * Variables.<N>.number .name .self .city .province .level .next .supported .standing .tier
 * .levels.<L>.roman .text .asked .counted .state(free, full, short) .here(1)
 * and .moves.<M>.when .who .what .from .to; Moves.<M> the same of states.
 */
void why_fill(struct context *, const struct why *);

#endif
