/* SPDX-License-Identifier: ISC */
#include "verify/verify.h"

#include "assessment/quality.h"
#include "frame/words.h"
#include "base/banned.h"

/* One variable: the evidence beside the criteria, and the verdict below. */
enum { SHOW_VIEW };

const struct field show_fields[] = {
	[SHOW_VIEW] = { .name = "view", .kind = FIELD_NUMBER,
	    .label = "Tautan", .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

int
desk_load(struct visit *visit, struct desk *desk)
{
	const struct assessment *assessment = &desk->bench.assessment;
	int status = bench_find(visit, &desk->bench);

	if (status == 0)
		status = board_load(visit, &desk->bench, &desk->board);
	if (status != 0)
		return status;
	desk->row = board_row(&desk->board, visit->keys[1]);
	if (desk->row == NULL)
		return 404;
	desk->evidence = desk->row->evidence;
	evidence_flag(visit, assessment, &desk->board.evidence,
	    desk->evidence);
	if ((status = evidence_moves(visit, assessment, &desk->board.evidence,
	    desk->evidence)) != 0 ||
	    (status = promises_load(visit, assessment,
	    &desk->promises)) != 0)
		return status;
	evidence_promises(&desk->board.evidence, &desk->promises);
	desk->writes = bench_may(visit, &desk->bench,
	    tiers[desk->bench.tier].finish, &desk->refusal) != NULL;
	return 0;
}

const struct ruling *
desk_ruling(const struct desk *desk, const struct evidence_link *link)
{
	return tier_ruling(desk->bench.tier, link);
}

/* Beside what evidence_fill() has set for a link: what the actor's own tier
 * said, and what the form starts with. */
static void
fill_link(struct visit *visit, const struct desk *desk, struct node *node,
    const struct evidence_link *link)
{
	static const char *const codes[] = { [RULING_NONE] = "",
	    [RULING_ACCEPTED] = "accepted", [RULING_REJECTED] = "rejected" };
	const struct ruling *ruling = desk_ruling(desk, link);
	struct node *values = page_node(&visit->page, "Form.value");
	long long id = (long long)link->id;

	node_set(node, "decision", codes[ruling->decision]);
	if (ruling_open(ruling))
		node_set(node, "undecided", "1");
	if (ruling->stale)
		node_set(node, "stale", "1");
	if (ruling->decision == RULING_NONE)
		return;
	node_set(node, "reason", ruling->reason);
	node_set(values, arena_format(visit->arena, "why-%lld", id),
	    ruling->reason);
	if (!ruling->stale)
		node_set(values, arena_format(visit->arena, "decision-%lld",
		    id), codes[ruling->decision]);
}

/* In the order of evidence_fill(). */
static void
fill_links(struct visit *visit, const struct desk *desk, struct node *levels)
{
	const struct evidence *evidence = desk->evidence;
	size_t place = 0;
	int level = 0;

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];
		struct node *node;

		place = item->level == level ? place + 1 : 0;
		level = item->level;
		if (item->link_count == 0)
			continue;
		node = node_child(node_row(node_child(node_row(levels,
		    (size_t)level - 1), "documents"), place), "links");
		for (size_t link = 0; link < item->link_count; link++)
			fill_link(visit, desk, node_row(node, link),
			    &item->links[link]);
	}
}

/* The variables as a strip of numbers, and the two neighbours. */
static void
fill_strip(struct visit *visit, const struct desk *desk)
{
	struct node *strip = page_node(&visit->page, "Strip");
	const struct board *board = &desk->board;
	size_t here = (size_t)(desk->row - board->rows);

	for (size_t at = 0; at < board->count; at++) {
		const struct board_row *row = &board->rows[at];
		struct node *node = node_row(strip, at);

		node_set_int(node, "number", row->number);
		node_set(node, "name", row->name);
		if (row_done(row, desk->bench.tier))
			node_set(node, "done", "1");
		if (at == here)
			node_set(node, "current", "1");
	}
	if (here > 0)
		page_set_int(&visit->page, "Variable.previous",
		    board->rows[here - 1].number);
	if (here + 1 < board->count)
		page_set_int(&visit->page, "Variable.next",
		    board->rows[here + 1].number);
}

static void
fill_grade(struct visit *visit, struct node *node, const struct grade *grade)
{
	node_set_int(node, "number", grade->level);
	node_set(node, "level", level_words(visit, grade->level));
	node_set(node, "reason", grade->reason);
	node_set(node, "recommendation", grade->recommendation);
}

static void
fill_answer(struct visit *visit, const struct desk *desk)
{
	struct node *node = page_node(&visit->page, "Variable");
	const struct board_row *row = desk->row;
	const int *supported = desk->evidence->supported;

	node_set_int(node, "number", row->number);
	node_set_int(node, "count", (int64_t)desk->board.count);
	node_set(node, "name", row->name);
	node_set_int(node, "version", row->version);
	node_set_int(node, "self", row->self_level);
	node_set(node, "self_words", level_words(visit, row->self_level));
	node_set(node, "explanation", row->explanation);
	node_set(node, "overclaim_reason", row->overclaim_reason);
	if (over_claimed(row->self_level, supported[EYES_AGENCY]))
		node_set(node, "over_claimed", "1");
	node_set(node, "supported", level_words(visit,
	    supported[EYES_AGENCY]));
	node_set(node, "accepted", level_words(visit,
	    supported[tiers[desk->bench.tier].eyes]));
	node_set_int(node, "documents", (int64_t)
	    (desk->evidence->stored_count + desk->evidence->outside_count));
	node_set_int(node, "undecided", (int64_t)row->undecided);
	node_set(node, "return_note", row->return_note);
	node_set_int(node, "before", row_before(row, desk->bench.tier));
	fill_grade(visit, node_child(node, "city"), &row->grades[TIER_CITY]);
	fill_grade(visit, node_child(node, "province"),
	    &row->grades[TIER_PROVINCE]);
}

/* Compulsory documents that the agency lacks for what it claims. */
static void
fill_missing(struct visit *visit, const struct desk *desk)
{
	struct node *list = page_node(&visit->page, "Missing");
	const struct evidence_item **missing;
	size_t count = evidence_missing(visit, desk->evidence, EYES_AGENCY,
	    desk->row->self_level, &missing);

	for (size_t at = 0; at < count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "level", words_roman(missing[at]->level));
		node_set(node, "title", missing[at]->title);
	}
}

/* What the form starts with.  The province mends what it wants to say
 * otherwise than the city, and need not type again what it agrees with. */
static void
fill_stored(struct visit *visit, const struct desk *desk)
{
	struct node *values = page_node(&visit->page, "Form.value");
	const struct grade *grade = &desk->row->grades[desk->bench.tier];
	const char *recommendation = grade->recommendation;

	if (desk->bench.tier == TIER_PROVINCE &&
	    grade->level == LEVEL_ABSENT && *recommendation == '\0')
		recommendation =
		    desk->row->grades[TIER_CITY].recommendation;
	if (grade->level != LEVEL_ABSENT)
		node_set_int(values, "level", grade->level);
	node_set(values, "reason", grade->reason);
	node_set(values, "recommendation", recommendation);
}

static const struct evidence_link *
link_to_see(const struct desk *desk, int64_t wanted)
{
	const struct evidence *evidence = desk->evidence;
	const struct evidence_link *first = NULL, *open = NULL;

	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t k = 0; k < evidence->items[at].link_count; k++) {
			const struct evidence_link *link =
			    &evidence->items[at].links[k];

			if (link->id == wanted)
				return link;
			if (first == NULL && *evidence_view(link) != '\0')
				first = link;
			if (open == NULL && link->revision_id != 0 &&
			    ruling_open(desk_ruling(desk, link)))
				open = link;
		}
	return open != NULL ? open : first;
}

static void
fill_view(struct visit *visit, const struct desk *desk, int64_t wanted)
{
	const struct evidence_link *link = link_to_see(desk, wanted);
	struct node *node = page_node(&visit->page, "View");

	if (link == NULL)
		return;
	node_set_int(node, "link", link->id);
	node_set(node, "title", link->title);
	node_set(node, "type_name", words_file_type(link->type));
	node_set(node, "kind", evidence_view(link));
	if (link->revision_id == 0 || link->checked.infected)
		return;
	node_set_int(node, "revision", link->revision_id);
	node_set(node, "size", words_bytes(visit->arena, link->bytes));
}

void
desk_fill(struct visit *visit, const struct desk *desk, int64_t link_id)
{
	struct node *levels = page_node(&visit->page, "Levels");

	bench_fill(visit, &desk->bench);
	evidence_fill(visit, levels, desk->evidence,
	    tiers[desk->bench.tier].eyes);
	quality_fill(visit, page_node(&visit->page, "Variable.flags"),
	    evidence_answer_flags(desk->evidence, desk->row->self_level,
	    promises_overdue(&desk->promises, desk->row->number)), 0);
	fill_answer(visit, desk);
	fill_stored(visit, desk);
	fill_links(visit, desk, levels);
	fill_missing(visit, desk);
	fill_strip(visit, desk);
	fill_view(visit, desk, link_id);
}

int
show_variable(struct visit *visit)
{
	struct desk desk;
	int status = desk_load(visit, &desk);

	if (status == 0)
		status = past_fill(visit, &desk.bench, desk.row->number);
	if (status != 0)
		return status;
	desk_fill(visit, &desk, form_number(&visit->form, SHOW_VIEW));
	return visit_show(visit, "verify/variable");
}
