/* SPDX-License-Identifier: ISC */
#ifndef MATANG_STRAY_H
#define MATANG_STRAY_H

#include "matang/command.h"

/*
 * Files below files_dir that no row names.  One that is younger than the hours
 * given may belong to a request that is about to commit its row, and is passed
 * over.
 */
enum { STRAY_HOURS = 48 };

struct stray {
	const char *path; /* below files_dir */
	int folder;       /* descriptor of the folder that holds it, */
	const char *name; /* and its name there */
	int64_t bytes;
	bool ours;   /* of a name that we make; others are nobody's to touch */
	bool staged; /* never had a row, and none was promised */
};

/* Calls `found` for each; DONE, or an exit status after a complaint. */
int stray_files(struct work *, long hours, void (*found)(void *, const struct stray *),
    void *argument);

#endif
