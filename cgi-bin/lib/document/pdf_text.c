/* SPDX-License-Identifier: ISC */
/*
 * A colour, and lines of text at a place, as cairo and pango draw them: what
 * page, foot and pictures have in common.
 */
#include "document/pdf_writer.h"

#include <pango/pangocairo.h>
#include "base/banned.h"

void
pdf_colour(cairo_t *cairo, uint32_t colour)
{
	cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
	    (colour & 255) / 255.0);
}

void
pdf_lines(cairo_t *cairo, const struct text_line *lines, int count, double x, double y)
{
	for (int at = 0; at < count; at++) {
		cairo_move_to(cairo, x + lines[at].x, y + lines[at].baseline);
		pango_cairo_show_layout_line(cairo, lines[at].line);
	}
}
