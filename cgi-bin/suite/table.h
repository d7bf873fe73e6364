/* SPDX-License-Identifier: ISC */
#ifndef SUITE_TABLE_H
#define SUITE_TABLE_H

#include <stddef.h>
#include <string.h>

#include "suite/names.h"

/*
 * The programs that are in this executable, by name: suite/names.h is made for each
 * executable, so whoever includes this has a table of its own.
 */

#define PROGRAM(name) int name##_main(void);
PROGRAMS
#undef PROGRAM

static const struct suite_program {
	const char *name;
	int (*main)(void);
} suite_programs[] = {
#define PROGRAM(name) { #name, name##_main },
	PROGRAMS
#undef PROGRAM
};

enum { SUITE_PROGRAMS = sizeof(suite_programs) / sizeof(suite_programs[0]) };

/* NULL: there is none of that name here. */
static inline const struct suite_program *
suite_program_named(const char *name)
{
	for (size_t at = 0; at < SUITE_PROGRAMS; at++)
		if (strcmp(suite_programs[at].name, name) == 0)
			return &suite_programs[at];
	return NULL;
}

#endif
