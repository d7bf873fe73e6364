/* SPDX-License-Identifier: ISC */
/*
 * Two cycles of one region side by side: who gained and who lost, and the
 * averages of each variable.
 */
#include "report/report.h"

#include <stdlib.h>

#include "document/chart.h"
#include "frame/words.h"
#include "base/banned.h"

/* The other cycle: what was asked for, else the one before, else none (0). */
static int
region_compare_choose(struct context *context, const struct results *results, int64_t *chosen)
{
	struct node *list = page_node(&context->page, "Years");
	int64_t with = form_number(&context->form, COMPARE_WITH);
	size_t count = 0;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_REPORT_CYCLES_OF,
	    db_int(results->region_id));

	*chosen = 0;
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++) {
		int64_t id = row_int(&rows, row, "id");
		struct node *node;

		if (id == results->cycle_id)
			continue;
		node = node_row(list, count++);
		fill_row(node, &rows, row);
		if (*chosen == 0 &&
		    (with == 0 ? row_int(&rows, row, "year") < results->year : id == with)) {
			*chosen = id;
			node_set(node, "current", "1");
		}
	}
	return with != 0 && *chosen == 0 ? 404 : 0;
}

struct pair {
	const struct agency_results *from, *to;
	bool both;
	int change;
};

/* Who gained most stands first, whoever cannot be compared last. */
static int
by_change(const void *left, const void *right)
{
	const struct pair *a = left, *b = right;

	if (a->both != b->both)
		return a->both ? -1 : 1;
	return (a->change < b->change) - (a->change > b->change);
}

/* Averages of other agencies are no comparison: those of the ones that both years
 * have, beside how many they are.  Both.count .from .to, .fewer where a year has
 * others. */
static void
fill_both(struct context *context, const struct results *from, const struct results *to,
    int64_t count, int64_t before, int64_t after)
{
	struct node *node = page_node(&context->page, "Both");

	node_set_int(node, "count", count);
	if ((size_t)count == from->assessed && (size_t)count == to->assessed)
		return;
	node_set(node, "fewer", "1");
	if (count == 0)
		return;
	node_set(node, "from",
	    words_tenths(context->arena, score_average(before, count, ROUNDING_HALF_UP)));
	node_set(node, "to",
	    words_tenths(context->arena, score_average(after, count, ROUNDING_HALF_UP)));
}

static void
fill_pairs(struct context *context, const struct results *from, const struct results *to)
{
	struct node *list = page_node(&context->page, "Pairs");
	struct pair *pairs = arena_array(context->arena, to->count + 1, sizeof(*pairs));
	int64_t up = 0, down = 0, same = 0, before = 0, after = 0;

	for (size_t at = 0; at < to->count; at++) {
		struct pair *pair = &pairs[at];

		pair->to = &to->agencies[at];
		pair->from = results_agency(from, pair->to->agency_id);
		pair->both = pair->from != NULL &&
		    score_change(pair->from->final, pair->to->final, &pair->change);
		up += pair->both && pair->change > 0;
		down += pair->both && pair->change < 0;
		same += pair->both && pair->change == 0;
		before += pair->both ? pair->from->final : 0;
		after += pair->both ? pair->to->final : 0;
	}
	qsort(pairs, to->count, sizeof(*pairs), by_change);
	for (size_t at = 0; at < to->count; at++) {
		struct node *node = node_row(list, at);
		const struct pair *pair = &pairs[at];

		node_set(node, "name", pair->to->name);
		node_set_int(node, "assessment_id", pair->to->assessment_id);
		if (pair->from != NULL && pair->from->final != SCORE_ABSENT)
			node_set_int(node, "from", pair->from->final);
		if (pair->to->final != SCORE_ABSENT)
			node_set_int(node, "to", pair->to->final);
		if (pair->both)
			node_set(node, "change", words_change(context->arena, pair->change));
	}
	fill_both(context, from, to, up + down + same, before, after);
	page_set_int(&context->page, "Moved.up", up);
	page_set_int(&context->page, "Moved.down", down);
	page_set_int(&context->page, "Moved.same", same);
}

static void
region_compare_fill_side(struct context *context, const char *name, const struct results *results)
{
	struct node *node = page_node(&context->page, name);

	node_set_int(node, "year", results->year);
	node_set_int(node, "count", (int64_t)results->count);
	node_set_int(node, "assessed", (int64_t)results->assessed);
	if (results->average_assessed != AVERAGE_ABSENT)
		node_set(node, "average", words_tenths(context->arena, results->average_assessed));
	if (results->average_all != AVERAGE_ABSENT)
		node_set(node, "all", words_tenths(context->arena, results->average_all));
	if (results->category != NULL)
		node_set(node, "category", results->category->name);
}

static struct series
averages(struct context *context, const struct results *results, enum ink ink)
{
	int *tenths = arena_array(context->arena, results->variable_count + 1, sizeof(*tenths));

	for (size_t at = 0; at < results->variable_count; at++)
		tenths[at] = results->variables[at].final_tenths;
	return (struct series){ arena_format(context->arena, "%lld", (long long)results->year), ink,
		tenths };
}

static void
region_compare_fill_pictures(struct context *context, const struct results *from,
    const struct results *to)
{
	struct bars bars = { .title = arena_format(context->arena,
				 "Rata-rata "
				 "tingkat tiap variabel, %s %lld dan %lld",
				 to->region_name, (long long)from->year, (long long)to->year),
		.variables = chart_variables(context->arena, to),
		.count = to->variable_count,
		.averages = true,
		.before = averages(context, from, INK_SELF),
		.after = averages(context, to, INK_CITY),
		.before_total = from->average_assessed,
		.after_total = to->average_assessed };

	if (from->variable_count != to->variable_count)
		page_set(&context->page, "Other.different", "1");
	else
		CHART_FILL(context, "years", bars, &bars);
}

int
compare_region(struct context *context)
{
	struct results results, other;
	const struct results *from, *to;
	int64_t chosen;
	int status = find_results(context, &results);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	if ((status = region_compare_choose(context, &results, &chosen)) != 0)
		return status;
	if (chosen == 0)
		return context_show(context, "report/region_compare");
	if ((status = results_load(context, chosen, &other)) != 0)
		return status;
	from = other.year < results.year ? &other : &results;
	to = from == &results ? &other : &results;
	region_compare_fill_side(context, "From", from);
	region_compare_fill_side(context, "To", to);
	fill_pairs(context, from, to);
	region_compare_fill_pictures(context, from, to);
	return context_show(context, "report/region_compare");
}
