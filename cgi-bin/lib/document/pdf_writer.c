/* SPDX-License-Identifier: ISC */
#include "document/pdf_writer.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/banned.h"

static const double hairline = 0.5;

void
print_colour(cairo_t *cairo, uint32_t colour)
{
	cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0,
	    (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

void
print_lines(cairo_t *cairo, const struct text_line *lines, int count,
    double x, double y)
{
	for (int at = 0; at < count; at++) {
		cairo_move_to(cairo, x + lines[at].x, y + lines[at].baseline);
		pango_cairo_show_layout_line(cairo, lines[at].line);
	}
}

static void
draw_heading(struct printing *printing, const struct mark *mark)
{
	const struct heading *heading = mark->of.heading;
	int parent = 0;			/* CAIRO_PDF_OUTLINE_ROOT */

	for (int at = heading->level - 1; at > 0 && parent == 0; at--)
		parent = printing->outlines[at];
	printing->outlines[heading->level] = cairo_pdf_surface_add_outline(
	    printing->surface, parent, heading->text,
	    arena_format(printing->press->arena, "page=%d pos=[0 %d]",
	    printing->page, (int)mark->y), heading->level == 1 ?
	    CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (int at = heading->level + 1; at <= 3; at++)
		printing->outlines[at] = 0;
}

static void
draw_image(cairo_t *cairo, const struct mark *mark)
{
	cairo_save(cairo);
	cairo_translate(cairo, mark->x, mark->y);
	cairo_scale(cairo, mark->of.image.scale, mark->of.image.scale);
	cairo_set_source_surface(cairo, mark->of.image.surface, 0, 0);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

static void
draw_picture(struct printing *printing, const struct mark *mark)
{
	cairo_save(printing->cairo);
	cairo_translate(printing->cairo, mark->x, mark->y);
	cairo_scale(printing->cairo, mark->of.plot.scale,
	    mark->of.plot.scale);
	plot(printing, mark->of.plot.picture);
	cairo_restore(printing->cairo);
}

/* The page of the heading of that very text. */
static void
draw_page_of(struct printing *printing, const struct mark *mark)
{
	static const double wide = 40;
	struct press *press = printing->press;
	const struct heading *heading = press->headings;
	struct text text;

	while (heading != NULL && heading->text != mark->of.tag)
		heading = heading->next;
	if (heading == NULL)
		return;
	text = press_text(press, STYLE_BODY, arena_format(press->arena, "%d",
	    heading->page), wide, PANGO_ALIGN_RIGHT, false);
	print_lines(printing->cairo, text.lines, 1, mark->x - wide, mark->y -
	    text.lines[0].baseline);
}

static void
draw_mark(struct printing *printing, const struct mark *mark)
{
	cairo_t *cairo = printing->cairo;

	switch (mark->kind) {
	case MARK_TEXT:
		print_lines(cairo, mark->of.text.lines, mark->of.text.count,
		    mark->x, mark->y - mark->of.text.lines[0].top);
		break;
	case MARK_IMAGE:
		draw_image(cairo, mark);
		break;
	case MARK_PICTURE:
		draw_picture(printing, mark);
		break;
	case MARK_OPEN:
		if (!printing->begun)
			cairo_tag_begin(cairo, "Document", NULL);
		printing->begun = true;
		cairo_tag_begin(cairo, mark->of.tag, NULL);
		break;
	case MARK_CLOSE:
		cairo_tag_end(cairo, mark->of.tag);
		break;
	case MARK_HEADING:
		draw_heading(printing, mark);
		break;
	case MARK_PAGE:
		draw_page_of(printing, mark);
		break;
	case MARK_LINE:
	case MARK_DOTS:
	case MARK_FILL:
		break;
	}
}

/* Points of no length, round, at the same places in each line. */
static void
draw_dots(cairo_t *cairo, const struct mark *mark)
{
	static const double dash[] = { 0, 5 };

	cairo_save(cairo);
	cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
	cairo_set_line_width(cairo, 2 * hairline);
	cairo_set_dash(cairo, dash, 2, 0);
	for (; mark != NULL; mark = mark->next) {
		if (mark->kind != MARK_DOTS)
			continue;
		cairo_move_to(cairo, mark->of.to.x, mark->y - hairline);
		cairo_line_to(cairo, mark->x, mark->y - hairline);
	}
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

/* Fills of one colour are one path, and lines another: the grid of a table
 * of many rows costs a few numbers a row. */
static void
draw_below(cairo_t *cairo, const struct marks *below)
{
	const struct mark *mark;

	for (mark = below->first; mark != NULL; mark = mark->next) {
		if (mark->kind != MARK_FILL)
			continue;
		cairo_rectangle(cairo, mark->x, mark->y, mark->of.to.x,
		    mark->of.to.y);
		print_colour(cairo, mark->of.to.colour);
		if (mark->next == NULL || mark->next->kind != MARK_FILL ||
		    mark->next->of.to.colour != mark->of.to.colour)
			cairo_fill(cairo);
	}
	print_colour(cairo, 0);
	for (mark = below->first; mark != NULL; mark = mark->next) {
		if (mark->kind != MARK_LINE)
			continue;
		cairo_move_to(cairo, mark->x, mark->y);
		cairo_line_to(cairo, mark->of.to.x, mark->of.to.y);
	}
	cairo_stroke(cairo);
	draw_dots(cairo, below->first);
}

static void
draw_page(struct printing *printing, const struct sheet_page *page)
{
	draw_below(printing->cairo, &page->below);
	for (const struct mark *mark = page->marks.first; mark != NULL;
	    mark = mark->next)
		draw_mark(printing, mark);
}

static void
begin(struct printing *printing)
{
	printing->cairo = cairo_create(printing->surface);
	cairo_set_line_width(printing->cairo, hairline);
	cairo_set_line_cap(printing->cairo, CAIRO_LINE_CAP_SQUARE);
}

/* Whether all went well so far. */
static bool
is_good(const struct printing *printing)
{
	return cairo_status(printing->cairo) == CAIRO_STATUS_SUCCESS &&
	    cairo_surface_status(printing->surface) == CAIRO_STATUS_SUCCESS;
}

static void
end(struct printing *printing)
{
	cairo_destroy(printing->cairo);
	cairo_surface_destroy(printing->surface);
}

static cairo_status_t
take_bytes(void *closure, const unsigned char *bytes, unsigned length)
{
	buffer_add(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
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

int
press_print(struct press *press, const struct imprint *imprint,
    struct buffer *pdf)
{
	struct printing printing = { .press = press, .imprint = imprint };
	bool good;

	sheet_end(press);
	printing.surface = cairo_pdf_surface_create_for_stream(take_bytes,
	    pdf, press->width, press->height);
	describe(printing.surface, press->arena, imprint);
	begin(&printing);
	foot_begin(&printing);
	for (struct sheet_page *page = press->pages; page != NULL;
	    page = page->next) {
		printing.page++;
		draw_page(&printing, page);
		foot_draw(&printing);
		if (page->next == NULL && printing.begun)
			cairo_tag_end(printing.cairo, "Document");
		cairo_show_page(printing.cairo);
	}
	cairo_surface_finish(printing.surface);
	good = is_good(&printing);
	foot_end(&printing);
	end(&printing);
	if (!good)
		return -1;
	revision_add(press->arena, pdf, press->figures);
	return 0;
}

int
press_png(struct press *press, struct buffer *png)
{
	static const double dots = 2;		/* to a point */
	struct printing printing = { .press = press };
	bool good;

	sheet_end(press);
	printing.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
	    (int)(dots * (press->right - press->left)),
	    (int)(dots * (press->y - press->top)));
	begin(&printing);
	print_colour(printing.cairo, 0xffffff);
	cairo_paint(printing.cairo);
	cairo_scale(printing.cairo, dots, dots);
	cairo_translate(printing.cairo, -press->left, -press->top);
	draw_page(&printing, press->pages);
	good = is_good(&printing) && cairo_surface_write_to_png_stream(
	    printing.surface, take_bytes, png) == CAIRO_STATUS_SUCCESS;
	end(&printing);
	return good ? 0 : -1;
}
