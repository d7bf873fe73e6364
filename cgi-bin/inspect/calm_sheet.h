/* SPDX-License-Identifier: ISC */
#ifndef INSPECT_CALM_SHEET_H
#define INSPECT_CALM_SHEET_H

#include <stdbool.h>

#include "format/zip_reader.h"

/*
 * Whether a worksheet has nothing by which a formula could fetch or start
 * something, told by its bytes alone: a long table is read by that for a tenth of
 * what it costs as XML.  True only of plain UTF-8 of which all was read; false
 * says nothing but that it has to be read as XML, from the beginning
 * (zip_reader_again), and comes at the first byte that may matter.
 */
bool sheet_is_calm(struct zip_reader *archive);

#endif
