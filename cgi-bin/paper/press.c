/* SPDX-License-Identifier: ISC */
#include "paper/press.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/qr.h"
#include "base/banned.h"

/* What the office writes its letters in, and what takes its place. */
#define FAMILY "Liberation Sans,Arimo,Inter,DejaVu Sans,sans"

enum { DPI = 72, QR_QUIET = 4, PICTURE_UNIT = 10 };

static const double millimetre = DPI / 25.4;

static const struct {
	double size, spacing;
	PangoWeight weight;
	bool upper, underline;
} styles[STYLES] = {
	[STYLE_BODY] = { 11, 1.15, PANGO_WEIGHT_NORMAL, false, false },
	[STYLE_STRONG] = { 11, 1.15, PANGO_WEIGHT_BOLD, false, false },
	[STYLE_CELL] = { 9, 1.1, PANGO_WEIGHT_NORMAL, false, false },
	[STYLE_CELL_STRONG] = { 9, 1.1, PANGO_WEIGHT_BOLD, false, false },
	[STYLE_SMALL] = { 7.5, 1.1, PANGO_WEIGHT_NORMAL, false, false },
	[STYLE_TITLE] = { 13, 1.2, PANGO_WEIGHT_BOLD, true, false },
	[STYLE_HEADING_1] = { 13, 1.2, PANGO_WEIGHT_BOLD, false, false },
	[STYLE_HEADING_2] = { 11.5, 1.2, PANGO_WEIGHT_BOLD, false, false },
	[STYLE_HEADING_3] = { 10.5, 1.2, PANGO_WEIGHT_BOLD, false, false },
	[STYLE_GOVERNMENT] = { 13, 1.1, PANGO_WEIGHT_NORMAL, true, false },
	[STYLE_OFFICE] = { 15, 1.1, PANGO_WEIGHT_BOLD, true, false },
	[STYLE_NAME] = { 11, 1.15, PANGO_WEIGHT_BOLD, false, true },
};

struct mark {
	enum { MARK_LINE, MARK_FILL, MARK_BOX, MARK_IMAGE, MARK_OPEN,
		MARK_CLOSE, MARK_OUTLINE, MARK_PICTURE, MARK_PAGE } kind;
	double x, y, width, height;
	uint32_t colour;
	PangoLayoutLine *line;
	const char *text;
	int level;
	void *image;
	const struct picture *picture;
	struct mark *next;
};

struct sheet_page {
	struct mark *marks, *last;
	struct sheet_page *next;
};

/* Lines are drawn in the end, and live as long as their layout. */
struct layout {
	PangoLayout *layout;
	struct layout *next;
};

struct held {
	enum style style;
	const char *text;
	int level;
	double above, height;
	struct held *next;
};

static void
add_page(struct press *press)
{
	struct sheet_page *page = arena_alloc(press->arena, sizeof(*page));

	if (press->page != NULL)
		press->page->next = page;
	else
		press->pages = page;
	press->page = page;
	press->page_count++;
	press->y = press->top;
}

void
press_begin(struct press *press, struct arena *arena, double width,
    double height, bool foot)
{
	PangoFontMap *fonts = pango_cairo_font_map_get_default();
	cairo_font_options_t *options = cairo_font_options_create();

	memset(press, 0, sizeof(*press));
	press->arena = arena;
	press->width = width;
	press->height = height;
	press->left = 22 * millimetre;
	press->right = width - 18 * millimetre;
	press->top = 16 * millimetre;
	press->bottom = height - (foot ? 31 : 20) * millimetre;
	/* On paper a point is a point, and no glyph moves to a pixel. */
	pango_cairo_font_map_set_resolution(
	    PANGO_CAIRO_FONT_MAP(fonts), DPI);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	press->context = pango_font_map_create_context(fonts);
	pango_cairo_context_set_font_options(press->context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(press->context, FALSE);
	pango_context_set_language(press->context,
	    pango_language_from_string("id"));
	add_page(press);
}

static struct mark *
add_mark(struct press *press)
{
	struct mark *mark = arena_alloc(press->arena, sizeof(*mark));
	struct sheet_page *page = press->page;

	if (page->last != NULL)
		page->last->next = mark;
	else
		page->marks = mark;
	return page->last = mark;
}

void
press_free(struct press *press)
{
	for (struct sheet_page *page = press->pages; page != NULL;
	    page = page->next)
		for (struct mark *mark = page->marks; mark != NULL;
		    mark = mark->next)
			if (mark->image != NULL)
				cairo_surface_destroy(mark->image);
	for (struct layout *at = press->layouts; at != NULL; at = at->next)
		g_object_unref(at->layout);
	if (press->context != NULL)
		g_object_unref(press->context);
}

static void
read_lines(struct press *press, PangoLayout *layout, struct text *text)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	int at = 0;

	text->count = pango_layout_get_line_count(layout);
	text->lines = arena_array(press->arena, (size_t)text->count,
	    sizeof(*text->lines));
	do {
		struct text_line *line = &text->lines[at];
		PangoRectangle logical;
		int top, bottom;

		pango_layout_iter_get_line_extents(iter, NULL, &logical);
		pango_layout_iter_get_line_yrange(iter, &top, &bottom);
		line->line = pango_layout_iter_get_line_readonly(iter);
		line->x = pango_units_to_double(logical.x);
		line->top = pango_units_to_double(top);
		line->bottom = pango_units_to_double(bottom);
		line->baseline = pango_units_to_double(
		    pango_layout_iter_get_baseline(iter));
	} while (++at < text->count && pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	text->height = at > 0 ? text->lines[at - 1].bottom : 0;
}

static void
set_font(PangoLayout *layout, double size, PangoWeight weight)
{
	PangoFontDescription *font = pango_font_description_new();

	pango_font_description_set_family_static(font, FAMILY);
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	pango_font_description_set_weight(font, weight);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
}

/* A code or a digest that is cut at the end of a line gets no hyphen: nobody
 * may take it for a part of it. */
static void
set_style(PangoLayout *layout, enum style style)
{
	PangoAttrList *attributes = pango_attr_list_new();

	set_font(layout, styles[style].size, styles[style].weight);
	pango_layout_set_line_spacing(layout, (float)styles[style].spacing);
	pango_attr_list_insert(attributes,
	    pango_attr_insert_hyphens_new(FALSE));
	if (styles[style].underline)
		pango_attr_list_insert(attributes,
		    pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
	pango_layout_set_attributes(layout, attributes);
	pango_attr_list_unref(attributes);
}

static PangoLayout *
new_layout(struct press *press)
{
	struct layout *kept = arena_alloc(press->arena, sizeof(*kept));

	kept->layout = pango_layout_new(press->context);
	kept->next = press->layouts;
	press->layouts = kept;
	return kept->layout;
}

/* One line of letters of a picture. */
static struct text
press_sized(struct press *press, const char *string, double size, bool strong)
{
	PangoLayout *layout = new_layout(press);
	struct text text;

	set_font(layout, size, strong ? PANGO_WEIGHT_BOLD :
	    PANGO_WEIGHT_NORMAL);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_set_text(layout, string, -1);
	read_lines(press, layout, &text);
	return text;
}

struct text
press_text(struct press *press, enum style style, const char *string,
    double width, PangoAlignment align, bool justify)
{
	PangoLayout *layout = new_layout(press);
	struct text text;

	set_style(layout, style);
	pango_layout_set_width(layout, pango_units_from_double(width));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, align);
	pango_layout_set_justify(layout, justify);
	if (styles[style].upper) {
		char *upper = g_utf8_strup(string, -1);

		pango_layout_set_text(layout, upper, -1);
		g_free(upper);
	} else
		pango_layout_set_text(layout, string, -1);
	read_lines(press, layout, &text);
	return text;
}

void
press_put(struct press *press, const struct text *text, double x, double y,
    int from, int until)
{
	for (int at = from; at < until; at++) {
		const struct text_line *line = &text->lines[at];
		struct mark *mark = add_mark(press);

		mark->kind = MARK_LINE;
		mark->line = line->line;
		mark->x = x + line->x;
		mark->y = y + line->baseline - text->lines[from].top;
	}
}

void
press_fill(struct press *press, double x, double y, double width,
    double height, uint32_t colour)
{
	struct mark *mark = add_mark(press);

	mark->kind = MARK_FILL;
	mark->x = x;
	mark->y = y;
	mark->width = width;
	mark->height = height;
	mark->colour = colour;
}

void
press_rule(struct press *press, double x, double y, double width,
    double thickness)
{
	press_fill(press, x, y, width, thickness, 0);
}

void
press_box(struct press *press, double x, double y, double width,
    double height)
{
	press_fill(press, x, y, width, height, 0);
	press->page->last->kind = MARK_BOX;
}

double
press_image(struct press *press, const char *path, double x, double y,
    double height)
{
	cairo_surface_t *image = cairo_image_surface_create_from_png(path);
	int wide = cairo_image_surface_get_width(image);
	int high = cairo_image_surface_get_height(image);
	struct mark *mark;

	if (cairo_surface_status(image) != CAIRO_STATUS_SUCCESS || wide < 1 ||
	    high < 1) {
		cairo_surface_destroy(image);
		return 0;
	}
	mark = add_mark(press);
	mark->kind = MARK_IMAGE;
	mark->image = image;
	mark->x = x;
	mark->y = y;
	mark->height = height / high;	/* scale */
	return height / high * wide;
}

void
press_picture(struct press *press, const struct picture *picture, double x,
    double y, double scale)
{
	struct mark *mark = add_mark(press);

	mark->kind = MARK_PICTURE;
	mark->picture = picture;
	mark->x = x;
	mark->y = y;
	mark->height = scale;
}

void
press_page_of(struct press *press, const char *heading, double x, double y)
{
	struct mark *mark = add_mark(press);

	mark->kind = MARK_PAGE;
	mark->text = heading;
	mark->x = x;
	mark->y = y;
}

static void
add_tag(struct press *press, int kind, const char *tag)
{
	struct mark *mark = add_mark(press);

	mark->kind = kind;
	mark->text = tag;
}

void
press_open(struct press *press, const char *tag)
{
	add_tag(press, MARK_OPEN, tag);
}

void
press_close(struct press *press, const char *tag)
{
	add_tag(press, MARK_CLOSE, tag);
}

double
press_room(const struct press *press)
{
	return press->bottom - press->y - press->held_height;
}

bool
press_is_top(const struct press *press)
{
	return press->y <= press->top && press->held == NULL;
}

void
press_next_page(struct press *press)
{
	add_page(press);
}

void
press_hold(struct press *press, enum style style, const char *text, int level,
    double above)
{
	struct held *held = arena_alloc(press->arena, sizeof(*held));

	held->style = style;
	held->text = text;
	held->level = level;
	held->above = above;
	held->height = above + press_text(press, style, text,
	    press->right - press->left, PANGO_ALIGN_LEFT, false).height + 4;
	if (press->held_last != NULL)
		press->held_last->next = held;
	else
		press->held = held;
	press->held_last = held;
	press->held_height += held->height;
}

static void
put_held(struct press *press)
{
	static const char *const tags[] = { "P", "H1", "H2", "H3" };

	for (struct held *held = press->held; held != NULL;
	    held = held->next) {
		double above = press->y <= press->top ? 0 : held->above;
		const char *tag = tags[held->level & 3];
		struct text text = press_text(press, held->style, held->text,
		    press->right - press->left, PANGO_ALIGN_LEFT, false);

		if (held->level > 0) {
			struct mark *outline = add_mark(press);

			outline->kind = MARK_OUTLINE;
			outline->text = held->text;
			outline->level = held->level;
			outline->y = press->y;
		}
		press_open(press, tag);
		press_put(press, &text, press->left, press->y + above, 0,
		    text.count);
		press_close(press, tag);
		press->y += above + text.height + 4;
	}
	press->held = press->held_last = NULL;
	press->held_height = 0;
}

void
press_need(struct press *press, double height)
{
	if (height > press_room(press) && press->y > press->top)
		press_next_page(press);
	put_held(press);
}

/* The same bytes for the same paper: no time but its own. */
static void
describe(cairo_surface_t *surface, struct arena *arena,
    const struct imprint *imprint)
{
	const char *at = imprint->made_at;
	const char *time = strlen(at) < 19 ? NULL : arena_format(arena,
	    "%.10sT%.8sZ", at, at + 11);

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
	    imprint->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR,
	    imprint->author);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
	    "Matang");
	if (time == NULL)
		return;
	cairo_pdf_surface_set_metadata(surface,
	    CAIRO_PDF_METADATA_CREATE_DATE, time);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE,
	    time);
}

struct printing {
	struct press *press;
	const struct imprint *imprint;
	cairo_surface_t *surface;
	cairo_t *cairo;
	int page;			/* from 1 */
	int outlines[4];		/* the last of each level */
	bool begun;			/* the root of the structure */
	const char *qr;			/* of qr_path, the same on each page */
	int qr_size;
};

static void
set_colour(cairo_t *cairo, uint32_t colour)
{
	cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0,
	    (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void
draw_outline(struct printing *printing, const struct mark *mark)
{
	int level = mark->level < 1 ? 1 : mark->level > 3 ? 3 : mark->level;
	int parent = 0;			/* CAIRO_PDF_OUTLINE_ROOT */

	for (int at = level - 1; at > 0 && parent == 0; at--)
		parent = printing->outlines[at];
	printing->outlines[level] = cairo_pdf_surface_add_outline(
	    printing->surface, parent, mark->text,
	    arena_format(printing->press->arena, "page=%d pos=[0 %d]",
	    printing->page, (int)mark->y), level == 1 ?
	    CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (int at = level + 1; at <= 3; at++)
		printing->outlines[at] = 0;
}

static void
draw_image(cairo_t *cairo, const struct mark *mark)
{
	cairo_save(cairo);
	cairo_translate(cairo, mark->x, mark->y);
	cairo_scale(cairo, mark->height, mark->height);
	cairo_set_source_surface(cairo, mark->image, 0, 0);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

/* ---- pictures ------------------------------------------------------------- */

static void
trace(cairo_t *cairo, const struct shape *shape)
{
	const double unit = PICTURE_UNIT;

	switch (shape->kind) {
	case SHAPE_LINE:
	case SHAPE_POLYGON:
	case SHAPE_SEGMENTS:
		for (size_t at = 0; at < shape->count; at++)
			(at == 0 || (shape->kind == SHAPE_SEGMENTS &&
			    at % 2 == 0) ? cairo_move_to : cairo_line_to)(
			    cairo, shape->points[at].x / unit,
			    shape->points[at].y / unit);
		if (shape->kind == SHAPE_POLYGON)
			cairo_close_path(cairo);
		break;
	case SHAPE_RECT:
		cairo_rectangle(cairo, shape->box.x / unit,
		    shape->box.y / unit, shape->box.width / unit,
		    shape->box.height / unit);
		break;
	case SHAPE_DOT:
		cairo_new_sub_path(cairo);
		cairo_arc(cairo, shape->box.x / unit, shape->box.y / unit,
		    shape->box.width / unit, 0, 2 * 3.14159265358979);
		break;
	case SHAPE_TEXT:
		break;
	}
}

static void
draw_lettering(struct printing *printing, const struct shape *shape,
    int32_t colour)
{
	struct text text = press_sized(printing->press, shape->text,
	    shape->size / (double)PICTURE_UNIT, shape->strong);
	PangoRectangle logical;
	double width;

	pango_layout_line_get_extents(text.lines[0].line, NULL, &logical);
	width = pango_units_to_double(logical.width);
	set_colour(printing->cairo, (uint32_t)(colour == PAINT_NONE ? 0 :
	    colour));
	cairo_move_to(printing->cairo, shape->box.x / (double)PICTURE_UNIT -
	    (shape->anchor == ANCHOR_START ? 0 : shape->anchor ==
	    ANCHOR_MIDDLE ? width / 2 : width),
	    shape->box.y / (double)PICTURE_UNIT);
	pango_cairo_show_layout_line(printing->cairo, text.lines[0].line);
}

static void
stroke(cairo_t *cairo, const struct paint *paint)
{
	double dash[4];
	int count = 0;

	while (count < 4 && paint->dash[count] > 0) {
		dash[count] = paint->dash[count] / (double)PICTURE_UNIT;
		count++;
	}
	set_colour(cairo, (uint32_t)paint->stroke);
	cairo_set_line_width(cairo, paint->width / (double)PICTURE_UNIT);
	cairo_set_dash(cairo, dash, count, 0);
	cairo_stroke(cairo);
}

static void
draw_picture(struct printing *printing, const struct mark *mark)
{
	cairo_t *cairo = printing->cairo;

	cairo_save(cairo);
	cairo_translate(cairo, mark->x, mark->y);
	cairo_scale(cairo, mark->height, mark->height);
	for (size_t at = 0; at < mark->picture->shape_count; at++) {
		const struct shape *shape = &mark->picture->shapes[at];
		const struct paint *paint = ink_paint(shape->ink);

		if (shape->kind == SHAPE_TEXT) {
			draw_lettering(printing, shape, paint->fill);
			continue;
		}
		trace(cairo, shape);
		if (paint->fill != PAINT_NONE) {
			set_colour(cairo, (uint32_t)paint->fill);
			cairo_fill_preserve(cairo);
		}
		if (paint->stroke != PAINT_NONE)
			stroke(cairo, paint);
		cairo_new_path(cairo);
	}
	cairo_restore(cairo);
}

/* The page of the outline's mark of that very text, dotted up to it. */
static void
draw_page_of(struct printing *printing, const struct mark *mark)
{
	struct press *press = printing->press;
	int number = 0, found = 0;
	struct text text;

	for (const struct sheet_page *page = press->pages; page != NULL;
	    page = page->next) {
		number++;
		for (const struct mark *at = page->marks; at != NULL;
		    at = at->next)
			if (at->kind == MARK_OUTLINE && at->text == mark->text)
				found = number;
	}
	text = press_text(press, STYLE_BODY, arena_format(press->arena, "%d",
	    found), 40, PANGO_ALIGN_RIGHT, false);
	cairo_move_to(printing->cairo, mark->x - 40 + text.lines[0].x,
	    mark->y);
	pango_cairo_show_layout_line(printing->cairo, text.lines[0].line);
}

static void
draw_mark(struct printing *printing, const struct mark *mark)
{
	cairo_t *cairo = printing->cairo;

	switch (mark->kind) {
	case MARK_LINE:
		cairo_move_to(cairo, mark->x, mark->y);
		pango_cairo_show_layout_line(cairo, mark->line);
		break;
	case MARK_FILL:
		set_colour(cairo, mark->colour);
		cairo_rectangle(cairo, mark->x, mark->y, mark->width,
		    mark->height);
		cairo_fill(cairo);
		set_colour(cairo, 0);
		break;
	case MARK_BOX:
		cairo_rectangle(cairo, mark->x, mark->y, mark->width,
		    mark->height);
		cairo_stroke(cairo);
		break;
	case MARK_IMAGE:
		draw_image(cairo, mark);
		break;
	case MARK_OPEN:
		if (!printing->begun)
			cairo_tag_begin(cairo, "Document", NULL);
		printing->begun = true;
		cairo_tag_begin(cairo, mark->text, NULL);
		break;
	case MARK_CLOSE:
		cairo_tag_end(cairo, mark->text);
		break;
	case MARK_OUTLINE:
		draw_outline(printing, mark);
		break;
	case MARK_PICTURE:
		draw_picture(printing, mark);
		break;
	case MARK_PAGE:
		draw_page_of(printing, mark);
		break;
	}
}

/* The bars of qr_path: "M<x> <y>h<width>v1h-<width>z", one after another. */
static void
draw_qr(struct printing *printing, double x, double y, double side)
{
	const char *path = printing->qr;
	double module = side / (printing->qr_size + 2 * QR_QUIET);
	char *at;

	while (path != NULL && *path == 'M') {
		long left = strtol(path + 1, &at, 10);
		long top = strtol(at, &at, 10);
		long width = strtol(at + 1, &at, 10);

		cairo_rectangle(printing->cairo,
		    x + module * (double)(left + QR_QUIET),
		    y + module * (double)(top + QR_QUIET),
		    module * (double)width, module);
		path = strchr(at, 'z');
		path += path != NULL;
	}
	cairo_fill(printing->cairo);
}

static void
draw_text(struct printing *printing, const char *string, double x, double y,
    double width, PangoAlignment align)
{
	struct text text = press_text(printing->press, STYLE_SMALL, string,
	    width, align, false);

	for (int at = 0; at < text.count; at++) {
		cairo_move_to(printing->cairo, x + text.lines[at].x,
		    y + text.lines[at].baseline);
		pango_cairo_show_layout_line(printing->cairo,
		    text.lines[at].line);
	}
}

/* Which page of how many and, of a paper that was issued, how to check it. */
static void
draw_foot(struct printing *printing)
{
	const struct imprint *imprint = printing->imprint;
	struct press *press = printing->press;
	double y = press->bottom + 4 * millimetre, side = 20 * millimetre;
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
	draw_qr(printing, left - 2 * millimetre, y + 1.5, side);
	left += side;
	width -= side;
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

static cairo_status_t
take_bytes(void *closure, const unsigned char *bytes, unsigned length)
{
	buffer_add(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* Where the text first stands in the bytes from there on, or NULL. */
static const char *
find(const struct buffer *pdf, const char *from, const char *text)
{
	return memmem(from, pdf->length - (size_t)(from - pdf->bytes), text,
	    strlen(text));
}

/* The object of that number, "<<" to "endobj", or NULL. */
static const char *
object_of(struct arena *arena, const struct buffer *pdf, long number)
{
	const char *object = find(pdf, pdf->bytes, arena_format(arena,
	    "\n%ld 0 obj\n", number));
	const char *begin = object == NULL ? NULL : find(pdf, object, "<<");
	const char *end = begin == NULL ? NULL : find(pdf, begin, "endobj");

	return end == NULL ? NULL : arena_copy(arena, begin,
	    (size_t)(end - begin));
}

/* The number that follows a word of the trailer, or -1. */
static long
number_of(const struct buffer *pdf, const char *trailer, const char *word)
{
	const char *at = trailer == NULL ? NULL : find(pdf, trailer, word);

	return at == NULL ? -1 : strtol(at + strlen(word), NULL, 10);
}

/* Dates as ISO 32000-1, 7.9.4 has them: this cairo forgets the "D:". */
static const char *
with_dates(struct arena *arena, const char *info)
{
	static const char *const names[] = { "/CreationDate (",
		"/ModDate (" };
	struct buffer text = { .arena = arena };

	while (*info != '\0') {
		for (size_t at = 0; at < 2; at++) {
			size_t length = strlen(names[at]);

			if (strncmp(info, names[at], length) == 0 &&
			    info[length] != 'D') {
				buffer_format(&text, "%sD:", names[at]);
				info += length;
			}
		}
		buffer_char(&text, *info++);
	}
	return text.bytes;
}

/*
 * What this cairo cannot say, the language of the document before all: new
 * revisions of two objects at the end of the file (ISO 32000-1, 7.5.6).
 */
static void
add_revision(struct arena *arena, struct buffer *pdf)
{
	const char *trailer = find(pdf, pdf->bytes, "\ntrailer");
	long root = number_of(pdf, trailer, "/Root ");
	long info = number_of(pdf, trailer, "/Info ");
	long size = number_of(pdf, trailer, "/Size ");
	long start = number_of(pdf, trailer, "startxref");
	const char *catalogue = root < 0 ? NULL : object_of(arena, pdf, root);
	const char *about = info < 0 ? NULL : object_of(arena, pdf, info);
	size_t root_at, info_at, table;

	if (catalogue == NULL || about == NULL || size < 0 || start < 0)
		return;
	root_at = pdf->length;
	buffer_format(pdf, "%ld 0 obj\n<< /Lang (id-ID)\n   "
	    "/ViewerPreferences << /DisplayDocTitle true >>%sendobj\n", root,
	    catalogue + 2);
	info_at = pdf->length;
	buffer_format(pdf, "%ld 0 obj\n%sendobj\n", info, with_dates(arena,
	    about));
	table = pdf->length;
	buffer_format(pdf, "xref\n%ld 1\n%010zu 00000 n \n%ld 1\n"
	    "%010zu 00000 n \ntrailer\n<< /Size %ld\n   /Root %ld 0 R\n"
	    "   /Info %ld 0 R\n   /Prev %ld\n>>\nstartxref\n%zu\n%%%%EOF\n",
	    root, root_at, info, info_at, size, root, info, start, table);
}

int
press_print(struct press *press, const struct imprint *imprint,
    struct buffer *pdf)
{
	struct printing printing = { .press = press, .imprint = imprint };
	cairo_status_t status;

	put_held(press);
	if (imprint->address != NULL)
		printing.qr = qr_path(press->arena, imprint->address,
		    &printing.qr_size);
	printing.surface = cairo_pdf_surface_create_for_stream(take_bytes,
	    pdf, press->width, press->height);
	describe(printing.surface, press->arena, imprint);
	printing.cairo = cairo_create(printing.surface);
	cairo_set_line_width(printing.cairo, 0.5);
	for (struct sheet_page *page = press->pages; page != NULL;
	    page = page->next) {
		printing.page++;
		for (const struct mark *mark = page->marks; mark != NULL;
		    mark = mark->next)
			draw_mark(&printing, mark);
		draw_foot(&printing);
		if (page->next == NULL && printing.begun)
			cairo_tag_end(printing.cairo, "Document");
		cairo_show_page(printing.cairo);
	}
	cairo_surface_finish(printing.surface);
	status = cairo_status(printing.cairo);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(printing.surface);
	cairo_destroy(printing.cairo);
	cairo_surface_destroy(printing.surface);
	if (status != CAIRO_STATUS_SUCCESS)
		return -1;
	add_revision(press->arena, pdf);
	return 0;
}

int
press_png(struct press *press, struct buffer *png)
{
	static const double dots = 2;		/* to a point */
	struct printing printing = { .press = press };
	cairo_status_t status;

	put_held(press);
	printing.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
	    (int)(dots * (press->right - press->left)),
	    (int)(dots * (press->y - press->top)));
	printing.cairo = cairo_create(printing.surface);
	cairo_set_source_rgb(printing.cairo, 1, 1, 1);
	cairo_paint(printing.cairo);
	set_colour(printing.cairo, 0);
	cairo_scale(printing.cairo, dots, dots);
	cairo_translate(printing.cairo, -press->left, -press->top);
	cairo_set_line_width(printing.cairo, 0.5);
	for (const struct mark *mark = press->pages->marks; mark != NULL;
	    mark = mark->next)
		draw_mark(&printing, mark);
	status = cairo_status(printing.cairo);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_write_to_png_stream(printing.surface,
		    take_bytes, png);
	cairo_destroy(printing.cairo);
	cairo_surface_destroy(printing.surface);
	return status == CAIRO_STATUS_SUCCESS ? 0 : -1;
}
