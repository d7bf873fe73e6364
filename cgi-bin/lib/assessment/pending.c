/* SPDX-License-Identifier: ISC */
/*
 * Documents that are still to come: read, counted and put on pages in the
 * order of their urgency.  They warn and remind; none of them counts as
 * evidence.
 */
#include "assessment/pending.h"

#include <string.h>

#include "assessment/criteria.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

enum { SOON_DAYS = 3 };

static void
read_pending(struct arena *arena, const struct rows *rows, size_t row,
    const struct criteria *criteria, int32_t today, struct pending_evidence *pending)
{
	const struct variable *variable;
	const struct criterion *item;

	pending->id = row_int(rows, row, "id");
	pending->version = row_int(rows, row, "version");
	pending->item_id = row_int(rows, row, "item_id");
	pending->side = kept_text(arena, rows, row, "side");
	pending->title = kept_text(arena, rows, row, "title");
	pending->due = kept_text(arena, rows, row, "due");
	pending->who = kept_text(arena, rows, row, "who");
	item = criteria_item(criteria, pending->item_id, &variable);
	pending->variable = item != NULL ? variable->number : 0;
	pending->variable_name = item != NULL ? variable->name : "";
	pending->level = item != NULL ? item->level : 0;
	pending->item_title = item != NULL ? item->title : "";
	pending->days = (int)(day_parse(pending->due) - today);
	pending->reminded = strcmp(row_text(rows, row, "reminder"), "none") != 0;
}

int
pending_list_read(struct context *context, struct arena *arena, const struct assessment *assessment,
    const struct criteria *criteria, struct pending_list *pending_list)
{
	int32_t today = words_today(assessment->zone);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PENDING_OPEN, db_int(assessment->id));

	memset(pending_list, 0, sizeof(*pending_list));
	if (result < 0)
		return result;
	pending_list->list = arena_array(arena, rows.count + 1, sizeof(*pending_list->list));
	pending_list->count = rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		read_pending(arena, &rows, row, criteria, today, &pending_list->list[row]);
		pending_list->overdue += pending_list->list[row].days < 0;
	}
	return 0;
}

int
pending_list_load(struct context *context, const struct assessment *assessment,
    struct pending_list *pending_list)
{
	const struct criteria *criteria;
	int status = criteria_load(context, assessment->instrument_id, &criteria);

	return status != 0 ?
	    status :
	    context_status(context,
		pending_list_read(context, context->arena, assessment, criteria, pending_list));
}

size_t
pending_list_open(const struct pending_list *pending_list, int64_t variable)
{
	size_t count = 0;

	for (size_t at = 0; at < pending_list->count; at++)
		count += variable == 0 || pending_list->list[at].variable == variable;
	return count;
}

size_t
pending_list_overdue(const struct pending_list *pending_list, int64_t variable)
{
	size_t count = 0;

	for (size_t at = 0; at < pending_list->count; at++)
		count += pending_list->list[at].days < 0 &&
		    (variable == 0 || pending_list->list[at].variable == variable);
	return count;
}

const char *
pending_side(const struct context *context)
{
	return context_may(context, ROLE_VERIFIER) ?
	    "city" :
	    context_may(context, ROLE_VALIDATOR) ?
	    "province" :
	    "agency";
}

const char *
pending_words(struct context *context, const char *title, const char *due)
{
	return arena_format(context->arena, "%s, sampai %s", title,
	    words_date(context->arena, due));
}

static const char *
when_words(struct context *context, int days)
{
	if (days < 0)
		return arena_format(context->arena, "terlambat %d hari", -days);
	if (days == 0)
		return "jatuh tempo hari ini";
	if (days == 1)
		return "jatuh tempo besok";
	return arena_format(context->arena, "%d hari lagi", days);
}

void
pending_fill(struct context *context, struct node *node, const struct pending_evidence *pending)
{
	node_set_int(node, "id", pending->id);
	node_set_int(node, "variable", pending->variable);
	node_set(node, "variable_name", pending->variable_name);
	node_set(node, "level", words_roman(pending->level));
	node_set(node, "item", pending->item_title);
	node_set(node, "title", pending->title);
	node_set(node, "due", words_date(context->arena, pending->due));
	node_set(node, "when", when_words(context, pending->days));
	node_set(node, "side", pending->side);
	node_set(node, "who", pending->who);
	if (pending->days < 0)
		node_set(node, "overdue", "1");
	else if (pending->days <= SOON_DAYS)
		node_set(node, "soon", "1");
	if (strcmp(pending->side, pending_side(context)) == 0)
		node_set(node, "own", "1");
}

void
pending_list_fill(struct context *context, struct node *node,
    const struct pending_list *pending_list, int64_t variable)
{
	size_t row = 0;

	for (size_t at = 0; at < pending_list->count; at++)
		if (variable == 0 || pending_list->list[at].variable == variable)
			pending_fill(context, node_row(node, row++), &pending_list->list[at]);
}
