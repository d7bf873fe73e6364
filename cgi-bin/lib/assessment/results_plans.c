/* SPDX-License-Identifier: ISC */
/*
 * The plans of all agencies of a cycle, beside their scores: rows of documents that
 * the targets lack become the score that each plan leads to.
 */
#include "assessment/results_plans.h"

#include <string.h>

#include "assessment/evidence.h"
#include "rules/improvement.h"
#include "base/banned.h"

struct plan_rows {
	const struct results *results;
	const struct rows *rows;
	size_t at; /* the row that comes next */
	struct item *items;
};

static bool
same_plan_key(const struct rows *rows, size_t row, size_t first, const char *column)
{
	return row < rows->count && row_int(rows, row, column) == row_int(rows, first, column);
}

/* Whose view counts, and the levels that stand, by the last tier that has told them. */
static enum viewer_tier
told_tier(const struct results *results, const struct agency_results *agency, const int **levels)
{
	if (results->province_tier && results_tier_disclosed(agency->state, STATE_VALIDATED)) {
		*levels = agency->province_levels;
		return VIEWER_PROVINCE;
	}
	if (results_tier_disclosed(agency->state, STATE_VERIFIED)) {
		*levels = agency->city_levels;
		return VIEWER_CITY;
	}
	*levels = agency->self_levels;
	return VIEWER_AGENCY;
}

/* What the document of a criterion is worth: the best of its links, each by its newest
 * revision, whose row comes last. */
static struct item
read_lacking(struct plan_rows *from, enum viewer_tier viewer)
{
	const struct rows *rows = from->rows;
	size_t first = from->at;
	struct item item = { .level = (int)row_int(rows, first, "item_level"), .compulsory = true };

	for (; same_plan_key(rows, from->at, first, "assessment_id") &&
	     same_plan_key(rows, from->at, first, "item_id");
	     from->at++) {
		size_t row = from->at;
		struct link_weight link = { .stored = row_int(rows, row, "revision_id") != 0,
			.infected = strcmp(row_text(rows, row, "scan"), "infected") == 0,
			.held = row_int(rows, row, "held") != 0 };
		enum item_state states[VIEWERS];

		if (row_null(rows, row, "link_id") ||
		    (row + 1 < rows->count &&
			row_int(rows, row + 1, "link_id") == row_int(rows, row, "link_id")))
			continue;
		link_reviews_read(rows, row, &link);
		link_states(&link, states);
		item.state = item_better(item.state, states[viewer]);
	}
	return item;
}

/* The level that one variable comes to; its rows are read to their end. */
static int
read_expected(struct plan_rows *from, enum viewer_tier viewer, int level)
{
	const struct rows *rows = from->rows;
	size_t first = from->at, count = 0;
	int target = (int)row_int(rows, first, "target");

	while (same_plan_key(rows, from->at, first, "assessment_id") &&
	    same_plan_key(rows, from->at, first, "variable_number")) {
		if (!row_null(rows, from->at, "item_id"))
			from->items[count++] = read_lacking(from, viewer);
		else
			from->at++;
	}
	return improvement_expected(from->items, NULL, count, evidence_view_of(viewer), level,
	    target);
}

static size_t
variable_of_number(const struct results *results, int64_t number)
{
	size_t at = 0;

	while (at < results->variable_count && results->variables[at].number != number)
		at++;
	return at;
}

/* All rows of one agency. */
static void
read_agency_plan(struct arena *arena, struct plan_rows *from, struct agency_results *agency)
{
	const struct results *results = from->results;
	const struct rows *rows = from->rows;
	size_t first = from->at;
	int *expected = arena_array(arena, results->variable_count + 1, sizeof(*expected));
	const int *levels;
	enum viewer_tier viewer = told_tier(results, agency, &levels);
	struct score score;

	for (size_t at = 0; at < results->variable_count; at++)
		expected[at] = levels[at];
	while (same_plan_key(rows, from->at, first, "assessment_id")) {
		size_t at = variable_of_number(results, row_int(rows, from->at, "variable_number"));
		int level = at < results->variable_count ? levels[at] : LEVEL_ABSENT;
		int then = read_expected(from, viewer, level);

		if (level != LEVEL_ABSENT)
			expected[at] = then;
	}
	score = score_sum(expected, results->variable_count);
	agency->has_plan = true;
	agency->plan_open = (int)row_int(rows, first, "open_steps");
	agency->plan_expected = score.complete ? score.sum : SCORE_ABSENT;
}

int
results_plans_load(struct context *context, struct results *results)
{
	struct plan_rows from = { .results = results };
	int64_t *keys = arena_array(context->arena, results->count + 1, sizeof(*keys));
	struct rows rows;
	size_t found = 0;
	int result = results->imported ?
	    0 :
	    db_select(context->db, &rows, STATEMENT_RESULTS_PLANS, db_int(results->cycle_id));

	if (result <= 0)
		return context_status(context, result);
	for (size_t at = 0; at < results->count; at++)
		keys[at] = results->agencies[at].assessment_id;
	from.rows = &rows;
	from.items = arena_array(context->arena, rows.count + 1, sizeof(*from.items));
	while (from.at < rows.count) {
		size_t row = from.at;

		if (key_at(keys, results->count, row_int(&rows, row, "assessment_id"), &found)) {
			read_agency_plan(context->arena, &from, &results->agencies[found]);
			results->plans = true;
			continue;
		}
		while (same_plan_key(&rows, from.at, row, "assessment_id"))
			from.at++;
	}
	return 0;
}
