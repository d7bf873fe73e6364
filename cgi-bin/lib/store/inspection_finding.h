/* SPDX-License-Identifier: ISC */
#ifndef STORE_INSPECTION_FINDING_H
#define STORE_INSPECTION_FINDING_H

#include "base/arena.h"

/* What a reader should know, as in the set revision.findings. */
enum inside {
	INSIDE_ENCRYPTED,	/* opens without password, but restricts */
	INSIDE_JAVASCRIPT,	/* scripts or active forms */
	INSIDE_LAUNCH,		/* starts other programs */
	INSIDE_EMBEDDED,	/* other files in it */
	INSIDE_EXTERNAL,	/* fetches or sends by itself, or on a click
				 * that looks like something else */
	INSIDE_MENDED,		/* cut off or damaged, but can be read */
	INSIDE_UNREADABLE,
	INSIDE_LOCKED,		/* asks for a password */
	INSIDE_MACROS,
	INSIDE_OVERSIZE,	/* unpacks or paints beyond all measure */
	INSIDES
};

#define INSIDE_FLAG(inside) (1U << (unsigned)(inside))

/* Nobody can judge evidence that is one of these: refused when it comes. */
#define INSIDE_REFUSED (INSIDE_FLAG(INSIDE_UNREADABLE) | \
	INSIDE_FLAG(INSIDE_LOCKED) | INSIDE_FLAG(INSIDE_MACROS) | \
	INSIDE_FLAG(INSIDE_OVERSIZE))

/* "javascript"; "" for none. */
const char *inside_code(enum inside);
enum inside inside_of(const char *code);	/* INSIDES: unknown */

/* "javascript,launch", as the column wants it; "" for no flag. */
const char *inside_set(struct arena *, unsigned findings);

#endif
