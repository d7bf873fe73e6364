/* SPDX-License-Identifier: ISC */
/*
 * A criterion is chosen by its variable, then by level: the lists for that,
 * with what the document is linked to already.
 */
#include "upload/upload.h"

#include "frame/words.h"
#include "base/banned.h"

int
criteria_choice_read(struct context *context, const struct assessment *assessment,
    int64_t document_id, int64_t variable, struct criteria_choice *choice)
{
	int result;

	*choice = (struct criteria_choice){ .variable = variable };
	result = db_select(context->db, &choice->variables, STATEMENT_UPLOAD_VARIABLES,
	    db_int(document_id), db_int(assessment->id));
	if (result < 0 || variable == 0)
		return context_status(context, result);
	result = db_select(context->db, &choice->checklist, STATEMENT_UPLOAD_CHECKLIST,
	    db_int(assessment->id), db_int(document_id), db_int(assessment->instrument_id),
	    db_int(variable));
	return result == 0 ? 404 : context_status(context, result);
}

static void
fill_variables(struct context *context, const struct assessment *assessment,
    const struct criteria_choice *choice)
{
	struct node *list = page_node(&context->page, "Variables");
	const struct rows *rows = &choice->variables;

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, rows, row);
		if (assessment->state == STATE_RETURNED &&
		    row_int(rows, row, "needs_correction") == 0)
			node_set(node, "locked", "1");
		if (row_int(rows, row, "number") == choice->variable)
			page_set(&context->page, "Variable.name", row_text(rows, row, "name"));
	}
	page_set_int(&context->page, "Variable.number", choice->variable);
}

static void
fill_checklist(struct context *context, const struct rows *rows)
{
	struct node *levels = page_node(&context->page, "Levels");
	struct node *items = NULL;
	int64_t last = 0;
	size_t level_count = 0, item_count = 0;

	for (size_t row = 0; row < rows->count; row++) {
		int64_t level = row_int(rows, row, "level");

		if (level != last) {
			struct node *node = node_row(levels, level_count++);

			node_set_int(node, "number", level);
			node_set(node, "roman", words_roman(level));
			node_set(node, "text", row_text(rows, row, "indicator"));
			items = node_child(node, "items");
			item_count = 0;
			last = level;
		}
		fill_row(node_row(items, item_count++), rows, row);
	}
}

void
criteria_choice_fill(struct context *context, const struct assessment *assessment,
    const struct criteria_choice *choice)
{
	fill_variables(context, assessment, choice);
	fill_checklist(context, &choice->checklist);
}
