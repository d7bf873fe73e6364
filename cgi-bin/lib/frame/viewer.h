/* SPDX-License-Identifier: ISC */
#ifndef FRAME_VIEWER_H
#define FRAME_VIEWER_H

#include "frame/context.h"

/*
 * A stored file seen without being saved: a page for a frame that has no
 * origin.  It may run, load and send nothing but what the page around it hands
 * in (htdocs/src/js/viewer.js), and what was uploaded reaches it as bytes
 * only.
 */
struct viewed {
	const char *title;
	const char *media; /* as sniffed when it came in */
	int64_t bytes;
};

/* Drawn by a script of ours where its type can be (shown_as), else a note. */
int viewer_draw(struct context *, const struct viewed *);

/* Another view about the file, in a frame where nothing runs at all:
 * "upload/note" says what to do instead. */
int viewer_tell(struct context *, const struct viewed *, const char *view);

#endif
