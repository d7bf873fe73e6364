/* SPDX-License-Identifier: ISC */
/*
 * The wall of a region's applications and sites: how many do not open or are hardly used,
 * and which, the worst first.
 */
#include "inventory/inventory.h"

#include "frame/words.h"
#include "base/banned.h"

enum { WALL_REGION };
enum { WALL_ROWS = 120 };

struct inventory_wall {
	struct inventory_place place;
	struct rows figures, rows, budgets;
	int64_t low;
};

static int
inventory_wall_read(struct context *context, struct inventory_wall *wall)
{
	int status = form_ok(&context->form) ?
	    inventory_place_find(context, form_number(&context->form, WALL_REGION), &wall->place) :
	    400;
	int result;

	if (status == 0)
		status = inventory_figures(context, &wall->place, &wall->figures, &wall->low);
	if (status != 0)
		return status;
	result = db_select(context->db, &wall->rows, STATEMENT_INVENTORY_WORST, db_int(wall->low),
	    db_int(wall->place.region_id), db_int(WALL_ROWS));
	if (result >= 0)
		result = db_select(context->db, &wall->budgets, STATEMENT_INVENTORY_BUDGETS,
		    db_int(wall->place.region_id));
	return context_status(context, result);
}

static void
fill_wall_row(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	struct arena *arena = context->arena;
	const char *state = row_text(rows, row, "link_state");

	node_set_int(node, "id", row_int(rows, row, "id"));
	node_set(node, "name", row_text(rows, row, "name"));
	node_set(node, "agency", row_text(rows, row, "agency_name"));
	if (*row_text(rows, row, "address") != '\0') {
		node_set(node, "state", link_state_name(state));
		node_set(node, "tag", link_state_tag(state));
	}
	if (link_state_broken(state)) {
		node_set(node, "reason", link_reason_words(arena, rows, row));
		node_set(node, "since",
		    words_day_of(arena, row_text(rows, row, "link_since"), context->actor.zone));
	}
	node_set(node, "uptake", application_uptake(arena, rows, row));
	if (row_int(rows, row, "hardly") != 0)
		node_set(node, "hardly", "1");
}

static void
inventory_wall_fill(struct context *context, const struct inventory_wall *wall)
{
	struct inventory_sums sums = inventory_sums_of(&wall->figures, 0, wall->figures.count);
	struct node *node = page_node(&context->page, "Wall");
	struct node *rows = node_child(node, "rows");

	inventory_place_fill(context, &wall->place);
	budget_fill(context, &wall->budgets);
	node_set_int(node, "all", sums.applications + sums.sites);
	node_set_int(node, "links", sums.links);
	node_set_int(node, "broken", sums.broken);
	node_set_int(node, "slow", sums.slow);
	node_set_int(node, "unseen", sums.unseen);
	node_set_int(node, "hardly", sums.hardly);
	node_set_int(node, "low", wall->low);
	node_set(node, "at", words_clock_now(context->arena, wall->place.zone));
	for (size_t row = 0; row < wall->rows.count; row++)
		fill_wall_row(context, node_row(rows, row), &wall->rows, row);
	if (sums.applications + sums.sites > (int64_t)wall->rows.count)
		node_set_int(node, "more",
		    sums.applications + sums.sites - (int64_t)wall->rows.count);
}

int
show_inventory_wall(struct context *context)
{
	struct inventory_wall wall;
	int status = inventory_wall_read(context, &wall);

	if (status != 0)
		return status;
	inventory_wall_fill(context, &wall);
	return context_show(context, "inventory/wall");
}
