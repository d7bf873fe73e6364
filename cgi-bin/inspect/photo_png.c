/* SPDX-License-Identifier: ISC */
/*
 * PNG by libpng, a page beside photographs: what can be seen through becomes
 * white, sixteen bits become eight.
 */
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/photo.h"
#include "base/banned.h"

static bool
png_is(const unsigned char *bytes, size_t length)
{
	return length >= 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0;
}

static unsigned
png_open(struct source *source)
{
	(void)source;
	return 1;
}

static void
png_read(struct source *source, unsigned number, struct pixels *pixels, unsigned *orientation)
{
	static const png_color white = { 255, 255, 255 };
	png_image image = { .version = PNG_IMAGE_VERSION };

	(void)number, (void)orientation;
	if (!png_image_begin_read_from_memory(&image, source->bytes, source->length))
		photo_fail();
	image.format = PNG_FORMAT_RGB;
	pixels_alloc(pixels, image.width, image.height);
	if (!png_image_finish_read(&image, &white, pixels->bytes, 0, NULL))
		photo_fail();
}

const struct photo_kind photo_png = { png_is, png_open, png_read, NULL };
