/* SPDX-License-Identifier: ISC */
/*
 * All criteria of an assessment, by variable and level, to be ticked for several
 * documents at once: wording from what is kept, and of the database only which
 * variables are open and where the documents stand.
 */
#include "upload/bulk_criteria.h"

#include "assessment/criteria.h"
#include "frame/words.h"
#include "base/banned.h"

int
bulk_criteria_read(struct context *context, const struct assessment *assessment,
    const char *documents, size_t count, struct bulk_criteria *bulk)
{
	int result, status = criteria_load(context, assessment->instrument_id, &bulk->criteria);

	bulk->documents = count;
	if (status != 0)
		return status;
	result = db_select(context->db, &bulk->open, STATEMENT_UPLOAD_VARIABLES_OPEN,
	    db_int(assessment->id));
	if (result >= 0)
		result = db_select(context->db, &bulk->linked, STATEMENT_UPLOAD_ITEMS_LINKED,
		    db_int(assessment->id), db_text(documents));
	return context_status(context, result);
}

/* How many of the documents stand there. */
static int64_t
linked_at(const struct bulk_criteria *bulk, int64_t item_id)
{
	for (size_t row = 0; row < bulk->linked.count; row++)
		if (row_int(&bulk->linked, row, "item_id") == item_id)
			return row_int(&bulk->linked, row, "linked");
	return 0;
}

static void
bulk_criteria_fill_variable(const struct bulk_criteria *bulk, const struct form *form, int ticked,
    struct node *node, const struct variable *variable)
{
	struct node *level = NULL, *item;
	size_t levels = 0, items = 0;
	int last = 0;

	node_set_int(node, "number", variable->number);
	node_set(node, "name", variable->name);
	for (size_t at = 0; at < variable->item_count; at++) {
		const struct criterion *criterion = &variable->items[at];
		int64_t linked = linked_at(bulk, criterion->id);

		if (criterion->level != last) {
			level = node_row(node_child(node, "levels"), levels++);
			node_set(level, "roman", words_roman(criterion->level));
			node_set(level, "text", variable->levels[criterion->level - 1].indicator);
			items = 0;
		}
		last = criterion->level;
		item = node_row(node_child(level, "items"), items++);
		node_set_int(item, "id", criterion->id);
		node_set(item, "title", criterion->title);
		node_set_int(item, "compulsory", criterion->compulsory);
		node_set_int(item, "linked", linked);
		/* Some of the documents are there, or all of them. */
		if (linked == (int64_t)bulk->documents)
			node_set(item, "whole", "1");
		if (form_member(form, ticked, criterion->id) != NULL)
			node_set(item, "checked", "1");
		if (linked > 0)
			node_set(node, "some", "1");
	}
}

void
bulk_criteria_fill(struct context *context, const struct assessment *assessment,
    const struct bulk_criteria *bulk, int ticked)
{
	struct node *variables = page_node(&context->page, "Variables");
	bool returned = assessment->state == STATE_RETURNED;
	size_t shown = 0;

	for (size_t at = 0; at < bulk->criteria->count; at++) {
		const struct variable *variable = &bulk->criteria->variables[at];
		size_t row = variable_row(variable, &bulk->open);
		struct node *node;

		if (row == bulk->open.count)
			continue;
		node = node_row(variables, shown++);
		bulk_criteria_fill_variable(bulk, &context->form, ticked, node, variable);
		if (returned && row_int(&bulk->open, row, "needs_correction") == 0)
			node_set(node, "locked", "1");
	}
}
