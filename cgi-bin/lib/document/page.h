/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_PAGE_H
#define DOCUMENT_PAGE_H

#include "document/paginator.h"

/*
 * What paginator.c lays on the pages, for those who draw it: pdf_writer.c all of a
 * page, picture_draw.c a picture.  Lines of text come from text_layout.c.
 */
#define MILLIMETRE (72 / 25.4)

/* One thing at a place.  Lines and fills make no sense to a reader and are
 * drawn below everything else; what has one, and its tags, in its order. */
struct mark {
	enum {
		MARK_LINE, /* from x, y to to.x, to.y */
		MARK_DOTS, /* the same, level */
		MARK_FILL, /* to.x wide, to.y high */
		MARK_TEXT,
		MARK_IMAGE,
		MARK_PICTURE,
		MARK_OPEN,
		MARK_CLOSE,
		MARK_HEADING, /* begins here */
		MARK_PAGE     /* number of the heading's page, up to x, y */
	} kind;
	double x, y;
	union {
		struct {
			double x, y;
			uint32_t colour;
		} to;
		struct {
			const struct text_line *lines;
			int count;
		} text;
		struct {
			void *surface;
			double scale;
		} image;
		struct {
			const struct picture *picture;
			double scale;
		} plot;
		struct heading *heading;
		const char *tag;
	} of;
	struct mark *next;
};

struct marks {
	struct mark *first, *last;
};

struct laid_page {
	struct marks below, marks;
	struct laid_page *next;
};

/* A heading that stands on a page, for the outline and the contents. */
struct heading {
	const char *text;
	int level, page;
	struct heading *next;
};

/* Pictures, for those who are told about them; in the order of drawing. */
struct figure {
	const struct picture *picture;
	struct figure *next;
};

/* Headings that wait, on the page at last.  Before they are written. */
void paginator_end(struct paginator *);

/* One line of letters of this size, in points. */
struct text text_layout_sized(struct paginator *, const char *string, double size, bool strong);
void text_layout_begin(struct paginator *, const struct paper_setup *);
void text_layout_free(struct paginator *);

#endif
