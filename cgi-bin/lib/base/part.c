/* SPDX-License-Identifier: ISC */
/*
 * Libraries of our own, opened when they are wanted: of a build beside its folder
 * of programs, of an installation where "make install" has put them.
 */
#include "base/part.h"

#include <dlfcn.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "base/log.h"
#include "base/part_edition.h"
#include "base/banned.h"

/* The folder above that of the executable, or "". */
static void
part_built(char folder[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);

	folder[length > 0 ? length : 0] = '\0';
	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(folder, '/');

		*(slash != NULL ? slash : folder) = '\0';
	}
}

/*
 * Why a part is as good as none, once in a process: it stays so until the process
 * is started anew, and each page that could draw asks.
 */
static void
tell_once(const char *part, const char *why)
{
	static const char *told;

	if (told != NULL && strcmp(told, part) == 0)
		return;
	told = part;
	log_process("matang", "%s", why);
}

enum { PART_PATH = PATH_MAX + NAME_MAX };

static void
part_path(const char *part, char file[PART_PATH])
{
	char folder[PATH_MAX];

	part_built(folder);
	snprintf(file, PART_PATH, "%s/matang-%s.so", folder, part);
	if (access(file, R_OK) != 0)
		snprintf(file, PART_PATH, "%s/matang-%s.so", MATANG_PARTS_PATH, part);
}

bool
part_there(const char *part)
{
	char file[PART_PATH];

	if (getauxval(AT_BASE) == 0) /* there is no loader of libraries */
		return false;
	part_path(part, file);
	return access(file, R_OK) == 0;
}

void *
part_function(const char *part, const char *name)
{
	char file[PART_PATH];
	void *library, *function;

	part_path(part, file);
	library = dlopen(file, RTLD_NOW | RTLD_LOCAL); /* where it is open, that is counted */
	if (library != NULL && dlsym(library, PART_EDITION) == NULL) {
		char why[sizeof(file) + 80];

		snprintf(why, sizeof(why), "%s is of another build than this program: load it anew",
		    file);
		tell_once(part, why);
		dlclose(library);
		return NULL;
	}
	function = library != NULL ? dlsym(library, name) : NULL;
	if (function == NULL)
		tell_once(part, dlerror());
	return function;
}
