/* SPDX-License-Identifier: ISC */
/*
 * One variable as a team sees it: the evidence beside the criteria, what
 * others said, and the verdict below.
 */
#include "verify/verify.h"

#include "assessment/quality.h"
#include "assessment/rulings.h"
#include "frame/words.h"
#include "base/banned.h"

enum { SHOW_VIEW };

const struct field show_fields[] = {
	[SHOW_VIEW] = { .name = "view",
	    .kind = FIELD_NUMBER,
	    .label = "Tautan",
	    .min = 1,
	    .max = INT64_MAX },
	{ .name = NULL },
};

int
review_item_load(struct context *context, struct review_item *item)
{
	int status = verification_find(context, &item->verification);

	if (status == 0)
		status = score_sheet_load(context, &item->verification, &item->scores);
	if (status != 0)
		return status;
	item->row = score_row(&item->scores, context->keys[1]);
	if (item->row == NULL)
		return 404;
	item->evidence = item->row->evidence;
	item->writes = verification_may(context, &item->verification,
			   tiers[item->verification.tier].finish, &item->refusal) != NULL;
	return 0;
}

const struct link_review *
review_item_link_review(const struct review_item *item, const struct evidence_link *link)
{
	return tier_link_review(item->verification.tier, link);
}

/* Beside what evidence_fill() has set for a link: what the actor's own tier
 * said, and what the form starts with. */
static void
variable_fill_link(struct context *context, const struct review_item *item, struct node *node,
    const struct evidence_link *link)
{
	static const char *const codes[] = { [REVIEW_NONE] = "",
		[REVIEW_ACCEPTED] = "accepted",
		[REVIEW_REJECTED] = "rejected" };
	const struct link_review *review = review_item_link_review(item, link);
	struct node *values = page_node(&context->page, "Form.value");
	long long id = (long long)link->id;

	node_set(node, "decision", codes[review->decision]);
	if (link_review_open(review))
		node_set(node, "undecided", "1");
	node_set(node, "proposed", proposed_decision(item->verification.tier, link));
	if (review->stale)
		node_set(node, "stale", "1");
	if (review->decision == REVIEW_NONE)
		return;
	node_set(node, "reason", review->reason);
	node_set(values, arena_format(context->arena, "why-%lld", id), review->reason);
	if (!review->stale)
		node_set(values, arena_format(context->arena, "decision-%lld", id),
		    codes[review->decision]);
}

/* In the order of evidence_fill(). */
static void
fill_links(struct context *context, const struct review_item *item, struct node *levels)
{
	const struct evidence *evidence = item->evidence;
	size_t place = 0;
	int level = 0;

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *wanted = &evidence->items[at];
		struct node *node;

		place = wanted->level == level ? place + 1 : 0;
		level = wanted->level;
		if (wanted->link_count == 0)
			continue;
		node = node_child(
		    node_row(node_child(node_row(levels, (size_t)level - 1), "documents"), place),
		    "links");
		for (size_t link = 0; link < wanted->link_count; link++)
			variable_fill_link(context, item, node_row(node, link),
			    &wanted->links[link]);
	}
}

/* The variables as a strip of numbers, and the two neighbours. */
static void
fill_strip(struct context *context, const struct review_item *item)
{
	struct node *strip = page_node(&context->page, "Strip");
	const struct score_sheet *scores = &item->scores;
	size_t here = (size_t)(item->row - scores->rows);

	for (size_t at = 0; at < scores->count; at++) {
		const struct score_row *row = &scores->rows[at];
		struct node *node = node_row(strip, at);

		node_set_int(node, "number", row->number);
		node_set(node, "name", row->name);
		if (row_done(row, item->verification.tier))
			node_set(node, "done", "1");
		if (*row->draft.content != '\0' && item->writes)
			node_set(node, "draft", "1");
		if (at == here)
			node_set(node, "current", "1");
	}
	if (here > 0)
		page_set_int(&context->page, "Variable.previous", scores->rows[here - 1].number);
	if (here + 1 < scores->count)
		page_set_int(&context->page, "Variable.next", scores->rows[here + 1].number);
}

static void
verify_variable_fill_answer(struct context *context, const struct review_item *item)
{
	struct node *node = page_node(&context->page, "Variable");
	const struct score_row *row = item->row;
	const int *supported = item->evidence->supported;

	node_set_int(node, "number", row->number);
	node_set_int(node, "count", (int64_t)item->scores.count);
	node_set(node, "name", row->name);
	node_set_int(node, "version", row->version);
	node_set_int(node, "self", row->self_level);
	node_set(node, "self_words", level_words(context, row->self_level));
	node_set(node, "explanation", row->explanation);
	node_set(node, "overclaim_reason", row->overclaim_reason);
	if (over_claimed(row->self_level, supported[VIEWER_AGENCY]))
		node_set(node, "over_claimed", "1");
	node_set(node, "supported", level_words(context, supported[VIEWER_AGENCY]));
	node_set(node, "accepted",
	    level_words(context, supported[tiers[item->verification.tier].viewer]));
	node_set_int(node, "documents",
	    (int64_t)(item->evidence->stored_count + item->evidence->outside_count));
	node_set_int(node, "undecided", (int64_t)row->undecided);
	node_set(node, "return_note", row->return_note);
	if (row->followed)
		node_set(node, "followed", "1");
	node_set_int(node, "before", row_before(row, item->verification.tier));
	grade_fill(context, node_child(node, "city"), row, TIER_CITY);
	grade_fill(context, node_child(node, "province"), row, TIER_PROVINCE);
}

/* Compulsory documents that the agency lacks for what it claims. */
static void
verify_variable_fill_missing(struct context *context, const struct review_item *item)
{
	struct node *list = page_node(&context->page, "Missing");
	const struct evidence_item **missing;
	size_t count = evidence_missing(context, item->evidence, VIEWER_AGENCY,
	    item->row->self_level, &missing);

	for (size_t at = 0; at < count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "level", words_roman(missing[at]->level));
		node_set(node, "title", missing[at]->title);
	}
}

struct grade
desk_begins(const struct review_item *item, const struct proposal *proposal)
{
	struct grade begin = item->row->grades[item->verification.tier];

	if (!item->writes || begin.level != LEVEL_ABSENT)
		return begin;
	begin.level = proposal->level;
	if (*begin.reason == '\0')
		begin.reason = proposal->reason;
	if (*begin.recommendation == '\0')
		begin.recommendation = proposal->recommendation;
	return begin;
}

/* Proposal.level .roman .clear .whole, and .text where the recommendation is none
 * of the tier's own; what the form begins with; Desk.* for its scripts. */
static void
fill_begin(struct context *context, const struct review_item *item)
{
	struct node *values = page_node(&context->page, "Form.value");
	struct node *node = page_node(&context->page, "Proposal");
	const struct grade *stored = &item->row->grades[item->verification.tier];
	struct proposal proposal = { .reason = "" };
	struct grade begin;

	if (item->writes)
		proposal_make(context, item->row, item->verification.tier, &proposal);
	begin = desk_begins(item, &proposal);
	if (begin.level != LEVEL_ABSENT)
		node_set_int(values, "level", begin.level);
	node_set(values, "reason", begin.reason);
	node_set(values, "recommendation", begin.recommendation);
	if (!item->writes)
		return;
	node_set_int(node, "level", proposal.level);
	node_set(node, "roman", words_roman(proposal.level));
	node_set_int(node, "clear", (int64_t)proposal.clear);
	if (proposal.whole)
		node_set(node, "whole", "1");
	if (stored->level == LEVEL_ABSENT)
		node_set(node, "open", "1");
	if (begin.recommendation != stored->recommendation)
		node_set(node, "text", begin.recommendation);
	node = page_node(&context->page, "Desk");
	node_set(node, "lacking", RECOMMEND_LACKING);
	node_set(node, "fulfil", RECOMMEND_FULFIL);
	/* One key per page and person: nobody is offered another's text. */
	node_set(node, "autosave",
	    arena_format(context->arena, "periksa-%lld-%lld-%lld",
		(long long)item->verification.assessment.id, (long long)item->row->number,
		(long long)context->actor.account_id));
}

static const struct evidence_link *
link_to_see(const struct review_item *item, int64_t wanted)
{
	const struct evidence *evidence = item->evidence;
	const struct evidence_link *first = NULL, *open = NULL;

	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t k = 0; k < evidence->items[at].link_count; k++) {
			const struct evidence_link *link = &evidence->items[at].links[k];

			if (link->id == wanted)
				return link;
			if (first == NULL && *evidence_view(link) != '\0')
				first = link;
			if (open == NULL && link->revision_id != 0 &&
			    link_review_open(review_item_link_review(item, link)))
				open = link;
		}
	return open != NULL ? open : first;
}

static void
fill_view(struct context *context, const struct review_item *item, int64_t wanted)
{
	const struct evidence_link *link = link_to_see(item, wanted);
	struct node *node = page_node(&context->page, "View");

	if (link == NULL)
		return;
	node_set_int(node, "link", link->id);
	node_set(node, "title", link->title);
	node_set(node, "type_name", words_file_type(link->type));
	node_set(node, "kind", evidence_view(link));
	if (link->revision_id == 0 || file_check_held(&link->checked))
		return;
	node_set_int(node, "revision", link->revision_id);
	node_set(node, "size", words_bytes(context->arena, link->bytes));
}

void
review_item_fill(struct context *context, const struct review_item *item, const struct rows *past,
    int64_t link_id)
{
	struct node *levels = page_node(&context->page, "Levels");

	verification_fill(context, &item->verification);
	evidence_fill_left(context, item->scores.evidence, item->evidence);
	evidence_fill(context, levels, item->evidence, tiers[item->verification.tier].viewer);
	quality_fill(context, page_node(&context->page, "Variable.flags"),
	    evidence_answer_flags(item->evidence, item->row->self_level,
		pending_list_overdue(item->scores.evidence->pending, item->row->number)),
	    0);
	verify_variable_fill_answer(context, item);
	fill_begin(context, item);
	fill_links(context, item, levels);
	desk_fill_draft(context, item);
	verify_variable_fill_missing(context, item);
	fill_strip(context, item);
	fill_view(context, item, link_id);
	past_fill(context, &item->verification, past);
}

int
show_variable(struct context *context)
{
	struct review_item item;
	struct since since;
	struct rows past, rulings;
	int status = review_item_load(context, &item);

	if (status == 0)
		status = past_read(context, &item.verification, item.row, &past);
	if (status == 0)
		status = since_return_read(context, &item.verification, &item.scores, &since);
	if (status == 0)
		status = rulings_read(context, item.verification.assessment.region_id, &rulings);
	if (status != 0)
		return status;
	since_return_fill(context, &item.scores, &since, item.row);
	rulings_fill(context, &rulings, (int)item.row->number,
	    words_today(item.verification.assessment.zone));
	review_item_fill(context, &item, &past, form_number(&context->form, SHOW_VIEW));
	return context_show(context, "verify/variable");
}
