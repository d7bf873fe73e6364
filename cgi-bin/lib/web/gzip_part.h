/* SPDX-License-Identifier: ISC */
#ifndef WEB_GZIP_PART_H
#define WEB_GZIP_PART_H

#include <stddef.h>

/*
 * The part "gzip" (base/part.h): a body that is sent once, packed as RFC 1952 by
 * ISA-L, which takes a fifth of the time that the zlib of a web server takes for
 * as many bytes, and the answer goes to that server as a fifth of its length.
 * Into room bytes; returns how many there are, 0 where they do not fit.
 */
typedef size_t gzip_packer(const void *body, size_t length, void *packed, size_t room);
gzip_packer gzip_once;

#endif
