/* SPDX-License-Identifier: ISC */
/*
 * What everybody reads of public consultations: the list, and a page for each, made once and
 * sent as it is until its number goes up (hearing.shown), which whatever it shows does: an
 * opinion that is released, a support, an answer, the result.
 */
#include "forum/forum.h"

#include <string.h>

#include "base/secret.h"
#include "frame/download.h"
#include "frame/kept.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "guest/place.h"
#include "rules/calendar.h"
#include "web/gzip.h"
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

static int
show_public_rows(struct context *context, struct rows *rows)
{
	struct node *list = page_node(&context->page, "Hearings");

	page_turn(context, rows, PAGE_ROWS, page_number(context, LIST_PAGE), "/forum/");
	for (size_t row = 0; row < rows->count; row++)
		fill_public_row(context, node_row(list, row), rows, row);
	return context_show(context, "forum/public_list");
}

int
show_public_list(struct context *context)
{
	struct rows rows;
	int status = read_public_list(context, &rows);

	return status != 0 ? status : show_public_rows(context, &rows);
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

/* The answer as it is sent. */
struct kept_page {
	const char *body, *packed; /* packed: NULL where that is no shorter */
	size_t length, packed_length;
	const char *etag;
};

struct asked_page {
	int64_t page;
	int *status;
};

/* A status is told beside: what is not there, or failed, is not kept. */
static int
make_public_page(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct asked_page *asked = what;
	struct kept_page *kept_page = arena_alloc(arena, sizeof(*kept_page));
	struct public_page page = { .page = asked->page };
	unsigned char digest[SHA256_BYTES];
	char hex[SHA256_TEXT];
	const char *body;

	*asked->status = read_public_page(context, &page);
	if (*asked->status != 0)
		return 0;
	fill_public_page(context, &page);
	*asked->status = context_render(context, "forum/public", &body, &kept_page->length);
	if (*asked->status != 0)
		return 0;
	kept_page->body = arena_copy(arena, body, kept_page->length);
	kept_page->packed = gzip_pack(arena, body, kept_page->length, &kept_page->packed_length);
	sha256(digest, body, kept_page->length);
	/* Weak: the same for the plain body and the packed one. */
	kept_page->etag = arena_format(arena, "W/\"%s\"", hex_text(hex, digest, SHA256_BYTES));
	*value = kept_page;
	return 0;
}

static void
send_public_page(struct context *context, const struct kept_page *page)
{
	struct request *request = context->request;
	bool packed = page->packed != NULL && request_takes_gzip(request);

	/* Whoever signs in afterwards has another page at this address. */
	answer_header(request, "Cache-Control", "private, no-cache");
	answer_header(request, "ETag", page->etag);
	answer_header(request, "Vary", "Accept-Encoding");
	if (known_already(request, page->etag)) {
		answer_begin(request, 304, NULL, -1);
		return;
	}
	if (packed)
		answer_header(request, "Content-Encoding", "gzip");
	answer_send(request, 200, "text/html; charset=utf-8", packed ? page->packed : page->body,
	    packed ? page->packed_length : page->length);
}

/* Of a hearing, a page of its opinions, a day (it opens and ends by itself), and an edition of
 * the template. */
static struct cache_key
public_key(struct context *context, const char *zone, int64_t page)
{
	enum { PAGES = 10001, DAYS = 100000 };
	int64_t edition = page_edition(&context->page, "forum/public");

	return (struct cache_key){ .kind = CACHE_HEARING,
		.id = context->keys[0],
		.part = (edition * DAYS + words_today(zone) % DAYS) * PAGES + page };
}

static int
answer_public_page(struct context *context, const struct rows *shown)
{
	struct stamps stamps;
	int status = 0, result;
	struct asked_page asked = { .page = page_number(context, PUBLIC_PAGE), .status = &status };
	const void *value = NULL;

	result = kept_world_stamp(context, &stamps);
	stamps.agency = row_int(shown, 0, "shown");
	if (result >= 0)
		result = kept(context,
		    public_key(context, row_text(shown, 0, "timezone"), asked.page), stamps,
		    make_public_page, &asked, &value);
	if (result != 0 || status != 0)
		return status != 0 ? status : context_status(context, result);
	send_public_page(context, value);
	return 0;
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
	struct rows shown;
	int result;

	if (!form_ok(&context->form))
		return 400;
	if (context->actor.account_id != 0 || *context->form.done != '\0')
		return show_own_page(context);
	result = db_select(context->db, &shown, STATEMENT_FORUM_SHOWN, db_int(context->keys[0]));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	return answer_public_page(context, &shown);
}
