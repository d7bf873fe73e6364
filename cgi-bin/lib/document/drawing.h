/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_DRAWING_H
#define DOCUMENT_DRAWING_H

#include "document/issued.h"
#include "frame/download.h"

/*
 * The PDF file of an issued document, drawn once: the same document drawn
 * twice is the same file byte for byte, so that it is stored when it is first
 * asked for and sent as it lies from then on, by the web server where that can.
 *
 * What it was made of is kept beside it as a digest.  Another content, code,
 * address of this site or edition of what draws is another digest: the file is
 * drawn anew, and the old one is left to the operator's sweep.
 */
struct drawing {
	unsigned char made_of[SHA256_BYTES];
	bool written;         /* lies among the files, and no row names it yet */
	bool stored;          /* a whole one, made of that */
	struct download file; /* its name to offer is known before */
};

/* By key, as the caller may see it.  0, 404, or another status. */
int drawing_find(struct context *, int64_t issued_id, struct drawing *);

/*
 * Stores what was drawn, and tells its digest; then, when that is remembered, from
 * which row on it is sent without being drawn: ->stored and ->file, if both go.  Where
 * one does not, as on a full disk, the log has the cause, and the next who asks has
 * it drawn again.
 */
void drawing_write(struct context *, struct drawing *, const struct buffer *pdf,
    unsigned char sha256_bytes[SHA256_BYTES]);
void drawing_keep(struct context *, int64_t issued_id, struct drawing *,
    const unsigned char sha256_bytes[SHA256_BYTES]);

#endif
