/* SPDX-License-Identifier: ISC */
/*
 * The administrator's home: the tasks of a year in the order in which they are
 * done, and how far the open cycles have come.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "document/chart.h"
#include "base/banned.h"

/* Pictures.progress.0, .1 …: the newest open cycles in care, beside their
 * plans. */
static int
fill_progress(struct context *context)
{
	enum { SHOWN = 3 };
	struct rows rows;
	int status = 0,
	    result = db_select(context->db, &rows, STATEMENT_CYCLE_HOME_OPEN, scope(context),
		db_int(SHOWN));

	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count && status == 0; row++)
		status = chart_fill_cycle(context, row_int(&rows, row, "id"),
		    arena_format(context->arena, "progress-%zu", row));
	return status;
}

/*
 * The administrator's home: the work of the year in the order in which it is
 * done, each with what is there already.  The first task that is not done is
 * the next one.
 */
int
show_home(struct context *context)
{
	struct rows rows;
	int result, status;

	if (context_may(context, ROLE_VERIFIER))
		return context_redirect(context, "/cycle/notice");
	result = db_select(context->db, &rows, STATEMENT_CYCLE_HOME, scope(context), scope(context),
	    scope(context), scope(context), scope(context));
	if (result < 0)
		return context_status(context, result);
	fill_row(page_node(&context->page, "Home"), &rows, 0);
	if (context->actor.region_id == 0)
		page_set(&context->page, "Everywhere", "1");
	status = fill_progress(context);
	return status != 0 ? status : context_show(context, "cycle/home");
}
