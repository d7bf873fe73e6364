/* SPDX-License-Identifier: ISC */
/*
 * Which cycles the lists of a team are about: of one year, in one region or in
 * all that it may see, with the days that are left by their plans.
 */
#include "verify/verify.h"

#include <string.h>

#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

static void
read_end(struct context *context, const struct calendar *calendar, struct cycle_plan *plan,
    int step, const char *date, const char *zone)
{
	plan->until[step - 1] = words_date(context->arena, date);
	plan->days_left[step - 1] = working_left(calendar, words_today(zone), day_parse(date));
}

static int
read_plans(struct context *context, const struct rows *rows, struct choice *choice)
{
	struct calendar calendar = { 0 };
	int64_t region_id = -1; /* whose calendar it is: they come by year, then by name */
	int status = 0;

	choice->count = rows->count;
	choice->plans = arena_array(context->arena, rows->count + 1, sizeof(*choice->plans));
	for (size_t row = 0; row < rows->count; row++) {
		struct cycle_plan *plan = &choice->plans[row];
		const char *zone = row_text(rows, row, "timezone");

		plan->cycle_id = row_int(rows, row, "id");
		plan->year = row_int(rows, row, "year");
		plan->region_id = row_int(rows, row, "region_id");
		plan->region_name = row_text(rows, row, "region_name");
		if (plan->region_id != region_id)
			status = calendar_load(context, plan->region_id, &calendar);
		if (status != 0)
			return status;
		region_id = plan->region_id;
		plan->calendar = calendar;
		plan->today = words_today(zone);
		plan->open = strcmp(row_text(rows, row, "state"), "open") == 0;
		plan->province_tier = row_int(rows, row, "province_tier") != 0;
		read_end(context, &calendar, plan, 4, row_text(rows, row, "until_4"), zone);
		read_end(context, &calendar, plan, 5, row_text(rows, row, "until_5"), zone);
	}
	return 0;
}

/* How many open years there are; plans come with the newest first. */
static size_t
open_years(const struct choice *choice)
{
	int64_t last = 0;
	size_t years = 0;

	for (size_t at = 0; at < choice->count; at++)
		if (choice->plans[at].open && choice->plans[at].year != last) {
			last = choice->plans[at].year;
			years++;
		}
	return years;
}

/* Waiting of each plan, asked for only where it decides something. */
static int
read_waiting(struct context *context, struct choice *choice)
{
	enum tier tier = tier_of(context);
	struct rows rows;
	int result;

	if (open_years(choice) < 2)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_VERIFY_WAITING, choice->region,
	    choice->parent, db_int(choice->with_province),
	    db_text(state_code(tiers[tier].waiting)));
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++)
		for (size_t at = 0; at < choice->count; at++)
			if (choice->plans[at].cycle_id == row_int(&rows, row, "id"))
				choice->plans[at].waiting = row_int(&rows, row, "waiting");
	return 0;
}

/* Whether work on this plan comes before that on the other: where somebody waits for
 * this tier; where the day until which it verifies is still to come; what is due first.
 * Where all are over, the newest, which stands first. */
static bool
plan_comes_first(const struct cycle_plan *plan, const struct cycle_plan *other)
{
	bool waits = plan->waiting > 0, other_waits = other->waiting > 0;
	bool ahead = plan->days_left[4] >= 0, other_ahead = other->days_left[4] >= 0;

	if (waits != other_waits)
		return waits;
	if (!waits && ahead != other_ahead)
		return ahead;
	return (waits || ahead) && plan->days_left[4] < other->days_left[4];
}

static int64_t
usual_year(const struct choice *choice)
{
	const struct cycle_plan *usual = NULL;

	for (size_t at = 0; at < choice->count; at++) {
		const struct cycle_plan *plan = &choice->plans[at];

		if (plan->open && (usual == NULL || plan_comes_first(plan, usual)))
			usual = plan;
	}
	return usual != NULL ? usual->year : choice->plans[0].year;
}

/* A plan of that year and region, either may be 0 for any. */
static const struct cycle_plan *
plan_like(const struct choice *choice, int64_t year, int64_t region_id)
{
	for (size_t at = 0; at < choice->count; at++)
		if ((year == 0 || choice->plans[at].year == year) &&
		    (region_id == 0 || choice->plans[at].region_id == region_id))
			return &choice->plans[at];
	return NULL;
}

/* The one cycle that is chosen, where it is one. */
static int
read_chosen_cycle(struct context *context, struct choice *choice)
{
	const struct cycle_plan *only = NULL;

	for (size_t at = 0; at < choice->count; at++) {
		const struct cycle_plan *plan = &choice->plans[at];

		if (plan->year != choice->year ||
		    (choice->region_id != 0 && plan->region_id != choice->region_id))
			continue;
		if (only != NULL)
			return 0;
		only = plan;
	}
	return only == NULL ?
	    0 :
	    context_status(context, kept_cycle(context, only->cycle_id, &choice->cycle));
}

int
choice_make(struct context *context, int64_t year, int64_t region_id, struct choice *choice)
{
	struct scope scope = assessment_scope(context);
	struct rows rows;
	int result, status;

	*choice = (struct choice){ .year = year,
		.region_id = region_id,
		.region = scope.region,
		.parent = scope.parent,
		.with_province = tier_of(context) == TIER_PROVINCE };
	result = kept_world_select(context, &rows, STATEMENT_VERIFY_CYCLES, scope.region,
	    scope.parent, db_int(choice->with_province));
	if (result < 0)
		return context_status(context, result);
	status = read_plans(context, &rows, choice);
	if (status != 0)
		return status;
	if (choice->count == 0)
		return year != 0 || region_id != 0 ? 404 : 0;
	status = read_waiting(context, choice);
	if (status != 0)
		return status;
	if (choice->year == 0)
		choice->year = usual_year(choice);
	if (plan_like(choice, choice->year, 0) == NULL || plan_like(choice, 0, region_id) == NULL)
		return 404;
	/* Who turns to another year keeps the region where it has that year. */
	if (plan_like(choice, choice->year, region_id) == NULL)
		choice->region_id = 0;
	return read_chosen_cycle(context, choice);
}

const struct cycle_plan *
choice_plan(const struct choice *choice, int64_t region_id)
{
	return plan_like(choice, choice->year, region_id);
}

static void
fill_option(struct node *list, size_t *count, int64_t value, const char *label, bool current)
{
	struct node *node = node_row(list, (*count)++);

	node_set_int(node, "value", value);
	node_set(node, "label", label);
	if (current)
		node_set(node, "current", "1");
}

/* What is open beside the chosen year, the one that is due first before. */
static void
fill_other_years(struct node *list, const struct choice *choice)
{
	size_t count = 0;

	for (size_t at = choice->count; at-- > 0;) {
		const struct cycle_plan *plan = &choice->plans[at];
		int left = plan->days_left[4];
		struct node *node;

		if (!plan->open || plan->year == choice->year)
			continue;
		node = node_row(list, count++);
		node_set_int(node, "year", plan->year);
		node_set_int(node, "region", plan->region_id);
		node_set(node, "region_name", plan->region_name);
		node_set_int(node, "waiting", plan->waiting);
		node_set(node, "until", plan->until[4]);
		node_set(node, "due", left > 0 ? "ahead" : left == 0 ? "today" : "late");
		node_set_int(node, "days", left < 0 ? -left : left);
	}
}

void
choice_fill(struct context *context, const struct choice *choice)
{
	struct node *node = page_node(&context->page, "Choice");
	size_t years = 0, regions = 0;
	int64_t last = 0;

	if (choice->count == 0)
		return;
	cycle_steps_fill(context, choice->cycle);
	node_set_int(node, "year", choice->year);
	node_set_int(node, "region", choice->region_id);
	for (size_t at = 0; at < choice->count; at++) {
		const struct cycle_plan *plan = &choice->plans[at];

		if (plan->year != last)
			fill_option(node_child(node, "years"), &years, plan->year,
			    arena_format(context->arena, "%lld", (long long)plan->year),
			    plan->year == choice->year);
		last = plan->year;
		if (plan->year != choice->year)
			continue;
		fill_option(node_child(node, "regions"), &regions, plan->region_id,
		    plan->region_name, plan->region_id == choice->region_id);
	}
	fill_other_years(node_child(node, "others"), choice);
	/* One region is no choice: its name is all there is to say. */
	if (regions > 1)
		node_set(node, "several", "1");
	if (regions == 1 || choice->region_id != 0) {
		const struct cycle_plan *plan = choice_plan(choice, choice->region_id);

		/* analyse: analyzer-null-dereference: choice_make has seen that there is one. */
		node_set(node, "region_name", plan->region_name);
		node_set_int(node, "cycle", plan->cycle_id);
	}
}
