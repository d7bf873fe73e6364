/* SPDX-License-Identifier: ISC */
/*
 * Texts set in lines by pango, each only once however often it is said.  At 72
 * dpi with metrics unhinted, so that lines break alike on every machine.
 */
#include "document/page.h"

#include <stdint.h>
#include <string.h>

#include "document/glyph_runs.h"
#include "base/utf8.h"
#include "base/banned.h"

/* What the office writes its letters in, and what takes its place. */
#define FAMILY "Liberation Sans,Arimo,Inter,DejaVu Sans,sans"
#define FAMILY_SERIF "Liberation Serif,Tinos,DejaVu Serif,serif"

static const struct {
	double size, spacing;
	PangoWeight weight;
	bool upper, underline;
	bool grows; /* where texts are large */
} styles[STYLES] = {
	[STYLE_BODY] = { 11, 1.15, PANGO_WEIGHT_NORMAL, false, false, true },
	[STYLE_STRONG] = { 11, 1.15, PANGO_WEIGHT_BOLD, false, false, true },
	[STYLE_CODE] = { 9.8, 1.15, PANGO_WEIGHT_NORMAL, false, false, true },
	[STYLE_CELL] = { 9, 1.1, PANGO_WEIGHT_NORMAL, false, false, false },
	[STYLE_CELL_STRONG] = { 9, 1.1, PANGO_WEIGHT_BOLD, false, false, false },
	[STYLE_SMALL] = { 7.5, 1.1, PANGO_WEIGHT_NORMAL, false, false, false },
	[STYLE_TITLE] = { 13, 1.2, PANGO_WEIGHT_BOLD, true, false, false },
	[STYLE_HEADING_1] = { 13, 1.2, PANGO_WEIGHT_BOLD, false, false, false },
	[STYLE_HEADING_2] = { 11.5, 1.2, PANGO_WEIGHT_BOLD, false, false, false },
	[STYLE_HEADING_3] = { 10.5, 1.2, PANGO_WEIGHT_BOLD, false, false, false },
	[STYLE_GOVERNMENT] = { 13, 1.1, PANGO_WEIGHT_NORMAL, true, false, false },
	[STYLE_OFFICE] = { 15, 1.1, PANGO_WEIGHT_BOLD, true, false, false },
	[STYLE_NAME] = { 11, 1.15, PANGO_WEIGHT_BOLD, false, true, true },
};

/*
 * Texts that have been set, found again by what they say and how: a table
 * says most of its words many times, a foot on each page.
 */
struct set_text {
	enum style style; /* STYLES, STYLES + 1: of a picture, strong */
	int width;        /* units of pango; of a picture: the size */
	PangoAlignment align;
	bool justify;
	int indent; /* of the first line, in units of pango */
	const char *string;
	PangoLayout *layout; /* the lines live as long as it does */
	struct text text;
	struct set_text *next;
};

enum { BUCKETS = 1024 };

struct text_layouts {
	PangoContext *context;
	const char *family;
	PangoFontDescription *fonts[STYLES];
	PangoAttrList *attributes[2]; /* plain, underlined */
	struct set_text *texts[BUCKETS];
};

static PangoFontDescription *
new_font(const char *family, double size, PangoWeight weight)
{
	PangoFontDescription *font = pango_font_description_new();

	pango_font_description_set_family_static(font, family);
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	pango_font_description_set_weight(font, weight);
	return font;
}

/* A code or a digest that is cut at the end of a line gets no hyphen: nobody
 * may take it for a part of it. */
static PangoAttrList *
new_attributes(bool underline)
{
	PangoAttrList *attributes = pango_attr_list_new();

	pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
	if (underline)
		pango_attr_list_insert(attributes,
		    pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
	return attributes;
}

void
text_layout_begin(struct paginator *paginator, const struct paper_setup *setup)
{
	static const double large = 12 / 11.0;
	struct text_layouts *letters = arena_alloc(paginator->arena, sizeof(*letters));
	PangoFontMap *fonts = pango_cairo_font_map_get_default();
	cairo_font_options_t *options = cairo_font_options_create();

	/* On paper a point is a point, and no glyph moves to a pixel. */
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	letters->context = pango_font_map_create_context(fonts);
	pango_cairo_context_set_font_options(letters->context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(letters->context, FALSE);
	pango_context_set_language(letters->context, pango_language_from_string("id"));
	letters->family = setup->serif ? FAMILY_SERIF : FAMILY;
	for (size_t at = 0; at < STYLES; at++)
		letters->fonts[at] = new_font(letters->family,
		    styles[at].size * (setup->large && styles[at].grows ? large : 1),
		    styles[at].weight);
	for (int at = 0; at < 2; at++)
		letters->attributes[at] = new_attributes(at == 1);
	paginator->letters = letters;
}

static void
free_layouts(struct set_text *at)
{
	for (; at != NULL; at = at->next)
		g_object_unref(at->layout);
}

void
text_layout_free(struct paginator *paginator)
{
	struct text_layouts *letters = paginator->letters;

	for (size_t at = 0; at < BUCKETS; at++)
		free_layouts(letters->texts[at]);
	for (size_t at = 0; at < STYLES; at++)
		pango_font_description_free(letters->fonts[at]);
	for (int at = 0; at < 2; at++)
		pango_attr_list_unref(letters->attributes[at]);
	g_object_unref(letters->context);
}

/*
 * The space at the end of a line becomes a glyph without width, so that words
 * of two lines are apart to those who read the file and not the page; pango
 * leaves it out.  Gives the width that it had.
 */
static int
text_layout_end_line(PangoLayoutLine *line, const char *text)
{
	GSList *last = g_slist_last(line->runs);
	PangoGlyphItem *run = last == NULL ? NULL : last->data;
	PangoGlyphInfo *info;
	hb_codepoint_t space;
	int at, width;

	if (run == NULL || run->glyphs->num_glyphs < 1 || run->item->analysis.level % 2 != 0)
		return 0;
	at = run->glyphs->num_glyphs - 1;
	if (text[run->item->offset + run->glyphs->log_clusters[at]] != ' ' ||
	    !hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ',
		&space))
		return 0;
	info = &run->glyphs->glyphs[at];
	width = info->geometry.width;
	info->geometry.width = 0;
	info->glyph = space;
	return width;
}

static struct text
text_layout_read_lines(struct arena *arena, PangoLayout *layout, double spacing)
{
	PangoAlignment align = pango_layout_get_alignment(layout);
	const char *string = pango_layout_get_text(layout);
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	struct text text = { .count = pango_layout_get_line_count(layout) };
	struct text_line *lines = arena_array(arena, (size_t)text.count, sizeof(*lines));
	PangoRectangle logical;
	int at = 0;

	do {
		struct text_line *line = &lines[at];
		int top, bottom, gone;

		pango_layout_iter_get_line_extents(iter, NULL, &logical);
		pango_layout_iter_get_line_yrange(iter, &top, &bottom);
		line->line = pango_layout_iter_get_line(iter);
		gone = text_layout_end_line(line->line, string);
		line->runs = glyph_runs(arena, string, line->line);
		logical.width -= gone;
		logical.x += align == PANGO_ALIGN_RIGHT ? gone :
		    align == PANGO_ALIGN_CENTER         ? gone / 2 :
							  0;
		line->x = pango_units_to_double(logical.x);
		line->width = pango_units_to_double(logical.width);
		line->top = pango_units_to_double(top);
		line->bottom = pango_units_to_double(bottom);
		line->baseline = pango_units_to_double(pango_layout_iter_get_baseline(iter));
	} while (++at < text.count && pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	text.lines = lines;
	text.height = lines[at - 1].bottom;
	text.advance = text.height + (spacing - 1) * pango_units_to_double(logical.height);
	return text;
}

/* Capitals where the style has them; each line but the last with a space at
 * its end. */
static const char *
text_layout_text_of(struct arena *arena, const struct set_text *set)
{
	char *upper = styles[set->style].upper ? g_utf8_strup(set->string, -1) : NULL;
	struct buffer text = { .arena = arena };

	for (const char *at = upper != NULL ? upper : set->string; *at != '\0'; at++) {
		if (*at == '\n')
			buffer_char(&text, ' ');
		buffer_char(&text, *at);
	}
	g_free(upper);
	return text.length > 0 ? text.bytes : "";
}

/* As cairo takes it: one noncharacter, stored before they were looked for, would
 * end the whole PDF. */
static const char *
drawable(struct arena *arena, const char *string)
{
	size_t length = strlen(string);
	char *mended;

	if (utf8_text(string, length, true) == UTF8_OK)
		return string;
	mended = arena_alloc(arena, 2 * length + 1);
	return utf8_mend(mended, string, length) != SIZE_MAX ? mended : "";
}

static PangoLayout *
new_layout(struct arena *arena, struct text_layouts *letters, const struct set_text *set)
{
	PangoLayout *layout = pango_layout_new(letters->context);
	enum style style = set->style;

	pango_layout_set_font_description(layout, letters->fonts[style]);
	pango_layout_set_attributes(layout, letters->attributes[styles[style].underline]);
	pango_layout_set_line_spacing(layout, (float)styles[style].spacing);
	pango_layout_set_width(layout, set->width);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, set->align);
	pango_layout_set_justify(layout, set->justify);
	pango_layout_set_indent(layout, set->indent);
	pango_layout_set_text(layout,
	    drawable(arena,
		styles[style].upper || strchr(set->string, '\n') != NULL ?
		    text_layout_text_of(arena, set) :
		    set->string),
	    -1);
	return layout;
}

/* One line of letters of a picture. */
static PangoLayout *
new_lettering(struct arena *arena, struct text_layouts *letters, const struct set_text *set)
{
	PangoLayout *layout = pango_layout_new(letters->context);
	PangoFontDescription *font = new_font(letters->family, pango_units_to_double(set->width),
	    set->style > STYLES ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_set_text(layout, drawable(arena, set->string), -1);
	return layout;
}

/* The text set before in the same way, or set now. */
static struct text
set_text(struct paginator *paginator, const struct set_text *wanted)
{
	struct text_layouts *letters = paginator->letters;
	struct set_text **list = &letters->texts[g_str_hash(wanted->string) % BUCKETS], *set;

	for (set = *list; set != NULL; set = set->next)
		if (set->style == wanted->style && set->width == wanted->width &&
		    set->align == wanted->align && set->justify == wanted->justify &&
		    set->indent == wanted->indent && strcmp(set->string, wanted->string) == 0)
			return set->text;
	set = arena_alloc(paginator->arena, sizeof(*set));
	*set = *wanted;
	set->layout = set->style < STYLES ?
	    new_layout(paginator->arena, letters, set) :
	    new_lettering(paginator->arena, letters, set);
	set->text = text_layout_read_lines(paginator->arena, set->layout,
	    set->style < STYLES ? styles[set->style].spacing : 1);
	set->next = *list;
	return (*list = set)->text;
}

struct text
text_layout_sized(struct paginator *paginator, const char *string, double size, bool strong)
{
	return set_text(paginator,
	    &(struct set_text){ .string = string,
		.style = strong ? STYLES + 1 : STYLES,
		.width = pango_units_from_double(size) });
}

struct text
text_layout(struct paginator *paginator, enum style style, const char *string, double width,
    PangoAlignment align, bool justify)
{
	return set_text(paginator,
	    &(struct set_text){ .string = string,
		.style = style,
		.width = pango_units_from_double(width),
		.align = align,
		.justify = justify });
}

struct text
text_layout_indented(struct paginator *paginator, const char *string, double width, double indent)
{
	return set_text(paginator,
	    &(struct set_text){ .string = string,
		.style = STYLE_BODY,
		.width = pango_units_from_double(width),
		.justify = true,
		.indent = pango_units_from_double(indent) });
}
