/* SPDX-License-Identifier: ISC */
#ifndef IMPORT_LIST_H
#define IMPORT_LIST_H

#include "import/import_table.h"
#include "sheet/sheet.h"

/*
 * A list as people keep it in a worksheet: a title, a head of one row or two, a
 * row that numbers the columns, the rows, and below them sums, notes and who
 * signed it.  What is clear is understood and told with the preview; what is
 * not is a problem of its cell.  For import_table.c alone.
 */
enum { LIST_ABSENT = -1, LIST_HEAD_WITHIN = 12, LIST_LINES_MORE = 100 };

struct list_line {
	size_t number; /* as the spreadsheet counts, from 1 */
	size_t count;
	const char **cells; /* as they are stored, "" when empty */
	bool hidden;
	const char *section; /* of the line above that groups rows, or "" */
};

struct list {
	struct table *table;
	enum sheet_kind kind;
	struct list_line *lines; /* that have a filled cell */
	size_t count, room;
	bool too_many;
	size_t rows_max;
	const struct each *chosen; /* by a person: see struct upload */
	size_t attempt;            /* the sheet or the separator that is tried */
	struct sheet_marks *marks;
	size_t head, head_lines;    /* which line is the head; 1 or 2, 0: none */
	int *places;                /* column of the file -> ours, or LIST_ABSENT */
	const struct column *names; /* of list_head.c */
	size_t width;               /* columns of the file that have a head */
	const char **implied;       /* of each of ours that is not there, for all rows, or NULL */
	size_t first, end;          /* of the lines that are rows */
};

/* list_head.c: finds the head and what its columns mean.  False where no line
 * names all columns that have to be there; the head is then the most alike. */
bool list_find_head(struct list *);

/* Whether a line says what the head says, as on top of each printed page. */
bool list_repeats_head(const struct list *, const struct list_line *);

/* The column that numbers the rows, or LIST_ABSENT. */
int list_number_column(const struct list *);

/* Whether a column of the file has a name, ours or another. */
bool list_has_head(const struct list *, size_t column);

/* Says what is wrong with the head, and what of it was understood. */
void list_tell_head(struct list *);

/* list_rows.c: which lines are rows; fills merged cells down, and tells what is
 * not read. */
void list_find_rows(struct list *);

/* Whether a text stands for nothing: "-", "–". */
bool list_is_nothing(const char *text);

/* "C", "AB": how the spreadsheet calls a column, from 0. */
const char *list_letter(struct arena *, size_t column);

#endif
