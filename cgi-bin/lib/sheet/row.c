/* SPDX-License-Identifier: ISC */
/*
 * The row under construction that the readers of every kind share: the limits
 * are enforced here, once, and here a fault gets its place.
 */
#include "sheet/row.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/banned.h"

void
sheet_rows_init(struct sheet_rows *rows, const struct sheet_request *request,
    struct sheet_fault *fault)
{
	rows->request = request;
	rows->fault = fault;
	rows->total = 0;
	rows->number = 0;
	rows->n = 0;
	rows->skipped = 0;
	*fault = (struct sheet_fault){ .error = FORMAT_OK };
}

enum format_error
sheet_fail(struct sheet_fault *fault, enum format_error error, size_t row, size_t column)
{
	fault->error = error;
	fault->row = row;
	fault->column = column;
	return error;
}

/* The same but for capitals and for blanks around it. */
static bool
is_loosely(const char *name, const char *wanted)
{
	size_t n;

	name += strspn(name, " ");
	n = strlen(name);
	while (n > 0 && name[n - 1] == ' ')
		n--;
	return n == strlen(wanted) && strncasecmp(name, wanted, n) == 0;
}

bool
sheet_is_wanted(struct sheet_rows *rows, const char *name, bool hidden)
{
	const struct sheet_request *request = rows->request;

	if (request->sheet != NULL)
		return request->loosely ?
		    is_loosely(name, request->sheet) :
		    strcmp(name, request->sheet) == 0;
	return !hidden && rows->skipped++ == request->skip;
}

void
sheet_row_begin(struct sheet_rows *rows, size_t number)
{
	rows->number = number;
	rows->n = 0;
}

enum format_error
sheet_row_cell(struct sheet_rows *rows, size_t column, const char *cell, size_t n)
{
	const struct format_limits *limits = rows->request->limits;
	enum format_error error = FORMAT_OK;
	enum utf8_fault text;

	if (n == 0)
		return FORMAT_OK;
	text = utf8_text(cell, n, true);
	if (text == UTF8_CONTROL && rows->request->mended != NULL) {
		char *mended = arena_alloc(rows->request->mended, 2 * n + 1);

		size_t left = utf8_mend(mended, cell, n);

		text = left == SIZE_MAX ? UTF8_INVALID : UTF8_OK;
		n = text == UTF8_OK ? left : n;
		cell = mended;
		if (n == 0)
			return FORMAT_OK;
	}
	if (rows->number > limits->rows)
		error = FORMAT_ROWS;
	else if (column > limits->columns || column > SHEET_COLUMNS_MAX)
		error = FORMAT_COLUMNS;
	else if (n > limits->cell)
		error = FORMAT_CELL;
	else if (n > limits->total - rows->total)
		error = FORMAT_TOTAL;
	else if (text != UTF8_OK)
		error = text == UTF8_INVALID ? FORMAT_UTF8 : FORMAT_CONTROL;
	if (error != FORMAT_OK)
		return sheet_fail(rows->fault, error, rows->number, column);

	rows->total += n;
	while (rows->n < column - 1)
		rows->cells[rows->n++] = "";
	rows->cells[rows->n++] = cell;
	return FORMAT_OK;
}

enum format_error
sheet_row_end(struct sheet_rows *rows)
{
	const struct sheet_request *request = rows->request;

	if (rows->n == 0)
		return FORMAT_OK;
	if (request->row(request->arg, rows->number, rows->n, rows->cells) != 0)
		return sheet_fail(rows->fault, FORMAT_STOPPED, rows->number, 0);
	return FORMAT_OK;
}
