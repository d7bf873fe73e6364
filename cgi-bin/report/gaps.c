/* SPDX-License-Identifier: ISC */
/*
 * What is missing for the next level, over all agencies of a cycle: which
 * compulsory documents, in how many agencies, and how many points it would
 * bring if each of them went up one level.
 */
#include "report/report.h"

#include <stdlib.h>

#include "rules/score.h"
#include "assessment/evidence.h"
#include "frame/words.h"
#include "base/banned.h"

/* A document of the checklist that somebody lacks. */
struct gap {
	const struct evidence_item *item;
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

static struct gap *
gap_of(struct context *context, struct chance *chance, const struct evidence *evidence,
    const struct evidence_item *item)
{
	if (chance->gaps == NULL)
		chance->gaps = arena_array(context->arena, evidence->item_count + 1,
		    sizeof(*chance->gaps));
	for (size_t at = 0; at < chance->count; at++)
		if (chance->gaps[at].item->id == item->id)
			return &chance->gaps[at];
	if (chance->count == evidence->item_count)
		return NULL;
	chance->gaps[chance->count] = (struct gap){ .item = item,
		.names = { .arena = context->arena } };
	return &chance->gaps[chance->count++];
}

static void
count_agency(struct context *context, struct chance *chance, const struct evidence *evidence,
    enum viewer_tier viewer, int level, const char *name)
{
	const struct evidence_item **missing;
	size_t count = evidence_missing(context, evidence, viewer, level + 1, &missing);

	chance->points++;
	chance->ready += count == 0;
	for (size_t at = 0; at < count; at++) {
		struct gap *gap = gap_of(context, chance, evidence, missing[at]);

		if (gap == NULL)
			continue;
		gap->lacking++;
		gap->alone += count == 1;
		buffer_format(&gap->names, "%s%s", gap->lacking > 1 ? ", " : "", name);
	}
}

/* An agency that has said nothing yet lacks nothing that could be named. */
static int
look_at(struct context *context, const struct results *results, const struct agency_results *agency,
    const struct assessment *assessment, struct chance *chances)
{
	const struct evidence_list *evidence;
	int status = evidence_load(context, assessment, &evidence);

	for (size_t at = 0; status == 0 && at < results->variable_count && at < evidence->count;
	     at++) {
		enum viewer_tier viewer;
		int level = level_so_far(results, agency, at, &viewer);

		if (level != LEVEL_ABSENT && level < LEVEL_MAX)
			count_agency(context, &chances[at], &evidence->variables[at], viewer, level,
			    agency->name);
	}
	return status;
}

static bool
has_begun(const struct agency_results *agency)
{
	return results_tier_disclosed(agency->state, STATE_SUBMITTED);
}

static int
gaps_look_at_all(struct context *context, const struct results *results, struct chance *chances)
{
	struct assessment assessment = { .id = 0 };
	int64_t looked = 0;
	int status = 0;

	for (size_t at = 0; status == 0 && at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];

		if (!has_begun(agency))
			continue;
		status = assessment_find(context, agency->assessment_id, &assessment);
		if (status == 0)
			status = look_at(context, results, agency, &assessment, chances);
		looked++;
	}
	page_set_int(&context->page, "Looked", looked);
	return status;
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
	struct chance *chances;
	struct results results;
	int64_t points = 0;
	size_t row = 0;
	int status = find_results(context, &results);

	if (status != 0)
		return status;
	chances = arena_array(context->arena, results.variable_count + 1, sizeof(*chances));
	for (size_t at = 0; at < results.variable_count; at++)
		chances[at].variable = &results.variables[at];
	if ((status = gaps_look_at_all(context, &results, chances)) != 0)
		return status;
	qsort(chances, results.variable_count, sizeof(*chances), by_points);
	for (size_t at = 0; at < results.variable_count; at++) {
		points += chances[at].points;
		if (chances[at].points > 0)
			fill_chance(node_row(list, row++), &chances[at]);
	}
	page_set_int(&context->page, "Points", points);
	return context_show(context, "report/gaps");
}
