/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_LIBRARY_H
#define UPLOAD_LIBRARY_H

#include "rules/quality.h"
#include "upload/search.h"
#include "upload/upload.h"

/* What the library is asked for: the fields of its address, in their order. */
enum {
	FILTER_TEXT,
	FILTER_KIND,
	FILTER_SHOW,
	FILTER_YEAR,
	FILTER_VARIABLE,
	FILTER_PERIOD,
	FILTER_AGENCY,
	FILTER_PAGE,
	FILTER_MARK /* of the file: it is asked for as the list is */
};

enum show {
	SHOW_UNUSED,
	SHOW_LINKED,
	SHOW_ACCEPTED,
	SHOW_REJECTED,
	SHOW_FLAGGED,
	SHOW_TWIN,
	SHOW_OUTSIDE,
	SHOW_ARCHIVED,
	SHOW_ALL
};

enum {
	LIBRARY_ROWS = 20,  /* of one page */
	LIBRARY_FOUND = 500 /* documents found by their contents */
};

struct library {
	struct context *context;
	int64_t agency;   /* whose; 0: of all that a team may see */
	const char *zone; /* of that agency, or of who asks */
	enum show show;
	int64_t page; /* from 1 */
	int64_t rows; /* of a page */
	struct search search;
	struct rows agencies; /* that a team may choose from */
	const char *found;    /* "12,40": documents that say it */
	bool found_all;       /* there were not more than LIBRARY_FOUND */
	const char *only;     /* documents with flags, or twins; or NULL */
};

/* ---- filter.c ------------------------------------------------------------- */

/*
 * Reads the address.  404 for what nobody is led to, and for an agency that
 * the caller may not see.
 */
int library_read(struct library *, struct context *);

/* Whether a team has said enough to be shown documents. */
bool library_asked(const struct library *);

/* Any filter but the agency. */
bool library_filtered(const struct library *);

/* The rows of its page; the number of them, or enum db_error. */
int library_select(struct library *, struct rows *);

/*
 * The documents whose newest file says what is looked for, as "12,40"; *all
 * is false when there were more than LIBRARY_FOUND.  The scope as of
 * search_boolean().  0 or enum db_error.
 */
int library_texts(struct context *, const struct search *, const char *scope_word,
    const char **found, bool *all);

/* The same list, another page of it, below the base path. */
const char *library_address(const struct library *, int64_t page);

/* The address of a search for this text alone, in the same agency. */
const char *library_search_address(const struct library *, const char *text);

/* ---- flags.c: rules/quality.h on documents --------------------------------- */

/* Some documents of one agency, by their keys. */
struct document_range {
	int64_t first, last;
	const char *among; /* "12,40"; NULL: all from first to last */
};

/* The flags of each document of one agency. */
struct document_flags {
	struct rows rows;
	struct document_facts *facts;
};

/* Of those that are not archived.  The number of them, or enum db_error. */
int flags_load(struct context *, int64_t agency_id, const char *zone, struct document_range,
    struct document_flags *);

/* The mask of a document that was loaded; 0 for any other. */
unsigned flags_of(const struct document_flags *, int64_t document_id);

#endif
