/* SPDX-License-Identifier: ISC */
/*
 * TIFF by libtiff, as scanners and fax machines write it: each directory is a
 * page, but for the small pictures that some of them add.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

#include "inspect/photo.h"
#include "base/banned.h"

enum { TIFF_PAGES_MAX = 500 };

/* The file in memory, as libtiff reads it. */
struct tiff_file {
	const unsigned char *bytes;
	size_t length, at;
	TIFF *tiff;
	tdir_t pages[TIFF_PAGES_MAX];
};

static bool
tiff_is(const unsigned char *bytes, size_t length)
{
	return length >= 8 &&
	    (memcmp(bytes, "II\x2a\0", 4) == 0 || memcmp(bytes, "MM\0\x2a", 4) == 0 ||
		memcmp(bytes, "II\x2b\0", 4) == 0 || memcmp(bytes, "MM\0\x2b", 4) == 0);
}

static tmsize_t
tiff_get(thandle_t handle, void *into, tmsize_t wanted)
{
	struct tiff_file *file = handle;
	size_t left = file->at < file->length ? file->length - file->at : 0;
	size_t length = (size_t)wanted < left ? (size_t)wanted : left;

	memcpy(into, file->bytes + (length > 0 ? file->at : 0), length);
	file->at += length;
	return (tmsize_t)length;
}

static tmsize_t
tiff_put(thandle_t handle, void *from, tmsize_t length)
{
	(void)handle, (void)from, (void)length;
	return -1;
}

static toff_t
tiff_seek(thandle_t handle, toff_t offset, int whence)
{
	struct tiff_file *file = handle;

	file->at = (whence == SEEK_CUR ? file->at : whence == SEEK_END ? file->length : 0) + offset;
	return file->at;
}

static int
tiff_close(thandle_t handle)
{
	(void)handle;
	return 0;
}

static toff_t
tiff_size(thandle_t handle)
{
	return ((struct tiff_file *)handle)->length;
}

static int
tiff_map(thandle_t handle, void **base, toff_t *size)
{
	struct tiff_file *file = handle;

	*base = (void *)(uintptr_t)file->bytes;
	*size = file->length;
	return 1;
}

static void
tiff_unmap(thandle_t handle, void *base, toff_t size)
{
	(void)handle, (void)base, (void)size;
}

/* TIFF 6.0, NewSubfileType: a reduced picture of another page, or a mask. */
static bool
tiff_is_page(TIFF *tiff)
{
	uint32_t type = 0;

	TIFFGetField(tiff, TIFFTAG_SUBFILETYPE, &type);
	return (type & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
}

static unsigned
tiff_open(struct source *source)
{
	struct tiff_file *file = calloc(1, sizeof(*file));
	unsigned count = 0;

	if (file == NULL)
		return 0;
	*file = (struct tiff_file){ .bytes = source->bytes, .length = source->length };
	source->state = file;
	TIFFSetErrorHandler(NULL);
	TIFFSetWarningHandler(NULL);
	file->tiff = TIFFClientOpen("file", "r", file, tiff_get, tiff_put, tiff_seek, tiff_close,
	    tiff_size, tiff_map, tiff_unmap);
	if (file->tiff == NULL)
		return 0;
	do {
		if (count == TIFF_PAGES_MAX)
			return 0;
		if (tiff_is_page(file->tiff))
			file->pages[count++] = TIFFCurrentDirectory(file->tiff);
	} while (TIFFReadDirectory(file->tiff));
	return count;
}

/*
 * libtiff turns a picture upside down or mirrors it, and never on its side: so
 * it is read as it is stored, and turned by us like all others.
 */
static void
tiff_read(struct source *source, unsigned number, struct pixels *pixels, unsigned *orientation)
{
	struct tiff_file *file = source->state;
	TIFF *tiff = file->tiff;
	uint32_t width = 0, height = 0, *raster;
	uint16_t turned = ORIENTATION_TOPLEFT;

	if (!TIFFSetDirectory(tiff, file->pages[number]) ||
	    !TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width) ||
	    !TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height))
		photo_fail();
	pixels_alloc(pixels, width, height);
	raster = malloc((size_t)width * height * sizeof(*raster));
	TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &turned);
	TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
	if (raster == NULL ||
	    !TIFFReadRGBAImageOriented(tiff, width, height, raster, ORIENTATION_TOPLEFT, 0))
		photo_fail();
	/* Colours come weighed by what can be seen through: white is what is left. */
	for (size_t at = 0; at < (size_t)width * height; at++) {
		unsigned white = 255 - TIFFGetA(raster[at]);

		pixels->bytes[at * 3] = (unsigned char)(TIFFGetR(raster[at]) + white);
		pixels->bytes[at * 3 + 1] = (unsigned char)(TIFFGetG(raster[at]) + white);
		pixels->bytes[at * 3 + 2] = (unsigned char)(TIFFGetB(raster[at]) + white);
	}
	free(raster);
	*orientation = turned;
}

static void
tiff_end(struct source *source)
{
	struct tiff_file *file = source->state;

	TIFFClose(file->tiff);
	free(file);
}

const struct photo_kind photo_tiff = { tiff_is, tiff_open, tiff_read, tiff_end };
