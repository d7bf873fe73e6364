/* SPDX-License-Identifier: ISC */
#ifndef SHEET_CSV_H
#define SHEET_CSV_H

#include "sheet/sheet.h"

/*
 * CSV as RFC 4180 has it and as spreadsheets write it: records end in CR LF,
 * LF or CR; a byte order mark is skipped; the separator is a comma, or a
 * semicolon when the first record that is parted at all has one outside of
 * quotes (Excel writes it where the comma is the decimal sign, as in Indonesia),
 * or a tab when that has more of them than commas, or what a first line "sep=;"
 * says (comma, semicolon or tab), or the one that is asked for.  A quote within
 * an unquoted cell, or text behind a closing quote, is refused as FORMAT_QUOTE;
 * so is a quote that never closes, at the cell where it opened.
 *
 * Decodes in place; the buffer holds n + 1 bytes.  See sheet_read().
 */
enum format_error csv_read(char *bytes, size_t n, const struct sheet_request *request,
    struct sheet_fault *fault);

#endif
