/* SPDX-License-Identifier: ISC */
/*
 * A model to work on: its tables as a workbook (ECMA-376) or as CSV.  Figures
 * go out as numbers, codes as text (sheet/cell.h), and a form to be filled in
 * brings its lists of choices along.
 */
#include "document/export.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "sheet/cell.h"
#include "document/chart_record.h"
#include "base/banned.h"

static const char media_workbook[] = "application/vnd.openxmlformats-"
				     "officedocument.spreadsheetml.sheet";

enum { SHEET_NAME = 31, CELL_REFERENCE = 12 };

/* What export_form adds. */
struct export_form {
	const struct export_choice *choices;
	size_t count;
};

bool
export_is_table(const struct block *block)
{
	return chart_record_has_table(block) ||
	    (block->kind == BLOCK_TABLE && block->row_count > 0 && block->column_count > 0);
}

const struct block *
export_table(struct arena *arena, const struct block *block)
{
	return block->kind == BLOCK_PICTURE ? chart_record_table(arena, block) : block;
}

/* Its caption, else the heading that it stands below. */
const char *
export_table_name(const struct document_model *model, const struct block *table)
{
	const char *name = "";

	if (*table->text != '\0')
		return table->text;
	for (const struct block *block = model->blocks; block != table; block = block->next)
		if (block->kind == BLOCK_HEADING)
			name = block->text;
	return name;
}

/* ---- a workbook ----------------------------------------------------------- */

/* Names of sheets are short and without some characters; numbered where the
 * caption alone would not tell them apart. */
static const char *
sheet_name(struct arena *arena, const char *number, const char *caption)
{
	struct buffer name = { .arena = arena };
	size_t characters = strlen(number);

	buffer_add(&name, number, characters);
	if (characters > 0 && *caption != '\0') {
		buffer_char(&name, ' ');
		characters++;
	}
	for (const char *at = caption; *at != '\0'; at++) {
		/* A character begins with anything but 10xxxxxx. */
		if ((*at & 0xc0) != 0x80 && ++characters > SHEET_NAME)
			break;
		buffer_char(&name, strchr("[]:*?/\\'\n\t", *at) != NULL ? ' ' : *at);
	}
	return name.bytes;
}

/* Lines that a text takes in a column of so many characters. */
static int
lines_of(const char *text, int width)
{
	int lines = 1, at = 0;

	for (; *text != '\0'; text++)
		if (*text == '\n') {
			lines++;
			at = 0;
		} else if ((*text & 0xc0) != 0x80 && ++at > width) {
			lines++;
			at = 1;
		}
	return lines;
}

/* Characters that a column is wide: about 100 for a page, 6 at least. */
static int
column_width(const struct block *block, size_t at)
{
	int whole = 0;

	for (size_t other = 0; other < block->column_count; other++)
		whole += block->columns[other].width;
	return 6 + 100 * block->columns[at].width / (whole > 0 ? whole : 1);
}

/* Not every program fits a row to its text when it opens the file. */
static int
row_height(const struct block *block, const struct row *row)
{
	static const int points = 15;     /* of a line */
	static const int lines_most = 27; /* a row has 409 points at most: ECMA-376, 18.3.1.73 */
	int most = 1;

	for (size_t at = 0; at < row->count; at++) {
		int lines = lines_of(row->cells[at], column_width(block, at));

		if (lines > most)
			most = lines;
	}
	return (most < lines_most ? most : lines_most) * points;
}

/*
 * As ST_Xstring has it (ECMA-376, part 1, 22.9.2.19), where _x000D_ is a character:
 * what somebody has typed so comes back as it was typed.
 */
static const char *
xstring(struct arena *arena, const char *text)
{
	struct buffer out = { .arena = arena };

	if (strstr(text, "_x") == NULL)
		return text;
	for (const char *at = text; *at != '\0'; at++) {
		if (at[0] == '_' && at[1] == 'x' && strspn(at + 2, "0123456789abcdefABCDEF") >= 4 &&
		    at[6] == '_')
			buffer_text(&out, "_x005F");
		buffer_char(&out, *at);
	}
	return out.bytes;
}

/* text_alone: whatever is typed there stays a text. */
static void
set_cell(struct context *context, struct node *row, size_t row_number, size_t column,
    const char *text, bool numeric, bool text_alone)
{
	struct node *node = node_row(row, column);
	const char *number = numeric ? cell_as_number(context->arena, text) : NULL;
	char reference[CELL_REFERENCE];

	snprintf(reference, sizeof(reference), "%c%zu", (char)('A' + column), row_number);
	node_set(node, "place", reference);
	if (number != NULL) {
		node_set(node, "number", number);
		if (strchr(number, '.') != NULL)
			node_set(node, "decimal", "1");
	} else
		node_set(node, "text", xstring(context->arena, text));
	if (text_alone)
		node_set(node, "text_alone", "1");
}

static void
export_fill_sheet(struct context *context, const struct document_model *model,
    const struct block *table, bool typed)
{
	struct node *sheet = page_node(&context->page, "Sheet");
	struct node *columns = node_child(sheet, "columns");
	struct node *rows = node_child(sheet, "rows");
	size_t number = 1;

	node_set(sheet, "landscape", model->landscape ? "1" : "");
	node_set(sheet, "folio", model->folio ? "1" : "");
	for (size_t at = 0; at < table->column_count; at++) {
		node_set_int(node_row(columns, at), "number", (int64_t)at + 1);
		node_set_int(node_row(columns, at), "width", column_width(table, at));
		if (typed && table->columns[at].align == ALIGN_LEFT)
			node_set(node_row(columns, at), "text_alone", "1");
		set_cell(context, node_child(node_row(rows, 0), "cells"), 1, at,
		    table->columns[at].label, false, false);
	}
	node_set(node_row(rows, 0), "number", "1");
	node_set(node_row(rows, 0), "strong", "1");
	for (const struct row *row = table->rows; row != NULL; row = row->next) {
		struct node *node;

		if (row->count == 0)
			continue;
		node = node_row(rows, number++);
		node_set_int(node, "number", (int64_t)number);
		node_set_int(node, "height", row_height(table, row));
		if (row->total)
			node_set(node, "strong", "1");
		for (size_t at = 0; at < row->count; at++)
			set_cell(context, node_child(node, "cells"), number, at, row->cells[at],
			    table->columns[at].align != ALIGN_LEFT,
			    typed && table->columns[at].align == ALIGN_LEFT);
	}
}

/*
 * Where it holds U+FFFE or U+FFFF, which XML cannot write, a copy with U+FFFD, which is
 * as long, in their place: texts from before they were looked for.
 */
static const char *
writable(struct arena *arena, const char *text, size_t n)
{
	const char *found = text, *end = text + n;
	char *copy = NULL;

	for (; (found = memchr(found, 0xef, (size_t)(end - found))) != NULL; found++)
		if (end - found >= 3 && (unsigned char)found[1] == 0xbf &&
		    (unsigned char)found[2] >= 0xbe) {
			copy = copy != NULL ? copy : arena_copy(arena, text, n);
			copy[found - text + 2] = (char)0xbd;
		}
	return copy != NULL ? copy : text;
}

/* Adds what a template makes of the page's data. */
int
export_part(struct context *context, struct zip_writer *zip, const char *view, const char *path)
{
	const char *text;
	size_t length;

	if (page_render(&context->page, view, &context->errors, &text, &length) != 0)
		return 500;
	zip_writer_add(zip, path, writable(context->arena, text, length), length, false);
	return 0;
}

int
export_bytes(struct context *context, const char *media, const char *bytes, size_t length,
    const char *name)
{
	if (context->event.kind == NULL)
		context_takes_out(context, "export", 0, 0, name);
	answer_header(context->request, "Cache-Control", "private, no-cache");
	answer_header(context->request, "Content-Disposition",
	    arena_format(context->arena, "attachment; filename=\"%s\"", name));
	answer_send(context->request, 200, media, bytes, length);
	return 0;
}

int
export_send(struct context *context, struct zip_writer *zip, const char *media, const char *name)
{
	const char *bytes;
	size_t length;

	if (zip_writer_close(zip, &bytes, &length) != 0) {
		ERROR_CAUSE(&context->errors, "an office file could not be packed");
		return 500;
	}
	return export_bytes(context, media, bytes, length, name);
}

/* The next page's data: nothing of one part stands in another. */
void
export_fresh(struct context *context)
{
	struct pages *pages = context->page.pages;

	page_end(&context->page);
	page_begin(&context->page, pages, context->arena);
}

static const char *
unique_name(struct arena *arena, const struct document_model *model, const struct block *table,
    size_t number)
{
	const char *caption = export_table_name(model, table);
	const char *name = sheet_name(arena, "", caption);
	bool taken = *caption == '\0';

	for (const struct block *block = model->blocks; block != NULL; block = block->next)
		if (block != table && export_is_table(block))
			taken = taken ||
			    strcasecmp(name,
				sheet_name(arena, "", export_table_name(model, block))) == 0;
	return taken ? sheet_name(arena, arena_format(arena, "%zu", number), caption) : name;
}

/* The table at this place among the tables, from 0, or NULL. */
static const struct block *
table_at(const struct document_model *model, size_t number)
{
	const struct block *block = model->blocks;

	while (block != NULL && (!export_is_table(block) || number-- > 0))
		block = block->next;
	return block;
}

/* Sheet.choices.N.range and .source for the first table. */
static void
export_fill_choices(struct context *context, const struct document_model *model,
    const struct export_form *form)
{
	enum { LAST_ROW = 1000 }; /* at least: more may be written below */
	struct node *choices = page_node(&context->page, "Sheet.choices");
	const struct block *first = table_at(model, 0), *second = table_at(model, 1);
	size_t rows = first != NULL ? first->row_count + 1 : 0;

	for (size_t at = 0; at < form->count && second != NULL; at++) {
		const struct export_choice *choice = &form->choices[at];
		struct node *node = node_row(choices, at);
		char column = (char)('A' + choice->column);
		char from = (char)('A' + choice->from);

		node_set(node, "range",
		    arena_format(context->arena, "%c2:%c%zu", column, column,
			rows > LAST_ROW ? rows : (size_t)LAST_ROW));
		node_set(node, "source",
		    arena_format(context->arena, "'%s'!$%c$2:$%c$%zu",
			unique_name(context->arena, model, second, 2), from, from,
			choice->count + 1));
	}
}

static int
add_sheets(struct context *context, const struct document_model *model,
    const struct export_form *form, struct zip_writer *zip)
{
	size_t number = 0;
	int status = 0;

	for (const struct block *block = model->blocks; block != NULL && status == 0;
	     block = block->next) {
		if (!export_is_table(block))
			continue;
		export_fresh(context);
		export_fill_sheet(context, model, export_table(context->arena, block),
		    form != NULL && number == 0);
		if (form != NULL && number == 0)
			export_fill_choices(context, model, form);
		else if (form != NULL)
			page_set(&context->page, "Sheet.locked", "1");
		status = export_part(context, zip, "export/sheet",
		    arena_format(context->arena, "xl/worksheets/sheet%zu.xml", ++number));
	}
	return status;
}

static int
add_book(struct context *context, const struct document_model *model, struct zip_writer *zip)
{
	static const char *const parts[][2] = {
		{ "export/book_types", "[Content_Types].xml" },
		{ "export/book_root", "_rels/.rels" },
		{ "export/book", "xl/workbook.xml" },
		{ "export/book_relations", "xl/_rels/workbook.xml.rels" },
		{ "export/book_styles", "xl/styles.xml" },
		{ "export/book_about", "docProps/core.xml" },
	};
	struct node *sheets;
	size_t number = 0;
	int status = 0;

	export_fresh(context);
	sheets = page_node(&context->page, "Sheets");
	page_set(&context->page, "Book.title", model->title);
	for (const struct block *block = model->blocks; block != NULL; block = block->next) {
		struct node *sheet;

		if (!export_is_table(block))
			continue;
		sheet = node_row(sheets, number);
		node_set_int(sheet, "index", (int64_t)number);
		node_set_int(sheet, "number", (int64_t)++number);
		node_set(sheet, "name", unique_name(context->arena, model, block, number));
	}
	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]) && status == 0; at++)
		status = export_part(context, zip, parts[at][0], parts[at][1]);
	return status;
}

int
export_workbook_bytes(struct context *context, const struct document_model *model,
    const char **bytes, size_t *length)
{
	struct zip_writer *zip = zip_writer_open(context->arena);
	int status = add_book(context, model, zip);

	if (status == 0)
		status = add_sheets(context, model, NULL, zip);
	if (status == 0 && zip_writer_close(zip, bytes, length) != 0) {
		ERROR_CAUSE(&context->errors, "an office file could not be packed");
		status = 500;
	}
	return status;
}

static int
send_book(struct context *context, const struct document_model *model,
    const struct export_form *form, const char *name)
{
	struct zip_writer *zip;
	int status;

	if (table_at(model, 0) == NULL)
		return context_refuse(context, 404,
		    "Lembar ini tidak memuat "
		    "tabel.");
	zip = zip_writer_open(context->arena);
	status = add_book(context, model, zip);
	if (status == 0)
		status = add_sheets(context, model, form, zip);
	return status != 0 ? status : export_send(context, zip, media_workbook, name);
}

int
export_workbook(struct context *context, const struct document_model *model, const char *name)
{
	return send_book(context, model, NULL, name);
}

int
export_form(struct context *context, const struct document_model *model,
    const struct export_choice *choices, size_t count, const char *name)
{
	const struct export_form form = { choices, count };

	return send_book(context, model, &form, name);
}

/* ---- CSV ------------------------------------------------------------------ */

static void
add_field(struct buffer *csv, size_t at, const char *text)
{
	if (at > 0)
		buffer_char(csv, ',');
	cell_csv(csv, text);
}

void
export_csv(struct arena *arena, const struct block *block, struct buffer *csv)
{
	const struct block *table = export_table(arena, block);

	for (size_t at = 0; at < table->column_count; at++)
		add_field(csv, at, table->columns[at].label);
	buffer_text(csv, "\r\n");
	for (const struct row *row = table->rows; row != NULL; row = row->next) {
		for (size_t at = 0; at < row->count; at++)
			add_field(csv, at, row->cells[at]);
		if (row->count > 0)
			buffer_text(csv, "\r\n");
	}
}

const struct field export_fields[] = {
	EXPORT_MARK,
	{ .name = NULL },
};

/* Wherever EXPORT_MARK stands among the fields of the address. */
static bool
wants_mark(const struct form *form)
{
	for (size_t at = 0; at < form->count; at++)
		if (strcmp(form->fields[at].name, export_fields[0].name) == 0)
			return form_number(form, (int)at) == 1;
	return false;
}

int
export_csv_send(struct context *context, const struct buffer *csv, const char *name)
{
	struct buffer body = { .arena = context->arena };

	if (!form_ok(&context->form))
		return 404;
	if (wants_mark(&context->form))
		buffer_text(&body, "\xef\xbb\xbf");
	buffer_add(&body, csv->bytes, csv->length);
	return export_bytes(context, "text/csv; charset=utf-8", body.bytes, body.length,
	    arena_format(context->arena, "%s.csv", name));
}

/* ---- either ------------------------------------------------------------------ */

bool
export_is_ending(const char *ending)
{
	return strcmp(ending, "xlsx") == 0 || strcmp(ending, "csv") == 0;
}

int
export_tables(struct context *context, const struct document_model *model, const char *ending,
    const char *name)
{
	struct buffer csv = { .arena = context->arena };
	const struct block *first = table_at(model, 0);

	if (!export_is_ending(ending))
		return 404;
	if (strcmp(ending, "xlsx") == 0)
		return export_workbook(context, model,
		    arena_format(context->arena, "%s.xlsx", name));
	buffer_text(&csv, "");
	if (first != NULL)
		export_csv(context->arena, first, &csv);
	return export_csv_send(context, &csv, name);
}
