/* SPDX-License-Identifier: ISC */
/*
 * What everybody reads of public consultations: the list, made once and sent as it is until
 * one is opened, extended, closed or published, which raises the world's stamp; and a page
 * for each, kept until its number goes up (hearing.shown), which whatever it shows does: an
 * opinion that is released, a support, an answer, the result.
 */
#include "forum/forum.h"

#include <string.h>

#include "frame/kept_page.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "guest/place.h"
#include "rules/calendar.h"
#include "base/banned.h"

enum { LIST_PAGE };
const struct field public_list_fields[] = {
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ .name = NULL },
};

enum { PUBLIC_PAGE };
const struct field public_fields[] = {
	[PUBLIC_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 10000 },
	{ .name = NULL },
};

/* ---- the list ------------------------------------------------------------------------ */

static int
read_public_list(struct context *context, struct rows *rows)
{
	int64_t page = page_number(context, LIST_PAGE);

	return context_status(context,
	    db_select(context->db, rows, STATEMENT_FORUM_PUBLIC_LIST, PAGE_LIMIT(page)));
}

static void
fill_public_row(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	const struct hearing hearing = { .state = row_text(rows, row, "state"),
		.opens_on = row_text(rows, row, "opens_on"),
		.closes_on = row_text(rows, row, "closes_on"),
		.zone = row_text(rows, row, "timezone") };
	const char *agency = row_text(rows, row, "agency_name");

	node_set(node, "id", row_text(rows, row, "id"));
	node_set(node, "title", row_text(rows, row, "title"));
	node_set(node, "owner",
	    *agency != '\0' ? agency :
			      arena_format(context->arena, "Tim verifikasi %s",
				  row_text(rows, row, "region_name")));
	node_set(node, "region", row_text(rows, row, "region_name"));
	node_set(node, "state", hearing.state);
	node_set(node, "state_name", hearing_state_name(&hearing));
	node_set(node, "period", words_period(context->arena, hearing.opens_on, hearing.closes_on));
}

static void
fill_public_list(struct context *context, struct rows *rows)
{
	struct node *list = page_node(&context->page, "Hearings");

	page_turn(context, rows, PAGE_ROWS, page_number(context, LIST_PAGE), "/forum/");
	for (size_t row = 0; row < rows->count; row++)
		fill_public_row(context, node_row(list, row), rows, row);
}

static int
make_public_list(struct context *context, const void *what, const char **body, size_t *length)
{
	struct rows rows;
	int status = read_public_list(context, &rows);

	(void)what;
	if (status != 0)
		return status;
	fill_public_list(context, &rows);
	return context_render(context, "forum/public_list", body, length);
}

/* They open and end by themselves, each by the day where it is: of no two moments with other
 * days anywhere is the sum the same. */
static int64_t
days_everywhere(void)
{
	return (int64_t)words_today("WIB") + words_today("WITA") + words_today("WIT");
}

int
show_public_list(struct context *context)
{
	struct page_asked asked = { .make = make_public_list };
	struct rows rows;
	int status;

	if (kept_page_serves(context)) {
		asked.key = kept_page_key(context, "forum/public_list",
		    arena_format(context->arena, "%lld", (long long)days_everywhere()),
		    page_number(context, LIST_PAGE));
		status = kept_page_of_world(context, &asked);
		return status != 0 ? status : kept_page_answer(context, &asked);
	}
	status = read_public_list(context, &rows);
	if (status != 0)
		return status;
	fill_public_list(context, &rows);
	return context_show(context, "forum/public_list");
}

/* ---- a page ----------------------------------------------------------------------------- */

struct public_page {
	struct hearing hearing;
	struct hearing_result result;
	struct rows questions, documents, opinions, area;
	int64_t page;
};

static int
read_public_page(struct context *context, struct public_page *page)
{
	int status = hearing_find_public(context, &page->hearing), result;
	int64_t id = page->hearing.id;

	if (status != 0)
		return status;
	result = db_select(context->db, &page->questions, STATEMENT_FORUM_QUESTIONS, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->documents, STATEMENT_FORUM_DOCUMENTS,
		    db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->area, STATEMENT_FORUM_AREA, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->opinions, STATEMENT_FORUM_RELEASED,
		    db_int(id), PAGE_LIMIT(page->page));
	if (result >= 0 && strcmp(page->hearing.state, "published") == 0)
		return hearing_result_read(context, id, &page->result);
	return context_status(context, result);
}

static void
fill_public_page(struct context *context, struct public_page *page)
{
	struct node *opinions = page_node(&context->page, "Opinions");
	struct node *area = page_node(&context->page, "Area");
	bool published = strcmp(page->hearing.state, "published") == 0;

	hearing_fill(context, &page->hearing);
	questions_fill(context, &page->questions);
	fill_rows(page_node(&context->page, "Documents"), &page->documents);
	page_turn(context, &page->opinions, PAGE_ROWS, page->page,
	    arena_format(context->arena, "/forum/%lld", (long long)page->hearing.id));
	for (size_t row = 0; row < page->opinions.count; row++) {
		struct node *node = node_row(opinions, row);

		node_set(node, "id", row_text(&page->opinions, row, "id"));
		node_set(node, "body", row_text(&page->opinions, row, "body"));
		node_set(node, "supports", row_text(&page->opinions, row, "supports"));
		node_set(node, "themes", row_text(&page->opinions, row, "themes"));
		/* What is decided of one may be another by the day of the result. */
		if (!published)
			continue;
		node_set(node, "decision",
		    decision_name(row_text(&page->opinions, row, "decision")));
		node_set(node, "answer", row_text(&page->opinions, row, "answer"));
	}
	for (size_t row = 0; row < page->area.count; row++)
		node_set(node_row(area, row), "name",
		    place_words(context->arena, row_text(&page->area, row, "district"),
			row_text(&page->area, row, "village")));
	if (published)
		hearing_result_fill(context, &page->result);
}

/* ---- kept ------------------------------------------------------------------------------- */

int
hearing_asked(struct context *context, const char *view, const char *word, int64_t number,
    struct page_asked *asked)
{
	struct rows shown;
	int64_t day;
	int result = db_select(context->db, &shown, STATEMENT_FORUM_SHOWN,
	    db_int(context->keys[0]));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	if (context->world == 0)
		context->world = row_int(&shown, 0, "world");
	day = words_today(row_text(&shown, 0, "timezone"));
	asked->stamps = (struct stamps){ context->world, row_int(&shown, 0, "shown") };
	asked->key = kept_page_key(context, view,
	    arena_format(context->arena, "%lld %lld %s", (long long)context->keys[0],
		(long long)day, word),
	    number);
	return 0;
}

static int
make_public_page(struct context *context, const void *what, const char **body, size_t *length)
{
	struct public_page page = { .page = page_number(context, PUBLIC_PAGE) };
	int status = read_public_page(context, &page);

	(void)what;
	if (status != 0)
		return status;
	fill_public_page(context, &page);
	return context_render(context, "forum/public", body, length);
}

/* For who is signed in it is made anew, with the menu. */
static int
show_own_page(struct context *context)
{
	struct public_page page = { .page = page_number(context, PUBLIC_PAGE) };
	int status = read_public_page(context, &page);

	if (status != 0)
		return status;
	fill_public_page(context, &page);
	return context_show(context, "forum/public");
}

int
show_public_hearing(struct context *context)
{
	struct page_asked asked = { .make = make_public_page };
	int status;

	if (!form_ok(&context->form))
		return 400;
	if (!kept_page_serves(context))
		return show_own_page(context);
	status = hearing_asked(context, "forum/public", "", page_number(context, PUBLIC_PAGE),
	    &asked);
	return status != 0 ? status : kept_page_answer(context, &asked);
}
