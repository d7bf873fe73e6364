/* SPDX-License-Identifier: ISC */
#ifndef STEP_DOWNLOAD_H
#define STEP_DOWNLOAD_H

#include "step/visit.h"

/* A stored file on its way out. */
struct download {
	const char *stored_name;
	const char *media;	/* as sniffed when it came in */
	const char *name;	/* offered to the browser, ends as the type does */
	const char *sha256;	/* hexadecimal: the ETag */
	int64_t bytes;
};

/*
 * Streams it in constant memory, always as an attachment: nothing that people
 * uploaded ever runs from our origin.  The caller has decided that the actor
 * may have it.  304 when the browser has it already.  0 or a status.
 */
int	visit_send_file(struct visit *, const struct download *);

#endif
