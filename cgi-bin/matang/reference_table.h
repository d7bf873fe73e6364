/* SPDX-License-Identifier: ISC */
#ifndef MATANG_REFERENCE_TABLE_H
#define MATANG_REFERENCE_TABLE_H

#include "matang/command.h"

/* A table with a head, in memory: CSV, or the first sheet of a workbook. */
struct table {
	const char *path;
	size_t width;
	const char *const *head;
	size_t count;
	struct line {
		size_t number;      /* row, from 1 */
		const char **cells; /* width of them, none NULL */
	} * lines;
};

/* 0, or -1 after a complaint. */
int table_read(struct work *, struct table *, const char *path);

/* The place of a column, or -1. */
int table_find(const struct table *, const char *name);

/*
 * The place of the column whose name begins so; complains and gives -1 when
 * there is none.
 */
int table_column(const struct work *, const struct table *, const char *name);

/* A complaint that names file, line and column; gives -1. */
int table_complain(const struct work *, const struct table *, size_t line, int column,
    const char *problem);

#endif
