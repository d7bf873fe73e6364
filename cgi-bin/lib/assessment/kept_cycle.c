/* SPDX-License-Identifier: ISC */
/*
 * Cycles with their plans, read once and kept until something in the world
 * changes.
 */
#include "assessment/kept_cycle.h"

#include <string.h>

#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

/* A day as pages tell it; its year is left out in *soon, unless that is NULL. */
static const char *
day_told(struct arena *arena, int32_t day, const char **soon)
{
	char text[DAY_TEXT];
	const char *words = words_date(arena, day_format(text, day));
	const char *year = strrchr(words, ' ');

	if (soon != NULL)
		*soon = year == NULL ? words : arena_copy(arena, words, (size_t)(year - words));
	return words;
}

/* One row for each step that was planned, or one without. */
static int
read_cycle(struct context *context, struct arena *arena, const void *what, const void **value)
{
	struct kept_cycle *cycle;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ASSESSMENT_CYCLE,
	    db_int(*(const int64_t *)what));

	if (result <= 0)
		return result;
	cycle = arena_alloc(arena, sizeof(*cycle));
	cycle->id = row_int(&rows, 0, "id");
	cycle->region_id = row_int(&rows, 0, "region_id");
	cycle->parent_id = row_int(&rows, 0, "parent_id");
	cycle->instrument_id = row_int(&rows, 0, "instrument_id");
	cycle->year = row_int(&rows, 0, "year");
	cycle->province_tier = row_int(&rows, 0, "province_tier") != 0;
	cycle->open = strcmp(row_text(&rows, 0, "state"), "open") == 0;
	cycle->reported = strcmp(row_text(&rows, 0, "state"), "reported") == 0;
	cycle->imported = row_int(&rows, 0, "imported") != 0;
	cycle->early = row_int(&rows, 0, "early_filling") != 0;
	cycle->lapse = lapse_of(row_text(&rows, 0, "after_deadline"));
	cycle->region_name = kept_text(arena, &rows, 0, "region_name");
	cycle->zone = kept_text(arena, &rows, 0, "timezone");
	for (size_t row = 0; row < rows.count; row++) {
		int64_t step = row_int(&rows, row, "step");

		if (step < 1 || step > WORKFLOW_STEPS)
			continue;
		cycle->step_from[step - 1] = day_parse(row_text(&rows, row, "planned_from"));
		cycle->step_until[step - 1] = day_parse(row_text(&rows, row, "planned_until"));
		cycle->from[step - 1] = day_told(arena, cycle->step_from[step - 1], NULL);
		cycle->until[step - 1] = day_told(arena, cycle->step_until[step - 1],
		    &cycle->soon[step - 1]);
	}
	*value = cycle;
	return 0;
}

int
kept_cycle(struct context *context, int64_t cycle_id, const struct kept_cycle **cycle)
{
	const void *value = NULL;
	int result = kept_of_world(context,
	    (struct cache_key){ .kind = CACHE_CYCLE, .id = cycle_id }, read_cycle, &cycle_id,
	    &value);

	*cycle = value;
	return result;
}

static bool
cycle_is_planned(const struct kept_cycle *cycle)
{
	return cycle != NULL && cycle->step_from[0] != 0;
}

/* The seven of the service standard, by the plan alone. */
static void
fill_plan(struct node *steps, const struct kept_cycle *cycle, int now)
{
	for (int step = 1; step <= WORKFLOW_STEPS; step++) {
		struct node *node = node_row(steps, (size_t)step - 1);

		node_set_int(node, "number", step);
		node_set(node, "label", step_name(step));
		node_set(node, "state",
		    progress_code(workflow_progress(step, now, cycle->reported)));
		node_set(node, "from", cycle->from[step - 1]);
		node_set(node, "until", cycle->until[step - 1]);
	}
}

void
cycle_stage_set(struct context *context, const struct kept_cycle *cycle, enum stage now)
{
	struct node *stages = page_node(&context->page, "Stages");

	for (int stage = STAGE_FILL; cycle_is_planned(cycle) && stage <= STAGES; stage++)
		node_set(node_row(stages, (size_t)stage - 1), "state",
		    progress_code(workflow_progress(stage, (int)now, cycle->reported)));
}

void
cycle_until_set(struct context *context, const struct kept_cycle *cycle, int step, int32_t day)
{
	struct node *stages = page_node(&context->page, "Stages");
	struct node *steps = page_node(&context->page, "Steps");
	const char *soon;

	if (!cycle_is_planned(cycle))
		return;
	node_set(node_row(steps, (size_t)step - 1), "until", day_told(context->arena, day, &soon));
	for (int stage = STAGE_FILL; stage <= STAGES; stage++)
		if (stage_step((enum stage)stage) == step)
			node_set(node_row(stages, (size_t)stage - 1), "until", soon);
}

static void
fill_stages(struct context *context, const struct kept_cycle *cycle, int step, enum stage now)
{
	struct node *stages = page_node(&context->page, "Stages");

	for (int stage = STAGE_FILL; stage <= STAGES; stage++) {
		struct node *node = node_row(stages, (size_t)stage - 1);

		node_set_int(node, "number", stage);
		node_set(node, "label", stage_name((enum stage)stage));
		node_set(node, "until", cycle->soon[stage_step((enum stage)stage) - 1]);
	}
	if (step < 4)
		node_set(node_row(stages, STAGE_FILL - 1), "from", cycle->from[3]);
	cycle_stage_set(context, cycle, now);
}

void
cycle_stages_fill(struct context *context, const struct kept_cycle *cycle, enum stage now)
{
	int step;

	if (!cycle_is_planned(cycle))
		return;
	step = workflow_step_on(cycle->step_from, words_today(cycle->zone));
	fill_plan(page_node(&context->page, "Steps"), cycle, step);
	fill_stages(context, cycle, step, now);
}

void
cycle_steps_fill(struct context *context, const struct kept_cycle *cycle)
{
	if (cycle_is_planned(cycle))
		cycle_stages_fill(context, cycle,
		    stage_of_step(workflow_step_on(cycle->step_from, words_today(cycle->zone))));
}

bool
kept_cycle_fills(const struct kept_cycle *cycle)
{
	return cycle->early || cycle->step_from[3] <= words_today(cycle->zone);
}
