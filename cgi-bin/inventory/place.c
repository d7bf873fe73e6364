/* SPDX-License-Identifier: ISC */
/*
 * Which region a page is of, and whether all of it or one agency.
 */
#include "inventory/inventory.h"

#include "base/banned.h"

enum { PLACE_REGION };
const struct field inventory_place_fields[] = {
	[PLACE_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

int
inventory_place_find(struct context *context, int64_t region, struct inventory_place *place)
{
	const struct actor *actor = &context->actor;
	bool agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD);
	int64_t wanted = region != 0 && !agency ? region : actor->region_id;
	int result = db_select(context->db, &place->regions, STATEMENT_INVENTORY_REGIONS,
	    db_int(actor->region_id), db_int(actor->region_id),
	    db_key(agency ? 0 : actor->region_id));

	if (result < 0)
		return context_status(context, result);
	place->agency_id = agency ? actor->agency_id : 0;
	place->region_id = 0;
	place->name = "";
	place->zone = actor->zone;
	place->region = place->regions.count;
	for (size_t row = place->regions.count; row > 0; row--)
		if (row_int(&place->regions, row - 1, "id") == wanted)
			place->region = row - 1;
	if (place->region == place->regions.count && region != 0)
		return 404;
	if (place->region == place->regions.count)
		place->region = 0;
	if (place->regions.count == 0)
		return 0;
	place->region_id = row_int(&place->regions, place->region, "id");
	place->name = row_text(&place->regions, place->region, "name");
	place->zone = row_text(&place->regions, place->region, "timezone");
	return 0;
}

void
inventory_place_fill(struct context *context, const struct inventory_place *place)
{
	struct node *node = page_node(&context->page, "Place");
	struct node *list = page_node(&context->page, "Regions");

	for (size_t row = 0; place->agency_id == 0 && row < place->regions.count; row++) {
		struct node *one = node_row(list, row);

		node_set(one, "value", row_text(&place->regions, row, "id"));
		node_set(one, "label", row_text(&place->regions, row, "name"));
		if (row == place->region)
			node_set(one, "current", "1");
	}
	node_set_int(node, "region", place->region_id);
	node_set(node, "name", place->agency_id == 0 ? place->name : context->actor.agency_name);
	if (place->agency_id == 0)
		node_set(node, "all", "1");
}
