/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/plan.h"
#include "step/assessment.h"
#include "step/chart.h"
#include "step/words.h"
#include "store/history.h"
#include "base/banned.h"

/* Periode penilaian: made, planned, opened, and planned anew. */

static const char *const yes_no[] = { "1", "0", NULL };

enum { LIST_REGION, LIST_PAGE };
const struct field cycle_list_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1,
	    .max = 100000 },
	{ 0 }
};

enum { REGION, YEAR, INSTRUMENT, START, TIER, DAYS, SEEN, VERSION };
const struct field cycle_fields[] = {
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", true, .min = 1,
	    .max = INT32_MAX },
	[YEAR] = { "year", FIELD_NUMBER, "Tahun penilaian", true, .min = 2018,
	    .max = 2100 },
	[INSTRUMENT] = { "instrument_id", FIELD_NUMBER, "Instrumen", true,
	    .min = 1, .max = INT32_MAX },
	[START] = { "start_date", FIELD_DATE, "Tanggal mulai", true },
	[TIER] = { "province_tier", FIELD_CHOICE, "Validasi provinsi", true,
	    .choices = yes_no },
	[DAYS] = { "days-", FIELD_NUMBER, "Lama langkah", true },
	[SEEN] = { "seen", FIELD_TEXT, "Jadwal", .max = PLAN_TEXT },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

enum { ONLY_VERSION };
const struct field cycle_version_fields[] = {
	[ONLY_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

enum { AGENCY };
const struct field cycle_agency_fields[] = {
	[AGENCY] = { "agency_id", FIELD_NUMBER, "Perangkat daerah", true,
	    .min = 1, .max = INT32_MAX },
	{ 0 }
};

enum { NEW_DAYS, NEW_SEEN, NEW_REASON, NEW_VERSION };
const struct field replan_fields[] = {
	[NEW_DAYS] = { "days-", FIELD_NUMBER, "Lama langkah", true },
	[NEW_SEEN] = { "seen", FIELD_TEXT, "Jadwal", .max = PLAN_TEXT },
	[NEW_REASON] = { "reason", FIELD_LINES, "Alasan", .max = 1000 },
	[NEW_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

struct cycle {
	int64_t id, region_id, instrument_id, version, year;
	bool province_tier;
	const char *state;	/* draft, open, reported */
	const char *region_name, *zone, *letter_number;
	struct plan plan;
};

/* A cycle in the actor's care with its plan: 0, 404, or another status. */
static int
find(struct visit *visit, struct cycle *cycle)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_CYCLE_FIND,
	    db_int(visit->keys[0]), scope(visit));

	if (result <= 0)
		return result == 0 ? 404 : visit_status(visit, result);
	memset(cycle, 0, sizeof(*cycle));
	cycle->id = visit->keys[0];
	cycle->region_id = row_int(&rows, 0, "region_id");
	cycle->instrument_id = row_int(&rows, 0, "instrument_id");
	cycle->version = row_int(&rows, 0, "version");
	cycle->year = row_int(&rows, 0, "year");
	cycle->province_tier = row_int(&rows, 0, "province_tier") != 0;
	cycle->state = row_text(&rows, 0, "state");
	cycle->region_name = row_text(&rows, 0, "region_name");
	cycle->zone = row_text(&rows, 0, "timezone");
	cycle->letter_number = row_text(&rows, 0, "letter_number");
	cycle->plan.start = day_parse(row_text(&rows, 0, "start_date"));
	fill_row(page_node(&visit->page, "Cycle"), &rows, 0);
	page_set(&visit->page, "Cycle.start_words", words_date(visit->arena,
	    row_text(&rows, 0, "start_date")));
	page_set(&visit->page, "Cycle.opened_words", words_time(visit->arena,
	    row_text(&rows, 0, "opened_at"), cycle->zone));
	return plan_load(visit, cycle->id, &cycle->plan);
}

static bool
is_draft(const struct cycle *cycle)
{
	return strcmp(cycle->state, "draft") == 0;
}

int
show_cycles(struct visit *visit)
{
	int64_t page = page_number(visit, LIST_PAGE);
	int64_t region = form_number(&visit->form, LIST_REGION);
	struct rows rows;
	int status, result = db_select(visit->db, &rows, STATEMENT_CYCLE_LIST,
	    scope(visit), db_key(region), PAGE_LIMIT(page));

	if (result < 0)
		return visit_status(visit, result);
	page_turn(visit, &rows, page, region == 0 ? "/cycle/cycles" :
	    arena_format(visit->arena, "/cycle/cycles?region=%lld",
	    (long long)region));
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Cycles"), row);

		fill_row(node, &rows, row);
		node_set(node, "from", words_date(visit->arena,
		    row_text(&rows, row, "planned_from")));
		node_set(node, "until", words_date(visit->arena,
		    row_text(&rows, row, "planned_until")));
	}
	status = region_options(visit);
	fill_form(visit);
	return status != 0 ? status : visit_show(visit, "cycle/cycles");
}

/* ---- making and changing a draft ------------------------------------------ */

static int
fill_choices(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_CYCLE_INSTRUMENT_OPTIONS);

	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Options.instruments"), &rows);
	return region_options(visit);
}

/* The form with its plan below; errors and values were set before. */
static int
show_form(struct visit *visit, const struct plan *plan, int status)
{
	int failed = fill_choices(visit);

	if (failed != 0 || (failed = plan_warn(visit, plan)) != 0)
		return failed;
	plan_fill(visit, "Plan", plan);
	if (plan->spans[0].from != 0)
		set_value(visit, "seen", plan_seen(visit->arena, plan));
	return visit_show_status(visit, "cycle/cycle_form", status);
}

static void
set_days(struct visit *visit, const struct plan *plan)
{
	for (int step = 1; step <= WORKFLOW_STEPS; step++)
		set_number(visit, arena_format(visit->arena, "days-%d", step),
		    plan->days[step - 1]);
}

int
new_cycle(struct visit *visit)
{
	struct calendar calendar;
	struct plan plan = { 0 };
	struct rows rows;
	char text[DAY_TEXT];
	int32_t today = words_today(visit->actor.zone);
	int result, status = calendar_load(visit, &calendar);

	if (status != 0)
		return status;
	plan_default(&plan);
	plan.start = working_from(&calendar, today + 1);
	if (plan.start == DAY_NONE || !plan_compute(visit, &plan, &status))
		plan.start = today;
	result = db_select(visit->db, &rows, STATEMENT_CYCLE_SUGGESTED,
	    scope(visit));
	if (result < 0)
		return visit_status(visit, result);
	if (result > 0) {
		set_value(visit, "region_id", row_text(&rows, 0, "region_id"));
		set_value(visit, "instrument_id", row_text(&rows, 0,
		    "instrument_id"));
		set_value(visit, "province_tier", row_text(&rows, 0, "tier"));
	}
	set_number(visit, "year", day_date(plan.start).year);
	set_value(visit, "start_date", day_format(text, plan.start));
	set_days(visit, &plan);
	return show_form(visit, &plan, 200);
}

/* What a form says about the region and the instrument that it names. */
static int
check_choices(struct visit *visit, int64_t region_id)
{
	struct form *form = &visit->form;
	struct rows region, instrument;
	int status = region_find(visit, region_id, &region);
	int result;

	if (status == 404) {
		form_error(form, REGION, "Daerah: pilih salah satu dari "
		    "daftar.");
		return 0;
	}
	if (status != 0)
		return status;
	if (strcmp(form_text(form, TIER), "1") == 0 &&
	    row_null(&region, 0, "parent_id"))
		form_error(form, TIER, "Validasi provinsi hanya untuk "
		    "kabupaten dan kota. Untuk provinsi pilih Tidak.");
	result = db_select(visit->db, &instrument,
	    STATEMENT_CYCLE_INSTRUMENT_PUBLISHED,
	    db_int(form_number(form, INSTRUMENT)));
	if (result < 0)
		return visit_status(visit, result);
	if (result == 0)
		form_error(form, INSTRUMENT, "Instrumen: pilih versi yang "
		    "sudah terbit dari daftar.");
	return 0;
}

/* Nobody plans a year's assessment more than a year away from it. */
static void
check_start(struct form *form)
{
	int64_t away = day_date((int32_t)form_number(form, START)).year -
	    form_number(form, YEAR);

	if (form->values[START].error == NULL &&
	    form->values[YEAR].error == NULL && (away < -1 || away > 1))
		form_error(form, START, "Tanggal mulai jauh dari tahun "
		    "penilaian. Periksa tahunnya.");
}

/* Reads the form into a cycle, whose region stays if it has one.  0, and the
 * errors stand in the form. */
static int
read_cycle(struct visit *visit, struct cycle *cycle)
{
	struct form *form = &visit->form;
	int status;

	if (cycle->region_id == 0)
		cycle->region_id = form_number(form, REGION);
	cycle->instrument_id = form_number(form, INSTRUMENT);
	cycle->year = form_number(form, YEAR);
	cycle->province_tier = form_number(form, TIER) == 0;
	plan_default(&cycle->plan);
	plan_read(visit, DAYS, &cycle->plan);
	cycle->plan.start = (int32_t)form_number(form, START);
	if (form->values[REGION].error == NULL) {
		status = check_choices(visit, cycle->region_id);
		if (status != 0)
			return status;
	}
	check_start(form);
	if (!form_ok(form))
		return 0;
	if (!plan_compute(visit, &cycle->plan, &status) && status == 0)
		form_error(form, START, "Jadwal tidak dapat dihitung dari "
		    "tanggal ini. Periksa tanggal mulai dan hari kerja pada "
		    "pengaturan.");
	return status;
}

/* The typed form once more: with its errors, or to look at the plan. */
static int
show_again(struct visit *visit, const struct cycle *cycle, int status)
{
	fill_form(visit);
	if (status == 200)
		page_set(&visit->page, "Recomputed", "1");
	return show_form(visit, &cycle->plan, status);
}

static bool
was_seen(struct visit *visit, int field, const struct plan *plan)
{
	return strcmp(form_text(&visit->form, field),
	    plan_seen(visit->arena, plan)) == 0;
}

struct saving {
	struct visit *visit;
	struct cycle *cycle;
	struct edit edit;
};

static const char *
plan_words(struct arena *arena, const struct plan *plan)
{
	char from[DAY_TEXT], until[DAY_TEXT];

	return arena_format(arena, "%s sampai %s",
	    words_date(arena, day_format(from, plan->spans[0].from)),
	    words_date(arena, day_format(until,
	    plan->spans[WORKFLOW_STEPS - 1].until)));
}

static const char *
cycle_words(struct arena *arena, const struct cycle *cycle)
{
	return arena_format(arena, "Tahun %lld; %s; validasi provinsi: %s",
	    (long long)cycle->year, plan_words(arena, &cycle->plan),
	    cycle->province_tier ? "ya" : "tidak");
}

static int
record(struct visit *visit, const struct cycle *cycle, const char *from,
    const char *to, const char *reason)
{
	struct change change = change_of(visit, "cycle", cycle->region_id,
	    cycle->id);

	change.from = from;
	change.to = to;
	change.reason = reason;
	return history_add(visit->db, &change);
}

static int
create(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct cycle *cycle = saving->cycle;
	char start[DAY_TEXT];
	int result = db_run(db, STATEMENT_CYCLE_CREATE,
	    db_int(cycle->region_id), db_int(cycle->instrument_id),
	    db_int(cycle->year), db_int(cycle->province_tier),
	    db_text(day_format(start, cycle->plan.start)));

	if (result < 0)
		return result;
	cycle->id = db_last_key(db);
	result = plan_store(db, cycle->id, &cycle->plan);
	return result != 0 ? result : record(saving->visit, cycle, "",
	    cycle_words(saving->visit->arena, cycle), "");
}

static int
year_taken(struct visit *visit, const struct cycle *cycle)
{
	form_error(&visit->form, YEAR, "Daerah ini sudah mempunyai periode "
	    "penilaian tahun %lld. Pilih tahun lain, atau ubah periode itu.",
	    (long long)cycle->year);
	return show_again(visit, cycle, 422);
}

int
create_cycle(struct visit *visit)
{
	struct cycle cycle = { 0 };
	struct saving saving = { .visit = visit, .cycle = &cycle };
	int result, status = read_cycle(visit, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return show_again(visit, &cycle, 422);
	if (!was_seen(visit, SEEN, &cycle.plan))
		return show_again(visit, &cycle, 200);
	result = db_txn(visit->db, create, &saving);
	if (result == DB_DUPLICATE)
		return year_taken(visit, &cycle);
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/cycles/%lld?done=created",
	    (long long)cycle.id);
}

static int
only_draft(struct visit *visit)
{
	return visit_refuse(visit, 409, "Periode ini sudah dibuka, sehingga "
	    "tahun, instrumen dan tanggal mulainya tetap. Jadwalnya masih "
	    "dapat diubah lewat “Ubah jadwal”.");
}

int
edit_cycle(struct visit *visit)
{
	struct cycle cycle;
	char text[DAY_TEXT];
	int status = find(visit, &cycle);

	if (status != 0)
		return status;
	if (!is_draft(&cycle))
		return only_draft(visit);
	set_number(visit, "region_id", cycle.region_id);
	set_number(visit, "instrument_id", cycle.instrument_id);
	set_number(visit, "year", cycle.year);
	set_number(visit, "province_tier", cycle.province_tier);
	set_number(visit, "version", cycle.version);
	set_value(visit, "start_date", day_format(text, cycle.plan.start));
	set_days(visit, &cycle.plan);
	return show_form(visit, &cycle.plan, 200);
}

static int
update(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct visit *visit = saving->visit;
	struct cycle *cycle = saving->cycle;
	char start[DAY_TEXT];
	int result = db_run(db, STATEMENT_CYCLE_UPDATE,
	    db_int(cycle->instrument_id), db_int(cycle->year),
	    db_int(cycle->province_tier),
	    db_text(day_format(start, cycle->plan.start)), db_int(cycle->id),
	    db_int(form_number(&visit->form, VERSION)));

	if (result <= 0)
		return result < 0 ? result : 409;
	result = plan_store(db, cycle->id, &cycle->plan);
	return result != 0 ? result : record(visit, cycle, saving->edit.from,
	    saving->edit.to, "");
}

int
update_cycle(struct visit *visit)
{
	struct cycle stored, cycle = { 0 };
	struct saving saving = { .visit = visit, .cycle = &cycle };
	int result, status = find(visit, &stored);

	if (status != 0)
		return status;
	if (!is_draft(&stored))
		return only_draft(visit);
	cycle.id = stored.id;
	cycle.region_id = stored.region_id;
	status = read_cycle(visit, &cycle);
	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return show_again(visit, &cycle, 422);
	if (form_number(&visit->form, VERSION) != stored.version) {
		stale(visit, stored.version);
		return show_form(visit, &cycle.plan, 409);
	}
	if (!was_seen(visit, SEEN, &cycle.plan))
		return show_again(visit, &cycle, 200);
	saving.edit.from = cycle_words(visit->arena, &stored);
	saving.edit.to = cycle_words(visit->arena, &cycle);
	result = db_txn(visit->db, update, &saving);
	if (result == DB_DUPLICATE)
		return year_taken(visit, &cycle);
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/cycles/%lld?done=saved",
	    (long long)cycle.id);
}

/* ---- one cycle ------------------------------------------------------------ */

/* Agencies by what they are: counts, and those that came after opening. */
static int
fill_agencies(struct visit *visit, const struct cycle *cycle)
{
	struct rows counts, late;
	int result = db_select(visit->db, &counts, STATEMENT_CYCLE_COUNTS,
	    db_int(cycle->id));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < counts.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Counts"), row);
		enum state state;

		fill_row(node, &counts, row);
		if (state_of(row_text(&counts, row, "state"), &state))
			node_set(node, "name", state_name(state));
	}
	result = db_select(visit->db, &late, STATEMENT_CYCLE_AGENCIES_OUTSIDE,
	    db_int(cycle->id), db_int(cycle->region_id));
	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Options.agencies"), &late);
	page_set_int(&visit->page, "OutsideCount", result);
	return 0;
}

/* The stored dates no longer follow from the holidays: worth a word. */
static int
fill_drift(struct visit *visit, const struct cycle *cycle)
{
	struct plan fresh = cycle->plan;
	int status;

	if (plan_compute(visit, &fresh, &status) &&
	    !plan_same(&fresh, &cycle->plan))
		page_set(&visit->page, "Drift", "1");
	return status;
}

static int
show_one(struct visit *visit, const struct cycle *cycle, int code)
{
	int status;

	plan_fill(visit, "Plan", &cycle->plan);
	if (!is_draft(cycle))
		plan_fill_steps(visit, &cycle->plan, cycle->zone);
	if ((status = fill_agencies(visit, cycle)) != 0 ||
	    (status = history_fill(visit, "cycle", cycle->id)) != 0)
		return status;
	if (strcmp(cycle->state, "reported") != 0 &&
	    (status = fill_drift(visit, cycle)) != 0)
		return status;
	if (!is_draft(cycle) && (status = chart_fill_cycle(visit, cycle->id,
	    "progress")) != 0)
		return status;
	return visit_show_status(visit, "cycle/cycle", code);
}

int
show_cycle(struct visit *visit)
{
	struct cycle cycle;
	int status = find(visit, &cycle);

	return status != 0 ? status : show_one(visit, &cycle, 200);
}

/* ---- opening -------------------------------------------------------------- */

int
confirm_open(struct visit *visit)
{
	struct cycle cycle;
	struct rows rows;
	size_t ready_count = 0;
	int result, status = find(visit, &cycle);

	if (status != 0)
		return status;
	if (!is_draft(&cycle))
		return visit_redirect(visit, "/cycle/cycles/%lld",
		    (long long)cycle.id);
	result = db_select(visit->db, &rows, STATEMENT_CYCLE_READINESS,
	    db_int(cycle.region_id));
	if (result < 0)
		return visit_status(visit, result);
	/* Those without anybody who could fill in, apart and first. */
	for (size_t row = 0; row < rows.count; row++) {
		bool ready = row_int(&rows, row, "operators") > 0;
		struct node *list = page_node(&visit->page,
		    ready ? "Ready" : "Unready");

		fill_row(node_row(list, row), &rows, row);
		ready_count += ready;
	}
	page_set_int(&visit->page, "ReadyCount", (int64_t)ready_count);
	page_set_int(&visit->page, "UnreadyCount",
	    (int64_t)(rows.count - ready_count));
	page_set_int(&visit->page, "AgencyCount", result);
	plan_fill(visit, "Plan", &cycle.plan);
	status = plan_warn(visit, &cycle.plan);
	return status != 0 ? status : visit_show(visit, "cycle/cycle_open");
}

static int
open_it(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct cycle *cycle = saving->cycle;
	int result = db_run(db, STATEMENT_CYCLE_OPEN, db_int(cycle->id),
	    db_int(form_number(&saving->visit->form, ONLY_VERSION)));

	if (result <= 0)
		return result < 0 ? result : visit_refuse(saving->visit, 409,
		    "Periode ini baru saja diubah atau dibuka orang lain. "
		    "Muat ulang halamannya dan periksa sekali lagi.");
	result = db_run(db, STATEMENT_CYCLE_OPEN_ASSESSMENTS,
	    db_int(cycle->id));
	if (result <= 0)
		return result < 0 ? result : visit_refuse(saving->visit, 409,
		    "Belum ada perangkat daerah yang aktif di %s. Tambahkan "
		    "dahulu, lalu buka periodenya.", cycle->region_name);
	result = db_run(db, STATEMENT_CYCLE_OPEN_ANSWERS, db_int(cycle->id));
	if (result < 0)
		return result;
	return record(saving->visit, cycle, "Draf", "Dibuka", "");
}

int
open_cycle(struct visit *visit)
{
	struct cycle cycle;
	struct saving saving = { .visit = visit, .cycle = &cycle };
	int result, status = find(visit, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return 400;
	result = db_txn(visit->db, open_it, &saving);
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/cycles/%lld?done=opened",
	    (long long)cycle.id);
}

/* ---- an agency that came late --------------------------------------------- */

static int
add_agency(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct visit *visit = saving->visit;
	int64_t agency_id = form_number(&visit->form, AGENCY);
	struct change change = change_of(visit, "cycle",
	    saving->cycle->region_id, saving->cycle->id);
	int result = db_run(db, STATEMENT_CYCLE_ADD_ASSESSMENT,
	    db_int(saving->cycle->id), db_int(agency_id));

	if (result <= 0)
		return result < 0 ? result : visit_refuse(visit, 409,
		    "Perangkat daerah ini tidak dapat ditambahkan: periodenya "
		    "tidak sedang dibuka, atau perangkat daerahnya tidak aktif "
		    "di daerah ini.");
	change.agency_id = agency_id;
	change.assessment_id = db_last_key(db);
	change.to = "Perangkat daerah ditambahkan setelah periode dibuka";
	result = db_run(db, STATEMENT_CYCLE_ADD_ANSWERS,
	    db_int(change.assessment_id));
	return result < 0 ? result : history_add(db, &change);
}

int
add_cycle_agency(struct visit *visit)
{
	struct cycle cycle;
	struct saving saving = { .visit = visit, .cycle = &cycle };
	int result, status = find(visit, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form)) {
		fill_form(visit);
		return show_one(visit, &cycle, 422);
	}
	result = db_txn(visit->db, add_agency, &saving);
	if (result == DB_DUPLICATE)
		return visit_refuse(visit, 409, "Perangkat daerah ini sudah "
		    "ada dalam periode ini.");
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/cycles/%lld?done=agency-added",
	    (long long)cycle.id);
}

/* ---- planning anew -------------------------------------------------------- */

static int
show_replan_form(struct visit *visit, const struct cycle *cycle,
    const struct plan *fresh, int status)
{
	plan_fill(visit, "Old", &cycle->plan);
	plan_fill(visit, "Plan", fresh);
	if (fresh->spans[0].from != 0)
		set_value(visit, "seen", plan_seen(visit->arena, fresh));
	if (plan_same(&cycle->plan, fresh))
		page_set(&visit->page, "Unchanged", "1");
	return visit_show_status(visit, "cycle/replan", status);
}

static int
not_reported(struct visit *visit, const struct cycle *cycle)
{
	return strcmp(cycle->state, "reported") != 0 ? 0 :
	    visit_refuse(visit, 409, "Periode ini sudah dilaporkan; jadwalnya "
	    "tidak berubah lagi.");
}

int
show_replan(struct visit *visit)
{
	struct cycle cycle;
	struct plan fresh;
	int status = find(visit, &cycle);

	if (status != 0 || (status = not_reported(visit, &cycle)) != 0)
		return status;
	fresh = cycle.plan;
	plan_compute(visit, &fresh, &status);
	if (status != 0)
		return status;
	set_days(visit, &fresh);
	set_number(visit, "version", cycle.version);
	return show_replan_form(visit, &cycle, &fresh, 200);
}

struct replanning {
	struct visit *visit;
	const struct cycle *cycle;
	const struct plan *fresh;
};

static const char *
plan_detail(struct arena *arena, const struct plan *plan)
{
	struct buffer text = { .arena = arena };
	char day[DAY_TEXT];

	for (int step = 1; step <= WORKFLOW_STEPS; step++)
		buffer_format(&text, "%s%d. sampai %s (%d)", step > 1 ? "; " :
		    "", step, words_date(arena, day_format(day,
		    plan->spans[step - 1].until)), plan->days[step - 1]);
	return text.bytes;
}

static int
replan(struct db *db, void *argument)
{
	struct replanning *work = argument;
	struct visit *visit = work->visit;
	int result = db_run(db, STATEMENT_CYCLE_REPLAN,
	    db_int(work->cycle->id),
	    db_int(form_number(&visit->form, NEW_VERSION)));

	if (result <= 0)
		return result < 0 ? result : 409;
	result = plan_store(db, work->cycle->id, work->fresh);
	return result != 0 ? result : record(visit, work->cycle,
	    plan_detail(visit->arena, &work->cycle->plan),
	    plan_detail(visit->arena, work->fresh),
	    form_text(&visit->form, NEW_REASON));
}

int
replan_cycle(struct visit *visit)
{
	struct cycle cycle;
	struct plan fresh;
	struct replanning work = { visit, &cycle, &fresh };
	int result, status = find(visit, &cycle);

	if (status != 0 || (status = not_reported(visit, &cycle)) != 0)
		return status;
	fresh = cycle.plan;
	plan_read(visit, NEW_DAYS, &fresh);
	if (form_ok(&visit->form) && !plan_compute(visit, &fresh, &status) &&
	    status == 0)
		visit->form.notice = "Jadwal tidak dapat dihitung: periksa "
		    "hari kerja pada pengaturan.";
	if (status != 0)
		return status;
	/* Looking at other dates first needs no reason yet. */
	if (was_seen(visit, NEW_SEEN, &fresh) &&
	    *form_text(&visit->form, NEW_REASON) == '\0')
		form_error(&visit->form, NEW_REASON, "Alasan wajib diisi.");
	fill_form(visit);
	if (!form_ok(&visit->form))
		return show_replan_form(visit, &cycle, &fresh, 422);
	if (!was_seen(visit, NEW_SEEN, &fresh)) {
		page_set(&visit->page, "Recomputed", "1");
		return show_replan_form(visit, &cycle, &fresh, 200);
	}
	result = db_txn(visit->db, replan, &work);
	if (result == 409)
		return visit_refuse(visit, 409, "Jadwal periode ini baru saja "
		    "diubah orang lain. Muat ulang halamannya untuk melihat "
		    "jadwal terbaru.");
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/cycles/%lld?done=replanned",
	    (long long)cycle.id);
}
