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

#include "suite/table.h"
#include "base/banned.h"

int
main(int argc, char **argv)
{
	const struct suite_program *program = suite_program_named(program_invocation_short_name);

	if (program == NULL && argc > 1 && (program = suite_program_named(argv[1])) != NULL)
		program_invocation_name = argv[1]; /* by which it starts anew */
	if (program == NULL) {
		fprintf(stderr,
		    "matang: %s is none of the programs:", program_invocation_short_name);
		for (size_t at = 0; at < SUITE_PROGRAMS; at++)
			fprintf(stderr, " %s", suite_programs[at].name);
		fputc('\n', stderr);
		return EXIT_FAILURE;
	}
	return program->main();
}
