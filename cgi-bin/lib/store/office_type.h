/* SPDX-License-Identifier: ISC */
#ifndef STORE_OFFICE_TYPE_H
#define STORE_OFFICE_TYPE_H

#include "store/media_type.h"

/*
 * Which kind of office document a ZIP archive is: Office Open XML by the type
 * that [Content_Types].xml gives its main part (ECMA-376, part 2, 10.1.2), and
 * OpenDocument by its entry "mimetype" (OpenDocument 1.3, part 2, 3.3), which
 * should be the first and is not where somebody has packed it anew, or by its
 * manifest.  FILE_REFUSED, with the sentence for the person in *why, for all
 * others: plain archives, documents with macros, templates, damaged ones.
 *
 * Memory does not grow with the archive: one directory entry and one buffer of
 * a few kilobytes at a time.
 */
enum file_type office_type(const char *path, const char **why);

#endif
