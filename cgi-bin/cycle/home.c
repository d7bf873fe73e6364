/* SPDX-License-Identifier: ISC */
/*
 * The administrator's home: the tasks of a year in the order in which they are
 * done, and how far the open cycles have come.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "assessment/assessment.h"
#include "document/chart.h"
#include "frame/since.h"
#include "frame/words.h"
#include "base/banned.h"

enum { COUNTED = 1000, CYCLES_SHOWN = 3 };

/* What the page shows. */
struct home {
	struct rows counts;
	/* Agencies without an operator.  Of many only whether there is one: to find all
	 * that lack one is to look at each, and the list does it when it is asked for. */
	struct rows lacking;
	bool many;
	struct progress progress[CYCLES_SHOWN]; /* of the newest open cycles in care */
	size_t cycles;
	int unknown_year;  /* without a holiday, in which a plan has dates; 0: none */
	struct rows since; /* what others changed at agencies since the last visit */
	int coming_year;   /* the same of the year that comes, from October on */
};

/* By the holidays that are known: the plans that run and that come. */
static int
read_unknown_years(struct context *context, struct home *home)
{
	enum { MONTH_TO_ASK = 10 };
	int32_t today = words_today(context->actor.zone);
	struct date date = day_date(today);
	struct calendar calendar;
	struct rows rows;
	int status = calendar_load(context, context->actor.region_id, &calendar), result;

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_HOLIDAY_SPAN, scope(context));
	if (result < 0)
		return context_status(context, result);
	if (!row_null(&rows, 0, "until"))
		home->unknown_year = calendar_unknown_year(&calendar, today,
		    day_parse(row_text(&rows, 0, "until")));
	if (date.month >= MONTH_TO_ASK)
		home->coming_year = calendar_unknown_year(&calendar, day_of(date.year + 1, 1, 1),
		    day_of(date.year + 1, 12, 31));
	return 0;
}

static int
read_progress(struct context *context, struct home *home)
{
	struct rows rows;
	int status = 0,
	    result = db_select(context->db, &rows, STATEMENT_CYCLE_HOME_OPEN, scope(context),
		db_int(CYCLES_SHOWN));

	if (result < 0)
		return context_status(context, result);
	home->cycles = rows.count;
	for (size_t row = 0; row < rows.count && status == 0; row++)
		status = chart_cycle(context, row_int(&rows, row, "id"), &home->progress[row]);
	return status;
}

/* Of one region: whoever has the whole country in care would read of everybody. */
static int
read_home_since(struct context *context, struct home *home)
{
	return context->actor.region_id == 0 ?
	    0 :
	    since_read(context, SINCE_OF_OTHERS, &home->since);
}

static int
read_home(struct context *context, struct home *home)
{
	const struct db_value care = scope(context), limit = db_int(COUNTED + 1);
	int status,
	    result = db_select(context->db, &home->counts, STATEMENT_CYCLE_HOME, care, care, limit,
		care, limit, care, limit, care, care, care);

	if (result >= 0) {
		home->many = row_int(&home->counts, 0, "agencies") > COUNTED;
		result = db_select(context->db, &home->lacking,
		    STATEMENT_CYCLE_HOME_WITHOUT_OPERATOR, care, db_int(home->many ? 1 : COUNTED));
	}
	if (result < 0)
		return context_status(context, result);
	status = read_unknown_years(context, home);
	if (status == 0)
		status = read_home_since(context, home);
	return status != 0 ? status : read_progress(context, home);
}

/* Home.<name>_words: a count as it is read, that of many being no longer one. */
static void
fill_count(struct context *context, struct node *home, const struct rows *rows, const char *name)
{
	int64_t count = row_int(rows, 0, name);

	node_set(home, arena_format(context->arena, "%s_words", name),
	    count > COUNTED ? "lebih dari 1.000" :
			      arena_format(context->arena, "%lld", (long long)count));
}

static int
show_home_page(struct context *context, const struct home *home)
{
	struct node *node = page_node(&context->page, "Home");

	since_fill(context,
	    &(const struct since_page){ .before = "/cycle/agencies/",
		.after = "",
		.of_agency = true },
	    &home->since);
	fill_row(node, &home->counts, 0);
	fill_count(context, node, &home->counts, "agencies");
	fill_count(context, node, &home->counts, "accounts");
	fill_count(context, node, &home->counts, "unnotified");
	fill_row(node, &home->lacking, 0);
	if (home->many)
		node_set(node, "many", "1");
	if (home->unknown_year != 0)
		page_set_int(&context->page, "NoHolidays", home->unknown_year);
	else if (home->coming_year != 0)
		page_set_int(&context->page, "ComingYear", home->coming_year);
	if (context->actor.region_id == 0)
		page_set(&context->page, "Everywhere", "1");
	for (size_t at = 0; at < home->cycles; at++)
		if (home->progress[at].count > 0)
			CHART_FILL(context, arena_format(context->arena, "progress-%zu", at),
			    progress, &home->progress[at]);
	return context_show(context, "cycle/home");
}

/*
 * The administrator's home: the work of the year in the order in which it is
 * done, each with what is there already.  The first task that is not done is
 * the next one.
 */
int
show_home(struct context *context)
{
	struct home home = { .unknown_year = 0 };
	int status;

	if (context_may(context, ROLE_VERIFIER))
		return context_redirect(context, "/cycle/notice");
	status = read_home(context, &home);
	return status != 0 ? status : show_home_page(context, &home);
}
