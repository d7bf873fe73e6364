/* SPDX-License-Identifier: ISC */
#ifndef SHEET_ODS_H
#define SHEET_ODS_H

#include "sheet/sheet.h"

/*
 * One worksheet of an OpenDocument spreadsheet (OpenDocument 1.3, Part 3, section
 * 9), out of memory, row by row.  A cell's text is that of xlsx.h, so that a list
 * comes in alike whichever program keeps it:
 *	a string	its paragraphs, each on a line, without what people wrote
 *			beside the cell;
 *	a number	as it is stored, not as the cell shows it, at most 15
 *			digits (sheet/number_text.h);
 *	a date		"2026-11-21", with a time of day "2026-11-21 13:45:00";
 *	a time		as the cell shows it;
 *	a truth value	"TRUE" or "FALSE";
 *	an error	as it is, "#N/A"; that also for what no other program calls
 *			so ("Err:502") and where a formula has no result.
 * Of merged cells the first has the value, whatever the others keep.  Rows and
 * cells that are said once and repeated come as often as they are seen; what is
 * empty may be repeated without end, what is filled within the limits.
 *
 * FORMAT_LOCKED where it asks for a password, FORMAT_KIND for another kind of
 * OpenDocument.  Allocates one row, freed before it returns.  See sheet_read().
 */
enum format_error ods_read(const char *bytes, size_t n, const struct sheet_request *request,
    struct sheet_fault *fault);

#endif
