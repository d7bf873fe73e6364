/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cycle/cycle.h"
#include "base/banned.h"

/*
 * The administrator's home: the work of the year in the order in which it is
 * done, each with what is there already.  The first task that is not done is
 * the next one.
 */
int
show_home(struct visit *visit)
{
	struct rows rows;
	int result;

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
	return visit_show(visit, "cycle/home");
}
