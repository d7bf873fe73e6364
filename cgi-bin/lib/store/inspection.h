/* SPDX-License-Identifier: ISC */
#ifndef STORE_INSPECTION_H
#define STORE_INSPECTION_H

#include <stdbool.h>
#include <stdint.h>

#include "store/inspection_finding.h"
#include "store/media_type.h"

/*
 * The look inside a file, by a program of its own (cgi-bin/inspect): what
 * reads a hostile file may crash, hang or be taken over, and takes nothing of
 * ours with it.  It gets the open file, a pipe for its answer, limits, and
 * nothing else: no configuration, no environment, no other descriptor.
 */

struct inspection {
	bool done;          /* else nothing below is known */
	unsigned findings;  /* FINDING_FLAG()s */
	int64_t pages;      /* of a PDF, else -1 */
	int64_t signatures; /* filled signature fields of a PDF, else -1 */
	bool keyless;       /* a PDF whose key somebody has thrown away */
	char why[100];      /* why it was not done, for the operator */
};

/* For one look: time that it may take, and memory beside the file itself. */
struct inspection_limits {
	unsigned seconds;
	unsigned mebibytes;
	bool gently; /* let others go first */
};

extern const struct inspection_limits inspection_at_once;
extern const struct inspection_limits inspection_in_background;

/*
 * Looks into the file behind fd, from its beginning; the inspector is the
 * path of the program, NULL where the host has none.
 */
void inspect_file(const char *inspector, int fd, enum file_type, const struct inspection_limits *,
    struct inspection *);

/* What was wrong and what to do, in Indonesian; NULL when it may come in. */
const char *inspection_refusal(const struct inspection *, enum file_type);

#endif
