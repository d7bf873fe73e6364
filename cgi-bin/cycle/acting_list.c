/* SPDX-License-Identifier: ISC */
/*
 * Who stands in for the head of an agency, as its page lists them, and in words.
 */
#include "cycle/acting_list.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

const char *
acting_word(const char *kind)
{
	return strcmp(kind, "plh") == 0 ? "Plh." : "Plt.";
}

int
acting_read(struct context *context, int64_t agency_id, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_ACTING_LIST, db_int(agency_id)));
}

const char *
acting_days(struct arena *arena, const char *from, const char *until)
{
	return *until == '\0' ?
	    arena_format(arena, "sejak %s", words_date(arena, from)) :
	    words_period(arena, from, until);
}

void
acting_fill(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Acting");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "id", row_text(rows, row, "id"));
		node_set(node, "kind", acting_word(row_text(rows, row, "kind")));
		node_set(node, "name", row_text(rows, row, "name"));
		node_set(node, "days",
		    acting_days(context->arena, row_text(rows, row, "from_on"),
			row_text(rows, row, "until_on")));
		node_set(node, "basis", row_text(rows, row, "basis"));
	}
}
