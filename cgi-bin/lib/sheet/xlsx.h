/* SPDX-License-Identifier: ISC */
#ifndef SHEET_XLSX_H
#define SHEET_XLSX_H

#include "sheet/sheet.h"

/*
 * One worksheet of an XLSX workbook (ECMA-376, Part 1, section 18), out of
 * memory, row by row.  A cell's text is
 *	a string	as it is, shared, inline or a formula's result, its
 *			formatted runs joined, phonetic hints left out;
 *	a number	as people see it: 5 is "5", no thousands, at most 15
 *			digits (sheet/number_text.h);
 *	a date		"2026-11-21", with a time of day "2026-11-21 13:45:00",
 *			when the cell's format shows a day or a year;
 *	a truth value	"TRUE" or "FALSE";
 *	an error	as it is, "#N/A"; the same where a formula has no
 *			result yet, as programs that compute nothing leave it.
 * Of merged cells the first has the value.  Rows and cells come in ascending
 * order or the file is refused.
 *
 * Allocates the shared strings and one row, freed before it returns; bounded by
 * the limits.  Names in the archive are only looked up, never opened.
 * bytes are not changed.  See sheet_read().
 */
enum format_error xlsx_read(const char *bytes, size_t n, const struct sheet_request *request,
    struct sheet_fault *fault);

#endif
