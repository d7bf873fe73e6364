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

enum { COUNTED = 1000 };

/* Home.<name>_words: a count as it is read, that of many being no longer one. */
static void
fill_count(struct context *context, struct node *home, const struct rows *rows, const char *name)
{
	int64_t count = row_int(rows, 0, name);

	node_set(home, arena_format(context->arena, "%s_words", name),
	    count > COUNTED ? "lebih dari 1.000" :
			      arena_format(context->arena, "%lld", (long long)count));
}

/*
 * Home.without_operator.  Of many agencies only whether there is one: to find
 * all that lack one is to look at each, and the list does it when it is asked
 * for.  Home.many(1) then.
 */
static int
fill_without_operator(struct context *context, struct node *home, bool many)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CYCLE_HOME_WITHOUT_OPERATOR,
	    scope(context), db_int(many ? 1 : COUNTED));

	if (result < 0)
		return context_status(context, result);
	fill_row(home, &rows, 0);
	if (many)
		node_set(home, "many", "1");
	return 0;
}

/*
 * The administrator's home: the work of the year in the order in which it is
 * done, each with what is there already.  The first task that is not done is
 * the next one.
 */
int
show_home(struct context *context)
{
	struct node *home = page_node(&context->page, "Home");
	const struct db_value limit = db_int(COUNTED + 1);
	struct rows rows;
	int result, status;

	if (context_may(context, ROLE_VERIFIER))
		return context_redirect(context, "/cycle/notice");
	result = db_select(context->db, &rows, STATEMENT_CYCLE_HOME, scope(context), scope(context),
	    limit, scope(context), limit, scope(context), limit, scope(context));
	if (result < 0)
		return context_status(context, result);
	fill_row(home, &rows, 0);
	fill_count(context, home, &rows, "agencies");
	fill_count(context, home, &rows, "accounts");
	fill_count(context, home, &rows, "unnotified");
	if (context->actor.region_id == 0)
		page_set(&context->page, "Everywhere", "1");
	status = fill_without_operator(context, home, row_int(&rows, 0, "agencies") > COUNTED);
	if (status == 0)
		status = fill_progress(context);
	return status != 0 ? status : context_show(context, "cycle/home");
}
