/* SPDX-License-Identifier: ISC */
/*
 * The plan of one agency: what stands, what the next levels lack, what is planned,
 * and what score comes of it (rules/improvement.h).
 */
#include "plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "assessment/results.h"
#include "frame/words.h"
#include "store/history.h"
#include "store/sums.h"
#include "base/banned.h"

const char *const step_states[] = { "open", "running", "done", "dropped", NULL };

const char *
step_state_words(const char *state)
{
	static const char *const words[] = { "Belum", "Berjalan", "Selesai", "Batal" };

	for (size_t at = 0; step_states[at] != NULL; at++)
		if (strcmp(step_states[at], state) == 0)
			return words[at];
	return "";
}

const char *
step_cost_words(struct arena *arena, const struct rows *rows, size_t row)
{
	const char *digits = row_text(rows, row, "cost");
	size_t length = strlen(digits);
	struct buffer text = { .arena = arena };

	if (length == 0)
		return "";
	buffer_text(&text, "Rp");
	for (size_t at = 0; at < length; at++) {
		if (at > 0 && (length - at) % 3 == 0)
			buffer_char(&text, '.');
		buffer_char(&text, digits[at]);
	}
	return text.bytes;
}

/* ---- reading ----------------------------------------------------------------- */

static int
plan_read_rows(struct context *context, struct plan *plan)
{
	const struct assessment *assessment = &plan->assessment;
	int result = db_select(context->db, &plan->answers, STATEMENT_QUESTIONNAIRE_ANSWERS,
	    db_int(assessment->id));

	if (result >= 0)
		result = db_select(context->db, &plan->targets, STATEMENT_PLAN_TARGETS,
		    db_int(assessment->id));
	if (result >= 0)
		result = db_select(context->db, &plan->steps, STATEMENT_PLAN_STEPS,
		    db_int(assessment->id));
	if (result >= 0)
		result = db_select(context->db, &plan->years, STATEMENT_PLAN_YEARS,
		    db_int(assessment->agency_id));
	if (result >= 0 && plan->writes)
		result = db_select(context->db, &plan->before, STATEMENT_PLAN_BEFORE,
		    db_int(assessment->agency_id), db_int(assessment->year));
	return context_status(context, result);
}

/* ---- deciding ---------------------------------------------------------------- */

/* The level that stands, by the last tier that has told it. */
static int
plan_level(const struct plan *plan, size_t row)
{
	const struct rows *rows = &plan->answers;

	if (row == rows->count)
		return LEVEL_ABSENT;
	return (int)row_int(rows, row,
	    plan->viewer == VIEWER_PROVINCE ? "province_level" :
		plan->viewer == VIEWER_CITY ? "city_level" :
					      "self_level");
}

static void
plan_choose_viewer(struct plan *plan)
{
	const struct assessment *assessment = &plan->assessment;
	bool city = results_tier_disclosed(assessment->state, STATE_VERIFIED);
	bool province = assessment->province_tier &&
	    results_tier_disclosed(assessment->state, STATE_VALIDATED);

	plan->viewer = province ? VIEWER_PROVINCE : city ? VIEWER_CITY : VIEWER_AGENCY;
	plan->final = assessment->province_tier ? province : city;
}

static int
plan_target(const struct plan *plan, int variable)
{
	for (size_t row = 0; row < plan->targets.count; row++)
		if (row_int(&plan->targets, row, "variable_number") == variable)
			return (int)row_int(&plan->targets, row, "level");
	return LEVEL_ABSENT;
}

size_t
plan_step_of_item(const struct plan *plan, int64_t item_id)
{
	size_t row = 0;

	while (row < plan->steps.count &&
	    row_int(&plan->steps, row, "checklist_item_id") != item_id)
		row++;
	return row;
}

static bool
plan_has_item(const struct plan *plan, int64_t item_id)
{
	size_t row = plan_step_of_item(plan, item_id);

	return row < plan->steps.count &&
	    strcmp(row_text(&plan->steps, row, "state"), "dropped") != 0;
}

static void
plan_decide_variable(struct context *context, const struct plan *plan, struct plan_variable *one)
{
	const struct evidence *evidence = one->evidence;
	const struct item *items = evidence->weights[plan->viewer];
	enum view view = evidence_view_of(plan->viewer);
	bool *planned = arena_array(context->arena, evidence->item_count + 1, sizeof(*planned));

	for (size_t at = 0; at < evidence->item_count; at++)
		planned[at] = plan_has_item(plan, evidence->items[at].id);
	one->improvement = improvement_of(items, evidence->item_count, view, one->level,
	    one->target);
	one->expected = improvement_expected(items, planned, evidence->item_count, view, one->level,
	    one->target);
	if (one->level != LEVEL_ABSENT && one->level < LEVEL_MAX)
		evidence_missing(context, evidence, plan->viewer, one->improvement.aim,
		    &one->missing);
}

static int
by_promise(const void *left, const void *right)
{
	const struct plan_variable *a = *(const struct plan_variable *const *)left;
	const struct plan_variable *b = *(const struct plan_variable *const *)right;
	int order = improvement_compare(&a->improvement, &b->improvement);

	return order != 0 ? order : a->variable->number - b->variable->number;
}

static void
plan_count_documented(struct plan *plan)
{
	for (size_t row = 0; row < plan->steps.count; row++) {
		const char *state = row_text(&plan->steps, row, "state");

		if ((strcmp(state, "open") == 0 || strcmp(state, "running") == 0) &&
		    plan_item_there(plan,
			plan_item(plan, row_int(&plan->steps, row, "checklist_item_id"))))
			plan->documented++;
	}
}

static void
plan_decide(struct context *context, struct plan *plan)
{
	size_t count = plan->evidence->count;
	int *present = arena_array(context->arena, count + 1, sizeof(*present));
	int *expected = arena_array(context->arena, count + 1, sizeof(*expected));

	plan->variables = arena_array(context->arena, count + 1, sizeof(*plan->variables));
	plan->order = arena_array(context->arena, count + 1, sizeof(struct plan_variable *));
	for (plan->count = 0; plan->count < count; plan->count++) {
		struct plan_variable *one = &plan->variables[plan->count];

		one->evidence = &plan->evidence->variables[plan->count];
		one->variable = one->evidence->wording;
		one->level = plan_level(plan, variable_row(one->variable, &plan->answers));
		one->target = plan_target(plan, one->evidence->number);
		plan_decide_variable(context, plan, one);
		plan->order[plan->count] = one;
		present[plan->count] = one->level;
		expected[plan->count] = one->expected;
	}
	plan->present = score_sum(present, count);
	plan->expected = score_sum(expected, count);
	if (count > 0)
		qsort(plan->order, count, sizeof(struct plan_variable *), by_promise);
	plan_count_documented(plan);
}

int
plan_load(struct context *context, int64_t assessment_id, struct plan *plan)
{
	struct assessment *assessment = &plan->assessment;
	int status;

	*plan = (struct plan){ .count = 0 };
	status = assessment_find(context, assessment_id, assessment);
	if (status == 0)
		status = criteria_load(context, assessment->instrument_id, &plan->criteria);
	if (status == 0)
		status = evidence_load(context, assessment, &plan->evidence);
	if (status != 0)
		return status;
	plan->writes = context_may(context, ROLE_OPERATOR);
	plan->uploads = plan->writes && assessment->cycle_open && assessment_fills(assessment) &&
	    (assessment->state == STATE_NOT_STARTED || assessment->state == STATE_DRAFT ||
		assessment->state == STATE_RETURNED);
	plan_choose_viewer(plan);
	status = plan_read_rows(context, plan);
	if (status == 0)
		plan_decide(context, plan);
	return status;
}

const struct evidence_item *
plan_item(const struct plan *plan, int64_t item_id)
{
	const struct evidence_list *list = plan->evidence;

	for (size_t at = 0; item_id != 0 && at < list->count; at++)
		for (size_t item = 0; item < list->variables[at].item_count; item++)
			if (list->variables[at].items[item].id == item_id)
				return &list->variables[at].items[item];
	return NULL;
}

bool
plan_item_there(const struct plan *plan, const struct evidence_item *item)
{
	return item != NULL && item_counts(item->state[plan->viewer], VIEW_SELF);
}

/* ---- changing ---------------------------------------------------------------- */

struct plan_work {
	db_work *work;
	void *argument;
	int64_t assessment_id;
};

static int
work_and_add_up(struct db *db, void *argument)
{
	const struct plan_work *all = argument;
	int result = all->work(db, all->argument);

	return result != 0 ? result : sums_changed(db, all->assessment_id);
}

int
plan_apply(struct context *context, const struct plan *plan, db_work *work, void *argument,
    const char *done)
{
	struct plan_work all = { work, argument, plan->assessment.id };
	int status = context_status(context, db_txn(context->db, work_and_add_up, &all));

	return status != 0 ?
	    status :
	    context_redirect(context, "/plan/%lld?done=%s", (long long)plan->assessment.id, done);
}

int
plan_change(struct context *context, const struct assessment *assessment, int64_t variable,
    int64_t step, const char *from, const char *to, const char *reason)
{
	return assessment_change(context, assessment, "plan", variable, step, from, to, reason);
}

int
plan_step_add(struct context *context, const struct assessment *assessment,
    const struct new_step *step)
{
	const char *person = step->account_id == 0 && step->person != NULL ? step->person : "";
	const char *due = step->due != NULL && *step->due != '\0' ? step->due : NULL;
	int result = db_run(context->db, STATEMENT_PLAN_STEP_ADD, db_int(assessment->id),
	    db_int(step->variable), db_int(step->level), db_key(step->item_id),
	    db_text(step->title), db_text(step->state != NULL ? step->state : "open"),
	    db_key(step->account_id), db_text(person), db_text(due), db_key(step->cost),
	    db_key(step->carried_from), db_int(context->actor.account_id));

	return result < 0 ?
	    result :
	    plan_change(context, assessment, step->variable, db_last_key(context->db), NULL,
		step_state_words(step->state != NULL ? step->state : "open"), step->title);
}

const char *
target_words(struct arena *arena, int level)
{
	return level == LEVEL_ABSENT ?
	    "" :
	    arena_format(arena, "Sasaran Tingkat %s", words_roman(level));
}

int
plan_target_raise(struct context *context, const struct plan *plan, int variable, int level)
{
	int before = plan_target(plan, variable), result;

	if (before >= level)
		return 0;
	result = db_run(context->db, STATEMENT_PLAN_TARGET_SET, db_int(plan->assessment.id),
	    db_int(variable), db_int(level));
	return result < 0 ?
	    result :
	    plan_change(context, &plan->assessment, variable, 0,
		target_words(context->arena, before), target_words(context->arena, level), NULL);
}
