/* SPDX-License-Identifier: ISC */
#ifndef SHEET_NUMBER_TEXT_H
#define SHEET_NUMBER_TEXT_H

#include <stddef.h>

/*
 * A number of a workbook as people see it.  Spreadsheets keep binary fractions
 * and show at most 15 digits of them; what they store may have more: 64.71 as
 * 64.70999999999999 (Excel) or 64.7099999999999999992 (gnumeric).
 *
 * Writes n bytes, rounded half up to 15 significant digits, and returns the
 * length.  0 when they may stay as they are: those of fewer digits ("5.50",
 * "1.9E+17") and what is no number.  A whole number keeps its length; the
 * digits that no spreadsheet shows are 0, as they are on its screen.
 */
enum { NUMBER_TEXT = 64, NUMBER_DIGITS = 15 };

size_t number_text(char out[NUMBER_TEXT], const char *s, size_t n);

#endif
