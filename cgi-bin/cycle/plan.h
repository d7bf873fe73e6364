/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_PLAN_H
#define CYCLE_PLAN_H

#include "rules/calendar.h"
#include "rules/workflow.h"
#include "frame/context.h"

/* The plan of the seven steps of a cycle, in working days. */
struct plan {
	int64_t region_id; /* by whose holidays it is computed */
	int32_t start;
	int days[WORKFLOW_STEPS];
	struct span spans[WORKFLOW_STEPS];
};

/* Bytes of the plan's dates as text, by which a form tells them again. */
enum { PLAN_TEXT = 10 * WORKFLOW_STEPS + WORKFLOW_STEPS };

/* The usual durations, 19 working days (source 002). */
void plan_default(struct plan *);

/* Computes the spans from start and days; false when they do not fit. */
bool plan_compute(struct context *, struct plan *, int *status);

/* The first year of the plan of which the calendar knows no holiday, for its dates
 * are too early then; else 0.  0 or a status. */
int plan_unknown_year(struct context *, const struct plan *, int *year);

/* The stored plan of a cycle; spans stay empty where nothing is stored.
 * 0 or a status. */
int plan_load(struct context *, int64_t cycle_id, struct plan *);

/* Stores days and spans, in the caller's transaction.  0 or enum db_error. */
int plan_store(struct db *, int64_t cycle_id, const struct plan *);

/* Days from the family of fields "days-"; sets errors of the field. */
void plan_read(struct context *, int field, struct plan *);

/* NoHolidays, of what plan_unknown_year() found. */
void plan_fill_unknown(struct context *, int year);

/* <name>.N.number, .label, .field, .days, .from, .until; and PlanDays. */
void plan_fill(struct context *, const char *name, const struct plan *);

/* Form.value.days-N of a form that was not typed yet. */
void plan_set_days(struct context *, const struct plan *);

/*
 * A plan is stored only by a form below which its dates stood: the form
 * carries them along as Form.value.seen, a text of at most PLAN_TEXT bytes,
 * and plan_was_seen() tells whether they are still those of this plan.
 */
void plan_set_seen(struct context *, const struct plan *);
bool plan_was_seen(const struct context *, int field, const struct plan *);

/* Plans in the actor's care that, by the holidays of today, would fall on other
 * dates: 0 or a status; and Adrift.N of them. */
struct adrift {
	struct rows rows; /* of the steps of all plans */
	struct adrift_plan {
		size_t row;
		struct plan old, fresh;
	} * plans;
	size_t count;
};
int adrift_read(struct context *, struct adrift *);
void adrift_fill(struct context *, const struct adrift *);

bool plan_same(const struct plan *, const struct plan *);

#endif
