/* SPDX-License-Identifier: ISC */
/*
 * All answers of one assessment with what each tier said about them, and what
 * the tier still owes to each: the sheet that a team works through.
 */
#include "verify/verify.h"

#include "frame/kept.h"
#include "base/banned.h"

const struct link_review *
tier_link_review(enum tier tier, const struct evidence_link *link)
{
	return tier == TIER_CITY ? &link->city : &link->province;
}

bool
link_review_open(const struct link_review *review)
{
	return review->decision == REVIEW_NONE || review->stale;
}

static size_t
count_undecided(const struct evidence *evidence, enum tier tier)
{
	size_t undecided = 0;

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];

		for (size_t link = 0; link < item->link_count; link++)
			undecided += link_review_open(tier_link_review(tier, &item->links[link]));
	}
	return undecided;
}

/* 0 or enum db_error. */
static int
score_sheet_read_row(struct context *context, const struct rows *rows, size_t at,
    struct score_row *row)
{
	row->variable_id = row_int(rows, at, "variable_id");
	row->version = row_int(rows, at, "version");
	row->self_level = (int)row_int(rows, at, "self_level");
	row->explanation = row_text(rows, at, "explanation");
	row->overclaim_reason = row_text(rows, at, "overclaim_reason");
	row->grades[TIER_CITY] = (struct grade){ .level = (int)row_int(rows, at, "city_level"),
		.reason = row_text(rows, at, "city_reason"),
		.recommendation = row_text(rows, at, "city_recommendation") };
	row->grades[TIER_PROVINCE] = (struct grade){
		.level = (int)row_int(rows, at, "province_level"),
		.reason = row_text(rows, at, "province_reason"),
		.recommendation = row_text(rows, at, "province_recommendation")
	};
	row->return_note = row_text(rows, at, "return_note");
	row->followed = row->grades[TIER_PROVINCE].level != LEVEL_ABSENT &&
	    row_int(rows, at, "province_followed") != 0;
	row->needs_correction = row_int(rows, at, "needs_correction") != 0;
	row->updated_at = row_text(rows, at, "updated_at");
	row->draft = (struct review_draft){ .content = row_text(rows, at, "draft"),
		.at = row_text(rows, at, "draft_at") };
	return kept_person_name(context, row_int(rows, at, "updated_by"), &row->updated_by);
}

static int
score_sheet_read_rows(struct context *context, const struct rows *rows, enum tier tier,
    struct score_sheet *scores)
{
	int result = 0;

	for (size_t at = 0; result == 0 && at < scores->evidence->count; at++) {
		const struct evidence *evidence = &scores->evidence->variables[at];
		size_t from = variable_row(evidence->wording, rows);
		struct score_row *row = &scores->rows[scores->count];

		if (from == rows->count)
			continue;
		result = score_sheet_read_row(context, rows, from, row);
		row->number = evidence->number;
		row->name = evidence->name;
		row->evidence = evidence;
		row->undecided = count_undecided(evidence, tier);
		scores->count++;
	}
	return result;
}

int
score_sheet_load(struct context *context, const struct verification *verification,
    struct score_sheet *scores)
{
	struct rows rows;
	int result,
	    status = evidence_load_whole(context, &verification->assessment, &scores->evidence);

	scores->count = 0;
	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_VERIFY_SCORE_SHEET,
	    db_int(context->actor.account_id), db_int(verification->assessment.id));
	if (result < 0)
		return context_status(context, result);
	scores->rows = arena_array(context->arena, scores->evidence->count, sizeof(*scores->rows));
	return context_status(context,
	    score_sheet_read_rows(context, &rows, verification->tier, scores));
}

const struct score_row *
score_row(const struct score_sheet *scores, int64_t number)
{
	for (size_t at = 0; at < scores->count; at++)
		if (scores->rows[at].number == number)
			return &scores->rows[at];
	return NULL;
}

int
row_before(const struct score_row *row, enum tier tier)
{
	return tier == TIER_CITY ? row->self_level : row->grades[TIER_CITY].level;
}

int
row_accepted(const struct score_row *row, enum tier tier)
{
	return row->evidence->supported[tiers[tier].viewer];
}

bool
row_above(const struct score_row *row, enum tier tier)
{
	return above_accepted(row->grades[tier].level, row_accepted(row, tier));
}

unsigned
row_lacks(const struct score_row *row, enum tier tier)
{
	const struct grade *grade = &row->grades[tier];

	return decision_lacks(&(struct decision){ .before = row_before(row, tier),
	    .level = grade->level,
	    .accepted = row_accepted(row, tier),
	    .reason = *grade->reason != '\0',
	    .recommendation = *grade->recommendation != '\0' });
}

bool
row_done(const struct score_row *row, enum tier tier)
{
	return row->undecided == 0 && row_lacks(row, tier) == 0;
}

const struct score_row *
score_sheet_next(const struct score_sheet *scores, enum tier tier, int64_t number)
{
	const struct score_row *first = NULL;

	for (size_t at = 0; at < scores->count; at++) {
		const struct score_row *row = &scores->rows[at];

		if (row_done(row, tier))
			continue;
		if (row->number > number)
			return row;
		if (first == NULL)
			first = row;
	}
	return first;
}

const int *
score_sheet_levels(struct context *context, const struct score_sheet *scores, enum tier tier)
{
	int *levels = arena_array(context->arena, scores->count + 1, sizeof(*levels));

	for (size_t at = 0; at < scores->count; at++)
		levels[at] = tier == TIERS ?
		    scores->rows[at].self_level :
		    scores->rows[at].grades[tier].level;
	return levels;
}

void
grade_fill(struct context *context, struct node *node, const struct score_row *row, enum tier tier)
{
	const struct grade *grade = &row->grades[tier];

	node_set_int(node, "number", grade->level);
	node_set(node, "level", level_words(context, grade->level));
	node_set(node, "reason", grade->reason);
	node_set(node, "recommendation", grade->recommendation);
	if (row_above(row, tier))
		node_set(node, "above", level_words(context, row_accepted(row, tier)));
}
