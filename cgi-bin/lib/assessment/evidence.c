/* SPDX-License-Identifier: ISC */
/*
 * The evidence of an assessment, from the rows of its links: which revision a
 * review was about, what a link is worth for whom, and which levels it
 * supports (scoring rule 6 of product.md; the rule itself is
 * rules/evidence_rules.h).  What a team has not finished is taken out here,
 * before anybody can show it.
 */
#include "assessment/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

static struct link_review
evidence_read_link_review(const struct rows *rows, size_t row, const char *decision,
    const char *reason, const char *revision)
{
	const char *code = row_text(rows, row, decision);
	struct link_review review = { .reason = row_text(rows, row, reason) };

	if (*code == '\0')
		return review;
	review.decision = strcmp(code, "accepted") == 0 ? REVIEW_ACCEPTED : REVIEW_REJECTED;
	review.stale = row_int(rows, row, revision) != row_int(rows, row, "revision_id");
	return review;
}

/*
 * What a link is worth after one tier's review.  A review on an earlier
 * revision says nothing about the one that is there now.
 */
static enum item_state
worth(const struct evidence_link *link, const struct link_review *review)
{
	if (link->revision_id == 0)
		return ITEM_OUTSIDE;
	if (link->checked.infected)
		return ITEM_ABSENT; /* nobody may open it */
	if (review->decision == REVIEW_NONE || review->stale)
		return ITEM_PRESENT;
	return review->decision == REVIEW_ACCEPTED ? ITEM_ACCEPTED : ITEM_REJECTED;
}

static void
read_link(const struct rows *rows, size_t row, struct evidence_link *link)
{
	link->id = row_int(rows, row, "link_id");
	link->version = row_int(rows, row, "version");
	link->document_id = row_int(rows, row, "document_id");
	link->title = row_text(rows, row, "title");
	link->kind = row_text(rows, row, "kind");
	link->number = row_text(rows, row, "number");
	link->dated = row_text(rows, row, "dated");
	link->period_from = row_text(rows, row, "period_from");
	link->period_until = row_text(rows, row, "period_until");
	link->outside_address = row_text(rows, row, "outside_address");
	link->revision_id = row_int(rows, row, "revision_id");
	link->revision_number = row_int(rows, row, "revision_number");
	link->bytes = row_int(rows, row, "bytes");
	link->type = row_text(rows, row, "type");
	link->sha256 = row_text(rows, row, "sha256");
	link->revised_at = row_text(rows, row, "revised_at");
	file_check_read(rows, row, &link->checked);
	link->signed_by_hand = row_int(rows, row, "signed_by_hand") != 0;
	link->city = evidence_read_link_review(rows, row, "city_decision", "city_reason",
	    "city_revision_id");
	link->province = evidence_read_link_review(rows, row, "province_decision",
	    "province_reason", "province_revision_id");
}

static void
weigh_link(struct evidence_link *link)
{
	link->state[VIEWER_CITY] = worth(link, &link->city);
	link->state[VIEWER_PROVINCE] = worth(link, &link->province);
	/* The agency mends what the tier that spoke last has found. */
	link->state[VIEWER_AGENCY] = worth(link,
	    link->province.decision != REVIEW_NONE ? &link->province : &link->city);
}

static void
add_link(struct evidence *evidence, struct evidence_item *item, const struct evidence_link *link)
{
	item->link_count++;
	if (link->revision_id != 0)
		evidence->stored_count++;
	else
		evidence->outside_count++;
	for (int viewer = 0; viewer < VIEWERS; viewer++)
		item->state[viewer] = item_better(item->state[viewer], link->state[viewer]);
}

enum view
evidence_view_of(enum viewer_tier viewer)
{
	return viewer == VIEWER_AGENCY ? VIEW_SELF : VIEW_VERIFIER;
}

static void
evidence_weigh(struct arena *arena, struct evidence *evidence)
{
	for (int viewer = 0; viewer < VIEWERS; viewer++) {
		struct item *items = arena_array(arena, evidence->item_count + 1, sizeof(*items));

		for (size_t at = 0; at < evidence->item_count; at++)
			items[at] = (struct item){ .level = evidence->items[at].level,
				.compulsory = evidence->items[at].compulsory,
				.state = evidence->items[at].state[viewer] };
		evidence->weights[viewer] = items;
		evidence->supported[viewer] = support_level(items, evidence->item_count,
		    evidence_view_of((enum viewer_tier)viewer));
	}
}

/*
 * What a team has not finished is not told to the agency: the city's reviews
 * while it verifies, the province's while it validates.
 */
static void
hush(struct context *context, const struct assessment *assessment, struct evidence_link *link)
{
	static const struct link_review none = { .reason = "" };

	if (!context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		return;
	if (assessment->state == STATE_SUBMITTED)
		link->city = link->province = none;
	if (assessment->state == STATE_VERIFIED)
		link->province = none;
}

/* An item and the variable that it belongs to, in order of both. */
struct spot {
	struct evidence *evidence;
	struct evidence_item *item;
};

struct board {
	struct spot *spots;
	size_t count;
	size_t next; /* spot that is likely asked for next */
};

static void
evidence_lay_out(struct arena *arena, const struct variable *variable, struct evidence *evidence,
    struct board *board)
{
	evidence->variable_id = variable->id;
	evidence->number = variable->number;
	evidence->name = variable->name;
	evidence->wording = variable;
	evidence->item_count = variable->item_count;
	evidence->items = arena_array(arena, variable->item_count + 1, sizeof(*evidence->items));
	for (size_t at = 0; at < variable->item_count; at++) {
		const struct criterion *criterion = &variable->items[at];
		struct evidence_item *item = &evidence->items[at];

		item->id = criterion->id;
		item->level = criterion->level;
		item->compulsory = criterion->compulsory;
		item->needs_signature = criterion->needs_signature;
		item->title = criterion->title;
		board->spots[board->count++] = (struct spot){ evidence, item };
	}
}

/* Rows come mostly in the order of the items.  board->count: of none. */
static size_t
spot_of(struct board *board, int64_t item_id)
{
	for (size_t tries = 0; tries < board->count; tries++) {
		size_t at = (board->next + tries) % board->count;

		if (board->spots[at].item->id == item_id)
			return board->next = at;
	}
	return board->count;
}

/* Where a row belongs; of the revisions of one link the newest is first. */
struct place {
	size_t spot;
	int64_t link, revision;
	size_t row;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *left = a, *right = b;

	if (left->spot != right->spot)
		return left->spot < right->spot ? -1 : 1;
	if (left->link != right->link)
		return left->link < right->link ? -1 : 1;
	return (left->revision < right->revision) - (left->revision > right->revision);
}

static const struct place *
in_order(struct arena *arena, const struct rows *rows, struct board *board, bool *removed)
{
	struct place *places = arena_array(arena, rows->count + 1, sizeof(*places));

	for (size_t row = 0; row < rows->count; row++) {
		places[row] = (struct place){ .spot = spot_of(board, row_int(rows, row, "item_id")),
			.link = row_int(rows, row, "link_id"),
			.revision = row_int(rows, row, "revision_number"),
			.row = row };
		if (row_int(rows, row, "removed") != 0) {
			places[row].spot = board->count;
			*removed = true;
		}
	}
	qsort(places, rows->count, sizeof(*places), compare_places);
	return places;
}

static void
read_links(struct context *context, const struct assessment *assessment, const struct rows *rows,
    struct board *board, bool *removed)
{
	struct evidence_link *link = arena_array(context->arena, rows->count + 1, sizeof(*link));
	const struct place *places = in_order(context->arena, rows, board, removed);

	for (size_t at = 0; at < rows->count; at++) {
		const struct place *place = &places[at];
		const struct spot *spot = &board->spots[place->spot];

		if (place->spot == board->count)
			break;
		if (at > 0 && place->link == place[-1].link)
			continue;
		if (spot->item->link_count == 0)
			spot->item->links = link;
		read_link(rows, place->row, link);
		hush(context, assessment, link);
		weigh_link(link);
		add_link(spot->evidence, spot->item, link++);
	}
}

int
evidence_load(struct context *context, const struct assessment *assessment,
    struct evidence_list *list)
{
	const struct criteria *criteria;
	struct board board = { .count = 0 };
	struct rows rows;
	int result, status = criteria_load(context, assessment->instrument_id, &criteria);

	if (status != 0)
		return status;
	list->count = criteria->count;
	list->variables = arena_array(context->arena, list->count, sizeof(*list->variables));
	board.spots = arena_array(context->arena, criteria->item_count + 1, sizeof(*board.spots));
	for (size_t at = 0; at < list->count; at++)
		evidence_lay_out(context->arena, &criteria->variables[at], &list->variables[at],
		    &board);
	result = assessment->imported ?
	    db_select(context->db, &rows, STATEMENT_TRANSFER_EVIDENCE, db_int(assessment->id)) :
	    db_select(context->db, &rows, STATEMENT_EVIDENCE, db_int(assessment->id));
	if (result < 0)
		return context_status(context, result);
	list->removed = false;
	read_links(context, assessment, &rows, &board, &list->removed);
	for (size_t at = 0; at < list->count; at++)
		evidence_weigh(context->arena, &list->variables[at]);
	return 0;
}

struct evidence *
evidence_of(const struct evidence_list *list, int64_t number)
{
	for (size_t at = 0; at < list->count; at++)
		if (list->variables[at].number == number)
			return &list->variables[at];
	return NULL;
}

size_t
evidence_missing(struct context *context, const struct evidence *evidence, enum viewer_tier viewer,
    int level, const struct evidence_item ***missing)
{
	size_t *found = arena_array(context->arena, evidence->item_count + 1, sizeof(*found));
	size_t count = support_missing(evidence->weights[viewer], evidence->item_count,
	    evidence_view_of(viewer), level, found, evidence->item_count);

	*missing = arena_array(context->arena, count + 1, sizeof(**missing));
	for (size_t at = 0; at < count; at++)
		(*missing)[at] = &evidence->items[found[at]];
	return count;
}

void
evidence_judge(const struct evidence *evidence, struct answer *answer)
{
	answer->documented = evidence->stored_count > 0 || evidence->outside_count > 0;
	answer->over_claimed = over_claimed(answer->level, evidence->supported[VIEWER_AGENCY]);
}
