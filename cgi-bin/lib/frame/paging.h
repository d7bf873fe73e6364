/* SPDX-License-Identifier: ISC */
#ifndef FRAME_PAGING_H
#define FRAME_PAGING_H

#include "frame/context.h"

/*
 * Long lists come in pages, of PAGE_ROWS where nothing speaks for another
 * size.  A statement is asked for one row more, which tells whether there is a
 * next page; page_turn takes it off again and sets Pages for the macro
 * pagination().  `path` is below the base path and may carry a query of its
 * own.
 */
enum { PAGE_ROWS = 50 };

/* The page that a field of the form asks for, from 1; 1 when it is no number. */
int64_t page_number(const struct context *, int field);
#define PAGE_LIMIT(page) db_int(PAGE_ROWS + 1), db_int(((page)-1) * PAGE_ROWS)
void page_turn(struct context *, struct rows *, size_t size, int64_t page, const char *path);

/* A text for the query of an address, percent-encoded. */
const char *query_text(struct arena *, const char *);

#endif
