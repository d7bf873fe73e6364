/* SPDX-License-Identifier: ISC */
/*
 * Which region and which year a page about all agencies is of, and how far one of
 * these agencies has come.
 */
#include "plan/region.h"

#include "assessment/results.h"
#include "base/banned.h"

/* The row with that number, or the fallback where none was asked for; count: none. */
static size_t
region_row(const struct rows *rows, const char *column, int64_t wanted, int64_t usual)
{
	size_t found = rows->count;

	for (size_t row = rows->count; row > 0; row--) {
		int64_t number = row_int(rows, row - 1, column);

		if (number == (wanted != 0 ? wanted : usual))
			found = row - 1;
	}
	return wanted == 0 && found == rows->count && rows->count > 0 ? 0 : found;
}

int
region_year_find(struct context *context, int64_t region, int64_t year, struct region_year *place)
{
	int64_t own = context->actor.region_id;
	bool below = context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR | ROLE_ADMIN);
	int result = db_select(context->db, &place->regions, STATEMENT_PLAN_REGIONS, db_int(own),
	    db_int(own), db_key(below ? own : 0));

	place->cycle_id = 0;
	place->kept = NULL;
	place->cycles.count = 0;
	if (result < 0)
		return context_status(context, result);
	place->region = region_row(&place->regions, "id", region, own);
	if (place->region == place->regions.count)
		return region != 0 ? 404 : 0;
	result = db_select(context->db, &place->cycles, STATEMENT_PLAN_CYCLES,
	    db_int(row_int(&place->regions, place->region, "id")));
	if (result < 0)
		return context_status(context, result);
	place->cycle = region_row(&place->cycles, "year", year, 0);
	if (place->cycle == place->cycles.count)
		return year != 0 ? 404 : 0;
	place->cycle_id = row_int(&place->cycles, place->cycle, "id");
	return context_status(context, kept_cycle(context, place->cycle_id, &place->kept));
}

static void
fill_region_choices(struct node *list, const struct rows *rows, size_t chosen, const char *value,
    const char *label)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "value", row_text(rows, row, value));
		node_set(node, "label", row_text(rows, row, label));
		if (row == chosen)
			node_set(node, "current", "1");
	}
}

void
region_year_fill(struct context *context, const struct region_year *place)
{
	struct node *node = page_node(&context->page, "Place");

	fill_region_choices(page_node(&context->page, "Regions"), &place->regions, place->region,
	    "id", "name");
	fill_region_choices(page_node(&context->page, "Years"), &place->cycles, place->cycle,
	    "year", "year");
	if (place->cycle_id == 0)
		return;
	node_set(node, "name", row_text(&place->regions, place->region, "name"));
	node_set(node, "region", row_text(&place->regions, place->region, "id"));
	node_set(node, "year", row_text(&place->cycles, place->cycle, "year"));
	node_set_int(node, "cycle", place->cycle_id);
	if (place->kept != NULL)
		cycle_steps_fill(context, place->kept);
}

struct agency_way
agency_way(const struct kept_cycle *cycle, const struct rows *rows, size_t row)
{
	struct agency_way way = {
		.facts = {
			.variables = (int)row_int(rows, row, "variables"),
			.chosen = (int)row_int(rows, row, "chosen"),
			.steps = (int)row_int(rows, row, "steps"),
			.done = (int)row_int(rows, row, "done"),
			.asked = (int)row_int(rows, row, "asked"),
			.answered = (int)row_int(rows, row, "answered"),
			.decided = (int)row_int(rows, row, "city_decided"),
		},
		.self = (int)row_int(rows, row, "self"),
		.late = (int)row_int(rows, row, "late"),
	};

	/* What the city has verified counts until the province begins. */
	if (cycle->province_tier && row_int(rows, row, "province_decided") > 0)
		way.facts.decided = (int)row_int(rows, row, "province_decided");
	state_of(row_text(rows, row, "state"), &way.state);
	way.with_agency = way.state == STATE_NOT_STARTED || way.state == STATE_DRAFT ||
	    way.state == STATE_RETURNED;
	way.facts.finished = results_tier_disclosed(way.state,
	    cycle->province_tier ? STATE_VALIDATED : STATE_VERIFIED);
	improvement_stages(&way.facts, way.stages);
	return way;
}
