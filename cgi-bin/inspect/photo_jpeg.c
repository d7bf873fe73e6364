/* SPDX-License-Identifier: ISC */
/*
 * JPEG in and out by libjpeg: what one says of its size and of how the camera
 * was held, and one made of pixels that are turned upright.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "inspect/photo.h"
#include "base/banned.h"

enum { QUALITY = 88, EXIF_HEAD = 6, ENTRY = 12, TAG_ORIENTATION = 0x0112 };

bool
photo_is_jpeg(const unsigned char *bytes, size_t length)
{
	return length >= 4 && memcmp(bytes, "\xff\xd8\xff", 3) == 0;
}

/* TIFF 6.0, section 2: in the order of bytes that its head names. */
static uint32_t
exif_number(const unsigned char *at, size_t length, int little)
{
	uint32_t number = 0;

	for (size_t byte = 0; byte < length; byte++)
		number |= (uint32_t)at[byte] << 8 * (little ? byte : length - 1 - byte);
	return number;
}

unsigned
exif_orientation(const unsigned char *tiff, size_t length)
{
	uint32_t at, count;
	int little;

	if (length > EXIF_HEAD && memcmp(tiff, "Exif\0\0", EXIF_HEAD) == 0) {
		tiff += EXIF_HEAD;
		length -= EXIF_HEAD;
	}
	if (length < 8 || (memcmp(tiff, "II", 2) != 0 && memcmp(tiff, "MM", 2) != 0))
		return 1;
	little = *tiff == 'I';
	at = exif_number(tiff + 4, 4, little);
	if (at > length - 2)
		return 1;
	count = exif_number(tiff + at, 2, little);
	for (at += 2; count > 0 && length - at >= ENTRY; count--, at += ENTRY)
		if (exif_number(tiff + at, 2, little) == TAG_ORIENTATION) {
			uint32_t value = exif_number(tiff + at + 8, 2, little);

			return value >= 1 && value <= 8 ? value : 1;
		}
	return 1;
}

/* What libjpeg cannot read ends the process by its own exit, which is what
 * photo_fail would do. */
void
jpeg_read(struct page *page)
{
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;

	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_decompress(&jpeg);
	jpeg_mem_src(&jpeg, page->jpeg, page->length);
	jpeg_save_markers(&jpeg, JPEG_APP0 + 1, UINT16_MAX);
	if (jpeg_read_header(&jpeg, TRUE) != JPEG_HEADER_OK)
		photo_fail();
	page->width = jpeg.image_width;
	page->height = jpeg.image_height;
	page->components = (unsigned)jpeg.num_components;
	page->inverted = jpeg.saw_Adobe_marker;
	page->orientation = 1;
	for (const struct jpeg_marker_struct *at = jpeg.marker_list; at != NULL; at = at->next)
		if (at->data_length > EXIF_HEAD && memcmp(at->data, "Exif\0\0", EXIF_HEAD) == 0)
			page->orientation = exif_orientation(at->data, at->data_length);
	jpeg_destroy_decompress(&jpeg);
}

/* Where the point at x, y of the turned picture is in the stored one. */
static size_t
stored_at(const struct pixels *from, unsigned orientation, uint32_t x, uint32_t y)
{
	uint32_t column = orientation >= 5 ? y : x, row = orientation >= 5 ? x : y;

	if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
		column = from->width - 1 - column;
	if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
		row = from->height - 1 - row;
	return ((size_t)row * from->width + column) * 3;
}

static void
turn(struct pixels *pixels, unsigned orientation)
{
	struct pixels turned;
	unsigned char *into;

	if (orientation <= 1 || orientation > 8)
		return;
	pixels_alloc(&turned, orientation >= 5 ? pixels->height : pixels->width,
	    orientation >= 5 ? pixels->width : pixels->height);
	into = turned.bytes;
	for (uint32_t y = 0; y < turned.height; y++)
		for (uint32_t x = 0; x < turned.width; x++, into += 3)
			memcpy(into, pixels->bytes + stored_at(pixels, orientation, x, y), 3);
	free(pixels->bytes);
	*pixels = turned;
}

/* In place, one byte a point, where no point has a colour. */
static int
make_grey(struct pixels *pixels)
{
	size_t count = (size_t)pixels->width * pixels->height;
	unsigned char *bytes = pixels->bytes;

	for (size_t at = 0; at < count; at++)
		if (bytes[at * 3] != bytes[at * 3 + 1] || bytes[at * 3] != bytes[at * 3 + 2])
			return 0;
	for (size_t at = 0; at < count; at++)
		bytes[at] = bytes[at * 3];
	return 1;
}

void
jpeg_make(struct page *page, struct pixels *pixels, unsigned orientation)
{
	struct jpeg_compress_struct jpeg;
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL;
	unsigned long length = 0;

	turn(pixels, orientation);
	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_compress(&jpeg);
	jpeg_mem_dest(&jpeg, &bytes, &length);
	jpeg.image_width = pixels->width;
	jpeg.image_height = pixels->height;
	jpeg.input_components = make_grey(pixels) ? 1 : 3;
	jpeg.in_color_space = jpeg.input_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
	jpeg_set_defaults(&jpeg);
	jpeg_set_quality(&jpeg, QUALITY, TRUE);
	jpeg_start_compress(&jpeg, TRUE);
	while (jpeg.next_scanline < jpeg.image_height) {
		JSAMPROW row = pixels->bytes +
		    (size_t)jpeg.next_scanline * pixels->width * (size_t)jpeg.input_components;

		jpeg_write_scanlines(&jpeg, &row, 1);
	}
	jpeg_finish_compress(&jpeg);
	*page = (struct page){ .jpeg = bytes,
		.length = length,
		.width = pixels->width,
		.height = pixels->height,
		.components = (unsigned)jpeg.input_components,
		.orientation = 1 };
	jpeg_destroy_compress(&jpeg);
	free(pixels->bytes);
}
