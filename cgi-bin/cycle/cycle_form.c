/* SPDX-License-Identifier: ISC */
/*
 * A cycle is made, and changed while it is a draft: region, year, instrument,
 * dates and whether the province validates.  Agencies see nothing of it before
 * it is opened (cycle_open.c).
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "assessment/assessment.h"
#include "frame/words.h"
#include "base/banned.h"

static const char *const yes_no[] = { "1", "0", NULL };
const char *const lapse_choices[] = { "warn", "close", "ask", NULL };

enum { REGION, YEAR, INSTRUMENT, START, TIER, EARLY, LAPSE, DAYS, SEEN, VERSION };
const struct field cycle_fields[] = {
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", true, .min = 1, .max = INT32_MAX },
	[YEAR] = { "year", FIELD_NUMBER, "Tahun penilaian", true, .min = 2018, .max = 2100 },
	[INSTRUMENT] = { "instrument_id", FIELD_NUMBER, "Instrumen", true, .min = 1,
	    .max = INT32_MAX },
	[START] = { "start_date", FIELD_DATE, "Tanggal mulai", true },
	[TIER] = { "province_tier", FIELD_CHOICE, "Validasi provinsi", true, .choices = yes_no },
	[EARLY] = { "early_filling", FIELD_CHOICE, "Pengisian sebelum langkahnya",
	    .choices = yes_no },
	[LAPSE] = { "after_deadline", FIELD_CHOICE, "Setelah batas waktu",
	    .choices = lapse_choices },
	[DAYS] = { "days-", FIELD_NUMBER, "Lama langkah", true },
	[SEEN] = { "seen", FIELD_TEXT, "Jadwal", .max = PLAN_TEXT },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", .min = 1, .max = INT32_MAX },
	{ 0 },
};

/* What the form shows, beside what stands in it. */
struct form_page {
	const struct cycle *stored; /* NULL: a new one */
	const struct plan *plan;    /* below it */
	bool recomputed;            /* the plan is to be looked at before it is stored */
	int unknown_year;           /* of plan_unknown_year() */
	struct rows regions, instruments;
};

static int
read_form_page(struct context *context, struct form_page *shown)
{
	int status,
	    result = db_select(context->db, &shown->instruments, STATEMENT_CYCLE_INSTRUMENT_OPTIONS,
		db_key(context->actor.region_id));

	if (result < 0)
		return context_status(context, result);
	status = region_options_read(context, &shown->regions);
	return status != 0 ? status : plan_unknown_year(context, shown->plan, &shown->unknown_year);
}

static void
fill_form_page(struct context *context, const struct form_page *shown)
{
	if (shown->stored != NULL)
		cycle_fill(context, shown->stored);
	if (shown->recomputed)
		page_set(&context->page, "Recomputed", "1");
	fill_rows(page_node(&context->page, "Options.instruments"), &shown->instruments);
	region_options_fill(context, &shown->regions);
	plan_fill(context, "Plan", shown->plan);
	plan_fill_unknown(context, shown->unknown_year);
	plan_set_seen(context, shown->plan);
}

/* The form with its plan below; errors and values were set before. */
static int
cycle_form_show_form(struct context *context, struct form_page *shown, int code)
{
	int status = read_form_page(context, shown);

	if (status != 0)
		return status;
	fill_form_page(context, shown);
	return context_show_status(context, "cycle/cycle_form", code);
}

/* With what a new cycle is begun: a plan from the next working day on, and what
 * the actor's last one was like.  0 or a status. */
static int
read_suggestion(struct context *context, struct plan *plan, struct rows *like)
{
	struct calendar calendar;
	int32_t today = words_today(context->actor.zone);
	int status = calendar_load(context, plan->region_id, &calendar);

	if (status != 0)
		return status;
	plan_default(plan);
	plan->start = working_from(&calendar, today + 1);
	if (plan->start == DAY_NONE || !plan_compute(context, plan, &status))
		plan->start = today;
	return context_status(context,
	    db_select(context->db, like, STATEMENT_CYCLE_SUGGESTED, scope(context)));
}

static void
set_suggestion(struct context *context, const struct plan *plan, const struct rows *like)
{
	char text[DAY_TEXT];

	if (like->count > 0) {
		set_value(context, "region_id", row_text(like, 0, "region_id"));
		set_value(context, "instrument_id", row_text(like, 0, "instrument_id"));
		set_value(context, "province_tier", row_text(like, 0, "tier"));
	}
	set_number(context, "year", day_date(plan->start).year);
	set_number(context, "early_filling", 0);
	set_value(context, "after_deadline", lapse_code(LAPSE_WARN));
	set_value(context, "start_date", day_format(text, plan->start));
	plan_set_days(context, plan);
}

int
new_cycle(struct context *context)
{
	struct plan plan = { .region_id = context->actor.region_id };
	struct form_page shown = { .plan = &plan };
	struct rows like;
	int status = read_suggestion(context, &plan, &like);

	if (status != 0)
		return status;
	set_suggestion(context, &plan, &like);
	return cycle_form_show_form(context, &shown, 200);
}

/* What a form says about the region and the instrument that it names. */
static int
check_choices(struct context *context, int64_t region_id)
{
	struct form *form = &context->form;
	struct rows region, instrument;
	int status = region_find(context, region_id, &region);
	int result;

	if (status == 404) {
		form_error(form, REGION,
		    "Daerah: pilih salah satu dari "
		    "daftar.");
		return 0;
	}
	if (status != 0)
		return status;
	if (strcmp(form_text(form, TIER), "1") == 0 && row_null(&region, 0, "parent_id"))
		form_error(form, TIER,
		    "Validasi provinsi hanya untuk "
		    "kabupaten dan kota. Untuk provinsi pilih Tidak.");
	result = db_select(context->db, &instrument, STATEMENT_CYCLE_INSTRUMENT_PUBLISHED,
	    db_int(region_id), db_int(form_number(form, INSTRUMENT)));
	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		form_error(form, INSTRUMENT,
		    "Instrumen: pilih versi yang "
		    "sudah terbit, milik daerah itu, provinsinya, atau semua daerah.");
	return 0;
}

/* Nobody plans a year's assessment more than a year away from it. */
static void
check_start(struct form *form)
{
	int64_t away = day_date((int32_t)form_number(form, START)).year - form_number(form, YEAR);

	if (form->values[START].error == NULL && form->values[YEAR].error == NULL &&
	    (away < -1 || away > 1))
		form_error(form, START,
		    "Tanggal mulai jauh dari tahun "
		    "penilaian. Periksa tahunnya.");
}

/* Reads the form into a cycle, whose region stays if it has one.  0, and the
 * errors stand in the form. */
static int
cycle_form_read_cycle(struct context *context, struct cycle *cycle)
{
	struct form *form = &context->form;
	int status;

	if (cycle->region_id == 0)
		cycle->region_id = form_number(form, REGION);
	cycle->instrument_id = form_number(form, INSTRUMENT);
	cycle->year = form_number(form, YEAR);
	cycle->province_tier = form_number(form, TIER) == 0;
	cycle->early = strcmp(form_text(form, EARLY), "1") == 0;
	cycle->lapse = lapse_of(form_text(form, LAPSE));
	plan_default(&cycle->plan);
	plan_read(context, DAYS, &cycle->plan);
	cycle->plan.region_id = cycle->region_id;
	cycle->plan.start = (int32_t)form_number(form, START);
	if (form->values[REGION].error == NULL) {
		status = check_choices(context, cycle->region_id);
		if (status != 0)
			return status;
	}
	check_start(form);
	if (!form_ok(form))
		return 0;
	if (!plan_compute(context, &cycle->plan, &status) && status == 0)
		form_error(form, START,
		    "Jadwal tidak dapat dihitung dari "
		    "tanggal ini. Periksa tanggal mulai dan hari kerja pada "
		    "pengaturan.");
	return status;
}

/* The typed form once more: with its errors, or to look at the plan. */
static int
cycle_form_show_again(struct context *context, const struct cycle *stored,
    const struct cycle *cycle, int code)
{
	struct form_page shown = { .stored = stored,
		.plan = &cycle->plan,
		.recomputed = code == 200 };

	fill_form(context);
	return cycle_form_show_form(context, &shown, code);
}

struct saving {
	struct context *context;
	struct cycle *cycle;
	struct edit edit;
};

static const char *
plan_words(struct arena *arena, const struct plan *plan)
{
	char from[DAY_TEXT], until[DAY_TEXT];

	return arena_format(arena, "%s sampai %s",
	    words_date(arena, day_format(from, plan->spans[0].from)),
	    words_date(arena, day_format(until, plan->spans[WORKFLOW_STEPS - 1].until)));
}

static const char *
cycle_words(struct arena *arena, const struct cycle *cycle)
{
	return arena_format(arena,
	    "Tahun %lld; %s; validasi provinsi: %s; pengisian sebelum langkahnya: %s; "
	    "setelah batas waktu: %s",
	    (long long)cycle->year, plan_words(arena, &cycle->plan),
	    cycle->province_tier ? "ya" : "tidak", cycle->early ? "ya" : "tidak",
	    lapse_words(cycle->lapse));
}

static int
cycle_form_create(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct cycle *cycle = saving->cycle;
	char start[DAY_TEXT];
	int result = db_run(db, STATEMENT_CYCLE_CREATE, db_int(cycle->region_id),
	    db_int(cycle->instrument_id), db_int(cycle->year), db_int(cycle->province_tier),
	    db_int(cycle->early), db_text(lapse_code(cycle->lapse)),
	    db_text(day_format(start, cycle->plan.start)));

	if (result < 0)
		return result;
	cycle->id = db_last_key(db);
	result = plan_store(db, cycle->id, &cycle->plan);
	return result != 0 ?
	    result :
	    cycle_record(saving->context, cycle, "", cycle_words(saving->context->arena, cycle),
		"");
}

static int
year_taken(struct context *context, const struct cycle *stored, const struct cycle *cycle)
{
	form_error(&context->form, YEAR,
	    "Daerah ini sudah mempunyai periode "
	    "penilaian tahun %lld. Pilih tahun lain, atau ubah periode itu.",
	    (long long)cycle->year);
	return cycle_form_show_again(context, stored, cycle, 422);
}

int
create_cycle(struct context *context)
{
	struct cycle cycle = { 0 };
	struct saving saving = { .context = context, .cycle = &cycle };
	int result, status = cycle_form_read_cycle(context, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return cycle_form_show_again(context, NULL, &cycle, 422);
	if (!plan_was_seen(context, SEEN, &cycle.plan))
		return cycle_form_show_again(context, NULL, &cycle, 200);
	result = db_txn_world(context->db, cycle_form_create, &saving);
	if (result == DB_DUPLICATE)
		return year_taken(context, NULL, &cycle);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/cycles/%lld?done=created", (long long)cycle.id);
}

static int
only_draft(struct context *context)
{
	return context_refuse(context, 409,
	    "Periode ini sudah dibuka, sehingga "
	    "tahun, instrumen dan tanggal mulainya tetap. Jadwalnya masih "
	    "dapat diubah lewat “Ubah jadwal”.");
}

int
edit_cycle(struct context *context)
{
	struct cycle cycle;
	struct form_page shown = { .stored = &cycle, .plan = &cycle.plan };
	char text[DAY_TEXT];
	int status = cycle_find(context, &cycle);

	if (status != 0)
		return status;
	if (!cycle_is_draft(&cycle))
		return only_draft(context);
	set_number(context, "region_id", cycle.region_id);
	set_number(context, "instrument_id", cycle.instrument_id);
	set_number(context, "year", cycle.year);
	set_number(context, "province_tier", cycle.province_tier);
	set_number(context, "early_filling", cycle.early);
	set_value(context, "after_deadline", lapse_code(cycle.lapse));
	set_number(context, "version", cycle.version);
	set_value(context, "start_date", day_format(text, cycle.plan.start));
	plan_set_days(context, &cycle.plan);
	return cycle_form_show_form(context, &shown, 200);
}

static int
cycle_form_update(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct context *context = saving->context;
	struct cycle *cycle = saving->cycle;
	char start[DAY_TEXT];
	int result = db_run(db, STATEMENT_CYCLE_UPDATE, db_int(cycle->instrument_id),
	    db_int(cycle->year), db_int(cycle->province_tier), db_int(cycle->early),
	    db_text(lapse_code(cycle->lapse)), db_text(day_format(start, cycle->plan.start)),
	    db_int(cycle->id), db_int(form_number(&context->form, VERSION)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	result = plan_store(db, cycle->id, &cycle->plan);
	return result != 0 ?
	    result :
	    cycle_record(context, cycle, saving->edit.from, saving->edit.to, "");
}

int
update_cycle(struct context *context)
{
	struct cycle stored, cycle = { 0 };
	struct form_page shown = { .stored = &stored, .plan = &cycle.plan };
	struct saving saving = { .context = context, .cycle = &cycle };
	int result, status = cycle_find(context, &stored);

	if (status != 0)
		return status;
	if (!cycle_is_draft(&stored))
		return only_draft(context);
	cycle.id = stored.id;
	cycle.region_id = stored.region_id;
	status = cycle_form_read_cycle(context, &cycle);
	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return cycle_form_show_again(context, &stored, &cycle, 422);
	if (form_number(&context->form, VERSION) != stored.version) {
		stale(context, stored.version);
		return cycle_form_show_form(context, &shown, 409);
	}
	if (!plan_was_seen(context, SEEN, &cycle.plan))
		return cycle_form_show_again(context, &stored, &cycle, 200);
	saving.edit.from = cycle_words(context->arena, &stored);
	saving.edit.to = cycle_words(context->arena, &cycle);
	result = db_txn_world(context->db, cycle_form_update, &saving);
	if (result == DB_DUPLICATE)
		return year_taken(context, &stored, &cycle);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/cycles/%lld?done=saved", (long long)cycle.id);
}
