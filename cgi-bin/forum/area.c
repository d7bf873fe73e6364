/* SPDX-License-Identifier: ISC */
/*
 * For whom a public consultation is held: the whole region, or chosen kecamatan and
 * kelurahan.
 */
#include "forum/forum.h"

#include <string.h>

#include "base/banned.h"

enum { AREA_DISTRICT, AREA_VILLAGE };
const struct field area_fields[] = {
	[AREA_DISTRICT] = { "district-", FIELD_FLAG, "Seluruh kecamatan" },
	[AREA_VILLAGE] = { "village-", FIELD_FLAG, "Kelurahan" },
	{ .name = NULL },
};

struct area {
	struct context *context;
	struct hearing hearing;
	struct rows villages;
};

static int
read_area(struct context *context, struct area *area)
{
	int status = hearing_find(context, &area->hearing);

	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, &area->villages, STATEMENT_FORUM_VILLAGES,
		    db_int(area->hearing.id)));
}

static void
fill_districts(struct context *context, const struct rows *villages)
{
	struct node *list = page_node(&context->page, "Districts"), *node = NULL;
	int64_t before = 0;
	size_t districts = 0, count = 0;

	for (size_t row = 0; row < villages->count; row++) {
		int64_t id = row_int(villages, row, "district_id");
		struct node *village;

		if (id != before) {
			node = node_row(list, districts++);
			node_set_int(node, "id", id);
			node_set(node, "name", row_text(villages, row, "district"));
			count = 0;
		}
		before = id;
		village = node_row(node_child(node, "villages"), count++);
		node_set(village, "id", row_text(villages, row, "id"));
		node_set(village, "name", row_text(villages, row, "village"));
		if (row_int(villages, row, "chosen") != 0)
			node_set(village, "chosen", "1");
	}
}

static int
show_area_page(struct context *context, const struct area *area)
{
	hearing_fill(context, &area->hearing);
	fill_districts(context, &area->villages);
	return context_show(context, "forum/area");
}

int
show_area(struct context *context)
{
	struct area area = { .context = context };
	int status = read_area(context, &area);

	return status != 0 ? status : show_area_page(context, &area);
}

static int
store_area(struct db *db, void *argument)
{
	const struct area *area = argument;
	struct context *context = area->context;
	struct db_value id = db_int(area->hearing.id);
	const struct each *each;
	int result = hearing_hold(context, &area->hearing, "draft", ""), whole = 0;

	if (result == 0)
		result = db_run(db, STATEMENT_FORUM_AREA_CLEAR, id);
	for (each = form_each(&context->form, AREA_DISTRICT); result >= 0 && each != NULL;
	     each = each->next) {
		result = db_run(db, STATEMENT_FORUM_AREA_DISTRICT, id, db_int(each->key));
		whole += result;
	}
	for (each = form_each(&context->form, AREA_VILLAGE); result >= 0 && each != NULL;
	     each = each->next) {
		result = db_run(db, STATEMENT_FORUM_AREA_VILLAGE, id, db_int(each->key));
		whole += result;
	}
	return result < 0 ?
	    result :
	    hearing_change(context, &area->hearing, NULL,
		whole > 0 ? arena_format(context->arena, "untuk %d kelurahan", whole) :
			    "untuk seluruh daerah");
}

int
save_area(struct context *context)
{
	struct area area = { .context = context };
	int status = hearing_find(context, &area.hearing);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn(context->db, store_area, &area));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=saved", (long long)area.hearing.id);
}
