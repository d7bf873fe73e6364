/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_EXPORT_H
#define DOCUMENT_EXPORT_H

#include "format/zip_writer.h"
#include "document/model.h"
#include "frame/context.h"

/*
 * Tables to work on: the tables and charts of a model as a workbook
 * (XLSX: a sheet each, numbers as numbers, the head in sight and on every
 * printed page) or as CSV.  The parts of such files are templates below
 * templates/office; here stands only what goes into them.
 *
 * A table without lines is none; one whose lines have no cells is its head alone.
 */
bool export_is_table(const struct block *);

/* The table of such a block: of a chart, the figures behind it. */
const struct block *export_table(struct arena *, const struct block *);

/* Its caption, else the heading that it stands below; may be "". */
const char *export_table_name(const struct document_model *, const struct block *);

/* The answer, offered under that name.  0 or a status. */
int export_workbook(struct context *, const struct document_model *, const char *name);

/* The same, not sent: in the arena of the request.  The model has a table.  0 or a
 * status. */
int export_workbook_bytes(struct context *, const struct document_model *, const char **bytes,
    size_t *length);

/*
 * The same to be filled in and brought back: columns of its first table that are
 * set left have texts alone, so that 0812… and 18 digits stay what they are, in
 * rows that are yet empty, too.  Some of its columns offer the filled cells of a
 * column of the second table to choose from.  The other tables are to be read:
 * their sheets are locked, without a password.
 */
struct export_choice {
	size_t column; /* of the first table, from 0 */
	size_t from;   /* column of the second */
	size_t count;  /* rows of it */
};
int export_form(struct context *, const struct document_model *, const struct export_choice *,
    size_t count, const char *name);

/*
 * Whether a table goes out under that ending, "xlsx" or "csv"; and the tables of a
 * model as such a file: all of them as a workbook, the first as CSV.  The name
 * has no ending.  0 or a status.
 */
bool export_is_ending(const char *);
int export_tables(struct context *, const struct document_model *, const char *ending,
    const char *name);

/* What an address of CSV takes among its fields: 1 for a byte order mark, behind
 * which alone Excel reads UTF-8 as what it is; and where it takes nothing else. */
#define EXPORT_MARK \
	{ \
		.name = "bom", .kind = FIELD_NUMBER, .label = "BOM", .max = 1 \
	}
extern const struct field export_fields[];

/* CSV as the answer, with the mark where it is asked for. */
int export_csv_send(struct context *, const struct buffer *csv, const char *name);

/* RFC 4180 with labels in the first row; formulas disarmed: sheet/cell.h. */
void export_csv(struct arena *, const struct block *, struct buffer *csv);

/* ---- for other files of this kind ---------------------------------------- */

/* Begins the page's data anew: nothing of one part stands in another. */
void export_fresh(struct context *);

/* Adds what a template makes of the page's data.  0 or a status. */
int export_part(struct context *, struct zip_writer *, const char *view, const char *path);

/* Bytes as an answer to be kept under a name; 0. */
int export_bytes(struct context *, const char *media, const char *bytes, size_t length,
    const char *name);

/* The archive as the answer.  0 or a status. */
int export_send(struct context *, struct zip_writer *, const char *media, const char *name);

#endif
