/* SPDX-License-Identifier: ISC */
#ifndef PAPER_RECAP_H
#define PAPER_RECAP_H

#include "paper/paper.h"

/* The parts of the region's recap that the activity report has too. */
void	compose_summary(struct composition *, const struct figures *);
void	compose_distribution(struct composition *, const struct figures *);
void	compose_agencies(struct composition *, const struct figures *,
	    const char *caption);
void	compose_variables(struct composition *, const struct figures *);

/* 0, or enum db_error. */
int	compose_matrix(struct visit *, const struct matter *,
	    struct composition *, const char *caption);

#endif
