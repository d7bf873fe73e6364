/* SPDX-License-Identifier: ISC */
/*
 * Why a score is what it is: the levels of each variable against the documents
 * that count, the sums from tier to tier with what changed them, and the moves.
 */
#include "assessment/why.h"

#include <stdlib.h>
#include <string.h>

#include "assessment/item_states.h"
#include "frame/words.h"
#include "base/banned.h"

enum { MOVES_MAX = 600 };

void
why_begin(struct context *context, struct why *why, const struct results *results,
    const struct agency_results *agency, const struct criteria *criteria)
{
	*why = (struct why){ .results = results,
		.agency = agency,
		.count = criteria->count < results->variable_count ?
		    criteria->count :
		    results->variable_count };
	why->variables = arena_array(context->arena, why->count + 1, sizeof(*why->variables));
	for (size_t at = 0; at < why->count; at++)
		why->variables[at].wording = &criteria->variables[at];
}

void
why_decide(struct why *why)
{
	for (size_t at = 0; at < why->count; at++) {
		struct why_variable *variable = &why->variables[at];

		variable->level = level_so_far(why->results, why->agency, at, &variable->viewer);
		variable->supported = support_level(variable->items[variable->viewer],
		    variable->wording->item_count, evidence_view_of(variable->viewer));
		variable->standing = standing_of(variable->level, why->agency->self_levels[at],
		    variable->supported);
	}
}

int
why_read_moves(struct context *context, struct why *why, bool levels)
{
	const struct agency_results *agency = why->agency;

	return context_status(context,
	    db_select(context->db, &why->moves, STATEMENT_WHY_MOVES, db_int(agency->assessment_id),
		db_int(levels && results_tier_disclosed(agency->state, STATE_SUBMITTED)),
		db_int(levels && results_tier_disclosed(agency->state, STATE_VERIFIED)),
		db_int(levels && results_tier_disclosed(agency->state, STATE_VALIDATED)),
		db_int(MOVES_MAX)));
}

/* ---- shown ------------------------------------------------------------------ */

/* "variabel 3 −1, variabel 7 +2" */
static const char *
why_changed(struct arena *arena, const struct why *why, const int *from, const int *to)
{
	struct buffer text = { .arena = arena };

	for (size_t at = 0; at < why->count; at++) {
		int change;

		if (!score_change(from[at], to[at], &change) || change == 0)
			continue;
		buffer_text(&text, text.length == 0 ? "variabel " : ", variabel ");
		buffer_text(&text,
		    arena_format(arena, "%d %s", why->variables[at].wording->number,
			words_change(arena, change)));
	}
	return text.length == 0 ? "" : text.bytes;
}

/* A tier's sum, and what it changed of the one before it. */
static void
why_fill_score(struct context *context, const struct why *why, const char *tier, int points,
    int before, const int *from, const int *to)
{
	struct node *node = node_child(page_node(&context->page, "Score"), tier);
	int change;

	if (points == SCORE_ABSENT)
		return;
	node_set_int(node, "points", points);
	if (!score_change(before, points, &change))
		return;
	node_set(node, "change", words_change(context->arena, change));
	node_set(node, "of", why_changed(context->arena, why, from, to));
}

static void
why_fill_scores(struct context *context, const struct why *why)
{
	const struct agency_results *agency = why->agency;

	why_fill_score(context, why, "self", agency->self, SCORE_ABSENT, NULL, NULL);
	why_fill_score(context, why, "city", agency->city, agency->self, agency->self_levels,
	    agency->city_levels);
	why_fill_score(context, why, "province", agency->province, agency->city,
	    agency->city_levels, agency->province_levels);
}

static void
why_fill_heading(struct context *context, const struct why *why)
{
	const struct agency_results *agency = why->agency;
	struct node *node = page_node(&context->page, "Why");
	const struct category *category = agency->category;

	node_set_int(node, "year", why->results->year);
	node_set_int(node, "most", (int64_t)why->count * LEVEL_MAX);
	if (why->results->province_tier)
		node_set(node, "province_tier", "1");
	if (agency->final == SCORE_ABSENT)
		return;
	node_set_int(node, "number", agency->final);
	if (agency->self != SCORE_ABSENT && agency->self != agency->final)
		node_set_int(node, "against", agency->self);
	if (category != NULL)
		node_set(node, "range",
		    arena_format(context->arena, "%s–%s",
			words_tenths(context->arena, category->min_tenths),
			words_tenths(context->arena, category->max_tenths)));
}

static const char *
why_level_state(const struct level_count *count)
{
	return count->asked == 0 ? "free" : count->counted < count->asked ? "short" : "full";
}

static void
why_fill_levels(struct node *node, const struct why_variable *variable)
{
	struct node *list = node_child(node, "levels");
	size_t row = 0;

	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		struct node *one = node_row(list, row++);
		struct level_count count = level_count(variable->items[variable->viewer],
		    variable->wording->item_count, evidence_view_of(variable->viewer), level);

		node_set(one, "roman", words_roman(level));
		node_set(one, "text", variable->wording->levels[level - 1].indicator);
		node_set_int(one, "asked", (int64_t)count.asked);
		node_set_int(one, "counted", (int64_t)count.counted);
		node_set(one, "state", why_level_state(&count));
		if (level == variable->level)
			node_set(one, "here", "1");
	}
}

/* One change of a state or a level. */
static void
why_fill_move(struct context *context, struct node *node, const struct why *why, size_t row)
{
	const struct rows *rows = &why->moves;
	const char *subject = row_text(rows, row, "subject");
	bool of_state = strcmp(subject, "state") == 0;
	enum state state;

	node_set(node, "when",
	    words_day_of(context->arena, row_text(rows, row, "at"), why->results->zone));
	if (!row_null(rows, row, "role"))
		node_set(node, "who", role_name(role_of(row_text(rows, row, "role"))));
	node_set(node, "what", subject);
	if (of_state) {
		if (state_of(row_text(rows, row, "to_value"), &state))
			node_set(node, "to", state_name(state));
		return;
	}
	node_set(node, "from", words_roman(strtoll(row_text(rows, row, "from_value"), NULL, 10)));
	node_set(node, "to", words_roman(strtoll(row_text(rows, row, "to_value"), NULL, 10)));
}

static void
why_fill_moves(struct context *context, struct node *list, const struct why *why, int64_t variable)
{
	size_t filled = 0;

	for (size_t row = 0; row < why->moves.count; row++)
		if (row_int(&why->moves, row, "variable_number") == variable)
			why_fill_move(context, node_row(list, filled++), why, row);
}

static void
why_fill_variable(struct context *context, struct node *node, const struct why *why, size_t at)
{
	const struct why_variable *variable = &why->variables[at];
	const struct agency_results *agency = why->agency;

	node_set_int(node, "number", variable->wording->number);
	node_set(node, "name", variable->wording->name);
	node_set(node, "self", words_roman(agency->self_levels[at]));
	node_set(node, "city", words_roman(agency->city_levels[at]));
	node_set(node, "province", words_roman(agency->province_levels[at]));
	node_set(node, "level", words_roman(variable->level));
	node_set(node, "next", words_roman(variable->level + 1));
	node_set(node, "supported", words_roman(variable->supported));
	node_set(node, "standing", standing_code(variable->standing));
	node_set(node, "tier",
	    variable->viewer == VIEWER_AGENCY   ? "agency" :
		variable->viewer == VIEWER_CITY ? "city" :
						  "province");
	why_fill_levels(node, variable);
	why_fill_moves(context, node_child(node, "moves"), why, variable->wording->number);
}

void
why_fill(struct context *context, const struct why *why)
{
	struct node *list = page_node(&context->page, "Variables");

	why_fill_heading(context, why);
	results_fill_agency(context, page_node(&context->page, "Agency"), why->agency);
	why_fill_scores(context, why);
	for (size_t at = 0; at < why->count; at++)
		why_fill_variable(context, node_row(list, at), why, at);
	why_fill_moves(context, page_node(&context->page, "Moves"), why, 0);
}
