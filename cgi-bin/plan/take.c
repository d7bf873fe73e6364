/* SPDX-License-Identifier: ISC */
/*
 * Proposals become steps, all that were ticked in one form with one person and one
 * day; and the level that each variable aims at.
 */
#include "plan/plan.h"

#include <string.h>

#include "base/banned.h"

enum { TAKE_ITEM, TAKE_PERSON, TAKE_DUE };
const struct field take_fields[] = {
	[TAKE_ITEM] = { "item-", FIELD_FLAG, "Dokumen" },
	[TAKE_PERSON] = { "charge", FIELD_TEXT, "Penanggung jawab", .max = STEP_PERSON },
	[TAKE_DUE] = { "due", FIELD_DATE, "Batas waktu" },
	{ .name = NULL },
};

enum { TARGET_LEVEL, TARGET_WAS };
const struct field target_fields[] = {
	[TARGET_LEVEL] = { "target-", FIELD_NUMBER, "Sasaran", .min = LEVEL_MIN, .max = LEVEL_MAX },
	[TARGET_WAS] = { "was-", FIELD_NUMBER, "Sasaran semula", .min = 0, .max = LEVEL_MAX },
	{ .name = NULL },
};

/* The criterion of a proposal, and its variable: NULL for one that is not asked for. */
static const struct evidence_item *
proposed_item(const struct plan *plan, int64_t item_id, const struct plan_variable **variable)
{
	for (size_t at = 0; at < plan->count; at++)
		for (size_t item = 0; item < plan->variables[at].improvement.missing; item++)
			if (plan->variables[at].missing[item]->id == item_id) {
				*variable = &plan->variables[at];
				return plan->variables[at].missing[item];
			}
	return NULL;
}

struct taking {
	struct context *context;
	struct plan plan;
	bool *raised; /* of each variable */
};

static int
take_one(struct taking *taking, int64_t item_id)
{
	struct context *context = taking->context;
	const struct plan *plan = &taking->plan;
	const struct plan_variable *variable = NULL;
	const struct evidence_item *item = proposed_item(plan, item_id, &variable);

	/* What came in since, or was taken by a colleague, is not to be done any more. */
	if (item == NULL || plan_step_of_item(plan, item_id) < plan->steps.count)
		return 0;
	taking->raised[variable - plan->variables] = true;
	return plan_step_add(context, &plan->assessment,
	    &(struct new_step){ .variable = variable->variable->number,
		.level = item->level,
		.item_id = item->id,
		.title = item->title,
		.person = form_text(&context->form, TAKE_PERSON),
		.due = form_text(&context->form, TAKE_DUE) });
}

/* What a colleague has planned meanwhile is asked for once more. */
static int
take_ticked(struct db *db, void *argument)
{
	struct taking *taking = argument;
	struct plan *plan = &taking->plan;
	const struct each *each = form_each(&taking->context->form, TAKE_ITEM);
	int result = assessment_hold(taking->context, &plan->assessment);

	if (result >= 0)
		result = db_select(db, &plan->steps, STATEMENT_PLAN_STEPS,
		    db_int(plan->assessment.id));
	if (result >= 0)
		result = db_select(db, &plan->targets, STATEMENT_PLAN_TARGETS,
		    db_int(plan->assessment.id));
	memset(taking->raised, 0, plan->count * sizeof(*taking->raised));
	for (result = result < 0 ? result : 0; each != NULL && result == 0; each = each->next)
		result = take_one(taking, each->key);
	for (size_t at = 0; at < plan->count && result == 0; at++)
		if (taking->raised[at])
			result = plan_target_raise(taking->context, plan,
			    plan->variables[at].variable->number, plan->variables[at].level + 1);
	return result;
}

int
take_proposals(struct context *context)
{
	struct taking taking = { .context = context };
	int status = plan_load(context, context->keys[0], &taking.plan);

	if (status != 0)
		return status;
	if (form_each(&context->form, TAKE_ITEM) == NULL)
		form_error(&context->form, TAKE_ITEM,
		    "Centang dahulu dokumen yang akan dilengkapi.");
	if (!form_ok(&context->form))
		return plan_show(context, &taking.plan);
	taking.raised = arena_array(context->arena, taking.plan.count + 1, sizeof(*taking.raised));
	return plan_apply(context, &taking.plan, take_ticked, &taking, "planned");
}

/* ---- targets --------------------------------------------------------------------- */

static int
put_target(struct context *context, const struct plan *plan, int variable, int before, int level)
{
	int64_t id = plan->assessment.id;
	int result = level == LEVEL_ABSENT ?
	    db_run(context->db, STATEMENT_PLAN_TARGET_DROP, db_int(id), db_int(variable)) :
	    db_run(context->db, STATEMENT_PLAN_TARGET_SET, db_int(id), db_int(variable),
		db_int(level));

	return result < 0 ?
	    result :
	    plan_change(context, &plan->assessment, variable, 0,
		target_words(context->arena, before), target_words(context->arena, level), NULL);
}

/* Those that were changed on this page; what a colleague has set stays. */
static int
put_targets(struct db *db, void *argument)
{
	const struct taking *taking = argument;
	struct context *context = taking->context;
	const struct form *form = &context->form;
	struct plan plan = taking->plan;
	int result = assessment_hold(context, &plan.assessment);

	if (result >= 0)
		result = db_select(db, &plan.targets, STATEMENT_PLAN_TARGETS,
		    db_int(plan.assessment.id));

	for (size_t at = 0, row; at < plan.count && result >= 0; at++) {
		int number = plan.variables[at].variable->number, now = LEVEL_ABSENT;
		const struct each *target = form_member(form, TARGET_LEVEL, number);
		const struct each *was = form_member(form, TARGET_WAS, number);

		for (row = 0; row < plan.targets.count; row++)
			if (row_int(&plan.targets, row, "variable_number") == number)
				now = (int)row_int(&plan.targets, row, "level");
		if (target != NULL && was != NULL && target->number != was->number &&
		    now != (int)target->number)
			result = put_target(context, &plan, number, now, (int)target->number);
	}
	return result < 0 ? result : 0;
}

int
save_targets(struct context *context)
{
	struct taking taking = { .context = context };
	int status = plan_load(context, context->keys[0], &taking.plan);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return plan_show(context, &taking.plan);
	return plan_apply(context, &taking.plan, put_targets, &taking, "saved");
}
