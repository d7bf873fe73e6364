/* SPDX-License-Identifier: ISC */
/*
 * Two cycles of one region side by side: who gained and who lost, and the
 * averages of each variable.
 */
#include "report/report.h"

#include <stdlib.h>

#include "document/chart.h"
#include "document/listing.h"
#include "frame/words.h"
#include "base/banned.h"

/* Two cycles of a region, and what became of each agency between them. */
struct compared {
	struct results asked, other;
	const struct results *from, *to; /* the earlier, the later; NULL: none to compare */
	struct rows cycles;              /* of the region */
	int64_t chosen;                  /* which of them is the other one; 0: none */
	struct pair *pairs;              /* as many as the later cycle has agencies */
	int64_t up, down, same;
	int64_t before, after; /* sums of the scores of those that have both */
};

/* What was asked for, else the one before, else none (0). */
static int
region_compare_choose(struct context *context, struct compared *compared)
{
	int64_t with = form_number(&context->form, COMPARE_WITH);
	const struct rows *rows = &compared->cycles;
	int result = db_select(context->db, &compared->cycles, STATEMENT_REPORT_CYCLES_OF,
	    db_int(compared->asked.region_id));

	compared->chosen = 0;
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows->count && compared->chosen == 0; row++) {
		int64_t id = row_int(rows, row, "id");

		if (id != compared->asked.cycle_id &&
		    (with == 0 ? row_int(rows, row, "year") < compared->asked.year : id == with))
			compared->chosen = id;
	}
	return with != 0 && compared->chosen == 0 ? 404 : 0;
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
region_compare_pair(struct context *context, struct compared *compared)
{
	const struct results *to = compared->to;

	compared->pairs = arena_array(context->arena, to->count + 1, sizeof(*compared->pairs));
	for (size_t at = 0; at < to->count; at++) {
		struct pair *pair = &compared->pairs[at];

		pair->to = &to->agencies[at];
		pair->from = results_agency(compared->from, pair->to->agency_id);
		pair->both = pair->from != NULL &&
		    score_change(pair->from->final, pair->to->final, &pair->change);
		compared->up += pair->both && pair->change > 0;
		compared->down += pair->both && pair->change < 0;
		compared->same += pair->both && pair->change == 0;
		compared->before += pair->both ? pair->from->final : 0;
		compared->after += pair->both ? pair->to->final : 0;
	}
	qsort(compared->pairs, to->count, sizeof(*compared->pairs), by_change);
}

static int
region_compare_read(struct context *context, struct compared *compared)
{
	int status = find_results(context, &compared->asked);
	bool earlier;

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	status = region_compare_choose(context, compared);
	if (status != 0 || compared->chosen == 0)
		return status;
	status = results_load(context, compared->chosen, &compared->other);
	if (status != 0)
		return status;
	earlier = compared->other.year < compared->asked.year;
	compared->from = earlier ? &compared->other : &compared->asked;
	compared->to = earlier ? &compared->asked : &compared->other;
	region_compare_pair(context, compared);
	return 0;
}

static void
region_compare_fill_years(struct context *context, const struct compared *compared)
{
	struct node *list = page_node(&context->page, "Years");
	size_t count = 0;

	for (size_t row = 0; row < compared->cycles.count; row++) {
		int64_t id = row_int(&compared->cycles, row, "id");
		struct node *node;

		if (id == compared->asked.cycle_id)
			continue;
		node = node_row(list, count++);
		fill_row(node, &compared->cycles, row);
		if (id == compared->chosen)
			node_set(node, "current", "1");
	}
}

static void
fill_pairs(struct context *context, const struct compared *compared)
{
	struct node *list = page_node(&context->page, "Pairs");

	for (size_t at = 0; at < compared->to->count; at++) {
		struct node *node = node_row(list, at);
		const struct pair *pair = &compared->pairs[at];

		node_set(node, "name", pair->to->name);
		node_set_int(node, "assessment_id", pair->to->assessment_id);
		if (pair->from != NULL && pair->from->final != SCORE_ABSENT)
			node_set_int(node, "from", pair->from->final);
		if (pair->to->final != SCORE_ABSENT)
			node_set_int(node, "to", pair->to->final);
		if (pair->both)
			node_set(node, "change", words_change(context->arena, pair->change));
	}
	fill_both(context, compared->from, compared->to,
	    compared->up + compared->down + compared->same, compared->before, compared->after);
	page_set_int(&context->page, "Moved.up", compared->up);
	page_set_int(&context->page, "Moved.down", compared->down);
	page_set_int(&context->page, "Moved.same", compared->same);
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
	const struct kept_cycle *cycle;
	struct compared compared = { .chosen = 0 };
	int status = region_compare_read(context, &compared);

	if (status == 0)
		status = find_steps(context, &compared.asked, &cycle);
	if (status != 0)
		return status;
	fill_head(context, &compared.asked, cycle);
	region_compare_fill_years(context, &compared);
	if (compared.chosen != 0) {
		page_set_int(&context->page, "Other.cycle", compared.chosen);
		region_compare_fill_side(context, "From", compared.from);
		region_compare_fill_side(context, "To", compared.to);
		fill_pairs(context, &compared);
		region_compare_fill_pictures(context, compared.from, compared.to);
	}
	return context_show(context, "report/region_compare");
}

/* ---- the same as a file ---------------------------------------------------- */

static const char *
pair_name(struct context *context, const void *records, size_t row)
{
	(void)context;
	return ((const struct pair *)records)[row].to->name;
}

static const char *
pair_score(struct context *context, const struct agency_results *agency)
{
	return agency == NULL || agency->final == SCORE_ABSENT ?
	    "" :
	    arena_format(context->arena, "%d", agency->final);
}

static const char *
pair_from(struct context *context, const void *records, size_t row)
{
	return pair_score(context, ((const struct pair *)records)[row].from);
}

static const char *
pair_to(struct context *context, const void *records, size_t row)
{
	return pair_score(context, ((const struct pair *)records)[row].to);
}

static const char *
pair_change(struct context *context, const void *records, size_t row)
{
	const struct pair *pair = &((const struct pair *)records)[row];

	return pair->both ? words_change(context->arena, pair->change) : "";
}

int
send_compared_region(struct context *context)
{
	struct listing_column columns[] = {
		{ "Perangkat daerah", 60, .read = pair_name },
		{ "", 12, true, .read = pair_from },
		{ "", 12, true, .read = pair_to },
		{ "Perubahan", 12, true, .read = pair_change },
		{ .label = NULL },
	};
	struct listing listing = { .title = "Perbandingan", .columns = columns };
	struct compared compared = { .chosen = 0 };
	int status = region_compare_read(context, &compared);

	if (status != 0 || compared.chosen == 0)
		return status != 0 ? status : 404;
	columns[1].label = arena_format(context->arena, "%lld", (long long)compared.from->year);
	columns[2].label = arena_format(context->arena, "%lld", (long long)compared.to->year);
	listing.records = compared.pairs;
	listing.count = compared.to->count;
	return listing_send(context,
	    arena_format(context->arena, "perbandingan-%s-%s-%s", compared.to->region_code,
		columns[1].label, columns[2].label),
	    &listing, 1);
}
