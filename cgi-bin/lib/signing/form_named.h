/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_FORM_NAMED_H
#define SIGNING_FORM_NAMED_H

#include "base/secret.h"
#include "document/issued.h"
#include "store/media_type.h"

/*
 * Whether a file that came in is the form that it should be: by its bytes, by
 * the code that is printed on every page, or not at all.  What was found is
 * said to people, who compare; only a file that begins with the very bytes
 * that were issued is known to show what was printed.
 */
enum form_named {
	NAMED_UNREAD, /* nobody could look: no QR reader here, and no text */
	NAMED_NONE,   /* its code is not there */
	NAMED_OTHER,  /* the code of another paper is */
	NAMED_TEXT,
	NAMED_QR,
	NAMED_FILE /* it begins with the form's own file, and shows nothing else */
};

/* "qr": as stored. */
const char *form_named_code(enum form_named);
enum form_named form_named_of(const char *code);

/* How many of the first bytes at fd are a file that was issued of this paper: 0
 * for none.  Or enum db_error, or a status above 0 in *status. */
int64_t form_named_begin(struct context *, const struct issued_document *, int fd);

/* Looks for the form's code on the pages of the file at fd; never NAMED_FILE.
 * other: the code that was found instead, or "". */
enum form_named form_named_find(struct context *, const struct issued_document *, int fd,
    enum file_type, char other[CODE_TEXT]);

#endif
