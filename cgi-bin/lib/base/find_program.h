/* SPDX-License-Identifier: ISC */
#ifndef BASE_FIND_PROGRAM_H
#define BASE_FIND_PROGRAM_H

#include "base/arena.h"

/* The path of a program, as execvp would find it, but once; NULL where the
 * host has none.  Without PATH, as web servers start programs, in /usr/bin and
 * /bin. */
const char *find_program(struct arena *, const char *name);

#endif
