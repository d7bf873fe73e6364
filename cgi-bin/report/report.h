/* SPDX-License-Identifier: ISC */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "step/visit.h"

/* Step 7, one page a function; each answers or returns a status. */
int	show_agency(struct visit *);
int	show_region(struct visit *);
int	send_region_data(struct visit *);
int	ask_publish(struct visit *);
int	do_publish(struct visit *);
int	show_history(struct visit *);
int	show_region_history(struct visit *);

/* The fields of these pages. */
extern const struct field publish_fields[];
extern const struct field history_fields[];

/* The cycle of the path by the caller's region, or 404. */
int	find_cycle(struct visit *, int64_t *cycle_id);

#endif
