/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_PLAN_H
#define CYCLE_PLAN_H

#include "rules/calendar.h"
#include "rules/workflow.h"
#include "step/visit.h"

/* The plan of the seven steps of a cycle, in working days. */
struct plan {
	int32_t start;
	int days[WORKFLOW_STEPS];
	struct span spans[WORKFLOW_STEPS];
};

/* The plan as text, to know whether a person saw this one: 80 bytes. */
enum { PLAN_TEXT = 10 * WORKFLOW_STEPS + WORKFLOW_STEPS };

/* The usual durations, 19 working days (source 002). */
void	plan_default(struct plan *);

/* Computes the spans from start and days; false when they do not fit. */
bool	plan_compute(struct visit *, struct plan *, int *status);

/* NoHolidays, the year in which the plan begins, when the calendar knows no
 * holiday of it: the dates are too early then.  0 or a status. */
int	plan_warn(struct visit *, const struct plan *);

/* The stored plan of a cycle; spans stay empty where nothing is stored.
 * 0 or a status. */
int	plan_load(struct visit *, int64_t cycle_id, struct plan *);

/* Stores days and spans, in the caller's transaction.  0 or enum db_error. */
int	plan_store(struct db *, int64_t cycle_id, const struct plan *);

/* Days from the family of fields "days-"; sets errors of the field. */
void	plan_read(struct visit *, int field, struct plan *);

/* Plan.N.number, .label, .field, .days, .from, .until; Plan.days; and
 * Form.value.days-N where nothing was typed. */
void	plan_fill(struct visit *, const char *node, const struct plan *);

/* Steps.N of the bar, by today's date in a zone. */
void	plan_fill_steps(struct visit *, const struct plan *, const char *zone);

/* The end dates of the steps, joined: what a person has seen. */
const char *plan_seen(struct arena *, const struct plan *);

/* Adrift.N: plans in the actor's care that, by the holidays of today, would
 * fall on other dates.  0 or a status. */
int	plans_adrift(struct visit *);

bool	plan_same(const struct plan *, const struct plan *);

#endif
