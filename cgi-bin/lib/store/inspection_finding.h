/* SPDX-License-Identifier: ISC */
#ifndef STORE_INSPECTION_FINDING_H
#define STORE_INSPECTION_FINDING_H

#include "base/arena.h"

/* What a reader should know, as in the set revision.findings. */
enum inspection_finding {
	FINDING_ENCRYPTED,  /* opens without password, but restricts */
	FINDING_JAVASCRIPT, /* scripts or active forms */
	FINDING_LAUNCH,     /* starts other programs */
	FINDING_EMBEDDED,   /* other files in it */
	FINDING_EXTERNAL,   /* fetches or sends by itself, or on a click
				 * that looks like something else */
	FINDING_MENDED,     /* cut off or damaged, but can be read */
	FINDING_UNREADABLE,
	FINDING_LOCKED, /* asks for a password */
	FINDING_MACROS,
	FINDING_OVERSIZE, /* unpacks or paints beyond all measure */
	FINDINGS
};

#define FINDING_FLAG(finding) (1U << (unsigned)(finding))

/* Nobody can judge evidence that is one of these: refused when it comes. */
#define FINDING_REFUSED \
	(FINDING_FLAG(FINDING_UNREADABLE) | FINDING_FLAG(FINDING_LOCKED) | \
	    FINDING_FLAG(FINDING_MACROS) | FINDING_FLAG(FINDING_OVERSIZE))

/* "javascript"; "" for none. */
const char *finding_code(enum inspection_finding);
enum inspection_finding finding_of(const char *code); /* FINDINGS: unknown */

/* "javascript,launch", as the column wants it; "" for no flag. */
const char *finding_set(struct arena *, unsigned findings);

#endif
