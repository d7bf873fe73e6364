/* SPDX-License-Identifier: ISC */
/*
 * A picture on a page of a PDF, from the same shapes that the web page draws
 * as SVG: what is alike stands in one path, which keeps the file short.
 */
#include "document/pdf_writer.h"

#include "base/banned.h"

/* Figures are drawn in tenths of a unit: see picture/picture.h. */
static const double unit = 10;

static void
trace(cairo_t *cairo, const struct shape *shape)
{
	switch (shape->kind) {
	case SHAPE_LINE:
	case SHAPE_POLYGON:
	case SHAPE_SEGMENTS:
		for (size_t at = 0; at < shape->count; at++)
			(at == 0 || (shape->kind == SHAPE_SEGMENTS && at % 2 == 0) ?
				cairo_move_to :
				cairo_line_to)(cairo, shape->points[at].x / unit,
			    shape->points[at].y / unit);
		if (shape->kind == SHAPE_POLYGON)
			cairo_close_path(cairo);
		break;
	case SHAPE_RECT:
		cairo_rectangle(cairo, shape->box.x / unit, shape->box.y / unit,
		    shape->box.width / unit, shape->box.height / unit);
		break;
	case SHAPE_DOT:
		cairo_new_sub_path(cairo);
		cairo_arc(cairo, shape->box.x / unit, shape->box.y / unit, shape->box.width / unit,
		    0, 2 * 3.14159265358979);
		break;
	case SHAPE_TEXT:
		break;
	}
}

static void
draw_lettering(struct pdf_writer *writer, const struct shape *shape, int32_t colour)
{
	struct text text = text_layout_sized(writer->paginator, shape->text, shape->size / unit,
	    shape->strong);
	double width = text.lines[0].width;

	pdf_colour(writer->cairo, (uint32_t)(colour == PAINT_NONE ? 0 : colour));
	pdf_line(writer->cairo, &text.lines[0],
	    shape->box.x / unit -
		(shape->anchor == ANCHOR_START         ? 0 :
			shape->anchor == ANCHOR_MIDDLE ? width / 2 :
							 width),
	    shape->box.y / unit);
}

static void
stroke(cairo_t *cairo, const struct paint *paint)
{
	double dash[4];
	int count = 0;

	while (count < 4 && paint->dash[count] > 0) {
		dash[count] = paint->dash[count] / unit;
		count++;
	}
	pdf_colour(cairo, (uint32_t)paint->stroke);
	cairo_set_line_width(cairo, paint->width / unit);
	cairo_set_dash(cairo, dash, count, 0);
	cairo_stroke(cairo);
}

/* Whether the next shape is painted alike: then both are one path. */
static bool
picture_draw_goes_on(const struct picture *picture, size_t at)
{
	const struct shape *next = &picture->shapes[at + 1];

	return at + 1 < picture->shape_count && next->kind != SHAPE_TEXT &&
	    next->ink == picture->shapes[at].ink;
}

void
picture_draw(struct pdf_writer *writer, const struct picture *picture)
{
	cairo_t *cairo = writer->cairo;

	cairo_save(cairo);
	for (size_t at = 0; at < picture->shape_count; at++) {
		const struct shape *shape = &picture->shapes[at];
		const struct paint *paint = ink_paint(shape->ink);

		if (shape->kind == SHAPE_TEXT) {
			draw_lettering(writer, shape, paint->fill);
			continue;
		}
		trace(cairo, shape);
		if (picture_draw_goes_on(picture, at))
			continue;
		if (paint->fill != PAINT_NONE) {
			pdf_colour(cairo, (uint32_t)paint->fill);
			cairo_fill_preserve(cairo);
		}
		if (paint->stroke != PAINT_NONE)
			stroke(cairo, paint);
		cairo_new_path(cairo);
	}
	cairo_restore(cairo);
}
