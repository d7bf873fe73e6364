/* SPDX-License-Identifier: ISC */
#include "verify/verify.h"

#include "assessment/quality.h"
#include "base/banned.h"

/*
 * One agency: all variables with their three levels, what is still owed, and
 * the two ways out: finished, or sent back (return.c).
 */
enum { FINISH_VERSION };

const struct field finish_fields[] = {
	[FINISH_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

enum { CATEGORIES_MAX = 12 };

struct scale {
	struct category categories[CATEGORIES_MAX];
	size_t count;
};

static int
scale_load(struct visit *visit, int64_t cycle_id, struct scale *scale)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_FIGURES_CATEGORIES,
	    db_int(cycle_id));

	if (result < 0)
		return visit_status(visit, result);
	scale->count = 0;
	for (size_t row = 0; row < rows.count && row < CATEGORIES_MAX; row++)
		scale->categories[scale->count++] = (struct category){
		    .level = (int)row_int(&rows, row, "level"),
		    .name = row_text(&rows, row, "name"),
		    .min_tenths = (int)row_int(&rows, row, "min_tenths"),
		    .max_tenths = (int)row_int(&rows, row, "max_tenths") };
	return 0;
}

/* The sum so far; its category only when nothing is missing from it. */
static void
fill_total(struct visit *visit, const struct scale *scale,
    const struct board *board, enum tier tier, const char *name)
{
	struct node *node = node_child(page_node(&visit->page, "Totals"),
	    name);
	const int *levels = board_levels(visit, board, tier);
	struct score score = score_sum(levels, board->count);
	const struct category *category = category_of(scale->categories,
	    scale->count, score_tenths(score.sum));

	if (score.present == 0)
		return;
	node_set_int(node, "sum", score.sum);
	node_set_int(node, "present", (int64_t)score.present);
	node_set_int(node, "of", (int64_t)board->count);
	if (!score.complete)
		return;
	node_set(node, "complete", "1");
	node_set(node, "category", category != NULL ? category->name : "");
	node_set(node, "staged", level_words(visit, level_staged(levels,
	    board->count)));
}

static void
fill_owed(struct node *node, const struct board_row *row, enum tier tier)
{
	unsigned lacks = row_lacks(row, tier);

	node_set_int(node, "undecided", (int64_t)row->undecided);
	if (row_done(row, tier))
		node_set(node, "done", "1");
	if (lacks & DECISION_LEVEL)
		node_set(node, "lacks_level", "1");
	if (lacks & DECISION_REASON)
		node_set(node, "lacks_reason", "1");
	if (lacks & DECISION_RECOMMENDATION)
		node_set(node, "lacks_recommendation", "1");
}

static void
fill_grade(struct visit *visit, struct node *node, const struct grade *grade)
{
	node_set(node, "level", level_words(visit, grade->level));
	node_set(node, "reason", grade->reason);
	node_set(node, "recommendation", grade->recommendation);
}

/* What there is to say of any of its links. */
static unsigned
all_flags(const struct evidence *evidence)
{
	unsigned flags = 0;

	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++)
			flags |= evidence->items[at].links[of].flags;
	return flags;
}

static void
fill_variable(struct visit *visit, const struct bench *bench,
    const struct board_row *row, const struct promises *promises,
    struct node *node)
{
	const struct evidence *evidence = row->evidence;
	size_t overdue = promises_overdue(promises, row->number);

	node_set_int(node, "number", row->number);
	node_set(node, "name", row->name);
	node_set(node, "self", level_words(visit, row->self_level));
	fill_grade(visit, node_child(node, "city"), &row->grades[TIER_CITY]);
	fill_grade(visit, node_child(node, "province"),
	    &row->grades[TIER_PROVINCE]);
	node_set_int(node, "documents", (int64_t)(evidence->stored_count +
	    evidence->outside_count));
	node_set(node, "supported", level_words(visit,
	    evidence->supported[EYES_AGENCY]));
	node_set(node, "accepted", level_words(visit,
	    evidence->supported[tiers[bench->tier].eyes]));
	if (over_claimed(row->self_level, evidence->supported[EYES_AGENCY]))
		node_set(node, "over_claimed", "1");
	node_set_int(node, "promised", (int64_t)promises_open(promises,
	    row->number));
	node_set_int(node, "overdue", (int64_t)overdue);
	quality_fill(visit, node_child(node, "flags"), all_flags(evidence) |
	    evidence_answer_flags(evidence, row->self_level, overdue), 0);
	if (row->must_mend)
		node_set(node, "return_note", row->return_note);
	fill_owed(node, row, bench->tier);
}

static void
fill_board(struct visit *visit, const struct bench *bench,
    const struct board *board, const struct promises *promises)
{
	struct node *rows = page_node(&visit->page, "Variables");
	const struct board_row *next = board_next(board, bench->tier, 0);
	int64_t owed = 0;

	for (size_t at = 0; at < board->count; at++) {
		fill_variable(visit, bench, &board->rows[at],
		    promises, node_row(rows, at));
		owed += !row_done(&board->rows[at], bench->tier);
	}
	page_set_int(&visit->page, "Bench.owed", owed);
	page_set_int(&visit->page, "Bench.variables", (int64_t)board->count);
	if (next != NULL)
		page_set_int(&visit->page, "Bench.next", next->number);
}

/* Who has nothing more to do here is led to the agency that waits next. */
static int
fill_next_agency(struct visit *visit, const struct bench *bench)
{
	const struct assessment *assessment = &bench->assessment;
	struct node *node = page_node(&visit->page, "Bench.next_agency");
	struct rows rows;
	int result;

	if (!visit_may(visit, ROLE_VERIFIER | ROLE_VALIDATOR))
		return 0;
	result = db_select(visit->db, &rows, STATEMENT_VERIFY_NEXT_AGENCY,
	    db_int(assessment->cycle_id),
	    db_text(state_code(tiers[bench->tier].waiting)),
	    db_int(assessment->id), db_int(visit->actor.agency_id),
	    db_text(assessment->agency_name));
	if (result < 0)
		return visit_status(visit, result);
	if (result > 0)
		fill_row(node, &rows, 0);
	return 0;
}

static int
show(struct visit *visit, const struct bench *bench, int http_status)
{
	struct promises promises;
	struct board board;
	struct scale scale;
	int status = board_load(visit, bench, &board);

	if (status == 0)
		status = promises_load(visit, &bench->assessment, &promises);
	if (status == 0)
		status = scale_load(visit, bench->assessment.cycle_id, &scale);
	if (status == 0)
		status = past_fill(visit, bench, 0);
	if (status == 0)
		status = fill_next_agency(visit, bench);
	if (status != 0)
		return status;
	evidence_flag(visit, &bench->assessment, &board.evidence, NULL);
	bench_fill(visit, bench);
	fill_board(visit, bench, &board, &promises);
	promises_fill(visit, page_node(&visit->page, "Promises"), &promises,
	    0);
	fill_total(visit, &scale, &board, TIERS, "self");
	fill_total(visit, &scale, &board, TIER_CITY, "city");
	fill_total(visit, &scale, &board, TIER_PROVINCE, "province");
	return visit_show_status(visit, "verify/overview", http_status);
}

int
show_overview(struct visit *visit)
{
	struct bench bench;
	int status = bench_find(visit, &bench);

	return status != 0 ? status : show(visit, &bench, 200);
}

struct finishing {
	struct visit *visit;
	const struct bench *bench;
	const struct move *move;
	int64_t version;
};

/*
 * The row of the assessment is written first: a save that began earlier has
 * ended then, and is read; one that begins later finds another state.
 */
static int
finish_work(struct db *db, void *argument)
{
	struct finishing *doing = argument;
	const struct assessment *assessment = &doing->bench->assessment;
	struct board board;
	int result = db_run(db, STATEMENT_VERIFY_EXPECT,
	    db_int(assessment->id), db_text(state_code(doing->move->from)),
	    db_int(doing->version));

	if (result < 0)
		return result;
	if (result == 0)
		return 409;
	result = board_load(doing->visit, doing->bench, &board);
	if (result != 0)
		return result;
	if (board_next(&board, doing->bench->tier, 0) != NULL)
		return 422;
	return assessment_move(doing->visit, assessment, doing->move, "");
}

static int
not_finished(struct visit *visit, struct bench *bench, int result)
{
	int status;

	if (result != 409 && result != 422)
		return visit_status(visit, result);
	status = bench_find(visit, bench);
	if (status != 0)
		return status;
	visit->form.notice = result == 409 ? "Ada yang disimpan rekan Anda "
	    "setelah halaman ini dibuka. Periksa lagi isinya, lalu selesaikan." :
	    "Belum dapat diselesaikan: masih ada yang kurang. Daftarnya di "
	    "bawah ini.";
	fill_form(visit);
	return show(visit, bench, result);
}

int
finish(struct visit *visit)
{
	const struct tier_traits *tier;
	struct bench bench;
	struct finishing doing = { .visit = visit, .bench = &bench };
	int status = bench_find(visit, &bench);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return 400;
	tier = &tiers[bench.tier];
	doing.version = form_number(&visit->form, FINISH_VERSION);
	doing.move = bench_may(visit, &bench, tier->finish, &status);
	if (doing.move == NULL)
		return status;
	status = db_txn(visit->db, finish_work, &doing);
	if (status != 0)
		return not_finished(visit, &bench, status);
	return visit_redirect(visit, "/verify/%lld/?done=%s",
	    (long long)bench.assessment.id, tier->done);
}
