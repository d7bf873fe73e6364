/* SPDX-License-Identifier: ISC */
/*
 * What is missing for the next level, over all agencies of a cycle: which
 * compulsory documents, in how many agencies, and how many points it would
 * bring if each of them went up one level.
 */
#include "report/report.h"

#include <stdlib.h>

#include "rules/score.h"
#include "assessment/item_states.h"
#include "frame/words.h"
#include "base/banned.h"

/* A document of the checklist that somebody lacks. */
struct gap {
	const struct criterion *item;
	struct buffer names; /* of those who lack it */
	int lacking;
	int alone; /* of them those who lack nothing else */
};

/* One variable over all agencies. */
struct chance {
	const struct variable_results *variable;
	int points;       /* agencies that could go up by one */
	int ready;        /* of them those who lack no document */
	struct gap *gaps; /* as many as the variable has items */
	size_t count;
};

/* The level that stands so far, and for which viewer documents count then. */
static int
level_so_far(const struct results *results, const struct agency_results *agency, size_t variable,
    enum viewer_tier *viewer)
{
	if (agency->final_levels[variable] != LEVEL_ABSENT) {
		*viewer = results->province_tier ? VIEWER_PROVINCE : VIEWER_CITY;
		return agency->final_levels[variable];
	}
	if (agency->city_levels[variable] != LEVEL_ABSENT) {
		*viewer = VIEWER_CITY;
		return agency->city_levels[variable];
	}
	*viewer = VIEWER_AGENCY;
	return agency->self_levels[variable];
}

/* The gap of an item of the variable, by its place. */
static struct gap *
gap_of(struct context *context, struct chance *chance, const struct variable *variable, size_t item)
{
	if (chance->gaps == NULL)
		chance->gaps = arena_array(context->arena, variable->item_count + 1,
		    sizeof(*chance->gaps));
	for (size_t at = 0; at < chance->count; at++)
		if (chance->gaps[at].item == &variable->items[item])
			return &chance->gaps[at];
	chance->gaps[chance->count] = (struct gap){ .item = &variable->items[item],
		.names = { .arena = context->arena } };
	return &chance->gaps[chance->count++];
}

static void
count_agency(struct context *context, struct chance *chance, const struct variable *variable,
    const size_t *missing, size_t count, const char *name)
{
	chance->points++;
	chance->ready += count == 0;
	for (size_t at = 0; at < count; at++) {
		struct gap *gap = gap_of(context, chance, variable, missing[at]);

		gap->lacking++;
		gap->alone += count == 1;
		if (gap->lacking > 1)
			buffer_text(&gap->names, ", ");
		buffer_text(&gap->names, name);
	}
}

/* What one agency lacks for the level after the one that stands so far. */
static void
gaps_count(struct context *context, const struct results *results, const struct item_states *states,
    size_t agency, struct chance *chances)
{
	const struct criteria *criteria = states->criteria;
	size_t *missing = arena_array(context->arena, criteria->item_count + 1, sizeof(*missing));

	for (size_t at = 0; at < results->variable_count && at < criteria->count; at++) {
		const struct variable *variable = &criteria->variables[at];
		enum viewer_tier viewer;
		int level = level_so_far(results, &results->agencies[agency], at, &viewer);

		if (level == LEVEL_ABSENT || level >= LEVEL_MAX)
			continue;
		count_agency(context, &chances[at], variable, missing,
		    support_missing(item_states_of(states, viewer, agency, at),
			variable->item_count, evidence_view_of(viewer), level + 1, missing,
			criteria->item_count),
		    results->agencies[agency].name);
	}
}

/* Chances of all variables; gives how many agencies were looked at: one that
 * has said nothing yet lacks nothing that could be named. */
static size_t
gaps_decide(struct context *context, const struct results *results,
    const struct item_states *states, struct chance *chances)
{
	size_t looked = 0;

	for (size_t at = 0; at < results->variable_count; at++)
		chances[at].variable = &results->variables[at];
	for (size_t at = 0; at < results->count; at++) {
		if (!results_tier_disclosed(results->agencies[at].state, STATE_SUBMITTED))
			continue;
		gaps_count(context, results, states, at, chances);
		looked++;
	}
	return looked;
}

static int
by_points(const void *left, const void *right)
{
	const struct chance *a = left, *b = right;

	if (a->points != b->points)
		return a->points < b->points ? 1 : -1;
	return a->variable->number - b->variable->number;
}

/* What brings a point by itself first, then what most agencies lack. */
static int
by_weight(const void *left, const void *right)
{
	const struct gap *a = left, *b = right;

	if (a->alone != b->alone)
		return a->alone < b->alone ? 1 : -1;
	if (a->lacking != b->lacking)
		return a->lacking < b->lacking ? 1 : -1;
	if (a->item->level != b->item->level)
		return a->item->level - b->item->level;
	return (a->item->id > b->item->id) - (a->item->id < b->item->id);
}

static void
fill_chance(struct node *node, struct chance *chance)
{
	struct node *list = node_child(node, "gaps");

	node_set_int(node, "number", chance->variable->number);
	node_set(node, "name", chance->variable->name);
	node_set_int(node, "points", chance->points);
	node_set_int(node, "ready", chance->ready);
	if (chance->count == 0)
		return;
	qsort(chance->gaps, chance->count, sizeof(*chance->gaps), by_weight);
	for (size_t at = 0; at < chance->count; at++) {
		struct node *row = node_row(list, at);
		const struct gap *gap = &chance->gaps[at];

		node_set(row, "title", gap->item->title);
		node_set(row, "roman", words_roman(gap->item->level));
		node_set_int(row, "lacking", gap->lacking);
		node_set_int(row, "alone", gap->alone);
		node_set(row, "names", gap->names.bytes);
	}
}

int
show_gaps(struct context *context)
{
	struct node *list = page_node(&context->page, "Chances");
	struct item_states states;
	struct chance *chances;
	struct results results;
	int64_t points = 0;
	size_t row = 0;
	int status = find_results(context, &results);

	if (status == 0)
		status = item_states_load(context, &results, &states);
	if (status != 0)
		return status;
	chances = arena_array(context->arena, results.variable_count + 1, sizeof(*chances));
	page_set_int(&context->page, "Looked",
	    (int64_t)gaps_decide(context, &results, &states, chances));
	qsort(chances, results.variable_count, sizeof(*chances), by_points);
	for (size_t at = 0; at < results.variable_count; at++) {
		points += chances[at].points;
		if (chances[at].points > 0)
			fill_chance(node_row(list, row++), &chances[at]);
	}
	page_set_int(&context->page, "Points", points);
	return context_show(context, "report/gaps");
}
