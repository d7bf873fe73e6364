/* SPDX-License-Identifier: ISC */
#ifndef INSPECT_PHOTO_H
#define INSPECT_PHOTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Pictures of telephones and scanners, made into what everybody can see: one
 * JPEG, or a PDF of as many pages as there are pictures.  A program of its
 * own, confined like inspect; whatever cannot be read ends it by photo_fail.
 */

/* Red, green and blue of each point, rows from above without gaps. */
struct pixels {
	uint32_t width, height;
	unsigned char *bytes; /* of malloc */
};

/* A page: a JPEG, and how it has to be turned to stand upright. */
struct page {
	const unsigned char *jpeg;
	size_t length;
	uint32_t width, height; /* as it is stored */
	unsigned components;    /* 1: grey, 3: colours, 4: of printing */
	bool inverted;          /* as Adobe's programs write those of printing */
	unsigned orientation;   /* Exif 2.32, 4.6.4, Orientation: 1 to 8 */
};

/* What a file holds: so many pictures, each read when its turn has come. */
struct source {
	const unsigned char *bytes;
	size_t length;
	const struct photo_kind *kind;
	void *state; /* of the kind's own */
};

/* How one kind is read.  `open` gives how many pictures there are, `read`
 * the pixels of one and its orientation; `close` may be NULL. */
struct photo_kind {
	bool (*is)(const unsigned char *bytes, size_t length);
	unsigned (*open)(struct source *);
	void (*read)(struct source *, unsigned number, struct pixels *, unsigned *orientation);
	void (*close)(struct source *);
};

extern const struct photo_kind photo_heif, photo_webp, photo_tiff, photo_png;

/* Ends the process: nothing can be made of the file. */
_Noreturn void photo_fail(void);

/* Room for so many points in three colours, or the end. */
void pixels_alloc(struct pixels *, uint32_t width, uint32_t height);

/* A point that can be seen through, as on paper. */
static inline void
pixels_over_white(unsigned char *rgb, const unsigned char *rgba)
{
	for (int at = 0; at < 3; at++)
		rgb[at] = (unsigned char)((rgba[at] * rgba[3] + 255 * (255 - rgba[3])) / 255);
}

/* photo_jpeg.c.  Reads what a JPEG says of itself; encodes pixels that are
 * turned upright first, in grey where there is no colour. */
bool photo_is_jpeg(const unsigned char *bytes, size_t length);
void jpeg_read(struct page *);
void jpeg_make(struct page *, struct pixels *, unsigned orientation);

/* Of a TIFF structure, which Exif is too; 1 where there is none. */
unsigned exif_orientation(const unsigned char *tiff, size_t length);

/* photo_pdf.c: a document of A4 pages, written as they come. */
struct photo_pdf {
	size_t written, count, room;
	size_t *places; /* of the objects, from 1 on */
};
void pdf_begin(struct photo_pdf *);
void pdf_page(struct photo_pdf *, const struct page *);
void pdf_end(struct photo_pdf *);

#endif
