/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_CONTENT_H
#define DOCUMENT_CONTENT_H

#include "base/arena.h"

/*
 * Papers: the verified questionnaire and the tanda terima.  A paper's content
 * is every printed field as lines "name=value" (a line end in a value is
 * written \n, a backslash \\).  The printed page and the public check page
 * are both drawn from this text alone, so that what is checked is what was
 * printed, whatever happened to the data since.  Names are paths below
 * Issued.field in the page.
 */
void content_add(struct buffer *content, const char *name, const char *value);
void content_add_int(struct buffer *content, const char *name, int64_t);

/* The lines of a content, one after another; undoes content_add in place. */
struct content_line {
	char *rest; /* a copy that may be written into */
	const char *name, *value;
};
bool content_next(struct content_line *);

#endif
