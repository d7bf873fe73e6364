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
#include "document/listing.h"
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

/* What a cycle lacks: variables by what they would bring, those that bring
 * nothing last. */
struct gaps {
	struct results results;
	struct chance *chances;
	size_t looked; /* agencies */
	int64_t points;
};

static int
gaps_read(struct context *context, struct gaps *gaps)
{
	struct item_states states;
	int status = find_results(context, &gaps->results);

	if (status == 0)
		status = item_states_load(context, &gaps->results, &states);
	if (status != 0)
		return status;
	gaps->chances = arena_array(context->arena, gaps->results.variable_count + 1,
	    sizeof(*gaps->chances));
	gaps->looked = gaps_decide(context, &gaps->results, &states, gaps->chances);
	gaps->points = 0;
	qsort(gaps->chances, gaps->results.variable_count, sizeof(*gaps->chances), by_points);
	for (size_t at = 0; at < gaps->results.variable_count; at++) {
		struct chance *chance = &gaps->chances[at];

		gaps->points += chance->points;
		if (chance->count > 0)
			qsort(chance->gaps, chance->count, sizeof(*chance->gaps), by_weight);
	}
	return 0;
}

static void
fill_chance(struct node *node, const struct chance *chance)
{
	struct node *list = node_child(node, "gaps");

	node_set_int(node, "number", chance->variable->number);
	node_set(node, "name", chance->variable->name);
	node_set_int(node, "points", chance->points);
	node_set_int(node, "ready", chance->ready);
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
	const struct kept_cycle *cycle;
	struct gaps gaps;
	int status = gaps_read(context, &gaps);

	if (status == 0)
		status = find_steps(context, &gaps.results, &cycle);
	if (status != 0)
		return status;
	fill_head(context, &gaps.results, cycle);
	page_set_int(&context->page, "Looked", (int64_t)gaps.looked);
	page_set_int(&context->page, "Points", gaps.points);
	for (size_t at = 0; at < gaps.results.variable_count && gaps.chances[at].points > 0; at++)
		fill_chance(node_row(list, at), &gaps.chances[at]);
	return context_show(context, "report/gaps");
}

/* ---- the same as a file ---------------------------------------------------- */

/* One line of the file: a document that is lacking, or a variable that lacks none. */
struct gap_line {
	const char *number, *variable, *points, *ready;
	const char *title, *level, *lacking, *alone, *names;
};

static struct gap_line
gap_line(struct arena *arena, const struct chance *chance, size_t at)
{
	struct gap_line line = {
		.number = arena_format(arena, "%d", chance->variable->number),
		.variable = chance->variable->name,
		.points = arena_format(arena, "%d", chance->points),
		.ready = arena_format(arena, "%d", chance->ready),
		.title = "",
		.level = "",
		.lacking = "",
		.alone = "",
		.names = "",
	};

	if (at < chance->count) {
		line.title = chance->gaps[at].item->title;
		line.level = words_roman(chance->gaps[at].item->level);
		line.lacking = arena_format(arena, "%d", chance->gaps[at].lacking);
		line.alone = arena_format(arena, "%d", chance->gaps[at].alone);
		line.names = chance->gaps[at].names.bytes;
	}
	return line;
}

int
send_gaps(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_NUMBER("No.", 4, struct gap_line, number),
		LISTING_MEMBER("Variabel", 16, struct gap_line, variable),
		LISTING_NUMBER("Kenaikan", 6, struct gap_line, points),
		LISTING_NUMBER("Tinggal dinilai", 6, struct gap_line, ready),
		LISTING_MEMBER("Dokumen", 24, struct gap_line, title),
		LISTING_MEMBER("Untuk tingkat", 6, struct gap_line, level),
		LISTING_NUMBER("Kurang di", 6, struct gap_line, lacking),
		LISTING_NUMBER("Langsung +1", 6, struct gap_line, alone),
		LISTING_MEMBER("Perangkat daerah", 26, struct gap_line, names),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Yang kurang",
		.columns = columns,
		.size = sizeof(struct gap_line) };
	struct gap_line *lines;
	struct gaps gaps;
	size_t most = 1;
	int status = gaps_read(context, &gaps);

	if (status != 0)
		return status;
	for (size_t at = 0; at < gaps.results.variable_count; at++)
		most += gaps.chances[at].count + 1;
	listing.records = lines = arena_array(context->arena, most, sizeof(*lines));
	for (size_t at = 0; at < gaps.results.variable_count && gaps.chances[at].points > 0; at++) {
		size_t gap = 0;

		do
			lines[listing.count++] = gap_line(context->arena, &gaps.chances[at], gap);
		while (++gap < gaps.chances[at].count);
	}
	return listing_send(context,
	    arena_format(context->arena, "yang-kurang-%s-%lld", gaps.results.region_code,
		(long long)gaps.results.year),
	    &listing, 1);
}
