/* SPDX-License-Identifier: ISC */
#ifndef PORTAL_EMBED_H
#define PORTAL_EMBED_H

#include "frame/context.h"

/*
 * The figures of a region in somebody else's page: as a piece of HTML without
 * head, script and style, or as a page of its own in a frame.  year 0: the one
 * that was published last.  0, 404, or another status.
 */
int embed_make(struct context *, const char *view, const char *code, int64_t year,
    const char **body, size_t *length);

/* The headers of the page in a frame: only by sites of the list.  0 or a status. */
int embed_allow(struct context *);

#endif
