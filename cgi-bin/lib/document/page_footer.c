/* SPDX-License-Identifier: ISC */
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
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A1,
	    size, size);
	cairo_t *cairo = cairo_create(mask);
	cairo_pattern_t *pattern;
	char *at;

	cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
	while (path != NULL && *path == 'M') {
		long left = strtol(path + 1, &at, 10);
		long top = strtol(at, &at, 10);
		long width = strtol(at + 1, &at, 10);

		cairo_rectangle(cairo, (double)left, (double)top,
		    (double)width, 1);
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
foot_begin(struct printing *printing)
{
	const char *path = printing->imprint->address == NULL ? NULL :
	    qr_path(printing->press->arena, printing->imprint->address,
	    &printing->qr_size);

	if (path != NULL)
		printing->qr = make_mask(path, printing->qr_size);
}

void
foot_end(struct printing *printing)
{
	if (printing->qr != NULL)
		cairo_pattern_destroy(printing->qr);
}

static void
draw_qr(struct printing *printing, double x, double y)
{
	cairo_t *cairo = printing->cairo;
	double module = qr_side / (printing->qr_size + 2 * QR_QUIET);

	if (printing->qr == NULL)
		return;
	cairo_save(cairo);
	cairo_translate(cairo, x + module * QR_QUIET, y + module * QR_QUIET);
	cairo_scale(cairo, module, module);
	cairo_mask(cairo, printing->qr);
	cairo_restore(cairo);
}

static void
draw_text(struct printing *printing, const char *string, double x, double y,
    double width, PangoAlignment align)
{
	struct text text = press_text(printing->press, STYLE_SMALL, string,
	    width, align, false);

	print_lines(printing->cairo, text.lines, text.count, x, y);
}

void
foot_draw(struct printing *printing)
{
	const struct imprint *imprint = printing->imprint;
	struct press *press = printing->press;
	double y = press->bottom + 4 * MILLIMETRE;
	double left = press->left, width = press->right - left;

	cairo_rectangle(printing->cairo, left, y, width, 0.5);
	cairo_fill(printing->cairo);
	draw_text(printing, arena_format(press->arena, "Halaman %d dari %d",
	    printing->page, press->page_count), left, y + 4, width,
	    PANGO_ALIGN_RIGHT);
	if (imprint->address == NULL) {
		draw_text(printing, imprint->title, left, y + 4, width * 0.75,
		    PANGO_ALIGN_LEFT);
		return;
	}
	draw_qr(printing, left - 2 * MILLIMETRE, y + 1.5);
	left += qr_side;
	width -= qr_side;
	draw_text(printing, "Periksa keaslian lembar ini: pindai kode QR, "
	    "atau buka", left, y + 4, width * 0.7, PANGO_ALIGN_LEFT);
	cairo_tag_begin(printing->cairo, CAIRO_TAG_LINK,
	    arena_format(press->arena, "uri='%s'", imprint->address));
	draw_text(printing, imprint->address, left, y + 14, width,
	    PANGO_ALIGN_LEFT);
	cairo_tag_end(printing->cairo, CAIRO_TAG_LINK);
	draw_text(printing, arena_format(press->arena, "Kode: %s\nSidik isi "
	    "(SHA-256): %s", imprint->code, imprint->digest), left, y + 24,
	    width, PANGO_ALIGN_LEFT);
}
