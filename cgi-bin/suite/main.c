/* SPDX-License-Identifier: ISC */
/*
 * All programs in one executable: it is the one by whose name it was started.
 * Each is linked as if it were alone, and the others see its main only (the
 * Makefile), so they know nothing of this.  Where there are no links, as on a
 * host that is filled by FTP, the name may be the first argument.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "suite/names.h"
#include "base/banned.h"

#define PROGRAM(name) int name##_main(void);
PROGRAMS
#undef PROGRAM

static const struct program {
	const char *name;
	int (*main)(void);
} programs[] = {
#define PROGRAM(name) { #name, name##_main },
	PROGRAMS
#undef PROGRAM
};

static const struct program *
program_named(const char *name)
{
	for (size_t at = 0; at < sizeof(programs) / sizeof(programs[0]); at++)
		if (strcmp(programs[at].name, name) == 0)
			return &programs[at];
	return NULL;
}

int
main(int argc, char **argv)
{
	const struct program *program = program_named(program_invocation_short_name);

	if (program == NULL && argc > 1 && (program = program_named(argv[1])) != NULL)
		program_invocation_name = argv[1]; /* by which it starts anew */
	if (program == NULL) {
		fprintf(stderr,
		    "matang: %s is none of the programs:", program_invocation_short_name);
		for (size_t at = 0; at < sizeof(programs) / sizeof(programs[0]); at++)
			fprintf(stderr, " %s", programs[at].name);
		fputc('\n', stderr);
		return EXIT_FAILURE;
	}
	return program->main();
}
