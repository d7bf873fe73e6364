/* SPDX-License-Identifier: ISC */
/*
 * Pages that were laid out become a PDF, or one of them a PNG, by cairo:
 * tagged for screen readers, with bookmarks, and byte for byte the same for
 * the same paper.
 */
#include "document/pdf_writer.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/banned.h"

static const double hairline = 0.5;

static void
draw_heading(struct pdf_writer *writer, const struct mark *mark)
{
	const struct heading *heading = mark->of.heading;
	int parent = 0; /* CAIRO_PDF_OUTLINE_ROOT */

	for (int at = heading->level - 1; at > 0 && parent == 0; at--)
		parent = writer->outlines[at];
	writer->outlines[heading->level] = cairo_pdf_surface_add_outline(writer->surface, parent,
	    heading->text,
	    arena_format(writer->paginator->arena, "page=%d pos=[0 %d]", writer->page,
		(int)mark->y),
	    heading->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (int at = heading->level + 1; at <= 3; at++)
		writer->outlines[at] = 0;
}

static void
draw_image(cairo_t *cairo, const struct mark *mark)
{
	cairo_save(cairo);
	cairo_translate(cairo, mark->x, mark->y);
	cairo_scale(cairo, mark->of.image.scale, mark->of.image.scale);
	cairo_set_source_surface(cairo, mark->of.image.surface, 0, 0);
	/* An archive's readers must not make up pixels (ISO 19005-2, 6.2.8.1). */
	cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
	cairo_paint(cairo);
	cairo_restore(cairo);
}

static void
render_picture(struct pdf_writer *writer, const struct mark *mark)
{
	cairo_save(writer->cairo);
	cairo_translate(writer->cairo, mark->x, mark->y);
	cairo_scale(writer->cairo, mark->of.plot.scale, mark->of.plot.scale);
	picture_draw(writer, mark->of.plot.picture);
	cairo_restore(writer->cairo);
}

/* The page of the heading of that very text. */
static void
draw_page_of(struct pdf_writer *writer, const struct mark *mark)
{
	static const double wide = 40;
	struct paginator *paginator = writer->paginator;
	const struct heading *heading = paginator->headings;
	struct text text;

	while (heading != NULL && heading->text != mark->of.tag)
		heading = heading->next;
	if (heading == NULL)
		return;
	text = text_layout(paginator, STYLE_BODY,
	    arena_format(paginator->arena, "%d", heading->page), wide, PANGO_ALIGN_RIGHT, false);
	pdf_lines(writer->cairo, text.lines, 1, mark->x - wide, mark->y - text.lines[0].baseline);
}

static void
draw_mark(struct pdf_writer *writer, const struct mark *mark)
{
	cairo_t *cairo = writer->cairo;

	switch (mark->kind) {
	case MARK_TEXT:
		pdf_lines(cairo, mark->of.text.lines, mark->of.text.count, mark->x,
		    mark->y - mark->of.text.lines[0].top);
		break;
	case MARK_IMAGE:
		draw_image(cairo, mark);
		break;
	case MARK_PICTURE:
		render_picture(writer, mark);
		break;
	case MARK_OPEN:
		if (!writer->begun)
			cairo_tag_begin(cairo, "Document", NULL);
		writer->begun = true;
		cairo_tag_begin(cairo, mark->of.tag, NULL);
		break;
	case MARK_CLOSE:
		cairo_tag_end(cairo, mark->of.tag);
		break;
	case MARK_HEADING:
		draw_heading(writer, mark);
		break;
	case MARK_PAGE:
		draw_page_of(writer, mark);
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
		cairo_rectangle(cairo, mark->x, mark->y, mark->of.to.x, mark->of.to.y);
		pdf_colour(cairo, mark->of.to.colour);
		if (mark->next == NULL || mark->next->kind != MARK_FILL ||
		    mark->next->of.to.colour != mark->of.to.colour)
			cairo_fill(cairo);
	}
	pdf_colour(cairo, 0);
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
draw_page(struct pdf_writer *writer, const struct laid_page *page)
{
	draw_below(writer->cairo, &page->below);
	for (const struct mark *mark = page->marks.first; mark != NULL; mark = mark->next)
		draw_mark(writer, mark);
}

static void
pdf_writer_begin(struct pdf_writer *writer)
{
	writer->cairo = cairo_create(writer->surface);
	cairo_set_line_width(writer->cairo, hairline);
	cairo_set_line_cap(writer->cairo, CAIRO_LINE_CAP_SQUARE);
}

/* Whether all went well so far. */
static bool
pdf_writer_is_good(const struct pdf_writer *writer)
{
	return cairo_status(writer->cairo) == CAIRO_STATUS_SUCCESS &&
	    cairo_surface_status(writer->surface) == CAIRO_STATUS_SUCCESS;
}

static void
pdf_writer_end(struct pdf_writer *writer)
{
	cairo_destroy(writer->cairo);
	cairo_surface_destroy(writer->surface);
}

static cairo_status_t
take_bytes(void *closure, const unsigned char *bytes, unsigned length)
{
	buffer_add(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* The same bytes for the same paper: no time but its own. */
static void
pdf_writer_describe(cairo_surface_t *surface, struct arena *arena, const struct imprint *imprint)
{
	const char *at = imprint->made_at;
	const char *time = strlen(at) < 19 ? NULL : arena_format(arena, "%.10sT%.8sZ", at, at + 11);

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, imprint->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, imprint->author);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Matang");
	if (time == NULL)
		return;
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

int
pdf_write(struct paginator *paginator, const struct imprint *imprint, struct buffer *pdf)
{
	struct pdf_writer writer = { .paginator = paginator, .imprint = imprint };
	struct archive_facts facts = { .title = imprint->title,
		.author = imprint->author,
		.producer = arena_format(paginator->arena, "cairo %s (https://cairographics.org)",
		    cairo_version_string()) };
	bool good;

	paginator_end(paginator);
	writer.surface = cairo_pdf_surface_create_for_stream(take_bytes, pdf, paginator->width,
	    paginator->height);
	/* A table of objects that pdf_revision_add can add to: from 1.5 on newer
	 * ones pack it. */
	cairo_pdf_surface_restrict_to_version(writer.surface, CAIRO_PDF_VERSION_1_4);
	pdf_writer_describe(writer.surface, paginator->arena, imprint);
	pdf_writer_begin(&writer);
	page_footer_begin(&writer);
	for (struct laid_page *page = paginator->pages; page != NULL; page = page->next) {
		writer.page++;
		draw_page(&writer, page);
		page_footer_draw(&writer);
		if (page->next == NULL && writer.begun)
			cairo_tag_end(writer.cairo, "Document");
		cairo_show_page(writer.cairo);
	}
	cairo_surface_finish(writer.surface);
	good = pdf_writer_is_good(&writer);
	page_footer_end(&writer);
	pdf_writer_end(&writer);
	if (!good)
		return -1;
	pdf_revision_add(paginator->arena, pdf, paginator->figures, &facts);
	return 0;
}

int
png_write(struct paginator *paginator, int dots, struct buffer *png)
{
	struct pdf_writer writer = { .paginator = paginator };
	bool good;

	paginator_end(paginator);
	writer.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
	    (int)(dots * (paginator->right - paginator->left)),
	    (int)(dots * (paginator->y - paginator->top)));
	pdf_writer_begin(&writer);
	pdf_colour(writer.cairo, 0xffffff);
	cairo_paint(writer.cairo);
	cairo_scale(writer.cairo, dots, dots);
	cairo_translate(writer.cairo, -paginator->left, -paginator->top);
	draw_page(&writer, paginator->pages);
	good = pdf_writer_is_good(&writer) &&
	    cairo_surface_write_to_png_stream(writer.surface, take_bytes, png) ==
		CAIRO_STATUS_SUCCESS;
	pdf_writer_end(&writer);
	return good ? 0 : -1;
}
