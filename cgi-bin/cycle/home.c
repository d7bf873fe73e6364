/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cycle/cycle.h"
#include "document/chart.h"
#include "base/banned.h"

/* Pictures.progress.0, .1 …: the newest open cycles in care, beside their
 * plans. */
static int
fill_progress(struct visit *visit)
{
	enum { SHOWN = 3 };
	struct rows rows;
	int status = 0, result = db_select(visit->db, &rows,
	    STATEMENT_CYCLE_HOME_OPEN, scope(visit), db_int(SHOWN));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count && status == 0; row++)
		status = chart_fill_cycle(visit, row_int(&rows, row, "id"),
		    arena_format(visit->arena, "progress-%zu", row));
	return status;
}

/*
 * The administrator's home: the work of the year in the order in which it is
 * done, each with what is there already.  The first task that is not done is
 * the next one.
 */
int
show_home(struct visit *visit)
{
	struct rows rows;
	int result, status;

	if (visit_may(visit, ROLE_VERIFIER))
		return visit_redirect(visit, "/cycle/notice");
	result = db_select(visit->db, &rows, STATEMENT_CYCLE_HOME,
	    scope(visit), scope(visit), scope(visit), scope(visit),
	    scope(visit));
	if (result < 0)
		return visit_status(visit, result);
	fill_row(page_node(&visit->page, "Home"), &rows, 0);
	if (visit->actor.region_id == 0)
		page_set(&visit->page, "Everywhere", "1");
	status = fill_progress(visit);
	return status != 0 ? status : visit_show(visit, "cycle/home");
}
