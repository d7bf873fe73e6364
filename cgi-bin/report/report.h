/* SPDX-License-Identifier: ISC */
#ifndef REPORT_H
#define REPORT_H

#include "assessment/results.h"
#include "frame/context.h"

/* Step 7, one page a function; each answers or returns a status. */
int	show_agency(struct visit *);
int	show_region(struct visit *);
int	send_region_data(struct visit *);
int	ask_publish(struct visit *);
int	do_publish(struct visit *);
int	show_history(struct visit *);
int	show_region_history(struct visit *);
int	compare_agency(struct visit *);
int	compare_region(struct visit *);
int	show_veracity(struct visit *);
int	show_missing(struct visit *);

/* The fields of these pages. */
extern const struct field publish_fields[];
extern const struct field history_fields[];
extern const struct field compare_fields[];
enum { COMPARE_WITH };		/* another assessment, another cycle */

/* The cycle of the path by the caller's region, or 404. */
int	find_cycle(struct visit *, int64_t *cycle_id);

/* The same with its figures, which are put into Figures.* too. */
int	find_figures(struct visit *, struct figures *);

struct veracity;
/* Node.percent .compared .same .above .below; nothing where none is. */
void	fill_veracity(struct visit *, struct node *, const struct veracity *);

#endif
