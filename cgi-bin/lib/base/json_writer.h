/* SPDX-License-Identifier: ISC */
#ifndef BASE_JSON_WRITER_H
#define BASE_JSON_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * JSON (RFC 8259) as it is written: values one after the other, with a comma
 * before each that stands behind another.  A name is NULL in a list.
 */

/* Text as a quoted string, without name or comma. */
void json_text(struct buffer *, const char *text);

/* "name": and the comma before it, for a value that follows. */
void json_name(struct buffer *, const char *name);
void json_put(struct buffer *, const char *name, const char *text);
/* null for an empty text. */
void json_put_or_null(struct buffer *, const char *name, const char *text);
void json_number(struct buffer *, const char *name, int64_t number);
void json_put_null(struct buffer *, const char *name);
void json_flag(struct buffer *, const char *name, bool flag);
/* '{' or '[' of a value with that name, and its end. */
void json_open(struct buffer *, const char *name, char bracket);
void json_close(struct buffer *, char bracket);

#endif
