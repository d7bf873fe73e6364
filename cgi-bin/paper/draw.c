/* SPDX-License-Identifier: ISC */
#include "paper/draw.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "paper/press.h"
#include "step/plate.h"
#include "base/banned.h"

static const double MM = 72 / 25.4;

/* ISO 216, and what Indonesian offices call F4 or folio. */
static const double a4_width = 595.276, a4_height = 841.89;
static const double f4_width = 215 * 72 / 25.4, f4_height = 330 * 72 / 25.4;

enum {
	PAD_X = 4, PAD_Y = 3,	/* between a cell's border and its text */
	GAP = 7,		/* below a block */
	PICTURE_UNIT = 10	/* tenths of a point, see picture/picture.h */
};

/* A row higher than this share of a page is broken where the page ends. */
static const double row_whole = 0.4;

static double
full_width(const struct press *press)
{
	return press->right - press->left;
}

/*
 * Text over as many pages as it takes.  No line of a paragraph stands alone
 * on a page, and what must stay with its end (tail: its height) has two lines
 * before it.
 */
static void
flow(struct press *press, const struct text *text, double x, const char *tag,
    double tail)
{
	int at = 0;

	press_need(press, text->lines[text->count < 3 ? text->count - 1 :
	    1].bottom + (text->count < 4 ? tail : 0));
	while (at < text->count) {
		double room = press_room(press);
		double start = text->lines[at].top;
		int left = text->count - at, fit = 0;

		while (fit < left && text->lines[at + fit].bottom - start <=
		    room)
			fit++;
		if (fit == left && text->height - start + tail > room &&
		    press->y > press->top && left >= 4)
			fit = left - 2;
		else if (left - fit == 1 && fit > 2)
			fit--;
		if (fit == 0 && press->y <= press->top)
			fit = 1;
		if (fit > 0) {
			press_open(press, tag);
			press_put(press, text, x, press->y, at, at + fit);
			press_close(press, tag);
			press->y += text->lines[at + fit - 1].bottom - start;
			at += fit;
		}
		if (at < text->count)
			press_next_page(press);
	}
}

/* ---- tables --------------------------------------------------------------- */

struct cells {
	struct text text[CELLS_MAX];
	double height;
	int from[CELLS_MAX];	/* lines that stand already */
};

struct table {
	struct press *press;
	const struct block *block;
	double x[CELLS_MAX + 1];
	size_t width;		/* columns */
	struct cells *head;
	struct cells **rows;
	bool open;		/* on this page */
};

static const PangoAlignment aligns[] = {
	[ALIGN_LEFT] = PANGO_ALIGN_LEFT, [ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
	[ALIGN_RIGHT] = PANGO_ALIGN_RIGHT,
};

static void
share_width(struct table *table)
{
	double total = 0, width = full_width(table->press);

	for (size_t at = 0; at < table->width; at++)
		total += table->block->columns[at].width;
	table->x[0] = table->press->left;
	for (size_t at = 0; at < table->width; at++)
		table->x[at + 1] = table->x[at] + (total > 0 ? width *
		    table->block->columns[at].width / total :
		    width / (double)table->width);
}

static struct cells *
make_cells(struct table *table, const struct row *row)
{
	struct cells *cells = arena_alloc(table->press->arena, sizeof(*cells));

	for (size_t at = 0; at < table->width; at++) {
		const struct column *column = &table->block->columns[at];
		const char *text = row == NULL ? column->label :
		    at < row->count ? row->cells[at] : "";
		bool strong = row == NULL || row->total;

		cells->text[at] = press_text(table->press, strong ?
		    STYLE_CELL_STRONG : STYLE_CELL, text, table->x[at + 1] -
		    table->x[at] - 2 * PAD_X, row == NULL ?
		    PANGO_ALIGN_CENTER : aligns[column->align], false);
		if (cells->text[at].height > cells->height)
			cells->height = cells->text[at].height;
	}
	cells->height += 2 * PAD_Y;
	return cells;
}

/* As many lines of a row as the room takes; true when none is left. */
static bool
put_cells(struct table *table, struct cells *cells, const char *tag,
    double room)
{
	struct press *press = table->press;
	double height = 0;
	int until[CELLS_MAX];
	bool whole = true;

	for (size_t at = 0; at < table->width; at++) {
		const struct text *text = &cells->text[at];
		int from = cells->from[at], line = from;

		while (line < text->count && text->lines[line].bottom -
		    text->lines[from].top <= room - 2 * PAD_Y)
			line++;
		if (line == from && line < text->count &&
		    press->y <= press->top + table->head->height)
			line++;		/* one line is higher than a page */
		until[at] = line;
		whole = whole && line == text->count;
		if (line > from && text->lines[line - 1].bottom -
		    text->lines[from].top > height)
			height = text->lines[line - 1].bottom -
			    text->lines[from].top;
	}
	height += 2 * PAD_Y;
	if (cells == table->head)
		press_fill(press, table->x[0], press->y,
		    table->x[table->width] - table->x[0], height, 0xe8ecf2);
	press_open(press, "TR");
	for (size_t at = 0; at < table->width; at++) {
		press_open(press, tag);
		press_box(press, table->x[at], press->y, table->x[at + 1] -
		    table->x[at], height);
		press_put(press, &cells->text[at], table->x[at] + PAD_X,
		    press->y + PAD_Y, cells->from[at], until[at]);
		press_close(press, tag);
		cells->from[at] = until[at];
	}
	press_close(press, "TR");
	press->y += height;
	return whole;
}

/* Each page has a table of its own, with the head. */
static void
open_table(struct table *table)
{
	if (table->open)
		return;
	press_open(table->press, "Table");
	memset(table->head->from, 0, sizeof(table->head->from));
	put_cells(table, table->head, "TH", press_room(table->press) + 999);
	table->open = true;
}

static void
turn_page(struct table *table)
{
	if (table->open)
		press_close(table->press, "Table");
	table->open = false;
	press_next_page(table->press);
}

/*
 * The height that has to fit below y for row `at` to go there: the last row
 * is not left alone on a page, nor is a sum, nor what stays with the table.
 */
static double
row_need(const struct table *table, size_t at, double tail)
{
	size_t count = table->block->row_count;
	double need = table->rows[at]->height;

	if (at + 2 == count)
		need += table->rows[at + 1]->height + tail;
	else if (at + 1 == count)
		need += tail;
	return need;
}

static void
put_row(struct table *table, size_t at, double tail)
{
	struct press *press = table->press;
	struct cells *row = table->rows[at];
	double page = press->bottom - press->top;
	double need = row_need(table, at, tail);

	if (need > page - table->head->height)
		need = row->height;
	if (need > press_room(press) && (row->height <= page * row_whole ||
	    press_room(press) < 12 * PAD_Y + row->text[0].height) &&
	    press->y > press->top + table->head->height + 1)
		turn_page(table);
	open_table(table);
	while (!put_cells(table, row, "TD", press_room(press))) {
		turn_page(table);
		open_table(table);
	}
}

static double
first_need(const struct table *table, double tail)
{
	double page = table->press->bottom - table->press->top;
	double need = table->head->height;

	if (table->block->row_count > 0)
		need += row_need(table, 0, table->block->row_count < 3 ?
		    tail : 0);
	return need < page * row_whole ? need : page * row_whole;
}

static void
put_table(struct press *press, const struct block *block, double tail)
{
	struct table table = { .press = press, .block = block,
	    .width = block->column_count };
	struct text caption = { .count = 0 };
	size_t at = 0;

	share_width(&table);
	table.head = make_cells(&table, NULL);
	table.rows = arena_array(press->arena, block->row_count + 1,
	    sizeof(struct cells *));
	for (const struct row *row = block->rows; row != NULL; row = row->next)
		table.rows[at++] = make_cells(&table, row);
	if (*block->text != '\0')
		caption = press_text(press, STYLE_CELL_STRONG, block->text,
		    full_width(press), PANGO_ALIGN_LEFT, false);
	press_need(press, first_need(&table, tail) + caption.height + 3);
	if (caption.count > 0) {
		press_open(press, "P");
		press_put(press, &caption, press->left, press->y, 0,
		    caption.count);
		press_close(press, "P");
		press->y += caption.height + 3;
	}
	open_table(&table);
	for (at = 0; at < block->row_count; at++)
		put_row(&table, at, tail);
	if (table.open)
		press_close(press, "Table");
	press->y += GAP;
}

/* ---- the other blocks ----------------------------------------------------- */

static void
put_centred(struct press *press, enum style style, const char *string,
    const char *tag, double left, double right)
{
	struct text text = press_text(press, style, string, right - left,
	    PANGO_ALIGN_CENTER, false);

	press_open(press, tag);
	press_put(press, &text, left, press->y, 0, text.count);
	press_close(press, tag);
	press->y += text.height;
}

/* Government, office and address between the crest and as much to the right,
 * so that they stand in the middle of the paper. */
static void
put_letterhead(struct press *press, const struct block *block,
    const char *crest)
{
	double side = 22 * MM, begin, wide = 0;
	size_t at = 0;

	press_need(press, side);
	begin = press->y;
	/* Before any tag: this cairo makes no sound file of a tag that begins
	 * with an image. */
	if (crest != NULL)
		wide = press_image(press, crest, press->left, begin, side);
	if (wide > 0)
		wide += 4 * MM;
	for (const struct row *row = block->rows; row != NULL;
	    row = row->next, at++)
		put_centred(press, at == 0 ? STYLE_GOVERNMENT : at == 1 ?
		    STYLE_OFFICE : STYLE_CELL, row->cells[0], "P",
		    press->left + wide, press->right - wide / 2);
	if (wide > 0 && press->y < begin + side)
		press->y = begin + side;
	press_rule(press, press->left, press->y + 4, full_width(press), 1.8);
	press_rule(press, press->left, press->y + 6.8, full_width(press), 0.6);
	press->y += 18;
}

static void
put_title(struct press *press, const struct block *block)
{
	press_need(press, 40);
	if (block->level > 0)		/* of a cover: a third down the page */
		press->y += (press->bottom - press->top) / 4;
	put_centred(press, STYLE_TITLE, block->text, "H1", press->left,
	    press->right);
	for (const struct row *row = block->rows; row != NULL; row = row->next)
		put_centred(press, block->level > 0 ? STYLE_STRONG :
		    STYLE_BODY, row->cells[0], "P", press->left,
		    press->right);
	press->y += 12;
}

static void
put_paragraph(struct press *press, const struct block *block, double tail)
{
	enum style style = block->kind == BLOCK_NOTE ? STYLE_CELL : STYLE_BODY;
	struct text text = press_text(press, style, block->text,
	    full_width(press), block->kind == BLOCK_RIGHT ?
	    PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
	    block->kind == BLOCK_PARAGRAPH);

	flow(press, &text, press->left, "P", tail);
	press->y += GAP;
}

static void
put_pair(struct press *press, const struct row *row, enum style style,
    double indent, const char *tag, double tail)
{
	struct text label = press_text(press, style, row->cells[0],
	    indent - 8, PANGO_ALIGN_LEFT, false);
	struct text value = press_text(press, style, row->count > 1 ?
	    row->cells[1] : "", full_width(press) - indent, PANGO_ALIGN_LEFT, false);
	double begin;
	int page;

	press_need(press, label.height > value.lines[0].bottom ?
	    label.height : value.lines[0].bottom);
	begin = press->y;
	page = press->page_count;
	press_open(press, "P");
	press_put(press, &label, press->left, press->y, 0, label.count);
	press_close(press, "P");
	flow(press, &value, press->left + indent, tag, tail);
	if (press->page_count == page && press->y < begin + label.height)
		press->y = begin + label.height;
}

static void
put_facts(struct press *press, const struct block *block, double tail)
{
	double indent = 0;

	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		struct text label = press_text(press, STYLE_BODY,
		    row->cells[0], full_width(press), PANGO_ALIGN_LEFT, false);
		PangoRectangle ink;

		pango_layout_line_get_extents(label.lines[0].line, NULL, &ink);
		if (pango_units_to_double(ink.width) + 18 > indent)
			indent = pango_units_to_double(ink.width) + 18;
	}
	if (indent > full_width(press) * 0.45)
		indent = full_width(press) * 0.45;
	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		struct text colon = press_text(press, STYLE_BODY, ":", 10,
		    PANGO_ALIGN_LEFT, false);

		press_need(press, colon.height);
		press_put(press, &colon, press->left + indent - 8, press->y,
		    0, 1);
		put_pair(press, row, STYLE_BODY, indent, "P",
		    row->next == NULL ? tail : 0);
		press->y += 2;
	}
	press->y += GAP;
}

static void
put_list(struct press *press, const struct block *block, double tail)
{
	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		put_pair(press, row, STYLE_BODY, 24, "LI",
		    row->next == NULL ? tail : 0);
		press->y += 3;
	}
	press->y += GAP - 3;
}

/* A picture as wide as the text, or as high as the room on a page; false when
 * the block makes none. */
static bool
put_plate(struct press *press, const struct block *block)
{
	struct picture *picture = plate_picture(press->arena, block,
	    PICTURE_WIDE);
	double scale = full_width(press) * PICTURE_UNIT / PICTURE_WIDE;
	double height, page = press->bottom - press->top -
	    press->held_height - 24;

	if (picture == NULL)
		return false;
	if (scale * picture->height / PICTURE_UNIT > page)
		scale = page * PICTURE_UNIT / picture->height;
	height = scale * picture->height / PICTURE_UNIT;
	press_need(press, height);
	press_open(press, "Figure");
	press_picture(press, picture, press->left, press->y, scale);
	press_close(press, "Figure");
	press->y += height;
	return true;
}

/* Its title is held like a heading, so that it stands with its picture. */
static void
put_picture(struct press *press, const struct block *block)
{
	press_hold(press, STYLE_CELL_STRONG, block->text, 0, 4);
	if (put_plate(press, block))
		press->y += GAP;
}

/* Headings that are still to come, with the pages that they will stand on. */
static void
put_contents(struct press *press, const struct block *block)
{
	for (block = block->next; block != NULL; block = block->next) {
		struct text text;
		double indent;

		if (block->kind != BLOCK_HEADING || block->level > 2)
			continue;
		indent = block->level == 2 ? 16 : 0;
		text = press_text(press, block->level == 2 ? STYLE_BODY :
		    STYLE_STRONG, block->text, full_width(press) - 40 -
		    indent, PANGO_ALIGN_LEFT, false);
		press_need(press, text.height + 4);
		press_open(press, "P");
		press_put(press, &text, press->left + indent, press->y, 0,
		    text.count);
		press_page_of(press, block->text, press->right, press->y +
		    text.lines[text.count - 1].baseline);
		press_close(press, "P");
		press->y += text.height + (block->level == 2 ? 3 : 5);
	}
	press->y += GAP;
}

static void
put_lines(struct press *press, const struct block *block)
{
	const double apart = 17;
	struct text label = press_text(press, STYLE_CELL, block->text,
	    full_width(press), PANGO_ALIGN_LEFT, false);

	press_need(press, label.height + apart * block->level);
	press_open(press, "P");
	press_put(press, &label, press->left, press->y, 0, label.count);
	press_close(press, "P");
	press->y += label.height;
	for (int at = 0; at < block->level; at++) {
		press->y += apart;
		press_fill(press, press->left, press->y, full_width(press),
		    0.5, 0x8a8a8a);
	}
	press->y += GAP + 4;
}

/* ---- who signs ------------------------------------------------------------ */

enum { SIGN_DATED, SIGN_OFFICE, SIGN_NAME, SIGN_RANK, SIGN_NIP };

static const double sign_space = 20 * 72 / 25.4;

/* Puts one signature, or only measures it (put false); its height. */
static double
signature(struct press *press, const struct row *row, double x, double width,
    bool put)
{
	double y = press->y;

	for (size_t at = 0; at < row->count; at++) {
		bool dots = strncmp(row->cells[at], "…", 3) == 0;
		struct text text = press_text(press, at == SIGN_NAME && !dots ?
		    STYLE_NAME : STYLE_BODY, row->cells[at], width,
		    PANGO_ALIGN_LEFT, false);

		if (at == SIGN_NAME)
			y += sign_space;
		if (*row->cells[at] == '\0' && at > SIGN_NAME)
			continue;
		if (put && *row->cells[at] != '\0') {
			press_open(press, "P");
			press_put(press, &text, x, y, 0, text.count);
			press_close(press, "P");
		}
		y += text.height;
	}
	return y - press->y;
}

static double
signatures_height(struct press *press, const struct block *block)
{
	double height = 0;

	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		double one = signature(press, row, 0, 75 * MM, false);

		if (one > height)
			height = one;
	}
	return height + 10;
}

static void
put_signatures(struct press *press, const struct block *block)
{
	double height = signatures_height(press, block), width = 75 * MM;
	bool two = block->row_count > 1;

	press_need(press, height);
	press->y += 10;
	if (two)
		signature(press, block->rows, press->left, width, true);
	if (block->last != NULL)
		signature(press, block->last, press->right - width, width,
		    true);
	press->y += height - 10 + GAP;
}

/* What must stand on the page where this block ends. */
static double
tail_of(struct press *press, const struct block *block)
{
	const struct block *next = block->next;

	return next != NULL && next->kind == BLOCK_SIGNATURES ?
	    signatures_height(press, next) + GAP : 0;
}

static void
put_heading(struct press *press, const struct block *block)
{
	int level = block->level < 1 ? 1 : block->level > 3 ? 3 : block->level;

	press_hold(press, (enum style)(STYLE_HEADING_1 + level - 1),
	    block->text, level, level == 1 ? 12 : 8);
}

static void
put_block(struct press *press, const struct block *block, const char *crest)
{
	double tail = tail_of(press, block);

	switch (block->kind) {
	case BLOCK_LETTERHEAD:
		put_letterhead(press, block, crest);
		break;
	case BLOCK_TITLE:
		put_title(press, block);
		break;
	case BLOCK_HEADING:
		put_heading(press, block);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_RIGHT:
	case BLOCK_NOTE:
		put_paragraph(press, block, tail);
		break;
	case BLOCK_FACTS:
		put_facts(press, block, tail);
		break;
	case BLOCK_LIST:
		put_list(press, block, tail);
		break;
	case BLOCK_TABLE:
		put_table(press, block, tail);
		break;
	case BLOCK_CONTENTS:
		put_contents(press, block);
		break;
	case BLOCK_PICTURE:
		put_picture(press, block);
		break;
	case BLOCK_LINES:
		put_lines(press, block);
		break;
	case BLOCK_SIGNATURES:
		put_signatures(press, block);
		break;
	case BLOCK_PAGE:
		if (!press_is_top(press))
			press_next_page(press);
		break;
	case BLOCK_KINDS:
		break;
	}
}

bool
draw_can(void)
{
	return true;
}

int
draw_pdf(const struct composition *composition, const struct drawing *drawing,
    struct buffer *pdf)
{
	double width = composition->folio ? f4_width : a4_width;
	double height = composition->folio ? f4_height : a4_height;
	struct press press;
	int result;

	press_begin(&press, composition->arena, composition->landscape ?
	    height : width, composition->landscape ? width : height,
	    drawing->address != NULL);
	for (const struct block *block = composition->blocks; block != NULL;
	    block = block->next)
		put_block(&press, block, drawing->crest);
	result = press_print(&press, &(struct imprint){
	    .title = composition->title, .author = drawing->author,
	    .made_at = drawing->made_at, .address = drawing->address,
	    .code = drawing->code, .digest = drawing->digest }, pdf);
	press_free(&press);
	return result;
}

/* As wide as the text of a page, on a page as long as it takes. */
int
draw_picture(const struct composition *composition, const struct block *block,
    struct buffer *png, struct picture_size *size)
{
	static const double endless = 5000;
	struct press press;
	int result;

	press_begin(&press, composition->arena, composition->landscape ?
	    a4_height : a4_width, endless, false);
	if (!put_plate(&press, block)) {
		press_free(&press);
		return -1;
	}
	size->width_mm = (int)(full_width(&press) / MM);
	size->height_mm = (int)((press.y - press.top) / MM);
	result = press_png(&press, png);
	press_free(&press);
	return result;
}

bool
draw_can_read(const char *path)
{
	cairo_surface_t *image = cairo_image_surface_create_from_png(path);
	bool good = cairo_surface_status(image) == CAIRO_STATUS_SUCCESS;

	cairo_surface_destroy(image);
	return good;
}
