/* SPDX-License-Identifier: ISC */
/*
 * How far the team found what the agencies had said of themselves, per agency
 * and per variable: see rules/comparison.h.
 */
#include "report/report.h"

#include <stdlib.h>

#include "rules/comparison.h"
#include "base/banned.h"

struct one {
	const struct agency_figures *agency;
	struct veracity veracity;
};

/* The least borne out first: there somebody ought to talk to somebody. */
static int
by_veracity(const void *left, const void *right)
{
	const struct one *a = left, *b = right;

	if ((a->veracity.compared == 0) != (b->veracity.compared == 0))
		return a->veracity.compared == 0 ? 1 : -1;
	return (a->veracity.tenths > b->veracity.tenths) -
	    (a->veracity.tenths < b->veracity.tenths);
}

static void
fill_agencies(struct visit *visit, const struct figures *figures)
{
	struct node *list = page_node(&visit->page, "Agencies");
	struct one *all = arena_array(visit->arena, figures->count + 1,
	    sizeof(*all));

	for (size_t at = 0; at < figures->count; at++) {
		all[at].agency = &figures->agencies[at];
		all[at].veracity = veracity_of(all[at].agency->self_levels,
		    all[at].agency->city_levels, figures->variable_count);
	}
	qsort(all, figures->count, sizeof(*all), by_veracity);
	for (size_t at = 0; at < figures->count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "name", all[at].agency->name);
		node_set_int(node, "assessment_id",
		    all[at].agency->assessment_id);
		fill_veracity(visit, node, &all[at].veracity);
	}
}

static void
fill_variables(struct visit *visit, const struct figures *figures)
{
	struct node *list = page_node(&visit->page, "Variables");
	struct veracity whole = { .tenths = AVERAGE_ABSENT };

	for (size_t at = 0; at < figures->variable_count; at++) {
		struct veracity veracity = { .tenths = AVERAGE_ABSENT };
		struct node *node = node_row(list, at);

		for (size_t one = 0; one < figures->count; one++) {
			const struct agency_figures *agency =
			    &figures->agencies[one];

			veracity_add(&veracity, agency->self_levels[at],
			    agency->city_levels[at]);
			veracity_add(&whole, agency->self_levels[at],
			    agency->city_levels[at]);
		}
		node_set_int(node, "number", figures->variables[at].number);
		node_set(node, "name", figures->variables[at].name);
		fill_veracity(visit, node, &veracity);
	}
	fill_veracity(visit, page_node(&visit->page, "Veracity"), &whole);
}

int
show_veracity(struct visit *visit)
{
	struct figures figures;
	int status = find_figures(visit, &figures);

	if (status != 0)
		return status;
	fill_agencies(visit, &figures);
	fill_variables(visit, &figures);
	return visit_show(visit, "report/veracity");
}
