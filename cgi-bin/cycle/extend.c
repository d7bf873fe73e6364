/* SPDX-License-Identifier: ISC */
/*
 * More time in one step of a cycle that runs, for one agency, several or all, with a
 * reason that stays in its history.  Whoever is given more is told.
 */
#include <string.h>

#include "assessment/assessment.h"
#include "assessment/last_day.h"
#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "frame/words.h"
#include "base/banned.h"

static const char *const extended_steps[] = { "4", "5", "6", NULL };

enum { EXTEND_STEP, EXTEND_UNTIL, EXTEND_ALL, EXTEND_AGENCY, EXTEND_REASON };
const struct field extend_fields[] = {
	[EXTEND_STEP] = { "step", FIELD_CHOICE, "Langkah", true, .choices = extended_steps },
	[EXTEND_UNTIL] = { "until", FIELD_DATE, "Sampai tanggal", true },
	[EXTEND_ALL] = { "all", FIELD_FLAG, "Semua perangkat daerah" },
	[EXTEND_AGENCY] = { "agency-", FIELD_FLAG, "Perangkat daerah" },
	[EXTEND_REASON] = { "reason", FIELD_LINES, "Alasan", true, .min = 5, .max = 1000 },
	{ 0 },
};

struct extending {
	struct context *context;
	const struct cycle *cycle;
	struct rows agencies; /* that have not left it, by name */
	int step;
	int32_t day;
};

/* The last day of a step for an agency, as it is. */
static int32_t
agency_until(const struct extending *extending, size_t row, int step)
{
	int32_t planned = extending->cycle->plan.spans[step - 1].until;
	const char *own = row_text(&extending->agencies, row,
	    step == 4     ? "until_4" :
		step == 5 ? "until_5" :
			    "until_6");
	int32_t day = *own != '\0' ? day_parse(own) : DAY_NONE;

	return day > planned ? day : planned;
}

static bool
agency_chosen(const struct extending *extending, size_t row)
{
	const struct form *form = &extending->context->form;

	return form_given(form, EXTEND_ALL) ||
	    form_member(form, EXTEND_AGENCY, row_int(&extending->agencies, row, "assessment_id")) !=
	    NULL;
}

static int
extending_read(struct context *context, const struct cycle *cycle, struct extending *extending)
{
	int result;

	*extending = (struct extending){ .context = context, .cycle = cycle };
	if (strcmp(cycle->state, "open") != 0)
		return context_refuse(context, 409,
		    "Batas waktu diperpanjang selama periode dibuka. Periode ini sedang tidak "
		    "dibuka.");
	result = db_select(context->db, &extending->agencies, STATEMENT_CYCLE_LAST_DAYS,
	    db_int(cycle->id));
	return result < 0 ? context_status(context, result) : 0;
}

static void
extend_fill_agency(const struct extending *extending, struct node *node, size_t row)
{
	struct context *context = extending->context;
	struct node *days = node_child(node, "days");
	enum state state = STATE_NOT_STARTED;
	char text[DAY_TEXT];

	fill_row(node, &extending->agencies, row);
	state_of(row_text(&extending->agencies, row, "state"), &state);
	node_set(node, "state_name", state_name(state));
	if (agency_chosen(extending, row))
		node_set(node, "chosen", "1");
	for (int step = LAST_DAY_FIRST; step <= LAST_DAY_LAST; step++) {
		int32_t day = agency_until(extending, row, step);
		struct node *own = node_row(days, (size_t)(step - LAST_DAY_FIRST));

		node_set(own, "label", step_name(step));
		node_set(own, "until", words_date(context->arena, day_format(text, day)));
		if (day != extending->cycle->plan.spans[step - 1].until)
			node_set(own, "own", "1");
	}
}

static int
extend_show(const struct extending *extending, int status)
{
	struct context *context = extending->context;
	struct node *list = page_node(&context->page, "Agencies");
	struct node *steps = page_node(&context->page, "Options.steps");

	cycle_fill(context, extending->cycle);
	page_set_int(&context->page, "AgencyCount", (int64_t)extending->agencies.count);
	for (int step = LAST_DAY_FIRST; step <= LAST_DAY_LAST; step++) {
		struct node *node = node_row(steps, (size_t)(step - LAST_DAY_FIRST));

		node_set_int(node, "value", step);
		node_set(node, "label",
		    last_day_words(context->arena, step,
			extending->cycle->plan.spans[step - 1].until));
	}
	for (size_t row = 0; row < extending->agencies.count; row++)
		extend_fill_agency(extending, node_row(list, row), row);
	return context_show_status(context, "cycle/extend", status);
}

int
show_extend(struct context *context)
{
	struct cycle cycle;
	struct extending extending;
	int status = cycle_find(context, &cycle);

	if (status == 0)
		status = extending_read(context, &cycle, &extending);
	return status != 0 ? status : extend_show(&extending, 200);
}

/* A later working day than each of them has. */
static void
check_extension(const struct extending *extending, const struct calendar *calendar)
{
	struct context *context = extending->context;
	struct form *form = &context->form;
	char text[DAY_TEXT];
	size_t chosen = 0;

	for (size_t row = 0; row < extending->agencies.count; row++) {
		if (!agency_chosen(extending, row))
			continue;
		chosen++;
		if (agency_until(extending, row, extending->step) >= extending->day)
			form_error(form, EXTEND_UNTIL,
			    "Sampai tanggal: batas waktu %s sudah %s. Pilih tanggal sesudahnya.",
			    row_text(&extending->agencies, row, "agency_name"),
			    words_date(context->arena,
				day_format(text, agency_until(extending, row, extending->step))));
	}
	if (chosen == 0)
		form_error(form, EXTEND_ALL,
		    "Pilih semua perangkat daerah, atau paling sedikit satu.");
	if (!working_day(calendar, extending->day))
		form_error(form, EXTEND_UNTIL,
		    "Sampai tanggal: hari itu hari libur. Pilih hari kerja.");
}

static int
extend(struct db *db, void *argument)
{
	struct extending *extending = argument;
	const struct cycle *cycle = extending->cycle;
	const struct rows *rows = &extending->agencies;
	int result = 0;

	(void)db;
	for (size_t row = 0; row < rows->count && result == 0; row++)
		if (agency_chosen(extending, row))
			result = last_day_give(extending->context,
			    &(struct last_day){ .region_id = cycle->region_id,
				.cycle_id = cycle->id,
				.assessment_id = row_int(rows, row, "assessment_id"),
				.agency_id = row_int(rows, row, "agency_id"),
				.year = cycle->year,
				.agency_name = row_text(rows, row, "agency_name"),
				.step = extending->step,
				.was = agency_until(extending, row, extending->step),
				.day = extending->day,
				.reason = form_text(&extending->context->form, EXTEND_REASON) });
	return result;
}

int
extend_cycle(struct context *context)
{
	struct cycle cycle;
	struct extending extending;
	struct calendar calendar;
	int result, status = cycle_find(context, &cycle);

	if (status == 0)
		status = extending_read(context, &cycle, &extending);
	if (status == 0)
		status = calendar_load(context, cycle.region_id, &calendar);
	if (status != 0)
		return status;
	if (context->form.values[EXTEND_STEP].error == NULL &&
	    context->form.values[EXTEND_UNTIL].error == NULL) {
		extending.step = LAST_DAY_FIRST + (int)form_number(&context->form, EXTEND_STEP);
		extending.day = (int32_t)form_number(&context->form, EXTEND_UNTIL);
		check_extension(&extending, &calendar);
	}
	if (!form_ok(&context->form)) {
		fill_form(context);
		return extend_show(&extending, 422);
	}
	result = db_txn(context->db, extend, &extending);
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/cycle/cycles/%lld?done=extended", (long long)cycle.id);
}
