/* SPDX-License-Identifier: ISC */
/*
 * Evidence into pages, for the macros of templates: alike for the agency that
 * collects it, the team that judges it and the report, but for what each may
 * know.
 */
#include "assessment/evidence.h"

#include "frame/download.h"
#include "assessment/quality.h"
#include "frame/words.h"
#include "base/banned.h"

const char *
item_state_code(enum item_state state)
{
	static const char *const codes[] = { [ITEM_ABSENT] = "absent",
		[ITEM_OUTSIDE] = "outside",
		[ITEM_REJECTED] = "rejected",
		[ITEM_PRESENT] = "present",
		[ITEM_ACCEPTED] = "accepted" };

	return codes[state];
}

const char *
link_review_code(const struct link_review *review)
{
	static const char *const codes[] = { [REVIEW_NONE] = "",
		[REVIEW_ACCEPTED] = "accepted",
		[REVIEW_REJECTED] = "rejected" };

	return codes[review->decision];
}

static void
evidence_fill_fill_link_review(struct node *node, const struct link_review *review,
    const char *decision, const char *reason, const char *stale)
{
	if (review->decision == REVIEW_NONE)
		return;
	node_set(node, decision, link_review_code(review));
	node_set(node, reason, review->reason);
	if (review->stale)
		node_set(node, stale, "1");
}

const char *
evidence_view(const struct evidence_link *link)
{
	return link->revision_id == 0 || file_check_held(&link->checked) ?
	    "" :
	    shown_as(link->type);
}

static void
fill_moved(struct context *context, struct node *node, const struct evidence_move *move)
{
	node_set_int(node, "variable", move->from_variable);
	node_set(node, "level", move->from_level);
	node_set(node, "who", move->who);
	node_set(node, "why", move->why);
	node_set(node, "when", words_time(context->arena, move->at, context->actor.zone));
}

static void
evidence_fill_fill_link(struct context *context, struct node *node,
    const struct evidence_link *link, enum viewer_tier viewer)
{
	node_set_int(node, "id", link->id);
	node_set_int(node, "version", link->version);
	node_set_int(node, "document_id", link->document_id);
	node_set(node, "title", link->title);
	node_set(node, "kind_name", words_kind(link->kind));
	node_set(node, "number", link->number);
	node_set(node, "dated", words_date(context->arena, link->dated));
	node_set(node, "period",
	    words_period(context->arena, link->period_from, link->period_until));
	node_set(node, "outside_address", link->outside_address);
	node_set(node, "state", item_state_code(link->state[viewer]));
	if (link->newest_number > link->revision_number)
		node_set_int(node, "newer_number", link->newest_number);
	if (link->revision_id != 0) {
		node_set(node, "stored", "1");
		node_set_int(node, "revision_id", link->revision_id);
		node_set_int(node, "revision_number", link->revision_number);
		node_set(node, "size", words_bytes(context->arena, link->bytes));
		node_set(node, "type_name", words_file_type(link->type));
		node_set(node, "sha256", link->sha256);
		file_check_fill(context, node, &link->checked);
		node_set(node, "view", evidence_view(link));
	}
	quality_fill(context, node_child(node, "flags"), link->flags & ~QUALITY_INSIDE,
	    link->document_id);
	if (link->moved != NULL)
		fill_moved(context, node_child(node, "moved"), link->moved);
	evidence_fill_fill_link_review(node, &link->city, "city_decision", "city_reason",
	    "city_stale");
	evidence_fill_fill_link_review(node, &link->province, "province_decision",
	    "province_reason", "province_stale");
}

void
evidence_fill_item(struct context *context, struct node *node, const struct evidence_item *item,
    enum viewer_tier viewer)
{
	struct node *links;
	size_t row = 0;

	node_set_int(node, "id", item->id);
	node_set_int(node, "level", item->level);
	node_set(node, "title", item->title);
	node_set(node, "state", item_state_code(item->state[viewer]));
	if (item->compulsory)
		node_set(node, "required", "1");
	if (item_counts(item->state[viewer], evidence_view_of(viewer)))
		node_set(node, "have", "1");
	if (item->needs_signature)
		node_set(node, "signature", "1");
	for (int at = 0; item->help != NULL && at < HELP_TEXTS; at++)
		node_set(node_child(node, "help"), instrument_help_names[at], item->help[at]);
	for (const struct pending_evidence *pending = item->pending; pending != NULL;
	     pending = pending->next)
		pending_fill(context, node_row(node_child(node, "pending"), row++), pending);
	if (item->link_count == 0)
		return;
	links = node_child(node, "links");
	for (size_t at = 0; at < item->link_count; at++)
		evidence_fill_fill_link(context, node_row(links, at), &item->links[at], viewer);
}

void
evidence_fill(struct context *context, struct node *node, const struct evidence *evidence,
    enum viewer_tier viewer)
{
	size_t at = 0;

	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		struct node *row = node_row(node, (size_t)level - 1);
		struct node *documents = node_child(row, "documents");
		size_t count = 0;

		node_set_int(row, "number", level);
		node_set(row, "roman", words_roman(level));
		node_set(row, "text", evidence->wording->levels[level - 1].indicator);
		node_set(row, "guidance", evidence->wording->levels[level - 1].guidance);
		if (level <= evidence->supported[viewer])
			node_set(row, "supported", "1");
		for (; at < evidence->item_count && evidence->items[at].level == level; at++)
			evidence_fill_item(context, node_row(documents, count++),
			    &evidence->items[at], viewer);
	}
}
