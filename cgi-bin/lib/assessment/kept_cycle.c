/* SPDX-License-Identifier: ISC */
/*
 * Cycles with their plans, read once and kept until something in the world
 * changes.
 */
#include "assessment/kept_cycle.h"

#include <string.h>

#include "frame/kept.h"
#include "base/banned.h"

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
	cycle->region_name = kept_text(arena, &rows, 0, "region_name");
	cycle->zone = kept_text(arena, &rows, 0, "timezone");
	for (size_t row = 0; row < rows.count; row++) {
		int64_t step = row_int(&rows, row, "step");

		if (step < 1 || step > WORKFLOW_STEPS)
			continue;
		cycle->step_from[step - 1] = day_parse(row_text(&rows, row, "planned_from"));
		cycle->step_until[step - 1] = day_parse(row_text(&rows, row, "planned_until"));
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
