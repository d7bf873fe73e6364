/* SPDX-License-Identifier: ISC */
/*
 * Pages that everybody reads: made once, kept as bytes, plain and packed, and put together
 * anew where a text in them is another one for each who asks.
 */
#include "frame/kept_page.h"

#include <string.h>

#include "base/secret.h"
#include "frame/download.h"
#include "frame/kept.h"
#include "base/banned.h"

enum { HOLE_LENGTH = 3, HOLE_SIGN = '\x1f' };

bool
kept_page_serves(const struct context *context)
{
	return context->actor.account_id == 0 && *context->form.done == '\0';
}

/* ---- made ----------------------------------------------------------------------- */

/* The next hole of a text, or NULL; which one. */
static const char *
next_hole(const char *text, size_t length, int *hole)
{
	const char *at = memchr(text, HOLE_SIGN, length);

	*hole = -1;
	if (at == NULL || (size_t)(text + length - at) < HOLE_LENGTH || at[2] != HOLE_SIGN ||
	    at[1] < '0' || at[1] >= '0' + PAGE_HOLES)
		return NULL;
	*hole = at[1] - '0';
	return at;
}

/* 0, or 500 for more holes than there is room for. */
static int
cut_at_holes(struct arena *arena, struct kept_page *page)
{
	const char *at = page->body, *end = page->body + page->length;
	int hole = 0;

	if (next_hole(at, page->length, &hole) == NULL)
		return 0;
	while (page->count < sizeof(page->pieces) / sizeof(page->pieces[0])) {
		struct page_piece *piece = &page->pieces[page->count++];
		const char *found = next_hole(at, (size_t)(end - at), &piece->hole);
		size_t length = (size_t)((found != NULL ? found : end) - at);

		piece->plain = at;
		if (gzip_piece_pack(arena, at, length, found == NULL, &piece->packed) != 0)
			return 500;
		if (found == NULL)
			return 0;
		at = found + HOLE_LENGTH;
	}
	return 500;
}

struct making {
	const struct page_asked *asked;
	int *status;
};

/* A status is told beside: what is not there, or failed, is not kept. */
static int
make_kept(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct making *making = what;
	struct kept_page *page = arena_alloc(arena, sizeof(*page));
	unsigned char digest[SHA256_BYTES];
	char hex[SHA256_TEXT];
	const char *body;

	*page = (struct kept_page){ .etag = NULL };
	*making->status = making->asked->make(context, making->asked->what, &body, &page->length);
	if (*making->status != 0)
		return 0;
	page->body = arena_copy(arena, body, page->length);
	*making->status = cut_at_holes(arena, page);
	if (*making->status != 0)
		return 0;
	*value = page;
	if (page->count > 0)
		return 0;
	page->packed = gzip_pack(arena, body, page->length, &page->packed_length);
	sha256(digest, body, page->length);
	/* Weak: the same for the plain body and the packed one. */
	page->etag = arena_format(arena, "W/\"%s\"", hex_text(hex, digest, SHA256_BYTES));
	return 0;
}

int
kept_page_find(struct context *context, const struct page_asked *asked,
    const struct kept_page **page)
{
	int status = 0;
	const struct making making = { asked, &status };
	const void *value = NULL;
	int result = kept(context, asked->key, asked->stamps, make_kept, &making, &value);

	*page = value;
	return status != 0 ? status : context_status(context, result);
}

struct cache_key
kept_page_key(struct context *context, const char *view, const char *word, int64_t number)
{
	struct cache_key key = { .kind = CACHE_PAGE };
	int64_t edition = page_edition(&context->page, view);
	unsigned char digest[SHA256_BYTES];
	struct sha256_state state;

	sha256_begin(&state);
	sha256_add(&state, &edition, sizeof(edition));
	sha256_add(&state, &number, sizeof(number));
	sha256_add(&state, view, strlen(view) + 1);
	sha256_add(&state, word, strlen(word));
	sha256_so_far(&state, digest);
	memcpy(&key.id, digest, sizeof(key.id));
	memcpy(&key.part, digest + sizeof(key.id), sizeof(key.part));
	return key;
}

/* ---- sent ----------------------------------------------------------------------- */

static void
send_filled(struct request *request, const struct kept_page *page, const char *const *holes)
{
	bool packs = request_takes_gzip(request);
	struct buffer body = { .arena = request->arena };
	struct gzip_joined joined = { .bytes = &body };

	for (size_t at = 0; at < page->count; at++) {
		const struct page_piece *piece = &page->pieces[at];
		const char *text = piece->hole >= 0 ? holes[piece->hole] : NULL;

		if (packs)
			gzip_join_piece(&joined, &piece->packed);
		else
			buffer_add(&body, piece->plain, piece->packed.length);
		if (text != NULL && packs)
			gzip_join_plain(&joined, text, strlen(text));
		else if (text != NULL)
			buffer_add(&body, text, strlen(text));
	}
	answer_header(request, "Vary", "Accept-Encoding");
	if (packs) {
		answer_header(request, "Content-Encoding", "gzip");
		gzip_join_end(&joined);
	}
	answer_send(request, 200, "text/html; charset=utf-8", body.bytes, body.length);
}

void
kept_page_send(struct context *context, const struct kept_page *page, const char *const *holes)
{
	struct request *request = context->request;
	bool packed = page->packed != NULL && request_takes_gzip(request);

	if (page->count > 0) {
		send_filled(request, page, holes);
		return;
	}
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

int
kept_page_answer(struct context *context, const struct page_asked *asked)
{
	const struct kept_page *page;
	int status = kept_page_find(context, asked, &page);

	if (status == 0)
		kept_page_send(context, page, NULL);
	return status;
}

int
kept_page_of_world(struct context *context, struct page_asked *asked)
{
	return context_status(context, kept_world_stamp(context, &asked->stamps));
}
