/* SPDX-License-Identifier: ISC */
/*
 * Periode penilaian: the list of all in the administrator's care, and the page
 * of one: its plan, how far its agencies are, and which came after it was
 * opened.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "document/export.h"
#include "document/listing.h"
#include "cycle/cycles.h"
#include "assessment/assessment.h"
#include "document/chart.h"
#include "assessment/replica.h"
#include "frame/words.h"
#include "store/history.h"
#include "store/sums.h"
#include "base/banned.h"

enum { LIST_REGION, LIST_PAGE, LIST_MARK };
const struct field cycle_list_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_MARK] = EXPORT_MARK,
	{ 0 },
};

enum { AGENCY };
const struct field cycle_agency_fields[] = {
	[AGENCY] = { "agency_id", FIELD_NUMBER, "Perangkat daerah", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 },
};

/* ---- what its pages share -------------------------------------------------- */

int
cycle_find(struct context *context, struct cycle *cycle)
{
	struct rows rows;
	int status,
	    result = db_select(context->db, &rows, STATEMENT_CYCLE_FIND, db_int(context->keys[0]),
		scope(context));

	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	memset(cycle, 0, sizeof(*cycle));
	cycle->row = rows;
	cycle->id = context->keys[0];
	cycle->region_id = row_int(&rows, 0, "region_id");
	cycle->instrument_id = row_int(&rows, 0, "instrument_id");
	cycle->version = row_int(&rows, 0, "version");
	cycle->year = row_int(&rows, 0, "year");
	cycle->province_tier = row_int(&rows, 0, "province_tier") != 0;
	cycle->early = row_int(&rows, 0, "early_filling") != 0;
	cycle->lapse = lapse_of(row_text(&rows, 0, "after_deadline"));
	cycle->state = row_text(&rows, 0, "state");
	cycle->region_name = row_text(&rows, 0, "region_name");
	cycle->zone = row_text(&rows, 0, "timezone");
	cycle->plan.region_id = cycle->region_id;
	cycle->plan.start = day_parse(row_text(&rows, 0, "start_date"));
	status = replica_guard(context, row_int(&rows, 0, "imported") != 0, cycle->region_name);
	return status != 0 ? status : plan_load(context, cycle->id, &cycle->plan);
}

void
cycle_fill(struct context *context, const struct cycle *cycle)
{
	const struct rows *row = &cycle->row;

	fill_row(page_node(&context->page, "Cycle"), row, 0);
	page_set(&context->page, "Cycle.start_words",
	    words_date(context->arena, row_text(row, 0, "start_date")));
	page_set(&context->page, "Cycle.after_words", lapse_words(cycle->lapse));
	page_set(&context->page, "Cycle.opened_words",
	    words_time(context->arena, row_text(row, 0, "opened_at"), cycle->zone));
	if (row_int(row, 0, "imported") != 0)
		replica_fill(context, cycle->region_name, row_text(row, 0, "received_at"),
		    cycle->zone);
}

bool
cycle_is_draft(const struct cycle *cycle)
{
	return strcmp(cycle->state, "draft") == 0;
}

int
cycle_record(struct context *context, const struct cycle *cycle, const char *from, const char *to,
    const char *reason)
{
	struct change change = change_of(context, "cycle", cycle->region_id, cycle->id);

	change.from = from;
	change.to = to;
	change.reason = reason;
	return history_add(context->db, &change);
}

/* ---- all of them ----------------------------------------------------------- */

static int
cycles_list(struct context *context, struct rows *rows, int64_t limit, int64_t offset)
{
	int64_t region = form_number(&context->form, LIST_REGION);

	if (region != 0 || context->actor.region_id != 0)
		return db_select(context->db, rows, STATEMENT_CYCLE_LIST_CARE, scope(context),
		    db_key(region), db_int(limit), db_int(offset));
	return db_select(context->db, rows, STATEMENT_CYCLE_LIST, db_int(limit), db_int(offset));
}

/* What the list shows. */
struct cycles_page {
	int64_t page;
	struct rows cycles, regions;
};

static int
read_cycles_page(struct context *context, struct cycles_page *shown)
{
	int result;

	shown->page = page_number(context, LIST_PAGE);
	result = cycles_list(context, &shown->cycles, PAGE_ROWS + 1, (shown->page - 1) * PAGE_ROWS);
	return result < 0 ?
	    context_status(context, result) :
	    region_options_read(context, &shown->regions);
}

static int
show_cycles_page(struct context *context, struct cycles_page *shown)
{
	int64_t region = form_number(&context->form, LIST_REGION);
	struct rows *rows = &shown->cycles;

	page_turn(context, rows, PAGE_ROWS, shown->page,
	    region == 0 ?
		"/cycle/cycles" :
		arena_format(context->arena, "/cycle/cycles?region=%lld", (long long)region));
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(page_node(&context->page, "Cycles"), row);

		fill_row(node, rows, row);
		node_set(node, "received",
		    words_time(context->arena, row_text(rows, row, "received_at"),
			row_text(rows, row, "timezone")));
		node_set(node, "from",
		    words_date(context->arena, row_text(rows, row, "planned_from")));
		node_set(node, "until",
		    words_date(context->arena, row_text(rows, row, "planned_until")));
	}
	region_options_fill(context, &shown->regions);
	fill_form(context);
	return context_show(context, "cycle/cycles");
}

int
show_cycles(struct context *context)
{
	struct cycles_page shown;
	int status = read_cycles_page(context, &shown);

	return status != 0 ? status : show_cycles_page(context, &shown);
}

/* One cycle as a line of the file. */
struct cycle_line {
	const char *region, *year, *from, *until, *agencies, *state;
};

static struct cycle_line
cycle_line(struct arena *arena, const struct rows *rows, size_t row)
{
	const char *state = row_text(rows, row, "state");

	return (struct cycle_line){
		.region = row_text(rows, row, "region_name"),
		.year = row_text(rows, row, "year"),
		.from = words_date(arena, row_text(rows, row, "planned_from")),
		.until = words_date(arena, row_text(rows, row, "planned_until")),
		.agencies = row_text(rows, row, "agencies"),
		.state = strcmp(state, "draft") == 0 ? "Draf" :
		    strcmp(state, "open") == 0       ? "Dibuka" :
						       "Dilaporkan",
	};
}

int
send_cycles(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Daerah", 30, struct cycle_line, region),
		LISTING_NUMBER("Tahun", 10, struct cycle_line, year),
		LISTING_MEMBER("Mulai", 18, struct cycle_line, from),
		LISTING_MEMBER("Sampai", 18, struct cycle_line, until),
		LISTING_NUMBER("Perangkat daerah", 10, struct cycle_line, agencies),
		LISTING_MEMBER("Status", 14, struct cycle_line, state),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Periode",
		.columns = columns,
		.size = sizeof(struct cycle_line) };
	struct cycle_line *lines;
	struct rows rows;
	int result = cycles_list(context, &rows, LISTING_MAX, 0);
	int status = result < 0 ? context_status(context, result) : 0;

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = cycle_line(context->arena, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "periode", &listing, 1);
}

/* ---- one cycle ------------------------------------------------------------ */

/* What the page of one shows, beside the cycle itself. */
struct cycle_page {
	struct rows counts;  /* of agencies, by state */
	struct rows outside; /* agencies that came after it was opened */
	struct rows history;
	int unknown_year;  /* of plan_unknown_year(); of one that is over 0 */
	struct plan fresh; /* as the holidays of today would have it */
	const struct kept_cycle *kept;
	struct progress progress; /* none of a draft */
};

static int
read_cycle_page(struct context *context, const struct cycle *cycle, struct cycle_page *shown)
{
	int status, result;

	memset(shown, 0, sizeof(*shown));
	result = kept_cycle(context, cycle->id, &shown->kept);
	if (result >= 0)
		result = db_select(context->db, &shown->counts, STATEMENT_CYCLE_COUNTS,
		    db_int(cycle->id));
	if (result >= 0)
		result = db_select(context->db, &shown->outside, STATEMENT_CYCLE_AGENCIES_OUTSIDE,
		    db_int(cycle->id), db_int(cycle->region_id));
	if (result < 0)
		return context_status(context, result);
	shown->fresh = cycle->plan;
	if (strcmp(cycle->state, "reported") != 0 &&
	    !plan_compute(context, &shown->fresh, &status)) {
		if (status != 0)
			return status;
		shown->fresh = cycle->plan;
	}
	if (strcmp(cycle->state, "reported") != 0 &&
	    (status = plan_unknown_year(context, &cycle->plan, &shown->unknown_year)) != 0)
		return status;
	if (!cycle_is_draft(cycle) &&
	    (status = chart_cycle(context, cycle->id, &shown->progress)) != 0)
		return status;
	return history_read(context, "cycle", cycle->id, &shown->history);
}

/* Nobody has begun, so it can be taken back. */
static bool
is_untouched(const struct cycle *cycle, const struct rows *counts)
{
	return strcmp(cycle->state, "open") == 0 && counts->count == 1 &&
	    strcmp(row_text(counts, 0, "state"), "not_started") == 0;
}

static void
fill_counts(struct node *list, const struct rows *counts)
{
	for (size_t row = 0; row < counts->count; row++) {
		struct node *node = node_row(list, row);
		enum state state;

		fill_row(node, counts, row);
		if (state_of(row_text(counts, row, "state"), &state))
			node_set(node, "name", state_name(state));
	}
}

static void
fill_cycle_page(struct context *context, const struct cycle *cycle, const struct cycle_page *shown)
{
	struct page *page = &context->page;

	cycle_fill(context, cycle);
	plan_fill(context, "Plan", &cycle->plan);
	plan_fill_unknown(context, shown->unknown_year);
	if (!cycle_is_draft(cycle))
		cycle_steps_fill(context, shown->kept);
	fill_counts(page_node(page, "Counts"), &shown->counts);
	if (is_untouched(cycle, &shown->counts))
		page_set(page, "Untouched", "1");
	fill_rows(page_node(page, "Options.agencies"), &shown->outside);
	page_set_int(page, "OutsideCount", (int64_t)shown->outside.count);
	/* The stored dates no longer follow from the holidays: worth a word. */
	if (!plan_same(&shown->fresh, &cycle->plan))
		page_set(page, "Drift", "1");
	if (shown->progress.count > 0)
		CHART_FILL(context, "progress", progress, &shown->progress);
	history_fill(context, "cycle", &shown->history);
}

int
cycle_show(struct context *context, const struct cycle *cycle, int code)
{
	struct cycle_page shown;
	int status = read_cycle_page(context, cycle, &shown);

	if (status != 0)
		return status;
	fill_cycle_page(context, cycle, &shown);
	return context_show_status(context, "cycle/cycle", code);
}

int
show_cycle(struct context *context)
{
	struct cycle cycle;
	int status = cycle_find(context, &cycle);

	return status != 0 ? status : cycle_show(context, &cycle, 200);
}

/* ---- an agency that came late --------------------------------------------- */

struct late {
	struct context *context;
	const struct cycle *cycle;
};

static int
cycles_add_agency(struct db *db, void *argument)
{
	struct late *late = argument;
	struct context *context = late->context;
	int64_t agency_id = form_number(&context->form, AGENCY);
	struct change change = change_of(context, "cycle", late->cycle->region_id, late->cycle->id);
	int result = db_run(db, STATEMENT_CYCLE_ADD_ASSESSMENT, db_int(late->cycle->id),
	    db_int(agency_id));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409,
			"Perangkat daerah ini tidak dapat ditambahkan: periodenya "
			"tidak sedang dibuka, atau perangkat daerahnya tidak aktif "
			"di daerah ini.");
	change.agency_id = agency_id;
	change.assessment_id = db_last_key(db);
	change.to = "Perangkat daerah ditambahkan setelah periode dibuka";
	result = db_run(db, STATEMENT_CYCLE_ADD_ANSWERS, db_int(change.assessment_id));
	if (result >= 0)
		result = sums_forget(db, late->cycle->id);
	return result < 0 ? result : history_add(db, &change);
}

int
add_cycle_agency(struct context *context)
{
	struct cycle cycle;
	struct late late = { .context = context, .cycle = &cycle };
	int result, status = cycle_find(context, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		fill_form(context);
		return cycle_show(context, &cycle, 422);
	}
	result = db_txn_world(context->db, cycles_add_agency, &late);
	if (result == DB_DUPLICATE)
		return context_refuse(context, 409,
		    "Perangkat daerah ini sudah "
		    "ada dalam periode ini.");
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/cycles/%lld?done=agency-added",
	    (long long)cycle.id);
}
