/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_RESULTS_PLANS_H
#define ASSESSMENT_RESULTS_PLANS_H

#include "assessment/results.h"

/*
 * Of each agency of these results that has an improvement plan the steps that are
 * still open, and the score that it comes to when all are done, by
 * improvement_expected() from the levels that are told here; all of it by one
 * statement.  For pages of a team, which may see every plan.  0 or a status.
 */
int results_plans_load(struct context *, struct results *);

#endif
