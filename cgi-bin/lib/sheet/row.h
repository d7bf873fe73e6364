/* SPDX-License-Identifier: ISC */
#ifndef SHEET_ROW_H
#define SHEET_ROW_H

#include "sheet/sheet.h"

/*
 * The row under construction, shared by the readers: here the limits that
 * count for every kind are enforced and the fault is noted.
 */
struct sheet_rows {
	const struct sheet_request *request;
	struct sheet_fault *fault;
	size_t total;   /* bytes so far */
	size_t number;  /* of this row */
	size_t n;       /* cells in use */
	size_t skipped; /* worksheets that were passed over */
	const char *cells[SHEET_COLUMNS_MAX];
};

void sheet_rows_init(struct sheet_rows *rows, const struct sheet_request *request,
    struct sheet_fault *fault);

/* Is a worksheet of that name the one that is asked for?  Asked of each in the
 * order of the workbook. */
bool sheet_is_wanted(struct sheet_rows *, const char *name, bool hidden);

/* Note an error and return it.  Row and column from 1, or 0. */
enum format_error sheet_fail(struct sheet_fault *fault, enum format_error error, size_t row,
    size_t column);

/*
 * Begin row `number`; put cell `column` (from 1, ascending) of n bytes,
 * terminated, which stays where it is until the end of the row; deliver.
 */
void sheet_row_begin(struct sheet_rows *rows, size_t number);
enum format_error sheet_row_cell(struct sheet_rows *rows, size_t column, const char *cell,
    size_t n);
enum format_error sheet_row_end(struct sheet_rows *rows);

#endif
