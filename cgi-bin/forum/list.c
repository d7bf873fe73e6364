/* SPDX-License-Identifier: ISC */
/*
 * The public consultations of an agency, or of the team of a region, the newest first.
 */
#include "forum/forum.h"

#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LIST_PAGE };
const struct field hearing_list_fields[] = {
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ .name = NULL },
};

static int
read_hearings(struct context *context, struct rows *rows)
{
	int64_t page = page_number(context, LIST_PAGE);

	return context_status(context,
	    db_select(context->db, rows, STATEMENT_FORUM_LIST, db_int(context->actor.region_id),
		db_int(forum_reads_all(context)), forum_owner(context), PAGE_LIMIT(page)));
}

static void
fill_hearing_row(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	const struct hearing hearing = { .state = row_text(rows, row, "state"),
		.opens_on = row_text(rows, row, "opens_on"),
		.closes_on = row_text(rows, row, "closes_on"),
		.zone = context->actor.zone };

	const char *agency = row_text(rows, row, "agency_name");

	fill_row(node, rows, row);
	node_set(node, "owner", *agency != '\0' ? agency : "Tim verifikasi");
	node_set(node, "state_name", hearing_state_name(&hearing));
	node_set(node, "period", words_period(context->arena, hearing.opens_on, hearing.closes_on));
}

static int
show_hearing_list(struct context *context, struct rows *rows)
{
	struct node *list = page_node(&context->page, "Hearings");

	page_turn(context, rows, PAGE_ROWS, page_number(context, LIST_PAGE), "/forum/desk/");
	for (size_t row = 0; row < rows->count; row++)
		fill_hearing_row(context, node_row(list, row), rows, row);
	return context_show(context, "forum/list");
}

int
show_hearings(struct context *context)
{
	struct rows rows;
	int status = read_hearings(context, &rows);

	return status != 0 ? status : show_hearing_list(context, &rows);
}
