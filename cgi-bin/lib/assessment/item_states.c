/* SPDX-License-Identifier: ISC */
/*
 * The documents of all assessments of a cycle, weighed and not described: rows
 * of links and revisions become the state of each item for each viewer.
 */
#include "assessment/item_states.h"

#include <string.h>

#include "base/banned.h"

struct weighing {
	const struct rows *rows;
	struct item_states *states;
	size_t agency_count;
	const int64_t *assessments; /* keys of those of the agencies, in their order */
	const int64_t *items;       /* keys of all items, in their order */
	size_t agency;              /* whose link came last, */
	size_t item;                /* and under which item */
};

static void
weigh_row(struct weighing *weighing, size_t row)
{
	const struct rows *rows = weighing->rows;
	size_t at = weighing->agency * weighing->states->criteria->item_count + weighing->item;
	struct link_weight link = { .stored = row_int(rows, row, "revision_id") != 0,
		.infected = strcmp(row_text(rows, row, "scan"), "infected") == 0,
		.held = row_int(rows, row, "held") != 0 };
	enum item_state states[VIEWERS];

	link_reviews_read(rows, row, &link);
	link_states(&link, states);
	for (int viewer = 0; viewer < VIEWERS; viewer++) {
		struct item *item = &weighing->states->items[viewer][at];

		item->state = item_better(item->state, states[viewer]);
	}
}

/* The newest revision of each link, whose rows follow one another. */
static void
weigh_rows(struct weighing *weighing)
{
	const struct rows *rows = weighing->rows;
	size_t newest = 0;

	for (size_t row = 0; row < rows->count; row++) {
		bool last = row + 1 == rows->count ||
		    row_int(rows, row + 1, "link_id") != row_int(rows, row, "link_id");

		if (row_int(rows, row, "revision_number") >
		    row_int(rows, newest, "revision_number"))
			newest = row;
		if (!last)
			continue;
		if (key_at(weighing->assessments, weighing->agency_count,
			row_int(rows, newest, "assessment_id"), &weighing->agency) &&
		    key_at(weighing->items, weighing->states->criteria->item_count,
			row_int(rows, newest, "item_id"), &weighing->item))
			weigh_row(weighing, newest);
		newest = row + 1;
	}
}

/* All items of all agencies, without any document yet; the keys of the items. */
static const int64_t *
lay_out_items(struct arena *arena, size_t agencies, struct item_states *states)
{
	const struct criteria *criteria = states->criteria;
	int64_t *keys = arena_array(arena, criteria->item_count + 1, sizeof(*keys));
	struct item *one = arena_array(arena, criteria->item_count + 1, sizeof(*one));
	size_t count = 0;

	for (size_t at = 0; at < criteria->count; at++)
		for (size_t item = 0; item < criteria->variables[at].item_count; item++) {
			const struct criterion *criterion = &criteria->variables[at].items[item];

			one[count] = (struct item){ .level = criterion->level,
				.compulsory = criterion->compulsory };
			keys[count++] = criterion->id;
		}
	for (int viewer = 0; viewer < VIEWERS; viewer++) {
		states->items[viewer] = arena_array(arena, agencies * count + 1, sizeof(*one));
		for (size_t agency = 0; agency < agencies; agency++)
			memcpy(states->items[viewer] + agency * count, one, count * sizeof(*one));
	}
	return keys;
}

static int
item_states_weigh(struct context *context, const struct results *results, const struct rows *rows,
    struct item_states *states)
{
	struct weighing weighing = { .rows = rows,
		.states = states,
		.agency_count = results->count };
	int64_t *assessments = arena_array(context->arena, results->count + 1, sizeof(int64_t));
	int status = criteria_load(context, results->instrument_id, &states->criteria);

	if (status != 0)
		return status;
	for (size_t at = 0; at < results->count; at++)
		assessments[at] = results->agencies[at].assessment_id;
	weighing.assessments = assessments;
	weighing.items = lay_out_items(context->arena, results->count, states);
	weigh_rows(&weighing);
	return 0;
}

/* Of one assessment, or (0) of all.  0 or enum db_error. */
static int
item_states_select(struct context *context, const struct results *results, int64_t assessment_id,
    struct rows *rows)
{
	return results->imported ?
	    db_select(context->db, rows, STATEMENT_TRANSFER_EVIDENCE_STATES,
		db_int(results->cycle_id)) :
	    db_select(context->db, rows, STATEMENT_EVIDENCE_STATES, db_int(results->cycle_id),
		db_int(assessment_id), db_int(assessment_id));
}

int
item_states_load(struct context *context, const struct results *results, struct item_states *states)
{
	struct rows rows;
	int result = item_states_select(context, results, 0, &rows);

	return result < 0 ?
	    context_status(context, result) :
	    item_states_weigh(context, results, &rows, states);
}

int
item_states_load_one(struct context *context, const struct results *results,
    const struct agency_results *agency, struct item_states *states)
{
	struct agency_results one = *agency;
	struct results alone = *results;
	struct rows rows;
	int result = item_states_select(context, results, agency->assessment_id, &rows);

	alone.agencies = &one;
	alone.count = 1;
	return result < 0 ?
	    context_status(context, result) :
	    item_states_weigh(context, &alone, &rows, states);
}

const struct item *
item_states_of(const struct item_states *states, enum viewer_tier viewer, size_t agency,
    size_t variable)
{
	const struct item *items = states->items[viewer] + agency * states->criteria->item_count;

	for (size_t at = 0; at < variable; at++)
		items += states->criteria->variables[at].item_count;
	return items;
}

int
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
