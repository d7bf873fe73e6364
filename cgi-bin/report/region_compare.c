/* SPDX-License-Identifier: ISC */
/* Two cycles of one region side by side. */
#include "report/report.h"

#include <stdlib.h>

#include "document/chart.h"
#include "frame/words.h"
#include "base/banned.h"

/* The other cycle: what was asked for, else the one before, else none (0). */
static int
choose(struct visit *visit, const struct figures *figures, int64_t *chosen)
{
	struct node *list = page_node(&visit->page, "Years");
	int64_t with = form_number(&visit->form, COMPARE_WITH);
	size_t count = 0;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_REPORT_CYCLES_OF,
	    db_int(figures->region_id));

	*chosen = 0;
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		int64_t id = row_int(&rows, row, "id");
		struct node *node;

		if (id == figures->cycle_id)
			continue;
		node = node_row(list, count++);
		fill_row(node, &rows, row);
		if (*chosen == 0 && (with == 0 ? row_int(&rows, row, "year") <
		    figures->year : id == with)) {
			*chosen = id;
			node_set(node, "current", "1");
		}
	}
	return with != 0 && *chosen == 0 ? 404 : 0;
}

struct pair {
	const struct agency_figures *from, *to;
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

static void
fill_pairs(struct visit *visit, const struct figures *from,
    const struct figures *to)
{
	struct node *list = page_node(&visit->page, "Pairs");
	struct pair *pairs = arena_array(visit->arena, to->count + 1,
	    sizeof(*pairs));
	int64_t up = 0, down = 0, same = 0;

	for (size_t at = 0; at < to->count; at++) {
		struct pair *pair = &pairs[at];

		pair->to = &to->agencies[at];
		pair->from = figures_agency(from, pair->to->agency_id);
		pair->both = pair->from != NULL && score_change(
		    pair->from->final, pair->to->final, &pair->change);
		up += pair->both && pair->change > 0;
		down += pair->both && pair->change < 0;
		same += pair->both && pair->change == 0;
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
			node_set(node, "change", words_change(visit->arena,
			    pair->change));
	}
	page_set_int(&visit->page, "Moved.up", up);
	page_set_int(&visit->page, "Moved.down", down);
	page_set_int(&visit->page, "Moved.same", same);
}

static void
fill_side(struct visit *visit, const char *name, const struct figures *figures)
{
	struct node *node = page_node(&visit->page, name);

	node_set_int(node, "year", figures->year);
	node_set_int(node, "count", (int64_t)figures->count);
	node_set_int(node, "assessed", (int64_t)figures->assessed);
	if (figures->average_assessed != AVERAGE_ABSENT)
		node_set(node, "average", words_tenths(visit->arena,
		    figures->average_assessed));
	if (figures->average_all != AVERAGE_ABSENT)
		node_set(node, "all", words_tenths(visit->arena,
		    figures->average_all));
	if (figures->category != NULL)
		node_set(node, "category", figures->category->name);
}

static struct series
averages(struct visit *visit, const struct figures *figures, enum ink ink)
{
	int *tenths = arena_array(visit->arena, figures->variable_count + 1,
	    sizeof(*tenths));

	for (size_t at = 0; at < figures->variable_count; at++)
		tenths[at] = figures->variables[at].final_tenths;
	return (struct series){ arena_format(visit->arena, "%lld",
	    (long long)figures->year), ink, tenths };
}

static void
fill_pictures(struct visit *visit, const struct figures *from,
    const struct figures *to)
{
	struct bars bars = { .title = arena_format(visit->arena, "Rata-rata "
	    "tingkat tiap variabel, %s %lld dan %lld", to->region_name,
	    (long long)from->year, (long long)to->year),
	    .variables = chart_variables(visit->arena, to),
	    .count = to->variable_count, .averages = true,
	    .before = averages(visit, from, INK_SELF),
	    .after = averages(visit, to, INK_CITY),
	    .before_total = from->average_assessed,
	    .after_total = to->average_assessed };

	if (from->variable_count != to->variable_count)
		page_set(&visit->page, "Other.different", "1");
	else
		CHART_FILL(visit, "years", bars, &bars);
}

int
compare_region(struct visit *visit)
{
	struct figures figures, other;
	const struct figures *from, *to;
	int64_t chosen;
	int status = find_figures(visit, &figures);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return 400;
	if ((status = choose(visit, &figures, &chosen)) != 0)
		return status;
	if (chosen == 0)
		return visit_show(visit, "report/region_compare");
	if ((status = figures_load(visit, chosen, &other)) != 0)
		return status;
	from = other.year < figures.year ? &other : &figures;
	to = from == &figures ? &other : &figures;
	fill_side(visit, "From", from);
	fill_side(visit, "To", to);
	fill_pairs(visit, from, to);
	fill_pictures(visit, from, to);
	return visit_show(visit, "report/region_compare");
}
