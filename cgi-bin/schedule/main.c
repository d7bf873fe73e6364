/* SPDX-License-Identifier: ISC */
/*
 * The program schedule: when which step of the open cycles is planned, as a
 * page and as a file for the calendar of a telephone (RFC 5545).
 */
#include <string.h>

#include "document/export.h"
#include "document/listing.h"
#include "frame/context.h"
#include "frame/route.h"
#include "frame/words.h"
#include "rules/calendar.h"
#include "rules/workflow.h"
#include "base/banned.h"

enum {
	ROLES = ROLE_OPERATOR | ROLE_HEAD | ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	LINE_OCTETS = 75 /* RFC 5545, 3.1 */
};

/* A province sees the cycles of its regencies and cities beside its own. */
static int
schedule_read_steps(struct context *context, struct rows *rows)
{
	int64_t region = context->actor.region_id;
	int64_t below = context_may(context, ROLE_VALIDATOR) ? region : 0;

	return db_select(context->db, rows, STATEMENT_SCHEDULE_STEPS, db_int(region),
	    db_int(below));
}

static void
fill_step(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	int32_t today = words_today(row_text(rows, row, "timezone"));
	const char *from = row_text(rows, row, "planned_from");
	const char *until = row_text(rows, row, "planned_until");

	node_set_int(node, "number", row_int(rows, row, "step"));
	node_set(node, "name", step_name((int)row_int(rows, row, "step")));
	node_set(node, "from", words_date(context->arena, from));
	node_set(node, "until", words_date(context->arena, until));
	node_set_int(node, "days", row_int(rows, row, "working_days"));
	node_set(node, "state",
	    progress_code(today > day_parse(until) ? STEP_DONE :
		    today >= day_parse(from)       ? STEP_NOW :
						     STEP_LATER));
}

static int
show_steps(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Cycles"), *cycle = NULL;
	int64_t last = 0;
	size_t cycles = 0, steps = 0;

	for (size_t row = 0; row < rows->count; row++) {
		int64_t id = row_int(rows, row, "id");

		if (id != last) {
			cycle = node_row(list, cycles++);
			node_set_int(cycle, "year", row_int(rows, row, "year"));
			node_set(cycle, "region", row_text(rows, row, "region_name"));
			last = id;
			steps = 0;
		}
		fill_step(context, node_row(node_child(cycle, "steps"), steps++), rows, row);
	}
	return context_show(context, "schedule/home");
}

static int
show_schedule(struct context *context)
{
	struct rows rows;
	int result = schedule_read_steps(context, &rows);

	return result < 0 ? context_status(context, result) : show_steps(context, &rows);
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
		.state = today > day_parse(until) ? "Selesai" :
		    today >= day_parse(from)      ? "Sedang berjalan" :
						    "Belum",
	};
}

static int
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

/* One line of content: special signs marked, and folded between characters. */
static void
calendar_add_text(struct buffer *calendar, const char *name, const char *text)
{
	size_t octets = strlen(name) + 1;

	buffer_format(calendar, "%s:", name);
	for (; *text != '\0'; text++) {
		bool marked = strchr(",;\\", *text) != NULL;
		bool begins = ((unsigned char)*text & 0xc0) != 0x80;

		/* No character has more than four. */
		if (begins && octets + 4 > LINE_OCTETS) {
			buffer_text(calendar, "\r\n ");
			octets = 1;
		}
		if (marked)
			buffer_char(calendar, '\\');
		buffer_char(calendar, *text);
		octets += 1 + marked;
	}
	buffer_text(calendar, "\r\n");
}

/* "2026-11-29" as DATE has it. */
static void
calendar_add_day(struct buffer *calendar, const char *name, int32_t day)
{
	char text[DAY_TEXT];

	day_format(text, day);
	buffer_format(calendar, "%s;VALUE=DATE:%.4s%.2s%.2s\r\n", name, text, text + 5, text + 8);
}

static void
calendar_add_event(struct context *context, struct buffer *calendar, const struct rows *rows,
    size_t row)
{
	int step = (int)row_int(rows, row, "step");

	buffer_text(calendar, "BEGIN:VEVENT\r\n");
	/* The same event again, when the plan has moved. */
	buffer_format(calendar, "UID:%lld-%d@matang.%s\r\n", (long long)row_int(rows, row, "id"),
	    step, row_text(rows, row, "region_code"));
	buffer_format(calendar, "DTSTAMP:%s\r\n", row_text(rows, row, "stamp"));
	buffer_format(calendar, "SEQUENCE:%lld\r\n", (long long)row_int(rows, row, "version"));
	calendar_add_day(calendar, "DTSTART", day_parse(row_text(rows, row, "planned_from")));
	/* The first day that is no longer part of it. */
	calendar_add_day(calendar, "DTEND", day_parse(row_text(rows, row, "planned_until")) + 1);
	calendar_add_text(calendar, "SUMMARY",
	    arena_format(context->arena, "Langkah %d, %s: penilaian %lld, %s", step,
		step_name(step), (long long)row_int(rows, row, "year"),
		row_text(rows, row, "region_name")));
	buffer_text(calendar, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

static int
send_calendar(struct context *context)
{
	struct buffer calendar = { .arena = context->arena };
	struct rows rows;
	int result = schedule_read_steps(context, &rows);

	if (result < 0)
		return context_status(context, result);
	buffer_text(&calendar,
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Matang//Jadwal//ID\r\n");
	for (size_t row = 0; row < rows.count; row++)
		calendar_add_event(context, &calendar, &rows, row);
	buffer_text(&calendar, "END:VCALENDAR\r\n");
	answer_header(context->request, "Content-Disposition",
	    "attachment; filename=\"jadwal-penilaian.ics\"");
	answer_send(context->request, 200, "text/calendar; charset=utf-8", calendar.bytes,
	    calendar.length);
	return 0;
}

static const struct route routes[] = {
	{ METHOD_GET, "/", show_schedule, .roles = ROLES },
	{ METHOD_GET, "/table.*", send_schedule, .roles = ROLES, .fields = export_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/calendar", send_calendar, .roles = ROLES },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("schedule", routes);
}
