/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_PDF_WRITER_H
#define DOCUMENT_PDF_WRITER_H

#include <cairo.h>

#include "document/page.h"
#include "document/pdf_archive.h"

/* Pages at work with cairo: pdf_writer.c draws what stands on them. */
struct pdf_writer {
	struct paginator *paginator;
	const struct imprint *imprint;
	cairo_surface_t *surface;
	cairo_t *cairo;
	cairo_pattern_t *qr; /* modules of the foot's QR code */
	int qr_size;         /* how many on a side */
	int page;            /* from 1 */
	int outlines[4];     /* the last of each level */
	bool begun;          /* the root of the structure */
};

/* colour: 0xRRGGBB */
void pdf_colour(cairo_t *, uint32_t colour);
/* One line whose letters begin there; lines of a text whose corner is there. */
void pdf_line(cairo_t *, const struct text_line *, double x, double y);
void pdf_lines(cairo_t *, const struct text_line *, int count, double x, double y);

/* picture_draw.c: a picture at the point 0, 0, a point to its unit. */
void picture_draw(struct pdf_writer *, const struct picture *);

/* page_footer.c: which page of how many and, of a paper that was issued, how to
 * check it. */
void page_footer_begin(struct pdf_writer *);
void page_footer_draw(struct pdf_writer *);
void page_footer_end(struct pdf_writer *);

/*
 * pdf_revision.c: what this cairo cannot say, as new revisions of some objects at
 * the end of the file (ISO 32000-1, 7.5.6): the language, that the title is
 * to be shown, dates, what pictures show, and all that makes the file one for
 * archives (document/pdf_archive.h), whose dates it sets.
 */
void pdf_revision_add(struct arena *, struct buffer *pdf, const struct figure *,
    struct archive_facts *);

#endif
