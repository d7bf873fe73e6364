/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_SCALED_TABLE_H
#define CYCLE_SCALED_TABLE_H

#include "assessment/scaled.h"
#include "import/import_table.h"

/*
 * An instrument of any kind as one table, in a workbook, CSV or JSON: a row for each rule of
 * its score, each word of a scale, each variable and each class.  What goes out comes in again
 * as the same instrument.
 */

/* Reads a file that was chosen, by what it is; problems name the cell.  Whole only when there
 * is none. */
void scaled_read(struct problems *, const struct upload *, struct scaled *);

/* Whether a file is JSON. */
bool scaled_is_json(const struct upload *);

/* Out again, for a line of each: cells in the order of scaled_heads. */
enum { SCALED_COLUMNS = 13 };
extern const char *const scaled_heads[SCALED_COLUMNS];
struct scaled_line {
	const char *cells[SCALED_COLUMNS];
};
struct scaled_line *scaled_lines(struct arena *, const struct scaled *, size_t *count);

#endif
