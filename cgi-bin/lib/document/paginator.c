/* SPDX-License-Identifier: ISC */
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
	memset(press, 0, sizeof(*press));
	press->arena = arena;
	press->width = width;
	press->height = height;
	press->left = 22 * MILLIMETRE;
	press->right = width - 18 * MILLIMETRE;
	press->top = 16 * MILLIMETRE;
	press->bottom = height - (foot ? 31 : 20) * MILLIMETRE;
	letters_begin(press);
	add_page(press);
}

void
press_free(struct press *press)
{
	for (struct sheet_page *page = press->pages; page != NULL;
	    page = page->next)
		for (struct mark *mark = page->marks.first; mark != NULL;
		    mark = mark->next)
			if (mark->kind == MARK_IMAGE)
				cairo_surface_destroy(mark->of.image.surface);
	letters_free(press);
}

static struct mark *
add_mark(struct press *press, struct marks *marks, int kind, double x,
    double y)
{
	struct mark *mark = arena_alloc(press->arena, sizeof(*mark));

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
press_put(struct press *press, const struct text *text, double x, double y,
    int from, int until)
{
	struct mark *mark;

	if (from >= until)
		return;
	mark = add_mark(press, &press->page->marks, MARK_TEXT, x, y);
	mark->of.text.lines = text->lines + from;
	mark->of.text.count = until - from;
}

void
press_fill(struct press *press, double x, double y, double width,
    double height, uint32_t colour)
{
	struct mark *mark = add_mark(press, &press->page->below, MARK_FILL,
	    x, y);

	mark->of.to.x = width;
	mark->of.to.y = height;
	mark->of.to.colour = colour;
}

void
press_line(struct press *press, double x, double y, double to_x, double to_y)
{
	struct mark *mark = add_mark(press, &press->page->below, MARK_LINE,
	    x, y);

	mark->of.to.x = to_x;
	mark->of.to.y = to_y;
}

void
press_dots(struct press *press, double x, double y, double to_x)
{
	add_mark(press, &press->page->below, MARK_DOTS, x, y)->of.to.x = to_x;
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
	mark = add_mark(press, &press->page->marks, MARK_IMAGE, x, y);
	mark->of.image.surface = image;
	mark->of.image.scale = height / high;
	return height / high * wide;
}

void
press_picture(struct press *press, const struct picture *picture, double x,
    double y, double scale)
{
	struct figure *figure = arena_alloc(press->arena, sizeof(*figure));
	struct mark *mark;

	figure->picture = picture;
	if (press->last_figure != NULL)
		press->last_figure->next = figure;
	else
		press->figures = figure;
	press->last_figure = figure;
	press_open(press, "Figure");
	mark = add_mark(press, &press->page->marks, MARK_PICTURE, x, y);
	mark->of.plot.picture = picture;
	mark->of.plot.scale = scale;
	press_close(press, "Figure");
}

void
press_page_of(struct press *press, const char *heading, double x, double y)
{
	add_mark(press, &press->page->marks, MARK_PAGE, x, y)->of.tag =
	    heading;
}

void
press_open(struct press *press, const char *tag)
{
	add_mark(press, &press->page->marks, MARK_OPEN, 0, 0)->of.tag = tag;
}

void
press_close(struct press *press, const char *tag)
{
	add_mark(press, &press->page->marks, MARK_CLOSE, 0, 0)->of.tag = tag;
}

double
press_wide(const struct press *press)
{
	return press->right - press->left;
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
	    press_wide(press), PANGO_ALIGN_LEFT, false).height + 4;
	if (press->held_last != NULL)
		press->held_last->next = held;
	else
		press->held = held;
	press->held_last = held;
	press->held_height += held->height;
}

static void
add_heading(struct press *press, const struct held *held)
{
	struct heading *heading = arena_alloc(press->arena, sizeof(*heading));

	heading->text = held->text;
	heading->level = held->level;
	heading->page = press->page_count;
	if (press->last_heading != NULL)
		press->last_heading->next = heading;
	else
		press->headings = heading;
	press->last_heading = heading;
	add_mark(press, &press->page->marks, MARK_HEADING, 0, press->y)->
	    of.heading = heading;
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
		    press_wide(press), PANGO_ALIGN_LEFT, false);

		if (held->level > 0)
			add_heading(press, held);
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

void
sheet_end(struct press *press)
{
	put_held(press);
}
