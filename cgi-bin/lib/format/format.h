/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_H
#define FORMAT_H

#include <stddef.h>

/*
 * What the readers of files have in common, whether an archive, XML, CSV or a
 * workbook: how a file can be wrong, and how much of it is read.
 */
enum format_error {
	FORMAT_OK = 0,
	FORMAT_STOPPED,  /* the callback returned nonzero */
	FORMAT_MEMORY,   /* malloc failed */
	FORMAT_KIND,     /* not a kind that can be read */
	FORMAT_ABSENT,   /* XLSX: no worksheet of that name, or none */
	FORMAT_ROWS,     /* a filled row beyond the limit */
	FORMAT_COLUMNS,  /* a filled cell beyond the limit */
	FORMAT_CELL,     /* more bytes in a cell than the limit */
	FORMAT_TOTAL,    /* more bytes of text in all than the limit */
	FORMAT_UTF8,     /* CSV: not UTF-8 ("CSV UTF-8" was not chosen) */
	FORMAT_CONTROL,  /* a control character other than tab, CR, LF */
	FORMAT_QUOTE,    /* CSV: quotes not as in RFC 4180 */
	FORMAT_ZIP,      /* XLSX: damaged, encrypted or unknown archive */
	FORMAT_LOCKED,   /* it asks for a password */
	FORMAT_INFLATED, /* XLSX: unpacks to more than the limits */
	FORMAT_DTD,      /* XLSX: a document type, never in a real one */
	FORMAT_XML       /* XLSX: malformed, or not what ECMA-376 says */
};

/*
 * Every limit is enforced; none may be 0.  strings, entries, inflated and
 * ratio concern workbooks only: shared strings, files in the archive, bytes
 * unpacked in all, and how many times smaller than its content a file of more
 * than a mebibyte may be packed.
 */
struct format_limits {
	size_t rows, columns; /* columns: at most SHEET_COLUMNS_MAX */
	size_t cell, total;   /* bytes */
	size_t strings, entries, inflated, ratio;
};

#endif
