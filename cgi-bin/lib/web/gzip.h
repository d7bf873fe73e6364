/* SPDX-License-Identifier: ISC */
#ifndef WEB_GZIP_H
#define WEB_GZIP_H

#include "base/arena.h"

/*
 * A body that is sent many times as it is, packed once (RFC 1952): what a web
 * server does with every answer anew.  The bytes lie in the arena; NULL when
 * they would not be fewer.  Without a time in them, so that the same body gives
 * the same bytes.
 */
const char *gzip_pack(struct arena *, const void *body, size_t length, size_t *packed_length);

#endif
