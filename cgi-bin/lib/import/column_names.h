/* SPDX-License-Identifier: ISC */
#ifndef IMPORT_COLUMN_NAMES_H
#define IMPORT_COLUMN_NAMES_H

#include "import/import_table.h"

/* Small letters and digits alone: "NIP Kepala (18 angka) *" is "nipkepala". */
const char *plain_name(struct arena *, const char *text);

/*
 * How well a plain name stands for a column of the table: 3 as it is called
 * itself, 2 as the table says that it is called too, 1 as offices call it
 * elsewhere, 0 not at all.
 */
int column_likeness(const struct table *, size_t column, const char *plain);

#endif
