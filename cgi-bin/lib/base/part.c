/* SPDX-License-Identifier: ISC */
/*
 * Libraries of our own, opened when they are wanted.  The linker has told the
 * executable where they may lie (the Makefile).
 */
#include "base/part.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>

#include "base/log.h"
#include "base/banned.h"

void *
part_function(const char *part, const char *name)
{
	char file[64];
	void *library, *function;

	snprintf(file, sizeof(file), "matang-%s.so", part);
	library = dlopen(file, RTLD_NOW | RTLD_LOCAL); /* where it is open, that is counted */
	function = library != NULL ? dlsym(library, name) : NULL;
	if (function == NULL)
		log_process("matang", "%s", dlerror());
	return function;
}
