/* SPDX-License-Identifier: ISC */
#include "assessment/evidence.h"

#include "frame/download.h"
#include "assessment/quality.h"
#include "frame/words.h"
#include "base/banned.h"

/* Evidence into pages. */

const char *
item_state_code(enum item_state state)
{
	static const char *const codes[] = {
		[ITEM_ABSENT] = "absent",
		[ITEM_OUTSIDE] = "outside",
		[ITEM_REJECTED] = "rejected",
		[ITEM_PRESENT] = "present",
		[ITEM_ACCEPTED] = "accepted"
	};

	return codes[state];
}

static const char *
ruling_code(const struct ruling *ruling)
{
	static const char *const codes[] = {
		[RULING_NONE] = "",
		[RULING_ACCEPTED] = "accepted",
		[RULING_REJECTED] = "rejected"
	};

	return codes[ruling->decision];
}

static void
fill_ruling(struct node *node, const struct ruling *ruling,
    const char *decision, const char *reason, const char *stale)
{
	if (ruling->decision == RULING_NONE)
		return;
	node_set(node, decision, ruling_code(ruling));
	node_set(node, reason, ruling->reason);
	if (ruling->stale)
		node_set(node, stale, "1");
}

const char *
evidence_view(const struct evidence_link *link)
{
	return link->revision_id == 0 || link->checked.infected ? "" :
	    shown_as(link->type);
}

static void
fill_moved(struct visit *visit, struct node *node,
    const struct evidence_move *move)
{
	node_set_int(node, "variable", move->from_variable);
	node_set(node, "level", move->from_level);
	node_set(node, "who", move->who);
	node_set(node, "why", move->why);
	node_set(node, "when", words_time(visit->arena, move->at,
	    visit->actor.zone));
}

static void
fill_link(struct visit *visit, struct node *node,
    const struct evidence_link *link, enum eyes eyes)
{
	node_set_int(node, "id", link->id);
	node_set_int(node, "version", link->version);
	node_set_int(node, "document_id", link->document_id);
	node_set(node, "title", link->title);
	node_set(node, "kind_name", words_kind(link->kind));
	node_set(node, "number", link->number);
	node_set(node, "dated", words_date(visit->arena, link->dated));
	node_set(node, "period", words_period(visit->arena, link->period_from,
	    link->period_until));
	node_set(node, "outside_address", link->outside_address);
	node_set(node, "state", item_state_code(link->state[eyes]));
	if (link->revision_id != 0) {
		node_set(node, "stored", "1");
		node_set_int(node, "revision_id", link->revision_id);
		node_set_int(node, "revision_number", link->revision_number);
		node_set(node, "size", words_bytes(visit->arena, link->bytes));
		node_set(node, "type_name", words_file_type(link->type));
		node_set(node, "sha256", link->sha256);
		checked_fill(visit, node, &link->checked);
		node_set(node, "view", evidence_view(link));
	}
	quality_fill(visit, node_child(node, "flags"),
	    link->flags & ~QUALITY_INSIDE, link->document_id);
	if (link->moved != NULL)
		fill_moved(visit, node_child(node, "moved"), link->moved);
	fill_ruling(node, &link->city, "city_decision", "city_reason",
	    "city_stale");
	fill_ruling(node, &link->province, "province_decision",
	    "province_reason", "province_stale");
}

void
evidence_fill_item(struct visit *visit, struct node *node,
    const struct evidence_item *item, enum eyes eyes)
{
	struct node *links;
	size_t row = 0;

	node_set_int(node, "id", item->id);
	node_set_int(node, "level", item->level);
	node_set(node, "title", item->title);
	node_set(node, "state", item_state_code(item->state[eyes]));
	if (item->compulsory)
		node_set(node, "required", "1");
	if (item_counts(item->state[eyes], evidence_view_of(eyes)))
		node_set(node, "have", "1");
	if (item->needs_signature)
		node_set(node, "signature", "1");
	for (const struct promise *promise = item->promised; promise != NULL;
	    promise = promise->next)
		promise_fill(visit, node_row(node_child(node, "promises"),
		    row++), promise);
	if (item->link_count == 0)
		return;
	links = node_child(node, "links");
	for (size_t at = 0; at < item->link_count; at++)
		fill_link(visit, node_row(links, at), &item->links[at], eyes);
}

void
evidence_fill(struct visit *visit, struct node *node,
    const struct evidence *evidence, enum eyes eyes)
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
		if (level <= evidence->supported[eyes])
			node_set(row, "supported", "1");
		for (; at < evidence->item_count &&
		    evidence->items[at].level == level; at++)
			evidence_fill_item(visit, node_row(documents, count++),
			    &evidence->items[at], eyes);
	}
}
