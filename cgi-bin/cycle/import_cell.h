/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_IMPORT_CELL_H
#define CYCLE_IMPORT_CELL_H

#include "import/import_table.h"

/* What people and spreadsheets write into cells, and what they mean. */

/*
 * Whether a cell means the region with this code.  Spreadsheets take "64.10"
 * for a number and keep 64.1, or write 64,71 and 6471.
 */
bool is_region_code(const char *code, const char *cell);

/*
 * Checks a cell by what its field is like: what a spreadsheet has made of a
 * number is mended in its place, or is a problem that says how to mend it.
 */
void check_cell(struct table *, size_t row, size_t column);

#endif
