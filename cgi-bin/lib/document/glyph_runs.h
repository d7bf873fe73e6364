/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_GLYPH_RUNS_H
#define DOCUMENT_GLYPH_RUNS_H

#include <pango/pangocairo.h>

#include "base/arena.h"

/*
 * Letters of one font in a line, as cairo takes them: each once, however often the
 * text is drawn.  Places are from where the line begins.
 */
struct glyph_run {
	cairo_scaled_font_t *font; /* of the layout */
	const char *string;
	int bytes;
	cairo_glyph_t *glyphs;
	int glyph_count;
	cairo_text_cluster_t *clusters; /* which letters are which glyphs */
	int cluster_count;
	const struct glyph_run *next;
};

/* Those of a line of this text, or NULL where pango has to draw it:
 * underlined, from right to left, or letters that no font has. */
const struct glyph_run *glyph_runs(struct arena *, const char *string, PangoLayoutLine *);

#endif
