/* SPDX-License-Identifier: ISC */
#ifndef MATANG_TEXT_PROCESS_H
#define MATANG_TEXT_PROCESS_H

#include <stdbool.h>

#include "base/arena.h"
#include "store/confined.h"

/*
 * What the jobs have in common that take text out of files by a confined process
 * (store/confined.h): what is kept of what it says.
 */
enum { TEXT_MAX = 512 * 1024 }; /* bytes kept of one file; also file_text.body */

/* All that it says in time, and its end; false when it broke off or failed. */
bool text_hear(struct confined *, struct buffer *raw);

/* Valid UTF-8 without controls, spaces and empty lines drawn together. */
void text_clean(struct buffer *text, const char *bytes, size_t length);

#endif
