/* SPDX-License-Identifier: ISC */
/*
 * A colour, and lines of text at a place, as cairo draws them: what page, foot
 * and pictures have in common.  All lines of a text are one call where they are
 * of one font, since a call costs as much as many letters.
 */
#include "document/pdf_writer.h"

#include <string.h>

#include "document/glyph_runs.h"
#include "base/banned.h"

enum { LETTERS = 512 }; /* that are drawn at once */

/* Letters that wait to be drawn. */
struct lettering {
	cairo_t *cairo;
	cairo_scaled_font_t *font;
	int bytes, glyph_count, cluster_count;
	char string[4 * LETTERS];
	cairo_glyph_t glyphs[LETTERS];
	cairo_text_cluster_t clusters[LETTERS];
};

void
pdf_colour(cairo_t *cairo, uint32_t colour)
{
	cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
	    (colour & 255) / 255.0);
}

static void
show_letters(struct lettering *letters)
{
	if (letters->glyph_count == 0)
		return;
	cairo_set_scaled_font(letters->cairo, letters->font);
	cairo_show_text_glyphs(letters->cairo, letters->string, letters->bytes, letters->glyphs,
	    letters->glyph_count, letters->clusters, letters->cluster_count, 0);
	letters->bytes = letters->glyph_count = letters->cluster_count = 0;
}

static bool
letters_fit(const struct lettering *letters, const struct glyph_run *run)
{
	return letters->glyph_count + run->glyph_count <= LETTERS &&
	    letters->cluster_count + run->cluster_count <= LETTERS &&
	    letters->bytes + run->bytes <= (int)sizeof(letters->string);
}

static void
add_letters(struct lettering *letters, const struct glyph_run *run, double x, double y)
{
	if (run->font != letters->font || !letters_fit(letters, run))
		show_letters(letters);
	letters->font = run->font;
	memcpy(letters->string + letters->bytes, run->string, (size_t)run->bytes);
	letters->bytes += run->bytes;
	for (int at = 0; at < run->glyph_count; at++)
		letters->glyphs[letters->glyph_count++] = (cairo_glyph_t){ run->glyphs[at].index,
			x + run->glyphs[at].x, y + run->glyphs[at].y };
	memcpy(letters->clusters + letters->cluster_count, run->clusters,
	    (size_t)run->cluster_count * sizeof(*run->clusters));
	letters->cluster_count += run->cluster_count;
}

/* Whether no run of it is longer than what is drawn at once. */
static bool
line_fits(const struct text_line *line)
{
	static const struct lettering none;
	const struct glyph_run *run = line->runs;

	while (run != NULL && letters_fit(&none, run))
		run = run->next;
	return run == NULL && line->runs != NULL;
}

static void
add_text_line(struct lettering *letters, const struct text_line *line, double x, double y)
{
	if (!line_fits(line)) {
		show_letters(letters);
		cairo_move_to(letters->cairo, x, y);
		pango_cairo_show_layout_line(letters->cairo, line->line);
		return;
	}
	/* Rounded as cairo does it: fewer digits in the file. */
	cairo_move_to(letters->cairo, x, y);
	cairo_get_current_point(letters->cairo, &x, &y);
	for (const struct glyph_run *run = line->runs; run != NULL; run = run->next)
		add_letters(letters, run, x, y);
}

static void
begin_letters(struct lettering *letters, cairo_t *cairo)
{
	letters->cairo = cairo;
	letters->font = NULL;
	letters->bytes = letters->glyph_count = letters->cluster_count = 0;
}

void
pdf_line(cairo_t *cairo, const struct text_line *line, double x, double y)
{
	struct lettering letters;

	begin_letters(&letters, cairo);
	add_text_line(&letters, line, x, y);
	show_letters(&letters);
}

void
pdf_lines(cairo_t *cairo, const struct text_line *lines, int count, double x, double y)
{
	struct lettering letters;

	begin_letters(&letters, cairo);
	for (int at = 0; at < count; at++)
		add_text_line(&letters, &lines[at], x + lines[at].x, y + lines[at].baseline);
	show_letters(&letters);
}
