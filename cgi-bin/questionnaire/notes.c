/* SPDX-License-Identifier: ISC */
/*
 * How many notes colleagues have left at each variable, so that nobody has to look
 * for them.  They are read in the program consultation, by their agency alone.
 */
#include "questionnaire/questionnaire.h"
#include "frame/kept.h"
#include "base/banned.h"

int
notes_read(struct context *context, const struct assessment *assessment, struct rows *notes)
{
	*notes = (struct rows){ .count = 0 };
	return context_may(context, AGENCY) ?
	    context_status(context,
		kept_select(context, notes, STATEMENT_CONSULTATION_COMMENT_COUNTS,
		    db_int(assessment->id))) :
	    0;
}

int64_t
notes_at(const struct rows *notes, int number)
{
	for (size_t row = 0; row < notes->count; row++)
		if (row_int(notes, row, "variable_number") == number)
			return row_int(notes, row, "notes");
	return 0;
}

void
fill_notes(struct context *context, const struct tasks *tasks, const struct rows *notes)
{
	struct node *list = page_node(&context->page, "Tasks");

	for (size_t at = 0; at < tasks->count && notes->count > 0; at++)
		node_set_int(node_row(list, at), "notes",
		    notes_at(notes, tasks->list[at].evidence->number));
}
