/* SPDX-License-Identifier: ISC */
/*
 * What stands around each page of a PDF: which page of how many, above it what
 * the paper is not any more, and for an issued
 * paper how anybody can check it, by QR code, by address and by digest, so
 * that a page that lies about is not without its origin.
 */
#include "document/pdf_writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/qr.h"
#include "base/banned.h"

static const double qr_side = 20 * MILLIMETRE;
enum { QR_QUIET = 4 };

/*
 * The bars of qr_path, "M<x> <y>h<width>v1h-<width>z" one after another, as a
 * mask of one dot to a module: a file holds it once, however many its pages.
 */
static cairo_pattern_t *
make_mask(const char *path, int size)
{
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A1, size, size);
	cairo_t *cairo = cairo_create(mask);
	cairo_pattern_t *pattern;
	char *at;

	cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
	while (path != NULL && *path == 'M') {
		long left = strtol(path + 1, &at, 10);
		long top = strtol(at, &at, 10);
		long width = strtol(at + 1, &at, 10);

		cairo_rectangle(cairo, (double)left, (double)top, (double)width, 1);
		path = strchr(at, 'z');
		path += path != NULL;
	}
	cairo_fill(cairo);
	cairo_destroy(cairo);
	pattern = cairo_pattern_create_for_surface(mask);
	cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
	cairo_surface_destroy(mask);
	return pattern;
}

void
page_footer_begin(struct pdf_writer *writer)
{
	const char *path = writer->imprint->address == NULL ?
	    NULL :
	    qr_path(writer->paginator->arena, writer->imprint->address, &writer->qr_size);

	if (path != NULL)
		writer->qr = make_mask(path, writer->qr_size);
}

void
page_footer_end(struct pdf_writer *writer)
{
	if (writer->qr != NULL)
		cairo_pattern_destroy(writer->qr);
}

static void
draw_qr(struct pdf_writer *writer, double x, double y)
{
	cairo_t *cairo = writer->cairo;
	double module = qr_side / (writer->qr_size + 2 * QR_QUIET);

	if (writer->qr == NULL)
		return;
	cairo_save(cairo);
	cairo_translate(cairo, x + module * QR_QUIET, y + module * QR_QUIET);
	cairo_scale(cairo, module, module);
	cairo_mask(cairo, writer->qr);
	cairo_restore(cairo);
}

static void
draw_text(struct pdf_writer *writer, const char *string, double x, double y, double width,
    PangoAlignment align)
{
	struct text text = text_layout(writer->paginator, STYLE_SMALL, string, width, align, false);

	pdf_lines(writer->cairo, text.lines, text.count, x, y);
}

/* What the paper is not, above all that stands on the page, in a frame. */
static void
draw_page_mark(struct pdf_writer *writer, const char *mark)
{
	struct paginator *paginator = writer->paginator;
	double width = paginator_wide(paginator), y = paginator->top - 7.5 * MILLIMETRE;
	struct text text = text_layout(paginator, STYLE_STRONG, mark, width, PANGO_ALIGN_CENTER,
	    false);

	pdf_colour(writer->cairo, 0xa11b0b);
	pdf_lines(writer->cairo, text.lines, text.count, paginator->left, y);
	cairo_rectangle(writer->cairo, paginator->left, y - 3, width, text.height + 6);
	cairo_stroke(writer->cairo);
	pdf_colour(writer->cairo, 0);
}

void
page_footer_draw(struct pdf_writer *writer)
{
	const struct imprint *imprint = writer->imprint;
	struct paginator *paginator = writer->paginator;
	double y = paginator->bottom + 4 * MILLIMETRE;
	double left = paginator->left, width = paginator->right - left;

	if (imprint->mark != NULL)
		draw_page_mark(writer, imprint->mark);
	cairo_rectangle(writer->cairo, left, y, width, 0.5);
	cairo_fill(writer->cairo);
	draw_text(writer,
	    arena_format(paginator->arena, "Halaman %d dari %d", writer->page,
		paginator->page_count),
	    left, y + 4, width, PANGO_ALIGN_RIGHT);
	if (imprint->address == NULL) {
		draw_text(writer, imprint->title, left, y + 4, width * 0.75, PANGO_ALIGN_LEFT);
		return;
	}
	draw_qr(writer, left - 2 * MILLIMETRE, y + 1.5);
	left += qr_side;
	width -= qr_side;
	draw_text(writer,
	    "Periksa keaslian lembar ini: pindai kode QR, "
	    "atau buka",
	    left, y + 4, width * 0.7, PANGO_ALIGN_LEFT);
	cairo_tag_begin(writer->cairo, CAIRO_TAG_LINK,
	    arena_format(paginator->arena, "uri='%s'", imprint->address));
	draw_text(writer, imprint->address, left, y + 14, width, PANGO_ALIGN_LEFT);
	cairo_tag_end(writer->cairo, CAIRO_TAG_LINK);
	draw_text(writer,
	    arena_format(paginator->arena,
		"Kode: %s\nKode isi "
		"(SHA-256): %s",
		imprint->code, imprint->digest),
	    left, y + 24, width, PANGO_ALIGN_LEFT);
}
