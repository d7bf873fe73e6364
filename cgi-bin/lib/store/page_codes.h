/* SPDX-License-Identifier: ISC */
#ifndef STORE_PAGE_CODES_H
#define STORE_PAGE_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "store/media_type.h"

/*
 * What stands on the first pages of a PDF or on a picture, for machines: QR
 * codes, and the text where there is one.  By poppler's programs, which draw
 * the pages, and libzbar in the confined inspector, where the host has them.
 */
enum { PAGE_CODES_MAX = 8, PAGE_CODE_TEXT = 201 };

struct page_codes {
	bool drawn; /* pages were drawn, and looked at for codes */
	char codes[PAGE_CODES_MAX][PAGE_CODE_TEXT];
	size_t count;
};

/* Of the file that is open at fd, read from its beginning: PDF, JPEG or PNG. */
void page_codes_read(struct arena *, const char *inspector, int fd, enum file_type,
    struct page_codes *);

/* The text of those pages of a PDF, "" where there is none; NULL where nobody
 * could look. */
const char *page_text_read(struct arena *, int fd);

#endif
