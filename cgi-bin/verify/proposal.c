/* SPDX-License-Identifier: ISC */
/*
 * What the desk begins with, so that a team presses once where it agrees: a
 * decision for each document that nothing speaks against, the level that these
 * support, and a recommendation made of what the next level still lacks.
 */
#include "verify/verify.h"

#include "rules/quality.h"
#include "frame/words.h"
#include "base/banned.h"

const char *
proposed_decision(enum tier tier, const struct evidence_link *link)
{
	const struct link_review *review = tier_link_review(tier, link);

	if (!link_review_open(review) || file_check_held(&link->checked))
		return "";
	if (tier == TIER_PROVINCE)
		return link_review_open(&link->city) ? "" : link_review_code(&link->city);
	/* What was judged in another form is looked at once more. */
	if (review->decision != REVIEW_NONE || link->revision_id == 0 ||
	    quality_worst(link->flags) > SEVERITY_NOTE)
		return "";
	return "accepted";
}

static enum item_state
state_after(enum tier tier, const struct evidence_link *link, const char *said)
{
	if (said == NULL || *said == '\0')
		return link->state[tiers[tier].viewer];
	return link_state(link->revision_id != 0, link->checked.infected,
	    *said == 'a' ? SAID_ACCEPTED : SAID_REJECTED);
}

const struct item *
row_items_after(struct context *context, const struct score_row *row, enum tier tier, said_of *said,
    const void *argument)
{
	const struct evidence *evidence = row->evidence;
	struct item *items = arena_array(context->arena, evidence->item_count + 1, sizeof(*items));

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];
		enum item_state best = ITEM_ABSENT;

		for (size_t of = 0; of < item->link_count; of++)
			best = item_better(best,
			    state_after(tier, &item->links[of], said(argument, &item->links[of])));
		items[at] = (struct item){ .level = item->level,
			.compulsory = item->compulsory,
			.state = best };
	}
	return items;
}

static const char *
proposal_said(const void *argument, const struct evidence_link *link)
{
	return proposed_decision(*(const enum tier *)argument, link);
}

const char *
proposed_recommendation(struct context *context, const struct score_row *row,
    const struct item *items, int level)
{
	const struct evidence *evidence = row->evidence;
	size_t *missing = arena_array(context->arena, evidence->item_count + 1, sizeof(*missing));
	struct buffer text = { .arena = context->arena };
	size_t count;

	if (level >= LEVEL_MAX)
		return "";
	count = support_missing(items, evidence->item_count, VIEW_VERIFIER, level + 1, missing,
	    evidence->item_count);
	if (count == 0)
		return arena_format(context->arena, RECOMMEND_FULFIL, words_roman(level + 1));
	buffer_format(&text, RECOMMEND_LACKING, words_roman(level + 1));
	for (size_t at = 0; at < count; at++)
		buffer_format(&text, "%s%s", at > 0 ? "; " : "",
		    evidence->items[missing[at]].title);
	buffer_char(&text, '.');
	return text.bytes;
}

/* The province begins with what the city said. */
static void
propose_of_city(const struct score_row *row, int supported, struct proposal *proposal)
{
	const struct grade *city = &row->grades[TIER_CITY];

	if (city->level == LEVEL_ABSENT)
		return;
	proposal->level = city->level;
	if (above_accepted(city->level, supported))
		proposal->reason = city->reason;
	if (*city->recommendation != '\0')
		proposal->recommendation = city->recommendation;
}

static bool
decides_whole(const struct score_row *row, enum tier tier, int supported,
    const struct proposal *proposal)
{
	return row->undecided == proposal->clear &&
	    decision_lacks(&(struct decision){ .before = row_before(row, tier),
		.level = proposal->level,
		.accepted = supported,
		.reason = *proposal->reason != '\0',
		.recommendation = *proposal->recommendation != '\0' }) == 0;
}

void
proposal_make(struct context *context, const struct score_row *row, enum tier tier,
    struct proposal *proposal)
{
	const struct evidence *evidence = row->evidence;
	const struct item *items = row_items_after(context, row, tier, proposal_said, &tier);
	int supported = support_level(items, evidence->item_count, VIEW_VERIFIER);

	*proposal = (struct proposal){ .level = supported < LEVEL_MIN ? LEVEL_MIN : supported,
		.reason = "" };
	proposal->recommendation = proposed_recommendation(context, row, items, proposal->level);
	if (tier == TIER_PROVINCE)
		propose_of_city(row, supported, proposal);
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++)
			proposal->clear += *proposed_decision(tier,
					       &evidence->items[at].links[of]) != '\0';
	proposal->whole = decides_whole(row, tier, supported, proposal);
}

bool
row_clear(struct context *context, const struct score_row *row, enum tier tier,
    struct proposal *proposal)
{
	if (row_done(row, tier) || *row->draft.content != '\0' ||
	    row->grades[tier].level != LEVEL_ABSENT)
		return false;
	proposal_make(context, row, tier, proposal);
	return proposal->whole;
}
