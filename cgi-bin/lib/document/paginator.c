/* SPDX-License-Identifier: ISC */
/*
 * Pages as lists of marks at places, before anything is drawn: how many pages
 * there will be is printed on the first.  Headings and captions wait until it
 * is known that something stands below them.
 */
#include "document/page.h"

#include <cairo.h>
#include <string.h>

#include "base/banned.h"

/* A heading, or a caption, that waits for company. */
struct held {
	enum style style;
	const char *text;
	int level;
	double above, height;
	struct held *next;
};

static void
add_page(struct paginator *paginator)
{
	struct laid_page *page = arena_alloc(paginator->arena, sizeof(*page));

	if (paginator->page != NULL)
		paginator->page->next = page;
	else
		paginator->pages = page;
	paginator->page = page;
	paginator->page_count++;
	paginator->y = paginator->top;
}

void
paginator_begin(struct paginator *paginator, struct arena *arena, const struct paper_setup *setup)
{
	static const double qr_room = 11 * MILLIMETRE; /* of the foot, above its page number */

	memset(paginator, 0, sizeof(*paginator));
	paginator->arena = arena;
	paginator->width = setup->width;
	paginator->height = setup->height;
	paginator->left = setup->left;
	paginator->right = setup->width - setup->right;
	paginator->top = setup->top;
	paginator->bottom = setup->height - setup->bottom - (setup->foot ? qr_room : 0);
	text_layout_begin(paginator, setup);
	add_page(paginator);
}

void
paginator_free(struct paginator *paginator)
{
	for (struct laid_page *page = paginator->pages; page != NULL; page = page->next)
		for (struct mark *mark = page->marks.first; mark != NULL; mark = mark->next)
			if (mark->kind == MARK_IMAGE)
				cairo_surface_destroy(mark->of.image.surface);
	text_layout_free(paginator);
}

static struct mark *
add_mark(struct paginator *paginator, struct marks *marks, int kind, double x, double y)
{
	struct mark *mark = arena_alloc(paginator->arena, sizeof(*mark));

	mark->kind = kind;
	mark->x = x;
	mark->y = y;
	if (marks->last != NULL)
		marks->last->next = mark;
	else
		marks->first = mark;
	return marks->last = mark;
}

void
paginator_put(struct paginator *paginator, const struct text *text, double x, double y, int from,
    int until)
{
	struct mark *mark;

	if (from >= until)
		return;
	mark = add_mark(paginator, &paginator->page->marks, MARK_TEXT, x, y);
	mark->of.text.lines = text->lines + from;
	mark->of.text.count = until - from;
}

void
paginator_fill(struct paginator *paginator, double x, double y, double width, double height,
    uint32_t colour)
{
	struct mark *mark = add_mark(paginator, &paginator->page->below, MARK_FILL, x, y);

	mark->of.to.x = width;
	mark->of.to.y = height;
	mark->of.to.colour = colour;
}

void
paginator_line(struct paginator *paginator, double x, double y, double to_x, double to_y)
{
	struct mark *mark = add_mark(paginator, &paginator->page->below, MARK_LINE, x, y);

	mark->of.to.x = to_x;
	mark->of.to.y = to_y;
}

void
paginator_dots(struct paginator *paginator, double x, double y, double to_x)
{
	add_mark(paginator, &paginator->page->below, MARK_DOTS, x, y)->of.to.x = to_x;
}

double
paginator_image(struct paginator *paginator, const char *path, double x, double y, double height)
{
	cairo_surface_t *image = cairo_image_surface_create_from_png(path);
	int wide = cairo_image_surface_get_width(image);
	int high = cairo_image_surface_get_height(image);
	struct mark *mark;

	if (cairo_surface_status(image) != CAIRO_STATUS_SUCCESS || wide < 1 || high < 1) {
		cairo_surface_destroy(image);
		return 0;
	}
	mark = add_mark(paginator, &paginator->page->marks, MARK_IMAGE, x, y);
	mark->of.image.surface = image;
	mark->of.image.scale = height / high;
	return height / high * wide;
}

void
paginator_picture(struct paginator *paginator, const struct picture *picture, double x, double y,
    double scale)
{
	struct figure *figure = arena_alloc(paginator->arena, sizeof(*figure));
	struct mark *mark;

	figure->picture = picture;
	if (paginator->last_figure != NULL)
		paginator->last_figure->next = figure;
	else
		paginator->figures = figure;
	paginator->last_figure = figure;
	paginator_open(paginator, "Figure");
	mark = add_mark(paginator, &paginator->page->marks, MARK_PICTURE, x, y);
	mark->of.plot.picture = picture;
	mark->of.plot.scale = scale;
	paginator_close(paginator, "Figure");
}

void
paginator_page_of(struct paginator *paginator, const char *heading, double x, double y)
{
	add_mark(paginator, &paginator->page->marks, MARK_PAGE, x, y)->of.tag = heading;
}

void
paginator_open(struct paginator *paginator, const char *tag)
{
	add_mark(paginator, &paginator->page->marks, MARK_OPEN, 0, 0)->of.tag = tag;
}

void
paginator_close(struct paginator *paginator, const char *tag)
{
	add_mark(paginator, &paginator->page->marks, MARK_CLOSE, 0, 0)->of.tag = tag;
}

double
paginator_wide(const struct paginator *paginator)
{
	return paginator->right - paginator->left;
}

double
paginator_room(const struct paginator *paginator)
{
	return paginator->bottom - paginator->y - paginator->held_height;
}

bool
paginator_is_top(const struct paginator *paginator)
{
	return paginator->y <= paginator->top && paginator->held == NULL;
}

void
paginator_next_page(struct paginator *paginator)
{
	add_page(paginator);
}

void
paginator_hold(struct paginator *paginator, enum style style, const char *text, int level,
    double above)
{
	struct held *held = arena_alloc(paginator->arena, sizeof(*held));

	held->style = style;
	held->text = text;
	held->level = level;
	held->above = above;
	held->height = above +
	    text_layout(paginator, style, text, paginator_wide(paginator), PANGO_ALIGN_LEFT, false)
		.height +
	    4;
	if (paginator->held_last != NULL)
		paginator->held_last->next = held;
	else
		paginator->held = held;
	paginator->held_last = held;
	paginator->held_height += held->height;
}

static void
add_heading(struct paginator *paginator, const struct held *held)
{
	struct heading *heading = arena_alloc(paginator->arena, sizeof(*heading));

	heading->text = held->text;
	heading->level = held->level;
	heading->page = paginator->page_count;
	if (paginator->last_heading != NULL)
		paginator->last_heading->next = heading;
	else
		paginator->headings = heading;
	paginator->last_heading = heading;
	add_mark(paginator, &paginator->page->marks, MARK_HEADING, 0, paginator->y)->of.heading =
	    heading;
}

/* What is read aloud leaves no level out, however small a heading is set (ISO
 * 14289-1, 7.4.2). */
static int
spoken_level(struct paginator *paginator, int level)
{
	level &= 3;
	if (level > paginator->spoken + 1)
		level = paginator->spoken + 1;
	if (level > 0)
		paginator->spoken = level;
	return level;
}

static void
put_held(struct paginator *paginator)
{
	static const char *const tags[] = { "P", "H1", "H2", "H3" };

	for (struct held *held = paginator->held; held != NULL; held = held->next) {
		double above = paginator->y <= paginator->top ? 0 : held->above;
		const char *tag = tags[spoken_level(paginator, held->level)];
		struct text text = text_layout(paginator, held->style, held->text,
		    paginator_wide(paginator), PANGO_ALIGN_LEFT, false);

		if (held->level > 0)
			add_heading(paginator, held);
		paginator_open(paginator, tag);
		paginator_put(paginator, &text, paginator->left, paginator->y + above, 0,
		    text.count);
		paginator_close(paginator, tag);
		paginator->y += above + text.height + 4;
	}
	paginator->held = paginator->held_last = NULL;
	paginator->held_height = 0;
}

void
paginator_need(struct paginator *paginator, double height)
{
	if (height > paginator_room(paginator) && paginator->y > paginator->top)
		paginator_next_page(paginator);
	put_held(paginator);
}

void
paginator_end(struct paginator *paginator)
{
	put_held(paginator);
}
