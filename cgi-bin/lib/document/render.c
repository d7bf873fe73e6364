/* SPDX-License-Identifier: ISC */
/*
 * The blocks of a model laid out on pages as an office would type them:
 * nothing that belongs together is torn apart, no line, heading or signature
 * stands alone.
 */
#include "document/render.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/qr.h"
#include "document/page.h"
#include "document/paginator.h"
#include "document/signature_block.h"
#include "document/table_layout.h"
#include "document/chart_record.h"
#include "document/edition.h"
#include "rules/drawn_line.h"
#include "base/banned.h"

static const double MM = 72 / 25.4;

/* ISO 216, and what Indonesian offices call F4 or folio. */
static const double a4_width = 595.276, a4_height = 841.89;
static const double f4_width = 215 * 72 / 25.4, f4_height = 330 * 72 / 25.4;

enum {
	GAP = 7,          /* below a block */
	PAIR_GAP = 8,     /* between a label and what it is of */
	NUMBER_WIDE = 26, /* room for the number of a page */
	DIGEST = 64,      /* letters of a SHA-256 */
	POSTER_QR_MM = 100,
	LIST_INDENT = 24,  /* of what stands behind a marker */
	INDENT = 36,       /* of the first line of a paragraph in a letter */
	PICTURE_UNIT = 10, /* tenths of a point, see picture/picture.h */
	SCREEN_DOTS = 2,   /* to a point, of an image: 144 to the inch */
	INK_DOTS = 4       /* of what is as thin as a signature */
};

/*
 * Text over as many pages as it takes.  No line of a paragraph stands alone
 * on a page, and what must stay with its end (tail: its height) has two lines
 * before it.
 */
static void
flow(struct paginator *paginator, const struct text *text, double x, const char *tag, double tail)
{
	int at = 0;

	paginator_need(paginator,
	    text->lines[text->count < 3 ? text->count - 1 : 1].bottom +
		(text->count < 4 ? tail : 0));
	while (at < text->count) {
		double room = paginator_room(paginator);
		double start = text->lines[at].top;
		int left = text->count - at, fit = 0;

		while (fit < left && text->lines[at + fit].bottom - start <= room)
			fit++;
		if (fit == left && text->height - start + tail > room &&
		    paginator->y > paginator->top && left >= 4)
			fit = left - 2;
		else if (left - fit == 1 && fit > 2)
			fit--;
		if (fit == 0 && paginator->y <= paginator->top)
			fit = 1;
		if (fit > 0) {
			paginator_open(paginator, tag);
			paginator_put(paginator, text, x, paginator->y, at, at + fit);
			paginator_close(paginator, tag);
			paginator->y += text->lines[at + fit - 1].bottom - start;
			at += fit;
		}
		if (at < text->count)
			paginator_next_page(paginator);
	}
}

/* ---- the other blocks ----------------------------------------------------- */

static void
put_centred(struct paginator *paginator, enum style style, const char *string, const char *tag,
    double left, double right)
{
	struct text text = text_layout(paginator, style, string, right - left, PANGO_ALIGN_CENTER,
	    false);

	paginator_open(paginator, tag);
	paginator_put(paginator, &text, left, paginator->y, 0, text.count);
	paginator_close(paginator, tag);
	paginator->y += text.advance;
}

/* Government, office and address between the crest and as much to the right,
 * so that they stand in the middle of the paper. */
static void
put_letterhead(struct paginator *paginator, const struct block *block, const char *crest)
{
	double side = 22 * MM, begin, wide = 0;
	size_t at = 0;

	paginator_need(paginator, side);
	begin = paginator->y;
	/* Before any tag: this cairo makes no sound file of a tag that begins
	 * with an image. */
	if (crest != NULL)
		wide = paginator_image(paginator, crest, paginator->left, begin, side);
	if (wide > 0)
		wide += 4 * MM;
	for (const struct row *row = block->rows; row != NULL; row = row->next, at++)
		put_centred(paginator,
		    at == 0     ? STYLE_GOVERNMENT :
			at == 1 ? STYLE_OFFICE :
				  STYLE_CELL,
		    row->cells[0], "P", paginator->left + wide, paginator->right - wide / 2);
	if (wide > 0 && paginator->y < begin + side)
		paginator->y = begin + side;
	paginator_fill(paginator, paginator->left, paginator->y + 4, paginator_wide(paginator), 1.8,
	    0);
	paginator_fill(paginator, paginator->left, paginator->y + 6.8, paginator_wide(paginator),
	    0.6, 0);
	paginator->y += 18;
}

static void
put_title(struct paginator *paginator, const struct block *block)
{
	paginator_need(paginator, 40);
	if (block->level > 0) /* of a cover: a third down the page */
		paginator->y += (paginator->bottom - paginator->top) / 4;
	put_centred(paginator, STYLE_TITLE, block->text, "H1", paginator->left, paginator->right);
	paginator->spoken = 1;
	for (const struct row *row = block->rows; row != NULL; row = row->next)
		put_centred(paginator, block->level > 0 ? STYLE_STRONG : STYLE_BODY, row->cells[0],
		    "P", paginator->left, paginator->right);
	paginator->y += 12;
}

static void
put_paragraph(struct paginator *paginator, const struct block *block, double tail)
{
	enum style style = block->kind == BLOCK_NOTE ? STYLE_CELL : STYLE_BODY;
	struct text text = block->kind == BLOCK_PARAGRAPH && block->level > 0 ?
	    text_layout_indented(paginator, block->text, paginator_wide(paginator), INDENT) :
	    text_layout(paginator, style, block->text, paginator_wide(paginator),
		block->kind == BLOCK_RIGHT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
		block->kind == BLOCK_PARAGRAPH);

	flow(paginator, &text, paginator->left, "P", tail);
	paginator->y += GAP;
}

/* A digest is set a little smaller, so that no two of its letters go to a
 * line of their own. */
static struct text
pair_value(struct paginator *paginator, const struct row *row, double indent)
{
	const char *value = row->count > 1 ? row->cells[1] : "";
	bool code = strlen(value) == DIGEST && strchr(value, ' ') == NULL;

	return text_layout(paginator, code ? STYLE_CODE : STYLE_BODY, value,
	    paginator_wide(paginator) - indent, PANGO_ALIGN_LEFT, false);
}

/* A label and a sign after it, or a marker, and what belongs to it, from
 * indent on. */
static void
put_pair(struct paginator *paginator, const struct row *row, const char *sign, double indent,
    double tail)
{
	struct text label = text_layout(paginator, STYLE_BODY, row->cells[0], indent - PAIR_GAP,
	    PANGO_ALIGN_LEFT, false);
	struct text after = text_layout(paginator, STYLE_BODY, sign, PAIR_GAP, PANGO_ALIGN_LEFT,
	    false);
	struct text value = pair_value(paginator, row, indent);
	double begin;
	int page;

	paginator_need(paginator,
	    label.height > value.lines[0].bottom ? label.height : value.lines[0].bottom);
	begin = paginator->y;
	page = paginator->page_count;
	paginator_open(paginator, "LI");
	paginator_open(paginator, "Lbl");
	paginator_put(paginator, &label, paginator->left, paginator->y, 0, label.count);
	paginator_put(paginator, &after, paginator->left + indent - PAIR_GAP, paginator->y, 0,
	    *sign != '\0');
	paginator_close(paginator, "Lbl");
	paginator->y += label.lines[0].baseline - value.lines[0].baseline;
	flow(paginator, &value, paginator->left + indent, "LBody", tail);
	paginator_close(paginator, "LI");
	if (paginator->page_count == page && paginator->y < begin + label.height)
		paginator->y = begin + label.height;
}

/*
 * Room for the first two rows, and for the last two: neither a heading nor
 * what follows has one of them alone for company.
 */
static void
need_company(struct paginator *paginator, const struct block *block, const struct row *row,
    double indent, double tail)
{
	const struct row *next = row->next;
	struct text text = pair_value(paginator, row, indent);
	double height = text.lines[text.count < 4 ? text.count - 1 : 3].bottom;

	if (next != NULL && (row == block->rows || next->next == NULL)) {
		text = pair_value(paginator, next, indent);
		height += GAP + text.lines[text.count < 4 ? text.count - 1 : 3].bottom +
		    (next->next == NULL ? tail : 0);
	}
	paginator_need(paginator, height);
}

/* Where values begin: behind the longest label, in less than half of the room. */
static double
facts_indent(struct paginator *paginator, const struct block *block)
{
	double indent = 0;

	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		struct text label;

		if (row->count < 2)
			continue;
		label = text_layout(paginator, STYLE_BODY, row->cells[0], paginator_wide(paginator),
		    PANGO_ALIGN_LEFT, false);
		if (label.lines[0].width + 18 > indent)
			indent = label.lines[0].width + 18;
	}
	return indent > paginator_wide(paginator) * 0.45 ?
	    paginator_wide(paginator) * 0.45 :
	    indent;
}

static void
put_facts(struct paginator *paginator, const struct block *block, double tail)
{
	double indent = facts_indent(paginator, block);

	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		need_company(paginator, block, row, indent, tail);
		if (row == block->rows)
			paginator_open(paginator, "L");
		put_pair(paginator, row, ":", indent, row->next == NULL ? tail : 0);
		paginator->y += 2;
	}
	if (block->rows != NULL)
		paginator_close(paginator, "L");
	paginator->y += GAP;
}

static void
put_list(struct paginator *paginator, const struct block *block, double tail)
{
	static const double indent = LIST_INDENT;

	if (*block->text != '\0')
		paginator_hold(paginator, STYLE_BODY, block->text, 0, 0);
	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		need_company(paginator, block, row, indent, tail);
		if (row == block->rows)
			paginator_open(paginator, "L");
		put_pair(paginator, row, "", indent, row->next == NULL ? tail : 0);
		paginator->y += 3;
	}
	if (block->rows != NULL)
		paginator_close(paginator, "L");
	paginator->y += GAP - 3;
}

/* To whom, from x on. */
static void
put_recipients(struct paginator *paginator, const struct block *block, double x)
{
	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		struct text text;

		if (row->count != 1)
			continue;
		text = text_layout(paginator, STYLE_BODY, row->cells[0], paginator->right - x,
		    PANGO_ALIGN_LEFT, false);
		paginator_open(paginator, "P");
		paginator_put(paginator, &text, x, paginator->y, 0, text.count);
		paginator_close(paginator, "P");
		paginator->y += text.advance;
	}
}

/* What a letter is known by, to the left of column: in its first row beside the day,
 * and in all of them where to whom it goes stands there. */
static void
put_known(struct paginator *paginator, const struct block *block, double column)
{
	double indent = facts_indent(paginator, block), right = paginator->right;

	paginator_open(paginator, "L");
	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		if (row->count < 2)
			continue;
		paginator->right = row == block->rows || block->level > 0 ? column - 4 * MM : right;
		put_pair(paginator, row, ":", indent, 0);
		paginator->y += 2;
	}
	paginator_close(paginator, "L");
	paginator->right = right;
}

/* The head of a letter: its number and the like to the left, and to the right,
 * where the signature will stand, its day. */
static void
put_address(struct paginator *paginator, const struct block *block)
{
	double column = paginator->right - SIGNATURE_WIDE * MM, begin, end;
	struct text dated = text_layout(paginator, STYLE_BODY, block->text,
	    paginator->right - column, PANGO_ALIGN_LEFT, false);

	paginator_need(paginator, 50 * MM);
	begin = paginator->y;
	paginator_open(paginator, "P");
	paginator_put(paginator, &dated, column, begin, 0, dated.count);
	paginator_close(paginator, "P");
	put_known(paginator, block, column);
	end = paginator->y + GAP;
	if (block->level > 0) {
		paginator->y = begin + dated.advance + 2 * GAP;
		put_recipients(paginator, block, column);
		if (paginator->y < end)
			paginator->y = end;
	} else {
		paginator->y = end;
		put_recipients(paginator, block, paginator->left);
	}
	paginator->y += 2 * GAP;
}

/* Codes at the end, below a line of their own. */
static void
put_foot(struct paginator *paginator, const struct block *block)
{
	struct text text = text_layout(paginator, STYLE_SMALL, block->text,
	    paginator_wide(paginator), PANGO_ALIGN_LEFT, false);

	paginator_need(paginator, text.lines[text.count < 3 ? text.count - 1 : 2].bottom + 8);
	paginator_fill(paginator, paginator->left, paginator->y, 40 * MM, 0.5, 0);
	paginator->y += 4;
	flow(paginator, &text, paginator->left, "P", 0);
	paginator->y += GAP;
}

/* A picture as wide as the text, or as high as the room on a page; false when
 * the block makes none. */
static bool
put_chart(struct paginator *paginator, const struct block *block, double tail)
{
	struct picture *picture = chart_record_picture(paginator->arena, block, PICTURE_WIDE);
	double scale = paginator_wide(paginator) * PICTURE_UNIT / PICTURE_WIDE;
	double height, page = paginator->bottom - paginator->top - paginator->held_height - 24;

	if (picture == NULL)
		return false;
	if (scale * picture->height / PICTURE_UNIT > page)
		scale = page * PICTURE_UNIT / picture->height;
	height = scale * picture->height / PICTURE_UNIT;
	paginator_need(paginator, height + (tail < page - height ? tail : 0));
	paginator_picture(paginator, picture, paginator->left, paginator->y, scale);
	paginator->y += height;
	return true;
}

/* Its title is held like a heading, so that it stands with its picture. */
static void
put_picture(struct paginator *paginator, const struct block *block, double tail)
{
	paginator_hold(paginator, STYLE_CELL_STRONG, block->text, 0, 4);
	if (put_chart(paginator, block, tail))
		paginator->y += GAP;
}

/* Headings that are still to come, with the pages that they will stand on. */
static void
put_contents(struct paginator *paginator, const struct block *block)
{
	bool begun = false;

	for (block = block->next; block != NULL; block = block->next) {
		struct text text;
		double indent, baseline;

		if (block->kind != BLOCK_HEADING || block->level > 2)
			continue;
		indent = block->level == 2 ? 16 : 0;
		text = text_layout(paginator, block->level == 2 ? STYLE_BODY : STYLE_STRONG,
		    block->text, paginator_wide(paginator) - 2 * NUMBER_WIDE - indent,
		    PANGO_ALIGN_LEFT, false);
		paginator_need(paginator, text.height + 8);
		if (!begun)
			paginator_open(paginator, "TOC");
		else if (block->level < 2)
			paginator->y += 4;
		begun = true;
		paginator_open(paginator, "TOCI");
		paginator_open(paginator, "P");
		paginator_put(paginator, &text, paginator->left + indent, paginator->y, 0,
		    text.count);
		paginator_close(paginator, "P");
		baseline = paginator->y + text.lines[text.count - 1].baseline;
		paginator_dots(paginator,
		    paginator->left + indent + 6 + text.lines[text.count - 1].width, baseline,
		    paginator->right - NUMBER_WIDE);
		paginator_open(paginator, "P");
		paginator_page_of(paginator, block->text, paginator->right, baseline);
		paginator_close(paginator, "P");
		paginator_close(paginator, "TOCI");
		paginator->y += text.height + 3;
	}
	if (begun)
		paginator_close(paginator, "TOC");
	paginator->y += GAP;
}

static void
put_lines(struct paginator *paginator, const struct block *block)
{
	const double apart = 17;
	struct text label = text_layout(paginator, STYLE_CELL, block->text,
	    paginator_wide(paginator), PANGO_ALIGN_LEFT, false);

	paginator_need(paginator, label.height + apart * block->level);
	paginator_open(paginator, "P");
	paginator_put(paginator, &label, paginator->left, paginator->y, 0, label.count);
	paginator_close(paginator, "P");
	paginator->y += label.height;
	for (int at = 0; at < block->level; at++) {
		paginator->y += apart;
		paginator_fill(paginator, paginator->left, paginator->y, paginator_wide(paginator),
		    0.5, 0x8a8a8a);
	}
	paginator->y += GAP + 4;
}

/* The bars of qr_path, "M<x> <y>h<width>v1h-<width>z" one after another, in the
 * middle of a square with its quiet zone.  A module begins where a dot of
 * png_write does: SCREEN_DOTS to a point. */
static void
put_qr(struct paginator *paginator, const char *path, int modules, double side, double x, double y)
{
	const int quiet = 4; /* ISO/IEC 18004, 6.3.8 */
	double module = side / (modules + 2 * quiet), edge;
	char *at;

	if (module >= 0.5)
		module = (int)(module * 2) / 2.0;
	edge = (int)(side - module * modules) / 2.0;

	while (path != NULL && *path == 'M') {
		long left = strtol(path + 1, &at, 10);
		long top = strtol(at, &at, 10);
		long width = strtol(at + 1, &at, 10);

		paginator_fill(paginator, x + edge + module * (double)left,
		    y + edge + module * (double)top, module * (double)width, module, 0);
		path = strchr(at, 'z');
		path += path != NULL;
	}
}

/* Large, in the middle of the line. */
static void
put_poster_qr(struct paginator *paginator, const struct block *block)
{
	const double side = POSTER_QR_MM * MM;
	int modules = 0;
	const char *path = qr_path(paginator->arena, block->text, &modules);

	paginator_need(paginator, side);
	put_qr(paginator, path, modules, side,
	    paginator->left + (paginator_wide(paginator) - side) / 2, paginator->y);
	paginator->y += side;
}

/* Of who is told by a copy, where they stand below the signatures and are few. */
static double
copies_height(struct paginator *paginator, const struct block *block)
{
	enum { FEW = 8 };
	double height = 0;

	if (block == NULL || block->kind != BLOCK_LIST || block->row_count > FEW)
		return 0;
	for (const struct row *row = block->rows; row != NULL; row = row->next)
		height += pair_value(paginator, row, LIST_INDENT).height + 3;
	return height + 2 * GAP + 20;
}

/* What must stand on the page where this block ends. */
static double
tail_of(struct paginator *paginator, const struct block *block)
{
	const struct block *next = block->next;

	return next != NULL && next->kind == BLOCK_SIGNATURES ?
	    signatures_height(paginator, next) + GAP + copies_height(paginator, next->next) :
	    0;
}

static void
put_heading(struct paginator *paginator, const struct block *block)
{
	int level = block->level < 1 ? 1 : block->level > 3 ? 3 : block->level;

	paginator_hold(paginator, (enum style)(STYLE_HEADING_1 + level - 1), block->text, level,
	    level == 1 ? 12 : 8);
}

static void
put_block(struct paginator *paginator, const struct block *block, const struct rendering *drawing)
{
	double tail = tail_of(paginator, block);

	switch (block->kind) {
	case BLOCK_LETTERHEAD:
		put_letterhead(paginator, block, drawing->crest);
		break;
	case BLOCK_TITLE:
		put_title(paginator, block);
		break;
	case BLOCK_HEADING:
		put_heading(paginator, block);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_RIGHT:
	case BLOCK_NOTE:
		put_paragraph(paginator, block, tail);
		break;
	case BLOCK_FACTS:
		put_facts(paginator, block, tail);
		break;
	case BLOCK_LIST:
		put_list(paginator, block, tail);
		break;
	case BLOCK_TABLE:
		table_put(paginator, block, tail);
		break;
	case BLOCK_CONTENTS:
		put_contents(paginator, block);
		break;
	case BLOCK_PICTURE:
		put_picture(paginator, block, tail);
		break;
	case BLOCK_LINES:
		put_lines(paginator, block);
		break;
	case BLOCK_QR:
		put_poster_qr(paginator, block);
		break;
	case BLOCK_ADDRESS:
		put_address(paginator, block);
		break;
	case BLOCK_FOOT:
		put_foot(paginator, block);
		break;
	case BLOCK_SIGNATURES:
		signatures_put(paginator, block, drawing->sign);
		break;
	case BLOCK_PAGE:
		if (!paginator_is_top(paginator))
			paginator_next_page(paginator);
		break;
	case BLOCK_KINDS:
		break;
	}
}

const char *
render_edition(struct arena *arena)
{
	return arena_format(arena, DRAWING_SOURCES " cairo %s pango %s", cairo_version_string(),
	    pango_version_string());
}

bool
render_can(void)
{
	return true;
}

static struct paper_setup
setup_of(const struct document_model *model, bool foot)
{
	double width = model->folio ? f4_width : a4_width;
	double height = model->folio ? f4_height : a4_height;

	return (struct paper_setup){
		.width = model->landscape ? height : width,
		.height = model->landscape ? width : height,
		.top = model_margin(model, MARGIN_TOP) * MM,
		.right = model_margin(model, MARGIN_RIGHT) * MM,
		.bottom = model_margin(model, MARGIN_BOTTOM) * MM,
		.left = model_margin(model, MARGIN_LEFT) * MM,
		.foot = foot,
		.serif = model->serif,
		.large = model->large,
	};
}

int
render_pdf(const struct document_model *model, const struct rendering *drawing, struct buffer *pdf)
{
	struct paper_setup setup = setup_of(model, drawing->address != NULL);
	struct paginator paginator;
	int result;

	if (drawing->sign != NULL)
		drawing->sign->page = 0;
	paginator_begin(&paginator, model->arena, &setup);
	for (const struct block *block = model->blocks; block != NULL; block = block->next)
		put_block(&paginator, block, drawing);
	result = pdf_write(&paginator,
	    &(struct imprint){ .title = model->title,
		.author = drawing->author,
		.made_at = drawing->made_at,
		.address = drawing->address,
		.code = drawing->code,
		.digest = drawing->digest,
		.mark = drawing->mark },
	    pdf);
	paginator_free(&paginator);
	return result;
}

/* A chart as wide as the text of a page, on a page as long as it takes; a code as large
 * as on its poster. */
int
render_picture(const struct document_model *model, const struct block *block, struct buffer *png,
    struct picture_size *size)
{
	struct paper_setup setup = setup_of(model, false);
	struct paginator paginator;
	int result;

	setup.height = 5000;
	paginator_begin(&paginator, model->arena, &setup);
	if (block->kind == BLOCK_QR) {
		paginator.right = paginator.left + POSTER_QR_MM * MM;
		put_poster_qr(&paginator, block);
	} else if (!put_chart(&paginator, block, 0)) {
		paginator_free(&paginator);
		return -1;
	}
	/* A hundred millimetres are no fewer for being points in between. */
	size->width_mm = (int)(paginator_wide(&paginator) / MM + 0.01);
	size->height_mm = (int)((paginator.y - paginator.top) / MM + 0.01);
	result = png_write(&paginator, SCREEN_DOTS, png);
	paginator_free(&paginator);
	return result;
}

int
render_ink(struct arena *arena, const char *line, const struct picture_size *size,
    struct buffer *png)
{
	struct paginator paginator;
	int result;

	paginator_begin(&paginator, arena,
	    &(struct paper_setup){ .width = a4_width, .height = a4_height });
	paginator.right = paginator.left + size->width_mm * MM;
	ink_put(&paginator, line, paginator.left, paginator.top, size->width_mm * MM / DRAWN_WIDTH);
	paginator.y = paginator.top + size->height_mm * MM;
	result = png_write(&paginator, INK_DOTS, png);
	paginator_free(&paginator);
	return result;
}

int
render_stamp(struct arena *arena, const char *address, const char *text, double width,
    double height, struct buffer *png)
{
	struct paginator paginator;
	struct text beside;
	int result, modules = 0;
	const char *path = qr_path(arena, address, &modules);

	paginator_begin(&paginator, arena,
	    &(struct paper_setup){ .width = a4_width, .height = a4_height });
	paginator.right = paginator.left + width;
	beside = text_layout(&paginator, STYLE_BODY, text, width - height, PANGO_ALIGN_LEFT, false);
	put_qr(&paginator, path, modules, height, paginator.left, paginator.top);
	paginator_put(&paginator, &beside, paginator.left + height,
	    paginator.top + (height - beside.height) / 2, 0, beside.count);
	paginator.y = paginator.top + height;
	result = path == NULL ? -1 : png_write(&paginator, SCREEN_DOTS, png);
	paginator_free(&paginator);
	return result;
}

int
render_card(struct arena *arena, const struct picture *picture, double width, struct buffer *png)
{
	struct paginator paginator;
	double scale = width * PICTURE_UNIT / picture->width;
	int result;

	paginator_begin(&paginator, arena,
	    &(struct paper_setup){ .width = a4_width, .height = a4_height });
	paginator.left = paginator.top = 0;
	paginator.right = width;
	paginator_picture(&paginator, picture, 0, 0, scale);
	paginator.y = scale * picture->height / PICTURE_UNIT;
	result = png_write(&paginator, SCREEN_DOTS, png);
	paginator_free(&paginator);
	return result;
}

bool
render_can_read(const char *path)
{
	cairo_surface_t *image = cairo_image_surface_create_from_png(path);
	bool good = cairo_surface_status(image) == CAIRO_STATUS_SUCCESS;

	cairo_surface_destroy(image);
	return good;
}
