/* SPDX-License-Identifier: ISC */
/*
 * The register of an agency, or for the auditor of all of the region: a year, a kind or all,
 * the newest first; as a page and as a file to work on.
 */
#include "activity/activity.h"

#include <string.h>

#include "document/listing.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LIST_YEAR, LIST_KIND, LIST_QUERY, LIST_PAGE, LIST_BOM };
const struct field activity_list_fields[] = {
	[LIST_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2000, .max = 2100 },
	[LIST_KIND] = { "kind", FIELD_CHOICE, "Jenis", .choices = activity_kinds },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Kata", .max = 120 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

struct activity_list {
	struct rows rows, years;
	int64_t page;
};

static int
activity_rows(struct context *context, struct rows *rows, int64_t limit, int64_t offset)
{
	const struct form *form = &context->form;
	const char *kind = form_text(form, LIST_KIND), *query = form_text(form, LIST_QUERY);
	int64_t year = form_number(form, LIST_YEAR);
	const struct activity_reach reach = activity_reach(context);

	return db_select(context->db, rows, STATEMENT_ACTIVITY_LIST, reach.region, reach.agency,
	    reach.agency,
	    db_text(arena_format(context->arena, "%04d-01-01", year > 0 ? (int)year : 1000)),
	    db_text(arena_format(context->arena, "%04d-12-31", year > 0 ? (int)year : 9999)),
	    db_text(kind), db_text(kind), db_text(query), db_text(db_like(context->arena, query)),
	    db_int(limit), db_int(offset));
}

static int
read_activities(struct context *context, struct activity_list *list)
{
	const struct activity_reach reach = activity_reach(context);
	int result;

	list->page = page_number(context, LIST_PAGE);
	result = activity_rows(context, &list->rows, PAGE_ROWS + 1, (list->page - 1) * PAGE_ROWS);
	if (result >= 0)
		result = db_select(context->db, &list->years, STATEMENT_ACTIVITY_YEARS,
		    reach.region, reach.agency, reach.agency);
	return context_status(context, result);
}

/* The newest first. */
static void
fill_years(struct context *context, const struct rows *years)
{
	struct node *list = page_node(&context->page, "Years");
	int64_t first = row_int(years, 0, "first"), last = row_int(years, 0, "last");

	for (int64_t year = last; first > 0 && year >= first && year > last - 30; year--) {
		struct node *node = node_row(list, (size_t)(last - year));

		node_set_int(node, "value", year);
		node_set_int(node, "label", year);
	}
}

static void
fill_activity_row(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	struct arena *arena = context->arena;

	node_set_int(node, "id", row_int(rows, row, "id"));
	node_set(node, "title", row_text(rows, row, "title"));
	if (context_may(context, ROLE_AUDITOR))
		node_set(node, "agency", row_text(rows, row, "agency_name"));
	node_set(node, "kind", activity_kind_name(row_text(rows, row, "kind")));
	node_set(node, "days",
	    activity_days(arena, row_text(rows, row, "starts_on"), row_text(rows, row, "ends_on")));
	node_set(node, "place", row_text(rows, row, "place"));
	node_set_int(node, "participants", row_int(rows, row, "participants"));
}

static int
show_activity_list(struct context *context, struct activity_list *list)
{
	const struct form *form = &context->form;
	struct node *rows = page_node(&context->page, "Activities");

	page_turn(context, &list->rows, PAGE_ROWS, list->page,
	    arena_format(context->arena, "/activity/?year=%s&kind=%s&q=%s",
		form_text(form, LIST_YEAR), form_text(form, LIST_KIND),
		query_text(context->arena, form_text(form, LIST_QUERY))));
	for (size_t row = 0; row < list->rows.count; row++)
		fill_activity_row(context, node_row(rows, row), &list->rows, row);
	page_set(&context->page, "Query",
	    arena_format(context->arena, "year=%s&kind=%s&q=%s", form_text(form, LIST_YEAR),
		form_text(form, LIST_KIND),
		query_text(context->arena, form_text(form, LIST_QUERY))));
	fill_years(context, &list->years);
	activity_fill_kinds(context);
	fill_form(context);
	return context_show(context, "activity/list");
}

int
show_activities(struct context *context)
{
	struct activity_list list;
	int status = read_activities(context, &list);

	return status != 0 ? status : show_activity_list(context, &list);
}

struct activity_line {
	const char *agency, *kind, *title, *from, *until, *starts, *ends, *place, *organiser,
	    *hours;
	const char *participants;
};

static struct activity_line
activity_line(struct arena *arena, const struct rows *rows, size_t row)
{
	return (struct activity_line){
		.agency = row_text(rows, row, "agency_name"),
		.kind = activity_kind_name(row_text(rows, row, "kind")),
		.title = row_text(rows, row, "title"),
		.from = words_date(arena, row_text(rows, row, "starts_on")),
		.until = words_date(arena, row_text(rows, row, "ends_on")),
		.starts = activity_clock(arena, row_int(rows, row, "starts_minute")),
		.ends = activity_clock(arena, row_int(rows, row, "ends_minute")),
		.place = row_text(rows, row, "place"),
		.organiser = row_text(rows, row, "organiser"),
		.hours = row_text(rows, row, "hours"),
		.participants = row_text(rows, row, "participants"),
	};
}

int
send_activities(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Jenis", 10, struct activity_line, kind),
		LISTING_MEMBER("Kegiatan", 30, struct activity_line, title),
		LISTING_MEMBER("Mulai", 14, struct activity_line, from),
		LISTING_MEMBER("Selesai", 14, struct activity_line, until),
		LISTING_MEMBER("Jam mulai", 8, struct activity_line, starts),
		LISTING_MEMBER("Jam selesai", 8, struct activity_line, ends),
		LISTING_MEMBER("Tempat", 20, struct activity_line, place),
		LISTING_MEMBER("Penyelenggara", 20, struct activity_line, organiser),
		LISTING_NUMBER("Jam pelajaran", 8, struct activity_line, hours),
		LISTING_NUMBER("Peserta", 8, struct activity_line, participants),
		LISTING_MEMBER("Perangkat daerah", 30, struct activity_line, agency),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Kegiatan",
		.columns = columns,
		.size = sizeof(struct activity_line) };
	struct activity_line *lines;
	struct rows rows;
	int status = context_status(context, activity_rows(context, &rows, LISTING_MAX, 0));

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = activity_line(context->arena, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "kegiatan", &listing, 1);
}
