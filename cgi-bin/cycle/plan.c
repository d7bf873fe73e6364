/* SPDX-License-Identifier: ISC */
/*
 * The plan of a cycle: seven steps on working days, 19 of them as source 002
 * has it.  Dates are computed once and stored; when holidays change, what
 * would move is told and nothing moves by itself.
 */
#include "cycle/plan.h"

#include <string.h>

#include "cycle/cycle.h"
#include "assessment/assessment.h"
#include "frame/words.h"
#include "base/banned.h"

enum { STEP_DAYS_MAX = 250 }; /* as in the schema */

/* The durations of source 002, "Waktu pelayanan 19 hari kerja". */
static const int usual_days[WORKFLOW_STEPS] = { 3, 1, 1, 5, 3, 1, 5 };

void
plan_default(struct plan *plan)
{
	memcpy(plan->days, usual_days, sizeof(usual_days));
}

bool
plan_compute(struct context *context, struct plan *plan, int *status)
{
	struct calendar calendar;

	*status = calendar_load(context, plan->region_id, &calendar);
	if (*status == 0 &&
	    calendar_plan(&calendar, plan->start, plan->days, WORKFLOW_STEPS, plan->spans))
		return true;
	memset(plan->spans, 0, sizeof(plan->spans));
	return false;
}

/* One step of a plan out of a row. */
static void
take_step(struct plan *plan, const struct rows *rows, size_t row)
{
	int64_t step = row_int(rows, row, "step");

	if (step < 1 || step > WORKFLOW_STEPS)
		return;
	plan->days[step - 1] = (int)row_int(rows, row, "working_days");
	plan->spans[step - 1].from = day_parse(row_text(rows, row, "planned_from"));
	plan->spans[step - 1].until = day_parse(row_text(rows, row, "planned_until"));
}

int
plan_unknown_year(struct context *context, const struct plan *plan, int *year)
{
	struct calendar calendar;
	int status = calendar_load(context, plan->region_id, &calendar);

	*year = status != 0 ?
	    0 :
	    calendar_unknown_year(&calendar, plan->start,
		plan->spans[WORKFLOW_STEPS - 1].until != 0 ?
		    plan->spans[WORKFLOW_STEPS - 1].until :
		    plan->start);
	return status;
}

void
plan_fill_unknown(struct context *context, int year)
{
	if (year != 0)
		page_set_int(&context->page, "NoHolidays", year);
}

int
plan_load(struct context *context, int64_t cycle_id, struct plan *plan)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CYCLE_STEPS, db_int(cycle_id));

	if (result < 0)
		return context_status(context, result);
	plan_default(plan);
	for (size_t row = 0; row < rows.count; row++)
		take_step(plan, &rows, row);
	return 0;
}

int
plan_store(struct db *db, int64_t cycle_id, const struct plan *plan)
{
	for (int step = 1; step <= WORKFLOW_STEPS; step++) {
		const struct span *span = &plan->spans[step - 1];
		char from[DAY_TEXT], until[DAY_TEXT];
		int result = db_run(db, STATEMENT_CYCLE_STEP_PUT, db_int(cycle_id), db_int(step),
		    db_int(plan->days[step - 1]), db_text(day_format(from, span->from)),
		    db_text(day_format(until, span->until)));

		if (result < 0)
			return result;
	}
	return 0;
}

void
plan_read(struct context *context, int field, struct plan *plan)
{
	for (int step = 1; step <= WORKFLOW_STEPS; step++) {
		const struct each *each = form_member(&context->form, field, step);

		if (each == NULL)
			continue;
		if (*each->text == '\0')
			form_member_error(&context->form, field, step,
			    "Isi lama langkah %d (%s) dalam hari kerja.", step, step_name(step));
		else if (each->number < 1 || each->number > STEP_DAYS_MAX)
			form_member_error(&context->form, field, step,
			    "Lama langkah %d (%s) harus antara 1 dan %d hari "
			    "kerja.",
			    step, step_name(step), STEP_DAYS_MAX);
		else if (each->error == NULL)
			plan->days[step - 1] = (int)each->number;
	}
}

void
plan_fill(struct context *context, const char *name, const struct plan *plan)
{
	struct node *list = page_node(&context->page, name);
	int total = 0;

	for (int step = 1; step <= WORKFLOW_STEPS; step++) {
		struct node *node = node_row(list, (size_t)step - 1);
		const struct span *span = &plan->spans[step - 1];
		char text[DAY_TEXT];

		node_set_int(node, "number", step);
		node_set(node, "label", step_name(step));
		node_set(node, "field", arena_format(context->arena, "days-%d", step));
		node_set_int(node, "days", plan->days[step - 1]);
		if (span->from != 0) {
			node_set(node, "from",
			    words_date(context->arena, day_format(text, span->from)));
			node_set(node, "until",
			    words_date(context->arena, day_format(text, span->until)));
		}
		total += plan->days[step - 1];
	}
	page_set_int(&context->page, "PlanDays", total);
}

void
plan_set_days(struct context *context, const struct plan *plan)
{
	for (int step = 1; step <= WORKFLOW_STEPS; step++)
		set_number(context, arena_format(context->arena, "days-%d", step),
		    plan->days[step - 1]);
}

/* The end dates of the steps, joined. */
static const char *
plan_seen_text(struct arena *arena, const struct plan *plan)
{
	struct buffer text = { .arena = arena };
	char day[DAY_TEXT];

	for (int step = 0; step < WORKFLOW_STEPS; step++)
		buffer_format(&text, "%s%s", step > 0 ? "," : "",
		    day_format(day, plan->spans[step].until));
	return text.bytes;
}

void
plan_set_seen(struct context *context, const struct plan *plan)
{
	if (plan->spans[0].from != 0)
		set_value(context, "seen", plan_seen_text(context->arena, plan));
}

bool
plan_was_seen(const struct context *context, int field, const struct plan *plan)
{
	return strcmp(form_text(&context->form, field), plan_seen_text(context->arena, plan)) == 0;
}

bool
plan_same(const struct plan *one, const struct plan *other)
{
	return memcmp(one->days, other->days, sizeof(one->days)) == 0 &&
	    memcmp(one->spans, other->spans, sizeof(one->spans)) == 0;
}

int
adrift_read(struct context *context, struct adrift *adrift)
{
	struct plan old = { 0 }, fresh;
	struct rows *rows = &adrift->rows;
	size_t plans = 0;
	int status, result = db_select(context->db, rows, STATEMENT_HOLIDAY_PLANS, scope(context));

	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows->count; row++)
		plans += row_int(rows, row, "step") == WORKFLOW_STEPS;
	adrift->plans = arena_array(context->arena, plans + 1, sizeof(*adrift->plans));
	adrift->count = 0;
	for (size_t row = 0; row < rows->count; row++) {
		take_step(&old, rows, row);
		if (row_int(rows, row, "step") != WORKFLOW_STEPS)
			continue;
		fresh = old;
		fresh.start = day_parse(row_text(rows, row, "start_date"));
		fresh.region_id = row_int(rows, row, "region_id");
		if (plan_compute(context, &fresh, &status) && !plan_same(&old, &fresh))
			adrift->plans[adrift->count++] = (struct adrift_plan){ row, old, fresh };
		if (status != 0)
			return status;
	}
	return 0;
}

static void
fill_adrift(struct context *context, struct node *node, const struct plan *old,
    const struct plan *fresh)
{
	const size_t last = WORKFLOW_STEPS - 1, fill = 3; /* step 4 */
	char day[DAY_TEXT];

	node_set(node, "old_fill",
	    words_date(context->arena, day_format(day, old->spans[fill].until)));
	node_set(node, "new_fill",
	    words_date(context->arena, day_format(day, fresh->spans[fill].until)));
	node_set(node, "old_until",
	    words_date(context->arena, day_format(day, old->spans[last].until)));
	node_set(node, "new_until",
	    words_date(context->arena, day_format(day, fresh->spans[last].until)));
}

void
adrift_fill(struct context *context, const struct adrift *adrift)
{
	struct node *list = page_node(&context->page, "Adrift");

	for (size_t at = 0; at < adrift->count; at++) {
		const struct adrift_plan *plan = &adrift->plans[at];
		struct node *node = node_row(list, at);

		fill_row(node, &adrift->rows, plan->row);
		fill_adrift(context, node, &plan->old, &plan->fresh);
	}
}
