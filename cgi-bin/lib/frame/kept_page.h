/* SPDX-License-Identifier: ISC */
#ifndef FRAME_KEPT_PAGE_H
#define FRAME_KEPT_PAGE_H

#include "frame/context.h"
#include "web/gzip.h"

/*
 * A page that everybody reads, made once for a process and sent as it is until what it
 * shows has changed (frame/cache.h): of who asks it may show nothing, so whoever is signed
 * in has another one, and so has whoever comes from a form (?done=).
 *
 * What is another text for each who asks (the token of a form without account) stands in a
 * hole: the maker sets PAGE_HOLE(n) as the text, and whoever sends the page says what
 * stands there, which is sent as it is: digits and letters alone.  No text that was typed
 * or imported has the sign that holes begin and end with.
 */
#define PAGE_HOLE(n) "\x1f" #n "\x1f"
enum { PAGE_HOLES = 2, HOLES_FILLED_MAX = 4 }; /* texts; places where they stand */

struct page_piece {
	struct gzip_piece packed;
	const char *plain;
	int hole; /* that comes behind it, or -1 behind the last */
};

struct kept_page {
	const char *body, *packed; /* packed: NULL where that is no shorter */
	size_t length, packed_length;
	const char *etag;
	struct page_piece pieces[HOLES_FILLED_MAX + 1];
	size_t count; /* of pieces; 0: it has no hole */
};

/* Makes the body, which the next page overwrites: 0 or a status, which is not kept. */
typedef int make_page(struct context *, const void *what, const char **body, size_t *length);

struct page_asked {
	struct cache_key key;
	struct stamps stamps;
	make_page *make;
	const void *what; /* for the maker alone */
};

/* 0 or a status. */
int kept_page_find(struct context *, const struct page_asked *, const struct kept_page **);

/* Of a view of templates, another one when its files change; of a word and a number that say
 * which page it is. */
struct cache_key kept_page_key(struct context *, const char *view, const char *word,
    int64_t number);

/* Whether who asks may have what is kept. */
bool kept_page_serves(const struct context *);

/* Answers with it, 304 where that is enough; `holes` are the texts of its holes, NULL where it
 * has none. */
void kept_page_send(struct context *, const struct kept_page *, const char *const *holes);

/* The two for a page without holes.  0 or a status. */
int kept_page_answer(struct context *, const struct page_asked *);

/* asked.stamps of what hangs on the world alone.  0 or a status. */
int kept_page_of_world(struct context *, struct page_asked *);

#endif
