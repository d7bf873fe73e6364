/* SPDX-License-Identifier: ISC */
#ifndef FRAME_DOWNLOAD_H
#define FRAME_DOWNLOAD_H

#include "frame/context.h"

/* A stored file on its way out. */
struct download {
	const char *stored_name;
	const char *media;  /* as sniffed when it came in */
	const char *name;   /* offered to the browser, ends as the type does */
	const char *sha256; /* hexadecimal: the ETag */
	int64_t bytes;
	bool shown; /* in a frame of ours, else saved: for types
				 * that can do nothing, images */
};

/*
 * Sends it in constant memory, or has the server send it where the
 * configuration says that it can (sendfile_header).  Whatever is in it may
 * run nothing, load nothing and reach nothing of our origin.  The caller has
 * decided that the actor may have it.  304 when the browser has it already;
 * one range of bytes (RFC 9110, section 14) when it asks for one, with
 * If-Range; several at once get the whole.  0 or a status.
 */
int download_send(struct context *, const struct download *);

/* Whether who asks has this ETag already, weak or strong: then 304 is enough. */
bool known_already(const struct request *, const char *etag);

/* How a viewer of ours shows a media type: "pdf", "image", "text" where it is
 * the text inside that is shown, or "" where it can only be saved: no HTML,
 * no SVG, whatever it says it is. */
const char *shown_as(const char *media);

/*
 * A title as the name of a file that any system takes, so many characters of
 * it at most: without what Windows refuses, without a point or space in front
 * or behind, and without the marks that turn the direction of writing, which
 * make "…fdp.exe" look like "…exe.pdf".  Its end, ".pdf", is not in it.
 */
const char *safe_name(struct arena *, const char *title, size_t characters);

/* "attachment", or "inline", with the name as RFC 8187 writes it. */
const char *disposition_of(struct arena *, const char *how, const char *name);

#endif
