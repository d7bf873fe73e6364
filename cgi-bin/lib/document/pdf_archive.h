/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_PDF_ARCHIVE_H
#define DOCUMENT_PDF_ARCHIVE_H

#include "base/arena.h"

/*
 * PDF/A-2b (ISO 19005-2), so that a paper can be read when nobody knows any more
 * what made it: fonts are in it anyway; here is what else the file has to say.
 */
enum { ARCHIVE_PROFILE = 696 };

/* What the colours of the file mean, an ICC profile of that many bytes (6.2.3). */
extern const unsigned char archive_profile[ARCHIVE_PROFILE];

struct archive_facts {
	const char *title, *author, *producer;
	const char *created, *changed; /* "2026-11-21T02:32:10Z", or NULL */
};

/* The metadata of the file (6.6.2), as XMP in UTF-8. */
const char *archive_metadata(struct arena *, const struct archive_facts *);

#endif
