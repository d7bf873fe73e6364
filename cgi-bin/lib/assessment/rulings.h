/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_RULINGS_H
#define ASSESSMENT_RULINGS_H

#include "assessment/assessment.h"

/*
 * Rulings (ketetapan): how the team of a region reads a criterion, told to all
 * of its agencies there, in this cycle and in later ones as long as they hold.
 */

/* Those of a region that nobody withdrew, kept under the world's stamp.  0 or a status. */
int rulings_read(struct context *, int64_t region_id, struct rows *);

/* Rulings.N.id .title .body .level of one variable, as they hold on that day. */
void rulings_fill(struct context *, const struct rows *, int variable, int32_t today);

#endif
