/* SPDX-License-Identifier: ISC */
#include "verify/verify.h"

#include "base/banned.h"

const struct ruling *
tier_ruling(enum tier tier, const struct evidence_link *link)
{
	return tier == TIER_CITY ? &link->city : &link->province;
}

bool
ruling_open(const struct ruling *ruling)
{
	return ruling->decision == RULING_NONE || ruling->stale;
}

static size_t
count_undecided(const struct evidence *evidence, enum tier tier)
{
	size_t undecided = 0;

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];

		for (size_t link = 0; link < item->link_count; link++)
			undecided += ruling_open(tier_ruling(tier,
			    &item->links[link]));
	}
	return undecided;
}

static void
read_row(const struct rows *rows, size_t at, struct board_row *row)
{
	row->variable_id = row_int(rows, at, "variable_id");
	row->version = row_int(rows, at, "version");
	row->self_level = (int)row_int(rows, at, "self_level");
	row->explanation = row_text(rows, at, "explanation");
	row->overclaim_reason = row_text(rows, at, "overclaim_reason");
	row->grades[TIER_CITY] = (struct grade){
	    .level = (int)row_int(rows, at, "city_level"),
	    .reason = row_text(rows, at, "city_reason"),
	    .recommendation = row_text(rows, at, "city_recommendation") };
	row->grades[TIER_PROVINCE] = (struct grade){
	    .level = (int)row_int(rows, at, "province_level"),
	    .reason = row_text(rows, at, "province_reason"),
	    .recommendation = row_text(rows, at, "province_recommendation") };
	row->return_note = row_text(rows, at, "return_note");
	row->must_mend = row_int(rows, at, "must_mend") != 0;
	row->updated_at = row_text(rows, at, "updated_at");
	row->updated_by = row_text(rows, at, "updated_by");
}

static void
read_rows(const struct rows *rows, enum tier tier, struct board *board)
{
	for (size_t at = 0; at < board->evidence.count; at++) {
		struct evidence *evidence = &board->evidence.variables[at];
		size_t from = variable_row(evidence->wording, rows);
		struct board_row *row = &board->rows[board->count];

		if (from == rows->count)
			continue;
		read_row(rows, from, row);
		row->number = evidence->number;
		row->name = evidence->name;
		row->evidence = evidence;
		row->undecided = count_undecided(evidence, tier);
		board->count++;
	}
}

int
board_load(struct visit *visit, const struct bench *bench,
    struct board *board)
{
	struct rows rows;
	int result, status = evidence_load(visit, &bench->assessment,
	    &board->evidence);

	board->count = 0;
	if (status != 0)
		return status;
	result = db_select(visit->db, &rows, STATEMENT_VERIFY_BOARD,
	    db_int(bench->assessment.id));
	if (result < 0)
		return visit_status(visit, result);
	board->rows = arena_array(visit->arena, board->evidence.count,
	    sizeof(*board->rows));
	read_rows(&rows, bench->tier, board);
	return 0;
}

const struct board_row *
board_row(const struct board *board, int64_t number)
{
	for (size_t at = 0; at < board->count; at++)
		if (board->rows[at].number == number)
			return &board->rows[at];
	return NULL;
}

int
row_before(const struct board_row *row, enum tier tier)
{
	return tier == TIER_CITY ? row->self_level :
	    row->grades[TIER_CITY].level;
}

unsigned
row_lacks(const struct board_row *row, enum tier tier)
{
	const struct grade *grade = &row->grades[tier];

	return decision_lacks(&(struct decision){
	    .before = row_before(row, tier), .level = grade->level,
	    .reason = *grade->reason != '\0',
	    .recommendation = *grade->recommendation != '\0' });
}

bool
row_done(const struct board_row *row, enum tier tier)
{
	return row->undecided == 0 && row_lacks(row, tier) == 0;
}

const struct board_row *
board_next(const struct board *board, enum tier tier, int64_t number)
{
	const struct board_row *first = NULL;

	for (size_t at = 0; at < board->count; at++) {
		const struct board_row *row = &board->rows[at];

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
board_levels(struct visit *visit, const struct board *board, enum tier tier)
{
	int *levels = arena_array(visit->arena, board->count + 1,
	    sizeof(*levels));

	for (size_t at = 0; at < board->count; at++)
		levels[at] = tier == TIERS ? board->rows[at].self_level :
		    board->rows[at].grades[tier].level;
	return levels;
}
