/* SPDX-License-Identifier: ISC */
/*
 * How far the team found what the agencies had said of themselves, per agency
 * and per variable: see rules/comparison.h.
 */
#include "report/report.h"

#include <stdlib.h>

#include "document/listing.h"
#include "frame/words.h"
#include "rules/comparison.h"
#include "base/banned.h"

/* An agency, or a variable over all of them. */
struct one {
	const char *name;
	int64_t assessment_id; /* of an agency */
	struct accuracy accuracy;
};

struct accuracies {
	struct results results;
	struct one *agencies;  /* the least borne out first */
	struct one *variables; /* in their order */
	struct accuracy whole;
};

/* There somebody ought to talk to somebody. */
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
		const struct agency_results *agency = &results->agencies[at];

		all[at] = (struct one){ agency->name, agency->assessment_id,
			accuracy_of(agency->self_levels, agency->city_levels,
			    results->variable_count) };
	}
	qsort(all, results->count, sizeof(*all), by_accuracy);
	return all;
}

static struct one *
accuracy_of_variables(struct arena *arena, const struct results *results, struct accuracy *whole)
{
	struct one *all = arena_array(arena, results->variable_count + 1, sizeof(*all));

	*whole = (struct accuracy){ .tenths = AVERAGE_ABSENT };
	for (size_t at = 0; at < results->variable_count; at++) {
		struct accuracy accuracy = { .tenths = AVERAGE_ABSENT };

		for (size_t one = 0; one < results->count; one++) {
			const struct agency_results *agency = &results->agencies[one];

			accuracy_add(&accuracy, agency->self_levels[at], agency->city_levels[at]);
			accuracy_add(whole, agency->self_levels[at], agency->city_levels[at]);
		}
		all[at] = (struct one){ arena_format(arena, "%d. %s", results->variables[at].number,
					    results->variables[at].name),
			0, accuracy };
	}
	return all;
}

static int
accuracy_read(struct context *context, struct accuracies *found)
{
	int status = find_results(context, &found->results);

	if (status != 0)
		return status;
	found->agencies = accuracy_of_agencies(context->arena, &found->results);
	found->variables = accuracy_of_variables(context->arena, &found->results, &found->whole);
	return 0;
}

static void
accuracy_fill_list(struct context *context, const char *path, const struct one *all, size_t count)
{
	struct node *list = page_node(&context->page, path);

	for (size_t at = 0; at < count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "name", all[at].name);
		node_set_int(node, "assessment_id", all[at].assessment_id);
		fill_accuracy(context, node, &all[at].accuracy);
	}
}

int
show_accuracy(struct context *context)
{
	const struct kept_cycle *cycle;
	struct accuracies found;
	int status = accuracy_read(context, &found);

	if (status == 0)
		status = find_steps(context, &found.results, &cycle);
	if (status != 0)
		return status;
	fill_head(context, &found.results, cycle);
	accuracy_fill_list(context, "Agencies", found.agencies, found.results.count);
	accuracy_fill_list(context, "Variables", found.variables, found.results.variable_count);
	fill_accuracy(context, page_node(&context->page, "Accuracy"), &found.whole);
	return context_show(context, "report/accuracy");
}

/* ---- the same as a file ---------------------------------------------------- */

static const char *
accuracy_name(struct context *context, const void *records, size_t row)
{
	(void)context;
	return ((const struct one *)records)[row].name;
}

static const char *
accuracy_percent(struct context *context, const void *records, size_t row)
{
	const struct accuracy *accuracy = &((const struct one *)records)[row].accuracy;

	return accuracy->compared > 0 ? words_tenths(context->arena, accuracy->tenths) : "";
}

/* Where nothing was compared, no count says anything. */
static const char *
accuracy_count(struct context *context, const struct accuracy *accuracy, size_t count)
{
	return accuracy->compared > 0 ? arena_format(context->arena, "%zu", count) : "";
}

static const char *
accuracy_compared(struct context *context, const void *records, size_t row)
{
	const struct accuracy *accuracy = &((const struct one *)records)[row].accuracy;

	return accuracy_count(context, accuracy, accuracy->compared);
}

static const char *
accuracy_same(struct context *context, const void *records, size_t row)
{
	const struct accuracy *accuracy = &((const struct one *)records)[row].accuracy;

	return accuracy_count(context, accuracy, accuracy->same);
}

static const char *
accuracy_above(struct context *context, const void *records, size_t row)
{
	const struct accuracy *accuracy = &((const struct one *)records)[row].accuracy;

	return accuracy_count(context, accuracy, accuracy->above);
}

static const char *
accuracy_below(struct context *context, const void *records, size_t row)
{
	const struct accuracy *accuracy = &((const struct one *)records)[row].accuracy;

	return accuracy_count(context, accuracy, accuracy->below);
}

#define ACCURACY_COLUMNS(of) \
	{ \
		{ (of), 40, .read = accuracy_name }, \
		    { "Kesesuaian (%)", 12, true, .read = accuracy_percent }, \
		    { "Dibandingkan", 12, true, .read = accuracy_compared }, \
		    { "Sama", 12, true, .read = accuracy_same }, \
		    { "Terlalu tinggi", 12, true, .read = accuracy_above }, \
		    { "Terlalu rendah", 12, true, .read = accuracy_below }, \
		{ \
			.label = NULL \
		} \
	}
static const struct listing_column agency_columns[] = ACCURACY_COLUMNS("Perangkat daerah");
static const struct listing_column variable_columns[] = ACCURACY_COLUMNS("Variabel");

int
send_accuracy(struct context *context)
{
	struct accuracies found;
	int status = accuracy_read(context, &found);

	if (status != 0)
		return status;
	return listing_send(context,
	    arena_format(context->arena, "kesesuaian-%s-%lld", found.results.region_code,
		(long long)found.results.year),
	    (const struct listing[]){
		{ "Perangkat daerah", agency_columns, found.agencies, found.results.count, 0 },
		{ "Variabel", variable_columns, found.variables, found.results.variable_count, 0 },
	    },
	    2);
}
