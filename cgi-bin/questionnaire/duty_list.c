/* SPDX-License-Identifier: ISC */
/*
 * Who of the agency works on which variable, for the list of variables and for the
 * page that divides them.
 */
#include "questionnaire/questionnaire.h"
#include "frame/kept.h"
#include "base/banned.h"

int
duties_read(struct context *context, const struct assessment *assessment, struct rows *duties)
{
	return context_status(context,
	    kept_world_select(context, duties, STATEMENT_DUTY_LIST, db_int(assessment->agency_id)));
}

/* The row about a variable, or duties->count. */
size_t
duty_row(const struct rows *duties, int number)
{
	size_t row = 0;

	while (row < duties->count && row_int(duties, row, "variable_number") != number)
		row++;
	return row;
}

void
fill_duties(struct context *context, const struct tasks *tasks, const struct rows *duties)
{
	struct node *list = page_node(&context->page, "Tasks");
	int64_t mine = 0;

	for (size_t at = 0; at < tasks->count && duties->count > 0; at++) {
		size_t row = duty_row(duties, tasks->list[at].evidence->number);
		struct node *node = node_row(list, at);

		if (row == duties->count)
			continue;
		node_set(node, "duty", row_text(duties, row, "full_name"));
		if (row_int(duties, row, "account_id") != context->actor.account_id)
			continue;
		node_set(node, "mine", "1");
		mine++;
	}
	page_set_int(&context->page, "Duties.mine", mine);
	page_set_int(&context->page, "Duties.all", (int64_t)duties->count);
}
