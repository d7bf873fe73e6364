/* SPDX-License-Identifier: ISC */
/*
 * The same for the calendar of a telephone (RFC 5545): an event for each step, of
 * which a moved one is the same event again, with a higher sequence.
 */
#include <string.h>

#include "rules/calendar.h"
#include "rules/workflow.h"
#include "schedule/schedule.h"
#include "base/banned.h"

enum { LINE_OCTETS = 75 /* RFC 5545, 3.1 */ };

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
	buffer_format(calendar, "UID:%lld-%d%s%s@matang.%s\r\n",
	    (long long)row_int(rows, row, "id"), step, row_null(rows, row, "served_id") ? "" : "-",
	    row_text(rows, row, "served_id"), row_text(rows, row, "region_code"));
	buffer_format(calendar, "DTSTAMP:%s\r\n", row_text(rows, row, "stamp"));
	buffer_format(calendar, "SEQUENCE:%lld\r\n", (long long)row_int(rows, row, "sequence"));
	calendar_add_day(calendar, "DTSTART", day_parse(row_text(rows, row, "planned_from")));
	/* The first day that is no longer part of it. */
	calendar_add_day(calendar, "DTEND", day_parse(row_text(rows, row, "planned_until")) + 1);
	calendar_add_text(calendar, "SUMMARY",
	    arena_format(context->arena, "Langkah %d, %s: penilaian %lld, %s", step,
		step_name(step), (long long)row_int(rows, row, "year"),
		row_null(rows, row, "served_id") ? row_text(rows, row, "region_name") :
						   row_text(rows, row, "served")));
	buffer_text(calendar, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

void
schedule_send_calendar(struct context *context, const struct rows *steps, const char *as)
{
	struct buffer calendar = { .arena = context->arena };

	buffer_text(&calendar,
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Matang//Jadwal//ID\r\n");
	for (size_t row = 0; row < steps->count; row++)
		calendar_add_event(context, &calendar, steps, row);
	buffer_text(&calendar, "END:VCALENDAR\r\n");
	answer_header(context->request, "Content-Disposition",
	    arena_format(context->arena, "%s; filename=\"jadwal-penilaian.ics\"", as));
	answer_send(context->request, 200, "text/calendar; charset=utf-8", calendar.bytes,
	    calendar.length);
}

int
send_calendar(struct context *context)
{
	struct rows rows;
	int result = schedule_read_steps(context, &rows);

	if (result < 0)
		return context_status(context, result);
	schedule_send_calendar(context, &rows, "attachment");
	return 0;
}
