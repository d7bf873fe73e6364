/* SPDX-License-Identifier: ISC */
/*
 * The complaints that an official reaches, with what is late: as a page and as a file to
 * work on.
 */
#include "complaint/complaint.h"

#include <string.h>

#include "document/listing.h"
#include "frame/kept.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LIST_STATE, LIST_LATE, LIST_QUERY, LIST_PAGE, LIST_BOM };
const struct field complaint_list_fields[] = {
	[LIST_STATE] = { "state", FIELD_CHOICE, "Status", .choices = complaint_states },
	[LIST_LATE] = { "late", FIELD_FLAG, "Terlambat" },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Kata", .max = 120 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

struct complaint_list {
	struct rows rows, rule;
	struct calendar calendar;
	int64_t page;
};

enum { FORWARD_DAYS = 3, ANSWER_DAYS = 5 };

/* The moment (UTC) before which what has waited since is late: the first day whose working
 * days are not over yet begins then. */
static const char *
late_since(struct context *context, const struct calendar *calendar, int days)
{
	enum { MIDNIGHT = 24, LONGEST = 400 };
	int32_t today = words_today(context->actor.zone), day = today;
	char text[DAY_TEXT];

	while (day > today - LONGEST && working_until(calendar, day + 1, days) >= today)
		day--;
	return arena_format(context->arena, "%s %02d:00:00", day_format(text, day),
	    MIDNIGHT - words_zone_hours(context->actor.zone));
}

static int
list_begin(struct context *context, struct complaint_list *list)
{
	int result = kept_world_select(context, &list->rule, STATEMENT_COMPLAINT_RULE,
	    db_int(context->actor.region_id));

	return result < 0 ?
	    context_status(context, result) :
	    calendar_load(context, context->actor.region_id, &list->calendar);
}

static int
rule_days(const struct complaint_list *list, const char *column, int otherwise)
{
	return list->rule.count > 0 ? (int)row_int(&list->rule, 0, column) : otherwise;
}

static int
complaint_rows(struct context *context, struct complaint_list *list, int64_t limit, int64_t offset)
{
	const struct form *form = &context->form;
	const struct reach reach = complaint_reach(context);
	const char *state = form_text(form, LIST_STATE), *query = form_text(form, LIST_QUERY);
	const char *forward = late_since(context, &list->calendar,
	    rule_days(list, "forward_days", FORWARD_DAYS));
	const char *answer = late_since(context, &list->calendar,
	    rule_days(list, "answer_days", ANSWER_DAYS));
	int result = db_select(context->db, &list->rows, STATEMENT_COMPLAINT_LIST, reach.region,
	    reach.agency, reach.agency, reach.confidential, db_text(state), db_text(state),
	    db_text(query), db_text(db_like(context->arena, query)),
	    db_int(form_number(form, LIST_LATE)), db_text(forward), db_text(answer), db_int(limit),
	    db_int(offset));

	return result < 0 ? context_status(context, result) : 0;
}

/* The columns that a due day is counted by, of a row without them. */
static struct due
due_of(const struct context *context, const struct complaint_list *list, size_t row)
{
	const struct rows *rows = &list->rows;
	const char *state = row_text(rows, row, "state");
	struct due due = { .day = DAY_NONE, .waits = "" };
	int days = strcmp(state, "received") == 0 ?
	    rule_days(list, "forward_days", FORWARD_DAYS) :
	    strcmp(state, "forwarded") == 0 ?
	    rule_days(list, "answer_days", ANSWER_DAYS) :
	    0;

	if (days == 0)
		return due;
	due.day = working_until(&list->calendar,
	    words_day(row_text(rows, row, "waiting_since"), context->actor.zone) + 1, days);
	due.left = working_left(&list->calendar, words_today(context->actor.zone), due.day);
	return due;
}

static void
fill_complaint(struct context *context, struct node *node, const struct complaint_list *list,
    size_t row)
{
	const struct rows *rows = &list->rows;
	const struct due due = due_of(context, list, row);

	node_set_int(node, "id", row_int(rows, row, "id"));
	node_set(node, "number", words_complaint(context->arena, row_int(rows, row, "id")));
	node_set(node, "title", row_text(rows, row, "title"));
	node_set(node, "category", complaint_category(row_text(rows, row, "category")));
	node_set(node, "state", row_text(rows, row, "state"));
	node_set(node, "state_name", complaint_state(row_text(rows, row, "state")));
	node_set(node, "agency", row_text(rows, row, "agency_name"));
	node_set(node, "sent",
	    words_day_of(context->arena, row_text(rows, row, "created_at"), context->actor.zone));
	node_set_int(node, "confidential", row_int(rows, row, "confidential"));
	complaint_fill_due(context->arena, node, &due);
}

static int
complaints_show(struct context *context, struct complaint_list *list)
{
	const struct form *form = &context->form;
	struct node *node = page_node(&context->page, "Complaints");
	const char *query = arena_format(context->arena, "state=%s&late=%s&q=%s",
	    form_text(form, LIST_STATE), form_text(form, LIST_LATE),
	    query_text(context->arena, form_text(form, LIST_QUERY)));

	page_turn(context, &list->rows, PAGE_ROWS, list->page,
	    arena_format(context->arena, "/complaint/?%s", query));
	for (size_t row = 0; row < list->rows.count; row++)
		fill_complaint(context, node_row(node, row), list, row);
	page_set(&context->page, "Query", query);
	if (list->rule.count == 0 || row_int(&list->rule, 0, "open") == 0)
		page_set(&context->page, "Closed", "1");
	complaint_fill_choices(context);
	fill_form(context);
	return context_show(context, "complaint/list");
}

int
show_complaints(struct context *context)
{
	struct complaint_list list = { .page = page_number(context, LIST_PAGE) };
	int status = list_begin(context, &list);

	if (status == 0)
		status = complaint_rows(context, &list, PAGE_ROWS + 1, (list.page - 1) * PAGE_ROWS);
	return status != 0 ? status : complaints_show(context, &list);
}

struct complaint_line {
	const char *number, *sent, *category, *title, *place, *state, *agency, *due, *late;
};

static struct complaint_line
complaint_line(struct context *context, const struct complaint_list *list, size_t row)
{
	const struct rows *rows = &list->rows;
	const struct due due = due_of(context, list, row);
	struct arena *arena = context->arena;
	char text[DAY_TEXT];

	return (struct complaint_line){
		.number = words_complaint(arena, row_int(rows, row, "id")),
		.sent = words_day_of(arena, row_text(rows, row, "created_at"), context->actor.zone),
		.category = complaint_category(row_text(rows, row, "category")),
		.title = row_text(rows, row, "title"),
		.place = place_words(arena, row_text(rows, row, "district"),
		    row_text(rows, row, "village")),
		.state = complaint_state(row_text(rows, row, "state")),
		.agency = row_text(rows, row, "agency_name"),
		.due = due.day == DAY_NONE ? "" : words_date(arena, day_format(text, due.day)),
		.late = due.day != DAY_NONE && due.left < 0 ? "ya" : "",
	};
}

int
send_complaints(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Nomor", 9, struct complaint_line, number),
		LISTING_MEMBER("Masuk", 13, struct complaint_line, sent),
		LISTING_MEMBER("Tentang", 14, struct complaint_line, category),
		LISTING_MEMBER("Judul", 28, struct complaint_line, title),
		LISTING_MEMBER("Lokasi", 20, struct complaint_line, place),
		LISTING_MEMBER("Status", 10, struct complaint_line, state),
		LISTING_MEMBER("Perangkat daerah", 20, struct complaint_line, agency),
		LISTING_MEMBER("Batas waktu", 13, struct complaint_line, due),
		LISTING_MEMBER("Terlambat", 8, struct complaint_line, late),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Pengaduan",
		.columns = columns,
		.size = sizeof(struct complaint_line) };
	struct complaint_list list = { .page = 1 };
	struct complaint_line *lines;
	int status = list_begin(context, &list);

	if (status == 0)
		status = complaint_rows(context, &list, LISTING_MAX, 0);
	if (status != 0)
		return status;
	lines = arena_array(context->arena, list.rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < list.rows.count; row++)
		lines[row] = complaint_line(context, &list, row);
	listing.records = lines;
	listing.count = list.rows.count;
	return listing_send(context, "pengaduan", &listing, 1);
}
