/* SPDX-License-Identifier: ISC */
/*
 * Other dates for a cycle that runs, with a reason that stays in its history:
 * its agencies work by these dates.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "frame/words.h"
#include "base/banned.h"

static const char *const early_choices[] = { "1", "0", NULL };

enum { NEW_DAYS, NEW_EARLY, NEW_LAPSE, NEW_SEEN, NEW_REASON, NEW_VERSION };
const struct field replan_fields[] = {
	[NEW_DAYS] = { "days-", FIELD_NUMBER, "Lama langkah", true },
	[NEW_EARLY] = { "early_filling", FIELD_CHOICE, "Pengisian sebelum langkahnya",
	    .choices = early_choices },
	[NEW_LAPSE] = { "after_deadline", FIELD_CHOICE, "Setelah batas waktu",
	    .choices = lapse_choices },
	[NEW_SEEN] = { "seen", FIELD_TEXT, "Jadwal", .max = PLAN_TEXT },
	[NEW_REASON] = { "reason", FIELD_LINES, "Alasan", .max = 1000 },
	[NEW_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ 0 },
};

static int
show_replan_form(struct context *context, const struct cycle *cycle, const struct plan *fresh,
    int status)
{
	cycle_fill(context, cycle);
	plan_fill(context, "Old", &cycle->plan);
	plan_fill(context, "Plan", fresh);
	plan_set_seen(context, fresh);
	if (plan_same(&cycle->plan, fresh))
		page_set(&context->page, "Unchanged", "1");
	return context_show_status(context, "cycle/replan", status);
}

/* The typed form once more: with its errors, or to look at the dates. */
static int
show_replan_again(struct context *context, const struct cycle *cycle, const struct plan *fresh,
    int status)
{
	fill_form(context);
	if (status == 200)
		page_set(&context->page, "Recomputed", "1");
	return show_replan_form(context, cycle, fresh, status);
}

static int
not_reported(struct context *context, const struct cycle *cycle)
{
	return strcmp(cycle->state, "reported") != 0 ?
	    0 :
	    context_refuse(context, 409,
		"Periode ini sudah dilaporkan; jadwalnya "
		"tidak berubah lagi.");
}

int
show_replan(struct context *context)
{
	struct cycle cycle;
	struct plan fresh;
	int status = cycle_find(context, &cycle);

	if (status != 0 || (status = not_reported(context, &cycle)) != 0)
		return status;
	fresh = cycle.plan;
	plan_compute(context, &fresh, &status);
	if (status != 0)
		return status;
	plan_set_days(context, &fresh);
	set_number(context, "early_filling", cycle.early);
	set_value(context, "after_deadline", lapse_code(cycle.lapse));
	set_number(context, "version", cycle.version);
	return show_replan_form(context, &cycle, &fresh, 200);
}

struct replanning {
	struct context *context;
	const struct cycle *cycle;
	const struct plan *fresh;
	bool early; /* as it shall be, as well as: */
	enum lapse lapse;
};

static const char *
plan_detail(struct arena *arena, const struct plan *plan, bool early, enum lapse lapse)
{
	struct buffer text = { .arena = arena };
	char day[DAY_TEXT];

	for (int step = 1; step <= WORKFLOW_STEPS; step++)
		buffer_format(&text, "%s%d. sampai %s (%d)", step > 1 ? "; " : "", step,
		    words_date(arena, day_format(day, plan->spans[step - 1].until)),
		    plan->days[step - 1]);
	buffer_format(&text, "; pengisian sebelum langkahnya: %s; setelah batas waktu: %s",
	    early ? "ya" : "tidak", lapse_words(lapse));
	return text.bytes;
}

static int
replan(struct db *db, void *argument)
{
	struct replanning *work = argument;
	struct context *context = work->context;
	int result = db_run(db, STATEMENT_CYCLE_REPLAN, db_int(work->early),
	    db_text(lapse_code(work->lapse)), db_int(work->cycle->id),
	    db_int(form_number(&context->form, NEW_VERSION)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	result = plan_store(db, work->cycle->id, work->fresh);
	return result != 0 ?
	    result :
	    cycle_record(context, work->cycle,
		plan_detail(context->arena, &work->cycle->plan, work->cycle->early,
		    work->cycle->lapse),
		plan_detail(context->arena, work->fresh, work->early, work->lapse),
		form_text(&context->form, NEW_REASON));
}

int
replan_cycle(struct context *context)
{
	struct cycle cycle;
	struct plan fresh;
	struct replanning work = { context, &cycle, &fresh, false, LAPSE_WARN };
	const char *early = form_text(&context->form, NEW_EARLY);
	int result, status = cycle_find(context, &cycle);

	if (status != 0 || (status = not_reported(context, &cycle)) != 0)
		return status;
	work.early = *early != '\0' ? strcmp(early, "1") == 0 : cycle.early;
	work.lapse = form_given(&context->form, NEW_LAPSE) ?
	    lapse_of(form_text(&context->form, NEW_LAPSE)) :
	    cycle.lapse;
	fresh = cycle.plan;
	plan_read(context, NEW_DAYS, &fresh);
	if (form_ok(&context->form) && !plan_compute(context, &fresh, &status) && status == 0)
		context->form.notice = "Jadwal tidak dapat dihitung: periksa "
				       "hari kerja pada pengaturan.";
	if (status != 0)
		return status;
	/* Looking at other dates first needs no reason yet. */
	if (plan_was_seen(context, NEW_SEEN, &fresh) &&
	    *form_text(&context->form, NEW_REASON) == '\0')
		form_error(&context->form, NEW_REASON, "Alasan wajib diisi.");
	if (!form_ok(&context->form))
		return show_replan_again(context, &cycle, &fresh, 422);
	if (!plan_was_seen(context, NEW_SEEN, &fresh))
		return show_replan_again(context, &cycle, &fresh, 200);
	result = db_txn_world(context->db, replan, &work);
	if (db_stopped(context->db, result) == 409)
		return context_refuse(context, 409,
		    "Jadwal periode ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya untuk melihat jadwal terbaru.");
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/cycles/%lld?done=replanned", (long long)cycle.id);
}
