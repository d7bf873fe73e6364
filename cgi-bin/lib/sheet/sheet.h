/* SPDX-License-Identifier: ISC */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "format/format.h"

/*
 * Rows of text out of a table that somebody made in a spreadsheet program.
 * CSV (csv.h), XLSX (xlsx.h) and ODS (ods.h) come out alike, so that an import is
 * written once.  The file lies in memory; nothing here opens one.
 */
#define SHEET_COLUMNS_MAX 256

enum sheet_kind {
	SHEET_CSV,
	SHEET_XLSX,
	SHEET_ODS,
	SHEET_OLE /* .xls, or an .xlsx locked with a password:
				 * not readable, but known by its face */
};

/* For files that an administrator loads: ample for every table we know. */
extern const struct format_limits sheet_limits_import;

/*
 * One row that has at least one filled cell; empty rows are passed over.
 * row is the number at the left edge of the screen in the spreadsheet, from 1
 * (CSV: records are counted, so a line break in a cell does not count).
 * cells[0] is column A.  Cells are NUL-terminated UTF-8 without control
 * characters but tab, CR and LF; empty ones are ""; the last one, cells[n - 1],
 * is not empty.  All of it lasts until the callback returns.  Nonzero stops.
 */
typedef int sheet_row_fn(void *arg, size_t row, size_t n, const char *const *cells);

/* Cells that are one on the screen; the first of them has the text. */
struct sheet_range {
	size_t first_row, last_row, first_column, last_column;
};

/*
 * What is seen of a worksheet beside its cells; CSV has nothing of it.
 */
enum { SHEET_RANGES_MAX = 1024 };

struct sheet_marks {
	bool hidden;        /* the row that is being delivered */
	size_t range_count; /* known behind the last row */
	struct sheet_range ranges[SHEET_RANGES_MAX];
};

struct sheet_request {
	const struct format_limits *limits;
	const char *sheet; /* worksheet's name, NULL:
						 * the first that is not hidden */
	sheet_row_fn *row;
	void *arg;
	bool loosely;              /* capitals of the name, and
						 * blanks around it, are no matter */
	size_t skip;               /* so many that are not hidden,
						 * where there is no name */
	char separator;            /* CSV: of cells; 0: found out */
	struct sheet_marks *marks; /* NULL: nobody asks */
	struct arena *mended;      /* where cells with control characters are
						 * mended (base/utf8.h); NULL:
						 * they are a fault */
};

/* Where it went wrong, counted from 1; 0 when no row or no column is meant. */
struct sheet_fault {
	enum format_error error;
	size_t row, column;
};

/* What is in these n bytes?  Judged by the first eight, an archive by the names in
 * it; CSV when unknown, XLSX when it is an archive of another kind. */
enum sheet_kind sheet_kind_of(const char *bytes, size_t n);

/* Whether it may have several worksheets. */
bool sheet_is_workbook(enum sheet_kind kind);

/*
 * Read the n bytes of a file of that kind and call request->row for each row.
 * The buffer holds n + 1 bytes and is written to.  Rows before a fault have
 * been delivered, so nothing may be kept before FORMAT_OK.  Returns
 * fault->error.
 */
enum format_error sheet_read(enum sheet_kind kind, char *bytes, size_t n,
    const struct sheet_request *request, struct sheet_fault *fault);

#endif
