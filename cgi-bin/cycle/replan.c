/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "frame/words.h"
#include "base/banned.h"

/* Other dates for a cycle, with a reason; its agencies work by them. */

enum { NEW_DAYS, NEW_SEEN, NEW_REASON, NEW_VERSION };
const struct field replan_fields[] = {
	[NEW_DAYS] = { "days-", FIELD_NUMBER, "Lama langkah", true },
	[NEW_SEEN] = { "seen", FIELD_TEXT, "Jadwal", .max = PLAN_TEXT },
	[NEW_REASON] = { "reason", FIELD_LINES, "Alasan", .max = 1000 },
	[NEW_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

static int
show_replan_form(struct visit *visit, const struct cycle *cycle,
    const struct plan *fresh, int status)
{
	plan_fill(visit, "Old", &cycle->plan);
	plan_fill(visit, "Plan", fresh);
	plan_set_seen(visit, fresh);
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
	int status = cycle_find(visit, &cycle);

	if (status != 0 || (status = not_reported(visit, &cycle)) != 0)
		return status;
	fresh = cycle.plan;
	plan_compute(visit, &fresh, &status);
	if (status != 0)
		return status;
	plan_set_days(visit, &fresh);
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
	return result != 0 ? result : cycle_record(visit, work->cycle,
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
	int result, status = cycle_find(visit, &cycle);

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
	if (plan_was_seen(visit, NEW_SEEN, &fresh) &&
	    *form_text(&visit->form, NEW_REASON) == '\0')
		form_error(&visit->form, NEW_REASON, "Alasan wajib diisi.");
	fill_form(visit);
	if (!form_ok(&visit->form))
		return show_replan_form(visit, &cycle, &fresh, 422);
	if (!plan_was_seen(visit, NEW_SEEN, &fresh)) {
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
