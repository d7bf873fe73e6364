/* SPDX-License-Identifier: ISC */
/*
 * How far the team found what the agencies had said of themselves, per agency
 * and per variable: see rules/comparison.h.
 */
#include "report/report.h"

#include <stdlib.h>

#include "document/export.h"
#include "frame/words.h"
#include "rules/comparison.h"
#include "base/banned.h"

struct one {
	const struct agency_results *agency;
	struct accuracy accuracy;
};

/* The least borne out first: there somebody ought to talk to somebody. */
static int
by_accuracy(const void *left, const void *right)
{
	const struct one *a = left, *b = right;

	if ((a->accuracy.compared == 0) != (b->accuracy.compared == 0))
		return a->accuracy.compared == 0 ? 1 : -1;
	return (a->accuracy.tenths > b->accuracy.tenths) -
	    (a->accuracy.tenths < b->accuracy.tenths);
}

static struct one *
accuracy_of_agencies(struct arena *arena, const struct results *results)
{
	struct one *all = arena_array(arena, results->count + 1, sizeof(*all));

	for (size_t at = 0; at < results->count; at++) {
		all[at].agency = &results->agencies[at];
		all[at].accuracy = accuracy_of(all[at].agency->self_levels,
		    all[at].agency->city_levels, results->variable_count);
	}
	qsort(all, results->count, sizeof(*all), by_accuracy);
	return all;
}

static void
accuracy_fill_agencies(struct context *context, const struct results *results)
{
	struct node *list = page_node(&context->page, "Agencies");
	const struct one *all = accuracy_of_agencies(context->arena, results);

	for (size_t at = 0; at < results->count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "name", all[at].agency->name);
		node_set_int(node, "assessment_id", all[at].agency->assessment_id);
		fill_accuracy(context, node, &all[at].accuracy);
	}
}

static void
accuracy_fill_variables(struct context *context, const struct results *results)
{
	struct node *list = page_node(&context->page, "Variables");
	struct accuracy whole = { .tenths = AVERAGE_ABSENT };

	for (size_t at = 0; at < results->variable_count; at++) {
		struct accuracy accuracy = { .tenths = AVERAGE_ABSENT };
		struct node *node = node_row(list, at);

		for (size_t one = 0; one < results->count; one++) {
			const struct agency_results *agency = &results->agencies[one];

			accuracy_add(&accuracy, agency->self_levels[at], agency->city_levels[at]);
			accuracy_add(&whole, agency->self_levels[at], agency->city_levels[at]);
		}
		node_set_int(node, "number", results->variables[at].number);
		node_set(node, "name", results->variables[at].name);
		fill_accuracy(context, node, &accuracy);
	}
	fill_accuracy(context, page_node(&context->page, "Accuracy"), &whole);
}

int
show_accuracy(struct context *context)
{
	struct results results;
	int status = find_results(context, &results);

	if (status != 0)
		return status;
	accuracy_fill_agencies(context, &results);
	accuracy_fill_variables(context, &results);
	return context_show(context, "report/accuracy");
}

int
send_accuracy(struct context *context)
{
	struct document_model model = { .arena = context->arena,
		.title = "Kesesuaian penilaian mandiri" };
	struct block *table = compose(&model, BLOCK_TABLE, "Perangkat daerah");
	const struct one *all;
	struct results results;
	int status = export_is_ending(context->words[0]) ? find_results(context, &results) : 404;

	if (status != 0)
		return status;
	all = accuracy_of_agencies(context->arena, &results);
	compose_column(table, "Perangkat daerah", 40, ALIGN_LEFT);
	compose_column(table, "Sesuai (%)", 12, ALIGN_RIGHT);
	compose_column(table, "Dibandingkan", 12, ALIGN_RIGHT);
	compose_column(table, "Sama", 12, ALIGN_RIGHT);
	compose_column(table, "Lebih tinggi", 12, ALIGN_RIGHT);
	compose_column(table, "Lebih rendah", 12, ALIGN_RIGHT);
	for (size_t at = 0; at < results.count; at++) {
		const struct accuracy *found = &all[at].accuracy;

		compose_row(&model, table, all[at].agency->name,
		    found->compared > 0 ? words_tenths(context->arena, found->tenths) : "",
		    arena_format(context->arena, "%zu", found->compared),
		    arena_format(context->arena, "%zu", found->same),
		    arena_format(context->arena, "%zu", found->above),
		    arena_format(context->arena, "%zu", found->below));
	}
	return export_tables(context, &model, context->words[0],
	    arena_format(context->arena, "kesesuaian-%s-%lld", results.region_code,
		(long long)results.year));
}
