/* SPDX-License-Identifier: ISC */
/*
 * Periode penilaian: the list of all in the administrator's care, and the page
 * of one: its plan, how far its agencies are, and which came after it was
 * opened.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "assessment/assessment.h"
#include "document/chart.h"
#include "assessment/replica.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { LIST_REGION, LIST_PAGE };
const struct field cycle_list_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
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
	cycle->id = context->keys[0];
	cycle->region_id = row_int(&rows, 0, "region_id");
	cycle->instrument_id = row_int(&rows, 0, "instrument_id");
	cycle->version = row_int(&rows, 0, "version");
	cycle->year = row_int(&rows, 0, "year");
	cycle->province_tier = row_int(&rows, 0, "province_tier") != 0;
	cycle->state = row_text(&rows, 0, "state");
	cycle->region_name = row_text(&rows, 0, "region_name");
	cycle->zone = row_text(&rows, 0, "timezone");
	cycle->plan.region_id = cycle->region_id;
	cycle->plan.start = day_parse(row_text(&rows, 0, "start_date"));
	fill_row(page_node(&context->page, "Cycle"), &rows, 0);
	page_set(&context->page, "Cycle.start_words",
	    words_date(context->arena, row_text(&rows, 0, "start_date")));
	page_set(&context->page, "Cycle.opened_words",
	    words_time(context->arena, row_text(&rows, 0, "opened_at"), cycle->zone));
	if (row_int(&rows, 0, "imported") != 0)
		replica_fill(context, cycle->region_name, row_text(&rows, 0, "received_at"),
		    cycle->zone);
	status = replica_guard(context, row_int(&rows, 0, "imported") != 0, cycle->region_name);
	return status != 0 ? status : plan_load(context, cycle->id, &cycle->plan);
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
cycles_list(struct context *context, struct rows *rows, int64_t region, int64_t page)
{
	if (region != 0 || context->actor.region_id != 0)
		return db_select(context->db, rows, STATEMENT_CYCLE_LIST_CARE, scope(context),
		    db_key(region), PAGE_LIMIT(page));
	return db_select(context->db, rows, STATEMENT_CYCLE_LIST, PAGE_LIMIT(page));
}

int
show_cycles(struct context *context)
{
	int64_t page = page_number(context, LIST_PAGE);
	int64_t region = form_number(&context->form, LIST_REGION);
	struct rows rows;
	int status, result = cycles_list(context, &rows, region, page);

	if (result < 0)
		return context_status(context, result);
	page_turn(context, &rows, PAGE_ROWS, page,
	    region == 0 ?
		"/cycle/cycles" :
		arena_format(context->arena, "/cycle/cycles?region=%lld", (long long)region));
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&context->page, "Cycles"), row);

		fill_row(node, &rows, row);
		node_set(node, "received",
		    words_time(context->arena, row_text(&rows, row, "received_at"),
			row_text(&rows, row, "timezone")));
		node_set(node, "from",
		    words_date(context->arena, row_text(&rows, row, "planned_from")));
		node_set(node, "until",
		    words_date(context->arena, row_text(&rows, row, "planned_until")));
	}
	status = region_options(context);
	fill_form(context);
	return status != 0 ? status : context_show(context, "cycle/cycles");
}

/* ---- one cycle ------------------------------------------------------------ */

/* Agencies by what they are: counts, and those that came after opening. */
static int
cycles_fill_agencies(struct context *context, const struct cycle *cycle)
{
	struct rows counts, late;
	int result = db_select(context->db, &counts, STATEMENT_CYCLE_COUNTS, db_int(cycle->id));

	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < counts.count; row++) {
		struct node *node = node_row(page_node(&context->page, "Counts"), row);
		enum state state;

		fill_row(node, &counts, row);
		if (state_of(row_text(&counts, row, "state"), &state))
			node_set(node, "name", state_name(state));
	}
	/* Nobody has begun, so it can be taken back. */
	if (strcmp(cycle->state, "open") == 0 && counts.count == 1 &&
	    strcmp(row_text(&counts, 0, "state"), "not_started") == 0)
		page_set(&context->page, "Untouched", "1");
	result = db_select(context->db, &late, STATEMENT_CYCLE_AGENCIES_OUTSIDE, db_int(cycle->id),
	    db_int(cycle->region_id));
	if (result < 0)
		return context_status(context, result);
	fill_rows(page_node(&context->page, "Options.agencies"), &late);
	page_set_int(&context->page, "OutsideCount", result);
	return 0;
}

/* The stored dates no longer follow from the holidays: worth a word. */
static int
fill_drift(struct context *context, const struct cycle *cycle)
{
	struct plan fresh = cycle->plan;
	int status;

	if (plan_compute(context, &fresh, &status) && !plan_same(&fresh, &cycle->plan))
		page_set(&context->page, "Drift", "1");
	return status;
}

int
cycle_show(struct context *context, const struct cycle *cycle, int code)
{
	int status;

	plan_fill(context, "Plan", &cycle->plan);
	if (!cycle_is_draft(cycle))
		plan_fill_steps(context, &cycle->plan, cycle->zone);
	if ((status = cycles_fill_agencies(context, cycle)) != 0 ||
	    (status = history_fill(context, "cycle", cycle->id)) != 0)
		return status;
	if (strcmp(cycle->state, "reported") != 0 && (status = fill_drift(context, cycle)) != 0)
		return status;
	if (!cycle_is_draft(cycle) &&
	    (status = chart_fill_cycle(context, cycle->id, "progress")) != 0)
		return status;
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
