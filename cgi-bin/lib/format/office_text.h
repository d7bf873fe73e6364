/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_OFFICE_TEXT_H
#define FORMAT_OFFICE_TEXT_H

#include "format/format.h"

/*
 * The words of an Office document out of memory, for finding it again: no
 * pictures, no formats, nothing that was deleted or moved away; what stands in
 * boxes, in the head and the foot of a letter and below the line too (number and
 * copies of an official letter often stand nowhere else).  A paragraph is a line,
 * a row of a table is a line with tabs between its cells.
 */
enum text_kind { TEXT_DOCX, TEXT_XLSX, TEXT_PPTX, TEXT_ODT, TEXT_ODS };

/* Takes n bytes of UTF-8; nonzero says that it is enough. */
typedef int format_text_fn(void *arg, const char *bytes, size_t n);

/* Ample for a report of a thousand pages. */
extern const struct format_limits format_limits_text;

/*
 * Hand over the text of the n bytes piece by piece; of the limits entries,
 * strings, inflated and ratio count.  What came before a fault is good text.
 * FORMAT_STOPPED when it was enough.
 */
enum format_error text_read(enum text_kind kind, const char *bytes, size_t n,
    const struct format_limits *limits, format_text_fn *put, void *arg);

#endif
