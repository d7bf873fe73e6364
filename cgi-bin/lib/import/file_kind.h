/* SPDX-License-Identifier: ISC */
#ifndef IMPORT_FILE_KIND_H
#define IMPORT_FILE_KIND_H

#include <stddef.h>

/*
 * What a file is that somebody sent in place of a table, so that it is refused
 * by its own name, with what to do.  NULL for what may be a table and for what
 * nobody knows.
 */
struct file_kind {
	const char *name;      /* "berkas Gnumeric (.gnumeric)" */
	const char *opened_by; /* a program that can save it as .xlsx; NULL: none */
};
const struct file_kind *file_kind_of(const char *bytes, size_t n);

/* The same of an archive that is no XLSX, by the parts in it. */
const struct file_kind *file_kind_in_archive(const char *bytes, size_t n);

#endif
