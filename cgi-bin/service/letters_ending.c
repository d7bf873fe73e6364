/* SPDX-License-Identifier: ISC */
/*
 * Letters of the agency that hold and end before long, the first to end first, each with the way
 * to renew it: where the reminder leads (matang/service_letters.c).
 */
#include "service/service.h"

#include "frame/words.h"
#include "base/banned.h"

enum { ENDING_ROWS = 100, AHEAD_DAYS = 90 };

static int
read_letters_ending(struct context *context, struct rows *rows)
{
	int32_t today = words_today(context->actor.zone);
	char from[DAY_TEXT], until[DAY_TEXT];
	int result = db_select(context->db, rows, STATEMENT_SERVICE_LETTERS_ENDING,
	    db_int(context->actor.agency_id), db_text(day_format(from, today)),
	    db_text(day_format(until, today + AHEAD_DAYS)), db_int(ENDING_ROWS));

	return result < 0 ? context_status(context, result) : 0;
}

static void
fill_letters_ending(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Letters");

	page_set_int(&context->page, "Days", AHEAD_DAYS);
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "number", row_text(rows, row, "number_text"));
		node_set(node, "service", row_text(rows, row, "service"));
		node_set(node, "enterprise", row_text(rows, row, "enterprise"));
		node_set(node, "application", row_text(rows, row, "application_id"));
		node_set(node, "renewed_by", row_text(rows, row, "renewed_by"));
		node_set(node, "until",
		    words_date(context->arena, row_text(rows, row, "valid_until")));
		if (!row_null(rows, row, "reminded_at"))
			node_set(node, "reminded",
			    words_day_of(context->arena, row_text(rows, row, "reminded_at"),
				context->actor.zone));
	}
}

int
show_letters_ending(struct context *context)
{
	struct rows rows;
	int status = read_letters_ending(context, &rows);

	if (status != 0)
		return status;
	fill_letters_ending(context, &rows);
	return context_show(context, "service/ending");
}
