/* SPDX-License-Identifier: ISC */
#ifndef SHEET_CELL_H
#define SHEET_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * Cells on their way out, into a spreadsheet of somebody who did not write
 * them.
 *
 * Formulas: a text that a spreadsheet would take for one, as it begins with
 * = + - @, a tab or CR, goes into CSV with an apostrophe before it, so that
 * what an agency calls itself computes nothing on the desk of who opens the
 * file.  A number is no formula: -5 stays -5.  In a workbook nothing needs
 * disarming: there the type of a cell is said, not guessed.
 */

/*
 * "1.234,5" as people read it here, "1234.5" as machines do, in the arena;
 * NULL for what is no number.  What begins with 0 and goes on is a code, and
 * so is a whole number of more than 15 digits, which a spreadsheet would
 * round.
 */
const char *cell_as_number(struct arena *, const char *text);

/* Adds a text as a quoted field of RFC 4180, disarmed. */
void cell_csv(struct buffer *csv, const char *text);

/* The text behind an apostrophe that cell_csv put there: a cell that comes
 * back is what it was. */
const char *cell_rearmed(const char *cell);

/* Whether that is what stands where a formula has come to nothing (ECMA-376, part
 * 1, 18.17.2), and our readers give where it was never worked out. */
bool cell_is_error(const char *, size_t n);

#endif
