/* SPDX-License-Identifier: ISC */
/*
 * Which single document lifts most agencies of a region, and what few documents would
 * bring each of them: advice for the team that helps them.
 */
#include "report/report.h"

#include <stdlib.h>

#include "assessment/item_states.h"
#include "frame/words.h"
#include "rules/lift.h"
#include "base/banned.h"

enum { SINGLES_SHOWN = 30 };

/* One document of the checklist, over all agencies. */
struct single {
	const struct variable *variable;
	const struct criterion *item;
	int lifted, points; /* agencies that it lifts by itself, and what that brings */
	int have;           /* agencies where it counts */
	struct buffer names;
};

/* What so many documents at most would bring an agency. */
enum { OFFERS = 3 };
static const size_t offers[OFFERS] = { 1, 3, 5 };

struct agency_lift {
	const struct agency_results *agency;
	int now;   /* sum of the levels so far, 0 where one is absent */
	int ready; /* points for which no document is lacking */
	int points[OFFERS];
};

struct lift_region {
	struct results results;
	struct item_states states;
	struct single *singles;   /* of all items, those that lift most first */
	struct agency_lift *each; /* of those that have sent, those that gain most first */
	size_t single_count, count;
};

/* ---- decided ---------------------------------------------------------------- */

static void
lift_singles_begin(struct context *context, struct lift_region *region)
{
	const struct criteria *criteria = region->states.criteria;

	region->singles = arena_array(context->arena, criteria->item_count + 1,
	    sizeof(*region->singles));
	for (size_t at = 0; at < criteria->count; at++)
		for (size_t item = 0; item < criteria->variables[at].item_count; item++)
			region->singles[region->single_count++] = (struct single){
				.variable = &criteria->variables[at],
				.item = &criteria->variables[at].items[item],
				.names = { .arena = context->arena },
			};
}

/* What one variable of one agency adds to the documents; `singles` are those of it. */
static void
lift_single_count(struct single *singles, const struct lift_variable *variable, const char *name)
{
	size_t item;
	int points = lift_alone(variable, &item);

	for (size_t at = 0; at < variable->count; at++)
		singles[at].have += item_counts(variable->items[at].state, variable->view);
	if (points == 0)
		return;
	singles[item].lifted++;
	singles[item].points += points;
	if (singles[item].lifted > 1)
		buffer_text(&singles[item].names, ", ");
	buffer_text(&singles[item].names, name);
}

/* The most that at most so many documents bring. */
static int
lift_within(const struct lifts *lifts, size_t documents)
{
	int points = 0;

	for (size_t at = 0; at < lifts->count && lifts->lines[at].documents <= documents; at++)
		points = lifts->lines[at].points;
	return points;
}

static void
lift_one_agency(struct context *context, struct lift_region *region, size_t agency,
    struct lifts *lifts)
{
	const struct criteria *criteria = region->states.criteria;
	const struct agency_results *one = &region->results.agencies[agency];
	struct agency_lift *lift = &region->each[region->count++];
	struct lift_variable *variables = arena_array(context->arena, criteria->count + 1,
	    sizeof(*variables));
	struct single *singles = region->singles;
	bool whole = true;

	*lift = (struct agency_lift){ .agency = one };
	for (size_t at = 0; at < criteria->count && at < region->results.variable_count; at++) {
		enum viewer_tier viewer;
		int level = level_so_far(&region->results, one, at, &viewer);

		variables[at] = (struct lift_variable){
			.items = item_states_of(&region->states, viewer, agency, at),
			.count = criteria->variables[at].item_count,
			.view = evidence_view_of(viewer),
			.level = level,
		};
		lift_single_count(singles, &variables[at], one->name);
		singles += criteria->variables[at].item_count;
		lift->now += level;
		whole = whole && level != LEVEL_ABSENT;
	}
	lifts_of(variables, criteria->count, lifts);
	lift->now = whole ? lift->now : SCORE_ABSENT;
	lift->ready = lift_within(lifts, 0);
	for (size_t at = 0; at < OFFERS; at++)
		lift->points[at] = lift_within(lifts, offers[at]);
}

static int
by_lift(const void *left, const void *right)
{
	const struct single *a = left, *b = right;

	if (a->lifted != b->lifted)
		return a->lifted < b->lifted ? 1 : -1;
	if (a->points != b->points)
		return a->points < b->points ? 1 : -1;
	if (a->variable->number != b->variable->number)
		return a->variable->number - b->variable->number;
	return (a->item->id > b->item->id) - (a->item->id < b->item->id);
}

/* By what three documents bring; equals stay by name, as their places are. */
static int
by_offer(const void *left, const void *right)
{
	const struct agency_lift *a = left, *b = right;

	if (a->points[1] != b->points[1])
		return a->points[1] < b->points[1] ? 1 : -1;
	return (a->agency > b->agency) - (a->agency < b->agency);
}

/* One that has said nothing yet lacks nothing that could be named. */
static void
lift_region_decide(struct context *context, struct lift_region *region)
{
	struct lifts *lifts = arena_alloc(context->arena, sizeof(*lifts));

	lift_singles_begin(context, region);
	region->each = arena_array(context->arena, region->results.count + 1,
	    sizeof(*region->each));
	for (size_t at = 0; at < region->results.count; at++)
		if (results_tier_disclosed(region->results.agencies[at].state, STATE_SUBMITTED))
			lift_one_agency(context, region, at, lifts);
	qsort(region->singles, region->single_count, sizeof(*region->singles), by_lift);
	qsort(region->each, region->count, sizeof(*region->each), by_offer);
}

static int
lift_region_read(struct context *context, struct lift_region *region)
{
	bool offered;
	int status = report_offers(context, SETTING_LIFT_LIST, &offered);

	if (status == 0 && !offered)
		status = 404;
	if (status == 0)
		status = find_results(context, &region->results);
	if (status == 0)
		status = item_states_load(context, &region->results, &region->states);
	if (status == 0)
		lift_region_decide(context, region);
	return status;
}

/* ---- shown ------------------------------------------------------------------ */

static void
lift_fill_singles(struct context *context, const struct lift_region *region)
{
	struct node *list = page_node(&context->page, "Singles");

	for (size_t at = 0; at < region->single_count && at < SINGLES_SHOWN; at++) {
		const struct single *single = &region->singles[at];
		struct node *node;

		if (single->lifted == 0)
			return;
		node = node_row(list, at);
		node_set(node, "title", single->item->title);
		node_set_int(node, "variable", single->variable->number);
		node_set(node, "roman", words_roman(single->item->level));
		node_set_int(node, "lifted", single->lifted);
		node_set_int(node, "points", single->points);
		node_set_int(node, "have", single->have);
		node_set(node, "names", single->names.bytes);
	}
}

static void
lift_fill_each(struct context *context, const struct lift_region *region)
{
	struct node *list = page_node(&context->page, "Each");

	for (size_t at = 0; at < region->count; at++) {
		const struct agency_lift *lift = &region->each[at];
		struct node *node = node_row(list, at), *points = node_child(node, "points");

		node_set_int(node, "id", lift->agency->assessment_id);
		node_set(node, "name", lift->agency->name);
		if (lift->now != SCORE_ABSENT)
			node_set_int(node, "now", lift->now);
		node_set_int(node, "ready", lift->ready);
		for (size_t one = 0; one < OFFERS; one++) {
			struct node *offer = node_row(points, one);

			node_set_int(offer, "documents", (int64_t)offers[one]);
			node_set_int(offer, "points", lift->points[one]);
		}
	}
}

int
show_region_lift(struct context *context)
{
	struct lift_region region = { .single_count = 0 };
	const struct kept_cycle *cycle;
	int status = lift_region_read(context, &region);

	if (status == 0)
		status = find_steps(context, &region.results, &cycle);
	if (status != 0)
		return status;
	fill_head(context, &region.results, cycle);
	page_set_int(&context->page, "Looked", (int64_t)region.count);
	lift_fill_singles(context, &region);
	lift_fill_each(context, &region);
	return context_show(context, "report/lift_region");
}
