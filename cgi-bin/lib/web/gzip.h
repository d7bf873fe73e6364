/* SPDX-License-Identifier: ISC */
#ifndef WEB_GZIP_H
#define WEB_GZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * A body that is sent many times as it is, packed once (RFC 1952): what a web
 * server does with every answer anew.  The bytes lie in the arena; NULL when
 * they would not be fewer.  Without a time in them, so that the same body gives
 * the same bytes.
 */
const char *gzip_pack(struct arena *, const void *body, size_t length, size_t *packed_length);

/*
 * A body of which most is the same each time: pieces packed once, each by itself, and short
 * texts between them that are not packed at all.  Joined, in order and with the last one
 * last, they are one body as above.
 */
struct gzip_piece {
	const char *packed;
	size_t packed_length, length; /* of what was packed */
	unsigned long check;
};

/* 0, or -1 where it cannot be packed. */
int gzip_piece_pack(struct arena *, const void *body, size_t length, bool last,
    struct gzip_piece *);

struct gzip_joined {
	struct buffer *bytes; /* empty to begin with */
	unsigned long check;
	size_t length;
};
void gzip_join_piece(struct gzip_joined *, const struct gzip_piece *);
void gzip_join_plain(struct gzip_joined *, const void *text, size_t length);
void gzip_join_end(struct gzip_joined *);

#endif
