/* SPDX-License-Identifier: ISC */
/*
 * What earlier plans left open goes on in the plan of this year, with its targets.  A
 * step that the new plan has already, for the same document, goes on with the old one.
 */
#include "plan/plan.h"

#include <string.h>

#include "frame/words.h"
#include "rules/calendar.h"
#include "base/banned.h"

struct carrying {
	struct context *context;
	struct plan plan;
};

/* The document of that name at the same place: versions of an instrument have
 * keys of their own. */
static int64_t
carried_item(const struct plan *plan, const struct rows *rows, size_t row)
{
	const struct variable *variable = criteria_variable(plan->criteria,
	    row_int(rows, row, "variable_number"));

	if (variable == NULL || row_null(rows, row, "checklist_item_id"))
		return 0;
	for (size_t at = 0; at < variable->item_count; at++)
		if (variable->items[at].level == row_int(rows, row, "level") &&
		    strcmp(variable->items[at].title, row_text(rows, row, "title")) == 0)
			return variable->items[at].id;
	return 0;
}

/* Of several open ones of the same document the first becomes the step. */
static bool
carried_before(const struct plan *plan, const struct rows *rows, size_t row, int64_t item)
{
	for (size_t at = 0; item != 0 && at < row; at++)
		if (carried_item(plan, rows, at) == item)
			return true;
	return false;
}

/* The day of the old plan, where it is still ahead: one that is over is set anew. */
static const char *
carried_due(const struct plan *plan, const struct rows *rows, size_t row)
{
	if (row_null(rows, row, "due") ||
	    day_parse(row_text(rows, row, "due")) < words_today(plan->assessment.zone))
		return NULL;
	return row_text(rows, row, "due");
}

static int
carry_one(struct context *context, const struct plan *plan, const struct rows *rows, size_t row)
{
	int64_t item = carried_item(plan, rows, row);
	size_t there = item != 0 ? plan_step_of_item(plan, item) : plan->steps.count;
	int result;

	if (carried_before(plan, rows, row, item))
		return 0;
	if (there < plan->steps.count) {
		result = db_run(context->db, STATEMENT_PLAN_STEP_CONTINUE,
		    db_int(row_int(rows, row, "id")), db_int(row_int(&plan->steps, there, "id")));
		return result < 0 ? result : 0;
	}
	return plan_step_add(context, &plan->assessment,
	    &(struct new_step){ .variable = (int)row_int(rows, row, "variable_number"),
		.level = (int)row_int(rows, row, "level"),
		.item_id = item,
		.account_id = row_int(rows, row, "account_id"),
		.cost = row_int(rows, row, "cost"),
		.carried_from = row_int(rows, row, "id"),
		.title = row_text(rows, row, "title"),
		.state = row_text(rows, row, "state"),
		.person = row_text(rows, row, "charge"),
		.due = carried_due(plan, rows, row) });
}

static int
carry_targets(struct db *db, struct context *context, const struct plan *plan)
{
	struct rows targets;
	int result = db_select(db, &targets, STATEMENT_PLAN_TARGETS_BEFORE,
	    db_int(plan->assessment.agency_id), db_int(plan->assessment.year));

	for (size_t row = 0; result >= 0 && row < targets.count; row++)
		result = plan_target_raise(context, plan,
		    (int)row_int(&targets, row, "variable_number"),
		    (int)row_int(&targets, row, "level"));
	return result < 0 ? result : 0;
}

/* All of it read anew: who presses twice carries nothing twice. */
static int
carry_all(struct db *db, void *argument)
{
	struct carrying *carrying = argument;
	struct plan *plan = &carrying->plan;
	const struct assessment *assessment = &plan->assessment;
	int result = assessment_hold(carrying->context, assessment);

	if (result >= 0)
		result = db_select(db, &plan->steps, STATEMENT_PLAN_STEPS, db_int(assessment->id));
	if (result >= 0)
		result = db_select(db, &plan->targets, STATEMENT_PLAN_TARGETS,
		    db_int(assessment->id));
	if (result >= 0)
		result = db_select(db, &plan->before, STATEMENT_PLAN_BEFORE,
		    db_int(assessment->agency_id), db_int(assessment->year));
	for (size_t row = 0; result >= 0 && row < plan->before.count; row++)
		result = carry_one(carrying->context, plan, &plan->before, row);
	return result < 0 ? result : carry_targets(db, carrying->context, plan);
}

int
carry_steps(struct context *context)
{
	struct carrying carrying = { .context = context };
	int status = plan_load(context, context->keys[0], &carrying.plan);

	return status != 0 ?
	    status :
	    plan_apply(context, &carrying.plan, carry_all, &carrying, "carried");
}
