/* SPDX-License-Identifier: ISC */
/*
 * When which step of the open cycles is planned, and how far its agencies are; who
 * judges sees which of them ask for more time.
 */
#include <string.h>

#include "document/export.h"
#include "document/listing.h"
#include "frame/words.h"
#include "rules/calendar.h"
#include "rules/workflow.h"
#include "schedule/schedule.h"
#include "base/banned.h"

/* A province sees the cycles of its regencies and cities beside its own. */
static int64_t
schedule_below(const struct context *context)
{
	return context_may(context, ROLE_VALIDATOR) ? context->actor.region_id : 0;
}

int
schedule_read_steps(struct context *context, struct rows *rows)
{
	int64_t agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD) ?
	    context->actor.agency_id :
	    0;

	return db_select(context->db, rows, STATEMENT_SCHEDULE_STEPS, db_int(agency),
	    db_int(context->actor.region_id), db_int(schedule_below(context)));
}

/* What the page shows. */
struct schedule {
	struct rows steps;
	struct rows progress; /* a row for each cycle */
	struct rows waiting;  /* requests for more time, for who answers them */
	int *left;            /* working days of each step that runs now */
};

static bool
step_runs(const struct rows *steps, size_t row)
{
	int32_t today = words_today(row_text(steps, row, "timezone"));

	return today >= day_parse(row_text(steps, row, "planned_from")) &&
	    today <= day_parse(row_text(steps, row, "planned_until"));
}

/* By the holidays of the region whose cycle it is. */
static int
schedule_read_left(struct context *context, struct schedule *schedule)
{
	const struct rows *steps = &schedule->steps;
	struct calendar calendar;
	int status = 0;

	schedule->left = arena_array(context->arena, steps->count + 1, sizeof(*schedule->left));
	for (size_t row = 0; row < steps->count && status == 0; row++) {
		if (!step_runs(steps, row))
			continue;
		status = calendar_load(context, row_int(steps, row, "region_id"), &calendar);
		if (status == 0)
			schedule->left[row] = working_left(&calendar,
			    words_today(row_text(steps, row, "timezone")),
			    day_parse(row_text(steps, row, "planned_until")));
	}
	return status;
}

static int
schedule_read(struct context *context, struct schedule *schedule)
{
	int result = schedule_read_steps(context, &schedule->steps);

	if (result > 0)
		result = db_select(context->db, &schedule->progress, STATEMENT_SCHEDULE_PROGRESS,
		    db_int(context->actor.region_id), db_int(schedule_below(context)));
	if (result >= 0 && context_may(context, ROLE_VERIFIER))
		result = db_select(context->db, &schedule->waiting, STATEMENT_SCHEDULE_WAITING,
		    db_int(context->actor.region_id));
	return result < 0 ? context_status(context, result) : schedule_read_left(context, schedule);
}

/* How far the agencies of a cycle have come in a step: "3 November 2026", "12 dari 20
 * perangkat daerah", or "" where nobody has. */
static const char *
step_progress_words(struct arena *arena, const struct rows *progress, int64_t cycle_id, int step,
    const char *zone)
{
	size_t row = 0;
	int64_t done, agencies;

	while (row < progress->count && row_int(progress, row, "cycle_id") != cycle_id)
		row++;
	if (row == progress->count || step > 6)
		return "";
	if (step <= 2)
		return words_day_of(arena, row_text(progress, row, step == 1 ? "at_1" : "at_2"),
		    zone);
	done = row_int(progress, row,
	    step == 3     ? "done_3" :
		step == 4 ? "done_4" :
		step == 5 ? "done_5" :
			    "done_6");
	agencies = row_int(progress, row, "agencies");
	if (step == 3 && done == agencies)
		return words_day_of(arena, row_text(progress, row, "at_3"), zone);
	return done == 0 ?
	    "" :
	    arena_format(arena, "%lld dari %lld perangkat daerah", (long long)done,
		(long long)agencies);
}

static void
fill_step(struct context *context, struct node *node, const struct schedule *schedule, size_t row)
{
	const struct rows *rows = &schedule->steps;
	const char *zone = row_text(rows, row, "timezone");
	int32_t today = words_today(zone);
	const char *from = row_text(rows, row, "planned_from");
	const char *until = row_text(rows, row, "planned_until");
	int step = (int)row_int(rows, row, "step");

	node_set_int(node, "number", step);
	node_set(node, "name", step_name(step));
	node_set(node, "from", words_date(context->arena, from));
	node_set(node, "until", words_date(context->arena, until));
	node_set_int(node, "days", row_int(rows, row, "working_days"));
	node_set(node, "really",
	    step_progress_words(context->arena, &schedule->progress, row_int(rows, row, "id"), step,
		zone));
	if (step_runs(rows, row))
		node_set(node, "left", words_left(context->arena, schedule->left[row]));
	node_set(node, "state",
	    progress_code(today > day_parse(until) ? STEP_DONE :
		    today >= day_parse(from)       ? STEP_NOW :
						     STEP_LATER));
}

static void
fill_waiting(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Waiting");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, rows, row);
		node_set(node, "until_words",
		    words_date(context->arena, row_text(rows, row, "until")));
		node_set(node, "asked_words",
		    words_day_of(context->arena, row_text(rows, row, "asked_at"),
			context->actor.zone));
	}
}

static int
show_steps(struct context *context, const struct schedule *schedule)
{
	struct node *list = page_node(&context->page, "Cycles"), *cycle = NULL;
	const struct rows *rows = &schedule->steps;
	int64_t last = 0;
	size_t cycles = 0, steps = 0;

	for (size_t row = 0; row < rows->count; row++) {
		int64_t id = row_int(rows, row, "id");

		if (id != last) {
			cycle = node_row(list, cycles++);
			node_set_int(cycle, "year", row_int(rows, row, "year"));
			node_set(cycle, "region", row_text(rows, row, "region_name"));
			node_set(cycle, "assessment", row_text(rows, row, "assessment_id"));
			last = id;
			steps = 0;
		}
		fill_step(context, node_row(node_child(cycle, "steps"), steps++), schedule, row);
	}
	fill_waiting(context, &schedule->waiting);
	return context_show(context, "schedule/home");
}

int
show_schedule(struct context *context)
{
	struct schedule schedule = { .steps = { 0 } };
	int status = schedule_read(context, &schedule);

	return status != 0 ? status : show_steps(context, &schedule);
}

/* One step as a line of the file. */
struct step_line {
	const char *region, *year, *step, *from, *until, *days, *state;
};

static struct step_line
step_line(struct arena *arena, const struct rows *rows, size_t row)
{
	int32_t today = words_today(row_text(rows, row, "timezone"));
	const char *from = row_text(rows, row, "planned_from");
	const char *until = row_text(rows, row, "planned_until");
	int step = (int)row_int(rows, row, "step");

	return (struct step_line){
		.region = row_text(rows, row, "region_name"),
		.year = row_text(rows, row, "year"),
		.step = arena_format(arena, "%d. %s", step, step_name(step)),
		.from = words_date(arena, from),
		.until = words_date(arena, until),
		.days = row_text(rows, row, "working_days"),
		.state = today > day_parse(until) ? "Sudah lewat" :
		    today >= day_parse(from)      ? "Sedang berjalan" :
						    "Belum mulai",
	};
}

int
send_schedule(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Daerah", 25, struct step_line, region),
		LISTING_NUMBER("Tahun", 8, struct step_line, year),
		LISTING_MEMBER("Langkah", 25, struct step_line, step),
		LISTING_MEMBER("Mulai", 14, struct step_line, from),
		LISTING_MEMBER("Sampai", 14, struct step_line, until),
		LISTING_NUMBER("Hari kerja", 8, struct step_line, days),
		LISTING_MEMBER("Status", 12, struct step_line, state),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Jadwal",
		.columns = columns,
		.size = sizeof(struct step_line) };
	struct step_line *lines;
	struct rows rows;
	int status = context_status(context, schedule_read_steps(context, &rows));

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = step_line(context->arena, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "jadwal", &listing, 1);
}
