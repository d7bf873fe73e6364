/* SPDX-License-Identifier: ISC */
/*
 * Where a program of the host's lies: those that are optional are looked for
 * before anything is forked for them.
 */
#include "base/find_program.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/banned.h"

const char *
find_program(struct arena *arena, const char *name)
{
	const char *at = getenv("PATH");

	for (at = at != NULL ? at : "/usr/bin:/bin"; *at != '\0';) {
		size_t length = strcspn(at, ":");
		const char *path = arena_format(arena, "%.*s/%s", (int)length, at, name);

		if (*path == '/' && access(path, X_OK) == 0)
			return path;
		at += length + (at[length] == ':');
	}
	return NULL;
}
