/* SPDX-License-Identifier: ISC */
/*
 * What became of an agency when the structure changed (SOTK), as its page tells it:
 * since when, by which regulation, and who goes on with its tasks.
 */
#include "cycle/restructured.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

const char *const restructured_kinds[] = { "rename", "merge", "split", "dissolve", NULL };
const char *const restructured_names[] = { "Berganti nama", "Digabung ke perangkat daerah lain",
	"Dipecah", "Dihapus" };

int
restructured_kind(const char *code)
{
	int kind = 0;

	while (kind < RESTRUCTURED_KINDS && strcmp(restructured_kinds[kind], code) != 0)
		kind++;
	return kind;
}

int
restructured_read(struct context *context, int64_t agency_id, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_RESTRUCTURE_LIST, db_int(agency_id)));
}

void
restructured_fill(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Restructured"), *node = NULL;
	int64_t id = 0;
	size_t count = 0, successors = 0;

	for (size_t row = 0; row < rows->count; row++) {
		if (node == NULL || row_int(rows, row, "id") != id) {
			int kind = restructured_kind(row_text(rows, row, "kind"));

			id = row_int(rows, row, "id");
			successors = 0;
			node = node_row(list, count++);
			fill_row(node, rows, row);
			node_set(node, "kind",
			    kind < RESTRUCTURED_KINDS ? restructured_names[kind] : "");
			node_set(node, "since",
			    words_date(context->arena, row_text(rows, row, "effective")));
		}
		if (!row_null(rows, row, "successor_id")) {
			struct node *one = node_row(node_child(node, "successors"), successors++);

			node_set_int(one, "id", row_int(rows, row, "successor_id"));
			node_set(one, "name", row_text(rows, row, "successor"));
		}
	}
}
