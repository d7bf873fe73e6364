/* SPDX-License-Identifier: ISC */
/*
 * What people said, as the officials of a public consultation read it, as a page and as a
 * file to work on; who they are stands nowhere.
 */
#include "forum/forum.h"

#include <string.h>

#include "document/listing.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "guest/place.h"
#include "base/banned.h"

const char *const opinion_state_codes[] = { "waiting", "released", "withheld", NULL };
const char *const opinion_decided_codes[] = { "none", "answered", "accommodated", "partly",
	"refused", NULL };

enum { LIST_STATE, LIST_DECISION, LIST_THEME, LIST_QUERY, LIST_PAGE, LIST_BOM };
const struct field opinion_list_fields[] = {
	OPINIONS_ASKED_FIELDS(LIST_STATE, LIST_DECISION, LIST_THEME, LIST_QUERY, LIST_PAGE),
	[LIST_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

struct opinion_list {
	struct hearing hearing;
	struct rows rows, replies, questions, themes;
	struct opinions_asked asked;
};

static struct opinions_asked
opinions_asked(const struct context *context)
{
	const struct form *form = &context->form;

	return (struct opinions_asked){
		.state = form_text(form, LIST_STATE),
		.decided = form_text(form, LIST_DECISION),
		.query = form_text(form, LIST_QUERY),
		.about = form_number(form, LIST_THEME),
		.page = page_number(context, LIST_PAGE),
	};
}

static const char *
opinion_state_name(const char *code)
{
	return strcmp(code, "released") == 0 ?
	    "Dirilis" :
	    strcmp(code, "withheld") == 0 ?
	    "Tidak dirilis" :
	    "Menunggu diperiksa";
}

static int
opinion_rows(struct context *context, struct opinion_list *list, int64_t limit, int64_t offset)
{
	struct db_value state = db_text(list->asked.state);
	struct db_value decision = db_text(list->asked.decided);
	struct db_value theme = db_int(list->asked.about);
	const char *query = list->asked.query;

	return db_select(context->db, &list->rows, STATEMENT_FORUM_OPINIONS,
	    db_int(list->hearing.id), state, state, decision, decision, decision, theme, theme,
	    db_text(query), db_text(db_like(context->arena, query)), db_int(limit), db_int(offset));
}

static int
read_opinions(struct context *context, struct opinion_list *list, int64_t limit, int64_t offset)
{
	int status = hearing_find_read(context, &list->hearing), result;
	int64_t id = list->hearing.id;

	if (status != 0)
		return status;
	result = opinion_rows(context, list, limit, offset);
	if (result > 0)
		result = db_select(context->db, &list->replies, STATEMENT_FORUM_REPLIES, db_int(id),
		    db_int(row_int(&list->rows, 0, "id")),
		    db_int(row_int(&list->rows, list->rows.count - 1, "id")));
	if (result >= 0)
		result = db_select(context->db, &list->questions, STATEMENT_FORUM_QUESTIONS,
		    db_int(id));
	if (result >= 0)
		result = db_select(context->db, &list->themes, STATEMENT_FORUM_THEMES, db_int(id));
	return context_status(context, result);
}

/* What one said to a question, in rows in the order of opinions, then of questions. */
static const char *
reply_of(const struct rows *replies, int64_t opinion, int64_t question)
{
	size_t low = 0, high = replies->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int64_t at = row_int(replies, middle, "opinion_id");

		if (at < opinion ||
		    (at == opinion && row_int(replies, middle, "question_id") < question))
			low = middle + 1;
		else
			high = middle;
	}
	return low < replies->count && row_int(replies, low, "opinion_id") == opinion &&
		row_int(replies, low, "question_id") == question ?
	    row_text(replies, low, "said") :
	    "";
}

static void
fill_replies(struct node *node, const struct opinion_list *list, int64_t opinion)
{
	size_t count = 0;
	int64_t before = 0;

	for (size_t row = 0; row < list->questions.count; row++) {
		int64_t id = row_int(&list->questions, row, "id");
		const char *said = id == before ? "" : reply_of(&list->replies, opinion, id);

		before = id;
		if (*said == '\0')
			continue;
		node_set(node_row(node, count), "wording",
		    row_text(&list->questions, row, "wording"));
		node_set(node_row(node, count++), "said", said);
	}
}

static void
fill_opinion(struct context *context, struct node *node, const struct opinion_list *list,
    size_t row)
{
	const struct rows *rows = &list->rows;

	fill_row(node, rows, row);
	node_set(node, "state_name", opinion_state_name(row_text(rows, row, "state")));
	node_set(node, "decision_name", decision_name(row_text(rows, row, "decision")));
	node_set(node, "place",
	    place_words(context->arena, row_text(rows, row, "district"),
		row_text(rows, row, "village")));
	node_set(node, "at",
	    words_time(context->arena, row_text(rows, row, "received_at"), context->actor.zone));
	fill_replies(node_child(node, "replies"), list, row_int(rows, row, "id"));
}

static void
fill_choices_of(struct context *context)
{
	static const char *const states[] = { "Menunggu diperiksa", "Dirilis", "Tidak dirilis" };
	struct node *list = page_node(&context->page, "States");
	struct node *decided = page_node(&context->page, "Decided");
	struct node *decisions = page_node(&context->page, "Decisions");

	for (size_t at = 0; opinion_state_codes[at] != NULL; at++) {
		node_set(node_row(list, at), "value", opinion_state_codes[at]);
		node_set(node_row(list, at), "label", states[at]);
	}
	for (size_t at = 0; opinion_decided_codes[at] != NULL; at++) {
		const char *name = at == 0 ?
		    "Belum diputuskan" :
		    decision_name(opinion_decided_codes[at]);

		node_set(node_row(decided, at), "value", opinion_decided_codes[at]);
		node_set(node_row(decided, at), "label", name);
		if (at > 0) {
			node_set(node_row(decisions, at - 1), "value", opinion_decided_codes[at]);
			node_set(node_row(decisions, at - 1), "label", name);
		}
	}
}

const char *
opinions_query(struct arena *arena, const struct opinions_asked *asked)
{
	return arena_format(arena, "state=%s&decided=%s&about=%s&q=%s", asked->state,
	    asked->decided,
	    asked->about != 0 ? arena_format(arena, "%lld", (long long)asked->about) : "",
	    query_text(arena, asked->query));
}

static void
fill_opinion_list(struct context *context, struct opinion_list *list)
{
	struct node *rows = page_node(&context->page, "Opinions");
	struct node *themes = page_node(&context->page, "Themes");
	const char *query = opinions_query(context->arena, &list->asked);

	page_turn(context, &list->rows, PAGE_ROWS, list->asked.page,
	    arena_format(context->arena, "/forum/desk/%lld/opinions?%s",
		(long long)list->hearing.id, query));
	page_set(&context->page, "Query", query);
	for (size_t row = 0; row < list->rows.count; row++)
		fill_opinion(context, node_row(rows, row), list, row);
	for (size_t row = 0; row < list->themes.count; row++) {
		node_set(node_row(themes, row), "value", row_text(&list->themes, row, "id"));
		node_set(node_row(themes, row), "label", row_text(&list->themes, row, "name"));
	}
	fill_choices_of(context);
	hearing_fill(context, &list->hearing);
}

/* A page of them. */
static int
read_opinion_page(struct context *context, struct opinion_list *list)
{
	return read_opinions(context, list, PAGE_ROWS + 1, (list->asked.page - 1) * PAGE_ROWS);
}

int
show_opinions(struct context *context)
{
	struct opinion_list list = { .asked = opinions_asked(context) };
	int status = read_opinion_page(context, &list);

	if (status != 0)
		return status;
	fill_opinion_list(context, &list);
	fill_form(context);
	return context_show(context, "forum/opinions");
}

int
opinions_show_errors(struct context *context, const struct opinions_asked *asked)
{
	struct opinion_list list = { .asked = *asked };
	int status = read_opinion_page(context, &list);

	if (status != 0)
		return status;
	fill_opinion_list(context, &list);
	return context_show_errors(context, "forum/opinions");
}

/* ---- as a file ---------------------------------------------------------------------- */

struct opinion_line {
	const char *number, *at, *place, *body, *replies, *themes, *supports, *state, *decision,
	    *answer;
};

static const char *
replies_line(struct context *context, const struct opinion_list *list, int64_t opinion)
{
	struct buffer text = { .arena = context->arena };
	int64_t before = 0;

	buffer_text(&text, "");
	for (size_t row = 0; row < list->questions.count; row++) {
		int64_t id = row_int(&list->questions, row, "id");
		const char *said = id == before ? "" : reply_of(&list->replies, opinion, id);

		before = id;
		if (*said != '\0')
			buffer_format(&text, "%s%s: %s", text.length > 0 ? "\n" : "",
			    row_text(&list->questions, row, "wording"), said);
	}
	return text.bytes;
}

static struct opinion_line
opinion_line(struct context *context, const struct opinion_list *list, size_t row)
{
	const struct rows *rows = &list->rows;
	struct arena *arena = context->arena;

	return (struct opinion_line){
		.number = row_text(rows, row, "id"),
		.at = words_time(arena, row_text(rows, row, "received_at"), context->actor.zone),
		.place = place_words(arena, row_text(rows, row, "district"),
		    row_text(rows, row, "village")),
		.body = row_text(rows, row, "body"),
		.replies = replies_line(context, list, row_int(rows, row, "id")),
		.themes = row_text(rows, row, "themes"),
		.supports = row_text(rows, row, "supports"),
		.state = opinion_state_name(row_text(rows, row, "state")),
		.decision = decision_name(row_text(rows, row, "decision")),
		.answer = row_text(rows, row, "answer"),
	};
}

static int
send_opinion_list(struct context *context, const struct opinion_list *list)
{
	static const struct listing_column columns[] = {
		LISTING_NUMBER("Nomor", 6, struct opinion_line, number),
		LISTING_MEMBER("Diterima", 16, struct opinion_line, at),
		LISTING_MEMBER("Lokasi", 20, struct opinion_line, place),
		LISTING_MEMBER("Pendapat", 40, struct opinion_line, body),
		LISTING_MEMBER("Jawaban pertanyaan", 40, struct opinion_line, replies),
		LISTING_MEMBER("Tema", 16, struct opinion_line, themes),
		LISTING_NUMBER("Dukungan", 8, struct opinion_line, supports),
		LISTING_MEMBER("Status", 14, struct opinion_line, state),
		LISTING_MEMBER("Keputusan", 16, struct opinion_line, decision),
		LISTING_MEMBER("Jawaban atau alasan", 40, struct opinion_line, answer),
		{ .label = NULL },
	};
	struct opinion_line *lines = arena_array(context->arena, list->rows.count + 1,
	    sizeof(*lines));
	struct listing listing = { .title = "Pendapat",
		.columns = columns,
		.size = sizeof(*lines),
		.records = lines,
		.count = list->rows.count };

	for (size_t row = 0; row < list->rows.count; row++)
		lines[row] = opinion_line(context, list, row);
	return listing_send(context, "pendapat", &listing, 1);
}

int
send_opinions(struct context *context)
{
	struct opinion_list list = { .asked = opinions_asked(context) };
	int status = read_opinions(context, &list, LISTING_MAX, 0);

	return status != 0 ? status : send_opinion_list(context, &list);
}
