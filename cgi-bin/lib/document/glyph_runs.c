/* SPDX-License-Identifier: ISC */
/*
 * The glyphs of a line of text, taken out of pango once, as cairo takes them:
 * pango's own way to draw a line goes through all of this again each time.
 */
#include "document/glyph_runs.h"

#include "base/banned.h"

/* The glyphs of one cluster, which begin at x; where the next one begins. */
static int
add_cluster(struct glyph_run *run, const PangoGlyphItemIter *at, int x)
{
	const PangoGlyphInfo *info = at->glyph_item->glyphs->glyphs;
	cairo_text_cluster_t *cluster = &run->clusters[run->cluster_count++];

	cluster->num_bytes = at->end_index - at->start_index;
	for (int glyph = at->start_glyph; glyph < at->end_glyph; glyph++) {
		if (info[glyph].glyph != PANGO_GLYPH_EMPTY) {
			run->glyphs[run->glyph_count++] = (cairo_glyph_t){ info[glyph].glyph,
				pango_units_to_double(x + info[glyph].geometry.x_offset),
				pango_units_to_double(info[glyph].geometry.y_offset) };
			cluster->num_glyphs++;
		}
		x += info[glyph].geometry.width;
	}
	return x;
}

/* Whether a run is drawn by its glyphs and by nothing else. */
static bool
glyphs_are_all(const PangoGlyphItem *item)
{
	const PangoAnalysis *analysis = &item->item->analysis;

	for (int at = 0; at < item->glyphs->num_glyphs; at++)
		if ((item->glyphs->glyphs[at].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
			return false;
	for (const GSList *at = analysis->extra_attrs; at != NULL; at = at->next)
		if (((const PangoAttribute *)at->data)->klass->type == PANGO_ATTR_UNDERLINE)
			return false;
	return analysis->level % 2 == 0 && item->y_offset == 0 && item->start_x_offset == 0;
}

/* The run, and where the next one begins. */
static struct glyph_run *
add_run(struct arena *arena, const char *string, PangoGlyphItem *item, int *x)
{
	struct glyph_run *run = arena_alloc(arena, sizeof(*run));
	size_t most = (size_t)item->glyphs->num_glyphs;
	PangoGlyphItemIter at;

	run->font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item->item->analysis.font));
	run->string = string + item->item->offset;
	run->bytes = item->item->length;
	run->glyphs = arena_array(arena, most, sizeof(*run->glyphs));
	run->clusters = arena_array(arena, most, sizeof(*run->clusters));
	for (gboolean more = pango_glyph_item_iter_init_start(&at, item, string); more;
	     more = pango_glyph_item_iter_next_cluster(&at))
		*x = add_cluster(run, &at, *x);
	return run;
}

const struct glyph_run *
glyph_runs(struct arena *arena, const char *string, PangoLayoutLine *line)
{
	struct glyph_run *first = NULL, **last = &first;
	int x = 0;

	for (const GSList *at = line->runs; at != NULL; at = at->next)
		if (!glyphs_are_all(at->data))
			return NULL;
	for (const GSList *at = line->runs; at != NULL; at = at->next) {
		*last = add_run(arena, string, at->data, &x);
		last = (struct glyph_run **)&(*last)->next;
	}
	return first;
}
