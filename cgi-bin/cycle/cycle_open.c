/* SPDX-License-Identifier: ISC */
/*
 * A draft becomes what agencies see and work in: each active agency of the
 * region gets its assessment with an empty answer to every variable, all or
 * nothing.
 */
#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "frame/words.h"
#include "base/banned.h"

enum { OPEN_VERSION, OPEN_SURE };
const struct field cycle_open_fields[] = {
	[OPEN_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[OPEN_SURE] = { "sure", FIELD_FLAG, "Sudah benar" },
	{ 0 },
};

/* ---- what can hardly be meant ----------------------------------------------- */

/* Days ahead of which nobody opens, and working days that no year takes. */
enum { SOON = 120, LONG_PLAN = 60, DOUBTS = 6 };

struct doubts {
	struct arena *arena;
	const char *list[DOUBTS];
	size_t count;
};

static const char *
day_said(struct arena *arena, int32_t day)
{
	char text[DAY_TEXT];

	return words_date(arena, day_format(text, day));
}

static void
doubt_year(struct doubts *doubts, const struct cycle *cycle, int32_t today)
{
	int year = day_date(today).year, start = day_date(cycle->plan.start).year;

	if (cycle->year != year)
		doubts->list[doubts->count++] = arena_format(doubts->arena,
		    "Tahun penilaiannya %lld, padahal sekarang tahun %d.", (long long)cycle->year,
		    year);
	if (start != cycle->year)
		doubts->list[doubts->count++] = arena_format(doubts->arena,
		    "Tanggal mulainya pada tahun %d, penilaiannya tahun %lld.", start,
		    (long long)cycle->year);
}

static void
doubt_plan(struct doubts *doubts, const struct plan *plan, int32_t today)
{
	int32_t filled = plan->spans[3].until, end = plan->spans[WORKFLOW_STEPS - 1].until;
	int days = 0;

	for (int step = 0; step < WORKFLOW_STEPS; step++)
		days += plan->days[step];
	if (end < today)
		doubts->list[doubts->count++] = arena_format(doubts->arena,
		    "Seluruh jadwalnya sudah lewat: berakhir %s.", day_said(doubts->arena, end));
	else if (filled < today)
		doubts->list[doubts->count++] = arena_format(doubts->arena,
		    "Batas waktu pengisiannya sudah lewat: %s.", day_said(doubts->arena, filled));
	if (plan->start > today + SOON)
		doubts->list[doubts->count++] = arena_format(doubts->arena,
		    "Mulainya masih lama: %s.", day_said(doubts->arena, plan->start));
	if (days > LONG_PLAN)
		doubts->list[doubts->count++] = arena_format(doubts->arena,
		    "Jadwalnya %d hari kerja; biasanya 19.", days);
}

/* What is asked before a cycle is opened, since it can hardly be meant. */
static struct doubts
doubts_of(struct arena *arena, const struct cycle *cycle)
{
	struct doubts doubts = { .arena = arena };
	int32_t today = words_today(cycle->zone);

	doubt_year(&doubts, cycle, today);
	doubt_plan(&doubts, &cycle->plan, today);
	return doubts;
}

/* ---- the page ---------------------------------------------------------------- */

/* What the page shows, beside the cycle itself. */
struct open_page {
	struct rows agencies; /* that would take part, with who could fill in */
	int unknown_year;     /* of plan_unknown_year() */
};

static int
read_open_page(struct context *context, const struct cycle *cycle, struct open_page *shown)
{
	int result = db_select(context->db, &shown->agencies, STATEMENT_CYCLE_READINESS,
	    db_int(cycle->region_id));

	return result < 0 ?
	    context_status(context, result) :
	    plan_unknown_year(context, &cycle->plan, &shown->unknown_year);
}

/* Those without anybody who could fill in, apart and first. */
static void
fill_ready(struct page *page, const struct rows *agencies)
{
	size_t ready_count = 0;

	for (size_t row = 0; row < agencies->count; row++) {
		bool ready = row_int(agencies, row, "operators") > 0;

		fill_row(node_row(page_node(page, ready ? "Ready" : "Unready"), row), agencies,
		    row);
		ready_count += ready;
	}
	page_set_int(page, "ReadyCount", (int64_t)ready_count);
	page_set_int(page, "UnreadyCount", (int64_t)(agencies->count - ready_count));
	page_set_int(page, "AgencyCount", (int64_t)agencies->count);
}

static void
fill_open_page(struct context *context, const struct cycle *cycle, const struct open_page *shown)
{
	struct doubts doubts = doubts_of(context->arena, cycle);

	cycle_fill(context, cycle);
	for (size_t at = 0; at < doubts.count; at++)
		node_set(node_row(page_node(&context->page, "Doubts"), at), "text",
		    doubts.list[at]);
	fill_ready(&context->page, &shown->agencies);
	plan_fill(context, "Plan", &cycle->plan);
	plan_fill_unknown(context, shown->unknown_year);
}

static int
show_open(struct context *context, const struct cycle *cycle, int code)
{
	struct open_page shown;
	int status = read_open_page(context, cycle, &shown);

	if (status != 0)
		return status;
	fill_open_page(context, cycle, &shown);
	return context_show_status(context, "cycle/cycle_open", code);
}

int
confirm_open(struct context *context)
{
	struct cycle cycle;
	int status = cycle_find(context, &cycle);

	if (status != 0)
		return status;
	if (!cycle_is_draft(&cycle))
		return context_redirect(context, "/cycle/cycles/%lld", (long long)cycle.id);
	return show_open(context, &cycle, 200);
}

struct opening {
	struct context *context;
	const struct cycle *cycle;
};

static int
open_it(struct db *db, void *argument)
{
	struct opening *opening = argument;
	const struct cycle *cycle = opening->cycle;
	struct rows counts;
	int result = db_run(db, STATEMENT_CYCLE_OPEN, db_int(cycle->id),
	    db_int(form_number(&opening->context->form, OPEN_VERSION)));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(opening->context, 409,
			"Periode ini sudah berubah atau dibuka sejak halaman ini ditampilkan. "
			"Muat ulang halamannya dan periksa sekali lagi.");
	result = db_run(db, STATEMENT_CYCLE_OPEN_ASSESSMENTS, db_int(cycle->id));
	if (result >= 0)
		result = db_run(db, STATEMENT_CYCLE_OPEN_INACTIVE, db_int(cycle->id));
	if (result >= 0)
		result = db_select(db, &counts, STATEMENT_CYCLE_COUNTS, db_int(cycle->id));
	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(opening->context, 409,
			"Belum ada perangkat daerah yang aktif di %s. Tambahkan "
			"dahulu, lalu buka periodenya.",
			cycle->region_name);
	result = db_run(db, STATEMENT_CYCLE_OPEN_ANSWERS, db_int(cycle->id));
	if (result < 0)
		return result;
	return cycle_record(opening->context, cycle, "Draf", "Dibuka", "");
}

int
open_cycle(struct context *context)
{
	struct cycle cycle;
	struct opening opening = { .context = context, .cycle = &cycle };
	int result, status = cycle_find(context, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	if (cycle_is_draft(&cycle) && !form_given(&context->form, OPEN_SURE) &&
	    doubts_of(context->arena, &cycle).count > 0) {
		form_error(&context->form, OPEN_SURE,
		    "Periksa yang janggal di bawah ini. Bila memang begitu, "
		    "centang “Sudah benar”.");
		fill_form(context);
		return show_open(context, &cycle, 422);
	}
	result = db_txn_world(context->db, open_it, &opening);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/cycles/%lld?done=opened", (long long)cycle.id);
}
