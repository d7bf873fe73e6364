/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_LISTING_H
#define DOCUMENT_LISTING_H

#include <stddef.h>

#include "frame/context.h"

/*
 * What a page lists, as a file to work on: a workbook or CSV, made of the same
 * records that the page was made of, by a list of columns.  Cells say what the
 * page says; numbers are numbers in a workbook, and nothing is a formula.
 */
struct listing_column {
	const char *label;
	int share;   /* of the width */
	bool number; /* set right, a number where it is one */
	/* One of three.  The column of a statement whose rows the records are; a
	 * text of each of an array of structs; what reads a cell of any records,
	 * whose text lives as long as the request. */
	const char *source;
	size_t member;
	const char *(*read)(struct context *, const void *records, size_t row);
};

/* Columns that are members of the structs that are listed. */
#define LISTING_MEMBER(heading, width, type, name) \
	{ \
		.label = (heading), .share = (width), .member = offsetof(type, name) \
	}
#define LISTING_NUMBER(heading, width, type, name) \
	{ \
		.label = (heading), .share = (width), .number = true, \
		.member = offsetof(type, name) \
	}

struct listing {
	const char *title;                    /* of its sheet */
	const struct listing_column *columns; /* end without a label */
	const void *records;                  /* struct rows where a column has a source */
	size_t count;
	size_t size; /* of each, where they are an array of structs */
};

/* More than that many records do not go into a file; the page says so. */
enum { LISTING_MAX = 10000 };

/*
 * The answer, under a name without its ending, which is the first word of the
 * path: all listings as the sheets of a workbook, the first as CSV.  A list
 * without records is its head alone.  0 or a status; 404 for another ending, or
 * where the form of the address does not fit.
 */
int listing_send(struct context *, const char *name, const struct listing *, size_t count);

/* All of them as a workbook, not sent: in the arena of the request.  0 or a status. */
int listing_workbook(struct context *, const char *title, const struct listing *, size_t count,
    const char **bytes, size_t *length);

/* The same of one list. */
int listing_send_rows(struct context *, const char *name, const char *title,
    const struct listing_column *, const struct rows *);

#endif
