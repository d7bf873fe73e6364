/* SPDX-License-Identifier: ISC */
#include "sheet/sheet.h"

#include <string.h>

#include "sheet/csv.h"
#include "sheet/row.h"
#include "sheet/xlsx.h"
#include "base/utf8.h"
#include "base/banned.h"

const struct sheet_limits sheet_limits_import = {
	.rows = 20000,
	.columns = 100,
	.cell = 65536,		/* Excel: 32,767 characters */
	.total = 8u << 20,
	.strings = 100000,
	.entries = 1000,
	.inflated = 32u << 20,
	.ratio = 200,
};

void
sheet_rows_init(struct sheet_rows *rows, const struct sheet_request *request,
    struct sheet_fault *fault)
{
	rows->request = request;
	rows->fault = fault;
	rows->total = 0;
	rows->number = 0;
	rows->n = 0;
	*fault = (struct sheet_fault){ .error = SHEET_OK };
}

enum sheet_error
sheet_fail(struct sheet_fault *fault, enum sheet_error error, size_t row,
    size_t column)
{
	fault->error = error;
	fault->row = row;
	fault->column = column;
	return error;
}

void
sheet_row_begin(struct sheet_rows *rows, size_t number)
{
	rows->number = number;
	rows->n = 0;
}

enum sheet_error
sheet_row_cell(struct sheet_rows *rows, size_t column, const char *cell,
    size_t n)
{
	const struct sheet_limits	*limits = rows->request->limits;
	enum sheet_error		 error = SHEET_OK;
	enum utf8_fault			 text;

	if (n == 0)
		return SHEET_OK;
	text = utf8_text(cell, n, true);
	if (rows->number > limits->rows)
		error = SHEET_ROWS;
	else if (column > limits->columns || column > SHEET_COLUMNS_MAX)
		error = SHEET_COLUMNS;
	else if (n > limits->cell)
		error = SHEET_CELL;
	else if (n > limits->total - rows->total)
		error = SHEET_TOTAL;
	else if (text != UTF8_OK)
		error = text == UTF8_INVALID ? SHEET_UTF8 : SHEET_CONTROL;
	if (error != SHEET_OK)
		return sheet_fail(rows->fault, error, rows->number, column);

	rows->total += n;
	while (rows->n < column - 1)
		rows->cells[rows->n++] = "";
	rows->cells[rows->n++] = cell;
	return SHEET_OK;
}

enum sheet_error
sheet_row_end(struct sheet_rows *rows)
{
	const struct sheet_request	*request = rows->request;

	if (rows->n == 0)
		return SHEET_OK;
	if (request->row(request->arg, rows->number, rows->n, rows->cells) != 0)
		return sheet_fail(rows->fault, SHEET_STOPPED, rows->number, 0);
	return SHEET_OK;
}

enum sheet_kind
sheet_sniff(const char *bytes, size_t n)
{
	if (n >= 4 && memcmp(bytes, "PK\3\4", 4) == 0)
		return SHEET_XLSX;
	if (n >= 8 && memcmp(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
		return SHEET_OLE;
	return SHEET_CSV;
}

enum sheet_error
sheet_read(enum sheet_kind kind, char *bytes, size_t n,
    const struct sheet_request *request, struct sheet_fault *fault)
{
	switch (kind) {
	case SHEET_CSV:
		return csv_read(bytes, n, request, fault);
	case SHEET_XLSX:
		return xlsx_read(bytes, n, request, fault);
	case SHEET_OLE:
		break;
	}
	return sheet_fail(fault, SHEET_KIND, 0, 0);
}
