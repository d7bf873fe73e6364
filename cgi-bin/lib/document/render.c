/* SPDX-License-Identifier: ISC */
#include "document/render.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/qr.h"
#include "document/paginator.h"
#include "document/signature_block.h"
#include "document/table_layout.h"
#include "document/chart_record.h"
#include "base/banned.h"

static const double MM = 72 / 25.4;

/* ISO 216, and what Indonesian offices call F4 or folio. */
static const double a4_width = 595.276, a4_height = 841.89;
static const double f4_width = 215 * 72 / 25.4, f4_height = 330 * 72 / 25.4;

enum {
	GAP = 7,		/* below a block */
	PAIR_GAP = 8,		/* between a label and what it is of */
	NUMBER_WIDE = 26,	/* room for the number of a page */
	DIGEST = 64,		/* letters of a SHA-256 */
	PICTURE_UNIT = 10	/* tenths of a point, see picture/picture.h */
};

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
	press->y += text.advance;
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
	press_fill(press, press->left, press->y + 4, press_wide(press), 1.8,
	    0);
	press_fill(press, press->left, press->y + 6.8, press_wide(press), 0.6,
	    0);
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
	    press_wide(press), block->kind == BLOCK_RIGHT ?
	    PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
	    block->kind == BLOCK_PARAGRAPH);

	flow(press, &text, press->left, "P", tail);
	press->y += GAP;
}

/* A digest is set a little smaller, so that no two of its letters go to a
 * line of their own. */
static struct text
pair_value(struct press *press, const struct row *row, double indent)
{
	const char *value = row->count > 1 ? row->cells[1] : "";
	bool code = strlen(value) == DIGEST && strchr(value, ' ') == NULL;

	return press_text(press, code ? STYLE_CODE : STYLE_BODY, value,
	    press_wide(press) - indent, PANGO_ALIGN_LEFT, false);
}

/* A label and a sign after it, or a marker, and what belongs to it, from
 * indent on. */
static void
put_pair(struct press *press, const struct row *row, const char *sign,
    double indent, double tail)
{
	struct text label = press_text(press, STYLE_BODY, row->cells[0],
	    indent - PAIR_GAP, PANGO_ALIGN_LEFT, false);
	struct text after = press_text(press, STYLE_BODY, sign, PAIR_GAP,
	    PANGO_ALIGN_LEFT, false);
	struct text value = pair_value(press, row, indent);
	double begin;
	int page;

	press_need(press, label.height > value.lines[0].bottom ?
	    label.height : value.lines[0].bottom);
	begin = press->y;
	page = press->page_count;
	press_open(press, "LI");
	press_open(press, "Lbl");
	press_put(press, &label, press->left, press->y, 0, label.count);
	press_put(press, &after, press->left + indent - PAIR_GAP, press->y, 0,
	    *sign != '\0');
	press_close(press, "Lbl");
	press->y += label.lines[0].baseline - value.lines[0].baseline;
	flow(press, &value, press->left + indent, "LBody", tail);
	press_close(press, "LI");
	if (press->page_count == page && press->y < begin + label.height)
		press->y = begin + label.height;
}

/*
 * Room for the first two rows, and for the last two: neither a heading nor
 * what follows has one of them alone for company.
 */
static void
need_company(struct press *press, const struct block *block,
    const struct row *row, double indent, double tail)
{
	const struct row *next = row->next;
	struct text text = pair_value(press, row, indent);
	double height = text.lines[text.count < 4 ? text.count - 1 : 3].bottom;

	if (next != NULL && (row == block->rows || next->next == NULL)) {
		text = pair_value(press, next, indent);
		height += GAP + text.lines[text.count < 4 ? text.count - 1 :
		    3].bottom + (next->next == NULL ? tail : 0);
	}
	press_need(press, height);
}

static void
put_facts(struct press *press, const struct block *block, double tail)
{
	double indent = 0;

	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		struct text label = press_text(press, STYLE_BODY,
		    row->cells[0], press_wide(press), PANGO_ALIGN_LEFT, false);

		if (label.lines[0].width + 18 > indent)
			indent = label.lines[0].width + 18;
	}
	if (indent > press_wide(press) * 0.45)
		indent = press_wide(press) * 0.45;
	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		need_company(press, block, row, indent, tail);
		if (row == block->rows)
			press_open(press, "L");
		put_pair(press, row, ":", indent, row->next == NULL ? tail :
		    0);
		press->y += 2;
	}
	if (block->rows != NULL)
		press_close(press, "L");
	press->y += GAP;
}

static void
put_list(struct press *press, const struct block *block, double tail)
{
	static const double indent = 24;

	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		need_company(press, block, row, indent, tail);
		if (row == block->rows)
			press_open(press, "L");
		put_pair(press, row, "", indent, row->next == NULL ? tail :
		    0);
		press->y += 3;
	}
	if (block->rows != NULL)
		press_close(press, "L");
	press->y += GAP - 3;
}

/* A picture as wide as the text, or as high as the room on a page; false when
 * the block makes none. */
static bool
put_plate(struct press *press, const struct block *block, double tail)
{
	struct picture *picture = plate_picture(press->arena, block,
	    PICTURE_WIDE);
	double scale = press_wide(press) * PICTURE_UNIT / PICTURE_WIDE;
	double height, page = press->bottom - press->top -
	    press->held_height - 24;

	if (picture == NULL)
		return false;
	if (scale * picture->height / PICTURE_UNIT > page)
		scale = page * PICTURE_UNIT / picture->height;
	height = scale * picture->height / PICTURE_UNIT;
	press_need(press, height + (tail < page - height ? tail : 0));
	press_picture(press, picture, press->left, press->y, scale);
	press->y += height;
	return true;
}

/* Its title is held like a heading, so that it stands with its picture. */
static void
put_picture(struct press *press, const struct block *block, double tail)
{
	press_hold(press, STYLE_CELL_STRONG, block->text, 0, 4);
	if (put_plate(press, block, tail))
		press->y += GAP;
}

/* Headings that are still to come, with the pages that they will stand on. */
static void
put_contents(struct press *press, const struct block *block)
{
	bool begun = false;

	for (block = block->next; block != NULL; block = block->next) {
		struct text text;
		double indent, baseline;

		if (block->kind != BLOCK_HEADING || block->level > 2)
			continue;
		indent = block->level == 2 ? 16 : 0;
		text = press_text(press, block->level == 2 ? STYLE_BODY :
		    STYLE_STRONG, block->text, press_wide(press) -
		    2 * NUMBER_WIDE - indent, PANGO_ALIGN_LEFT, false);
		press_need(press, text.height + 8);
		if (!begun)
			press_open(press, "TOC");
		else if (block->level < 2)
			press->y += 4;
		begun = true;
		press_open(press, "TOCI");
		press_open(press, "P");
		press_put(press, &text, press->left + indent, press->y, 0,
		    text.count);
		press_close(press, "P");
		baseline = press->y + text.lines[text.count - 1].baseline;
		press_dots(press, press->left + indent + 6 +
		    text.lines[text.count - 1].width, baseline, press->right -
		    NUMBER_WIDE);
		press_open(press, "P");
		press_page_of(press, block->text, press->right, baseline);
		press_close(press, "P");
		press_close(press, "TOCI");
		press->y += text.height + 3;
	}
	if (begun)
		press_close(press, "TOC");
	press->y += GAP;
}

static void
put_lines(struct press *press, const struct block *block)
{
	const double apart = 17;
	struct text label = press_text(press, STYLE_CELL, block->text,
	    press_wide(press), PANGO_ALIGN_LEFT, false);

	press_need(press, label.height + apart * block->level);
	press_open(press, "P");
	press_put(press, &label, press->left, press->y, 0, label.count);
	press_close(press, "P");
	press->y += label.height;
	for (int at = 0; at < block->level; at++) {
		press->y += apart;
		press_fill(press, press->left, press->y, press_wide(press),
		    0.5, 0x8a8a8a);
	}
	press->y += GAP + 4;
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
put_block(struct press *press, const struct block *block,
    const struct drawing *drawing)
{
	double tail = tail_of(press, block);

	switch (block->kind) {
	case BLOCK_LETTERHEAD:
		put_letterhead(press, block, drawing->crest);
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
		table_put(press, block, tail);
		break;
	case BLOCK_CONTENTS:
		put_contents(press, block);
		break;
	case BLOCK_PICTURE:
		put_picture(press, block, tail);
		break;
	case BLOCK_LINES:
		put_lines(press, block);
		break;
	case BLOCK_SIGNATURES:
		signatures_put(press, block, drawing->sign);
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

	if (drawing->sign != NULL)
		drawing->sign->page = 0;
	press_begin(&press, composition->arena, composition->landscape ?
	    height : width, composition->landscape ? width : height,
	    drawing->address != NULL);
	for (const struct block *block = composition->blocks; block != NULL;
	    block = block->next)
		put_block(&press, block, drawing);
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
	if (!put_plate(&press, block, 0)) {
		press_free(&press);
		return -1;
	}
	size->width_mm = (int)(press_wide(&press) / MM);
	size->height_mm = (int)((press.y - press.top) / MM);
	result = press_png(&press, png);
	press_free(&press);
	return result;
}

/* The bars of qr_path, "M<x> <y>h<width>v1h-<width>z" one after another, in the
 * middle of a square with its quiet zone.  A module begins where a dot of
 * press_png does: two to a point. */
static void
put_qr(struct press *press, const char *path, int modules, double side)
{
	const int quiet = 4;	/* ISO/IEC 18004, 6.3.8 */
	double module = side / (modules + 2 * quiet), edge;
	char *at;

	if (module >= 0.5)
		module = (int)(module * 2) / 2.0;
	edge = (int)(side - module * modules) / 2.0;

	while (path != NULL && *path == 'M') {
		long left = strtol(path + 1, &at, 10);
		long top = strtol(at, &at, 10);
		long width = strtol(at + 1, &at, 10);

		press_fill(press, press->left + edge + module * (double)left,
		    press->top + edge + module * (double)top,
		    module * (double)width, module, 0);
		path = strchr(at, 'z');
		path += path != NULL;
	}
}

int
draw_stamp(struct arena *arena, const char *address, const char *text,
    double width, double height, struct buffer *png)
{
	struct press press;
	struct text beside;
	int result, modules = 0;
	const char *path = qr_path(arena, address, &modules);

	press_begin(&press, arena, a4_width, a4_height, false);
	press.right = press.left + width;
	beside = press_text(&press, STYLE_BODY, text, width - height,
	    PANGO_ALIGN_LEFT, false);
	put_qr(&press, path, modules, height);
	press_put(&press, &beside, press.left + height, press.top +
	    (height - beside.height) / 2, 0, beside.count);
	press.y = press.top + height;
	result = path == NULL ? -1 : press_png(&press, png);
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
