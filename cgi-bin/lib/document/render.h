/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_RENDER_H
#define DOCUMENT_RENDER_H

#include <stdbool.h>

#include "document/model.h"
#include "picture/picture.h"

/*
 * A model as PDF, by render.c with pango and cairo; where the program was
 * built without them, by render_none.c, and people print the page from the browser.
 * Linked by paper, and by esign, which has the same file signed.
 */

/* Room on a page, in points from its top left corner. */
struct render_place {
	int page; /* from 1; 0: there is none */
	double x, y, width, height;
	double page_height;
};

/* What the file says about itself, and where its paper can be checked. */
struct rendering {
	const char *author;
	const char *made_at; /* UTC, as the database writes it */
	const char *address; /* of the check page; NULL: nothing to check */
	const char *code, *digest;
	const char *mark;          /* above each page: "Dibatalkan …"; NULL: nothing */
	const char *crest;         /* path of a PNG file, or NULL */
	struct render_place *sign; /* NULL, or where to say where the last
					 * one signs who signs at all */
};

bool render_can(void);

/* Another text whenever the same model may come out as other bytes: a digest of
 * the sources that draw, and the versions of the libraries. */
const char *render_edition(struct arena *);

/* The same model and drawing give the same bytes.  0, or -1. */
int render_pdf(const struct document_model *, const struct rendering *, struct buffer *pdf);

struct picture_size {
	int width_mm, height_mm;
};

/* One chart of a model, or its QR code, as a PNG image: 0, or -1 where none can be. */
int render_picture(const struct document_model *, const struct block *, struct buffer *png,
    struct picture_size *);

/* A signature that was drawn (rules/drawn_line.h), as a PNG image of that size, which is
 * three times as wide as high.  0, or -1. */
int render_ink(struct arena *, const char *line, const struct picture_size *, struct buffer *png);

/*
 * What is seen of an electronic signature, as a PNG image of these points: the
 * QR code of an address, and beside it a text.  0, or -1 where none can be.
 */
int render_stamp(struct arena *, const char *address, const char *text, double width, double height,
    struct buffer *png);

/* A picture alone as a PNG image, two dots to a point, this many points wide.  0, or -1. */
int render_card(struct arena *, const struct picture *, double width, struct buffer *png);

/* Whether the whole of a PNG file can be read as an image. */
bool render_can_read(const char *path);

#endif
