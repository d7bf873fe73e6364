/* SPDX-License-Identifier: ISC */
/*
 * All agencies of a region with the four stages of their way: identifikasi,
 * pemenuhan, konsultasi, verifikasi.  All of it is computed of what is stored.
 */
#include "plan/region.h"

#include "document/export.h"
#include "document/listing.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LIST_REGION, LIST_YEAR, LIST_QUERY, LIST_PAGE, LIST_MARK };
const struct field agencies_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[LIST_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2018, .max = 2100 },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Nama perangkat daerah", .max = 100 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_MARK] = EXPORT_MARK,
	{ .name = NULL },
};

struct agency_list {
	struct region_year place;
	struct rows rows;
	int64_t page;
};

static int
agency_list_read(struct context *context, int64_t limit, int64_t offset, struct agency_list *list)
{
	const struct form *form = &context->form;
	char today[DAY_TEXT];
	int status;

	list->rows.count = 0;
	list->page = 1;
	if (!form_ok(form))
		return 400;
	status = region_year_find(context, form_number(form, LIST_REGION),
	    form_number(form, LIST_YEAR), &list->place);
	if (status != 0 || list->place.kept == NULL)
		return status;
	return context_status(context,
	    db_select(context->db, &list->rows, STATEMENT_PLAN_AGENCIES,
		db_int(list->place.cycle_id), db_text(form_text(form, LIST_QUERY)), db_text(""),
		db_int(limit), db_int(offset),
		db_text(day_format(today, words_today(list->place.kept->zone))), db_text("")));
}

static const char *
stage_figure(struct arena *arena, const struct improvement_progress *progress)
{
	return progress->all > 0 ?
	    arena_format(arena, "%d dari %d", progress->done, progress->all) :
	    "";
}

static void
fill_agency_way(struct context *context, struct node *node, const struct agency_list *list,
    size_t row)
{
	const struct agency_way way = agency_way(list->place.kept, &list->rows, row);
	struct node *stages = node_child(node, "stages");

	node_set_int(node, "id", row_int(&list->rows, row, "id"));
	node_set(node, "name", row_text(&list->rows, row, "name"));
	node_set(node, "state", state_code(way.state));
	if (way.late > 0)
		node_set_int(node, "late", way.late);
	for (int stage = 0; stage < IMPROVE_STAGES; stage++) {
		struct node *one = node_row(stages, (size_t)stage);

		node_set(one, "code", improvement_progress_code(&way.stages[stage]));
		node_set(one, "figure", stage_figure(context->arena, &way.stages[stage]));
	}
}

static int
agency_list_show(struct context *context, struct agency_list *list)
{
	const struct form *form = &context->form;
	struct node *agencies = page_node(&context->page, "Agencies");

	region_year_fill(context, &list->place);
	page_turn(context, &list->rows, PAGE_ROWS, list->page,
	    arena_format(context->arena, "/plan/?region=%s&year=%s&q=%s",
		form_text(form, LIST_REGION), form_text(form, LIST_YEAR),
		query_text(context->arena, form_text(form, LIST_QUERY))));
	for (size_t row = 0; row < list->rows.count; row++)
		fill_agency_way(context, node_row(agencies, row), list, row);
	fill_form(context);
	return context_show(context, "plan/agencies");
}

int
show_agencies(struct context *context)
{
	struct agency_list list;
	int64_t page = page_number(context, LIST_PAGE);
	int status = agency_list_read(context, PAGE_ROWS + 1, (page - 1) * PAGE_ROWS, &list);

	list.page = page;
	return status != 0 ? status : agency_list_show(context, &list);
}

/* ---- the same as a file ---------------------------------------------------- */

struct way_line {
	const char *agency, *state, *stage[IMPROVE_STAGES], *steps, *done, *late;
};

static const char *
stage_words(struct arena *arena, const struct improvement_progress *progress)
{
	const char *figure = stage_figure(arena, progress);
	const char *words = progress->state == PROGRESS_DONE ?
	    "Selesai" :
	    progress->state == PROGRESS_RUNNING ?
	    "Berjalan" :
	    "Belum";

	return *figure == '\0' ? words : arena_format(arena, "%s (%s)", words, figure);
}

static struct way_line
way_line(struct arena *arena, const struct agency_list *list, size_t row)
{
	const struct agency_way way = agency_way(list->place.kept, &list->rows, row);
	struct way_line line = {
		.agency = row_text(&list->rows, row, "name"),
		.state = state_name(way.state),
		.steps = arena_format(arena, "%d", way.facts.steps),
		.done = arena_format(arena, "%d", way.facts.done),
		.late = arena_format(arena, "%d", way.late),
	};

	for (int stage = 0; stage < IMPROVE_STAGES; stage++)
		line.stage[stage] = stage_words(arena, &way.stages[stage]);
	return line;
}

int
send_agencies(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Perangkat daerah", 22, struct way_line, agency),
		LISTING_MEMBER("Status", 10, struct way_line, state),
		LISTING_MEMBER("Identifikasi", 13, struct way_line, stage[IMPROVE_IDENTIFY]),
		LISTING_MEMBER("Pemenuhan", 13, struct way_line, stage[IMPROVE_FULFIL]),
		LISTING_MEMBER("Konsultasi", 13, struct way_line, stage[IMPROVE_CONSULT]),
		LISTING_MEMBER("Verifikasi", 13, struct way_line, stage[IMPROVE_VERIFY]),
		LISTING_NUMBER("Langkah", 6, struct way_line, steps),
		LISTING_NUMBER("Selesai", 6, struct way_line, done),
		LISTING_NUMBER("Terlambat", 6, struct way_line, late),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Rencana perbaikan",
		.columns = columns,
		.size = sizeof(struct way_line) };
	struct way_line *lines;
	struct agency_list list;
	int status = agency_list_read(context, LISTING_MAX, 0, &list);

	if (status != 0)
		return status;
	lines = arena_array(context->arena, list.rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < list.rows.count; row++)
		lines[row] = way_line(context->arena, &list, row);
	listing.records = lines;
	listing.count = list.rows.count;
	return listing_send(context, "rencana-perbaikan", &listing, 1);
}
