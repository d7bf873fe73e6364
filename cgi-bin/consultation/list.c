/* SPDX-License-Identifier: ISC */
/*
 * The questions of an agency, or those that wait for a team: who has waited
 * longest first.
 */
#include "consultation/consultation.h"

#include <string.h>

#include "document/listing.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "rules/team_field.h"
#include "base/banned.h"

static const char *const states[] = { "open", "answered", "closed", NULL };

enum { LIST_STATE, LIST_FIELD, LIST_QUERY, LIST_PAGE, LIST_BOM };
const struct field list_fields[] = {
	[LIST_STATE] = { "state", FIELD_CHOICE, "Status", .choices = states },
	[LIST_FIELD] = { "field", FIELD_CHOICE, "Unsur", .choices = team_field_codes },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Kata", .max = 120 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

struct question_list {
	struct rows rows;
	struct calendar calendar;
	const char *own_field; /* code, of a member of the team; "" */
	int64_t page;
};

int
waited_days(const struct calendar *calendar, const char *zone, const char *since)
{
	int left = working_left(calendar, words_today(zone), words_day(since, zone));

	return left < 0 ? -left : 0;
}

static int
list_rows(struct context *context, struct rows *rows, int64_t limit, int64_t offset)
{
	const struct form *form = &context->form;
	struct db_value agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD) ?
	    db_int(context->actor.agency_id) :
	    db_null();
	const char *state = form_text(form, LIST_STATE), *field = form_text(form, LIST_FIELD);
	const char *query = form_text(form, LIST_QUERY);

	return db_select(context->db, rows, STATEMENT_CONSULTATION_LIST,
	    db_int(context->actor.region_id), agency, agency, db_text(state), db_text(state),
	    db_text(field), db_text(field), db_text(query), db_text(db_like(context->arena, query)),
	    db_int(limit), db_int(offset));
}

static int
own_field(struct context *context, const char **code)
{
	struct rows rows;
	int result;

	*code = "";
	if (!context_may(context, ROLE_VERIFIER))
		return 0;
	result = db_select(context->db, &rows, STATEMENT_CONSULTATION_MEMBER_FIELD,
	    db_int(context->actor.account_id));
	if (result > 0)
		*code = row_text(&rows, 0, "field");
	return context_status(context, result);
}

static int
read_questions(struct context *context, struct question_list *list)
{
	int result, status;

	list->page = page_number(context, LIST_PAGE);
	result = list_rows(context, &list->rows, PAGE_ROWS + 1, (list->page - 1) * PAGE_ROWS);
	if (result < 0)
		return context_status(context, result);
	status = own_field(context, &list->own_field);
	return status != 0 ?
	    status :
	    calendar_load(context, context->actor.region_id, &list->calendar);
}

static void
fill_question(struct context *context, struct node *node, const struct question_list *list,
    size_t row)
{
	const struct rows *rows = &list->rows;
	bool open = strcmp(row_text(rows, row, "state"), "open") == 0;

	node_set_int(node, "id", row_int(rows, row, "id"));
	node_set(node, "title", row_text(rows, row, "title"));
	node_set(node, "state", row_text(rows, row, "state"));
	node_set(node, "agency", row_text(rows, row, "agency_name"));
	node_set(node, "field", team_field_name(row_text(rows, row, "field")));
	node_set(node, "year", row_text(rows, row, "year"));
	node_set_int(node, "variable", row_int(rows, row, "variable_number"));
	node_set(node, "level", words_roman(row_int(rows, row, "level")));
	if (open)
		node_set_int(node, "waited",
		    waited_days(&list->calendar, context->actor.zone,
			row_text(rows, row, "waiting_since")));
}

static void
fill_choices(struct context *context, const struct question_list *list)
{
	struct node *fields = page_node(&context->page, "Fields");

	for (size_t at = 0; at < TEAM_FIELDS; at++) {
		struct node *node = node_row(fields, at);

		node_set(node, "value", team_field_codes[at]);
		node_set(node, "label", team_field_name(team_field_codes[at]));
	}
	page_set(&context->page, "Own.field", list->own_field);
	page_set(&context->page, "Own.name", team_field_name(list->own_field));
}

static int
show_questions(struct context *context, struct question_list *list)
{
	const struct form *form = &context->form;

	page_turn(context, &list->rows, PAGE_ROWS, list->page,
	    arena_format(context->arena, "/consultation/?state=%s&field=%s&q=%s",
		form_text(form, LIST_STATE), form_text(form, LIST_FIELD),
		query_text(context->arena, form_text(form, LIST_QUERY))));
	for (size_t row = 0; row < list->rows.count; row++)
		fill_question(context, node_row(page_node(&context->page, "Questions"), row), list,
		    row);
	fill_choices(context, list);
	fill_form(context);
	return context_show(context, "consultation/list");
}

int
show_consultations(struct context *context)
{
	struct question_list list;
	int status = read_questions(context, &list);

	return status != 0 ? status : show_questions(context, &list);
}

/* One question as a line of the file. */
struct question_line {
	const char *year, *agency, *variable, *level, *title, *field, *state, *since;
};

static const char *
question_state_words(const char *state)
{
	if (strcmp(state, "open") == 0)
		return "Menunggu jawaban";
	return strcmp(state, "answered") == 0 ? "Terjawab" : "Selesai";
}

static struct question_line
question_line(struct context *context, const struct rows *rows, size_t row)
{
	return (struct question_line){
		.year = row_text(rows, row, "year"),
		.agency = row_text(rows, row, "agency_name"),
		.variable = row_text(rows, row, "variable_number"),
		.level = words_roman(row_int(rows, row, "level")),
		.title = row_text(rows, row, "title"),
		.field = team_field_name(row_text(rows, row, "field")),
		.state = question_state_words(row_text(rows, row, "state")),
		.since = words_day_of(context->arena, row_text(rows, row, "waiting_since"),
		    context->actor.zone),
	};
}

int
send_consultations(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_NUMBER("Tahun", 8, struct question_line, year),
		LISTING_MEMBER("Perangkat daerah", 25, struct question_line, agency),
		LISTING_NUMBER("Variabel", 8, struct question_line, variable),
		LISTING_MEMBER("Tingkat", 8, struct question_line, level),
		LISTING_MEMBER("Pertanyaan", 30, struct question_line, title),
		LISTING_MEMBER("Unsur", 12, struct question_line, field),
		LISTING_MEMBER("Status", 14, struct question_line, state),
		LISTING_MEMBER("Sejak", 14, struct question_line, since),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Konsultasi",
		.columns = columns,
		.size = sizeof(struct question_line) };
	struct question_line *lines;
	struct rows rows;
	int status = context_status(context, list_rows(context, &rows, LISTING_MAX, 0));

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = question_line(context, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "konsultasi", &listing, 1);
}
