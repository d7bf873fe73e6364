/* SPDX-License-Identifier: ISC */
/*
 * What the operator's commands have in common: complaints on stderr with the
 * exit status that belongs to them, whole numbers, and files read as a whole.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "matang/command.h"
#include "base/banned.h"

const struct option no_options[] = { { .name = NULL } };

int
complain(const struct work *work, int status, const char *format, ...)
{
	va_list arguments;

	fprintf(stderr, "matang%s%s: ", work->command != NULL ? " " : "",
	    work->command != NULL ? work->command->name : "");
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	return status;
}

int
store_failed(struct work *work, int error, const char *what)
{
	complain(work, error, "%s%s", what,
	    error == DB_AWAY       ? ": the database cannot be reached" :
		error == DB_UNABLE ? ": the database takes nothing now" :
				     "");
	for (unsigned at = 0; at < work->fault.depth; at++)
		fprintf(stderr, "  %s\n", work->fault.causes[at].text);
	return error == DB_AWAY ? AWAY : PROBLEM;
}

bool
whole_number(const char *text, long least, long *number)
{
	char *end;

	errno = 0;
	*number = strtol(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && *number >= least;
}

char *
read_file(struct work *work, const char *path, size_t *length)
{
	struct buffer content = { .arena = &work->arena };
	char piece[16384];
	size_t got;
	FILE *file = fopen(path, "re");

	if (file == NULL) {
		complain(work, PROBLEM, "cannot open %s: %s", path, strerror(errno));
		return NULL;
	}
	buffer_add(&content, "", 0);
	while ((got = fread(piece, 1, sizeof(piece), file)) > 0)
		buffer_add(&content, piece, got);
	if (ferror(file)) {
		complain(work, PROBLEM, "cannot read %s: %s", path, strerror(errno));
		fclose(file);
		return NULL;
	}
	fclose(file);
	*length = content.length;
	return content.bytes;
}
