/* SPDX-License-Identifier: ISC */
#ifndef IMPORT_TABLE_H
#define IMPORT_TABLE_H

#include <stdint.h>

#include "frame/context.h"

/*
 * Tables that somebody uploads, CSV or XLSX, and everything that is wrong
 * with them, by row and column, before anything is stored.
 *
 * Between the preview and the decision to store it a small table travels in the
 * form itself, as CSV of our own making: nothing has to be kept, found again
 * or cleaned up, it is the same over plain CGI, and it is read and checked
 * once more when it comes back.  Hence the limit: the form has to pass
 * through servers that take 128 KiB at most.  Lists that may be larger are kept
 * (import/import_draft.h).
 */
enum { TABLE_TEXT_MAX = 96 * 1024, TABLE_ROWS_MAX = 600 };

struct table_column {
	const char *name; /* as it is written in the head and in messages */
	const char *also; /* other heads taken for it, "a b c*": small
				 * letters and digits; * stands for any end */
	unsigned flags;
	size_t max; /* characters of a cell */
	/* Where it goes out in a workbook, too: */
	int share;                          /* of the width, in percent */
	const char *source;                 /* column of the statement that it comes from */
	const char *(*words)(const char *); /* of a code, or NULL */
	const struct field *field;          /* of a register, or NULL */
	/* Of a column that the file has not: what the head of another one says of all its
	 * rows, as "Admin OPD" says that these are operators; NULL: nothing.  Or NULL. */
	const char *(*implied)(struct arena *, const char *head);
};

enum {
	COLUMN_REQUIRED = 1, /* has to be in the head */
	COLUMN_FILLED = 2,   /* no cell of it may be empty */
	COLUMN_LINES = 4     /* line breaks are kept */
};

/*
 * What is wrong, in the order in which it was found: Problems.N.where and
 * .text, and ProblemCount, which may be more than are listed.  And what was
 * made of the file that nobody has to mend but should see: Ignored.N.name, heads
 * of columns that are not read; Understood.N.head and .name, heads that are
 * called otherwise here; Unread.N.where and .text, lines that are no rows.  And
 * what each column of the file means, to be chosen otherwise, of each table:
 * Mapping.T.label, .columns.N.field, .head and .place, .names.N.place and .name.
 */
struct problems {
	struct context *context;
	size_t count, ignored, understood, unread, other_sheets;
	size_t tables; /* that were read so far */
};

struct table {
	struct problems *problems;
	const char *label;                  /* before row and column in messages,
					 * "" where there is one table alone */
	const struct table_column *columns; /* ends with a NULL name */
	size_t width;
	size_t place;       /* among those that are read together */
	const char *family; /* of the fields in which its columns are chosen */
	int year;           /* that a title above the head names, or 0 */
	size_t attempt;     /* in which its head was found: see struct upload */
	size_t count;
	struct table_row {
		size_t number;       /* as the spreadsheet counts, from 1 */
		const char **cells;  /* width of them, trimmed, not NULL */
		bool wrong;          /* a problem names it */
		uint64_t told;       /* a bit for each column of which a
					 * problem has been told: each once */
		const char *section; /* a line above that groups rows, "" */
	} * rows;
};

struct upload {
	char *bytes; /* length + 1 of them */
	size_t length;
	const char *name;
	bool workbook;   /* XLSX: may have several sheets */
	size_t rows_max; /* TABLE_ROWS_MAX, or what the import takes */
	/*
	 * What a person has chosen in a preview, or NULL: of each column of the
	 * file, from 0, the column that it means, from 1, 0 for none; and in
	 * which attempt the head had been found.
	 */
	const struct each *chosen;
	size_t attempt;
	const char *family; /* of the fields in which that is done, NULL: "column-" */
};

/* The file of a field, or NULL: none came, or the error is in the form. */
struct upload *table_upload(struct context *, int field);

/* The same of bytes that were kept. */
struct upload *table_file(struct context *, const char *name, const void *bytes, size_t length);

/* Bytes of a blank at this place, or 0.  Cells come without blanks around them, and
 * of those within one is as good as another. */
size_t table_blank(const char *text);

/* Whether a text is one of the names, written as in `also` above. */
bool table_called(struct arena *, const char *text, const char *names);

/*
 * Reads a table; the head may stand some rows below a title, in one row or in
 * two, and sums, notes and signatures below the rows (import/list.h).  `sheets`
 * are the names that its worksheet may have, ending with NULL; NULL for the first
 * one that has such a head.  False when nothing could be read at all, which is a
 * problem, too.
 */
bool table_read(struct table *, struct problems *, const struct table_column *, const char *label,
    const struct upload *, const char *const *sheets);

/* The same of what came back from the preview. */
bool table_again(struct table *, struct problems *, const struct table_column *, const char *label,
    const char *csv);

/* As CSV for the preview's form; NULL, and a problem, when it is too long. */
const char *table_csv(struct table *);

/* A problem at a place that is said in words, "" for the whole table. */
void table_add_problem(struct table *, const char *place, const char *text);

/* A problem of a cell; the row is an index, from 0. */
void table_problem(struct table *, size_t row, size_t column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same where it is no row: a line of the file, and a column by its head. */
void table_problem_at(struct table *, size_t number, const char *column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* What should be seen: a column that is not read, a head that is called
 * otherwise here, a line that is no row. */
void table_ignored(struct table *, const char *head);
void table_understood(struct table *, const char *head, const char *name);
void table_mapping(struct table *, size_t column, const char *head, int place);
void table_mapping_name(struct table *, size_t column);
void table_unread(struct table *, size_t number, const char *text);

/* A sheet of the workbook, from 1, that has such a list, too, and was not read. */
void table_other_sheet(struct table *, size_t number);

/* A problem at a place in words, "" for the whole. */
void problems_add(struct problems *, const char *where, const char *text);

/* One that concerns no cell. */
void table_trouble(struct table *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A cell as a whole number within bounds, Arabic or Roman, or -1 and a problem. */
int64_t table_number(struct table *, size_t row, size_t column, int64_t min, int64_t max);

/*
 * table_cell.c: numbers as people write them, and as spreadsheets spoil them; a problem
 * where one cannot be meant.  An amount of money or people, "6.283", "Rp 1.500.000,00", is
 * given, -1 for none or a problem; a NIP and a telephone number are put right in their cell.
 */
int64_t table_amount(struct table *, size_t row, size_t column, int64_t min, int64_t max);
void table_nip(struct table *, size_t row, size_t column);
void table_phone(struct table *, size_t row, size_t column);

#endif
