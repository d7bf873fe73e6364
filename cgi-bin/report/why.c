/* SPDX-License-Identifier: ISC */
/*
 * Why the score of one agency is what it is, and no higher, for who is signed in:
 * level by level with the documents that count and what the tiers wrote.
 */
#include "report/report.h"

#include "assessment/evidence.h"
#include "base/banned.h"

/* A document under an item, and why it was refused.  The leader reads figures. */
static void
why_show_documents(const struct context *context, struct node *node,
    const struct evidence_item *item, enum viewer_tier viewer)
{
	struct node *list = node_child(node, "documents");
	size_t row = 0;

	for (size_t at = 0; at < item->link_count && !context_may(context, ROLE_LEADER); at++) {
		const struct evidence_link *link = &item->links[at];
		struct node *one = node_row(list, row++);

		node_set(one, "title", link->title);
		node_set(one, "state", item_state_code(link->state[viewer]));
		if (link->state[viewer] == ITEM_REJECTED)
			node_set(one, "reason",
			    viewer == VIEWER_PROVINCE ? link->province.reason : link->city.reason);
	}
}

static void
why_show_items(const struct context *context, struct node *levels, const struct evidence *evidence,
    enum viewer_tier viewer)
{
	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];
		struct node *level = node_row(levels, (size_t)item->level - LEVEL_MIN);
		struct node *one;

		if (!item->compulsory)
			continue;
		one = node_row(node_child(level, "items"), at);
		node_set(one, "title", item->title);
		node_set(one, "state", item_state_code(item->state[viewer]));
		if (item_counts(item->state[viewer], evidence_view_of(viewer)))
			node_set(one, "counts", "1");
		why_show_documents(context, one, item, viewer);
	}
}

/* What the tiers wrote, as far as their levels are told. */
static void
why_show_words(struct node *node, const struct standing_page *page, size_t at)
{
	const struct rows *rows = &page->answers;
	const struct agency_results *agency = page->why.agency;

	if (at >= rows->count)
		return;
	node_set(node, "overclaim_reason", row_text(rows, at, "overclaim_reason"));
	if (agency->city_levels[at] != LEVEL_ABSENT) {
		node_set(node, "city_reason", row_text(rows, at, "city_reason"));
		node_set(node, "city_recommendation", row_text(rows, at, "city_recommendation"));
	}
	if (agency->province_levels[at] != LEVEL_ABSENT) {
		node_set(node, "province_reason", row_text(rows, at, "province_reason"));
		node_set(node, "province_recommendation",
		    row_text(rows, at, "province_recommendation"));
	}
}

int
show_why(struct context *context)
{
	struct node *list = page_node(&context->page, "Variables");
	struct standing_page page;
	int status = standing_read(context, SETTING_WHY_PAGE, &page);

	if (status == 0)
		status = why_read_moves(context, &page.why, true);
	if (status != 0)
		return status;
	standing_fill(context, &page);
	why_fill(context, &page.why);
	for (size_t at = 0; at < page.why.count; at++) {
		struct node *node = node_row(list, at);

		why_show_items(context, node_child(node, "levels"), &page.evidence->variables[at],
		    page.why.variables[at].viewer);
		why_show_words(node, &page, at);
	}
	return context_show(context, "report/why");
}
