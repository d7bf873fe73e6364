/* SPDX-License-Identifier: ISC */
/*
 * The rulings of a region at a variable: read once and kept, shown to the agency
 * that fills in and to the team that judges.
 */
#include "assessment/rulings.h"

#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

int
rulings_read(struct context *context, int64_t region_id, struct rows *rows)
{
	return context_status(context,
	    kept_world_select(context, rows, STATEMENT_RULING_CURRENT, db_int(region_id)));
}

static bool
holds_on(const struct rows *rows, size_t row, int32_t today)
{
	int32_t until = day_parse(row_text(rows, row, "valid_until"));

	return day_parse(row_text(rows, row, "valid_from")) <= today &&
	    (until == DAY_NONE || today <= until);
}

void
rulings_fill(struct context *context, const struct rows *rows, int variable, int32_t today)
{
	size_t count = 0;

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node;

		if (row_int(rows, row, "variable_number") != variable ||
		    !holds_on(rows, row, today))
			continue;
		node = node_row(page_node(&context->page, "Rulings"), count++);
		node_set_int(node, "id", row_int(rows, row, "id"));
		node_set(node, "title", row_text(rows, row, "title"));
		node_set(node, "body", row_text(rows, row, "body"));
		node_set(node, "level", words_roman(row_int(rows, row, "level")));
	}
}
