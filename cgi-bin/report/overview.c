/* SPDX-License-Identifier: ISC */
/*
 * Where the region's leader begins: the last result at one glance, how it
 * spreads, which agencies lag, how far the years that are open have come, and the
 * way to the papers.  Nothing is changed here.
 */
#include "report/report.h"

#include "assessment/headline.h"
#include "frame/since.h"
#include "frame/words.h"
#include "base/banned.h"

/* The newest cycle, and those before it, as far as they are looked at. */
enum { CYCLES_READ = 3 };

struct overview {
	struct results cycles[CYCLES_READ];
	size_t count;
	const struct results *shown, *before; /* the last with figures; NULL: none yet */
};

/* While most are still looked at, the average is that of a few, and the year before says more. */
static bool
says_enough(const struct results *results)
{
	return results->assessed > 0 &&
	    (results->reported || 2 * results->assessed > results->count);
}

static void
leader_choose(struct overview *overview)
{
	size_t chosen = overview->count;

	for (size_t at = 0; at < overview->count && chosen == overview->count; at++)
		if (says_enough(&overview->cycles[at]))
			chosen = at;
	for (size_t at = 0; at < overview->count && chosen == overview->count; at++)
		if (overview->cycles[at].assessed > 0)
			chosen = at;
	overview->shown = chosen < overview->count ? &overview->cycles[chosen] : NULL;
	overview->before = chosen + 1 < overview->count ? &overview->cycles[chosen + 1] : NULL;
}

static int
leader_read(struct context *context, struct overview *overview)
{
	struct rows rows;
	int status,
	    result = db_select(context->db, &rows, STATEMENT_REPORT_CYCLES_OF,
		db_key(context->actor.region_id));

	overview->count = 0;
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count && row < CYCLES_READ; row++) {
		status = results_load(context, row_int(&rows, row, "id"),
		    &overview->cycles[overview->count]);
		if (status != 0)
			return status;
		overview->count++;
	}
	leader_choose(overview);
	return 0;
}

/* ---- which agencies lag ---------------------------------------------------------- */

static bool
lags(const struct results *results, const struct agency_results *agency)
{
	return agency->final != SCORE_ABSENT &&
	    score_tenths(agency->final) < results->average_assessed;
}

/* Below the average, the lowest first, names in their order. */
static size_t
lagging(struct arena *arena, const struct results *results, const struct agency_results ***list)
{
	const struct agency_results **found = arena_array(arena, results->count + 1,
	    sizeof(*found));
	size_t count = 0;

	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];
		size_t place = count;

		if (!lags(results, agency))
			continue;
		for (; place > 0 && found[place - 1]->final > agency->final; place--)
			found[place] = found[place - 1];
		found[place] = agency;
		count++;
	}
	*list = found;
	return count;
}

static void
fill_lagging(struct context *context, const struct overview *overview)
{
	enum { SHOWN = 10 };
	const struct results *results = overview->shown;
	struct node *list = page_node(&context->page, "Lagging");
	const struct agency_results **agencies;
	size_t count = lagging(context->arena, results, &agencies);

	for (size_t at = 0; at < count && at < SHOWN; at++) {
		const struct agency_results *agency = agencies[at];
		const struct agency_results *then = overview->before != NULL ?
		    results_agency(overview->before, agency->agency_id) :
		    NULL;
		struct node *node = node_row(list, at);
		int change;

		results_fill_agency(context, node, agency);
		node_set(node, "lowest", headline_lowest(context->arena, results, agency));
		node_set(node, "since", "");
		if (then != NULL && score_change(then->final, agency->final, &change))
			node_set(node, "since", words_change(context->arena, change));
	}
	page_set_int(&context->page, "LaggingCount", (int64_t)count);
}

/* ---- the years that are open ------------------------------------------------------- */

static bool
still_with_agency(enum state state)
{
	return state == STATE_NOT_STARTED || state == STATE_DRAFT || state == STATE_RETURNED;
}

static void
fill_running(struct node *node, const struct results *results)
{
	struct node *list = node_child(node, "agencies");
	size_t row = 0;

	node_set_int(node, "id", results->cycle_id);
	node_set_int(node, "year", results->year);
	node_set_int(node, "count", (int64_t)results->count);
	node_set_int(node, "assessed", (int64_t)results->assessed);
	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];
		struct node *one;

		if (!still_with_agency(agency->state))
			continue;
		one = node_row(list, row++);
		node_set(one, "name", agency->name);
		node_set(one, "state", state_code(agency->state));
	}
	node_set_int(node, "waiting", (int64_t)row);
}

/* The earlier year first: it is due first. */
static void
fill_years_running(struct context *context, const struct overview *overview)
{
	struct node *list = page_node(&context->page, "Running");
	size_t row = 0;

	for (size_t at = overview->count; at-- > 0;)
		if (!overview->cycles[at].reported && !overview->cycles[at].imported)
			fill_running(node_row(list, row++), &overview->cycles[at]);
}

int
show_overview(struct context *context)
{
	static const struct since_page page = { .before = "/report/agency/", .after = "" };
	struct overview overview;
	struct headline headline;
	struct rows since;
	int status = leader_read(context, &overview);

	if (status == 0)
		status = since_read(context, SINCE_OF_OTHERS, &since);
	if (status != 0)
		return status;
	since_fill(context, &page, &since);
	fill_years_running(context, &overview);
	if (overview.shown == NULL)
		return context_show(context, "report/overview");
	headline = headline_of_region(context->arena, overview.shown, overview.before);
	headline_fill(context, page_node(&context->page, "Headline"), &headline);
	page_set_int(&context->page, "Shown.id", overview.shown->cycle_id);
	page_set(&context->page, "Shown.region_code", overview.shown->region_code);
	if (overview.shown->reported)
		page_set(&context->page, "Shown.reported", "1");
	CHART_FILL(context, "distribution", distribution,
	    &((struct distribution){ .title = chart_title(context->arena, "Sebaran kategori",
					 overview.shown->region_name, overview.shown->year),
		.categories = overview.shown->categories,
		.agencies = overview.shown->category_agencies,
		.count = overview.shown->category_count,
		.agency_count = overview.shown->count }));
	fill_lagging(context, &overview);
	return context_show(context, "report/overview");
}
