/* SPDX-License-Identifier: ISC */
/*
 * The page of a plan: present and expected score, variables with what they aim at,
 * what the next levels lack in the order in which it pays, and the steps.
 */
#include "plan/plan.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

/* A step whose day has passed and that is not done. */
static bool
step_late(const struct rows *rows, size_t row, int32_t today)
{
	const char *state = row_text(rows, row, "state");
	const char *due = row_text(rows, row, "due");

	return *due != '\0' && day_parse(due) < today &&
	    (strcmp(state, "open") == 0 || strcmp(state, "running") == 0);
}

/* The criterion under which any document of a level finds its place. */
static int64_t
plan_other_item(const struct plan *plan, int variable, int level)
{
	const struct variable *found = criteria_variable(plan->criteria, variable);
	int64_t item = 0;

	for (size_t at = 0; found != NULL && at < found->item_count; at++)
		if (found->items[at].level == level && !found->items[at].compulsory)
			item = found->items[at].id;
	return item;
}

void
plan_fill_document(struct node *node, const struct plan *plan, const struct rows *rows, size_t row)
{
	const struct evidence_item *item = plan_item(plan, row_int(rows, row, "checklist_item_id"));
	struct node *list = node_child(node, "documents");

	node_set_int(node, "item",
	    item != NULL ? item->id :
			   plan_other_item(plan, (int)row_int(rows, row, "variable_number"),
			       (int)row_int(rows, row, "level")));
	if (item == NULL) {
		node_set(node, "own", "1");
		return;
	}
	for (size_t at = 0; at < item->link_count; at++) {
		struct node *one = node_row(list, at);

		node_set_int(one, "id", item->links[at].document_id);
		node_set(one, "title", item->links[at].title);
	}
	if (plan_item_there(plan, item))
		node_set(node, "there", "1");
}

static void
fill_plan_step(struct context *context, struct node *node, const struct plan *plan, size_t row)
{
	const struct rows *rows = &plan->steps;
	const char *state = row_text(rows, row, "state");

	node_set_int(node, "id", row_int(rows, row, "id"));
	node_set_int(node, "variable", row_int(rows, row, "variable_number"));
	node_set(node, "level", words_roman(row_int(rows, row, "level")));
	node_set(node, "title", row_text(rows, row, "title"));
	node_set(node, "state", state);
	node_set(node, "state_words", step_state_words(state));
	node_set(node, "reason", row_text(rows, row, "reason"));
	node_set(node, "charge", row_text(rows, row, "charge"));
	node_set(node, "due", words_date(context->arena, row_text(rows, row, "due")));
	node_set(node, "cost", step_cost_words(context->arena, rows, row));
	if (step_late(rows, row, words_today(plan->assessment.zone)))
		node_set(node, "late", "1");
	if (!row_null(rows, row, "carried_from"))
		node_set(node, "carried", "1");
	if (strcmp(state, "open") == 0 || strcmp(state, "running") == 0)
		node_set(node, "works", "1");
	plan_fill_document(node, plan, rows, row);
}

static void
fill_target_choices(struct node *list, const struct plan_variable *one)
{
	for (int level = one->level + 1, at = 0; level <= LEVEL_MAX; level++, at++) {
		struct node *node = node_row(list, (size_t)at);

		node_set_int(node, "value", level);
		node_set(node, "label", words_roman(level));
		if (level == one->target)
			node_set(node, "chosen", "1");
	}
}

static void
fill_plan_variable(struct context *context, struct node *node, const struct plan_variable *one)
{
	node_set_int(node, "number", one->variable->number);
	node_set(node, "name", one->variable->name);
	node_set(node, "level", words_roman(one->level));
	node_set(node, "target", words_roman(one->target));
	node_set_int(node, "target_was", one->target);
	node_set(node, "expected", words_roman(one->expected));
	if (one->expected > one->level)
		node_set(node, "change", words_change(context->arena, one->expected - one->level));
	if (one->target > one->expected)
		node_set(node, "short", "1");
	if (one->level != LEVEL_ABSENT && one->level < LEVEL_MAX)
		fill_target_choices(node_child(node, "choices"), one);
}

/* What its next level lacks and no step brings yet. */
static void
fill_proposal(struct node *node, const struct plan *plan, const struct plan_variable *one)
{
	struct node *list = node_child(node, "items");
	size_t count = 0;

	node_set_int(node, "number", one->variable->number);
	node_set(node, "name", one->variable->name);
	node_set(node, "level", words_roman(one->level));
	node_set(node, "next", words_roman(one->improvement.aim));
	node_set(node, "reach", words_roman(one->improvement.reach));
	node_set_int(node, "points", one->improvement.reach - one->level);
	node_set_int(node, "missing", (int64_t)one->improvement.missing);
	for (size_t at = 0; at < one->improvement.missing; at++) {
		const struct evidence_item *item = one->missing[at];
		struct node *row;

		if (plan_step_of_item(plan, item->id) < plan->steps.count)
			continue;
		row = node_row(list, count++);
		node_set_int(row, "id", item->id);
		node_set(row, "title", item->title);
		node_set(row, "level", words_roman(item->level));
		node_set(row, "state", item_state_code(item->state[plan->viewer]));
	}
	node_set_int(node, "free", (int64_t)count);
}

/* Whether something of what a variable lacks is in no step yet. */
static bool
proposes(const struct plan *plan, const struct plan_variable *one)
{
	for (size_t at = 0; at < one->improvement.missing; at++)
		if (plan_step_of_item(plan, one->missing[at]->id) == plan->steps.count)
			return true;
	return false;
}

static void
fill_proposals(struct context *context, const struct plan *plan)
{
	struct node *list = page_node(&context->page, "Proposals");
	struct node *ready = page_node(&context->page, "Ready");
	size_t count = 0, ready_count = 0;

	for (size_t at = 0; at < plan->count; at++) {
		const struct plan_variable *one = plan->order[at];

		if (one->improvement.reach == one->level)
			continue;
		if (one->improvement.missing == 0) {
			fill_proposal(node_row(ready, ready_count++), plan, one);
			continue;
		}
		if (proposes(plan, one))
			fill_proposal(node_row(list, count++), plan, one);
	}
}

static void
fill_plan_scores(struct context *context, const struct plan *plan)
{
	struct node *node = page_node(&context->page, "Plan");
	const struct criteria *criteria = plan->criteria;
	const struct category *now = category_of(criteria->categories, criteria->category_count,
	    score_tenths(plan->present.sum));
	const struct category *then = category_of(criteria->categories, criteria->category_count,
	    score_tenths(plan->expected.sum));

	node_set_int(node, "chosen", (int64_t)plan->present.present);
	node_set_int(node, "variables", (int64_t)plan->count);
	node_set_int(node, "present", plan->present.sum);
	node_set_int(node, "expected", plan->expected.sum);
	if (plan->present.complete) {
		node_set(node, "complete", "1");
		node_set(node, "category", now != NULL ? now->name : "");
		node_set(node, "expected_category", then != NULL ? then->name : "");
	}
	if (plan->expected.sum > plan->present.sum)
		node_set(node, "change",
		    words_change(context->arena, plan->expected.sum - plan->present.sum));
	node_set(node, "basis",
	    plan->final                     ? "hasil akhir" :
		plan->viewer == VIEWER_CITY ? "verifikasi" :
					      "penilaian mandiri");
	node_set_int(node, "documented", (int64_t)plan->documented);
	node_set_int(node, "before", (int64_t)plan->before.count);
	if (plan->before.count > 0)
		node_set(node, "before_year", row_text(&plan->before, 0, "year"));
	if (plan->writes)
		node_set(node, "writes", "1");
	if (plan->uploads)
		node_set(node, "uploads", "1");
}

/* Steps that are not given up, and of them those that are done. */
static void
fill_plan_steps(struct context *context, const struct plan *plan)
{
	struct node *list = page_node(&context->page, "PlanSteps");
	int64_t all = 0, done = 0;

	for (size_t row = 0; row < plan->steps.count; row++) {
		const char *state = row_text(&plan->steps, row, "state");

		fill_plan_step(context, node_row(list, row), plan, row);
		all += strcmp(state, "dropped") != 0;
		done += strcmp(state, "done") == 0;
	}
	page_set_int(&context->page, "Plan.steps", all);
	page_set_int(&context->page, "Plan.done", done);
}

static void
fill_plan_years(struct context *context, const struct plan *plan)
{
	struct node *list = page_node(&context->page, "PlanYears");
	size_t count = 0;

	for (size_t row = 0; row < plan->years.count; row++)
		if (row_int(&plan->years, row, "id") != plan->assessment.id &&
		    row_int(&plan->years, row, "steps") > 0)
			fill_row(node_row(list, count++), &plan->years, row);
}

static void
plan_fill(struct context *context, const struct plan *plan)
{
	struct node *variables = page_node(&context->page, "PlanVariables");

	assessment_fill(context, &plan->assessment);
	fill_plan_scores(context, plan);
	for (size_t at = 0; at < plan->count; at++)
		fill_plan_variable(context, node_row(variables, at), &plan->variables[at]);
	fill_proposals(context, plan);
	fill_plan_steps(context, plan);
	fill_plan_years(context, plan);
}

int
plan_show(struct context *context, const struct plan *plan)
{
	plan_fill(context, plan);
	return form_ok(&context->form) ?
	    context_show(context, "plan/plan") :
	    context_show_errors(context, "plan/plan");
}

int
show_plan(struct context *context)
{
	struct plan plan;
	int status = plan_load(context, context->keys[0], &plan);

	return status != 0 ? status : plan_show(context, &plan);
}

int
show_home(struct context *context)
{
	struct rows rows;
	int result;

	if (!context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		return show_agencies(context);
	result = db_select(context->db, &rows, STATEMENT_PLAN_NEWEST,
	    db_int(context->actor.agency_id));
	if (result > 0)
		return context_redirect(context, "/plan/%lld", (long long)row_int(&rows, 0, "id"));
	return result < 0 ? context_status(context, result) : context_show(context, "plan/none");
}
