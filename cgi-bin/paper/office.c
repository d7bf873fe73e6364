/* SPDX-License-Identifier: ISC */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paper/draw.h"
#include "paper/paper.h"
#include "sheet/parcel.h"
#include "step/plate.h"
#include "base/banned.h"

/*
 * A paper to work on: its tables as a workbook or as CSV, the whole as a text
 * document (OpenDocument), since bureaus edit before they send.  The parts of
 * the files are templates below templates/office; here stands only what goes
 * into them.  What was issued stays as it is: these are copies without code.
 */

static const char media_workbook[] = "application/vnd.openxmlformats-"
    "officedocument.spreadsheetml.sheet";
static const char media_text[] = "application/vnd.oasis.opendocument.text";

enum { SHEET_NAME = 31, CELL_REFERENCE = 12 };

/* The figures of a picture make a table where they have series. */
static bool
has_table(const struct block *block)
{
	return (block->kind == BLOCK_TABLE || block->kind == BLOCK_PICTURE) &&
	    block->row_count > 0 && block->column_count > 0;
}

/* Its caption, else the heading that it stands below. */
static const char *
table_name(const struct composition *composition, const struct block *table)
{
	const char *name = "";

	if (*table->text != '\0')
		return table->text;
	for (const struct block *block = composition->blocks; block != table;
	    block = block->next)
		if (block->kind == BLOCK_HEADING)
			name = block->text;
	return name;
}

/* ---- numbers -------------------------------------------------------------- */

/*
 * "1.234,5" as people read it, "1234.5" as machines do; NULL for what is no
 * number.  What begins with 0 and goes on is a code, and so is a whole number
 * of more than 15 digits, which a spreadsheet would round.
 */
static const char *
number_text(struct arena *arena, const char *cell)
{
	struct buffer number = { .arena = arena };
	const char *at = cell;
	size_t digits = 0, group = 0;
	bool points = false;

	if (strncmp(at, "−", strlen("−")) == 0) {
		buffer_char(&number, '-');
		at += strlen("−");
	} else if (*at == '-' || *at == '+') {
		if (*at == '-')
			buffer_char(&number, '-');
		at++;
	}
	if (at[0] == '0' && at[1] != '\0' && at[1] != ',')
		return NULL;
	for (; isdigit((unsigned char)*at) || (*at == '.' && digits > 0);
	    at++)
		if (*at == '.') {
			if (points ? group != 3 : group > 3)
				return NULL;
			points = true;
			group = 0;
		} else {
			buffer_char(&number, *at);
			digits++;
			group++;
		}
	if (digits == 0 || digits > 15 || (points && group != 3))
		return NULL;
	if (*at == ',' && isdigit((unsigned char)at[1])) {
		buffer_char(&number, '.');
		for (at++; isdigit((unsigned char)*at); at++)
			buffer_char(&number, *at);
	}
	return *at == '\0' ? number.bytes : NULL;
}

/* Averages are kept in tenths. */
static const char *
cell_text(struct arena *arena, const struct block *block, size_t column,
    const char *cell)
{
	long tenths;

	if (block->kind != BLOCK_PICTURE || block->level != PLATE_AVERAGES ||
	    column == 0 || *cell == '\0')
		return cell;
	tenths = strtol(cell, NULL, 10);
	return tenths % 10 == 0 ? arena_format(arena, "%ld", tenths / 10) :
	    arena_format(arena, "%ld,%ld", tenths / 10, tenths % 10);
}

/* ---- a workbook ----------------------------------------------------------- */

/* Names of sheets are unique, short, and without these. */
static const char *
sheet_name(struct arena *arena, size_t number, const char *caption)
{
	struct buffer name = { .arena = arena };
	size_t characters;

	buffer_format(&name, "%zu", number);
	characters = name.length;
	if (*caption != '\0')
		buffer_char(&name, ' ');
	for (const char *at = caption; *at != '\0'; at++) {
		/* A character begins with anything but 10xxxxxx. */
		if ((*at & 0xc0) != 0x80 && ++characters >= SHEET_NAME)
			break;
		buffer_char(&name, strchr("[]:*?/\\'\n\t", *at) != NULL ?
		    ' ' : *at);
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

	if (block->kind == BLOCK_PICTURE)
		return at == 0 ? 45 : 14;
	for (size_t other = 0; other < block->column_count; other++)
		whole += block->columns[other].width;
	return 6 + 100 * block->columns[at].width / (whole > 0 ? whole : 1);
}

/* Not every program fits a row to its text when it opens the file. */
static int
row_height(const struct block *block, const struct row *row)
{
	static const int points = 15;		/* of a line */
	int most = 1;

	for (size_t at = 0; at < row->count; at++) {
		int lines = lines_of(row->cells[at],
		    column_width(block, at));

		if (lines > most)
			most = lines;
	}
	return most * points;
}

static void
set_cell(struct visit *visit, struct node *row, size_t row_number,
    size_t column, const char *text, bool numeric)
{
	struct node *node = node_row(row, column);
	const char *number = numeric ? number_text(visit->arena, text) : NULL;
	char reference[CELL_REFERENCE];

	snprintf(reference, sizeof(reference), "%c%zu", (char)('A' + column),
	    row_number);
	node_set(node, "place", reference);
	if (number != NULL) {
		node_set(node, "number", number);
		if (strchr(number, '.') != NULL)
			node_set(node, "decimal", "1");
	} else
		node_set(node, "text", text);
}

static void
fill_sheet(struct visit *visit, const struct composition *composition,
    const struct block *block)
{
	struct node *sheet = page_node(&visit->page, "Sheet");
	struct node *columns = node_child(sheet, "columns");
	struct node *rows = node_child(sheet, "rows");
	/* The first column of a chart are its labels. */
	size_t shift = block->kind == BLOCK_PICTURE ? 1 : 0, number = 1;

	node_set(sheet, "landscape", composition->landscape ? "1" : "");
	node_set(sheet, "folio", composition->folio ? "1" : "");
	for (size_t at = 0; at < block->column_count + shift; at++) {
		node_set_int(node_row(columns, at), "number",
		    (int64_t)at + 1);
		node_set_int(node_row(columns, at), "width",
		    column_width(block, at));
	}
	if (shift == 1)
		set_cell(visit, node_child(node_row(rows, 0), "cells"), 1, 0,
		    "", false);
	for (size_t at = 0; at < block->column_count; at++)
		set_cell(visit, node_child(node_row(rows, 0), "cells"), 1,
		    at + shift, block->columns[at].label, false);
	node_set(node_row(rows, 0), "number", "1");
	node_set(node_row(rows, 0), "strong", "1");
	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		struct node *node = node_row(rows, number++);

		node_set_int(node, "number", (int64_t)number);
		node_set_int(node, "height", row_height(block, row));
		if (row->total)
			node_set(node, "strong", "1");
		for (size_t at = 0; at < row->count; at++)
			set_cell(visit, node_child(node, "cells"), number, at,
			    cell_text(visit->arena, block, at,
			    row->cells[at]), block->kind == BLOCK_PICTURE ?
			    at > 0 : block->columns[at].align != ALIGN_LEFT);
	}
}

/* Adds what a template makes of the page's data. */
static int
add_part(struct visit *visit, struct parcel *parcel, const char *view,
    const char *path)
{
	const char *text;
	size_t length;

	if (page_render(&visit->page, view, &visit->fault, &text, &length) !=
	    0)
		return 500;
	parcel_add(parcel, path, text, length, false);
	return 0;
}

static int
send_parcel(struct visit *visit, struct parcel *parcel, const char *media,
    const char *name)
{
	const char *bytes;
	size_t length;

	if (parcel_close(parcel, &bytes, &length) != 0) {
		FAULT(&visit->fault, "an office file could not be packed");
		return 500;
	}
	answer_header(visit->request, "Cache-Control", "private, no-cache");
	answer_header(visit->request, "Content-Disposition",
	    arena_format(visit->arena, "attachment; filename=\"%s\"", name));
	answer_send(visit->request, 200, media, bytes, length);
	return 0;
}

/* The next page's data: nothing of one part stands in another. */
static void
fresh_page(struct visit *visit)
{
	struct pages *pages = visit->page.pages;

	page_end(&visit->page);
	page_begin(&visit->page, pages);
}

static int
add_sheets(struct visit *visit, const struct composition *composition,
    struct parcel *parcel)
{
	size_t number = 0;
	int status = 0;

	for (const struct block *block = composition->blocks; block != NULL &&
	    status == 0; block = block->next) {
		if (!has_table(block))
			continue;
		fresh_page(visit);
		fill_sheet(visit, composition, block);
		status = add_part(visit, parcel, "office/sheet",
		    arena_format(visit->arena, "xl/worksheets/sheet%zu.xml",
		    ++number));
	}
	return status;
}

static int
add_book(struct visit *visit, const struct composition *composition,
    struct parcel *parcel)
{
	static const char *const parts[][2] = {
		{ "office/book-types", "[Content_Types].xml" },
		{ "office/book-root", "_rels/.rels" },
		{ "office/book", "xl/workbook.xml" },
		{ "office/book-relations", "xl/_rels/workbook.xml.rels" },
		{ "office/book-styles", "xl/styles.xml" },
		{ "office/book-about", "docProps/core.xml" },
	};
	struct node *sheets;
	size_t number = 0;
	int status = 0;

	fresh_page(visit);
	sheets = page_node(&visit->page, "Sheets");
	page_set(&visit->page, "Book.title", composition->title);
	for (const struct block *block = composition->blocks; block != NULL;
	    block = block->next) {
		struct node *sheet;

		if (!has_table(block))
			continue;
		sheet = node_row(sheets, number);
		node_set_int(sheet, "index", (int64_t)number);
		node_set_int(sheet, "number", (int64_t)++number);
		node_set(sheet, "name", sheet_name(visit->arena, number,
		    table_name(composition, block)));
	}
	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]) &&
	    status == 0; at++)
		status = add_part(visit, parcel, parts[at][0], parts[at][1]);
	return status;
}

/* A composition of the paper of the path that the actor may see. */
static int
load(struct visit *visit, struct paper *paper,
    struct composition *composition)
{
	int status = paper_by_id(visit, visit->keys[0], paper);

	if (status != 0)
		return status;
	if (!composition_read(visit->arena, paper->content, composition))
		return visit_refuse(visit, 409, "Lembar ini diterbitkan "
		    "sebelum ada berkas olahan. Terbitkan lembar yang baru.");
	return 0;
}

static const char *
name_of(struct visit *visit, const struct paper *paper, const char *ending)
{
	return arena_format(visit->arena, "%s-%.8s.%s", paper->kind,
	    paper->code, ending);
}

int
send_workbook(struct visit *visit)
{
	struct parcel *parcel;
	struct composition composition;
	struct paper paper;
	int status = load(visit, &paper, &composition);
	const struct block *table = status == 0 ? composition.blocks : NULL;

	while (table != NULL && !has_table(table))
		table = table->next;
	if (status != 0)
		return status;
	if (table == NULL)
		return visit_refuse(visit, 404, "Lembar ini tidak memuat "
		    "tabel.");
	parcel = parcel_open(visit->arena);
	status = add_book(visit, &composition, parcel);
	if (status == 0)
		status = add_sheets(visit, &composition, parcel);
	return status != 0 ? status : send_parcel(visit, parcel,
	    media_workbook, name_of(visit, &paper, "xlsx"));
}

/* ---- CSV ------------------------------------------------------------------ */

/*
 * RFC 4180.  What a spreadsheet would take for a formula gets an apostrophe
 * before it, unless it is a number.
 */
static void
add_field(struct arena *arena, struct buffer *csv, const char *text)
{
	buffer_char(csv, '"');
	if (*text != '\0' && strchr("=+-@\t\r", *text) != NULL &&
	    number_text(arena, text) == NULL)
		buffer_char(csv, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buffer_char(csv, '"');
		buffer_char(csv, *text);
	}
	buffer_char(csv, '"');
}

static void
add_fields(struct arena *arena, struct buffer *csv, const struct block *block,
    const struct row *row)
{
	for (size_t at = 0; at < row->count; at++) {
		if (at > 0)
			buffer_char(csv, ',');
		add_field(arena, csv, cell_text(arena, block, at,
		    row->cells[at]));
	}
	buffer_text(csv, "\r\n");
}

static void
add_labels(struct arena *arena, struct buffer *csv, const struct block *block)
{
	struct row labels = { .cells = arena_array(arena, CELLS_MAX + 1,
	    sizeof(*labels.cells)) };

	if (block->kind == BLOCK_PICTURE)
		labels.cells[labels.count++] = "";
	for (size_t at = 0; at < block->column_count; at++)
		labels.cells[labels.count++] = block->columns[at].label;
	add_fields(arena, csv, &(struct block){ .kind = BLOCK_TABLE },
	    &labels);
}

enum { WITH_BOM };
const struct field table_fields[] = {
	[WITH_BOM] = { .name = "bom", .kind = FIELD_NUMBER, .label = "BOM",
	    .max = 1 },
	{ .name = NULL }
};

int
send_table(struct visit *visit)
{
	struct buffer csv = { .arena = visit->arena };
	struct composition composition;
	const struct block *block;
	struct paper paper;
	int64_t wanted = visit->keys[1];
	int status = load(visit, &paper, &composition);

	if (status != 0)
		return status;
	for (block = composition.blocks; block != NULL; block = block->next)
		if (has_table(block) && --wanted == 0)
			break;
	if (block == NULL || !form_ok(&visit->form))
		return 404;
	/* Excel takes UTF-8 for what it is only behind a byte order mark. */
	if (form_number(&visit->form, WITH_BOM) == 1)
		buffer_text(&csv, "\xef\xbb\xbf");
	add_labels(visit->arena, &csv, block);
	for (const struct row *row = block->rows; row != NULL; row = row->next)
		add_fields(visit->arena, &csv, block, row);
	answer_header(visit->request, "Cache-Control", "private, no-cache");
	answer_header(visit->request, "Content-Disposition",
	    arena_format(visit->arena, "attachment; filename=\"%s\"",
	    name_of(visit, &paper, arena_format(visit->arena, "%lld.csv",
	    (long long)visit->keys[1]))));
	answer_send(visit->request, 200, "text/csv; charset=utf-8", csv.bytes,
	    csv.length);
	return 0;
}

void
fill_tables(struct visit *visit, const struct composition *composition)
{
	struct node *list = page_node(&visit->page, "Tables");
	size_t number = 0;

	for (const struct block *block = composition->blocks; block != NULL;
	    block = block->next)
		if (has_table(block)) {
			struct node *node = node_row(list, number++);
			const char *name = table_name(composition, block);

			node_set_int(node, "number", (int64_t)number);
			node_set(node, "name", *name != '\0' ? name :
			    arena_format(visit->arena, "Tabel %zu", number));
		}
}

/* ---- a text document ------------------------------------------------------ */

static const char *const kind_codes[BLOCK_KINDS] = {
	[BLOCK_LETTERHEAD] = "letterhead", [BLOCK_TITLE] = "title",
	[BLOCK_HEADING] = "heading", [BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_RIGHT] = "right", [BLOCK_NOTE] = "note",
	[BLOCK_FACTS] = "facts", [BLOCK_LIST] = "list",
	[BLOCK_TABLE] = "table", [BLOCK_PICTURE] = "picture",
	[BLOCK_CONTENTS] = "contents",
	[BLOCK_LINES] = "lines", [BLOCK_SIGNATURES] = "signatures",
	[BLOCK_PAGE] = "page",
};

/* lines.N: a text of several lines, which has no line ends in such files. */
static void
fill_lines(struct visit *visit, struct node *node, const char *text)
{
	struct node *lines = node_child(node, "lines");
	size_t number = 0;
	const char *end;

	do {
		end = strchrnul(text, '\n');
		node_set(node_row(lines, number++), "text",
		    arena_copy(visit->arena, text, (size_t)(end - text)));
		text = end + 1;
	} while (*end != '\0');
}

/* Of a page, without the margins of templates/office/text-styles.cs. */
static int
text_width(const struct composition *composition)
{
	static const int margins = 40;		/* mm, both */

	if (composition->landscape)
		return (composition->folio ? 330 : 297) - margins;
	return (composition->folio ? 215 : 210) - margins;
}

static void
fill_columns(struct node *node, const struct block *block, int page_mm)
{
	static const char *const aligns[] = { [ALIGN_LEFT] = "left",
		[ALIGN_CENTRE] = "centre", [ALIGN_RIGHT] = "right" };
	struct node *columns = node_child(node, "columns");
	size_t shift = block->kind == BLOCK_PICTURE ? 1 : 0;
	int whole = shift == 1 ? 6 : 0;

	for (size_t at = 0; at < block->column_count; at++)
		whole += shift == 1 ? 1 : block->columns[at].width;
	if (shift == 1) {
		node_set(node_row(columns, 0), "label", "");
		node_set_int(node_row(columns, 0), "width",
		    6 * page_mm / whole);
		node_set(node_row(columns, 0), "align", "left");
	}
	for (size_t at = 0; at < block->column_count; at++) {
		struct node *column = node_row(columns, at + shift);

		node_set(column, "label", block->columns[at].label);
		node_set_int(column, "width", (shift == 1 ? 1 :
		    block->columns[at].width) * page_mm / (whole > 0 ? whole :
		    1));
		node_set(column, "align", shift == 1 ? "right" :
		    aligns[block->columns[at].align]);
	}
}

/* picture.path, .width and .height of a chart, added as a file of its own;
 * nothing where none can be drawn: then the table stands alone. */
static void
add_picture(struct visit *visit, const struct composition *composition,
    const struct block *block, size_t number, struct node *node,
    struct parcel *parcel)
{
	struct buffer png = { .arena = visit->arena };
	const char *path = arena_format(visit->arena, "Pictures/%zu.png",
	    number);
	struct picture_size size;

	if (draw_picture(composition, block, &png, &size) != 0)
		return;
	parcel_add(parcel, path, png.bytes, png.length, true);
	node = node_child(node, "picture");
	node_set(node, "path", path);
	node_set_int(node, "width", size.width_mm);
	node_set_int(node, "height", size.height_mm);
}

static void
fill_block(struct visit *visit, const struct composition *composition,
    const struct block *block, size_t number, struct parcel *parcel)
{
	struct node *node = node_row(page_node(&visit->page, "Blocks"),
	    number);
	struct node *rows = node_child(node, "rows");
	size_t at = 0;

	node_set(node, "kind", kind_codes[block->kind]);
	node_set_int(node, "number", (int64_t)number);
	node_set_int(node, "level", block->level);
	fill_lines(visit, node, block->kind == BLOCK_LETTERHEAD ? "" :
	    block->text);
	if (block->column_count > 0)
		fill_columns(node, block, text_width(composition));
	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		struct node *line = node_row(rows, at++);
		struct node *cells = node_child(line, "cells");

		if (row->total)
			node_set(line, "total", "1");
		for (size_t cell = 0; cell < row->count; cell++)
			fill_lines(visit, node_row(cells, cell),
			    cell_text(visit->arena, block, cell,
			    row->cells[cell]));
	}
	if (block->kind == BLOCK_PICTURE && block->row_count > 0)
		add_picture(visit, composition, block, number, node, parcel);
}

int
send_text(struct visit *visit)
{
	static const char *const parts[][2] = {
		{ "office/text", "content.xml" },
		{ "office/text-styles", "styles.xml" },
		{ "office/text-about", "meta.xml" },
		{ "office/text-manifest", "META-INF/manifest.xml" },
	};
	struct parcel *parcel;
	struct composition composition;
	struct paper paper;
	size_t number = 0;
	int status = load(visit, &paper, &composition);

	if (status != 0)
		return status;
	parcel = parcel_open(visit->arena);
	parcel_add(parcel, "mimetype", media_text, strlen(media_text), true);
	fresh_page(visit);
	page_set(&visit->page, "Text.title", composition.title);
	page_set(&visit->page, "Text.folio", composition.folio ? "1" : "");
	page_set(&visit->page, "Text.landscape", composition.landscape ? "1" :
	    "");
	for (const struct block *block = composition.blocks; block != NULL;
	    block = block->next)
		fill_block(visit, &composition, block, number++, parcel);
	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]) &&
	    status == 0; at++)
		status = add_part(visit, parcel, parts[at][0], parts[at][1]);
	return status != 0 ? status : send_parcel(visit, parcel, media_text,
	    name_of(visit, &paper, "odt"));
}
