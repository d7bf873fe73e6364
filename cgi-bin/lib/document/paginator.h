/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_PAGINATOR_H
#define DOCUMENT_PAGINATOR_H

#include <pango/pango.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "picture/picture.h"

/*
 * Sets pages and prints them as PDF.  All is first laid on pages and drawn at
 * the end, since only then it is known how many pages there are.  Lengths are
 * points, from the top left corner of the page.  Lines and fills lie below
 * texts and pictures.  Memory is of the arena and, for pango's layouts, lasts
 * until paginator_free.
 */
enum style {
	STYLE_BODY,
	STYLE_STRONG,
	STYLE_CODE,
	STYLE_CELL,
	STYLE_CELL_STRONG,
	STYLE_SMALL,
	STYLE_TITLE,
	STYLE_HEADING_1,
	STYLE_HEADING_2,
	STYLE_HEADING_3,
	STYLE_GOVERNMENT,
	STYLE_OFFICE,
	STYLE_NAME,
	STYLES
};

/* How a paper is set; lengths in points.  foot: room for the QR code. */
struct paper_setup {
	double width, height;
	double top, right, bottom, left;
	bool foot, serif, large;
};

struct text_line {
	PangoLayoutLine *line;
	const struct glyph_run *runs;           /* its glyphs, see glyph_runs.h */
	double x, width, top, bottom, baseline; /* within the text */
};

struct text {
	const struct text_line *lines;
	int count;
	double height;
	double advance; /* to where its next line would begin */
};

struct paginator {
	struct arena *arena;
	PangoContext *context;
	struct laid_page *pages, *page; /* all, and the one at work */
	int page_count;
	double width, height;            /* of the paper */
	double left, right, top, bottom; /* edges of what is filled */
	double y;                        /* where the next thing goes */
	struct held *held, *held_last;   /* headings that wait for company */
	double held_height;
	int spoken;                   /* level of the last heading, as it is read aloud */
	struct text_layouts *letters; /* fonts, and all texts so far */
	struct heading *headings, *last_heading;
	struct figure *figures, *last_figure;
};

/* What stands at the foot of each page, and in the file about itself. */
struct imprint {
	const char *title, *author;
	const char *made_at; /* UTC "2026-11-21 02:32:10.123": the
					 * same paper is the same bytes */
	const char *address; /* of the check page; NULL: not issued */
	const char *code, *digest;
	const char *mark; /* above each page: what the paper is not; or NULL */
};

void paginator_begin(struct paginator *, struct arena *, const struct paper_setup *);
void paginator_free(struct paginator *);

/* The text is kept, not copied: it lives as long as the paginator. */
struct text text_layout(struct paginator *, enum style, const char *string, double width,
    PangoAlignment, bool justify);

/* A paragraph, justified, its first line moved to the right. */
struct text text_layout_indented(struct paginator *, const char *string, double width,
    double indent);

/* Lines from..until (not included) of a text, the first of them at x, y. */
void paginator_put(struct paginator *, const struct text *, double x, double y, int from,
    int until);

/* A hairline, half a point thick. */
void paginator_line(struct paginator *, double x, double y, double to_x, double to_y);
/* Dots from a text to the number that belongs to it, on its baseline. */
void paginator_dots(struct paginator *, double x, double y, double to_x);
/* colour: 0xRRGGBB */
void paginator_fill(struct paginator *, double x, double y, double width, double height,
    uint32_t colour);
/* A PNG file, as high as this; its width, or 0 when it cannot be read. */
double paginator_image(struct paginator *, const char *path, double x, double y, double height);

/* A picture with its top left corner there, scale points to its unit: a
 * figure of the structure, with its title and what it says. */
void paginator_picture(struct paginator *, const struct picture *, double x, double y,
    double scale);

/* The page on which a heading (the very text) stands, to the left of x. */
void paginator_page_of(struct paginator *, const char *heading, double x, double y);

/* The structure of the document, for those who cannot see it: H1, P, TR … */
void paginator_open(struct paginator *, const char *tag);
void paginator_close(struct paginator *, const char *tag);

/* A heading that must not stand alone: it is put with what comes next.  Level
 * 0 is a caption: no heading to the reader of the structure. */
void paginator_hold(struct paginator *, enum style, const char *text, int level, double above);

/*
 * Room for something of this height at y, on a new page if need be, below
 * the headings that wait.  What is higher than a page gets a page's room.
 */
void paginator_need(struct paginator *, double height);
double paginator_room(const struct paginator *);
double paginator_wide(const struct paginator *); /* between the edges */
bool paginator_is_top(const struct paginator *);
void paginator_next_page(struct paginator *);

/* All pages as one PDF.  0, or -1 when it could not be made. */
int pdf_write(struct paginator *, const struct imprint *, struct buffer *pdf);

/* What stands on the first page, without its edges and its foot, as PNG with so many
 * dots to a point.  0, or -1. */
int png_write(struct paginator *, int dots, struct buffer *png);

#endif
