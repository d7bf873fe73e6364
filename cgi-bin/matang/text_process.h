/* SPDX-License-Identifier: ISC */
#ifndef MATANG_TEXT_PROCESS_H
#define MATANG_TEXT_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"

/*
 * What the jobs have in common that take text out of files by programs of the
 * host: a process with little memory, little time and nothing but its file and
 * a pipe, and what is kept of what it says.
 */
enum { TEXT_MAX = 512 * 1024 }; /* bytes kept of one file; also file_text.body */

/* In the child: these descriptors (-1: nothing) and no others, so many seconds
 * of CPU, no file to write.  Then its memory, where it is another program. */
void text_child(int in, int out, unsigned seconds);
void text_child_memory(unsigned mebibytes);

/*
 * All that the child says through the pipe in time, which is closed; *whole is
 * false when it broke off or failed.  -1 when there is no child.
 */
int text_hear(pid_t child, int pipe, int64_t milliseconds, struct buffer *raw, bool *whole);

/* Valid UTF-8 without controls, spaces and empty lines drawn together. */
void text_clean(struct buffer *text, const char *bytes, size_t length);

#endif
